using System.CommandLine;
using System.Globalization;
using System.Text;
using Portal.Data.Begrotingen;
using Portal.Data.Bestanden;
using Portal.Data.Oordelen;

namespace Portal.Web;

public static partial class Opdrachten
{
    private static Command Dekking()
    {
        var dataset = new Argument<string>("dataset") { Description = "De naam zoals portal status die toont." };
        var jaar = new Argument<int>("jaar");
        var fase = new Argument<string>("fase");
        fase.AcceptOnlyFromAmong(BegrotingAanbod.Fasen);
        var dekking = new Argument<string>("dekking")
        {
            Description = "volledig, deel of onvolledig; regel laat de regel weer gelden.",
        };
        dekking.AcceptOnlyFromAmong([.. Data.Begrotingen.Dekking.Soorten, "regel"]);
        var tot = new Option<string?>("--tot") { Description = "Bij deel: de laatste dag die erin zit." };
        var reden = new Option<string?>("--reden") { Description = "Wat er op de site bij staat." };
        return Doe(
            "dekking",
            "Zeggen hoe compleet een jaar van een dataset is.",
            [dataset, jaar, fase, dekking, tot, reden],
            async (r, ct) =>
            {
                await using var db = Database();
                var keuze = r.GetRequiredValue(dekking);
                await new Dekking(db).BesluitAsync(
                    r.GetRequiredValue(dataset),
                    r.GetValue(jaar),
                    r.GetRequiredValue(fase),
                    keuze == "regel" ? null : keuze,
                    Data.Begrotingen.Dekking.Datum(r.GetValue(tot)),
                    r.GetValue(reden),
                    ct
                );
                Console.WriteLine(
                    $"{r.GetRequiredValue(dataset)}, {r.GetValue(jaar)} {r.GetRequiredValue(fase)}: "
                        + $"{(keuze == "regel" ? "de regel geldt weer" : keuze)}."
                );
                return 0;
            }
        );
    }

    private static Command OordeelLijst()
    {
        var bestand = new Option<string?>("--bestand")
        {
            Description = "Waar de lijst komt; anders oordeel/te-beoordelen.csv in het archief.",
        };
        var alles = new Option<bool>("--alles")
        {
            Description = "Ook de teksten waarvan de regels zeker zijn dat er een persoon in staat.",
        };
        return new Command("oordeel", "Teksten waarin misschien een persoon staat.")
        {
            Doe(
                "lijst",
                "De weggelaten teksten naar een CSV schrijven, om te beoordelen. Die CSV noemt personen: "
                    + "bewaar hem niet langer dan nodig.",
                [bestand, alles],
                async (r, ct) =>
                {
                    await using var db = Database();
                    var teksten = await new OordeelImport(db, Nu().Archief).LijstAsync(r.GetValue(alles), ct);
                    var pad =
                        r.GetValue(bestand)
                        ?? Path.Combine(
                            Directory.CreateDirectory(Path.Combine(Nu().Archief, "oordeel")).FullName,
                            "te-beoordelen.csv"
                        );
                    Schrijf(pad, teksten);
                    Console.WriteLine(
                        $"{teksten.Count} teksten staan in {pad}. Zet in de kolom oordeel: openbaar of "
                            + $"persoon. Laad het daarna met: portal import oordelen {pad}"
                    );
                    return 0;
                }
            ),
        };
    }

    private static Command ImportOordelen()
    {
        var bestand = new Argument<string>("bestand");
        return Doe(
            "oordelen",
            "Oordelen over teksten (CSV met tekst;oordeel).",
            [bestand],
            async (r, ct) =>
            {
                await using var db = Database();
                var rapport = await new OordeelImport(db, Nu().Archief).LaadAsync(r.GetRequiredValue(bestand), ct);
                Console.WriteLine(
                    string.Create(
                        CultureInfo.GetCultureInfo("nl-NL"),
                        $"oordelen: {rapport.Openbaar:N0} openbaar, {rapport.Persoon:N0} persoon, "
                            + $"{rapport.Leeg:N0} nog niet beoordeeld; {rapport.Posten:N0} posten zijn aangepast"
                    )
                );
                foreach (var a in rapport.Afwijzingen)
                {
                    Console.WriteLine(
                        $"  afgewezen, rij {a.Rij}, kolom {a.Kolom}: "
                            + $"{a.Reden}{(a.Waarde is null ? "" : $" (er staat: {a.Waarde})")}"
                    );
                }
                return rapport.Afwijzingen.Count > 0 ? 1 : 0;
            }
        );
    }

    // Only for whoever runs the portal: the list names the persons that the site leaves out.
    private static void Schrijf(string pad, IReadOnlyList<TeBeoordelen> teksten)
    {
        var regels = teksten.Select(t =>
            string.Join(
                ';',
                new[]
                {
                    t.Tekst,
                    t.Soort,
                    t.Uitspraak == Uitspraak.Persoon ? "persoon" : "twijfel",
                    $"{t.Aantal}",
                    t.Bedrag.ToString("0.00", CultureInfo.GetCultureInfo("nl-NL")),
                    "",
                }.Select(Cel)
            )
        );
        File.Delete(pad);
        var opties = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            opties.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        using var schrijver = new StreamWriter(pad, new UTF8Encoding(true), opties);
        schrijver.WriteLine("tekst;soort;regel;aantal;bedrag;oordeel");
        foreach (var regel in regels)
        {
            schrijver.WriteLine(regel);
        }
    }

    // The import takes the apostrophe off again.
    private static string Cel(string tekst)
    {
        var veilig = Formule.Vrij(tekst);
        return veilig.AsSpan().ContainsAny("\";\r\n") ? $"\"{veilig.Replace("\"", "\"\"")}\"" : veilig;
    }
}
