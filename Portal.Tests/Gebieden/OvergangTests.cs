using System.Text.Json;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Data.Indicatoren;
using Portal.Tests.Indicatoren;
using Xunit;

namespace Portal.Tests.Gebieden;

/// <summary>
/// Gebieden of 2015 in the village: DX01 is three buurten, DX02 the other three; the stadsdelen of now are four and
/// two.
/// </summary>
public sealed class OvergangTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    // As stadsdelen, for that is the kind that the village has now: A is AA01 to AB02 (640 people), B the rest (1,000)
    private async Task OudAsync() =>
        await Dorp.LaadAsync(
            new Publicatie(dorp.Db, dorp.Archief),
            Dorp.Schrijf(
                dorp,
                "stadsdelen15.geojson",
                Dorp.Verzameling(
                    Dorp.Feature("""{ "code": "P", "naam": "Oud West" }""", Rechthoek(121000, 121300)),
                    Dorp.Feature("""{ "code": "Q", "naam": "Oud Oost" }""", Rechthoek(121300, 121600)),
                    Dorp.Feature("""{ "code": "R", "naam": "De Polder" }""", Rechthoek(121600, 121700))
                )
            ),
            2015,
            "stadsdeel"
        );

    internal static string Rechthoek(int van, int tot) =>
        $"[[{van},487000],[{tot},487000],[{tot},487100],[{van},487100],[{van},487000]]";

    private Task<ImportRapport> MeetAsync(string rijen) =>
        new MetingImport(new Publicatie(dorp.Db, dorp.Archief) { MagKrimpen = true, MagVerliezen = true }).LaadAsync(
            Dorp.Schrijf(
                dorp,
                "oud.csv",
                "indicator;naam;definitie;eenheid;optelbaar;indeling;gebiedscode;jaar;waarde\n" + rijen
            ),
            Keuzes.Geen,
            CancellationToken.None
        );

    [Fact]
    public async Task Weights_follow_the_people_and_add_up_to_one()
    {
        await OudAsync();

        Assert.Equal(
            [
                ("P", "A", 1m, 0.53125m, "inwoners"), // 340 of the 640 that live in A now
                ("Q", "A", 0.230769m, 0.46875m, "inwoners"), // 300 of the 1,300
                ("Q", "B", 0.769231m, 1m, "inwoners"),
                ("R", null, 1m, 0m, "oppervlakte"), // outside of all that is now
            ],
            await dorp.Db.QueryAsync<(string, string?, decimal, decimal, string)>(
                "select van_code, naar_code, gewicht, deel, grondslag from overgang where soort = 'stadsdeel' "
                    + "order by 1, 2"
            )
        );
        Assert.Equal(
            [1m],
            await dorp.Db.QueryAsync<decimal>(
                "select distinct sum(gewicht) from overgang group by van_indeling, soort, van_code"
            )
        );
        using var json = JsonDocument.Parse(await dorp.Http.GetStringAsync("/overgangen.json?soort=stadsdeel"));
        Assert.Equal(4, json.RootElement.GetArrayLength());
    }

    [Fact]
    public async Task Counts_are_added_up_and_shares_are_weighted()
    {
        await OudAsync();
        const string telt = "banen;Banen;Banen.;banen;ja;2015";
        const string deelt = "blij;Blij;Wie blij is.;%;nee;2015";
        const string weet = "raar;Raar;Iets.;;;2015";
        await MeetAsync(
            $"{telt};P;2014;1000\n{telt};Q;2014;1300\n{deelt};P;2014;40,0\n{deelt};Q;2014;80,0\n{weet};P;2014;5\n"
                + $"{weet};Q;2014;5\n{telt};P;2013;1000\n{telt};Q;2013;\n"
        );

        Assert.Equal(
            [
                ("banen", "A", 2014, 1300m, true), // all of P and 3/13 of Q
                ("banen", "B", 2013, null, true),
                ("banen", "B", 2014, 1000m, true),
                ("blij", "A", 2014, 58.8m, true), // 17/32 of A was P
                ("blij", "B", 2014, 80.0m, true),
            ],
            (
                await dorp.Db.QueryAsync<(string, string, int, decimal?, bool)>(
                    "select indicator, code, jaar::int, waarde, herrekend from meting_hier order by 1, 2, 3"
                )
            ).Where(m => m is not ("banen", "A", 2013, null, true))
        );
        Assert.Equal(
            [("P", 2015), ("Q", 2015)],
            await dorp.Db.QueryAsync<(string, int)>(
                "select code, indeling::int from meting_nu where indicator = 'banen' and jaar = 2014 order by 1"
            )
        );
    }

    [Fact]
    public async Task Taking_the_old_division_back_takes_its_figures_along()
    {
        await OudAsync();
        await MeetAsync("mooi;Mooi;Mooi.;%;nee;2015;P;2014;40\nmooi;Mooi;Mooi.;%;nee;2015;Q;2014;40\n");
        Assert.NotEmpty(await dorp.Db.QueryAsync<int>("select 1 from meting_herrekend"));

        await new Versiebeheer(dorp.Db, dorp.Archief).NeemTerugAsync("stadsdelen-2015", true, CancellationToken.None);

        Assert.Empty(await dorp.Db.QueryAsync<int>("select 1 from overgang"));
        Assert.Empty(await dorp.Db.QueryAsync<int>("select 1 from meting_hier where indicator = 'mooi'"));
    }
}
