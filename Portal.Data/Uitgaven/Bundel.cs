using System.Globalization;
using System.IO.Compression;
using System.Text;
using Portal.Data.Uitvoer;

namespace Portal.Data.Uitgaven;

/// <summary>
/// All of a version in one zip: its tables, what their columns mean, its history, checksums, and a description for
/// programs.
/// </summary>
public sealed class Bundel(Uitgever uitgever, Uitgavemap map, UitgaveQueries queries)
{
    public const string Naam = "alles.zip";

    /// <summary>One more whenever other things are written in it.</summary>
    private const int Uitvoering = 2;
    private static readonly Formaat[] Vormen = [CsvFormaat.Formaat, GeoJsonFormaat.Formaat];

    public async Task<(string Pad, Uitgavebestand Bestand)> GeefAsync(Uitgave uitgave, Uri basis, CancellationToken ct)
    {
        // It holds addresses of the portal and sentences of this code: made for another, it is made again
        var stand = $"{await queries.OordeelstandAsync(ct)} {Uitvoering} {basis}";
        var bestand =
            map.Vind(uitgave, Naam, stand)
            ?? await map.MaakAsync(uitgave, Naam, stand, naar => SchrijfAsync(uitgave, basis, naar, ct), ct);
        return (map.Pad(bestand.Sha256), bestand);
    }

    private async Task SchrijfAsync(Uitgave uitgave, Uri basis, Stream naar, CancellationToken ct)
    {
        await using var zip = new ZipArchive(naar, ZipArchiveMode.Create, leaveOpen: true);
        var (sommen, tabellen) = (new StringBuilder(), new List<(UitgaveTabel, Uitgavebestand)>());
        var gemist = new List<string>();
        foreach (var tabel in uitgave.Tabellen)
        {
            var vulling = await queries.VullingAsync(tabel, uitgave.Versie, ct);
            gemist.AddRange(vulling.Gemist(tabel.Collectie).Select(Schrijf));
            foreach (var vorm in Vormen.Where(v => v.Past(tabel.Collectie)))
            {
                var (pad, bestand) = await uitgever.GeefAsync(uitgave, tabel, vorm, basis, ct);
                var naam = $"{tabel.Naam}.{vorm.Extensie}";
                await zip.CreateEntryFromFileAsync(pad, naam, CompressionLevel.Optimal, ct);
                sommen.Append(CultureInfo.InvariantCulture, $"{bestand.Sha256}  {naam}\n");
                if (vorm == CsvFormaat.Formaat)
                {
                    tabellen.Add((tabel, bestand));
                }
            }
        }
        await SchrijfAsync(zip, "SHA256SUMS", sommen.ToString());
        await SchrijfAsync(zip, "datapackage.json", Datapakket.Maak(uitgave, tabellen, basis));
        await SchrijfAsync(zip, "kolommen.csv", Kolommen(uitgave));
        await SchrijfAsync(zip, "versies.csv", Versies(uitgave));
        await SchrijfAsync(zip, "LEESMIJ.txt", Leesmij(uitgave, basis, gemist));
    }

    private static async Task SchrijfAsync(ZipArchive zip, string naam, string tekst)
    {
        await using var uit = new StreamWriter(await zip.CreateEntry(naam).OpenAsync(), new UTF8Encoding(false));
        await uit.WriteAsync(tekst);
    }

    private static string Kolommen(Uitgave uitgave) =>
        Tabel(
            ["tabel", "kolom", "naam", "soort", "eenheid", "uitleg"],
            uitgave.Tabellen.SelectMany(t =>
                VasteKolommen
                    .Alle(t.Collectie)
                    .Select(k =>
                        new[] { t.Naam, k.Naam, k.Kop, Kolomsoorten.Woord(k.Soort), k.Eenheid, Datapakket.Uitleg(k) }
                    )
            )
        );

    private static string Versies(Uitgave uitgave) =>
        Tabel(
            ["versie", "datum", "status", "rijen", "nieuw_of_anders", "wijziging", "sha256_van_de_levering"],
            uitgave
                .Versies.Where(v => v.Nummer <= uitgave.Versie.Nummer)
                .Select(v =>
                    new[]
                    {
                        Getal(v.Nummer),
                        v.GepubliceerdOp.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                        v.Status,
                        Getal(v.Geladen),
                        Getal(v.Gewijzigd),
                        v.Wijziging ?? v.Reden,
                        v.Sha256,
                    }
                )
        );

    private static string Getal(int getal) => getal.ToString(CultureInfo.InvariantCulture);

    private static string Tabel(string[] kop, IEnumerable<string?[]> rijen) =>
        string.Concat(rijen.Prepend(kop).Select(r => string.Join(',', r.Select(Cel)) + "\r\n"));

    private static string Cel(string? tekst) =>
        $"\"{(tekst is { Length: > 0 } && Bestanden.Formule.Is(tekst) ? Bestanden.Formule.Vrij(tekst) : tekst)?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Schrijf(Gemis gemis) =>
        string.Format(
            CultureInfo.GetCultureInfo("nl-NL"),
            gemis.Zin,
            gemis.Aantal == 1 ? "1 rij" : $"{gemis.Aantal.ToString("N0", CultureInfo.GetCultureInfo("nl-NL"))} rijen",
            gemis.Van.ToString("N0", CultureInfo.GetCultureInfo("nl-NL"))
        );

    private static string Leesmij(Uitgave uitgave, Uri basis, IEnumerable<string> gemist) =>
        $"""
            {uitgave.Dataset.Titel}, versie {uitgave.Versie.Nummer}
            {uitgave.Dataset.Doel}

            Van: {uitgave.Dataset.Eigenaar}
            Bron: {uitgave.Dataset.Bron}
            Licentie: {uitgave.Dataset.Licentie} {uitgave.Dataset.LicentieUrl}
            Adres: {new Uri(basis, uitgave.Pad)}

            De tabellen staan in de CSV-bestanden (komma, UTF-8, punt als decimaalteken).
            Een leeg vak is geen nul.
            kolommen.csv zegt wat elke kolom is, versies.csv wat er eerder was.
            Controleer de bestanden met: sha256sum -c SHA256SUMS
            {(uitgave.Versie.Peildatum is { } dag ? $"Gegevens tot en met {dag:yyyy-MM-dd}.\n" : "")}
            Wat deze bestanden niet zeggen:
            {string.Concat(gemist.Distinct().Select(l => $"- {l}\n"))}

            """;
}
