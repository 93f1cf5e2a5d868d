using Dapper;
using Portal.Data.Bekendmakingen.Koop;
using Portal.Data.Bestanden;

namespace Portal.Data.Zoeken;

/// <summary>
/// A street or a postcode: of the layer of streets, in the middle of its line; or as announcements and permits name it,
/// in the middle of the places that they give it.
/// </summary>
/// <param name="Kaal">As names are compared.</param>
/// <param name="X">RD (EPSG:28992), metres, as <paramref name="Y"/>.</param>
public sealed record Straat(
    string Naam,
    string Kaal,
    bool IsPostcode,
    double X,
    double Y,
    double Lengte,
    double Breedte
);

/// <summary>
/// The streets and postcodes in the data that is loaded: an index of our own, for when the list of addresses of the
/// country is away. Without the layer of streets it knows only where something was announced.
/// </summary>
public sealed class StraatQueries(Lezing lezing)
{
    private sealed record PlekRow(string Tekst, double X, double Y, double Lengte, double Breedte);

    // The newest say enough: a street is built in again and again
    private const string Sql = """
        select t.tekst, ST_X(t.p) as x, ST_Y(t.p) as y, ST_X(w.p) as lengte, ST_Y(w.p) as breedte
        from ((select b.titel as tekst, b.geom as p from bekendmaking_nu b
               where GeometryType(b.geom) = 'POINT' and coalesce(b.plek, 'punt') = 'punt'
                   order by b.publicatiedatum desc limit 40000)
              union all
              (select coalesce(v.adres, v.titel), v.geom from vergunning_nu v
               where GeometryType(v.geom) = 'POINT' order by v.laatste_stap desc nulls last limit 40000)) t
        cross join lateral (select ST_Transform(t.p, 4326) as p) w
        """;

    // Two of a name in two towns of one municipality are two
    private const string LaagSql = $"""
        select l.titel as tekst, ST_X(p.p) as x, ST_Y(p.p) as y, ST_X(w.p) as lengte, ST_Y(w.p) as breedte
        from laagobject_nu l
        cross join lateral (select ST_ClosestPoint(l.geom, ST_Centroid(l.geom)) as p) p
        cross join lateral (select ST_Transform(p.p, 4326) as p) w
        where l.dataset = '{Laag}' and l.geom is not null order by l.titel, l.id
        """;

    /// <summary>The layer of bronnen/straten.json.</summary>
    public const string Laag = "straten";

    /// <summary>Those of the layer, and what it does not know.</summary>
    public async Task<IReadOnlyList<Straat>> AlleAsync(CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        var lijnen = (await connection.QueryAsync<PlekRow>(new(LaagSql, cancellationToken: ct)))
            .Select(p => new Straat(p.Tekst, Tekst.Kaal(p.Tekst), false, p.X, p.Y, p.Lengte, p.Breedte))
            .ToList();
        var namen = lijnen.Select(s => s.Kaal).ToHashSet();
        return
        [
            .. lijnen
                .Concat((await GenoemdAsync(connection, ct)).Where(s => s.IsPostcode || !namen.Contains(s.Kaal)))
                .OrderBy(s => s.Kaal, StringComparer.Ordinal),
        ];
    }

    private static async Task<IEnumerable<Straat>> GenoemdAsync(
        System.Data.Common.DbConnection connection,
        CancellationToken ct
    )
    {
        var plekken = await connection.QueryAsync<PlekRow>(new(Sql, cancellationToken: ct));
        return plekken
            .Select(p => (Plek: p, Adres: Adrestekst.LeesMetNaam(p.Tekst)))
            .Where(p => p.Adres is not null)
            .SelectMany(p => Namen(p.Adres!.Value).Select(n => (n.Naam, n.IsPostcode, p.Plek)))
            .GroupBy(p => (Kaal: Tekst.Kaal(p.Naam), p.IsPostcode))
            .Select(g => new Straat(
                g.First().Naam,
                g.Key.Kaal,
                g.Key.IsPostcode,
                g.Average(p => p.Plek.X),
                g.Average(p => p.Plek.Y),
                g.Average(p => p.Plek.Lengte),
                g.Average(p => p.Plek.Breedte)
            ));
    }

    private static IEnumerable<(string Naam, bool IsPostcode)> Namen((Adrestekst Adres, string Naam) gelezen) =>
        gelezen.Adres.Postcode is { } postcode
            ? [(gelezen.Naam, false), ($"{postcode[..4]} {postcode[4..]}", true)]
            : [(gelezen.Naam, false)];
}
