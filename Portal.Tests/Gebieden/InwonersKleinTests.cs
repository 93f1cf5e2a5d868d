using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Xunit;

namespace Portal.Tests.Gebieden;

/// <summary>The forms in which inhabitants come, small and invented: what a clone alone can see of them.</summary>
public sealed class InwonersKleinTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private Task<ImportRapport> LaadAsync(string naam, string inhoud, short? jaar = null) =>
        new InwonersImport(dorp.Publicatie).LaadAsync(
            Dorp.Schrijf(dorp, naam, inhoud),
            jaar,
            null,
            CancellationToken.None
        );

    [Fact]
    public async Task The_list_of_many_years_gives_each_area_and_the_city_its_own_and_sums_what_is_whole()
    {
        var rapport = await LaadAsync(
            "bbga.csv",
            """
            2010 STAD BEVTOTAAL 1500
            2010 STAD BEV0_17 300
            2010 AA BEVTOTAAL 400
            2010 AA BEVHUISHOUDENHH 210
            2010 AB BEVTOTAAL 600
            2011 AA BEVTOTAAL 410
            2011 ZZ BEVTOTAAL 5
            """
        );

        Assert.Contains(rapport.Meldingen, m => m.Contains("blijven weg: ZZ.", StringComparison.Ordinal));
        Assert.Equal(
            [
                ("A", 2010, 1000, null), // both of its wijken
                ("AA", 2010, 400, 210),
                ("AA", 2011, 410, null), // of A in 2011 a wijk is missing
                ("AB", 2010, 600, null),
                ("GM9998", 2010, 1500, null),
            ],
            await dorp.Db.QueryAsync<(string, int, int, int?)>(
                "select code, jaar::int, inwoners, huishoudens from inwoners_nu where jaar < 2012 order by code, jaar"
            )
        );
    }

    [Fact]
    public async Task A_page_shows_the_inhabitants_of_its_year_or_names_the_nearest()
    {
        await LaadAsync("jaren.csv", "2014 AA BEVTOTAAL 420\n2015 AA BEVTOTAAL 430\n");
        foreach (var (jaar, inwoners) in new[] { (2014, "420 <span>in 2014"), (2017, "430 <span>in 2015") })
        {
            await new BegrotingImport(dorp.Publicatie).LaadAsync(
                Dorp.Schrijf(
                    dorp,
                    $"{jaar}.csv",
                    "boekjaar;fase;programma;bl;gebiedscode;toerekening;omschrijving;bedrag\n"
                        + $"{jaar};begroting;Welzijn en zorg;L;AA01;direct_adres;Plein;1,00\n"
                ),
                CancellationToken.None
            );
            Assert.Contains(
                inwoners,
                await dorp.Http.GetStringAsync($"/wijken/AA-molenwijk?jaar={jaar}"),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task A_city_with_other_borders_is_another_city()
    {
        static string Stad(int breed) =>
            Dorp.Verzameling(
                Dorp.Feature(
                    """{ "gemeentecode": "GM9998", "gemeentenaam": "Dorp", "aantal_inwoners": 1700 }""",
                    $"[[121000,487000],[{121000 + breed},487000],[{121000 + breed},487100],[121000,487100],"
                        + "[121000,487000]]"
                )
            );

        var fout = await Assert.ThrowsAsync<AfgekeurdeLevering>(() => LaadAsync("stad.geojson", Stad(450), 2023));
        Assert.Contains(
            "andere grenzen dan nu",
            Assert.Single(fout.Rapport.Afwijzingen).Reden,
            StringComparison.Ordinal
        );
        Assert.Equal(1, (await LaadAsync("stad.geojson", Stad(600), 2023)).Geladen);
        Assert.Equal(
            1700,
            await dorp.Db.QuerySingleAsync<int>(
                "select inwoners from inwoners_nu where code = 'GM9998' and jaar = 2023"
            )
        );
    }

    [Fact]
    public async Task A_wijk_without_a_name_is_called_as_CBS_calls_it_in_any_order_of_loading()
    {
        static string Wijken(string naam) =>
            Dorp.Verzameling(
                Wijk("AA", naam, 121000),
                Wijk("AB", "\"naam\": \"Havenwijk\",", 121200),
                Wijk("BA", "\"naam\": \"Veldwijk\",", 121400)
            );
        static string Wijk(string code, string naam, int x) =>
            Dorp.Feature(
                $$"""{ "code": "{{code}}", {{naam}} "stadsdeel_code": "{{code[..1]}}" }""",
                $"[[{x},487000],[{x + 200},487000],[{x + 200},487100],[{x},487100],[{x},487000]]"
            );
        await Dorp.LaadAsync(dorp, Wijken(""), "wijken.geojson", soort: "wijk");
        await LaadAsync(
            "cbs.geojson",
            Dorp.Verzameling(
                Dorp.Feature(
                    """{ "wijkcode": "WK9998AA", "wijknaam": "Molenwijk volgens CBS", "gemeentecode": "GM9998", "aantal_inwoners": 300 }""",
                    "[[121000,487000],[121200,487000],[121200,487100],[121000,487100],[121000,487000]]"
                )
            ),
            2022
        );
        Task<string> Naam() => dorp.Db.QuerySingleAsync<string>("select naam from gebied_nu where code = 'AA'");

        Assert.Equal("Molenwijk volgens CBS", await Naam());
        await Dorp.LaadAsync(dorp, Wijken(" "), "wijken.geojson", soort: "wijk");
        Assert.Equal("Molenwijk volgens CBS", await Naam());
        await Dorp.LaadAsync(dorp, Wijken("\"naam\": \"Molenwijk\","), "wijken.geojson", soort: "wijk");
        Assert.Equal("Molenwijk", await Naam());
    }
}
