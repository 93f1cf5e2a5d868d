using System.CommandLine;
using Portal.Data.Beheer;

namespace Portal.Web;

public static partial class Opdrachten
{
    private static Command Backup()
    {
        var map = new Argument<string>("map") { Description = "Een map die er nog niet is." };
        return Doe(
            "backup",
            "Database, archief en sleutels in één map bewaren, met controlegetallen. Daarin staan namen van personen: "
                + "bewaar hem zoals het archief.",
            [map],
            async (r, ct) =>
            {
                var sommen = await Kopie().MaakAsync(Path.GetFullPath(r.GetRequiredValue(map)), ct);
                Console.WriteLine(
                    $"Bewaard in {r.GetRequiredValue(map)}: {sommen.Count} datasets, {sommen.Sum(s => s.Rijen)} rijen."
                );
                return 0;
            }
        );
    }

    private static Command Restore()
    {
        var map = new Argument<string>("map") { Description = "Een map die portal backup maakte." };
        return Doe(
            "restore",
            "Een reservekopie terugzetten, in een lege database en lege mappen; elke dataset wordt nageteld.",
            [map],
            async (r, ct) =>
            {
                var sommen = await Kopie().ZetTerugAsync(Path.GetFullPath(r.GetRequiredValue(map)), ct);
                Console.WriteLine(
                    $"Teruggezet: {sommen.Count} datasets, {sommen.Sum(s => s.Rijen)} rijen; alle sommen kloppen."
                );
                return 0;
            }
        );
    }

    private static Reservekopie Kopie()
    {
        Dapper.DefaultTypeMap.MatchNamesWithUnderscores = true;
        var nu = Nu();
        return new(nu.DatabaseVanMigraties, Path.GetFullPath(nu.Archief), Path.GetFullPath(nu.Sleutels));
    }
}
