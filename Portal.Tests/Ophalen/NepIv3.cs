using System.Text.Json.Nodes;

namespace Portal.Tests.Ophalen;

/// <summary>A table of Iv3 and one of crimes as CBS dataderden has them.</summary>
public static class NepIv3
{
    private static readonly string[] Kolommen = ["k_1ePlaatsing_1", "k_2ePlaatsing_2"];

    /// <summary>
    /// A year of one municipality, × € 1,000: codes padded, balance sheets and totals in between, "no figure" as
    /// -99998, and cells without anything.
    /// </summary>
    public static NepTabel Tabel(int jaar, bool metJaarrekening) =>
        new(Kolommen, [.. Verslag($"{jaar}X000", 100), .. metJaarrekening ? Verslag($"{jaar}X005", 110) : []]);

    private static IEnumerable<JsonObject> Verslag(string verslag, decimal hoeveel)
    {
        var tweede = verslag.EndsWith('5');
        JsonObject Rij(string gemeente, string taakveld, string categorie, decimal? bedrag) =>
            new()
            {
                ["ID"] = 1,
                ["Gemeenten"] = gemeente.PadRight(9),
                ["TaakveldBalanspost"] = taakveld.PadRight(6),
                ["Categorie"] = categorie.PadRight(8),
                ["Verslagsoort"] = verslag,
                [Kolommen[0]] = tweede ? bedrag - 1 : bedrag, // the second placement is the corrected one
                [Kolommen[1]] = tweede ? bedrag : null,
            };
        const string ons = Nepgemeente.Code;
        return
        [
            Rij(ons, "0.1", "L1.1", hoeveel),
            Rij(ons, "0.1", "B3.1", hoeveel / 10),
            Rij(ons, "6.2", "L3.5.1", 3 * hoeveel), // the sum of the two below it
            Rij(ons, "6.21", "L3.5.1", hoeveel),
            Rij(ons, "6.22", "L3.5.1", 2 * hoeveel),
            Rij(ons, "8.3", "L4.3", 4 * hoeveel), // and so is this
            Rij(ons, "8.3", "L4.3.1", hoeveel),
            Rij(ons, "8.3", "L4.3.2", 3 * hoeveel),
            Rij(ons, "0.10", "L7.1", 5 * hoeveel),
            Rij(ons, "5.7", "L3.8", -99998),
            Rij(ons, "5.6", "L3.8", null),
            Rij(ons, "A111", "Ultimo", 9_999),
            Rij(ons, "T", "L1.1", 8 * hoeveel),
            Rij("GM9002", "0.1", "L1.1", 7_777),
        ];
    }

    /// <summary>Per month how many crimes; of one buurt a month is withheld.</summary>
    public static NepTabel Misdrijven(IReadOnlyList<string> buurten, int jaar)
    {
        JsonObject Rij(string soort, string gebied, string periode, int? aantal) =>
            new()
            {
                ["ID"] = 1,
                ["SoortMisdrijf"] = soort,
                ["WijkenEnBuurten"] = gebied.PadRight(10),
                ["Perioden"] = periode,
                ["GeregistreerdeMisdrijven_1"] = aantal,
            };
        var maanden = Enumerable.Range(1, 12).Select(m => $"{jaar}MM{m:00}");
        return new(
            ["GeregistreerdeMisdrijven_1"],
            [
                .. from maand in maanden
                from gebied in buurten.Append(Nepgemeente.Code)
                from soort in new[] { "0.0.0 ", "1.1.1 " }
                select Rij(
                    soort,
                    gebied,
                    maand,
                    gebied == buurten[0] && maand.EndsWith("07", StringComparison.Ordinal) ? null
                        : soort[0] == '0' ? 10
                        : gebied == buurten[1] && !maand.EndsWith("01", StringComparison.Ordinal) ? 0
                        : 1
                ),
                Rij("0.0.0 ", buurten[1], $"{jaar}JJ00", 120), // the year stands among its months
            ]
        );
    }
}
