using System.Globalization;
using System.Net;
using System.Text.Json;
using Portal.Data;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Xunit;

namespace Portal.Tests.Gebieden;

/// <summary>Inhabitants of each year apart, of the same borders; and the names that come with them.</summary>
public sealed class InwonersTests(AmsterdamFixture amsterdam) : IClassFixture<AmsterdamFixture>
{
    private static string Bbga => EchteData.Pad("amsterdam_bbga_gebieden_2005_2018.csv");

    [EchteDataFact]
    public async Task The_city_and_the_gebieden_have_the_inhabitants_of_each_year_of_the_file()
    {
        var namen = (
            await amsterdam.Db.QueryAsync<string>(
                "select code from gebied_nu where soort = 'gebied' and code like 'DX%'"
            )
        ).ToHashSet();
        Dictionary<(string, int), int> Van(string variabele) =>
            File.ReadLines(Bbga)
                .Select(r => r.Split(' '))
                .Where(v => v[2] == variabele && (v[1] == "STAD" || namen.Contains(v[1])))
                .ToDictionary(
                    v => (v[1] == "STAD" ? "GM0363" : v[1], int.Parse(v[0], CultureInfo.InvariantCulture)),
                    v => int.Parse(v[3], CultureInfo.InvariantCulture)
                );
        var (inwoners, huishoudens) = (Van("BEVTOTAAL"), Van("BEVHUISHOUDENHH"));

        var geladen = (
            await amsterdam.Db.QueryAsync<(string Code, int Jaar, int Inwoners, int? Huishoudens)>(
                "select code, jaar::int, inwoners, huishoudens from inwoners_nu "
                    + "where jaar <= 2018 and (code like 'DX%' or code = 'GM0363')"
            )
        ).ToList();

        Assert.Equal(16 * 14, inwoners.Count);
        Assert.Equal(inwoners, geladen.ToDictionary(g => (g.Code, g.Jaar), g => g.Inwoners));
        Assert.Equal(
            huishoudens,
            geladen.Where(g => g.Huishoudens is not null).ToDictionary(g => (g.Code, g.Jaar), g => g.Huishoudens!.Value)
        );
        Assert.Equal(
            inwoners[("DX01", 2016)] + inwoners[("DX02", 2016)],
            await amsterdam.Db.QuerySingleAsync<int>(
                "select inwoners from inwoners_nu where code = 'A' and jaar = 2016"
            )
        );
        Assert.Empty(
            await amsterdam.Db.QueryAsync<int>(
                "select inwoners from inwoners_nu where code in ('E', 'GE04', 'DX04') and jaar <= 2018"
            )
        ); // West is more than Oud-West
    }

    [EchteDataFact]
    public async Task A_page_shows_the_inhabitants_of_its_year_or_names_the_nearest()
    {
        var gebied = WebUtility.HtmlDecode(
            await amsterdam.Http.GetStringAsync("/gebieden/DX05-oud-west-de-baarsjes?jaar=2016")
        );
        Assert.Contains("72.783 <span>in 2016</span>", gebied, StringComparison.Ordinal);
        Assert.Contains(
            "834.713 <span>in 2016</span>",
            WebUtility.HtmlDecode(await amsterdam.Http.GetStringAsync("/stad?jaar=2016")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "854.316 <span>in 2018</span>",
            WebUtility.HtmlDecode(await amsterdam.Http.GetStringAsync("/stad?jaar=2019")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "931.290 <span>in 2024</span>",
            WebUtility.HtmlDecode(await amsterdam.Http.GetStringAsync("/stad?jaar=2024")),
            StringComparison.Ordinal
        );
    }

    [EchteDataFact]
    public async Task A_municipality_with_other_borders_is_not_the_city()
    {
        var fout = await Assert.ThrowsAsync<AfgekeurdeLevering>(() =>
            new InwonersImport(amsterdam.Publicatie).LaadAsync(
                EchteData.Pad("nl_gemeenten_2022.geojson"),
                2022,
                null,
                CancellationToken.None
            )
        );
        Assert.Contains(
            "andere grenzen dan nu: Weesp hoorde er niet bij",
            Assert.Single(fout.Rapport.Afwijzingen).Reden,
            StringComparison.Ordinal
        );

        Assert.Equal(
            1,
            (
                await new InwonersImport(amsterdam.Publicatie).LaadAsync(
                    EchteData.Pad("nl_gemeenten_2023.geojson"),
                    2023,
                    null,
                    CancellationToken.None
                )
            ).Geladen
        );
        Assert.Equal(
            (918117, 505705),
            await amsterdam.Db.QuerySingleAsync<(int, int)>(
                "select inwoners, huishoudens from inwoners_nu where code = 'GM0363' and jaar = 2023"
            )
        );
        await Assert.ThrowsAsync<ImportFout>(() =>
            new InwonersImport(amsterdam.Publicatie).LaadAsync(
                EchteData.Pad("nl_gemeenten_2019.geojson"),
                null,
                null,
                CancellationToken.None
            )
        );
    }

    [EchteDataFact]
    public async Task A_wijk_without_a_name_is_called_as_CBS_calls_it_whatever_was_loaded_last()
    {
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(EchteData.Pad("nl_wijken_2024.geojson")));
        var cbs = json
            .RootElement.GetProperty("features")
            .EnumerateArray()
            .Select(f => f.GetProperty("properties"))
            .Where(p => p.GetProperty("gemeentecode").GetString() == "GM0363")
            .Select(p =>
                (Code: p.GetProperty("wijkcode").GetString()![6..], Naam: p.GetProperty("wijknaam").GetString()!)
            )
            .Where(w => w.Code is "SB" or "SC" or "SD" or "SE")
            .Order()
            .ToList();
        const string sql =
            "select code, naam from gebied_nu where soort = 'wijk' and naam_bron = 'inwoners-2024' order by code";

        Assert.Equal(4, cbs.Count);
        Assert.Equal(cbs, await amsterdam.Db.QueryAsync<(string, string)>(sql));
        await new GebiedImport(new Publicatie(amsterdam.Db, amsterdam.Archief) { Opnieuw = true }).LaadAsync(
            EchteData.Pad("derived/amsterdam_wijken_110.geojson"),
            new(2022),
            CancellationToken.None
        );
        Assert.Equal(cbs, await amsterdam.Db.QueryAsync<(string, string)>(sql));
        Assert.Equal(
            "Driemond",
            await amsterdam.Db.QuerySingleAsync<string>(
                "select naam from gebied_nu where code = 'SA' and naam_bron is null"
            )
        );
    }
}
