using System.Net;
using Portal.Data;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Web;

/// <summary>One clock, in Amsterdam; and who is behind a proxy.</summary>
[Collection(CacheFixture.Naam)]
public sealed class KlokTests(CacheFixture dorp)
{
    private static readonly DateTimeOffset Oudjaar = new(2060, 12, 31, 22, 30, 0, TimeSpan.Zero); // half past eleven

    [Theory]
    [InlineData("/stad", "2060", "2061")]
    [InlineData("/begroting/brug", "2060", "2061")]
    [InlineData("/buurten.geojson", "60.60", "61.61")]
    public async Task What_depends_on_today_is_made_again_after_midnight(string pad, string voor, string na)
    {
        await dorp.LaadAsync(2060, "60,60", "realisatie");
        await dorp.LaadAsync(2061, "61,61", "realisatie");
        try
        {
            dorp.Tijd.Zet(Oudjaar);
            var vandaag = await dorp.Haast.GetStringAsync(pad);
            dorp.Tijd.Zet(Oudjaar.AddMinutes(29));
            using (var teller = new Teller(dorp, "jaarprofiel_nu"))
            {
                Assert.Equal(vandaag, await dorp.Haast.GetStringAsync(pad));
                Assert.Equal(0, teller.Aantal);
            }
            dorp.Tijd.Zet(Oudjaar.AddMinutes(31)); // still the old year in UTC
            var morgen = await dorp.Haast.GetStringAsync(pad);

            Assert.Contains(pad.EndsWith("json", StringComparison.Ordinal) ? voor : Gekozen(voor), vandaag);
            Assert.Contains(pad.EndsWith("json", StringComparison.Ordinal) ? na : Gekozen(na), morgen);
        }
        finally
        {
            dorp.Tijd.Zet(DateTimeOffset.UtcNow);
            await dorp.Db.ExecuteAsync(
                "update versie v set status = 'ingetrokken' from dataset d "
                    + "where d.id = v.dataset_id and d.code like 'realisatie-206_' and v.status = 'gepubliceerd'"
            );
        }
    }

    private static string Gekozen(string jaar) => $"jaar={jaar}";

    [Theory]
    [InlineData("2026-03-28T22:59:59Z", "2026-03-28", "2026-03-28T23:00:00Z")] // the night of 23 hours is the next
    [InlineData("2026-03-28T23:00:00Z", "2026-03-29", "2026-03-29T22:00:00Z")]
    [InlineData("2026-10-24T22:30:00Z", "2026-10-25", "2026-10-25T23:00:00Z")] // 25 hours
    [InlineData("2026-12-31T23:00:00Z", "2027-01-01", "2027-01-01T23:00:00Z")]
    public void A_day_is_a_day_in_Amsterdam(string nu, string vandaag, string middernacht)
    {
        var klok = new Klok(new Stil(DateTimeOffset.Parse(nu, System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal(DateOnly.Parse(vandaag, System.Globalization.CultureInfo.InvariantCulture), klok.Vandaag);
        Assert.Equal(
            DateTimeOffset.Parse(middernacht, System.Globalization.CultureInfo.InvariantCulture),
            klok.Middernacht
        );
    }

    [Fact]
    public async Task A_moment_is_shown_as_it_was_in_Amsterdam()
    {
        await dorp.LaadAsync(2062, "1,00");
        await dorp.Db.ExecuteAsync(
            "update versie v set geladen_op = '2026-07-01T22:15:00Z' from dataset d "
                + "where d.id = v.dataset_id and d.code = 'begroting-2062'"
        );

        Assert.Contains(
            "2 juli 2026, 00:15",
            await dorp.Haast.GetStringAsync("/begroting/versies/begroting-2062"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Behind_the_proxy_addresses_are_https_and_strict()
    {
        await dorp.LaadAsync(2063, "1,00");
        using var vraag = new HttpRequestMessage(HttpMethod.Get, "/stad?jaar=2063");
        vraag.Headers.Add("X-Forwarded-Proto", "https");
        vraag.Headers.Add("X-Forwarded-For", "203.0.113.7");
        vraag.Headers.Add("X-Forwarded-Host", "kwaad.example");
        vraag.Headers.Host = "begroting.example";
        using var antwoord = await dorp.Haast.SendAsync(vraag);

        Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
        Assert.StartsWith("max-age=", Assert.Single(antwoord.Headers.GetValues("Strict-Transport-Security")));
        var html = await antwoord.Content.ReadAsStringAsync();
        Assert.Contains("https://begroting.example/stad", html, StringComparison.Ordinal);
        Assert.DoesNotContain("kwaad.example", html, StringComparison.Ordinal);
    }

    private sealed class Stil(DateTimeOffset nu) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => nu;
    }
}
