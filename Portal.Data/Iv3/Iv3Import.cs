using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Data.Begrotingen;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;

namespace Portal.Data.Iv3;

/// <summary>What the operator says beside the file.</summary>
/// <param name="Jaar">For a CSV whose name does not tell it.</param>
/// <param name="Fase">The same: begroting or realisatie.</param>
/// <param name="Definities">Path of the definition file of CBS for the year.</param>
/// <param name="Eenheid">For a JSON: euro or duizend. Neither the schema nor the definitions say which, so it is never
/// guessed.</param>
public sealed record Iv3Opties(
    short? Jaar = null,
    string? Fase = null,
    string? Definities = null,
    string? Eenheid = null
);

/// <summary>
/// Loads Iv3: a CSV with all municipalities (amounts × € 1,000), the JSON that one municipality hands to CBS, or rows
/// of a table of CBS (dataderden).
/// </summary>
public sealed partial class Iv3Import(Publicatie publicatie)
{
    public async Task<ImportRapport> LaadAsync(string pad, Iv3Opties opties, CancellationToken ct)
    {
        using var levering = await publicatie.NeemAanAsync(pad, ct);
        return Bestandssoorten.Van(levering.Pad, levering.Naam) != Bestandssoort.Json
                ? await LaadCsvAsync(levering, opties, ct)
            : Iv3ODataBestand.Herkent(levering) ? await new Iv3ODataImport(publicatie).LaadAsync(levering, ct)
            : await new Iv3JsonImport(publicatie).LaadAsync(levering, opties, ct);
    }

    private async Task<ImportRapport> LaadCsvAsync(Levering levering, Iv3Opties opties, CancellationToken ct)
    {
        var csv = levering.AlsCsv();
        csv.Eis("Gemeenten", "Taakveld", "Baten", "Lasten", "Inwonertal", "Gemeentegrootte", "Provincie");
        var periode = PeriodeVan(levering.Naam, opties);
        var definities = Iv3Definities.Lees(opties.Definities, periode.Jaar);
        var dataset = new Dataset(
            $"iv3-{periode.Jaar}-{periode.Fase}",
            $"Iv3 {(periode.Fase == "begroting" ? "begroting" : "jaarrekening")} {periode.Jaar}, alle gemeenten",
            BegrotingOnderwerp.Code,
            "Zien wat gemeenten uitgeven, en waaraan, en uw gemeente met andere vergelijken.",
            "CBS",
            "CBS, Informatie voor derden (Iv3)",
            "CC BY 4.0",
            "https://creativecommons.org/licenses/by/4.0/deed.nl"
        );
        return await publicatie.LaadAsync(
            dataset,
            levering,
            lading => LaadRijenAsync(lading, csv, periode, definities, ct),
            ct
        );
    }

    private async Task LaadRijenAsync(
        Lading lading,
        CsvBestand csv,
        Iv3Periode periode,
        Iv3Definities? definities,
        CancellationToken ct
    )
    {
        var lezer = new Iv3CsvLezer(csv, definities, lading.Rapport);
        var rijen = lezer.Lees();
        await TaakveldLijst.BewaarAsync(lading, periode.Jaar, lezer.Namen, overschrijf: false);
        if (definities is not null)
        {
            await definities.BewaarAsync(lading);
        }
        await Iv3Rij.KopieerAsync(lading, periode, rijen, ct);
        publicatie.Voortgang?.Report((lading.Rapport.Gelezen, lading.Rapport.Gelezen));
    }

    private static Iv3Periode PeriodeVan(string naam, Iv3Opties opties)
    {
        var inNaam = PeriodeInNaam().Match(naam);
        short? jaar = inNaam.Success
            ? short.Parse(inNaam.Groups["jaar"].Value, CultureInfo.InvariantCulture)
            : opties.Jaar;
        var fase =
            !inNaam.Success ? opties.Fase
            : inNaam.Groups["soort"].Value.Equals("begroting", StringComparison.OrdinalIgnoreCase) ? "begroting"
            : "realisatie";
        if (jaar is not (>= 1990 and <= 2100) || fase is not ("begroting" or "realisatie"))
        {
            throw new ImportFout(
                $"Van welk jaar en welke fase {naam} is, staat niet in de naam (iv3_2024_begroting.csv, "
                    + "iv3_2023_jaarrekening.csv). Geef --jaar 2024 en --fase begroting of realisatie mee."
            );
        }
        if ((opties.Jaar ?? jaar) != jaar || (opties.Fase ?? fase) != fase)
        {
            throw new ImportFout(
                $"De naam {naam} zegt {fase} {jaar}, maar u gaf {opties.Fase ?? fase} {opties.Jaar ?? jaar} "
                    + "mee. Verander de naam of de opties."
            );
        }
        return new(jaar.Value, fase);
    }

    [GeneratedRegex(@"^iv3_(?<jaar>\d{4})_(?<soort>jaarrekening|begroting)(?![a-z])", RegexOptions.IgnoreCase)]
    private static partial Regex PeriodeInNaam();
}
