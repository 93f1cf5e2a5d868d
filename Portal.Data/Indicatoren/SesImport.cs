using System.Globalization;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;

namespace Portal.Data.Indicatoren;

/// <summary>
/// Loads the SES-WOA score of CBS (StatLine CSV). Its codes are older than the areas, so rows are joined by kind and name,
/// only where one area has that name; what does not join stays missing and is counted.
/// </summary>
public sealed class SesImport(Publicatie publicatie)
{
    private const string Code = "Regiocode (gemeente, wijk, buurt) (code)";
    private const string Naam = "Wijken en buurten";
    private const string Score = "SES-WOA/Totaalscore/Gemiddelde score (Getal)";

    private static readonly Dataset Ses = new(
        "ses-woa", "Sociaal-economische score (SES-WOA)", Onderwerp.Gebieden, "Zien hoe welvaart, opleiding en werk per buurt verschillen, naast wat de gemeente uitgeeft.", "CBS",
        "CBS StatLine 85163NED", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/deed.nl");

    public async Task<ImportRapport> LaadAsync(string pad, CancellationToken ct)
    {
        var levering = await Levering.OpenAsync(pad, ct);
        var csv = CsvBestand.Lees(pad);
        csv.Eis("Perioden", Naam, Code, Score);
        return await publicatie.LaadAsync(Ses, levering, lading => LaadRijenAsync(lading, csv, ct), ct);
    }

    private static async Task LaadRijenAsync(Lading lading, CsvBestand csv, CancellationToken ct)
    {
        var gebieden = await BekendeGebieden.LeesAsync(lading, ct);
        var rijen = csv.Rijen.Where(r => !r.IsLeeg).ToList();
        var los = new List<string>();
        var gedaan = new HashSet<(string, string)>();
        lading.Rapport.Gelezen = rijen.Count;
        await using var copy = await lading.Db.BeginBinaryImportAsync("copy meting (versie_id, rij, indicator, indeling, code, jaar, waarde, bronnaam) from stdin (format binary)", ct);
        foreach (var rij in rijen)
        {
            var (soort, naam) = (rij[Code]?[..Math.Min(2, rij[Code]!.Length)] switch { "BU" => "buurt", "WK" => "wijk", "GM" => "stad", _ => null }, rij[Naam] ?? "");
            var (waarde, fout) = Waarde(rij[Score]);
            if (soort is null || fout || !short.TryParse(rij["Perioden"], NumberStyles.None, CultureInfo.InvariantCulture, out var jaar))
            {
                lading.Rapport.Wijs(rij.Nummer, soort is null ? Code : fout ? Score : "Perioden", soort is null ? rij[Code] : fout ? rij[Score] : rij["Perioden"], "deze waarde is niet te lezen");
            }
            else if (gebieden.OpNaam(soort, naam) is not { } gebied || !gedaan.Add((soort, gebied)))
            {
                los.Add($"{soort} {naam}");
            }
            else
            {
                await copy.WriteRowAsync(ct, lading.VersieId, rij.Nummer, "ses-woa", gebieden.Indeling, gebied, jaar, (object?)waarde ?? DBNull.Value, naam);
                lading.Rapport.Geladen++;
            }
        }
        await copy.CompleteAsync(ct);
        lading.Rapport.Gewijzigd = lading.Rapport.Geladen;
        lading.Rapport.Meldingen.Add($"{los.Count} gebieden van de bron passen niet op een gebied van indeling {gebieden.Indeling} en blijven daar onbekend: {string.Join(", ", los)}.");
    }

    // StatLine: "." is no figure.
    private static (decimal? Waarde, bool Fout) Waarde(string? tekst) =>
        tekst is null or "." ? (null, false) : decimal.TryParse(tekst, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var waarde) ? (waarde, false) : (null, true);
}
