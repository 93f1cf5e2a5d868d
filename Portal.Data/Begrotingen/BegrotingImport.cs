using System.Globalization;
using Dapper;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;

namespace Portal.Data.Begrotingen;

/// <summary>
/// Loads a "begrotingslevering" of staff (columns in docs/beheer.md): one year and one phase a file, so that a new
/// delivery for that year and phase becomes a new version of the same dataset.
/// </summary>
public sealed class BegrotingImport(Publicatie publicatie)
{
    private static readonly string[] Verplicht = ["boekjaar", "fase", "bl", "gebiedscode", "toerekening", "omschrijving", "bedrag"];

    private static readonly string[] Bekend =
        [.. Verplicht, "id", "programma", "programma_code", "taakveld", "categorie", "gebiedstype", "gebied_indeling", "sleutel", "aandeel", "project_id", "project", "ontvanger_type", "ontvanger", "peildatum"];

    public async Task<ImportRapport> LaadAsync(string pad, CancellationToken ct)
    {
        var levering = await Levering.OpenAsync(pad, ct);
        var csv = CsvBestand.Lees(pad);
        csv.EisEenmaal(Bekend);
        csv.Eis(csv.Heeft("programma_code") ? Verplicht : [.. Verplicht, "programma"]);
        var rijen = csv.Rijen.Where(r => !r.IsLeeg && !r.IsStreepjes).ToList();
        var (jaar, fase) = (Enige(csv, rijen, "boekjaar"), Enige(csv, rijen, "fase").ToLowerInvariant());
        if (!short.TryParse(jaar, NumberStyles.None, CultureInfo.InvariantCulture, out var boekjaar) || boekjaar is < 1990 or > 2100 || fase is not ("begroting" or "begrotingswijziging" or "realisatie"))
        {
            throw new ImportFout($"{csv.Naam}: boekjaar '{jaar}' met fase '{fase}' kan niet. Fase is begroting, begrotingswijziging of realisatie; boekjaar is een jaartal van 1990 tot en met 2100.");
        }
        var dataset = new Dataset(
            $"{fase}-{boekjaar}", $"{char.ToUpperInvariant(fase[0])}{fase[1..]} {boekjaar} per buurt", Onderwerp.Begroting, "Zien wat de gemeente in uw buurt uitgeeft, en waaraan.",
            "Gemeente, financiën", "Begrotingslevering van de gemeente", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/deed.nl");
        return await publicatie.LaadAsync(dataset, levering, lading => LaadRijenAsync(lading, csv, rijen, boekjaar, fase, ct), ct);
    }

    private static string Enige(CsvBestand csv, List<CsvRij> rijen, string kolom)
    {
        if (rijen.Count == 0)
        {
            throw new ImportFout($"{csv.Naam} heeft alleen een kopregel. Er is niets te laden.");
        }
        var eerste = rijen[0][kolom] ?? "";
        return rijen.Find(r => !eerste.Equals(r[kolom] ?? "", StringComparison.OrdinalIgnoreCase)) is not { } anders ? eerste
            : throw new ImportFout(
                $"{csv.Naam}: rij {anders.Nummer} heeft in kolom {kolom} {(anders[kolom] is { } waarde ? $"'{waarde}'" : "niets")}, rij {rijen[0].Nummer} heeft '{eerste}'. "
                    + "Lever elk jaar en elke fase in een eigen bestand, en haal regels met een totaal weg (een controletotaal heeft ook een jaar en een fase).");
    }

    private async Task LaadRijenAsync(Lading lading, CsvBestand csv, List<CsvRij> rijen, short jaar, string fase, CancellationToken ct)
    {
        var programmas = (await lading.Db.QueryAsync<(string Code, string Naam)>("select code, naam from programma", transaction: lading.Transactie))
            .SelectMany(p => new[] { (Tekst.Kaal(p.Code), p.Code), (Tekst.Kaal(p.Naam), p.Code) }).DistinctBy(p => p.Item1).ToDictionary(p => p.Item1, p => p.Code);
        var lezer = new BegrotingLezer(await BekendeGebieden.LeesAsync(lading, ct), programmas, Bedrag.Herken(csv.Rijen.Select(r => r["bedrag"])), lading.Rapport, jaar, fase, csv.Behalve(Bekend));
        lading.Rapport.Gelezen = rijen.Count;
        if (jaar > DateTime.Today.Year && fase == "realisatie")
        {
            lading.Rapport.Meldingen.Add($"Boekjaar {jaar} ligt in de toekomst, en toch is de fase realisatie. Klopt het niet, haal de levering dan terug met: portal terug {fase}-{jaar}.");
        }
        if (csv.Behalve(Bekend) is { Count: > 0 } over)
        {
            lading.Rapport.Meldingen.Add($"Deze kolommen kent het portaal niet en zijn niet overgenomen: {string.Join(", ", over)}.");
        }
        var controles = rijen.Where(Controletotalen.IsControle).ToList();
        await PostRij.KopieerAsync(lading, rijen.Except(controles).Select(lezer.Lees).OfType<PostRij>().ToList(), ct);
        await Controletotalen.ControleerAsync(lading, [.. controles.Select(lezer.LeesControle).OfType<Controletotaal>()], ct);
        (lading.Rapport.Gewijzigd, lading.Rapport.Vervallen) = await lading.Db.QuerySingleAsync<(int, int)>(
            PostRij.VerschilSql, new { lading.VersieId, lading.VorigeVersieId }, lading.Transactie, commandTimeout: 0);
        publicatie.Voortgang?.Report((rijen.Count, rijen.Count));
    }
}
