using System.Globalization;
using Dapper;
using Npgsql;
using Portal.Data.Datasets;

namespace Portal.Data.Begrotingen;

/// <summary>
/// How complete a year is, where somebody says so: that counts above the rule (<see cref="JaarprofielSql"/>).
/// </summary>
public sealed class Dekking(NpgsqlDataSource db)
{
    public static readonly string[] Soorten = ["volledig", "deel", "onvolledig"];

    /// <summary>
    /// What a member of staff says of one year and phase of a dataset; null lets the rule or the delivery count again.
    /// </summary>
    /// <exception cref="ImportFout">There is no such dataset, or it has no such year and phase.</exception>
    public async Task BesluitAsync(
        string dataset,
        int jaar,
        string fase,
        string? dekking,
        DateOnly? tot,
        string? toelichting,
        CancellationToken ct
    )
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var id =
            await connection.QuerySingleOrDefaultAsync<int?>(
                new(
                    KentSql,
                    new
                    {
                        dataset,
                        jaar,
                        fase,
                    },
                    cancellationToken: ct
                )
            )
            ?? throw new ImportFout(
                $"De dataset '{dataset}' heeft geen gepubliceerde bedragen van {jaar}, fase {fase}. Kijk "
                    + "met portal status hoe de datasets heten."
            );
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.ExecuteAsync(
            new(
                "delete from dekking_besluit where dataset_id = @id and jaar = @jaar and fase = @fase "
                    + "and door = 'beheer'",
                new
                {
                    id,
                    jaar,
                    fase,
                },
                transaction,
                cancellationToken: ct
            )
        );
        if (dekking is not null)
        {
            await connection.ExecuteAsync(
                new(
                    BesluitSql,
                    new
                    {
                        id,
                        jaar,
                        fase,
                        dekking,
                        tot,
                        door = "beheer",
                        versie = (int?)null,
                        toelichting,
                    },
                    transaction,
                    cancellationToken: ct
                )
            );
        }
        await connection.ExecuteAsync(
            new("select pg_notify('portal_versie', 'begroting')", transaction: transaction, cancellationToken: ct)
        );
        await transaction.CommitAsync(ct);
    }

    /// <summary>The column dekking of a delivery: the same in every row. It counts for that version only.</summary>
    internal static async Task LeveringAsync(
        Lading lading,
        short jaar,
        string fase,
        string bestand,
        BegrotingOverzicht overzicht,
        CancellationToken ct
    )
    {
        if (overzicht.Dekking is not { } dekking)
        {
            return;
        }
        if (overzicht.DekkingFout is { } fout)
        {
            throw new ImportFout(
                $"{bestand}: rij {fout.Rij} heeft in kolom dekking '{fout.Waarde}'. "
                    + $"Schrijf in elke rij hetzelfde: {string.Join(", ", Soorten)}."
            );
        }
        var id = await lading.Db.QuerySingleAsync<int>(
            new(
                "select dataset_id from versie where id = @VersieId",
                new { lading.VersieId },
                lading.Transactie,
                cancellationToken: ct
            )
        );
        await lading.Db.ExecuteAsync(
            new(
                BesluitSql,
                new
                {
                    id,
                    jaar = (int)jaar,
                    fase,
                    dekking = dekking.Waarde,
                    tot = (DateOnly?)null,
                    door = "levering",
                    versie = (int?)lading.VersieId,
                    toelichting = (string?)null,
                },
                lading.Transactie,
                cancellationToken: ct
            )
        );
    }

    /// <summary>A date as it is typed: 2025-06-30 or 30-6-2025.</summary>
    public static DateOnly? Datum(string? tekst) =>
        tekst is null ? null
        : DateOnly.TryParse(tekst, CultureInfo.GetCultureInfo("nl-NL"), out var datum) ? datum
        : throw new ImportFout($"'{tekst}' is geen datum. Schrijf 2025-06-30.");

    private const string KentSql =
        "select d.id from dataset d join versie v on v.dataset_id = d.id and v.status = 'gepubliceerd' "
        + "where d.code = @dataset and exists (select from jaarprofiel p "
        + "where p.versie_id = v.id and p.jaar = @jaar and p.fase = @fase)";

    private const string BesluitSql =
        "insert into dekking_besluit (dataset_id, jaar, fase, dekking, tot, door, versie_id, "
        + "toelichting) values (@id, @jaar, @fase, @dekking, @tot, @door, @versie, @toelichting)";
}
