using System.Globalization;
using CsvHelper;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Begrotingen;

/// <summary>What the real files of Amsterdam must give, counted here anew from the files themselves.</summary>
[Collection(AmsterdamFixture.Naam)]
public sealed class AmsterdamTests(AmsterdamFixture amsterdam)
{
    private static List<(string Dossier, string Onderdeel, int Jaar, decimal? Verleend)> Register()
    {
        using var csv = new CsvReader(new StreamReader(EchteData.Pad("amsterdam_subsidieregister.csv")), CultureInfo.InvariantCulture);
        return [.. csv.GetRecords<dynamic>().Select(r => ((string)r.Dossiernummer, (string)r.Organisatieonderdeel, int.Parse(((string)r.Dossiernummer)[..4], CultureInfo.InvariantCulture),
            ((string)r.Bedragverleend).Length == 0 ? (decimal?)null : decimal.Parse((string)r.Bedragverleend, CultureInfo.InvariantCulture)))];
    }

    [EchteDataFact]
    public async Task The_totals_per_stadsdeel_and_year_are_those_of_the_file()
    {
        var verwacht = Register().GroupBy(r => (r.Onderdeel.Split(' ', 2) is ["Stadsdeel" or "Stadsgebied", var naam] ? naam : null, r.Jaar))
            .ToDictionary(g => g.Key, g => (g.Count(), g.Sum(r => r.Verleend ?? 0)));

        var geladen = (await amsterdam.Db.QueryAsync<(string? Naam, int Jaar, int Aantal, decimal Som)>("""
            select g.naam, p.jaar::int, count(*)::int, coalesce(sum(p.bedrag), 0)
            from begrotingspost_nu p left join gebied_boven b on b.code = p.gebied_code and b.indeling = p.indeling and b.boven_soort = 'stadsdeel' left join gebied_nu g on g.code = b.boven_code
            group by 1, 2
            """)).ToDictionary(r => (r.Naam, r.Jaar), r => (r.Aantal, r.Som));

        Assert.Equal(verwacht, geladen);
        Assert.Equal((4233, 104382003.33m), (geladen.Where(g => g.Key.Naam == "West").Sum(g => g.Value.Aantal), geladen.Where(g => g.Key.Naam == "West").Sum(g => g.Value.Som)));
    }

    [EchteDataFact]
    public async Task All_posts_are_all_areas_and_the_remainder_to_the_cent()
    {
        var queries = new BegrotingQueries(amsterdam.Db);
        var perJaar = Register().GroupBy(r => r.Jaar).ToDictionary(g => g.Key, g => g.Sum(r => r.Verleend ?? 0));

        foreach (var (jaar, totaal) in perJaar)
        {
            foreach (var (soort, tel) in new[] { ("buurt", "alles"), ("buurt", "direct"), ("wijk", "alles"), ("gebied", "alles"), ("stadsdeel", "direct"), ("stad", "alles") })
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
        Assert.Contains("Subsidie verleend 2024", await amsterdam.Http.GetStringAsync("/"), StringComparison.Ordinal);
        var html = await amsterdam.Http.GetStringAsync("/begroting?jaar=2025");
        Assert.Contains("2025 is nog niet compleet.", html, StringComparison.Ordinal);
        Assert.Contains("tot en met 26 maart 2025", html, StringComparison.Ordinal);
        Assert.DoesNotContain("sinds 2024", html, StringComparison.Ordinal);
    }

    [EchteDataFact]
    public async Task The_years_of_a_stadsdeel_are_granted_beside_settled_and_end_with_the_last_whole_year()
    {
        var html = System.Net.WebUtility.HtmlDecode(await amsterdam.Http.GetStringAsync("/stadsdelen/E-west/begroting?fase=verleend"));
        var west = Register().Where(r => r.Onderdeel.EndsWith(" West", StringComparison.Ordinal)).GroupBy(r => r.Jaar).ToDictionary(g => g.Key, g => g.Sum(r => r.Verleend ?? 0));

        foreach (var jaar in Enumerable.Range(2020, 5))
        {
            Assert.Contains($"data-kop=\"Verleend\" data-euro=\"{west[jaar].ToString("0.00", CultureInfo.InvariantCulture)}\"", html, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("<th scope=\"row\" role=\"rowheader\">2025</th>", html, StringComparison.Ordinal);
        Assert.Contains("vaak pas jaren later", html, StringComparison.Ordinal);
    }

    [EchteDataFact]
    public async Task An_area_recognised_in_text_is_right_in_at_least_95_of_100_rows()
    {
        var gevonden = (await amsterdam.Db.QueryAsync<(string Dossier, string Gebied)>("select bronsleutel, gebied_code from begrotingspost_nu where toerekening = 'afgeleid'")).ToHashSet();
        var nagekeken = (await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Begrotingen", "herkenning.csv"))).Skip(1).Select(r => r.Split(';'))
            .Where(r => gevonden.Contains((r[0], r[1]))).ToList();
        var goed = nagekeken.Count(r => r[2] == "1");

        Assert.True(nagekeken.Count >= 200, $"Only {nagekeken.Count} labelled rows are still recognised: label more.");
        Assert.True(goed >= nagekeken.Count * 0.95, $"{goed} of {nagekeken.Count} are right.");
        Assert.Equal(GebiedHerkenning.Meting, (nagekeken.Count, goed)); // what /uitleg says
        Assert.InRange(gevonden.Count, 1500, 2500);
    }

    [EchteDataFact]
    public async Task The_areas_in_RD_are_the_same_within_a_metre()
    {
        await new GebiedImport(amsterdam.Publicatie).LaadAsync(EchteData.Pad("awkward/amsterdam_buurten_rd28992.geojson"), new(2021, "buurt"), CancellationToken.None);

        var (aantal, afstand) = await amsterdam.Db.QuerySingleAsync<(long, double)>("""
            select count(*), max(ST_HausdorffDistance(a.geom, b.geom)) from gebied_gepubliceerd a join gebied_gepubliceerd b on b.code = a.code and b.indeling = 2021
            where a.indeling = 2022 and a.soort = 'buurt'
            """);
        Assert.Equal(518, aantal);
        Assert.InRange(afstand, 0, 1);
    }

    [EchteDataFact]
    public async Task The_buurten_of_2022_fit_their_wijken_and_stadsdelen()
    {
        var kinderen = await amsterdam.Db.QueryAsync<(string Soort, long Aantal)>("""
            select b.boven_soort, count(*) from gebied_boven b join gebied_nu g on g.code = b.code and g.indeling = b.indeling
            where g.soort = 'buurt' and b.boven_soort <> 'buurt' group by 1 order by 1
            """);
        Assert.Equal([("gebied", 504L), ("stad", 518L), ("stadsdeel", 518L), ("wijk", 518L)], kinderen);
        Assert.Equal((20L, 70L), await amsterdam.Db.QuerySingleAsync<(long, long)>("""
            select count(*) filter (where g.soort = 'wijk'), count(*) filter (where g.soort = 'buurt')
            from gebied_boven b join gebied_nu g on g.code = b.code and g.indeling = b.indeling where b.boven_code = 'E'
            """));
    }

    [EchteDataFact]
    public async Task West_Begroot_has_62_plans_with_their_votes()
    {
        var (aantal, gekozen, stemmen, kosten) = await amsterdam.Db.QuerySingleAsync<(long, long, long, decimal)>("""
            select count(*), count(*) filter (where status = 'gekozen'), max(stemmen), sum(kosten) from initiatief_nu where gebied_code = 'E'
            """);
        Assert.Equal((62, 6234), (aantal, stemmen));
        Assert.True(gekozen > 0 && kosten > 300_000m);
    }

    [EchteDataFact]
    public async Task A_wijk_file_with_broken_borders_of_many_municipalities_asks_which()
    {
        var fout = await Assert.ThrowsAsync<Data.ImportFout>(() => new GebiedImport(new Publicatie(amsterdam.Db, amsterdam.Archief)).LaadAsync(
            EchteData.Pad("amsterdam_wijken_names.geojson"), new(2019), CancellationToken.None));

        Assert.Contains("--soort", fout.Message, StringComparison.Ordinal);
    }
}
