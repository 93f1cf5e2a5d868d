using Dapper;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;

namespace Portal.Data.Begrotingen;

/// <summary>
/// Loads a municipal subsidy register (sources.md D5, all three header forms). A row of a stadsdeel belongs to that
/// stadsdeel, or to the smaller area that its project or applicant names; a row of the whole city to the area that it names.
/// </summary>
public sealed class SubsidieImport(Publicatie publicatie)
{
    private static readonly Dataset Register = new(
        "subsidieregister", "Subsidieregister", Onderwerp.Begroting, "Zien welke organisaties en plannen subsidie kregen, en hoeveel.",
        "Gemeente, subsidiebureau", "Openbaar subsidieregister van de gemeente", "Zie de voorwaarden van de bron");

    public async Task<ImportRapport> LaadAsync(string pad, CancellationToken ct)
    {
        var levering = await Levering.OpenAsync(pad, ct);
        var csv = CsvBestand.Lees(pad);
        csv.Eis("Dossiernummer", "Aanvrager", "Regelingnaam", "Beleidsterrein", "Organisatieonderdeel", "Projectnaam", "Bedragaangevraagd", "Bedragverleend", "Bedragvastgesteld");
        return await publicatie.LaadAsync(Register, levering, lading => LaadRijenAsync(lading, csv, ct), ct);
    }

    private async Task LaadRijenAsync(Lading lading, CsvBestand csv, CancellationToken ct)
    {
        var gebieden = await Gebieden.BekendeGebieden.LeesAsync(lading, ct);
        var lezer = new SubsidieLezer(gebieden, await ProgrammasAsync(lading), NotatieVan(csv), lading.Rapport) { Herkenning = await HerkenningQueries.LeesAsync(lading, gebieden, ct) };
        var posten = new List<PostRij>(csv.Rijen.Count);
        foreach (var rij in csv.Rijen.Where(r => !r.IsLeeg && !r.IsStreepjes))
        {
            lading.Rapport.Gelezen++;
            if (lezer.Lees(rij) is { } post)
            {
                posten.Add(post);
            }
            if (lading.Rapport.Gelezen % 1000 == 0)
            {
                publicatie.Voortgang?.Report((lading.Rapport.Gelezen, csv.Rijen.Count));
            }
        }
        lezer.Besluit(posten);
        await PostRij.KopieerAsync(lading, posten, ct);
        (lading.Rapport.Gewijzigd, lading.Rapport.Vervallen) = await lading.Db.QuerySingleAsync<(int, int)>(
            PostRij.VerschilSql, new { lading.VersieId, lading.VorigeVersieId }, lading.Transactie, commandTimeout: 0);
        publicatie.Voortgang?.Report((csv.Rijen.Count, csv.Rijen.Count));
    }

    private static async Task<Dictionary<string, string>> ProgrammasAsync(Lading lading) =>
        (await lading.Db.QueryAsync<(string Terrein, string Programma)>("select beleidsterrein, programma_code from beleidsterrein_programma", transaction: lading.Transactie))
            .ToDictionary(p => p.Terrein, p => p.Programma, StringComparer.OrdinalIgnoreCase);

    private static Notatie NotatieVan(CsvBestand csv) =>
        Bedrag.Herken(csv.Rijen.SelectMany(r => new[] { r["Bedragverleend"], r["Bedragaangevraagd"], r["Bedragvastgesteld"] }));
}
