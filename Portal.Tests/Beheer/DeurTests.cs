using System.Net;
using Microsoft.AspNetCore.Hosting;
using Portal.Data.Beheer;
using Portal.Tests.Web;
using Xunit;

namespace Portal.Tests.Beheer;

/// <summary>What stands around the pages of staff.</summary>
public sealed class DeurTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    [Theory]
    [InlineData("/beheer")]
    [InlineData("/beheer/inloggen")]
    [InlineData("/beheer/uitnodiging/verzonnen")]
    [InlineData("/beheer/bestaat-niet")]
    [InlineData("/beheer/mensen")]
    public async Task Nothing_of_it_is_kept_by_anyone(string pad)
    {
        using var antwoord = await dorp.Haast.GetAsync(pad);

        Assert.True(antwoord.Headers.CacheControl?.NoStore);
        Assert.Equal("noindex", string.Join("", antwoord.Headers.GetValues("X-Robots-Tag")));
        Assert.Empty(antwoord.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_and_no_address_sends_anyone_elsewhere()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Beheerder);
        var vraag = new HttpRequestMessage(HttpMethod.Post, "/beheer/uitloggen")
        {
            Content = new FormUrlEncodedContent([]),
        };
        Assert.Equal(HttpStatusCode.BadRequest, (await zij.VraagAsync(vraag)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await zij.GetAsync("/beheer"));

        using var weg = await dorp.Haast.GetAsync("/beheer?ReturnUrl=https://elders.example");
        Assert.Equal("/beheer/inloggen", weg.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Only_staff_can_say_something_and_in_one_language()
    {
        using var leeg = new FormUrlEncodedContent([]);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await dorp.Haast.PostAsync("/beheerder", leeg)).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await dorp.Haast.PostAsync("/en/beheer", leeg)).StatusCode);

        using var engels = await dorp.Haast.GetAsync("/en/beheer");
        Assert.Equal("/beheer", engels.Headers.Location?.ToString());
        Assert.Contains("Disallow: /beheer", await dorp.Http.GetStringAsync("/robots.txt"), StringComparison.Ordinal);
        Assert.DoesNotContain("/beheer", await dorp.Http.GetStringAsync("/sitemap.xml"), StringComparison.Ordinal);
        Assert.Contains("href=\"/beheer\"", await dorp.Http.GetStringAsync("/uitleg"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Public_pages_do_not_know_who_is_signed_in()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Beheerder);
        using var antwoord = await zij.VraagAsync(new(HttpMethod.Get, "/uitleg"));

        Assert.DoesNotContain("Uitloggen", zij.Pagina, StringComparison.Ordinal);
        Assert.False(antwoord.Headers.Contains("Set-Cookie"));
        Assert.Null(antwoord.Headers.CacheControl?.NoStore is true ? "no-store" : null);
    }

    [Fact]
    public async Task Staff_pages_are_clean_on_a_phone_and_at_a_desk()
    {
        await Scherm.ZonderGebrekenAsync(dorp, ["/beheer/inloggen"]);
        await Kijker.LoopAsync(dorp, Rollen.Beheerder, ["/beheer", "/beheer/mensen", "/beheer/logboek"]);
    }
}

/// <summary>A portal without a login for staff has no such pages, and few tries are few.</summary>
public sealed class GeenBeheerFixture : PortalFixture
{
    protected override string Inhoud => nameof(DorpFixture);

    protected override Task VulAsync(ITestDatabase database) => DorpFixture.VulDorpAsync(database);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("PORTAL_DB_BEHEER", "");
    }
}

public sealed class GeenBeheerTests(GeenBeheerFixture portaal) : IClassFixture<GeenBeheerFixture>
{
    [Theory]
    [InlineData("/beheer")]
    [InlineData("/beheer/inloggen")]
    [InlineData("/beheer/uitnodiging/x")]
    public async Task Without_a_login_for_staff_there_is_nothing(string pad)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await portaal.Haast.GetAsync(pad)).StatusCode);
        Assert.DoesNotContain("/beheer", await portaal.Http.GetStringAsync("/uitleg"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(portaal.Archief, "sleutels")));
    }
}

public sealed class RemFixture : PortalFixture
{
    protected override string Inhoud => nameof(DorpFixture);

    protected override Task VulAsync(ITestDatabase database) => DorpFixture.VulDorpAsync(database);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Portal:Inlogpogingen", "3");
    }
}

public sealed class RemTests(RemFixture portaal) : IClassFixture<RemFixture>
{
    [Fact]
    public async Task One_address_has_so_many_tries_whoever_it_says_it_is()
    {
        var bezoek = new Bezoek(portaal);
        await bezoek.GetAsync("/beheer/inloggen");
        for (var i = 0; i < 3; i++)
        {
            var status = await bezoek.PostAsync("/beheer/inloggen", ("email", $"{i}@x.example"), ("wachtwoord", "x"));
            Assert.Equal(HttpStatusCode.OK, status);
        }
        await bezoek.GetAsync("/beheer/inloggen");
        Assert.Equal(HttpStatusCode.TooManyRequests, await bezoek.PostAsync("/beheer/inloggen", ("email", "a@b.c")));
        Assert.Contains("te vaak geprobeerd", bezoek.Pagina, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await bezoek.GetAsync("/beheer/inloggen"));
    }
}
