using System.Net;
using Dapper;
using Portal.Data.Beheer;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Beheer;

/// <summary>A session ends when it should, whatever cookie somebody kept.</summary>
public sealed class SessieTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    [Theory]
    [InlineData("laatst = now() - interval '31 minutes'")]
    [InlineData("begonnen = now() - interval '481 minutes'")]
    public async Task It_ends_after_half_an_hour_of_nothing_and_after_eight_hours(string verouderd)
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        Assert.Equal(HttpStatusCode.OK, await zij.GetAsync("/beheer"));

        await dorp.Db.ExecuteAsync(
            $"update sessie set {verouderd} where medewerker_id = (select id from medewerker where email = @Email)",
            new { zij.Email }
        );
        Assert.Equal(HttpStatusCode.Found, await zij.GetAsync("/beheer"));
    }

    [Fact]
    public async Task A_cookie_that_was_copied_dies_with_signing_out()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        await zij.GetAsync("/beheer");
        var dief = zij.Kopie();
        Assert.Equal(HttpStatusCode.OK, await dief.GetAsync("/beheer"));

        await zij.PostAsync("/beheer/uitloggen");
        Assert.Equal(HttpStatusCode.Found, await dief.GetAsync("/beheer"));
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_the_other_browser_and_signing_out_does_not()
    {
        var hier = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var daar = hier.Kopie();
        Assert.True(await daar.LogInAsync());
        await hier.GetAsync("/beheer");
        await hier.PostAsync("/beheer/uitloggen");
        Assert.Equal(HttpStatusCode.OK, await daar.GetAsync("/beheer"));

        Assert.True(await hier.LogInAsync());
        await hier.GetAsync("/beheer");
        await hier.PostAsync("/beheer/uitloggen/overal");
        Assert.Equal(HttpStatusCode.Found, await daar.GetAsync("/beheer"));
    }

    [Fact]
    public async Task Another_role_and_the_end_of_access_count_at_once()
    {
        var beheerder = await Bezoek.VanAsync(dorp, Rollen.Beheerder);
        var zij = await Bezoek.VanAsync(dorp, Rollen.Beheerder);
        var id = await IdAsync(zij);
        Assert.Equal(HttpStatusCode.OK, await zij.GetAsync("/beheer/mensen"));

        await beheerder.GetAsync("/beheer/mensen");
        var status = await beheerder.PostAsync("/beheer/mensen/rol", ("id", id), ("rol", Rollen.Redacteur));
        Assert.Equal(HttpStatusCode.Found, status);
        Assert.Equal(HttpStatusCode.Found, await zij.GetAsync("/beheer/mensen"));
        Assert.True(await zij.LogInAsync());
        Assert.Equal(HttpStatusCode.Forbidden, await zij.GetAsync("/beheer/mensen"));

        await beheerder.PostAsync("/beheer/mensen/einde", ("id", id));
        Assert.Equal(HttpStatusCode.Found, await zij.GetAsync("/beheer"));
        Assert.False(await zij.LogInAsync());
    }

    [Fact]
    public async Task Nobody_gives_herself_another_role_nor_ends_her_own_access()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Beheerder);
        var id = await IdAsync(zij);
        await zij.GetAsync("/beheer/mensen");

        Assert.Equal(HttpStatusCode.NotFound, await zij.PostAsync("/beheer/mensen/einde", ("id", id)));
        await zij.GetAsync("/beheer/mensen");
        Assert.Equal(
            HttpStatusCode.NotFound,
            await zij.PostAsync("/beheer/mensen/rol", ("id", id), ("rol", Rollen.Publicist))
        );
        Assert.Equal(HttpStatusCode.OK, await zij.GetAsync("/beheer/mensen"));
    }

    [Fact]
    public async Task The_form_of_the_beheerder_gives_a_link_that_works()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Beheerder);
        await zij.GetAsync("/beheer/mensen");
        await zij.PostAsync(
            "/beheer/mensen/uitnodigen",
            ("email", "nieuw@gemeente.example"),
            ("rol", Rollen.Publicist)
        );
        var link = zij.Pagina[zij.Pagina.IndexOf("/beheer/uitnodiging/", StringComparison.Ordinal)..].Split('<')[0];

        Assert.Equal(HttpStatusCode.OK, await new Bezoek(dorp).GetAsync(link));
        await zij.PostAsync("/beheer/mensen/uitnodigen", ("email", "geen adres"), ("rol", Rollen.Publicist));
        Assert.Contains("is geen mailadres", zij.Pagina, StringComparison.Ordinal);
    }

    private async Task<string> IdAsync(Bezoek wie) =>
        $"{await dorp.Db.QuerySingleAsync<int>("select id from medewerker where email = @Email", new { wie.Email })}";
}
