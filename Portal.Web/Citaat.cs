using Microsoft.AspNetCore.WebUtilities;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;

namespace Portal.Web;

/// <summary>How what is seen is cited.</summary>
public static class Citaat
{
    private const string Gekozen = "Citaat";
    private const string Genoemd = "Citaatbronnen";

    /// <summary>What a page shows that nobody chose: the usual year is another one next year.</summary>
    public static void Kies(IDictionary<string, object?> viewData, BegrotingKeuze? keuze, params string[] meer)
    {
        if (keuze is { Jaar: > 0 })
        {
            viewData[Gekozen] = string.Join('&', [keuze.Query(), .. meer]);
        }
    }

    /// <summary>The datasets that a page is from, with their versions.</summary>
    public static void Noem(IDictionary<string, object?> viewData, IReadOnlyList<DatasetRow> bronnen) =>
        viewData[Genoemd] = string.Join(", ", bronnen.Take(3).Select(b => $"{b.Titel} ({b.Code}), versie {b.Versie}"));

    /// <summary>What <see cref="Noem"/> was given, in Dutch; null: nothing.</summary>
    public static string? Bronnen(IDictionary<string, object?> viewData) =>
        viewData.TryGetValue(Genoemd, out var genoemd) && genoemd is string { Length: > 0 } tekst ? tekst : null;

    /// <summary>The address of this page, with all that was chosen in it.</summary>
    public static string Adres(HttpRequest request, IDictionary<string, object?> viewData)
    {
        var keuze = viewData.TryGetValue(Gekozen, out var gekozen) ? QueryHelpers.ParseQuery(gekozen as string) : [];
        foreach (var (naam, waarde) in request.Query)
        {
            keuze.TryAdd(naam, waarde);
        }
        return Engels.Url(request, QueryHelpers.AddQueryString(request.Path, keuze));
    }
}
