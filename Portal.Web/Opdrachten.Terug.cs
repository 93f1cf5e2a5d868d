using System.CommandLine;
using Portal.Data.Datasets;
using Portal.Data.Voorbeeld;

namespace Portal.Web;

public static partial class Opdrachten
{
    private static Command Terug()
    {
        var dataset = new Argument<string>("dataset")
        {
            Description = "De naam zoals portal status die toont, bijvoorbeeld realisatie-2025.",
        };
        return Doe(
            "terug",
            "De laatste levering van een dataset intrekken; de versie ervoor geldt dan weer.",
            [dataset],
            async (r, ct) =>
            {
                await using var db = Database();
                var (ingetrokken, nu) = await new Publicatie(db, Nu().Archief).NeemTerugAsync(
                    r.GetRequiredValue(dataset),
                    ct
                );
                Console.WriteLine(
                    $"{r.GetRequiredValue(dataset)}: versie {ingetrokken} is ingetrokken; {(nu is null ? "er is nu geen versie die geldt" : $"versie {nu} geldt weer")}."
                );
                return 0;
            }
        );
    }

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
                        "Er zijn echte gegevens geladen; de voorbeeldgemeente is alleen voor een portaal zonder. Er is niets veranderd."
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
