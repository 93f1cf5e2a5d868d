using System.Globalization;
using CsvHelper;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Begrotingen;

/// <summary>What the real files of Amsterdam must give, counted here anew from the files themselves.</summary>
public sealed class AmsterdamTests(AmsterdamFixture amsterdam) : IClassFixture<AmsterdamFixture>
{
    private static List<(string Dossier, string Onderdeel, int Jaar, decimal? Verleend)> Register()
    {
        using var csv = new CsvReader(
            new StreamReader(EchteData.Pad("amsterdam_subsidieregister.csv")),
            CultureInfo.InvariantCulture
        );
        return
        [
            .. csv.GetRecords<dynamic>()
                .Select(r =>
                    (
                        (string)r.Dossiernummer,
                        (string)r.Organisatieonderdeel,
                        int.Parse(((string)r.Dossiernummer)[..4], CultureInfo.InvariantCulture),
                        ((string)r.Bedragverleend).Length == 0
                            ? (decimal?)null
                            : decimal.Parse((string)r.Bedragverleend, CultureInfo.InvariantCulture)
                    )
                ),
        ];
    }

    [EchteDataFact]
    public async Task The_totals_per_stadsdeel_and_year_are_those_of_the_file()
    {
        var register = Register().ToDictionary(r => r.Dossier);
        var geladen = (await PlaatsenAsync()).ToList();

        Assert.Equal(register.Count, geladen.Count);
        // A row stays in its stadsdeel, but Driemond was once of Zuidoost and is now of Weesp; of the other rows only
        // what was recognised has one.
        Assert.DoesNotContain(
            geladen,
            g =>
                register[g.Dossier].Onderdeel.Split(' ', 2) is ["Stadsdeel" or "Stadsgebied", var naam]
                    ? g.Stadsdeel != naam && (naam, g.Stadsdeel, g.Gebied[..2]) != ("Zuidoost", "Weesp", "SA")
                    : g.Stadsdeel is not null != (g.Toerekening == "afgeleid")
        );
        Assert.Equal(
            register
                .Values.GroupBy(r => r.Jaar)
                .OrderBy(g => g.Key)
                .Select(g => (g.Key, g.Count(), g.Sum(r => r.Verleend ?? 0))),
            geladen.GroupBy(g => g.Jaar).OrderBy(g => g.Key).Select(g => (g.Key, g.Count(), g.Sum(r => r.Bedrag ?? 0)))
        );
        var west = geladen
            .Where(g => g.Stadsdeel == "West" && register[g.Dossier].Onderdeel == "Stadsdeel West")
            .ToList();
        Assert.Equal((4233, 104382003.33m), (west.Count, west.Sum(g => g.Bedrag ?? 0)));
    }

    private Task<
        IEnumerable<(string Dossier, int Jaar, string Toerekening, string Gebied, string? Stadsdeel, decimal? Bedrag)>
    > PlaatsenAsync() =>
        amsterdam.Db.QueryAsync<(string, int, string, string, string?, decimal?)>(
            """
            select p.bronsleutel, p.jaar::int, p.toerekening, coalesce(p.gebied_code, ''), g.naam, p.bedrag
            from begrotingspost_nu p left join gebied_boven b on b.code = p.gebied_code and b.indeling = p.indeling
                and b.boven_soort = 'stadsdeel' left join gebied_nu g on g.code = b.boven_code
            """
        );

    [EchteDataFact]
    public async Task All_posts_are_all_areas_and_the_remainder_to_the_cent()
    {
        var queries = new BegrotingQueries(Lezing.Los(amsterdam.Db));
        var perJaar = Register().GroupBy(r => r.Jaar).ToDictionary(g => g.Key, g => g.Sum(r => r.Verleend ?? 0));

        foreach (var (jaar, totaal) in perJaar)
        {
            foreach (
                var (soort, tel) in new[]
                {
                    ("buurt", "alles"),
                    ("buurt", "direct"),
                    ("wijk", "alles"),
                    ("gebied", "alles"),
                    ("stadsdeel", "direct"),
                    ("stad", "alles"),
                }
            )
            {
                var keuze = new BegrotingKeuze(jaar, "verleend", null, "L", tel);
                var lijst = (await queries.ListAsync(soort, keuze, CancellationToken.None)).Sum(g => g.Bedrag ?? 0);
                var rest = (await queries.RestAsync(soort, keuze, CancellationToken.None)).Sum(r => r.Bedrag);
                Assert.Equal(totaal, lijst + rest);
            }
        }
    }

    [EchteDataFact]
    public async Task The_year_that_the_register_stops_in_is_not_the_year_that_is_shown()
    {
        Assert.Equal(2025, Register().Max(r => r.Jaar));
        Assert.Contains(
            "Subsidie verleend 2024",
            await amsterdam.Http.GetStringAsync("/kaart"),
            StringComparison.Ordinal
        );
        var html = await amsterdam.Http.GetStringAsync("/kaart?jaar=2025");
        Assert.Contains("2025 is nog niet compleet.", html, StringComparison.Ordinal);
        Assert.Contains("tot en met 26 maart 2025", html, StringComparison.Ordinal);
        Assert.DoesNotContain("sinds 2024", html, StringComparison.Ordinal);
    }

    [EchteDataFact]
    public async Task The_years_of_a_stadsdeel_are_granted_beside_settled_and_end_with_the_last_whole_year()
    {
        var html = System.Net.WebUtility.HtmlDecode(
            await amsterdam.Http.GetStringAsync("/stadsdelen/E-west?fase=verleend")
        );
        var inWest = (await PlaatsenAsync()).Where(p => p.Stadsdeel == "West").Select(p => p.Dossier).ToHashSet();
        var west = Register()
            .Where(r => inWest.Contains(r.Dossier))
            .GroupBy(r => r.Jaar)
            .ToDictionary(g => g.Key, g => g.Sum(r => r.Verleend ?? 0));

        foreach (var jaar in Enumerable.Range(2020, 5))
        {
            Assert.Contains(
                $"data-kop=\"Verleend\" data-euro=\"{west[jaar].ToString("0.00", CultureInfo.InvariantCulture)}\"",
                html,
                StringComparison.Ordinal
            );
        }
        Assert.DoesNotContain("<th scope=\"row\" role=\"rowheader\">2025</th>", html, StringComparison.Ordinal);
        Assert.Contains("vaak pas jaren later", html, StringComparison.Ordinal);
    }

    [EchteDataFact]
    public async Task The_areas_in_RD_are_the_same_within_a_metre()
    {
        await new GebiedImport(amsterdam.Publicatie).LaadAsync(
            EchteData.Pad("awkward/amsterdam_buurten_rd28992.geojson"),
            new(2021, "buurt"),
            CancellationToken.None
        );

        var (aantal, afstand) = await amsterdam.Db.QuerySingleAsync<(long, double)>(
            """
            select count(*), max(ST_HausdorffDistance(a.geom, b.geom)) from gebied_gepubliceerd a
                join gebied_gepubliceerd b on b.code = a.code and b.indeling = 2021
            where a.indeling = 2022 and a.soort = 'buurt'
            """
        );
        Assert.Equal(518, aantal);
        Assert.InRange(afstand, 0, 1);
    }

    [EchteDataFact]
    public async Task The_buurten_of_2022_fit_their_wijken_and_stadsdelen()
    {
        var kinderen = await amsterdam.Db.QueryAsync<(string Soort, long Aantal)>(
            """
            select b.boven_soort, count(*) from gebied_boven b
                join gebied_nu g on g.code = b.code and g.indeling = b.indeling
            where g.soort = 'buurt' and b.boven_soort <> 'buurt' group by 1 order by 1
            """
        );
        Assert.Equal([("gebied", 504L), ("stad", 518L), ("stadsdeel", 518L), ("wijk", 518L)], kinderen);
        Assert.Equal(
            (20L, 70L),
            await amsterdam.Db.QuerySingleAsync<(long, long)>(
                """
                select count(*) filter (where g.soort = 'wijk'), count(*) filter (where g.soort = 'buurt')
                from gebied_boven b join gebied_nu g on g.code = b.code and g.indeling = b.indeling
                    where b.boven_code = 'E'
                """
            )
        );
    }

    [EchteDataFact]
    public async Task West_Begroot_has_62_plans_with_their_votes()
    {
        var (aantal, gekozen, stemmen, kosten) = await amsterdam.Db.QuerySingleAsync<(long, long, long, decimal)>(
            """
            select count(*), count(*) filter (where status = 'gekozen'), max(stemmen), sum(kosten) from initiatief_nu i
            where (i.indeling, i.gebied_code) in (select indeling, code from gebied_boven where boven_code = 'E')
            """
        );
        Assert.Equal((62, 6234), (aantal, stemmen));
        Assert.True(gekozen > 0 && kosten > 300_000m);
    }

    [EchteDataFact]
    public async Task A_wijk_file_with_broken_borders_of_many_municipalities_asks_which()
    {
        var fout = await Assert.ThrowsAsync<Data.ImportFout>(() =>
            new GebiedImport(new Publicatie(amsterdam.Db, amsterdam.Archief)).LaadAsync(
                EchteData.Pad("amsterdam_wijken_names.geojson"),
                new(2019),
                CancellationToken.None
            )
        );

        Assert.Contains("--soort", fout.Message, StringComparison.Ordinal);
    }
}
