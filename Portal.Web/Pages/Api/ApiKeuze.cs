using System.Globalization;
using Microsoft.Extensions.Primitives;
using Portal.Data.Gebieden;
using Portal.Data.Uitvoer;
using Portal.Web.Pages.Collecties;

namespace Portal.Web.Pages.Api;

/// <summary>Which part of a list is asked, or why it cannot be.</summary>
public sealed record ApiKeuze(Bladvraag? Vraag, bool MetAantal, string? Reden)
{
    /// <summary>Where this part begins; null: it is the first.</summary>
    public Verderplek? Na { get; init; }

    public const int Gewoon = 100;
    public const int Meeste = 1000;

    /// <summary>What every list knows beside its filters.</summary>
    public static readonly string[] VanBladen = ["limit", "na", "metAantal"];

    /// <summary>The parameters of a list, as the API writes them.</summary>
    public static IEnumerable<string> Parameters(Collectie collectie) =>
        CollectieKeuze
            .Parameters(collectie, inPaginas: false)
            .Select(n => collectie.Filters.FirstOrDefault(k => k.Naam == n)?.ApiNaam ?? n)
            .Concat(VanBladen);

    public static async Task<ApiKeuze> LeesAsync(
        IQueryCollection query,
        Collectie collectie,
        GebiedQueries gebieden,
        CancellationToken ct
    )
    {
        var kolommen = collectie.Filters.ToDictionary(k => k.ApiNaam, k => k.Naam, StringComparer.OrdinalIgnoreCase);
        var lijst = new QueryCollection(
            query.ToDictionary(q => kolommen.GetValueOrDefault(q.Key, q.Key), q => q.Value)
        );
        var keuze = await CollectieKeuze.LeesAsync(lijst, collectie, gebieden, ct);
        var (aantal, na, metAantal, reden) = Blad(query, collectie);
        return (keuze.Reden ?? reden) is { } fout
            ? new(null, false, fout)
            : new(new(keuze.Filter, Voorwaarde.Geen, aantal, na?.Id), metAantal, null) { Na = na };
    }

    /// <summary>How many, from where, and whether to count all.</summary>
    public static (int Aantal, Verderplek? Na, bool MetAantal, string? Reden) Blad(
        IQueryCollection query,
        Collectie collectie
    )
    {
        var (limit, na, tel) = (Tekst(query["limit"]), Tekst(query["na"]), Tekst(query["metAantal"]));
        var aantal = Gewoon;
        var plek = na is null ? null : Verderplek.Lees(collectie, na);
        var reden =
            limit is not null
            && (
                !int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out aantal)
                || aantal is < 1 or > Meeste
            )
                ? $"Bij limit staat '{limit}'. Kies een getal van 1 tot en met {Meeste}."
            : na is not null && plek is null
                ? "De plek bij na klopt niet. Gebruik het adres dat bij next staat, of begin opnieuw zonder na."
            : Ongeldig.Waarde("metAantal", tel, ["ja"]);
        return (aantal, plek, tel is not null, reden);
    }

    private static string? Tekst(StringValues waarde) =>
        waarde.ToString().Trim() is { Length: > 0 } tekst ? tekst : null;
}
