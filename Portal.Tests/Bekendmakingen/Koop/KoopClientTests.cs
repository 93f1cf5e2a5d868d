using System.Diagnostics;
using Portal.Data.Bekendmakingen.Koop;
using Xunit;

namespace Portal.Tests.Bekendmakingen.Koop;

/// <summary>A municipality is read whole, in parts, gently.</summary>
public sealed class KoopClientTests : KoopProef
{
    [Fact]
    public async Task A_month_comes_whole_in_pages_of_a_hundred()
    {
        Koop.Records = Nepmaand.Maak();

        var deel = Assert.Single(await LeesAsync());

        Assert.Equal((Eerste, Laatste), (deel.Van, deel.TotEnMet));
        Assert.Equal(Namen(Koop.Records), Namen(deel.Records.Concat(deel.Andere)));
        Assert.All(deel.Records, r => Assert.True(r.InGemeenteblad));
        Assert.Equal((4_300, 4_300, 0), (deel.Beloofd, deel.Gelezen, deel.Dubbel));
        Assert.Empty(deel.Fouten);
        Assert.Equal(44, Koop.Gevraagd.Count); // the last one finds that 4,300 was no estimate
        Assert.Equal(
            "101 c.product-area==officielepublicaties AND dt.creator=\"Markerwaard\" AND w.organisatietype=gemeente "
                + "AND dt.available>=2026-10-01 AND dt.available<=2026-10-31 sortBy dt.available /sort.ascending",
            Koop.Gevraagd[1]
        );
    }

    [Fact]
    public async Task The_parts_are_months_from_day_to_day_and_a_reader_can_stop_in_between()
    {
        Koop.Records = [.. Nepmaand.Maak(aantal: 40), .. Nepmaand.Maak(2, 30, new(2026, 11, 1))];
        var vraag = new KoopVraag(Nepmaand.Gemeente, new(2026, 9, 20), new(2026, 11, 15));

        var delen = await LeesAsync(vraag);

        Assert.Equal(
            [
                (new(2026, 9, 20), new(2026, 9, 30)),
                (Eerste, Laatste),
                (new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 15)),
            ],
            delen.Select(d => (d.Van, d.TotEnMet))
        );
        Assert.Equal([0, 40, 15], delen.Select(d => d.Gelezen));
        var gevraagd = Koop.Gevraagd.Count;
        await foreach (var _ in Client().LeesAsync(vraag, CancellationToken.None))
        {
            break;
        }
        Assert.Equal(gevraagd + 1, Koop.Gevraagd.Count); // nothing is asked before it is wanted
    }

    [Fact]
    public async Task What_was_changed_is_asked_by_its_day_of_change()
    {
        var record = Nepmaand.Maak(aantal: 1)[0];
        Koop.Records = [record with { Gewijzigd = new(2026, 12, 1) }, record with { Identifier = "gmb-2026-2" }];

        var deel = Assert.Single(
            await LeesAsync(
                Oktober with
                {
                    Van = new(2026, 12, 1),
                    TotEnMet = new(2026, 12, 1),
                    Op = KoopDatum.Gewijzigd,
                }
            )
        );

        Assert.Equal(record.Identifier, Assert.Single(deel.Records).Identifier);
    }

    [Fact]
    public async Task Another_organisation_of_the_same_name_stays_out()
    {
        var record = Nepmaand.Maak(aantal: 1)[0];
        Koop.Records = [record, record with { Identifier = "gmb-2026-2", OrganisatieType = "provincie" }];

        Assert.Equal(1, Assert.Single(await LeesAsync()).Gelezen);
    }

    [Fact]
    public async Task A_month_of_more_than_koop_gives_comes_day_by_day()
    {
        Instellingen = Instellingen with { Grens = 300 };
        Koop.Grens = 300;
        Koop.Records = Nepmaand.Maak(aantal: 3_100);

        var delen = await LeesAsync();

        Assert.Equal(31, delen.Count);
        Assert.All(delen, d => Assert.Equal((d.Van, 100), (d.TotEnMet, d.Gelezen)));
        Assert.Equal(Namen(Koop.Records), Namen(delen.SelectMany(d => d.Records.Concat(d.Andere))));
    }

    [Fact]
    public async Task The_limit_is_met_also_where_the_estimate_was_below_it()
    {
        Instellingen = Instellingen with { Grens = 300 };
        Koop.Grens = 300;
        Koop.Records = Nepmaand.Maak(aantal: 310);
        Koop.Schatting = -100;

        var delen = await LeesAsync();

        Assert.Equal(31, delen.Count);
        Assert.Equal(310, delen.Sum(d => d.Gelezen));
    }

    [Fact]
    public async Task A_day_that_cannot_be_read_whole_is_a_fault()
    {
        Instellingen = Instellingen with { Grens = 300 };
        Koop.Records = [.. Nepmaand.Maak(aantal: 400).Select(r => r with { Beschikbaar = Eerste })];

        Assert.StartsWith("Op 2026-10-01 heeft KOOP 300 of meer", await FoutAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'s-Gravenhage")]
    [InlineData("Nuenen, Gerwen \"en\" Nederwetten")]
    [InlineData("A\\B*?^")]
    public async Task A_name_cannot_become_a_part_of_the_question(string naam)
    {
        Koop.Records = [Nepmaand.Maak(aantal: 1)[0] with { Creator = naam }];

        Assert.Equal(1, Assert.Single(await LeesAsync(Oktober with { Gemeente = naam })).Gelezen);
        Assert.DoesNotContain("\"A\\B*", Koop.Gevraagd[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Amster\ndam")]
    public async Task A_name_that_is_none_is_refused(string naam)
    {
        Assert.Contains(
            "is geen naam van een gemeente",
            await FoutAsync(Oktober with { Gemeente = naam }),
            StringComparison.Ordinal
        );
        Assert.Empty(Koop.Gevraagd);
    }

    [Fact]
    public async Task Days_in_the_wrong_order_are_refused() =>
        Assert.Equal(
            "De eerste dag (2026-11-01) ligt na de laatste (2026-10-31).",
            await FoutAsync(Oktober with { Van = new(2026, 11, 1) })
        );

    [Fact]
    public async Task There_is_a_pause_between_two_questions()
    {
        Instellingen = Instellingen with { Pauze = TimeSpan.FromMilliseconds(150) };
        Koop.Records = Nepmaand.Maak(aantal: 250);
        var klok = Stopwatch.StartNew();

        await LeesAsync();

        Assert.Equal(3, Koop.Gevraagd.Count);
        Assert.True(klok.ElapsedMilliseconds >= 290, $"{klok.ElapsedMilliseconds} ms");
    }
}
