using System.CommandLine;
using Npgsql;
using Portal.Data;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Voorbeeld;

namespace Portal.Web;

public static partial class Opdrachten
{
    private static Command Terug()
    {
        var dataset = Dataset();
        var metWatErOpRust = new Option<bool>("--met-wat-erop-rust")
        {
            Description = "Ook terughalen wat met deze gebieden, inwoners of sleutel is gemaakt.",
        };
        return Doe(
            "terug",
            "De laatste levering van een dataset intrekken; de versie ervoor geldt dan weer.",
            [dataset, metWatErOpRust],
            async (r, ct) =>
            {
                await using var db = Database();
                var code = r.GetRequiredValue(dataset);
                var terug = await Versies(db).NeemTerugAsync(code, r.GetValue(metWatErOpRust), ct);
                Console.WriteLine(
                    $"{code}: versie {terug[0].Nummer} is ingetrokken; "
                        + $"{(terug[0].Nu is { } nu ? $"versie {nu} geldt weer" : "er is nu geen versie die geldt")}."
                );
                foreach (var ook in terug.Skip(1))
                {
                    Console.WriteLine($"  ook teruggehaald: {ook}");
                }
                return 0;
            }
        );
    }

    private static Command Publiceer()
    {
        var (dataset, versie) = (Dataset(), Versie());
        return Doe(
            "publiceer",
            "Een concept publiceren: vanaf dan ziet iedereen het.",
            [dataset, versie],
            async (r, ct) =>
            {
                await using var db = Database();
                var code = r.GetRequiredValue(dataset);
                ImportVerslag.Toon(await Versies(db).PubliceerAsync(code, r.GetValue(versie), ct), Nu().Archief);
                Console.WriteLine("  gepubliceerd");
                return 0;
            }
        );
    }

    private static Command Intrekken()
    {
        var (dataset, versie) = (Dataset(), Versie());
        var reden = new Option<string>("--reden")
        {
            Required = true,
            Description = "Waarom. Bij een gepubliceerde versie staat dit op de site.",
        };
        return Doe(
            "intrekken",
            "Een concept weggooien, of wat gepubliceerd is van de site halen.",
            [dataset, versie, reden],
            async (r, ct) =>
            {
                await using var db = Database();
                var code = r.GetRequiredValue(dataset);
                var waarom = Zin.Veilig(r.GetRequiredValue(reden), 500).Trim();
                if (waarom.Length == 0)
                {
                    throw new ImportFout(
                        "Achter --reden staat niets. Schrijf waarom: bij een gepubliceerde versie staat dat op de site."
                    );
                }
                var nummer = await Versies(db).TrekInAsync(code, r.GetValue(versie), waarom, ct);
                Console.WriteLine($"{code}: versie {nummer} is ingetrokken.");
                return 0;
            }
        );
    }

    private static Argument<string> Dataset() =>
        new("dataset") { Description = "De naam zoals portal status die toont, bijvoorbeeld realisatie-2025." };

    private static Option<int?> Versie() => new("--versie") { Description = "Welke; niet nodig als er maar één is." };

    private static Versiebeheer Versies(NpgsqlDataSource db) =>
        new(db, Nu().Archief) { Melding = Console.Error.WriteLine };

    private static Command Voorbeeld()
    {
        var alleenLeeg = new Option<bool>("--alleen-leeg") { Description = "Niets doen als er al iets is geladen." };
        return Doe(
            "voorbeeld",
            "De verzonnen gemeente Markerwaard laden.",
            [alleenLeeg],
            async (r, ct) =>
            {
                await using var db = Database();
                if (r.GetValue(alleenLeeg) && !await Voorbeeldgemeente.IsLeegAsync(db, ct))
                {
                    return 0;
                }
                var rapporten = await new Voorbeeldgemeente(db, new Publicatie(db, Nu().Archief)).VulAsync(ct);
                if (rapporten.Count == 0)
                {
                    await Console.Error.WriteLineAsync(
                        "Er zijn echte gegevens geladen; de voorbeeldgemeente is alleen voor een portaal "
                            + "zonder. Er is niets veranderd."
                    );
                    return 2;
                }
                foreach (var rapport in rapporten)
                {
                    ImportVerslag.Toon(rapport, Nu().Archief);
                }
                return 0;
            }
        );
    }
}
