using System.Diagnostics;
using Portal.Data.Bekendmakingen.Koop;
using Xunit;

namespace Portal.Tests.Bekendmakingen.Koop;

/// <summary>What goes over is tried again, later; what does not is told in plain Dutch.</summary>
public sealed class KoopStoringTests : KoopProef
{
    public KoopStoringTests() => Koop.Records = Nepmaand.Maak(aantal: 10);

    private async Task<int> AantalAsync(KoopClient client, CancellationToken ct = default) =>
        (await LeesAsync(client: client, ct: ct)).Sum(d => d.Gelezen);

    [Theory]
    [InlineData("druk")]
    [InlineData("weg")]
    [InlineData("onzin")]
    [InlineData("half")]
    [InlineData("wacht:0")]
    public async Task What_goes_over_is_tried_again(string storing)
    {
        Koop.Stoor(storing, storing);

        Assert.Equal(10, await AantalAsync(Client()));
        Assert.Equal(3, Koop.Gevraagd.Count);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_tried_again()
    {
        Instellingen = Instellingen with { Wachttijd = TimeSpan.FromMilliseconds(700) };
        Koop.Stoor("traag");

        Assert.Equal(10, await AantalAsync(Client()));
        Koop.Stoor("traag", "traag", "traag");
        Assert.Contains(
            "het duurde langer dan 0,7 seconden",
            (await FoutAsync()).Replace('.', ','),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task After_a_number_of_times_it_is_told()
    {
        Koop.Stoor("druk", "druk", "druk");

        Assert.Equal(
            "KOOP gaf na 3 pogingen geen bruikbaar antwoord (status 503); probeer het later opnieuw.",
            await FoutAsync()
        );
        Assert.Equal(3, Koop.Gevraagd.Count);
    }

    [Fact]
    public async Task Koop_says_how_long_to_wait()
    {
        Koop.Stoor("wacht:1");
        var klok = Stopwatch.StartNew();

        Assert.Equal(10, await AantalAsync(Client()));
        Assert.True(klok.ElapsedMilliseconds >= 950, $"{klok.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task Nobody_waits_for_an_hour()
    {
        Koop.Stoor("wacht:3600");

        Assert.StartsWith(
            "KOOP vraagt om 60 minuten te wachten (status 429)",
            await FoutAsync(),
            StringComparison.Ordinal
        );
        Assert.Single(Koop.Gevraagd);
    }

    [Fact]
    public async Task A_refusal_is_not_tried_again()
    {
        Koop.Stoor("kapot");

        Assert.StartsWith("KOOP weigert de vraag met status 403", await FoutAsync(), StringComparison.Ordinal);
        Assert.Single(Koop.Gevraagd);
    }

    [Fact]
    public async Task A_diagnostic_is_told_and_not_tried_again()
    {
        Koop.Records = [];
        Koop.PaginaErnaIsFout = true;
        var vraag = new KoopVraag("Dorp", new(2026, 10, 1), new(2026, 10, 2));
        Assert.Equal(0, Assert.Single(await LeesAsync(vraag)).Gelezen); // nothing found is no fault

        Koop.Diagnose = "Unsupported index";
        Assert.Equal(
            "KOOP begrijpt de vraag naar Markerwaard van 2026-10-01 tot en met 2026-10-31 niet: "
                + "Unsupported index: info:srw/diagnostic/1/10. Controleer de naam van de gemeente.",
            await FoutAsync()
        );
        Assert.Equal(2, Koop.Gevraagd.Count);
    }

    [Fact]
    public async Task After_many_failures_in_a_row_nothing_is_asked_for_a_while()
    {
        Instellingen = Instellingen with { Zekering = 5 };
        var tijd = new Web.Wekker();
        var client = Client(tijd);
        Koop.Stoor([.. Enumerable.Repeat("druk", 5)]);

        Assert.Contains("na 3 pogingen", await FoutAsync(client: client), StringComparison.Ordinal);
        Assert.StartsWith(
            "KOOP gaf 5 keer achter elkaar geen bruikbaar antwoord (het laatst: status 503)",
            await FoutAsync(client: client),
            StringComparison.Ordinal
        );
        Assert.Contains("vragen we niets meer", await FoutAsync(client: client), StringComparison.Ordinal);
        Assert.Equal(5, Koop.Gevraagd.Count);
        tijd.Zet(TimeProvider.System.GetUtcNow() + Instellingen.Rust + TimeSpan.FromMinutes(1));
        Assert.Equal(10, await AantalAsync(client));
    }

    [Fact]
    public async Task A_good_answer_in_between_starts_the_count_again()
    {
        Instellingen = Instellingen with { Zekering = 3 };
        Koop.Records = Nepmaand.Maak(aantal: 250);
        Koop.Stoor("druk", "druk", "goed", "druk", "druk", "goed", "druk", "druk");

        Assert.Equal(250, await AantalAsync(Client()));
        Assert.Equal(9, Koop.Gevraagd.Count);
    }

    [Fact]
    public async Task Who_stops_waiting_gets_no_story_about_it()
    {
        Koop.Stoor("traag");
        using var stop = new CancellationTokenSource();
        var lezen = AantalAsync(Client(), stop.Token);
        while (Koop.Gevraagd.Count == 0)
        {
            await Task.Delay(10);
        }

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => lezen);
        Assert.Single(Koop.Gevraagd);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told()
    {
        await Koop.DisposeAsync();

        Assert.Contains("de verbinding lukt niet", await FoutAsync(), StringComparison.Ordinal);
    }
}
