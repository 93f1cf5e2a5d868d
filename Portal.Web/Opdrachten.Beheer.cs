using System.CommandLine;
using Portal.Data;
using Portal.Data.Beheer;

namespace Portal.Web;

public static partial class Opdrachten
{
    private static Command BeheerOpdracht()
    {
        var email = new Argument<string>("email");
        var rol = new Option<string>("--rol")
        {
            Required = true,
            Description = "redacteur levert aan, publicist publiceert, beheerder gaat over mensen.",
        };
        rol.AcceptOnlyFromAmong([.. Rollen.Alle]);
        return new Command("beheer", "Wie er bij de beheerpagina's kan.")
        {
            Doe(
                "uitnodigen",
                "Iemand toegang geven: toont een link die één keer werkt, en twee dagen lang. Ook voor wie haar "
                    + "telefoon of "
                    + "wachtwoord kwijt is.",
                [email, rol],
                async (r, ct) =>
                {
                    await using var bron = VanBeheer();
                    var (wie, als) = (r.GetRequiredValue(email).Trim(), r.GetRequiredValue(rol));
                    var geheim = await new Uitnodigingen(bron).MaakAsync(wie, als, ct);
                    await new Logboek(bron).SchrijfAsync(
                        Logboek.Opdrachtregel,
                        "uitgenodigd",
                        ct,
                        details: new { email = wie, rol = als }
                    );
                    var basis = Nu().Adres?.GetLeftPart(UriPartial.Authority) ?? HierZelf();
                    Console.WriteLine($"{basis}/beheer/uitnodiging/{geheim}");
                    return 0;
                }
            ),
        };
    }

    private static Command Audit() =>
        new("audit", "Het logboek van beheer.")
        {
            Doe(
                "verify",
                "Nagaan of er niets aan het logboek is veranderd.",
                [],
                async (_, ct) =>
                {
                    await using var bron = VanBeheer();
                    var (regels, laatste, fout) = await new Logboek(bron).VerifieerAsync(ct);
                    if (fout is not null)
                    {
                        await Console.Error.WriteLineAsync(
                            $"Het logboek klopt niet vanaf regel {fout}: die is veranderd, of er is een regel weg."
                        );
                        return 2;
                    }
                    Console.WriteLine($"OK: {regels} regels; de laatste heeft hash {(regels == 0 ? "geen" : laatste)}");
                    return 0;
                }
            ),
        };

    private static BeheerBron VanBeheer()
    {
        Dapper.DefaultTypeMap.MatchNamesWithUnderscores = true;
        return new(
            Nu().DatabaseVanBeheer
                ?? throw new InstellingFout(
                    "PORTAL_DB_BEHEER ontbreekt: de beheerpagina's staan uit. Zie docs/beheer.md, Medewerkers."
                )
        );
    }

    private static string HierZelf() =>
        "http://localhost:"
        + (Environment.GetEnvironmentVariable("PORTAL_PORT") is { Length: > 0 } poort ? poort : "5080");
}
