using System.Diagnostics;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Ogc;

/// <summary>
/// Who leaves leaves nothing behind in the database. Within two seconds on a machine at rest; here tests of others may
/// run, and the query itself would take minutes.
/// </summary>
[Collection(Alleen.Naam)]
public sealed class AfbreekTests(VoorbeeldFixture portaal) : IClassFixture<VoorbeeldFixture>
{
    private const string Van = """
        from pg_stat_activity
        where datname = current_database() and application_name in ('portal', 'portal download') and state <> 'idle'
        """;

    private const string Bezig = $"select count(*) {Van}";
    private const string Wat = $"select concat_ws(' ', application_name, now() - query_start, left(query, 200)) {Van}";
    private const string Stop = $"select count(pg_terminate_backend(pid)) {Van}";

    private static readonly string[] Adressen =
    [
        "/bekendmakingen.csv",
        "/bekendmakingen.json",
        "/bekendmakingen.ndjson",
        "/api/v1/bekendmakingen?limit=1000&metAantal=ja",
        "/ogc/collections/bekendmakingen/items?limit=10000&filter=titel+LIKE+%27%25zzz%25%27",
    ];

    [Fact]
    public async Task Fifty_that_are_broken_off_leave_no_query()
    {
        var zoals = (await portaal.Db.QuerySingleAsync<string>("select pg_get_viewdef('bekendmaking_nu')")).TrimEnd(
            ';'
        );
        // Of 36 million rows: what is not stopped runs for minutes
        await portaal.Db.ExecuteAsync(
            $"create or replace view bekendmaking_nu as select q.* from ({zoals}) q cross join generate_series(1, "
                + "20000)"
        );
        using var weg = new CancellationTokenSource();
        var vragen = Enumerable.Range(0, 50).Select(i => VraagAsync(Adressen[i % 5], weg.Token)).ToList();
        await TotAsync(n => n > 4, TimeSpan.FromSeconds(20));

        await weg.CancelAsync();
        await Task.WhenAll(vragen);
        var klaar = await TotAsync(n => n == 0, TimeSpan.FromSeconds(15));

        var nog = klaar ? [] : await portaal.Db.QueryAsync<string>(Wat);
        await portaal.Db.ExecuteAsync(Stop);
        Assert.True(klaar, string.Join("; ", nog));
    }

    private async Task VraagAsync(string adres, CancellationToken ct)
    {
        try
        {
            using var antwoord = await portaal.Haast.GetAsync(adres, HttpCompletionOption.ResponseHeadersRead, ct);
            await Task.Delay(Timeout.Infinite, ct);
        }
        catch (Exception fout) when (fout is OperationCanceledException or HttpRequestException) { }
    }

    private async Task<bool> TotAsync(Func<long, bool> genoeg, TimeSpan langst)
    {
        var klok = Stopwatch.StartNew();
        while (klok.Elapsed < langst)
        {
            if (genoeg(await portaal.Db.QuerySingleAsync<long>(Bezig)))
            {
                return true;
            }
            await Task.Delay(50);
        }
        return false;
    }
}
