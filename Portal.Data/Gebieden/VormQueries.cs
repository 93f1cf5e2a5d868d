using System.Buffers;
using System.Text.Json;
using Dapper;

namespace Portal.Data.Gebieden;

/// <summary>The shapes of the areas of a kind without any figure: for a browser, that keeps them for a year.</summary>
public sealed class VormQueries(Lezing lezing)
{
    private const int Graad = 100_000; // steps in a degree: a metre
    private const double Afstand = 6; // metres that a border may lie beside where it is
    private const double Smal = 0.613; // the cosine of 52.2°: a degree to the east is that much shorter
    private const string Formaat = "2"; // another number when the same areas are written in another way

    private const string StempelSql = """
        select left(md5(@Formaat || string_agg(v.id::text, ',' order by v.id)), 12)
        from versie v join dataset d on d.id = v.dataset_id where d.onderwerp = 'gebieden' and v.status = 'gepubliceerd'
        """;

    private const string RingenSql = """
        select g.code, p.path[1] as vlak,
               array(select round(ST_X(d.geom) * @Graad)::int from ST_DumpPoints(r.geom) d order by d.path) as xs,
               array(select round(ST_Y(d.geom) * @Graad)::int from ST_DumpPoints(r.geom) d order by d.path) as ys
        from gebied_nu g
        cross join lateral ST_Dump(ST_Transform(g.geom, 4326)) p
        cross join lateral ST_DumpRings(p.geom) r
        where g.soort = @soort order by g.code, p.path, r.path limit 200000
        """;

    private const string NamenSql = "select code, naam from gebied_nu where soort = @soort order by code limit 20000";

    private sealed record RingRow
    {
        public required string Code { get; init; }
        public int Vlak { get; init; }
        public int[] Xs { get; init; } = [];
        public int[] Ys { get; init; } = [];
    }

    private sealed record NaamRow(string Code, string Naam);

    /// <summary>Changes with the areas: an address that holds it shows the same shapes for ever.</summary>
    public async Task<string> StempelAsync(CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        return await connection.QuerySingleAsync<string?>(new(StempelSql, new { Formaat }, cancellationToken: ct))
            ?? "geen";
    }

    /// <summary>
    /// TopoJSON in WGS84, as UTF-8: per area its code and name; neighbours share the line between them.
    /// </summary>
    public async Task<byte[]> TopoJsonAsync(string soort, CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        var ringen = (await connection.QueryAsync<RingRow>(new(RingenSql, new { soort, Graad }, cancellationToken: ct)))
            .Select(r => new Ring(r.Code, r.Vlak, Punten(r)))
            .Where(r => r.Punten.Length > 3)
            .ToList();
        var namen = await connection.QueryAsync<NaamRow>(new(NamenSql, new { soort }, cancellationToken: ct));
        var topologie = Topologie.Van(ringen, Afstand * Graad / 111_200, Smal);
        var vlakken = ringen.Select((r, i) => (r, Bogen: topologie.Ringen[i])).ToLookup(r => r.r.Code);
        return Schrijf(
            soort,
            topologie.Bogen,
            namen.Select(n => (n, vlakken[n.Code].GroupBy(r => r.r.Vlak, r => r.Bogen)))
        );
    }

    private static (int X, int Y)[] Punten(RingRow rij)
    {
        var punten = new List<(int X, int Y)>(rij.Xs.Length);
        foreach (var punt in rij.Xs.Zip(rij.Ys))
        {
            if (punten.Count == 0 || punten[^1] != punt)
            {
                punten.Add(punt);
            }
        }
        return [.. punten];
    }

    private static byte[] Schrijf(
        string soort,
        IReadOnlyList<(int X, int Y)[]> bogen,
        IEnumerable<(NaamRow Gebied, IEnumerable<IGrouping<int, int[]>> Vlakken)> gebieden
    )
    {
        var doel = new ArrayBufferWriter<byte>();
        var (west, zuid) = (
            bogen.SelectMany(b => b).Select(p => p.X).DefaultIfEmpty().Min(),
            bogen.SelectMany(b => b).Select(p => p.Y).DefaultIfEmpty().Min()
        );
        using (var json = new Utf8JsonWriter(doel))
        {
            json.WriteStartObject();
            json.WriteString("type", "Topology");
            json.WritePropertyName("transform");
            JsonSerializer.Serialize(
                json,
                new { scale = new[] { 1m / Graad, 1m / Graad }, translate = new[] { Graden(west), Graden(zuid) } }
            );
            json.WriteStartArray("arcs");
            foreach (var boog in bogen)
            {
                SchrijfBoog(json, boog, west, zuid);
            }
            json.WriteEndArray();
            json.WriteStartObject("objects");
            json.WriteStartObject(Gebiedsoorten.Meervoud(soort));
            json.WriteString("type", "GeometryCollection");
            json.WriteStartArray("geometries");
            foreach (var (gebied, vlakken) in gebieden)
            {
                json.WriteStartObject();
                json.WriteString("type", "MultiPolygon");
                json.WriteString("id", gebied.Code);
                json.WriteStartObject("properties");
                json.WriteString("naam", gebied.Naam);
                json.WriteEndObject();
                json.WritePropertyName("arcs");
                JsonSerializer.Serialize(json, vlakken);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return doel.WrittenSpan.ToArray();
    }

    private static decimal Graden(int stappen) => (decimal)stappen / Graad;

    // The first point from the corner of all, each next one as the step from the one before: small numbers.
    private static void SchrijfBoog(Utf8JsonWriter json, (int X, int Y)[] boog, int x, int y)
    {
        json.WriteStartArray();
        foreach (var punt in boog)
        {
            json.WriteStartArray();
            json.WriteNumberValue(punt.X - x);
            json.WriteNumberValue(punt.Y - y);
            json.WriteEndArray();
            (x, y) = punt;
        }
        json.WriteEndArray();
    }
}
