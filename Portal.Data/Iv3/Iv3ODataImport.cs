using Dapper;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;

namespace Portal.Data.Iv3;

/// <summary>
/// Loads the Iv3 of the municipality of the portal from a table of CBS. It counts as what the municipality handed in,
/// for it is that; so it has the place of a JSON of the municipality itself.
/// </summary>
internal sealed class Iv3ODataImport(Publicatie publicatie)
{
    public const string Eigenaar = "CBS";

    /// <summary>Where the Iv3 of a municipality stands, whoever delivers it.</summary>
    public static string Code(string gemeente, int jaar, string fase) => $"iv3-{jaar}-{fase}-{gemeente[2..]}";

    public async Task<ImportRapport> LaadAsync(Levering levering, CancellationToken ct)
    {
        var (code, naam) = await GebiedGemeente.EisAsync(publicatie.Db, ct);
        var bestand = Iv3ODataBestand.Lees(levering, code);
        var (jaar, fase) = (bestand.Periode.Jaar, bestand.Periode.Fase);
        var dataset = new Dataset(
            Code(code, jaar, fase),
            $"Iv3 {(fase == "begroting" ? "begroting" : "jaarrekening")} {jaar} van {naam}",
            BegrotingOnderwerp.Code,
            "Zien wat de gemeente uitgeeft, en waaraan.",
            Eigenaar,
            "CBS, Informatie voor derden (Iv3), zoals de gemeente die aanleverde",
            "CC BY 4.0",
            "https://creativecommons.org/licenses/by/4.0/deed.nl"
        );
        return await publicatie.LaadAsync(dataset, levering, l => LaadRijenAsync(l, bestand, (code, naam), ct), ct);
    }

    private static async Task LaadRijenAsync(
        Lading lading,
        Iv3ODataBestand bestand,
        (string Code, string Naam) gemeente,
        CancellationToken ct
    )
    {
        var bladen = Iv3Bladeren.Van(bestand.Cellen);
        lading.Rapport.Gelezen = bestand.Cellen.Count;
        lading.Rapport.Geladen = bladen.Count;
        var inwoners = await lading.Db.QuerySingleOrDefaultAsync<int?>(
            new(
                "select inwoners from inwoners_nu where code = @Code and jaar = @Jaar order by indeling desc limit 1",
                new { gemeente.Code, bestand.Periode.Jaar },
                lading.Transactie,
                cancellationToken: ct
            )
        );
        await TaakveldLijst.BewaarAsync(
            lading,
            bestand.Periode.Jaar,
            bladen
                .Select(b => b.Taakveld)
                .Distinct()
                .Select(t => (t, TaakveldLijst.Namen.GetValueOrDefault(t, t), t[..1], TaakveldLijst.Hoofd[t[..1]])),
            overschrijf: false
        );
        await Iv3Rij.KopieerAsync(
            lading,
            bestand.Periode,
            bladen.Select(b => new Iv3Rij(
                b.Rij,
                gemeente.Code,
                gemeente.Naam,
                b.Taakveld,
                b.Categorie,
                b.Bl,
                b.Bedrag,
                inwoners
            )),
            ct
        );
    }
}
