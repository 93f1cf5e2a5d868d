using System.Net;
using Portal.Data;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Xunit;

namespace Portal.Tests.Gebieden;

/// <summary>Areas and inhabitants of another municipality stay out; the village is GM9998.</summary>
public sealed class GemeenteTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private static string Wijk(string code, int x, string extra = "") =>
        Dorp.Feature($$"""{"wijkcode":"{{code}}","wijknaam":"Wijk {{code}}"{{extra}}}""", Dorp.Vierkant(x))
            .Replace("buurten.", "wijken.", StringComparison.Ordinal);

    [Theory]
    [InlineData("WK036100", "", "alleen van GM0361.")]
    [InlineData("wk036100", ",\"gemeentenaam\":\"Alkmaar\"", "alleen van GM0361 Alkmaar.")]
    [InlineData("WK00", ",\"gm_code\":\"0361\"", "alleen van GM0361.")]
    public async Task Areas_of_another_municipality_never_replace_ours(string code, string extra, string van)
    {
        var fout = await Assert.ThrowsAsync<AfgekeurdeLevering>(() =>
            Dorp.LaadAsync(dorp, Dorp.Verzameling(Wijk(code, 121000, extra)), "alkmaar.geojson")
        );

        Assert.Contains("alkmaar.geojson bevat geen gebieden van GM9998 Dorp", fout.Message, StringComparison.Ordinal);
        Assert.Contains(van, fout.Message, StringComparison.Ordinal);
        Assert.Equal(
            ["AA", "AB", "BA"],
            await dorp.Db.QueryAsync<string>("select code from gebied_nu where soort = 'wijk' order by code")
        );
    }

    [Fact]
    public async Task Of_a_file_of_more_municipalities_only_ours_is_loaded()
    {
        var rapport = await Dorp.LaadAsync(
            dorp,
            Dorp.Verzameling(Wijk("WK036100", 121000), Wijk("WK999800", 121100), Wijk("WK999801", 121200)),
            "meer.geojson",
            2011
        );

        Assert.Equal((3, 2), (rapport.Gelezen, rapport.Geladen));
        Assert.Contains("1 gebieden van andere gemeenten overgeslagen; geladen is GM9998 Dorp.", rapport.Meldingen);
    }

    [Fact]
    public async Task What_the_operator_says_counts_above_the_portal()
    {
        var pad = Dorp.Schrijf(dorp, "ander.geojson", Dorp.Verzameling(Wijk("WK036100", 121000)));
        var import = new GebiedImport(dorp.Publicatie);

        var fout = await Assert.ThrowsAsync<ImportFout>(() =>
            import.LaadAsync(pad, new(2012, Gemeente: "Alkmaar"), CancellationToken.None)
        );
        Assert.Contains("--gemeente Alkmaar is geen code", fout.Message, StringComparison.Ordinal);

        Assert.Equal(1, (await import.LaadAsync(pad, new(2012, Gemeente: "gm0361"), CancellationToken.None)).Geladen);
        Assert.Equal(
            "GM0361",
            await dorp.Db.QuerySingleAsync<string>(
                "select code from gebied_gepubliceerd where soort = 'stad' and indeling = 2012"
            )
        );
    }

    [Fact]
    public async Task Inhabitants_of_others_only_are_refused_with_whose_they_are()
    {
        var fout = await Assert.ThrowsAsync<AfgekeurdeLevering>(() =>
            new InwonersImport(dorp.Publicatie).LaadAsync(
                Dorp.Schrijf(
                    dorp,
                    "anderen.csv",
                    "code;inwoners\nBU03610001;12\nWK036100;12\nGM0344;5\nGM0363;1\nGM0599;1\n"
                ),
                2020,
                null,
                CancellationToken.None
            )
        );

        Assert.Contains("geen gebieden van GM9998 Dorp", fout.Message, StringComparison.Ordinal);
        Assert.Contains(
            "alleen van GM0344 Utrecht, GM0361, GM0363 Amsterdam en 1 andere gemeenten.",
            fout.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Names_of_another_municipality_are_refused_too()
    {
        var lijst = Dorp.Schrijf(
            dorp,
            "namen-anders.csv",
            "vintage,level,code,naam,identificatie\n2013,ggwgebied,GA2,Achterland,03630950000002\n"
        );

        var fout = await Assert.ThrowsAsync<AfgekeurdeLevering>(() =>
            new GebiedNamenImport(dorp.Publicatie).LaadAsync(lijst, 2013, CancellationToken.None)
        );
        Assert.Contains("alleen van GM0363 Amsterdam", fout.Message, StringComparison.Ordinal);
    }
}

/// <summary>A municipality that delivers its wijken and nothing smaller.</summary>
public sealed class AlleenWijkenTests(LeegFixture leeg) : IClassFixture<LeegFixture>
{
    [Fact]
    public async Task Wijken_alone_make_a_portal_with_a_city_and_inhabitants()
    {
        var inwoners = Dorp.Schrijf(leeg, "inwoners.csv", "code;inwoners\nWK999801;100\nWK999802;200\n");
        Task<ImportRapport> InwonersAsync() =>
            new InwonersImport(leeg.Publicatie).LaadAsync(inwoners, 2024, null, CancellationToken.None);

        var fout = await Assert.ThrowsAsync<ImportFout>(InwonersAsync);
        Assert.Contains("Laad eerst gebieden", fout.Message, StringComparison.Ordinal);

        await Dorp.LaadAsync(
            leeg,
            Dorp.Verzameling(
                    Dorp.Feature("""{"wijkcode":"WK999801","wijknaam":"Ooster"}""", Dorp.Vierkant(121000)),
                    Dorp.Feature("""{"wijkcode":"WK999802","wijknaam":"Wester"}""", Dorp.Vierkant(121100))
                )
                .Replace("buurten.", "wijken.", StringComparison.Ordinal),
            "wijken.geojson",
            2023
        );
        Assert.Equal(2, (await InwonersAsync()).Geladen);

        Assert.Equal(
            [("stad", "GM9998", 300), ("wijk", "WK999801", 100), ("wijk", "WK999802", 200)],
            await leeg.Db.QueryAsync<(string, string, int)>(
                "select g.soort, g.code, i.inwoners from gebied_nu g "
                    + "join inwoners_nu i on i.code = g.code and i.indeling = g.indeling order by g.code"
            )
        );
        foreach (var adres in new[] { "/", "/stad", "/wijken", "/buurten", "/wijken/WK999801-ooster", "/kaart" })
        {
            Assert.Equal((adres, HttpStatusCode.OK), (adres, (await leeg.Http.GetAsync(adres)).StatusCode));
        }
        Assert.Contains("Ooster", await leeg.Http.GetStringAsync("/wijken"), StringComparison.Ordinal);
        Assert.Contains("Dorp", await leeg.Http.GetStringAsync("/"), StringComparison.Ordinal);
    }
}
