using Portal.Data.Begrotingen;
using Portal.Data.Datasets;

namespace Portal.Web.Pages.Begroting;

/// <summary>What a download of posts is: its columns, the choice it was made with, and the sources with version, checksum and licence (CSV on the Web, W3C).</summary>
public static class PostenMetadata
{
    private static readonly (string Naam, string Soort, string Uitleg)[] Kolommen =
    [
        ("id", "integer", "Nummer van de post; staat ook in het adres /begroting/post/{id}"),
        ("dataset", "string", "Dataset waar de post uit komt"),
        ("versie", "integer", "Versie van die dataset"),
        ("rij", "integer", "Rij in het geleverde bestand; de kop is rij 1"),
        ("bronsleutel", "string", "Sleutel van de rij in de bron, zoals het dossiernummer"),
        ("jaar", "gYear", "Boekjaar of subsidiejaar"),
        ("fase", "string", "begroting, begrotingswijziging, realisatie, aangevraagd, verleend of vastgesteld; tel fasen nooit bij elkaar op"),
        ("bl", "string", "L: lasten (uitgaven), B: baten (inkomsten)"),
        ("programma", "string", "Code van het programma; leeg: bij geen programma"),
        ("taakveld", "string", "Code van het taakveld (Iv3)"),
        ("toerekening", "string", "Hoe het geld bij een gebied hoort: direct_adres, direct_gebied, afgeleid (herkend in de tekst), sleutel (verdeeld) of stadsbreed"),
        ("gebied_soort", "string", "buurt, wijk, gebied, stadsdeel of stad"),
        ("gebied_code", "string", "Code van het gebied in de indeling van nu; leeg: bij geen gebied"),
        ("gebied", "string", "Naam van het gebied"),
        ("herkend", "string", "De woorden waaraan het gebied is herkend"),
        ("sleutel", "string", "De verdeelsleutel"),
        ("project", "string", "Naam van het project"),
        ("omschrijving", "string", "Omschrijving"),
        ("regeling", "string", "Subsidieregeling"),
        ("ontvanger", "string", "Organisatie die het geld kreeg; (Particulier) is een persoon"),
        ("bedrag", "decimal", "Euro: wat in deze keuze meetelt; van een verdeelde post het deel van het gekozen gebied"),
        ("hele_bedrag", "decimal", "Euro: de hele post"),
        ("peildatum", "date", "Datum waarop de rij slaat"),
    ];

    public static Dictionary<string, object?> Maak(PostKeuze keuze, BegrotingAanbod aanbod, IEnumerable<DatasetRow> bronnen, HttpRequest request) =>
        new()
        {
            ["@context"] = new object[] { "http://www.w3.org/ns/csvw", new Dictionary<string, string> { ["@language"] = "nl" } },
            ["url"] = $"{request.Scheme}://{request.Host}/begroting/posten.csv{request.QueryString}",
            ["dc:title"] = $"Posten {keuze.Begroting.Jaar}, {keuze.Begroting.Fase}",
            ["dc:description"] = aanbod.Tot(keuze.Begroting.Jaar, keuze.Begroting.Fase, keuze.Begroting.Bl) is { } tot ? $"Dit jaar is nog niet compleet: de gegevens lopen tot en met {tot:yyyy-MM-dd}." : null,
            ["dc:source"] = bronnen.Select(b => new Dictionary<string, object?>
            {
                ["dc:title"] = b.Titel, ["dc:publisher"] = b.Eigenaar, ["dc:source"] = b.Bron, ["dc:license"] = b.LicentieUrl ?? b.Licentie, ["dc:identifier"] = $"{request.Scheme}://{request.Host}/data#{b.Code}",
                ["schema:version"] = b.Versie, ["schema:sha256"] = b.Sha256, ["dc:issued"] = b.GeladenOp.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), ["dc:temporal"] = b.Peildatum?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            }).ToList(),
            ["keuze"] = new { keuze.Begroting.Jaar, keuze.Begroting.Fase, keuze.Begroting.Bl, keuze.Begroting.Tel, keuze.Begroting.Programma, keuze.Taakveld, Gebied = keuze.GebiedCode, keuze.Zoek, keuze.Ontvanger, keuze.Van, keuze.Tot },
            ["tableSchema"] = new { Columns = Kolommen.Select(k => new Dictionary<string, string> { ["name"] = k.Naam, ["titles"] = k.Naam, ["datatype"] = k.Soort, ["dc:description"] = k.Uitleg }), PrimaryKey = "id" },
        };
}
