using Dapper;
using Npgsql;
using Portal.Data.Datasets;

namespace Portal.Data.Bekendmakingen;

/// <summary>What an import of announcements asks of the database.</summary>
internal static class KoopSql
{
    /// <summary>How the municipality of the portal is called.</summary>
    public static Task<string> GemeenteAsync(
        NpgsqlConnection db,
        NpgsqlTransaction? transactie,
        CancellationToken ct
    ) => StadAsync(db, transactie, "naam", ct);

    /// <summary>The code of the area that is the whole municipality.</summary>
    public static Task<string> StadcodeAsync(Lading lading, CancellationToken ct) =>
        StadAsync(lading.Db, lading.Transactie, "code", ct);

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

    /// <summary>The day of the newest announcement that counts; null: there is none.</summary>
    public static Task<DateOnly?> NieuwsteAsync(NpgsqlConnection db, CancellationToken ct) =>
        db.QuerySingleAsync<DateOnly?>(
            new(
                "select max(publicatiedatum) from bekendmaking_nu where dataset = @Code",
                new { KoopImport.Code },
                cancellationToken: ct
            )
        );

    /// <summary>
    /// The source, and the permits made of it, was read to its end, whether or not it had anything new.
    /// </summary>
    public static Task GeluktAsync(NpgsqlConnection db, CancellationToken ct) =>
        db.ExecuteAsync(
            new(
                "update dataset set nagekeken_op = now() where code in (@Code, @Zaken)",
                new { KoopImport.Code, Zaken = Zaken.Kop + KoopImport.Code },
                cancellationToken: ct
            )
        );

    private static async Task<string> StadAsync(
        NpgsqlConnection db,
        NpgsqlTransaction? transactie,
        string kolom,
        CancellationToken ct
    ) =>
        await db.QuerySingleOrDefaultAsync<string>(
            new(
                $"select {kolom} from gebied_nu where soort = 'stad' limit 1",
                transaction: transactie,
                cancellationToken: ct
            )
        )
        ?? throw new ImportFout(
            "Er zijn nog geen gebieden geladen. Begin met portal import gebieden. Er is niets veranderd."
        );
}
