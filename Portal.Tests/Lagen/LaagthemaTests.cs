using System.Globalization;
using System.Net;
using Dapper;
using Portal.Data;
using Portal.Data.Datasets;
using Portal.Data.Lagen;
using Xunit;

namespace Portal.Tests.Lagen;

/// <summary>The catalogue of what can be on the map, and what may not be.</summary>
public sealed class LaagthemaTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private const string Punten = "id;naam;x;y\n1;Inbraak;121050;487050\n2;Inbraak;121150;487050\n";
    private const string Gebieden = "id;naam;gebiedscode;aantal\n1;Inbraken;AA01;12\n2;Inbraken;AA02;7\n";

    private Task<ImportRapport> LaadAsync(string code, string inhoud, params (string Naam, string Tekst)[] opties) =>
        new LaagImport(new Publicatie(dorp.Db, dorp.Archief)).LaadAsync(
            Dorp.Schrijf(dorp, $"{code}.csv", inhoud),
            new Keuzes(
                opties
                    .Append(("dataset", code))
                    .Append(("titel", $"Titel van {code}"))
                    .ToDictionary(o => o.Item1, o => o.Item2)
            ),
            CancellationToken.None
        );

    [Fact]
    public async Task Safety_is_shown_by_area_and_never_at_a_point()
    {
        var fout = await Assert.ThrowsAsync<ImportFout>(() => LaadAsync("inbraken", Punten, ("thema", "veiligheid")));
        Assert.Contains("inbraken.csv, rij 2: dit is een punt of een lijn.", fout.Message, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await dorp.Http.GetAsync(new Uri("/lagen/inbraken", UriKind.Relative))).StatusCode
        );

        Assert.Equal(2, (await LaadAsync("inbraken", Gebieden, ("thema", "veiligheid"))).Geladen);
        Assert.Contains(
            "AA01",
            await dorp.Http.GetStringAsync("/lagen/inbraken.csv?gebied=AA01"),
            StringComparison.Ordinal
        );
        await Assert.ThrowsAsync<ImportFout>(() => LaadAsync("inbraken", Punten)); // it stays a layer of safety
        await Assert.ThrowsAsync<ImportFout>(() =>
            LaadAsync("inbraken", "id;naam;wkt\n1;Straat;LINESTRING(121010 487010, 121050 487050)\n")
        );
    }

    [Fact]
    public async Task Points_that_stay_from_a_delivery_before_are_not_made_safety_either()
    {
        await LaadAsync("stil", Punten);

        await Assert.ThrowsAsync<ImportFout>(() =>
            LaadAsync("stil", "id;naam;gebiedscode\n3;Iets;AA01\n", ("thema", "veiligheid"), ("aanvulling", "ja"))
        );
    }

    [Fact]
    public async Task The_catalogue_tells_of_each_layer_what_it_is_for_from_whom_and_until_when()
    {
        await LaadAsync(
            "bomen",
            "id;naam;x;y\n1;Eik;121050;487050\n2;Es <b>;121150;487050\n3;Iep;121150;487050\n",
            ("thema", "groen"),
            ("doel", "Zien welke boom voor uw deur staat."),
            ("bron", "Bomenregister"),
            ("licentie", "CC0 1.0"),
            ("licentie-url", "https://creativecommons.org/publicdomain/zero/1.0/"),
            ("peildatum", "31-12-2025")
        );
        await LaadAsync("restjes", "id;naam;x;y\n1;Iets;121050;487050\n");

        var pagina = WebUtility.HtmlDecode(await dorp.Http.GetStringAsync("/lagen"));
        var groen = Tussen(pagina, "<h2 id=\"groen\">", "</section>");
        foreach (
            var tekst in new[]
            {
                "<a href=\"/lagen/bomen\">Titel van bomen</a>",
                "Zien welke boom voor uw deur staat.",
                "Bomenregister",
                "<a href=\"https://creativecommons.org/publicdomain/zero/1.0/\">CC0 1.0</a>",
                "<dt>Gegevens tot en met</dt><dd>31 december 2025</dd>",
                "<dt>Rijen</dt><dd>3</dd>",
                "href=\"/kaart?laag=lagen/bomen\"",
                "href=\"/lagen/bomen.csv\"",
                "href=\"/lagen/bomen.geojson\"",
            }
        )
        {
            Assert.Contains(tekst, groen, StringComparison.Ordinal);
        }
        Assert.Contains("/lagen/restjes", Tussen(pagina, "<h2 id=\"overig\">", "</main>"), StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"onderwijs\"", pagina, StringComparison.Ordinal);
        Assert.Contains("Green space", await dorp.Http.GetStringAsync("/en/lagen"), StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.OK,
            (await dorp.Http.GetAsync(new Uri("/kaart?laag=lagen/bomen", UriKind.Relative))).StatusCode
        );
    }

    [Theory]
    [InlineData("morgen", "dit is geen datum")]
    [InlineData("2199-01-01", "ligt in de toekomst")]
    public async Task A_reference_date_is_a_day_that_was(string dag, string melding)
    {
        var fout = await Assert.ThrowsAsync<ImportFout>(() => LaadAsync("dag", Punten, ("peildatum", dag)));

        Assert.Contains(melding, fout.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Postcodes_alone_place_nothing_and_that_is_said()
    {
        var fout = await Assert.ThrowsAsync<ImportFout>(() =>
            LaadAsync("postcodes", "id;naam;Postcode\n1;School;1011 AB\n")
        );

        Assert.Contains("alleen met de kolom postcode", fout.Message, StringComparison.Ordinal);
        Assert.Equal(
            1,
            (await LaadAsync("postcodes", "id;naam;Postcode;gebiedscode\n1;School;1011 AB;AA01\n")).Geladen
        );
    }

    internal static string Tussen(string tekst, string van, string tot)
    {
        var begin = tekst.IndexOf(van, StringComparison.Ordinal);
        Assert.True(begin >= 0, van);
        return tekst[begin..tekst.IndexOf(tot, begin, StringComparison.Ordinal)];
    }
}

/// <summary>What the catalogue says of what the portal itself brings.</summary>
public sealed class CatalogusTests(VoorbeeldFixture voorbeeld) : IClassFixture<VoorbeeldFixture>
{
    [Fact]
    public async Task What_the_portal_brings_stands_in_the_catalogue_and_every_link_of_it_answers()
    {
        var pagina = await voorbeeld.Http.GetStringAsync("/lagen");

        foreach (var adres in new[] { "/begroting/posten", "/bekendmakingen", "/vergunningen", "/initiatieven" })
        {
            Assert.Contains($"<h3><a href=\"{adres}\">", pagina, StringComparison.Ordinal);
        }
        var adressen = System
            .Text.RegularExpressions.Regex.Matches(
                pagina[pagina.IndexOf("<h1", StringComparison.Ordinal)..],
                "href=\"(/(?:begroting|kaart|bekend|vergun|initia)[^\"]*)\""
            )
            .Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))
            .Distinct()
            .ToList();
        Assert.True(adressen.Count > 15, string.Join(' ', adressen));
        foreach (var adres in adressen)
        {
            using var antwoord = await voorbeeld.Http.GetAsync(new Uri(adres, UriKind.Relative));
            Assert.True(antwoord.IsSuccessStatusCode, $"{adres}: {antwoord.StatusCode}");
        }
        await using var db = await voorbeeld.Db.OpenConnectionAsync();
        var posten = await db.QuerySingleAsync<long>(
            "select count(*) from begrotingspost p join versie v on v.id = p.versie_id where v.status = 'gepubliceerd'"
        );
        var geld = LaagthemaTests.Tussen(pagina, "/begroting/posten\"", "</section>");
        Assert.Contains($"<dd>{posten.ToString("N0", new CultureInfo("nl-NL"))}</dd>", geld, StringComparison.Ordinal); // not with Iv3
        await Web.Scherm.ZonderGebrekenAsync(voorbeeld, ["/lagen"]);
    }
}
