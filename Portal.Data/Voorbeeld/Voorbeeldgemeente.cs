using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;
using Portal.Data.Begrotingen;
using Portal.Data.Bekendmakingen;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Data.Indicatoren;
using Portal.Data.Initiatieven;
using Portal.Data.Vergunningen;

namespace Portal.Data.Voorbeeld;

/// <summary>
/// Fills an empty database with the invented municipality Markerwaard: a polder that was never built, so that nobody
/// takes it for a real place (docs/decisions/0004). The scripts beside this file make it, always the same.
/// </summary>
public sealed class Voorbeeldgemeente(NpgsqlDataSource db, Publicatie publicatie)
{
    private const string Bron = "Verzonnen door de makers van dit portaal";
    private const string Cc0 = "https://creativecommons.org/publicdomain/zero/1.0/deed.nl";

    private static readonly (string Script, Dataset Dataset)[] Delen =
    [
        ("1-gebieden", Maak("gebieden", "Grenzen, namen en inwoners van Markerwaard", GebiedOnderwerp.Code)),
        ("2-begroting", Maak("begroting", "Begroting, rekening en subsidies van Markerwaard", BegrotingOnderwerp.Code)),
        ("6-ses", Maak("ses", "Cijfers over de buurten van Markerwaard", IndicatorOnderwerp.Code)),
        ("5-iv3", Maak("iv3", "Opgave van Markerwaard aan het CBS (Iv3)", BegrotingOnderwerp.Code)),
        ("3-initiatieven", Maak("initiatieven", "Plannen van bewoners in Markerwaard", InitiatiefOnderwerp.Code)),
        ("4-vergunningen", Maak("vergunningen", "Vergunningen in Markerwaard", VergunningOnderwerp.Code)),
        ("7-bekendmakingen", Maak("bekendmakingen", "Bekendmakingen in Markerwaard", BekendmakingOnderwerp.Code)),
    ];

    /// <returns>One report a dataset; none when the database holds real data already.</returns>
    public async Task<IReadOnlyList<ImportRapport>> VulAsync(CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        if (
            await connection.QuerySingleAsync<bool>(
                """
                select exists (select from versie v join dataset d on d.id = v.dataset_id
                    where v.status = 'gepubliceerd' and not d.voorbeeld)
                """
            )
        )
        {
            return [];
        }
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var rapporten = new List<ImportRapport>();
        foreach (var (script, dataset) in Delen)
        {
            var sql = Resource.Read($"Portal.Data.Voorbeeld.{script}.sql");
            var bytes = Encoding.UTF8.GetBytes(sql);
            var levering = new Levering(
                "",
                $"{script}.sql",
                Convert.ToHexStringLower(SHA256.HashData(bytes)),
                bytes.Length
            );
            rapporten.Add(
                await publicatie.LaadInAsync(
                    connection,
                    transaction,
                    dataset,
                    levering,
                    lading => VoerUitAsync(lading, sql, ct),
                    ct
                )
            );
        }
        await transaction.CommitAsync(ct);
        return rapporten;
    }

    public static async Task<bool> IsLeegAsync(NpgsqlDataSource db, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return !await connection.QuerySingleAsync<bool>(
            "select exists (select from versie where status = 'gepubliceerd')"
        );
    }

    private static async Task VoerUitAsync(Lading lading, string sql, CancellationToken ct)
    {
        await lading.Db.ExecuteAsync(
            "select set_config('voorbeeld.versie', @Id, true)",
            new { Id = lading.VersieId.ToString(System.Globalization.CultureInfo.InvariantCulture) },
            lading.Transactie
        );
        await lading.Db.ExecuteAsync(
            new(sql, transaction: lading.Transactie, commandTimeout: 0, cancellationToken: ct)
        );
        lading.Rapport.Gelezen =
            lading.Rapport.Geladen =
            lading.Rapport.Gewijzigd =
                await lading.Db.QuerySingleAsync<int>(
                    PublicatieSql.Telling,
                    new { lading.VersieId },
                    lading.Transactie
                );
    }

    private static Dataset Maak(string code, string titel, string onderwerp) =>
        new(
            $"voorbeeld-{code}",
            titel,
            onderwerp,
            "Zien hoe dit portaal werkt, met een gemeente die niet bestaat.",
            "Portaal",
            Bron,
            "CC0 1.0",
            Cc0,
            Voorbeeld: true
        );
}
