using Dapper;
using Portal.Data;
using Portal.Data.Bekendmakingen;
using Portal.Data.Bekendmakingen.Koop;
using Portal.Data.Datasets;
using Portal.Tests.Bekendmakingen.Koop;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Bekendmakingen;

/// <summary>What KOOP has comes into the database, and stays right as it changes there.</summary>
public sealed class KoopSyncTests(DorpFixture dorp) : KoopProef, IClassFixture<DorpFixture>
{
    private async Task<List<ImportRapport>> SyncAsync(DateOnly vanaf, DateOnly vandaag)
    {
        var publicatie = new Publicatie(dorp.Db, dorp.Archief) { MagKrimpen = true, AlleenAlsAnders = true };
        List<ImportRapport> rapporten = [];
        await foreach (
            var rapport in new KoopSync(dorp.Db, publicatie, Client()).HaalOpAsync(
                Nepmaand.Gemeente,
                vanaf,
                vandaag,
                CancellationToken.None
            )
        )
        {
            rapporten.Add(rapport);
        }
        return rapporten;
    }

    private Task<int> RijenAsync(DateOnly van, DateOnly tot) =>
        dorp.Db.QuerySingleAsync<int>(
            "select count(*)::int from bekendmaking_nu "
                + $"where publicatiedatum between '{van:yyyy-MM-dd}' and '{tot:yyyy-MM-dd}'"
        );

    private Task<int> VersiesAsync() => dorp.Db.QuerySingleAsync<int>("select count(*)::int from versie");

    private static IReadOnlyList<KoopRecord> Maand(int jaar, int maand, int aantal) =>
        Nepmaand.Maak(aantal: aantal, maand: new(jaar, maand, 1));

    [Fact]
    public async Task A_month_comes_in_whole_and_once_more_makes_no_version()
    {
        Koop.Records = Nepmaand.Maak();

        var rapport = Assert.Single(await SyncAsync(Eerste, Laatste));

        Assert.Equal(0, rapport.Afwijzingen.Rijen);
        Assert.Equal(Koop.Records.Count(r => r.InGemeenteblad), await RijenAsync(Eerste, Laatste));
        Assert.True(await dorp.Db.QuerySingleAsync<int>("select count(*)::int from vergunning_nu") > 1000);
        Assert.NotNull(
            await dorp.Db.QuerySingleAsync<DateTime?>(
                $"select nagekeken_op from dataset where code = '{KoopImport.Code}'"
            )
        );
        var versies = await VersiesAsync();
        Assert.All(await SyncAsync(Eerste, Laatste), r => Assert.True(r.AlGeladen));
        Assert.Equal(versies, await VersiesAsync());
    }

    [Fact]
    public async Task What_came_before_a_failure_stays_and_the_rest_comes_the_next_time()
    {
        Koop.Records = [.. Maand(2025, 1, 60), .. Maand(2025, 2, 60)];
        Koop.Stoor("goed", "kapot");

        await Assert.ThrowsAsync<ImportFout>(() => SyncAsync(new(2025, 1, 1), new(2025, 2, 28)));

        Assert.Equal(60, await RijenAsync(new(2025, 1, 1), new(2025, 1, 31)));
        Assert.Equal(0, await RijenAsync(new(2025, 2, 1), new(2025, 2, 28)));
        await SyncAsync(new(2025, 1, 1), new(2025, 2, 28));
        Assert.Equal(60, await RijenAsync(new(2025, 2, 1), new(2025, 2, 28)));
    }

    [Fact]
    public async Task A_withdrawn_notice_goes_but_an_answer_that_came_short_takes_nothing_away()
    {
        var maand = Maand(2024, 3, 90);
        var (van, tot) = (new DateOnly(2024, 3, 1), new DateOnly(2024, 3, 31));
        Koop.Records = maand;
        await SyncAsync(van, tot);

        Koop.Records = [.. maand.Skip(1)];
        Koop.Schatting = 5; // it says that there are more than it gives
        await SyncAsync(van, tot);
        Assert.Equal(90, await RijenAsync(van, tot));

        Koop.Schatting = 0;
        var rapport = Assert.Single(await SyncAsync(van, tot));
        Assert.Equal(1, rapport.Vervallen);
        Assert.Equal(89, await RijenAsync(van, tot));
    }

    [Fact]
    public async Task One_at_a_time()
    {
        Koop.Records = Maand(2023, 3, 20);
        await using var ander = await dorp.Db.OpenConnectionAsync();
        await ander.ExecuteAsync("select pg_advisory_lock(hashtext('portal koop'), 1)");

        var fout = await Assert.ThrowsAsync<ImportFout>(() => SyncAsync(new(2023, 3, 1), new(2023, 3, 31)));

        Assert.Contains("al opgehaald", fout.Message, StringComparison.Ordinal);
        await ander.ExecuteAsync("select pg_advisory_unlock(hashtext('portal koop'), 1)");
        Assert.Single(await SyncAsync(new(2023, 3, 1), new(2023, 3, 31)));
    }
}
