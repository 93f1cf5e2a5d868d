using System.CommandLine;
using Portal.Data.Iv3;

namespace Portal.Web;

public static partial class Opdrachten
{
    private static Command Iv3()
    {
        var bestand = new Argument<string>("bestand");
        var jaar = new Option<short?>("--jaar")
        {
            Description = "Het jaar, als het niet in de naam van het bestand staat.",
        };
        var fase = new Option<string?>("--fase")
        {
            Description = "begroting of realisatie, als het niet in de naam van het bestand staat.",
        };
        fase.AcceptOnlyFromAmong("begroting", "realisatie");
        var definities = new Option<string?>("--definities")
        {
            Description = "Definitiebestand van het CBS voor dat jaar (iv3_definities_Gemeente_JAAR.json).",
        };
        var eenheid = new Option<string?>("--eenheid")
        {
            Description = "Bij JSON: of de bedragen in euro of in duizend euro zijn. Dat staat niet in het bestand.",
        };
        eenheid.AcceptOnlyFromAmong("euro", "duizend");
        return Doe(
            "iv3",
            "Iv3-cijfers: CSV van alle gemeenten, of de JSON van één gemeente.",
            [bestand, jaar, fase, definities, eenheid, Krimp, Opnieuw],
            (r, ct) =>
                ImporteerAsync(
                    r,
                    p =>
                        new Iv3Import(p).LaadAsync(
                            r.GetRequiredValue(bestand),
                            new(r.GetValue(jaar), r.GetValue(fase), r.GetValue(definities), r.GetValue(eenheid)),
                            ct
                        )
                )
        );
    }
}
