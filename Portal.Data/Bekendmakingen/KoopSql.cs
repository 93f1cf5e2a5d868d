using Dapper;
using Portal.Data.Datasets;

namespace Portal.Data.Bekendmakingen;

/// <summary>What an import of announcements asks of the database.</summary>
internal static class KoopSql
{
    /// <summary>How the municipality of the portal is called.</summary>
    public static Task<string> GemeenteAsync(Lading lading, CancellationToken ct) => EenAsync(lading, "naam", ct);

    /// <summary>The code of the area that is the whole municipality.</summary>
    public static Task<string> StadAsync(Lading lading, CancellationToken ct) => EenAsync(lading, "code", ct);

    /// <summary>How many announcements of these days count now.</summary>
    public static Task<int> AantalAsync(Lading lading, DateOnly van, DateOnly tot, CancellationToken ct) =>
        lading.Db.QuerySingleAsync<int>(
            new(
                """
                select count(*)::int from bekendmaking b
                where b.dataset_id = (select dataset_id from versie where id = @VersieId) and b.tot is null
                  and b.publicatiedatum between @van and @tot
                """,
                new
                {
                    lading.VersieId,
                    van,
                    tot,
                },
                lading.Transactie,
                cancellationToken: ct
            )
        );

    /// <summary>
    /// The day of the newest announcement that counts; null: there is none. Read by <see cref="KoopSync"/> to go on where it
    /// stopped.
    /// </summary>
    public static Task<DateOnly?> NieuwsteAsync(Npgsql.NpgsqlDataSource db, CancellationToken ct) =>
        db.CreateConnection()
            .QuerySingleAsync<DateOnly?>(
                new(
                    "select max(publicatiedatum) from bekendmaking_nu where dataset = @Code",
                    new { KoopImport.Code },
                    cancellationToken: ct
                )
            );

    private static async Task<string> EenAsync(Lading lading, string kolom, CancellationToken ct) =>
        await lading.Db.QuerySingleOrDefaultAsync<string>(
            new(
                $"select {kolom} from gebied_nu where soort = 'stad' limit 1",
                transaction: lading.Transactie,
                cancellationToken: ct
            )
        )
        ?? throw new ImportFout(
            "Er zijn nog geen gebieden geladen. Begin met portal import gebieden. Er is niets veranderd."
        );
}
