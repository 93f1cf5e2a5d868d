using Microsoft.Extensions.Localization;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;

namespace Portal.Web.Pages.Begrotingen;

/// <summary>What a download of posts is: its columns, the choice it was made with, and the sources with version, checksum and licence (CSV on the Web, W3C).</summary>
public static class PostenMetadata
{
    private static readonly (string Naam, string Soort, string Uitleg)[] Kolommen =
    [
        (
            "id",
            "integer",
            "Nummer van de rij in deze database; verandert bij elke versie. Citeer met /begroting/post/{dataset_code}/{versie}/{bronsleutel}"
        ),
        ("dataset", "string", "Dataset waar de post uit komt"),
        ("dataset_code", "string", "Code van die dataset"),
        ("versie", "integer", "Versie van die dataset"),
        ("rij", "integer", "Rij in het geleverde bestand; de kop is rij 1"),
        ("bronsleutel", "string", "Sleutel van de rij in de bron, zoals het dossiernummer"),
        (
            "jaar",
            "gYear",
            "Boekjaar; bij subsidies het jaar van de aanvraag (het dossier), of het subsidiejaar waar de bron dat geeft"
        ),
        (
            "jaar_basis",
            "string",
            "Hoe de jaren waarvoor het geld is bekend zijn: bron (de bron zegt het), tekst (gelezen in project of regeling) of dossier (alleen het jaar van de aanvraag is bekend)"
        ),
        ("voor_van", "gYear", "Eerste jaar waarvoor het geld is; leeg: niet bekend"),
        ("voor_tot", "gYear", "Laatste jaar waarvoor het geld is; leeg: niet bekend"),
        ("voor_tekst", "string", "De woorden waaruit die jaren zijn gelezen"),
        (
            "fase",
            "string",
            "begroting, begrotingswijziging, realisatie, aangevraagd, verleend of vastgesteld; tel fasen nooit bij elkaar op"
        ),
        ("bl", "string", "L: lasten (uitgaven), B: baten (inkomsten)"),
        ("programma", "string", "Code van het programma; leeg: bij geen programma"),
        ("taakveld", "string", "Code van het taakveld (Iv3)"),
        (
            "toerekening",
            "string",
            "Hoe het geld bij een gebied hoort: direct_adres, direct_gebied, afgeleid (herkend in de tekst), sleutel (verdeeld), stadsbreed (de bron zegt: van de hele stad) of onbekend (de bron zegt niet waar)"
        ),
        ("gebied_soort", "string", "buurt, wijk, gebied, stadsdeel of stad"),
        ("gebied_code", "string", "Code van het gebied in de indeling van nu; leeg: bij geen gebied"),
        ("gebied", "string", "Naam van het gebied"),
        ("herkend", "string", "De woorden waaraan het gebied is herkend"),
        ("sleutel", "string", "De verdeelsleutel"),
        ("project", "string", "Naam van het project"),
        ("omschrijving", "string", "Omschrijving"),
        ("regeling", "string", "Subsidieregeling"),
        (
            "ontvanger",
            "string",
            "Organisatie die het geld kreeg; (Particulier) is een persoon, (naam nog niet beoordeeld) misschien"
        ),
        (
            "bedrag",
            "decimal",
            "Euro: wat in deze keuze meetelt; van een verdeelde post het deel van het gekozen gebied, van een subsidie voor meer jaren (jaarsoort=waarvoor) het deel van het gekozen jaar"
        ),
        ("hele_bedrag", "decimal", "Euro: de hele post"),
        ("peildatum", "date", "Datum waarop de rij slaat"),
    ];

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
                Columns = Kolommen.Select(k => new Dictionary<string, string>
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
