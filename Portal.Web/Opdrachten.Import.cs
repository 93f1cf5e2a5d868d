using System.CommandLine;
using Portal.Data;
using Portal.Data.Datasets;

namespace Portal.Web;

public static partial class Opdrachten
{
    private static readonly Option<bool> Krimp = new("--krimp-toegestaan")
    {
        Description = "Ook laden als er meer dan 20 % minder rijen zijn dan in de vorige versie.",
    };
    private static readonly Option<bool> Verlies = new("--verlies-toegestaan")
    {
        Description =
            "Ook laden als meer dan 20 % van de rijen wordt afgewezen, of een rij over meer dan 50 regels loopt.",
    };
    private static readonly Option<bool> Opnieuw = new("--opnieuw")
    {
        Description = "Ook laden als precies dit bestand al is geladen.",
    };
    private static readonly Option<bool> Concept = new("--concept")
    {
        Description = "Nog niet publiceren: laden en nakijken. Daarna: portal publiceer DATASET.",
    };

    private static readonly Option<string?> HoeVaak = new("--ritme")
    {
        Description =
            "Hoe vaak deze gegevens horen te komen; komen ze niet, dan zegt de site dat. Blijft tot u iets "
            + "anders zegt.",
    };

    // One command for each kind of file that a subject says it takes.
    private static Command Import()
    {
        var import = new Command("import", "Een levering laden.");
        HoeVaak.AcceptOnlyFromAmong([.. Ritme.Alle.Select(r => r.Code)]);
        foreach (var soort in Onderwerpen.Alle.SelectMany(o => o.Imports))
        {
            import.Subcommands.Add(ImportVan(soort));
        }
        import.Subcommands.Add(ImportOordelen());
        return import;
    }

    private static Command ImportVan(Importsoort soort)
    {
        var bestand = new Argument<string>("bestand") { Description = "Het bestand van de levering." };
        var opties = soort.Opties.ToDictionary(o => o.Naam, Maak);
        return Doe(
            soort.Naam,
            soort.Uitleg,
            [bestand, .. opties.Values, HoeVaak, Concept, Krimp, Verlies, Opnieuw],
            (r, ct) =>
            {
                var gezegd = opties
                    .Select(o => (Naam: o.Key, Tekst: Gezegd(r, o.Value)))
                    .Where(o => o.Tekst is not null)
                    .ToDictionary(o => o.Naam, o => o.Tekst!);
                return ImporteerAsync(r, p => soort.Laad(p, r.GetRequiredValue(bestand), new Keuzes(gezegd), ct));
            }
        );
    }

    private static Option Maak(Optie optie)
    {
        var naam = $"--{optie.Naam}";
        switch (optie.Soort)
        {
            case OptieSoort.JaNee:
                return new Option<bool>(naam) { Description = optie.Uitleg };
            default:
                var tekst = new Option<string?>(naam) { Required = optie.Verplicht, Description = optie.Uitleg };
                if (optie.Keuze is { Length: > 0 })
                {
                    tekst.AcceptOnlyFromAmong(optie.Keuze);
                }
                return tekst;
        }
    }

    private static string? Gezegd(ParseResult r, Option optie) =>
        optie switch
        {
            Option<bool> jaNee => r.GetValue(jaNee) ? "ja" : null,
            _ => r.GetValue((Option<string?>)optie),
        };

    private static async Task<int> ImporteerAsync(ParseResult r, Func<Publicatie, Task<ImportRapport>> import)
    {
        await using var db = Database();
        await ZegArchiefAsync(db, CancellationToken.None);
        var rapport = await ImportVerslag.MetVoortgangAsync(voortgang =>
            import(
                new Publicatie(db, Nu().Archief)
                {
                    MagKrimpen = r.GetValue(Krimp),
                    MagVerliezen = r.GetValue(Verlies),
                    Opnieuw = r.GetValue(Opnieuw),
                    AlleenConcept = r.GetValue(Concept),
                    Ritme = r.GetValue(HoeVaak),
                    Voortgang = voortgang,
                    Melding = Console.Error.WriteLine,
                }
            )
        );
        ImportVerslag.Toon(rapport, Nu().Archief);
        return rapport.Afwijzingen.Count > 0 || rapport is { EerderAfgewezen: > 0, AlGeladen: false } ? 1 : 0;
    }
}
