using System.Globalization;
using Portal.Data;
using Portal.Data.Gebieden;
using Portal.Data.Lagen;
using Portal.Data.Uitvoer;
using Portal.Web.Pages.EigenGebied;

namespace Portal.Web.Pages.Collecties;

/// <summary>What an address asks of a collection, or why it cannot be.</summary>
/// <param name="Reden">In Dutch; null: it can.</param>
public sealed record CollectieKeuze(CollectieFilter Filter, GebiedRow? Gebied, int Pagina, string? Reden)
{
    /// <summary>The collection of an address: a subject's, or a layer; null: there is none of that name.</summary>
    public static async Task<Collectie?> VindAsync(HttpContext context, LaagQueries lagen, CancellationToken ct) =>
        context.Request.RouteValues["laag"] is string laag
            ? await lagen.FindAsync(laag, ct)
            : context
                .RequestServices.GetRequiredService<Onderwerplijst>()
                .Collecties.FirstOrDefault(c =>
                    c.Pad.Equals(context.Request.RouteValues["collectie"] as string, StringComparison.OrdinalIgnoreCase)
                );

    /// <summary>The parameters that a collection knows.</summary>
    public static IEnumerable<string> Parameters(Collectie collectie, bool inPaginas) =>
        [
            "gebied",
            "zoek",
            .. collectie.MetPeriode ? new[] { "van", "tot" } : [],
            .. collectie.Filters.Select(k => k.Naam),
            .. collectie.Termijn is null ? [] : new[] { "nog" },
            .. collectie.MetPlek ? new[] { "bij", "straal", "vlak" } : [],
            .. inPaginas ? new[] { "pagina" } : [],
        ];

    public static async Task<CollectieKeuze> LeesAsync(
        IQueryCollection query,
        Collectie collectie,
        GebiedQueries gebieden,
        CancellationToken ct
    )
    {
        var vandaag = gebieden.Vandaag;
        string? Tekst(string naam) => query[naam].ToString().Trim() is { Length: > 0 } tekst ? tekst : null;

        var reden = new List<string>();
        DateOnly? Dag(string naam)
        {
            if (!collectie.MetPeriode || Tekst(naam) is not { } tekst)
            {
                return null;
            }
            if (
                DateOnly.TryParseExact(
                    tekst,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var dag
                )
            )
            {
                return dag;
            }
            reden.Add($"Bij {naam} staat '{tekst}'. Schrijf een datum als 2026-03-31.");
            return null;
        }

        var codes = new Dictionary<string, string>();
        foreach (var kolom in collectie.Filters)
        {
            if (Tekst(kolom.Naam) is { } code)
            {
                codes[kolom.Naam] = code;
                var fout = kolom is { Codes.Count: > 0, AndereOok: false }
                    ? Ongeldig.Waarde(kolom.Naam, code, kolom.Codes.Select(c => c.Code))
                    : null;
                reden.AddRange(fout is null ? [] : [fout]);
                if (
                    kolom.Soort == KolomSoort.Jaar
                    && !short.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out _)
                )
                {
                    reden.Add($"Bij {kolom.Naam} staat '{code}'. Dat is geen jaartal.");
                }
            }
        }
        var pagina = 1;
        if (
            Tekst("pagina") is { } p
            && (
                !int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out pagina)
                || pagina is < 1 or > 100_000
            )
        )
        {
            reden.Add($"Bij pagina staat '{p}'. Dat is geen pagina.");
        }
        if (Tekst("zoek") is { Length: > 250 })
        {
            reden.Add("De zoekvraag is langer dan 250 tekens.");
        }
        var (omtrek, omtrekFout) = collectie.MetPlek
            ? Omtrekken.Lees(Tekst("bij"), Tekst("straal"), Tekst("vlak"))
            : (null, null);
        reden.AddRange(omtrekFout is null ? [] : [omtrekFout]);
        if (Tekst("nog") is not (null or "ja"))
        {
            reden.Add("Bij nog staat iets anders dan 'ja'.");
        }
        var (gebied, onbekend) = await GebiedAsync(gebieden, Tekst("gebied"), ct);
        reden.AddRange(onbekend is null ? [] : [onbekend]);
        var (van, tot) = (Dag("van"), Dag("tot"));
        if (van > tot)
        {
            reden.Add("De eerste dag ligt na de laatste.");
        }
        var filter = new CollectieFilter(gebied?.Code, Tekst("zoek"), van, tot)
        {
            Codes = codes,
            NogOp = collectie.Termijn is not null && Tekst("nog") is not null ? vandaag : null,
            Omtrek = omtrek,
        };
        return new(filter, gebied, pagina, reden.FirstOrDefault());
    }

    // Here nobody reads what was meant: a part of a name is no name
    private static async Task<(GebiedRow? Gebied, string? Reden)> GebiedAsync(
        GebiedQueries gebieden,
        string? tekst,
        CancellationToken ct
    )
    {
        var vondst = await gebieden.VindAsync(tekst, ct);
        return
            vondst.Gebied is { } g
            && g.Code != vondst.Gevraagd
            && Portal.Data.Bestanden.Tekst.Kaal(g.Naam) != Portal.Data.Bestanden.Tekst.Kaal(vondst.Gevraagd!)
            ? (
                null,
                $"We kennen geen gebied '{tekst}'; het lijkt op {g.Naam} ({g.Code}). Schrijf de hele naam of de code."
            )
            : (vondst.Gebied, vondst.Reden);
    }
}
