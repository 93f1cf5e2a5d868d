using System.Globalization;
using Portal.Data.Ogc;
using Portal.Data.Uitvoer;

namespace Portal.Web.Pages.Ogc;

/// <summary>Which features are asked, and how.</summary>
/// <param name="Alles">Nothing is left out: how many there are is known.</param>
public sealed record ItemsVraag(Bladvraag Blad, Crs Crs, Verderplek? Na, bool Tel, bool Alles)
{
    public const int Gewoon = 100;
    public const int Meeste = 10_000;

    /// <returns>What is asked, or in Dutch why it cannot be.</returns>
    public static (ItemsVraag? Vraag, string? Reden) Lees(IQueryCollection query, Collectie collectie)
    {
        string? Tekst(string naam) => query[naam].ToString() is { Length: > 0 } tekst ? tekst : null;
        try
        {
            var crs = LeesCrs("crs", Tekst("crs"));
            var waar = Kaderdeel(Tekst("bbox"), LeesCrs("bbox-crs", Tekst("bbox-crs")))
                .En(Tijddeel(Tekst("datetime"), collectie))
                .En(Filterdeel(Tekst("filter"), Tekst("filter-lang"), Tekst("filter-crs"), collectie))
                .En(Kolomdeel(query, collectie));
            var na = Tekst("na") is { } plek
                ? Verderplek.Lees(collectie, plek)
                    ?? throw new OgcFout(
                        "De plek bij na klopt niet. Gebruik het adres dat bij next staat, of begin opnieuw zonder na."
                    )
                : null;
            var blad = new Bladvraag(new CollectieFilter(), waar, Limiet(Tekst("limit")), na?.Id);
            return (new(blad, crs, na, JaNee("numberMatched", Tekst("numberMatched")), waar.Sql.Length == 0), null);
        }
        catch (Exception fout) when (fout is OgcFout or Cql2Fout)
        {
            return (null, fout.Message);
        }
    }

    public static Crs LeesCrs(string naam, string? uri) =>
        uri is null ? Crs.Crs84
        : Crs.Vind(uri) is { } crs ? crs
        : throw new OgcFout($"Bij {naam} staat '{uri}'. Kies uit: {string.Join(", ", Crs.Alle.Select(c => c.Uri))}.");

    // More than the most is no error: then that many come (/req/core/fc-limit-response-1)
    private static int Limiet(string? tekst) =>
        tekst is null ? Gewoon
        : int.TryParse(tekst, NumberStyles.None, CultureInfo.InvariantCulture, out var limiet) && limiet > 0
            ? Math.Min(limiet, Meeste)
        : throw new OgcFout($"Bij limit staat '{tekst}'. Kies een getal van 1 tot en met {Meeste}.");

    private static bool JaNee(string naam, string? tekst) =>
        Ongeldig.Waarde(naam, tekst, ["true", "false"]) is { } fout ? throw new OgcFout(fout) : tekst == "true";

    private static Voorwaarde Kaderdeel(string? tekst, Crs crs)
    {
        if (tekst is null)
        {
            return Voorwaarde.Geen;
        }
        var getallen = new List<decimal>();
        foreach (var deel in tekst.Split(','))
        {
            getallen.Add(
                decimal.TryParse(deel, NumberStyles.Float, CultureInfo.InvariantCulture, out var getal)
                    ? getal
                    : throw new OgcFout($"Bij bbox staat '{deel}'. Dat is geen getal.")
            );
        }
        var (kader, fout) = Kader.Lees(getallen, crs);
        return kader is null ? throw new OgcFout($"Bij bbox: {fout}") : Kader.Waar(kader, crs);
    }

    private static Voorwaarde Tijddeel(string? tekst, Collectie collectie)
    {
        if (tekst is null)
        {
            return Voorwaarde.Geen;
        }
        var (van, tot, fout) = Periode.Lees(tekst);
        return fout is not null ? throw new OgcFout(fout)
            : collectie.MetPeriode ? Periode.Waar(collectie, van, tot)
            : Voorwaarde.Geen; // what has no time is in every time
    }

    private static Voorwaarde Filterdeel(string? filter, string? taal, string? crs, Collectie collectie) =>
        taal is not (null or "cql2-text") ? throw new OgcFout($"Bij filter-lang staat '{taal}'. Kies uit: cql2-text.")
        : LeesCrs("filter-crs", crs) is var van && filter is null ? Voorwaarde.Geen
        : Cql2.Lees(filter, collectie, van);

    private static Voorwaarde Kolomdeel(IQueryCollection query, Collectie collectie) =>
        OgcParametersAttribute
            .Kolommen(collectie)
            .Where(q => query[q.Naam].ToString().Length > 0)
            .Select(q =>
                Kolomfilter.Lees(q, query[q.Naam].ToString()) is ({ } waar, _)
                    ? waar
                    : throw new OgcFout(Kolomfilter.Lees(q, query[q.Naam].ToString()).Fout!)
            )
            .Aggregate(Voorwaarde.Geen, (alles, deel) => alles.En(deel));

    /// <summary>Why an address cannot be, for its reader.</summary>
    public sealed class OgcFout(string reden) : Exception(reden);
}
