using System.CommandLine;
using Portal.Data;
using Portal.Data.Bekendmakingen;
using Portal.Data.Bekendmakingen.Koop;
using Portal.Data.Datasets;

namespace Portal.Web;

public static partial class Opdrachten
{
    private static Command Sync()
    {
        var gemeente = new Option<string?>("--gemeente")
        {
            Description = "Van welke gemeente, zoals KOOP haar noemt. Anders de gemeente van dit portaal.",
        };
        var vanaf = new Option<DateOnly?>("--vanaf")
        {
            Description =
                "Vanaf welke dag van bekendmaking (2026-01-31). Anders veertien dagen voor de nieuwste die er "
                + "is, of een jaar geleden.",
        };
        var uit = new Option<string?>("--uit")
        {
            Description = "Niet ophalen, maar lezen uit een bewaard antwoord of een map met bewaarde antwoorden.",
        };
        return new Command("sync", "Ophalen bij een bron wat er nieuw is.")
        {
            Doe(
                "bekendmakingen",
                "Officiële bekendmakingen ophalen bij KOOP (overheid.nl). Wat opgehaald is, blijft; nog eens vult aan.",
                [gemeente, vanaf, uit],
                async (r, ct) =>
                {
                    await using var db = Database();
                    var publicatie = new Publicatie(db, Nu().Archief)
                    {
                        MagKrimpen = true, // a slice judges its own days
                        AlleenAlsAnders = true,
                        Melding = Console.Error.WriteLine,
                    };
                    var rapporten = r.GetValue(uit) is { } pad
                        ? UitBestandenAsync(publicatie, pad, r.GetValue(gemeente), ct)
                        : KoopSync
                            .Maak(db, publicatie, Nu().Koop)
                            .HaalOpAsync(r.GetValue(gemeente), r.GetValue(vanaf), Klok.Systeem.Vandaag, ct);
                    var afgewezen = false;
                    await foreach (var rapport in rapporten)
                    {
                        ImportVerslag.Toon(rapport, Nu().Archief);
                        afgewezen |= rapport.Afwijzingen.Count > 0;
                    }
                    return afgewezen ? 1 : 0;
                }
            ),
        };
    }

    private static async IAsyncEnumerable<ImportRapport> UitBestandenAsync(
        Publicatie publicatie,
        string pad,
        string? gemeente,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        var bestanden = Directory.Exists(pad)
            ? Directory.EnumerateFiles(pad).Order(StringComparer.Ordinal).ToArray()
            : [pad];
        if (bestanden.Length == 0)
        {
            throw new ImportFout($"In de map {pad} staat geen bestand.");
        }
        foreach (var bestand in bestanden)
        {
            yield return await KoopImport.LaadAsync(publicatie, bestand, gemeente, ct);
        }
    }
}
