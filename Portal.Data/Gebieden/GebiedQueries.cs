using Dapper;
using Portal.Data.Zoeken;

namespace Portal.Data.Gebieden;

public sealed record GebiedRow(string Code, string Soort, string Naam, string? BovenSoort, string? BovenNaam);

/// <param name="Hectare">Land and water together.</param>
public sealed record GebiedDetail(
    string Code,
    string Soort,
    string Naam,
    int Indeling,
    decimal Hectare,
    int? Inwoners,
    int? InwonersJaar
);

/// <summary>
/// What someone meant by the code or name of an area: one area, or several that are called so, or none; nothing at all
/// when nothing was asked.
/// </summary>
/// <param name="Gevraagd">What was typed; null is nothing.</param>
/// <param name="Gelijkend">None is called so: they have it as another name, or only look like it.</param>
public sealed record GebiedVondst(
    string? Gevraagd,
    GebiedRow? Gebied,
    IReadOnlyList<GebiedRow> Bedoelt,
    bool Gelijkend = false
)
{
    /// <summary>Why there is no area, in Dutch; null when there is one, or none was asked.</summary>
    public string? Reden =>
        Gevraagd is null || Gebied is not null ? null
        : Bedoelt.Count == 0
            ? $"We kennen geen gebied '{Gevraagd}'. Schrijf de naam of de code van een buurt, wijk, gebied of "
                + "stadsdeel."
        : Gelijkend
            ? $"We kennen geen gebied '{Gevraagd}'. Bedoelt u "
                + $"{string.Join(" of ", Bedoelt.Take(3).Select(b => $"{b.Naam} ({b.Code})"))}?"
        : $"Er is meer dan één gebied dat op '{Gevraagd}' lijkt. Kies er een.";
}

public sealed class GebiedQueries(Lezing lezing)
{
    private const string Select = """
        select g.code, g.soort, g.naam, o.soort as boven_soort, o.naam as boven_naam
        from gebied_nu g left join gebied_nu o on o.code = g.ouder_code
        """;

    /// <summary>The day on which this is read.</summary>
    public DateOnly Vandaag => lezing.Vandaag;

    // From the smallest kind to the largest: a resident looks for her buurt.
    private const string Volgorde =
        "array_position(array['buurt', 'wijk', 'gebied', 'stadsdeel', 'stad'], g.soort), g.naam, g.code";

    public async Task<IReadOnlyList<GebiedRow>> ListAsync(string soort, CancellationToken ct)
    {
        const string sql = $"{Select} where g.soort = @soort order by o.naam, g.naam, g.code limit 20000";

        var connection = await lezing.OpenAsync(ct);
        return (await connection.QueryAsync<GebiedRow>(new(sql, new { soort }, cancellationToken: ct))).AsList();
    }

    /// <summary>The box around an area, as west, south, east and north in degrees (WGS84).</summary>
    public async Task<double[]> KaderAsync(string code, CancellationToken ct)
    {
        const string sql = """
            select array[ST_XMin(b.e), ST_YMin(b.e), ST_XMax(b.e), ST_YMax(b.e)]
            from gebied_nu g cross join lateral (select ST_Transform(g.geom, 4326) as e) b where g.code = @code
            """;

        var connection = await lezing.OpenAsync(ct);
        return await connection.QuerySingleAsync<double[]>(new(sql, new { code }, cancellationToken: ct));
    }

    /// <summary>The kinds that this municipality has areas of.</summary>
    public async Task<IReadOnlySet<string>> SoortenAsync(CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        return (
            await connection.QueryAsync<string>(new("select distinct soort from gebied_nu", cancellationToken: ct))
        ).ToHashSet();
    }

    /// <summary>Areas by code, or by a part of the name; accents, case and hyphens do not matter.</summary>
    public async Task<IReadOnlyList<GebiedRow>> ZoekAsync(string zoek, CancellationToken ct)
    {
        const string sql = $"""
            {Select}
            where lower(g.code) = lower(@zoek) or lower(g.cbs_code) = lower(@zoek)
               or kaal(@zoek) <> '' and kaal(g.naam) like '%' || kaal(@zoek) || '%'
            order by lower(g.code) <> lower(@zoek), {Volgorde} limit 100
            """;

        var connection = await lezing.OpenAsync(ct);
        return (
            await connection.QueryAsync<GebiedRow>(new(sql, new { zoek = zoek.Trim() }, cancellationToken: ct))
        ).AsList();
    }

    private const int MinsteLetters = 4; // of a part of a name; fewer stand in any

    /// <summary>
    /// The one area that a code or name stands for: its code, else its whole name, else the only name it is a part of.
    /// </summary>
    public async Task<GebiedVondst> VindAsync(string? tekst, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(tekst))
        {
            return new(null, null, []);
        }
        tekst = tekst.Trim();
        if (await OpCodeAsync(tekst, ct) is { } zelf)
        {
            return new(tekst, zelf, [zelf]);
        }
        var lijken = await ZoekAsync(tekst, ct);
        if (lijken.Count == 0)
        {
            var ook = await new ZoekQueries(lezing).GebiedenAsync(tekst, ct);
            return new(
                tekst,
                null,
                [.. ook.Select(o => new GebiedRow(o.Code, o.Soort, o.Naam, o.BovenSoort, o.BovenNaam))],
                Gelijkend: true
            );
        }
        var opCode = lijken.FirstOrDefault(g => g.Code.Equals(tekst, StringComparison.OrdinalIgnoreCase));
        var opNaam = lijken.Where(g => Bestanden.Tekst.Kaal(g.Naam) == Bestanden.Tekst.Kaal(tekst)).ToList();
        return new(
            tekst,
            opCode
                ?? (
                    opNaam.Count == 1 ? opNaam[0]
                    : lijken.Count == 1 && tekst.Length >= MinsteLetters ? lijken[0]
                    : null
                ),
            opNaam.Count > 1 ? opNaam : lijken
        );
    }

    public async Task<GebiedRow?> OpCodeAsync(string code, CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<GebiedRow>(
            new($"{Select} where g.code = @code", new { code }, cancellationToken: ct)
        );
    }

    public async Task<GebiedDetail?> FindAsync(string soort, string code, CancellationToken ct)
    {
        const string sql = """
            select g.code, g.soort, g.naam, g.indeling::int, round((ST_Area(g.geom) / 10000)::numeric, 2) as hectare,
                i.inwoners, i.jaar::int as inwoners_jaar
            from gebied_nu g
            left join lateral (select inwoners, jaar from inwoners_nu i where i.code = g.code
                and i.indeling = g.indeling order by jaar desc limit 1) i on true
            where g.soort = @soort and lower(g.code) = lower(@code)
            """;

        var connection = await lezing.OpenAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<GebiedDetail>(
            new(sql, new { soort, code }, cancellationToken: ct)
        );
    }

    /// <summary>The code of the city; null while no areas are loaded.</summary>
    public async Task<string?> StadAsync(CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        return await connection.QueryFirstOrDefaultAsync<string>(
            new("select code from gebied_nu where soort = 'stad' order by code limit 1", cancellationToken: ct)
        );
    }

    /// <summary>The areas that an area lies in, from the city down to just above it.</summary>
    public async Task<IReadOnlyList<GebiedRow>> BovenAsync(string code, CancellationToken ct)
    {
        const string sql = $"""
            {Select}
            where g.code <> @code
              and g.code in (select b.boven_code from gebied_boven b where b.code = @code and b.indeling = g.indeling)
            order by array_position(array['stad', 'stadsdeel', 'gebied', 'wijk'], g.soort) limit 10
            """;

        var connection = await lezing.OpenAsync(ct);
        return (await connection.QueryAsync<GebiedRow>(new(sql, new { code }, cancellationToken: ct))).AsList();
    }

    /// <summary>
    /// The areas right below an area, the largest kind first; of a gebied its wijken, and the buurten whose wijk lies
    /// in more than one gebied.
    /// </summary>
    public async Task<IReadOnlyList<GebiedRow>> OnderAsync(string code, CancellationToken ct)
    {
        const string sql = $"""
            {Select}
            where g.ouder_code = @code
               or exists (select from gebied_boven b
                          where b.code = g.code and b.indeling = g.indeling and b.boven_code = @code
                            and b.boven_soort = 'gebied' and g.soort <> 'gebied'
                            and not exists (select from gebied_boven w
                                            where w.indeling = g.indeling and w.code = g.ouder_code
                                                and w.boven_code = @code))
            order by array_position(array['stadsdeel', 'gebied', 'wijk', 'buurt'], g.soort), g.naam, g.code limit 1000
            """;

        var connection = await lezing.OpenAsync(ct);
        return (await connection.QueryAsync<GebiedRow>(new(sql, new { code }, cancellationToken: ct))).AsList();
    }

    /// <summary>
    /// One area with what surrounds it, as a GeoJSON FeatureCollection in WGS84; the area itself has <c>zelf: true</c>;
    /// null when there is no such area.
    /// </summary>
    public async Task<byte[]?> OmgevingGeoJsonAsync(string code, CancellationToken ct)
    {
        const string sql = """
            select '{"type":"FeatureCollection","features":[' || string_agg(ST_AsGeoJSON(f.*, 'kaart', 5), ','
                order by f.code) || ']}'
            from (select g.code, g.naam, g.soort, g.code = @code as zelf, g.kaart
                  from gebied_nu z join gebied_nu g on g.soort = z.soort and ST_DWithin(g.geom, z.geom, 300)
                  where z.code = @code order by g.code limit 200) f
            """;

        var connection = await lezing.OpenAsync(ct);
        await using var reader = await connection.ExecuteReaderAsync(new(sql, new { code }, cancellationToken: ct));
        await reader.ReadAsync(ct);
        return await reader.IsDBNullAsync(0, ct) ? null : await reader.GetFieldValueAsync<byte[]>(0, ct);
    }
}
