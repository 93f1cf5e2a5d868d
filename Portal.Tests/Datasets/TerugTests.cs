using System.Net;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Data.Indicatoren;
using Portal.Data.Vergunningen;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Datasets;

/// <summary>
/// A slip is undone with all that was made by it (docs/decisions/0020). The village is of division 2024; every test has
/// a copy of its own.
/// </summary>
public sealed class TerugTests : IAsyncLifetime, IDisposable
{
    private const string Kop = "id;boekjaar;fase;programma;bl;gebiedscode;toerekening;omschrijving;bedrag;sleutel\n";

    // A file of the same municipality, but of a part of it, with other codes in other places.
    private static readonly string Verkeerd = Dorp.GeoJson([
        ("AA01", "Verkeerd een", 121050),
        ("CC09", "Verkeerd twee", 121150),
    ]);

    private readonly DorpFixture _dorp = new();

    public Task InitializeAsync() => _dorp.InitializeAsync();

    public async Task DisposeAsync() => await ((IAsyncLifetime)_dorp).DisposeAsync();

    public void Dispose() => _dorp.Dispose();

    private Publicatie Publicatie => new(_dorp.Db, _dorp.Archief) { MagKrimpen = true };

    private Versiebeheer Versies => new(_dorp.Db, _dorp.Archief);

    private Task<ImportRapport> GeldAsync(string naam, string rijen, bool concept = false) =>
        new BegrotingImport(new(_dorp.Db, _dorp.Archief) { MagKrimpen = true, AlleenConcept = concept }).LaadAsync(
            Dorp.Schrijf(_dorp, naam, Kop + rijen),
            CancellationToken.None
        );

    private Task<ImportRapport> InwonersAsync(string naam, string rijen) =>
        new InwonersImport(Publicatie).LaadAsync(
            Dorp.Schrijf(_dorp, naam, $"code;inwoners\n{rijen}"),
            2024,
            null,
            CancellationToken.None
        );

    private Task<ImportRapport> SleutelAsync(string naam, string rijen) =>
        new SleutelImport(Publicatie).LaadAsync(
            Dorp.Schrijf(_dorp, naam, $"code;gewicht\n{rijen}"),
            "bomen",
            2024,
            "Bomenregister",
            CancellationToken.None
        );

    private Task<ImportRapport> VergunningenAsync(string naam, string rijen, string titel = "Vergunningen") =>
        VergunningOnderwerp
            .Onderwerp.Imports[0]
            .Laad(
                Publicatie,
                Dorp.Schrijf(_dorp, naam, $"id;titel;soort;fase;x;y\n{rijen}"),
                new Keuzes(new Dictionary<string, string> { ["dataset"] = "vergunningen", ["titel"] = titel }),
                CancellationToken.None
            );

    [Fact]
    public async Task A_dataset_is_called_again_as_in_the_version_that_counts()
    {
        Task<string> TitelAsync() =>
            _dorp.Db.QuerySingleAsync<string>("select titel from dataset where code = 'vergunningen'");
        await VergunningenAsync("een.csv", "a;Boom;kap;aanvraag;121010;487010\n", "Vergunningen");
        await VergunningenAsync("twee.csv", "a;Boom twee;kap;aanvraag;121010;487010\n", "Verkeerde naam");
        Assert.Equal("Verkeerde naam", await TitelAsync());

        await Versies.NeemTerugAsync("vergunningen", CancellationToken.None);
        Assert.Equal("Vergunningen", await TitelAsync());
    }

    private Task<ImportRapport> MetingenAsync(string naam, string rijen) =>
        new MetingImport(Publicatie).LaadAsync(
            Dorp.Schrijf(_dorp, naam, $"indicator;naam;definitie;eenheid;gebiedscode;jaar;waarde\n{rijen}"),
            Keuzes.Geen,
            CancellationToken.None
        );

    private async Task VulAsync()
    {
        await SleutelAsync("bomen.csv", "AA01;1\nAA02;3\n");
        await GeldAsync(
            "geld.csv",
            "a;2024;realisatie;Sport en recreatie;L;AA01;direct_adres;veld;100,00;\n"
                + "b;2024;realisatie;Sport en recreatie;L;;sleutel;groen;99,99;inwoners 2024\n"
                + "c;2024;realisatie;Sport en recreatie;L;;sleutel;bomen;10,00;bomen 2024\n"
        );
        await VergunningenAsync("v.csv", "1;Boom;kap;verleend;121010;487010\n2;Schuur;bouw;verleend;121510;487010\n");
        await MetingenAsync("m.csv", "groen;Groen;Hoe groen;%;AA01;2024;12\n");
    }

    private static readonly string[] Adressen =
    [
        "/stad",
        "/stadsdelen",
        "/wijken",
        "/buurten",
        "/stadsdelen/A-oudzijde",
        "/wijken/AA-molenwijk",
        "/buurten/AA01-molenbuurt-noord",
        "/buurten/AA01-molenbuurt-noord?jaar=2024&fase=realisatie",
        "/stad?jaar=2024&fase=realisatie",
        "/kaart?jaar=2024&fase=realisatie",
        "/begroting/posten?jaar=2024&fase=realisatie",
        "/begroting/vergelijk?gebied=AA01&gebied=BA02",
        "/begroting/brug",
        "/vergunningen",
        "/vergunningen?gebied=AA01",
        "/buurten.geojson",
        "/uitleg",
    ];

    private async Task<Dictionary<string, string>> PaginasAsync()
    {
        var paginas = new Dictionary<string, string>();
        foreach (var adres in Adressen)
        {
            var antwoord = await _dorp.Http.GetAsync(adres);
            Assert.True(
                antwoord.StatusCode
                    is HttpStatusCode.OK
                        or HttpStatusCode.MovedPermanently
                        or HttpStatusCode.NotFound
                        or HttpStatusCode.BadRequest,
                $"{adres}: {antwoord.StatusCode}"
            );
            // What was taken back comes again under a number of its own
            paginas[adres] =
                $"{antwoord.StatusCode} {System.Text.RegularExpressions.Regex.Replace(await antwoord.Content.ReadAsStringAsync(), "[Vv]ersie [0-9]+", "versie")}";
        }
        return paginas;
    }

    private Task<IEnumerable<string>> GeldtAsync() =>
        _dorp.Db.QueryAsync<string>(
            "select d.code || ' ' || v.nummer from versie v "
                + "join dataset d on d.id = v.dataset_id where v.status = 'gepubliceerd' order by 1"
        );

    private Task<int> ZonderGebiedAsync() =>
        _dorp.Db.QuerySingleAsync<int>(
            """
            select count(*)::int from (
                select indeling, gebied_code as code from begrotingsom_nu
                union all select d.indeling, d.gebied_code from postdeel d
                join versie v on v.id = d.versie_id and v.status = 'gepubliceerd'
                union all select indeling, code from inwoners_nu
                union all select indeling, code from meting_nu
                union all select indeling, gebied_code from vergunning_nu) x
            where code is not null and not exists (select from gebied_gepubliceerd g
                where g.indeling = x.indeling and g.code = x.code)
            """
        );

    private async Task<string> WeigertAsync(string dataset) =>
        (
            await Assert.ThrowsAsync<ImportFout>(() => Versies.NeemTerugAsync(dataset, false, CancellationToken.None))
        ).Message;

    private async Task<string[]> TerugAsync(string dataset) =>
        [.. (await Versies.NeemTerugAsync(dataset, true, CancellationToken.None)).Select(t => $"{t}")];

    [Fact]
    public async Task Areas_under_a_wrong_division_go_with_all_that_was_loaded_on_them()
    {
        await VulAsync();
        var (toen, paginas) = (await GeldtAsync(), await PaginasAsync());

        await Dorp.LaadAsync(_dorp, Verkeerd, "verkeerd.geojson", 2025);
        await InwonersAsync("inwoners-verkeerd.csv", "AA01;7\nCC09;8\n");
        await GeldAsync(
            "geld-verkeerd.csv",
            "a;2024;realisatie;Sport en recreatie;L;CC09;direct_adres;veld;100,00;\n"
                + "b;2024;realisatie;Sport en recreatie;L;;sleutel;groen;99,99;inwoners 2024\n"
        );
        await VergunningenAsync("v2.csv", "1;Boom;kap;verleend;121060;487010\n2;Schuur;bouw;verleend;121510;487010\n");
        await MetingenAsync("m2.csv", "groen;Groen;Hoe groen;%;CC09;2024;99\n");
        await GeldAsync(
            "wacht.csv",
            "a;2023;realisatie;Sport en recreatie;L;CC09;direct_adres;wacht;1,00;\n",
            concept: true
        );
        var verkeerd = await GeldtAsync();
        Assert.NotEqual(paginas["/buurten"], (await PaginasAsync())["/buurten"]);

        var lijst = await WeigertAsync("buurten-2025");
        Assert.StartsWith(
            "Op 'buurten-2025' rusten andere cijfers. Met versie 1 gaan ook deze terug:\n",
            lijst,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\n  realisatie-2024 versie 2, 2 rijen; daarna geldt versie 1\n",
            lijst,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\n  realisatie-2023 versie 1, 1 rij (concept: wordt weggegooid)\n",
            lijst,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "portal terug buurten-2025 --met-wat-erop-rust. Er is niets veranderd.",
            lijst,
            StringComparison.Ordinal
        );
        Assert.Equal(verkeerd, await GeldtAsync());

        Assert.Equal(
            [
                "buurten-2025 versie 1, 2 rijen; daarna geldt er geen",
                "inwoners-buurt-2024 versie 2, 2 rijen; daarna geldt versie 1",
                "metingen versie 2, 1 rij; daarna geldt versie 1",
                "realisatie-2023 versie 1, 1 rij (concept: wordt weggegooid)",
                "realisatie-2024 versie 2, 2 rijen; daarna geldt versie 1",
                "stad-2025 versie 1, 1 rij; daarna geldt er geen",
                "stadsdelen-2025 versie 1, 2 rijen; daarna geldt er geen",
                "vergunningen versie 2, 2 rijen; daarna geldt versie 3",
                "wijken-2025 versie 1, 2 rijen; daarna geldt er geen",
            ],
            (await TerugAsync("buurten-2025")).Order(StringComparer.Ordinal)
        );

        Assert.Equal(
            toen.Select(t => t.Replace("vergunningen 1", "vergunningen 3", StringComparison.Ordinal)),
            await GeldtAsync()
        );
        Assert.Equal(0, await ZonderGebiedAsync());
        foreach (var (adres, html) in await PaginasAsync())
        {
            Assert.StartsWith("OK ", html, StringComparison.Ordinal);
            Assert.Equal((adres, paginas[adres]), (adres, html));
        }
        Assert.Contains(
            "Berustte op buurten-2025 versie 1",
            await _dorp.Http.GetStringAsync("/data/realisatie-2024"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_wrong_delivery_in_the_same_division_gives_way_to_the_one_before()
    {
        await VulAsync();
        var paginas = await PaginasAsync();

        await Dorp.LaadAsync(Publicatie, Dorp.Schrijf(_dorp, "fout.geojson", Verkeerd));
        await GeldAsync("later.csv", "a;2023;realisatie;Sport en recreatie;L;CC09;direct_adres;x;1,00;\n");
        await GeldAsync("stadsbreed.csv", "a;2022;begroting;Sport en recreatie;L;;stadsbreed;x;1,00;\n");
        await TerugAsync("buurten-2024");

        Assert.Equal(0, await ZonderGebiedAsync());
        Assert.Contains("begroting-2022 1", await GeldtAsync());
        Assert.DoesNotContain("realisatie-2023 1", await GeldtAsync());
        Assert.Equal(paginas["/buurten"], (await PaginasAsync())["/buurten"]);
        Assert.Contains("buurten-2024 1", await GeldtAsync());
    }

    [Fact]
    public async Task What_is_built_from_areas_comes_back_or_is_built_anew()
    {
        await Dorp.LaadAsync(_dorp, DorpFixture.Buurten, "b.geojson", 2025);
        await Dorp.LaadAsync(
            Publicatie,
            Dorp.Schrijf(
                _dorp,
                "w.geojson",
                Dorp.Verzameling(
                    Dorp.Feature("""{"code":"AA","naam":"Met naam"}""", Dorp.Vierkant(121000))
                        .Replace("buurten.", "wijken.", StringComparison.Ordinal)
                )
            ),
            2025
        );
        await Dorp.LaadAsync(Publicatie, Dorp.Schrijf(_dorp, "b2.geojson", Dorp.GeoJson(Dorp.Buurten.Take(4))), 2025);
        Assert.Contains("'stad-2025' is niet geleverd", await WeigertAsync("stad-2025"), StringComparison.Ordinal);
        Assert.Contains("portal terug buurten-2025", await WeigertAsync("stad-2025"), StringComparison.Ordinal);

        await TerugAsync("wijken-2025"); // the wijken that were built before are those of six buurten
        Assert.Equal(
            ["AA", "AB"],
            await _dorp.Db.QueryAsync<string>("select code from gebied_nu where soort = 'wijk' order by code")
        );

        await TerugAsync("buurten-2025");
        Assert.Equal(
            ["A", "AA", "AB", "B", "BA", "GM9998"],
            await _dorp.Db.QueryAsync<string>("select code from gebied_nu where soort <> 'buurt' order by code")
        );
        Assert.Equal(0, await ZonderGebiedAsync());
    }

    [Fact]
    public async Task Inhabitants_and_keys_go_with_the_money_that_was_divided_by_them_and_no_more()
    {
        await VulAsync();
        await GeldAsync("direct.csv", "a;2023;realisatie;Sport en recreatie;L;AA01;direct_adres;x;1,00;\n");
        var paginas = await PaginasAsync();
        await InwonersAsync("i2.csv", "AA01;1\nAA02;1\nAB01;1\nAB02;1\nBA01;1\nBA02;1\n");
        await GeldAsync("g2.csv", "b;2024;realisatie;Sport en recreatie;L;;sleutel;groen;99,99;inwoners 2024\n");

        Assert.Equal(
            [
                "inwoners-buurt-2024 versie 2, 6 rijen; daarna geldt versie 1",
                "realisatie-2024 versie 2, 1 rij; daarna geldt versie 1",
            ],
            await TerugAsync("inwoners-buurt-2024")
        );
        Assert.Equal(
            paginas["/buurten/AA01-molenbuurt-noord"],
            (await PaginasAsync())["/buurten/AA01-molenbuurt-noord"]
        );

        Assert.Equal(
            [
                "sleutel-bomen-2024 versie 1, 2 rijen; daarna geldt er geen",
                "realisatie-2024 versie 1, 3 rijen; daarna geldt er geen",
            ],
            await TerugAsync("sleutel-bomen-2024")
        );
        Assert.Contains("realisatie-2023 1", await GeldtAsync());
    }

    [Fact]
    public async Task Inhabitants_on_which_nothing_rests_need_no_more_than_terug()
    {
        await InwonersAsync("i2.csv", "AA01;1\nAA02;1\nAB01;1\nAB02;1\nBA01;1\nBA02;1\n");

        Assert.Equal((2, 1), await Versies.NeemTerugAsync("inwoners-buurt-2024", CancellationToken.None));
        Assert.Equal(
            100,
            await _dorp.Db.QuerySingleAsync<int>("select inwoners from inwoners_nu where code = 'AA01' and jaar = 2024")
        );
    }

    [Fact]
    public async Task Names_of_gebieden_go_with_what_was_called_by_them()
    {
        var buurten = Dorp.Buurten.Select(b =>
            Dorp.Feature(
                $$"""{"code":"{{b.Code}}","naam":"{{b.Naam}}","ligtInGgwgebiedId":"99980950000001"}""",
                Dorp.Vierkant(b.X)
            )
        );
        await Dorp.LaadAsync(_dorp, Dorp.Verzameling(buurten), "ggw.geojson", 2025);
        await new GebiedNamenImport(Publicatie).LaadAsync(
            Dorp.Schrijf(
                _dorp,
                "namen.csv",
                "vintage,level,code,naam,identificatie\n2025,ggwgebied,DX1,Oudland,99980950000001\n"
            ),
            2025,
            CancellationToken.None
        );
        await GeldAsync("g.csv", "a;2023;realisatie;Sport en recreatie;L;DX1;direct_gebied;x;1,00;\n");

        Assert.Equal(
            [
                "namen-lijst-2025 versie 1, 1 rij; daarna geldt er geen",
                "gebieden-2025 versie 2, 1 rij; daarna geldt versie 1",
                "realisatie-2023 versie 1, 1 rij; daarna geldt er geen",
            ],
            await TerugAsync("namen-lijst-2025")
        );
        Assert.Equal(
            "99980950000001",
            await _dorp.Db.QuerySingleAsync<string>("select code from gebied_nu where soort = 'gebied'")
        );
        Assert.Equal(0, await ZonderGebiedAsync());
    }

    [Theory]
    [InlineData("2202")]
    [InlineData("-1")]
    [InlineData("20024")]
    [InlineData("1989")]
    [InlineData("99999")]
    public void A_year_that_cannot_be_is_refused_with_the_years_that_can(string jaar)
    {
        var keuzes = new Keuzes(new Dictionary<string, string> { ["indeling"] = jaar });

        var fout = Assert.Throws<ImportFout>(() => keuzes.Jaar("indeling"));
        Assert.Contains(
            $"--indeling {jaar}: dit jaar kan niet; kies een jaar van 1990 tot en met",
            fout.Message,
            StringComparison.Ordinal
        );
    }
}

/// <summary>The first delivery of all was a wrong one.</summary>
public sealed class TerugNaarLeegTests(LeegFixture leeg) : IClassFixture<LeegFixture>
{
    [Fact]
    public async Task The_portal_is_empty_again()
    {
        await Dorp.LaadAsync(leeg, DorpFixture.Buurten, "fout.geojson", 2023);
        await new InwonersImport(leeg.Publicatie).LaadAsync(
            Dorp.Schrijf(leeg, "i.csv", "code;inwoners\nAA01;5\n"),
            2024,
            null,
            CancellationToken.None
        );

        await new Versiebeheer(leeg.Db, leeg.Archief).NeemTerugAsync("buurten-2023", true, CancellationToken.None);

        Assert.Equal(
            0,
            await leeg.Db.QuerySingleAsync<long>("select count(*) from versie where status = 'gepubliceerd'")
        );
        Assert.Equal(0, await leeg.Db.QuerySingleAsync<long>("select count(*) from gebied_boven"));
        foreach (
            var adres in new[] { "/", "/buurten", "/wijken", "/stad", "/kaart", "/data", "/uitleg", "/vergunningen" }
        )
        {
            var status = (await leeg.Http.GetAsync(adres)).StatusCode;
            Assert.True(status == HttpStatusCode.OK || adres == "/stad", $"{adres}: {status}");
        }
        Assert.DoesNotContain("Molenbuurt", await leeg.Http.GetStringAsync("/buurten"), StringComparison.Ordinal);

        Assert.Equal(6, (await Dorp.LaadAsync(leeg, DorpFixture.Buurten, "goed.geojson", 2022)).Geladen);
    }
}
