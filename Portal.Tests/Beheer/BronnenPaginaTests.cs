using System.Net;
using Microsoft.AspNetCore.Hosting;
using Portal.Data.Beheer;
using Portal.Tests.Gebieden;
using Portal.Tests.Ophalen;
using Xunit;

namespace Portal.Tests.Beheer;

/// <summary>The village, with every host that it fetches from on loopback.</summary>
public sealed class BronnenFixture : PortalFixture
{
    public NepBronnen Nep { get; } = new();

    protected override string Inhoud => nameof(DorpFixture);

    protected override Task VulAsync(ITestDatabase database) => DorpFixture.VulDorpAsync(database);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        Nep.StartAsync().GetAwaiter().GetResult();
        builder.UseSetting("Portal:Bronnen:Via", Nep.Adres.ToString());
        builder.UseSetting("Portal:Bronnen:Pauze", "0");
    }

    protected override void Dispose(bool disposing)
    {
        Nep.DisposeAsync().AsTask().GetAwaiter().GetResult();
        base.Dispose(disposing);
    }
}

/// <summary>
/// A source that staff add is looked at before it is public, and fetched when they ask; so is every other.
/// </summary>
public sealed class BronnenPaginaTests(BronnenFixture dorp) : IClassFixture<BronnenFixture>
{
    private static (string, string)[] Bron(params (string, string)[] anders) =>
        [
            .. new[]
            {
                ("titel", "Bankjes"),
                ("doel", "Zien waar u kunt zitten."),
                ("adres", "https://data.dorp.example/bankjes"),
                ("formaat", "geoJson"),
                ("id", "nr"),
                ("naam", "naam"),
                ("kolommen", "soort = type"),
                ("thema", "overig"),
                ("ritme", "maand"),
                ("eigenaar", "Dorp"),
                ("licentie", "CC0 1.0"),
                ("licentieUrl", "https://creativecommons.org/publicdomain/zero/1.0/"),
            }.Where(v => anders.All(a => a.Item1 != v.Item1)),
            .. anders,
        ];

    [Fact]
    public async Task A_source_is_added_looked_at_published_by_another_and_fetched_again()
    {
        var naam = "Bank aan de kade";
        var plek = await dorp.Db.QuerySingleAsync<string>(
            "select ST_AsGeoJSON(ST_Transform(ST_SetSRID(ST_Point(121050, 487050), 28992), 4326))"
        );
        dorp.Nep.Hosts["data.dorp.example"] = (_, _) =>
            """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"nr":1,"naam":"%","type":"hout","baas":"mevrouw Fatima Yilmaz"},"geometry":#}]}"""
                .Replace("%", naam, StringComparison.Ordinal)
                .Replace("#", plek, StringComparison.Ordinal);
        var zij = await Bezoek.VanAsync(dorp, Rollen.Publicist);
        var ander = await Bezoek.VanAsync(dorp, Rollen.Publicist);
        await zij.GetAsync("/beheer/bron");
        await zij.PostAsync("/beheer/bron", Bron(("adres", "http://127.0.0.1/geheim")));
        Assert.Contains("geen https-adres", zij.Pagina, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, await zij.PostAsync("/beheer/bron", Bron()));
        await zij.WachtAsync("/beheer/bronnen");
        Assert.Contains("wacht op de werklijst op goedkeuring", zij.Pagina, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await dorp.Http.GetAsync("/lagen/bankjes")).StatusCode);
        var versie = await dorp.Db.QuerySingleAsync<int>(
            "select v.id from versie v join dataset d on d.id = v.dataset_id where d.code = 'bankjes'"
        );
        await zij.GetAsync($"/beheer/controle/{versie}");
        Assert.Equal(
            HttpStatusCode.Forbidden,
            await zij.PostAsync($"/beheer/controle/{versie}/publiceren", ("wijziging", "x"))
        );
        Assert.Equal(HttpStatusCode.OK, await ander.GetAsync($"/beheer/voorbeeld/{versie}/lagen/bankjes"));
        Assert.Contains(naam, ander.Pagina, StringComparison.Ordinal);
        await ander.GetAsync($"/beheer/controle/{versie}");
        await ander.PostAsync($"/beheer/controle/{versie}/publiceren", ("wijziging", "Nieuw."));
        Assert.DoesNotContain("Yilmaz", await dorp.Http.GetStringAsync("/lagen/bankjes.csv"), StringComparison.Ordinal);

        naam = "Bank in de zon";
        await zij.GetAsync("/beheer/bronnen");
        await zij.PostAsync("/beheer/bronnen/ophalen", ("bron", "bankjes"));
        await zij.WachtAsync("/beheer/bronnen");
        Assert.Contains("opgehaald: er is iets nieuws", zij.Pagina, StringComparison.Ordinal);
        Assert.Contains(naam, await dorp.Http.GetStringAsync("/lagen/bankjes.csv"), StringComparison.Ordinal);

        await zij.PostAsync("/beheer/bronnen/ophalen", ("bron", "kinderopvang")); // one that comes with the portal, and does not answer
        await zij.WachtAsync("/beheer/bronnen");
        Assert.Contains("mislukt: www.landelijkregisterkinderopvang.nl", zij.Pagina, StringComparison.Ordinal);
        await zij.PostAsync("/beheer/bron", Bron());
        Assert.Contains("Er is al een bron of dataset die zo heet", zij.Pagina, StringComparison.Ordinal);
    }
}
