using System.CommandLine;
using Portal.Data.Gebieden;

namespace Portal.Web;

public static partial class Opdrachten
{
    private static Command Namen()
    {
        var bestand = new Argument<string>("bestand");
        var meting = new Option<string?>("--meting")
        {
            Description = "Hoe vaak de herkenning met deze namen klopt, nagekeken in deze gemeente (CSV).",
        };
        return Doe(
            "namen",
            "Wat namen in teksten betekenen (CSV met naam;gebiedscode;reden;stadsdeel). Laad ze vóór het subsidieregister.",
            [bestand, meting, Krimp, Opnieuw],
            (r, ct) =>
                ImporteerAsync(
                    r,
                    p => new GebiedsnaamImport(p).LaadAsync(r.GetRequiredValue(bestand), r.GetValue(meting), ct)
                )
        );
    }
}
