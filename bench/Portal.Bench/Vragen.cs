using System.Diagnostics;
using Npgsql;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Data.Uitvoer;

namespace Portal.Bench;

/// <summary>The queries behind the pages, run by the classes that the pages ask.</summary>
public static class Vragen
{
    private const int Opwarmen = 10;

    /// <summary>The p95 of each, over so many times after the first ones.</summary>
    public static async IAsyncEnumerable<(string Naam, TimeSpan P95)> MeetAsync(
        NpgsqlDataSource db,
        int jaar,
        string gebied,
        int keer
    )
    {
        var (lezing, ct) = (Lezing.Los(db), CancellationToken.None);
        var (geld, brug) = (new BegrotingQueries(lezing), new BrugQueries(lezing));
        var keuze = await KeuzeAsync(db, jaar);
        var vragen = new (string Naam, Func<Task> Vraag)[]
        {
            ("stad", () => geld.ListAsync("buurt", keuze, ct)),
            ("buurt", () => geld.SommenAsync("buurt", gebied, jaar, keuze.Jaarsoort, ct)),
            ("rij-van-buurt", () => geld.FindAsync("buurt", gebied, keuze, ct)),
            ("brug", () => brug.ListAsync(jaar, keuze.Fase, keuze.Bl, keuze.Jaarsoort, ct)),
        };
        foreach (var (naam, vraag) in vragen)
        {
            yield return (naam, await P95Async(vraag, keer));
        }
    }

    /// <summary>The query of the map of buurten with its parameters filled in, as psql can run it.</summary>
    public static async Task<string> GeoJsonSqlAsync(NpgsqlDataSource db, int jaar)
    {
        await using var connection = await db.OpenConnectionAsync();
        var parameters = BegrotingQueries.Parameters("buurt", await KeuzeAsync(db, jaar));
        return await Kopieeropdracht.MaakAsync(
            connection,
            BegrotingQueries.GeoJsonSql,
            parameters,
            CancellationToken.None
        );
    }

    private static async Task<BegrotingKeuze> KeuzeAsync(NpgsqlDataSource db, int jaar)
    {
        var aanbod = await new BegrotingQueries(Lezing.Los(db)).AanbodAsync(CancellationToken.None);
        return aanbod.Kies(new(jaar, null, null, null, null))!;
    }

    private static async Task<TimeSpan> P95Async(Func<Task> vraag, int keer)
    {
        for (var i = 0; i < Opwarmen; i++)
        {
            await vraag();
        }
        var duren = new List<TimeSpan>();
        for (var i = 0; i < keer; i++)
        {
            var begin = Stopwatch.GetTimestamp();
            await vraag();
            duren.Add(Stopwatch.GetElapsedTime(begin));
        }
        duren.Sort();
        return duren[(int)Math.Ceiling(0.95 * keer) - 1];
    }
}
