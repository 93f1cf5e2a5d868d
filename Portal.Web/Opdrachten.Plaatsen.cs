using System.CommandLine;
using System.Globalization;
using System.Text;
using Portal.Data.Begrotingen;
using Portal.Data.Bestanden;

namespace Portal.Web;

public static partial class Opdrachten
{
    private static Command Plaatsen()
    {
        var bestand = new Argument<string>("bestand") { Description = "Waar de lijst komt (CSV)." };
        return Doe(
            "plaatsen",
            "De subsidies waarvan de tekst een ding uit een kaartlaag noemt naar een CSV schrijven, om na te "
                + "kijken of dat "
                + "klopt. De uitkomst per laag geeft u mee met: portal import namen BESTAND --plaatsen.",
            [bestand],
            async (r, ct) =>
            {
                await using var db = Database();
                var plaatsen = await new Plaatsproef(db).LijstAsync(ct);
                var pad = r.GetRequiredValue(bestand);
                await File.WriteAllLinesAsync(
                    pad,
                    plaatsen.Select(Regel).Prepend("nr;titel;stadsdeel;plaats;plaats_buurt;tekst;laag;bedrag"),
                    new UTF8Encoding(true),
                    ct
                );
                Console.WriteLine($"{Zin.Rijen(plaatsen.Count)} in {pad}, de grootste eerst.");
                return 0;
            }
        );
    }

    private static string Regel(Proefplaats p) =>
        string.Join(
            ';',
            new[]
            {
                p.Post,
                p.Titel,
                p.Stadsdeel,
                p.Plaats,
                p.Gebied,
                p.Tekst,
                p.Laag,
                p.Bedrag?.ToString("0.00", CultureInfo.InvariantCulture) ?? "",
            }.Select(Cel)
        );
}
