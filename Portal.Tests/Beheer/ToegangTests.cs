using System.Diagnostics;
using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data.Beheer;
using Portal.Tests.Gebieden;
using Portal.Web.Beheer;
using Xunit;

namespace Portal.Tests.Beheer;

/// <summary>Who gets in, who does not, and how long for.</summary>
public sealed class ToegangTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    [Fact]
    public async Task From_an_invitation_to_a_session_and_back_with_password_and_code()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        Assert.Equal(HttpStatusCode.OK, await zij.GetAsync("/beheer"));

        Assert.Equal(HttpStatusCode.Found, await zij.PostAsync("/beheer/uitloggen"));
        Assert.Equal(HttpStatusCode.Found, await zij.GetAsync("/beheer"));
        Assert.True(await zij.LogInAsync());
        Assert.Equal(HttpStatusCode.OK, await zij.GetAsync("/beheer"));
    }

    [Fact]
    public async Task Every_cookie_is_of_this_host_secure_and_unreadable_for_scripts()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        await zij.PostAsync("/beheer/uitloggen");
        Assert.True(await zij.LogInAsync());

        Assert.True(zij.Gezet.Count >= 4);
        Assert.All(
            zij.Gezet,
            koekje =>
            {
                Assert.StartsWith("__Host-beheer-", koekje, StringComparison.Ordinal);
                Assert.Contains("; path=/;", koekje, StringComparison.OrdinalIgnoreCase);
                Assert.Contains("; secure", koekje, StringComparison.OrdinalIgnoreCase);
                Assert.Contains("; samesite=strict", koekje, StringComparison.OrdinalIgnoreCase);
                Assert.Contains("; httponly", koekje, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("domain=", koekje, StringComparison.OrdinalIgnoreCase);
            }
        );
    }

    [Fact]
    public async Task A_link_works_once_and_two_days_and_the_newest_only()
    {
        var uitnodigingen = dorp.Services.GetRequiredService<Uitnodigingen>();
        var bezoek = new Bezoek(dorp);
        var eerste = await uitnodigingen.MaakAsync("link@gemeente.example", Rollen.Redacteur, default);
        var tweede = await uitnodigingen.MaakAsync("link@gemeente.example", Rollen.Redacteur, default);

        Assert.Equal(HttpStatusCode.Gone, await bezoek.GetAsync($"/beheer/uitnodiging/{eerste}"));
        Assert.Equal(HttpStatusCode.OK, await bezoek.GetAsync($"/beheer/uitnodiging/{tweede}"));
        await dorp.Db.ExecuteAsync(
            "update uitnodiging set geldig_tot = geldig_tot - interval '48 hours' where email = 'link@gemeente.example'"
        );
        Assert.Equal(HttpStatusCode.Gone, await bezoek.GetAsync($"/beheer/uitnodiging/{tweede}"));
        Assert.Equal(HttpStatusCode.Gone, await bezoek.GetAsync("/beheer/uitnodiging/verzonnen"));

        var derde = await uitnodigingen.MaakAsync("link@gemeente.example", Rollen.Redacteur, default);
        var wie = () =>
            new Medewerker
            {
                Naam = "x",
                Wachtwoord = "x",
                Stempel = "x",
                Totp = "x",
            };
        var samen = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => uitnodigingen.GebruikAsync(derde, wie(), [], default))
        );
        Assert.Single(samen, id => id is not null);
    }

    [Theory]
    [InlineData("kort")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("wachtwoord123")]
    [InlineData("password12345")]
    [InlineData("Sam Redacteur")]
    [InlineData("zwak@gemeente.example")]
    public async Task A_password_that_is_easy_to_guess_is_refused(string wachtwoord)
    {
        var bezwaar = Wachtwoorden.Bezwaar(wachtwoord, "Sam Redacteur", "zwak@gemeente.example", "Dorp");
        Assert.NotNull(bezwaar);

        var bezoek = new Bezoek(dorp);
        var geheim = await dorp
            .Services.GetRequiredService<Uitnodigingen>()
            .MaakAsync($"{Guid.NewGuid():N}@gemeente.example", Rollen.Redacteur, default);
        await bezoek.GetAsync($"/beheer/uitnodiging/{geheim}");
        await bezoek.PostAsync($"/beheer/uitnodiging/{geheim}", ("naam", "Sam"), ("wachtwoord", "aaaaaaaaaaaa"));
        Assert.Contains("te makkelijk te raden", bezoek.Pagina, StringComparison.Ordinal);
        Assert.Null(Wachtwoorden.Bezwaar(Bezoek.Wachtwoord, "Sam Redacteur", "zwak@gemeente.example", "Dorp"));
    }

    [Fact]
    public async Task Five_wrong_passwords_close_the_door_for_a_quarter_of_an_hour_and_say_nothing_else()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var onbekend = new Bezoek(dorp);
        await onbekend.GetAsync("/beheer/inloggen");
        await onbekend.PostAsync("/beheer/inloggen", ("email", "niemand@gemeente.example"), ("wachtwoord", "x"));
        for (var i = 0; i < 5; i++)
        {
            Assert.False(await zij.LogInAsync("helemaal verkeerd"));
            Assert.Contains(Aanmelding.Mis, zij.Pagina, StringComparison.Ordinal);
        }
        Assert.Contains(Aanmelding.Mis, onbekend.Pagina, StringComparison.Ordinal);
        Assert.False(await zij.LogInAsync());

        await dorp.Db.ExecuteAsync("update medewerker set dicht_tot = now() where email = @Email", new { zij.Email });
        Assert.True(await zij.LogInAsync());
    }

    [Fact]
    public async Task Wrong_codes_close_it_too_and_the_right_password_in_between_gives_no_new_tries()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        for (var i = 0; i < 5; i++)
        {
            Assert.False(await zij.LogInAsync(code: "nul"));
        }
        Assert.False(await zij.LogInAsync());
        Assert.Equal(
            5,
            await dorp.Db.QuerySingleAsync<int>(
                "select count(*)::int from logboek where wie = @Email and details ->> 'wat' = 'code'",
                new { zij.Email }
            )
        );
    }

    [Fact]
    public async Task A_hundred_tries_at_the_same_moment_are_five()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var id = await dorp.Db.QuerySingleAsync<int>(
            "select id from medewerker where email = @Email",
            new { zij.Email }
        );
        var pogingen = dorp.Services.GetRequiredService<Pogingen>();

        var gelukt = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => pogingen.BeginAsync(id, default)));

        Assert.Equal(Pogingen.Hoogste, gelukt.Count(g => g));
    }

    [Fact]
    public async Task A_code_counts_once_and_so_does_a_recovery_code()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var code = await zij.VerseCodeAsync();
        Assert.True(await zij.LogInAsync(code: code));
        Assert.False(await zij.LogInAsync(code: code));

        Assert.True(await zij.LogInAsync(code: zij.Herstelcodes[0].ToUpperInvariant()));
        Assert.False(await zij.LogInAsync(code: zij.Herstelcodes[0]));
        Assert.True(await zij.LogInAsync(code: zij.Herstelcodes[1]));
    }

    [Fact]
    public async Task Nobody_known_takes_about_as_long_as_somebody()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var bezoek = new Bezoek(dorp);
        await bezoek.GetAsync("/beheer/inloggen");
        async Task<double> DuurAsync(string email)
        {
            var klok = Stopwatch.StartNew();
            await bezoek.PostAsync("/beheer/inloggen", ("email", email), ("wachtwoord", "verkeerd"));
            return klok.Elapsed.TotalMilliseconds;
        }
        await DuurAsync(zij.Email); // warm
        double[] bekend = [await DuurAsync(zij.Email), await DuurAsync(zij.Email), await DuurAsync(zij.Email)];
        double[] niemand =
        [
            await DuurAsync("a@b.example"),
            await DuurAsync("c@d.example"),
            await DuurAsync("e@f.example"),
        ];

        Assert.InRange(niemand.Min() / bekend.Min(), 0.5, 2);
    }
}
