using System.Net;
using Microsoft.AspNetCore.Hosting;
using Portal.Data.Beheer;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Beheer;

/// <summary>A portal that knows the accounts of a municipality.</summary>
public sealed class OpenIdFixture : PortalFixture
{
    internal NepOpenId Nep { get; } = new();

    protected override Task VulAsync(ITestDatabase database) => Task.CompletedTask;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Portal:OpenId:Adres", Nep.Adres);
        builder.UseSetting("Portal:OpenId:Client", "portaal");
        builder.UseSetting("Portal:OpenId:Geheim", "geheim-van-de-proef");
    }

    protected override void Dispose(bool disposing)
    {
        Nep.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>
/// Signing in with the account of the municipality. Without the setting it is not there (MatrixTests).
/// </summary>
public sealed class OpenIdTests(OpenIdFixture portaal) : IClassFixture<OpenIdFixture>
{
    [Fact]
    public async Task Who_was_invited_comes_in_with_her_role_and_nobody_else_does()
    {
        var bekend = await Bezoek.VanAsync(portaal, Rollen.Publicist, "sam@gemeente.example");
        await bekend.GetAsync("/beheer/inloggen");
        Assert.Contains("href=\"/beheer/openid\"", bekend.Pagina, StringComparison.Ordinal);

        var zij = new Bezoek(portaal);
        Assert.Contains("U bent ingelogd", await KomAsync(zij, "Sam@gemeente.example", true), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await zij.GetAsync("/beheer/oordelen")); // of a publicist
        Assert.Equal(HttpStatusCode.Forbidden, await zij.GetAsync("/beheer/mensen"));
        Assert.All(zij.Gezet, k => Assert.Contains("secure; ", k, StringComparison.OrdinalIgnoreCase));

        foreach (var (email, bevestigd) in new[] { ("vreemd@elders.example", true), ("sam@gemeente.example", false) })
        {
            var ander = new Bezoek(portaal);
            Assert.Contains(
                "/beheer/openid/onbekend",
                await KomAsync(ander, email, bevestigd),
                StringComparison.Ordinal
            );
            Assert.Equal(HttpStatusCode.Forbidden, await ander.GetAsync("/beheer/openid/onbekend"));
            Assert.Equal(HttpStatusCode.Found, await ander.GetAsync("/beheer"));
        }
        await portaal.Db.ExecuteAsync("update medewerker set actief = false");
        Assert.Contains(
            "onbekend",
            await KomAsync(new(portaal), "sam@gemeente.example", true),
            StringComparison.Ordinal
        );
        Assert.Equal(
            "ingelogd|uitnodiging,ingelogd|openid,inloggen mislukt|,inloggen mislukt|,inloggen mislukt|",
            await portaal.Db.QuerySingleAsync<string>(
                "select string_agg(wat || '|' || coalesce(details ->> 'met', ''), ',' order by nummer) "
                    + "from logboek where details ? 'met' or wat = 'inloggen mislukt'"
            )
        );
    }

    [Fact]
    public async Task An_answer_that_nobody_asked_for_leads_to_the_door()
    {
        var zij = new Bezoek(portaal);
        using var antwoord = await zij.VraagAsync(new(HttpMethod.Get, "/beheer/openid/terug?code=x&state=y"));
        Assert.Equal("/beheer/inloggen", antwoord.Headers.Location!.OriginalString);
    }

    /// <summary>Out to the provider and back; what the last answer says or where it leads.</summary>
    private async Task<string> KomAsync(Bezoek zij, string email, bool bevestigd)
    {
        portaal.Nep.Claims = new() { ["email"] = email, ["email_verified"] = bevestigd };
        using var heen = await zij.VraagAsync(new(HttpMethod.Get, "/beheer/openid"));
        Assert.Contains("code_challenge", heen.Headers.Location!.Query, StringComparison.Ordinal);
        using var nep = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var daar = await nep.GetAsync(heen.Headers.Location);
        using var terug = await zij.VraagAsync(new(HttpMethod.Get, daar.Headers.Location!.PathAndQuery));
        return terug.Headers.Location?.OriginalString ?? zij.Pagina;
    }
}
