using Microsoft.Extensions.Localization;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;

namespace Portal.Web.Pages.Begrotingen;

/// <summary>
/// What a download of posts is: its columns, the choice it was made with, and the sources with version, checksum and
/// licence (CSV on the Web, W3C).
/// </summary>
public static class PostenMetadata
{
    public static Dictionary<string, object?> Maak(
        PostKeuze keuze,
        BegrotingAanbod aanbod,
        IEnumerable<DatasetRow> bronnen,
        HttpRequest request,
        IStringLocalizer<Teksten> tekst
    ) =>
        new()
        {
            ["@context"] = new object[]
            {
                "http://www.w3.org/ns/csvw",
                new Dictionary<string, string> { ["@language"] = "nl" },
            },
            ["url"] = $"{request.Scheme}://{request.Host}/begroting/posten.csv{request.QueryString}",
            ["dc:title"] = $"Posten {keuze.Begroting.Jaar}, {keuze.Begroting.Fase}",
            ["dc:description"] = Betekenis(aanbod, keuze.Begroting, tekst),
            ["dc:source"] = bronnen
                .Select(b => new Dictionary<string, object?>
                {
                    ["dc:title"] = b.Titel,
                    ["dc:publisher"] = b.Eigenaar,
                    ["dc:source"] = b.Bron,
                    ["dc:license"] = b.LicentieUrl ?? b.Licentie,
                    ["dc:identifier"] = $"{request.Scheme}://{request.Host}/data#{b.Code}",
                    ["schema:version"] = b.Versie,
                    ["schema:sha256"] = b.Sha256,
                    ["dc:issued"] = Klok.Hier(b.GeladenOp)
                        .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                    ["dc:temporal"] = b.Peildatum?.ToString(
                        "yyyy-MM-dd",
                        System.Globalization.CultureInfo.InvariantCulture
                    ),
                })
                .ToList(),
            ["keuze"] = new
            {
                keuze.Begroting.Jaar,
                keuze.Begroting.Fase,
                keuze.Begroting.Bl,
                keuze.Begroting.Tel,
                keuze.Begroting.Programma,
                keuze.Begroting.Jaarsoort,
                keuze.Taakveld,
                Gebied = keuze.GebiedCode,
                keuze.Zoek,
                keuze.Ontvanger,
                keuze.Van,
                keuze.Tot,
            },
            ["tableSchema"] = new
            {
                Columns = PostKolom.Alle.Select(k => new Dictionary<string, string>
                {
                    ["name"] = k.Naam,
                    ["titles"] = k.Naam,
                    ["datatype"] = k.Soort,
                    ["dc:description"] = k.Uitleg,
                }),
                PrimaryKey = "id",
            },
        };

    // What the year means and how complete it is: the same words as on the page.
    private static string? Betekenis(BegrotingAanbod aanbod, BegrotingKeuze keuze, IStringLocalizer<Teksten> tekst)
    {
        var dekking = Jaarzinnen.Dekking(aanbod.Profiel(keuze), tekst) is { } reden
            ? $"{tekst["{0} is nog niet compleet.", keuze.Jaar].Value} {reden}"
            : null;
        var zinnen = new[] { Jaarzinnen.Betekenis(aanbod, keuze, tekst), dekking }.OfType<string>().ToList();
        return zinnen.Count == 0 ? null : string.Join(' ', zinnen);
    }
}
