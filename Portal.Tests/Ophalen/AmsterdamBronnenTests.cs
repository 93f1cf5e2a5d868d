using System.Text.Json.Nodes;
using Portal.Data.Bestanden;
using Portal.Data.Ophalen;
using Xunit;

namespace Portal.Tests.Ophalen;

/// <summary>
/// Amsterdam from the real files, through sources in the forms of PDOK and CBS: the totals are those of the files.
/// </summary>
public sealed class AmsterdamBronnenTests : Bronproef
{
    private const string Code = "GM0363";

    private static List<JsonObject> Wijken() =>
        [
            .. JsonNode.Parse(File.ReadAllText(EchteData.Pad("nl_wijken_2024.geojson")))!["features"]!
                .AsArray()
                .Select(f => f!.AsObject())
                .Where(f => (string?)f["properties"]!["gemeentecode"] is Code or "GM0384"), // and of its neighbour Diemen
        ];

    private static NepTabel Kerncijfers(IEnumerable<JsonObject> wijken) =>
        new(
            ["AantalInwoners_5", "HuishoudensTotaal_29"],
            [
                .. wijken.Select(w => new JsonObject
                {
                    ["WijkenEnBuurten"] = ((string)w["properties"]!["wijkcode"]!).PadRight(10),
                    ["AantalInwoners_5"] = w["properties"]!["aantal_inwoners"]?.DeepClone(),
                    ["HuishoudensTotaal_29"] = w["properties"]!["huishoudens"]?.DeepClone(),
                }),
            ]
        );

    // A taakveld as one category: the file has no more
    private static NepTabel Iv3(IEnumerable<CsvRij> rijen)
    {
        static JsonObject Rij(CsvRij r, string kolom, string categorie) =>
            new()
            {
                ["Gemeenten"] = (r["Gemeenten"] == "Amsterdam" ? Code : "GM0384").PadRight(9),
                ["TaakveldBalanspost"] = r["Taakveld"]!.Split(' ')[0].PadRight(6),
                ["Categorie"] = categorie.PadRight(8),
                ["Verslagsoort"] = "2023X005",
                ["k_1ePlaatsing_1"] = r[kolom] is { } bedrag
                    ? decimal.Parse(bedrag, System.Globalization.CultureInfo.InvariantCulture)
                    : null,
                ["k_2ePlaatsing_2"] = null,
            };
        return new(
            ["k_1ePlaatsing_1", "k_2ePlaatsing_2"],
            [.. rijen.SelectMany(r => new[] { Rij(r, "Lasten", "L3.8"), Rij(r, "Baten", "B3.8") })]
        );
    }

    [EchteDataFact]
    public async Task Inhabitants_per_wijk_and_all_money_equal_the_files()
    {
        var wijken = Wijken();
        Gemeente.Pdok.Collecties[Nepgemeente.Collectie("buurten", 2024)] = [];
        Gemeente.Pdok.Collecties.Remove(Nepgemeente.Collectie("buurten")); // nothing newer than 2024
        Gemeente.Pdok.Collecties[Nepgemeente.Collectie("wijken", 2024)] = wijken;
        Gemeente.Pdok.Pagina = 50;
        Gemeente.Cbs.Tabellen["85984NED"] = Kerncijfers(wijken);
        var csv = CsvBestand.Lees(EchteData.Pad("iv3_2023_jaarrekening.csv"));
        var iv3 = csv.Rijen.Where(r => r["Gemeenten"] is "Amsterdam" or "Diemen").ToList();
        Gemeente.Derden.Tabellen["45063NED"] = Iv3(iv3);

        var verslagen = await VulAsync("Amsterdam", codes: ["cbs-gebieden", "cbs-kerncijfers", "cbs-iv3"]);

        Assert.All(verslagen, v => Assert.True(v.Afloop == Afloop.Nieuw, string.Join(' ', v.Meldingen)));
        var eigen = wijken.Where(w => (string?)w["properties"]!["gemeentecode"] == Code).ToList();
        Assert.Equal(eigen.Count, await VraagAsync<long>("select count(*) from gebied_nu where soort = 'wijk'"));
        var geladen = (
            await LijstAsync<(string Code, int Inwoners)>(
                "select code, inwoners from inwoners_nu where jaar = 2024 and code like 'WK%'"
            )
        ).ToDictionary(i => i.Code, i => i.Inwoners);
        foreach (var wijk in eigen.Select(w => w["properties"]!))
        {
            Assert.Equal(
                (int?)wijk["aantal_inwoners"],
                geladen.TryGetValue((string)wijk["wijkcode"]!, out var aantal) ? aantal : null
            );
        }
        Assert.Equal(
            iv3.Where(r => r["Gemeenten"] == "Amsterdam").Sum(r => Duizend(r["Lasten"])),
            await VraagAsync<decimal>("select sum(bedrag) from iv3_nu where jaar = 2023 and bl = 'L'")
        );
        Assert.Equal(
            iv3.Where(r => r["Gemeenten"] == "Amsterdam").Sum(r => Duizend(r["Baten"])),
            await VraagAsync<decimal>("select sum(bedrag) from iv3_nu where jaar = 2023 and bl = 'B'")
        );
    }

    private static decimal Duizend(string? bedrag) =>
        bedrag is null ? 0 : decimal.Parse(bedrag, System.Globalization.CultureInfo.InvariantCulture) * 1000;
}
