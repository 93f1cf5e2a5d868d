using Dapper;
using Portal.Data.Datasets;

namespace Portal.Data.Iv3;

/// <summary>One amount of one municipality on its way into the database, in euros; null is "not reported".</summary>
internal sealed record Iv3Rij(
    int Rij,
    string? GemeenteCode,
    string Gemeente,
    string Taakveld,
    string? Categorie,
    string Bl,
    decimal? Bedrag,
    int? Inwoners = null,
    string? Grootteklasse = null,
    string? Provincie = null
)
{
    private const string CopySql = """
        copy iv3 (versie_id, rij, jaar, fase, gemeente_code, gemeente, taakveld, categorie, bl, bedrag, inwoners,
            grootteklasse, provincie)
        from stdin (format binary)
        """;

    // A row of the CSV has both amounts, one of the JSON is lasten or baten.
    private const string VerschilSql = """
        with veld as (select versie_id, gemeente, taakveld, coalesce(categorie, '') as categorie, case when categorie
            is not null then bl else '' end as kant,
                             (sum(bedrag) filter (where bl = 'L'), sum(bedrag) filter (where bl = 'B'),
                                 max(inwoners))::text as inhoud
                      from iv3 where versie_id in (@VersieId, @VorigeVersieId) group by 1, 2, 3, 4, 5)
        select count(*) filter (where n.inhoud is not null and o.inhoud is distinct from n.inhoud)::int,
            count(*) filter (where n.inhoud is null)::int
        from (select * from veld where versie_id = @VersieId) n
        full join (select * from veld where versie_id = @VorigeVersieId) o using (gemeente, taakveld, categorie, kant)
        """;

    internal static async Task KopieerAsync(
        Lading lading,
        Iv3Periode periode,
        IEnumerable<Iv3Rij> rijen,
        CancellationToken ct
    )
    {
        await using (var copy = await lading.Db.BeginBinaryImportAsync(CopySql, ct))
        {
            foreach (var r in rijen)
            {
                await copy.WriteRowAsync(
                    ct,
                    lading.VersieId,
                    r.Rij,
                    periode.Jaar,
                    periode.Fase,
                    Of(r.GemeenteCode),
                    r.Gemeente,
                    r.Taakveld,
                    Of(r.Categorie),
                    r.Bl,
                    Of(r.Bedrag),
                    Of(r.Inwoners),
                    Of(r.Grootteklasse),
                    Of(r.Provincie)
                );
            }
            await copy.CompleteAsync(ct);
        }
        (lading.Rapport.Gewijzigd, lading.Rapport.Vervallen) = await lading.Db.QuerySingleAsync<(int, int)>(
            VerschilSql,
            new { lading.VersieId, lading.VorigeVersieId },
            lading.Transactie,
            commandTimeout: 0
        );
        // 48,000 new rows: the first reader must not wait for autovacuum
        await lading.Db.ExecuteAsync(
            "select ververs_statistiek('iv3')",
            transaction: lading.Transactie,
            commandTimeout: 0
        );
    }

    private static object Of(object? waarde) => waarde ?? DBNull.Value;
}

/// <summary>The year and the phase (begroting or realisatie) of a file.</summary>
internal sealed record Iv3Periode(short Jaar, string Fase);
