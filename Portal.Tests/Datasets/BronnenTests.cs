using System.Text.Json;
using Dapper;
using Portal.Data;
using Portal.Data.Datasets;
using Portal.Data.Registers;
using Portal.Data.Vergunningen;
using Portal.Tests.Gebieden;
using Portal.Tests.Web;
using Xunit;

namespace Portal.Tests.Datasets;

/// <summary>How fresh each source is, and what is said where one should have come and did not.</summary>
[Collection(CacheFixture.Naam)]
public sealed class BronnenTests(CacheFixture dorp) : IAsyncLifetime
{
    private const string Permit = "id;titel;soort;fase;gebiedscode\n1;Kap;omgevingsvergunning;verleend;AA01\n";

    private Task<ImportRapport> LaadAsync(string dataset, string? ritme, string rijen = Permit) =>
        RegisterImport.LaadAsync(
            new Publicatie(dorp.Db, dorp.Archief) { Ritme = ritme },
            VergunningOnderwerp.Register,
            Dorp.Schrijf(dorp, $"{dataset}.csv", rijen),
            new(dataset, $"Kap <b>{dataset}</b>", VergunningOnderwerp.Code, "Doel", "Gemeente", "Bron", "CC0"),
            false,
            CancellationToken.None
        );

    private async Task<JsonElement> BronAsync(string dataset)
    {
        await dorp.GehoordAsync();
        using var json = JsonDocument.Parse(await dorp.Haast.GetStringAsync("/bronnen.json"));
        return json.RootElement.EnumerateArray().Single(b => b.GetProperty("dataset").GetString() == dataset).Clone();
    }

    private async Task<string> LeesAsync(string pad)
    {
        await dorp.GehoordAsync();
        return await dorp.Haast.GetStringAsync(pad);
    }

    [Theory]
    [InlineData("dag", 3)]
    [InlineData("week", 10)]
    [InlineData("maand", 45)]
    [InlineData("kwartaal", 120)]
    [InlineData("jaar", 400)]
    public async Task A_source_is_too_old_from_the_day_after_its_rhythm_and_some_days(string ritme, int dagen)
    {
        await LaadAsync($"kap-{ritme}", ritme);
        Assert.False((await BronAsync($"kap-{ritme}")).GetProperty("teOud").GetBoolean());

        var geladen = (await BronAsync($"kap-{ritme}")).GetProperty("laatstGelukt").GetDateTime();
        dorp.Tijd.Zet(Middag(geladen, dagen));
        Assert.False((await BronAsync($"kap-{ritme}")).GetProperty("teOud").GetBoolean());
        Assert.DoesNotContain("te-oud", await LeesAsync("/vergunningen"), StringComparison.Ordinal);
        dorp.Tijd.Zet(Middag(geladen, dagen + 1)); // nothing was published: the day alone makes it
        Assert.True((await BronAsync($"kap-{ritme}")).GetProperty("teOud").GetBoolean());

        foreach (var pad in new[] { "/vergunningen", "/buurten/AA01-molenbuurt-noord" })
        {
            var html = await LeesAsync(pad);
            Assert.Contains($"Kap &lt;b&gt;kap-{ritme}&lt;/b&gt;</a> zijn van", html, StringComparison.Ordinal);
            Assert.Contains($"Ze horen {Ritme.Van(ritme)!.Woorden} te komen", html, StringComparison.Ordinal);
        }
        Assert.Contains(">Kap</a>", await LeesAsync("/vergunningen"), StringComparison.Ordinal); // still served
        Assert.DoesNotContain("te-oud", await LeesAsync("/bekendmakingen"), StringComparison.Ordinal);
    }

    /// <summary>
    /// Noon, so many days on in Amsterdam: 24 hours more are two days later where summer time begins.
    /// </summary>
    private static DateTimeOffset Middag(DateTime moment, int dagen) =>
        new(DateOnly.FromDateTime(Klok.Hier(moment)).AddDays(dagen).ToDateTime(new(11, 0)), TimeSpan.Zero);

    [Theory]
    [InlineData(null, "geen vast ritme")]
    [InlineData("eenmalig", "één keer")]
    public async Task Without_a_rhythm_a_source_is_never_too_old(string? ritme, string woorden)
    {
        await LaadAsync("kap-nooit", ritme);
        dorp.Tijd.Zet(DateTimeOffset.UtcNow.AddYears(20));

        Assert.False((await BronAsync("kap-nooit")).GetProperty("teOud").GetBoolean());
        var html = System.Net.WebUtility.HtmlDecode(await LeesAsync("/bronnen"));
        Assert.Contains($">{woorden}</td>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("te-oud", await LeesAsync("/vergunningen"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rhythm_stays_until_another_is_said_and_the_same_file_may_say_it()
    {
        await LaadAsync("kap-blijft", "week");
        await LaadAsync("kap-blijft", null, Permit + "2;Nog een;omgevingsvergunning;verleend;AA02\n");
        Assert.Equal("week", (await BronAsync("kap-blijft")).GetProperty("ritme").GetString());

        Assert.True(
            (await LaadAsync("kap-blijft", "jaar", Permit + "2;Nog een;omgevingsvergunning;verleend;AA02\n")).AlGeladen
        );
        Assert.Equal("jaar", (await BronAsync("kap-blijft")).GetProperty("ritme").GetString());
    }

    [Fact]
    public async Task A_source_that_was_read_without_news_is_fresh_and_the_page_hears_it()
    {
        await LaadAsync("kap-stil", "dag");
        dorp.Tijd.Zet(DateTimeOffset.UtcNow.AddDays(9));
        Assert.True((await BronAsync("kap-stil")).GetProperty("teOud").GetBoolean());

        await dorp.Db.ExecuteAsync(
            "update dataset set nagekeken_op = now() + interval '9 days' where code = 'kap-stil'"
        );

        Assert.False((await BronAsync("kap-stil")).GetProperty("teOud").GetBoolean());
        Assert.DoesNotContain("te-oud", await LeesAsync("/vergunningen"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_load_and_rejected_rows_are_told_without_what_was_in_the_file()
    {
        await LaadAsync(
            "kap-mis",
            "week",
            Permit
                + "2;Twee;x;verleend;AA01\n3;Drie;x;verleend;AA01\n4;Vier;x;verleend;AA01\n"
                + "5;Vijf;x;verleend;AA01\n6;Zes;x;weet niet;AA01\n"
        );
        Assert.Equal(1, (await BronAsync("kap-mis")).GetProperty("afgewezen").GetInt32());
        Assert.Equal(JsonValueKind.Null, (await BronAsync("kap-mis")).GetProperty("laatstMislukt").ValueKind);

        await Assert.ThrowsAnyAsync<Exception>(() =>
            LaadAsync("kap-mis", null, "id;titel;soort;fase\n1;Geheim;x;geheim\n")
        );

        Assert.Equal(JsonValueKind.String, (await BronAsync("kap-mis")).GetProperty("laatstMislukt").ValueKind);
        var html = await LeesAsync("/bronnen");
        Assert.Contains("lukte het laden niet", html, StringComparison.Ordinal);
        Assert.DoesNotContain("eheim", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_old_stands_first()
    {
        await dorp.LaadAsync(2064, "1,00");
        await LaadAsync("kap-oud", "week");
        dorp.Tijd.Zet(DateTimeOffset.UtcNow.AddDays(30));

        var html = await LeesAsync("/bronnen");
        Assert.True(
            html.IndexOf("/data/kap-oud", StringComparison.Ordinal)
                < html.IndexOf("/data/begroting-2064", StringComparison.Ordinal)
        );
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        dorp.Tijd.Zet(DateTimeOffset.UtcNow);
        await dorp.Db.ExecuteAsync(
            "update versie v set status = 'ingetrokken' from dataset d "
                + "where d.id = v.dataset_id and (d.code like 'kap-%' or d.code = 'begroting-2064') "
                + "and v.status = 'gepubliceerd'"
        );
    }
}
