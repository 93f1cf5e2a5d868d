using System.Text.Json;
using Dapper;
using Npgsql;

namespace Portal.Data.Datasets;

/// <summary>
/// A version without a file: what is public now of a dataset that is kept row by row, to be described otherwise, or
/// with a row less. A concept as any other: approved by another, and undone (docs/decisions/0039).
/// </summary>
public sealed class LosseVersie(NpgsqlDataSource db, string archief)
{
    /// <summary>The same rows, for who wants to say other words of them.</summary>
    /// <returns>The concept.</returns>
    /// <exception cref="ImportFout">Nothing of it is public, it is replaced whole, or another version
    /// waits.</exception>
    public Task<Losconcept> BeschrijfAsync(string code, CancellationToken ct) =>
        MaakAsync(code, "Alleen de beschrijving verandert; de rijen zijn die van versie {0}.", null, null, ct);

    /// <summary>All rows but one.</summary>
    /// <param name="stempel">How the row was when it was looked at; another one: somebody changed it since.</param>
    public async Task<Losconcept> ZonderRijAsync(
        string code,
        string sleutel,
        string? stempel,
        string reden,
        CancellationToken ct
    )
    {
        // Kept as a delivery is: what a version came from can be read again for good
        var pad = Path.Combine(Path.GetTempPath(), $"rij-weg-{Guid.NewGuid():N}.json");
        try
        {
            await File.WriteAllTextAsync(
                pad,
                JsonSerializer.Serialize(
                    new
                    {
                        dataset = code,
                        weg = sleutel,
                        reden,
                        op = DateTime.UtcNow,
                    }
                ),
                ct
            );
            using var levering = await Levering.NeemAanAsync(pad, archief, ct);
            levering.Archiveer(archief);
            var als = levering.OnderNaam("rij-weg.json");
            return await MaakAsync(code, "Eén rij minder dan versie {0}.", als, (sleutel, stempel), ct);
        }
        finally
        {
            File.Delete(pad);
        }
    }

    private async Task<Losconcept> MaakAsync(
        string code,
        string zin,
        Levering? levering,
        (string Sleutel, string? Stempel)? weg,
        CancellationToken ct
    )
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var nu =
            await connection.QuerySingleOrDefaultAsync<Gepubliceerd>(new(NuSql, new { code }, cancellationToken: ct))
            ?? throw new ImportFout("Hiervan staat nu niets online.");
        var tabel =
            Onderwerpen.Van(nu.Onderwerp).Tabellen.FirstOrDefault(t => t.Leven == Leven.PerRij)?.Naam
            ?? throw new ImportFout("Deze gegevens komen steeds in hun geheel. Lever een nieuw bestand aan.");
        await using var slot = await Slot.VoorLadenAsync(connection, nu.DatasetId, null, ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (await connection.QuerySingleAsync<bool>(WachtSql, nu))
        {
            throw new ImportFout("Er wacht al een versie op goedkeuring. Publiceer die eerst, of gooi hem weg.");
        }
        var concept = await connection.QuerySingleAsync<Losconcept>(
            MaakSql,
            new
            {
                nu.VersieId,
                Toelichting = string.Format(System.Globalization.CultureInfo.InvariantCulture, zin, nu.Nummer),
                levering?.Naam,
                levering?.Sha256,
                levering?.Bytes,
                minder = weg is null ? 0 : 1,
            }
        );
        if (weg is var (sleutel, stempel) && await SluitAsync(connection, tabel, nu, concept, sleutel, stempel) != 1)
        {
            throw new ImportFout("Iemand anders wijzigde deze rij, nadat u hem opende. Bekijk hem opnieuw.");
        }
        await transaction.CommitAsync(ct);
        return concept;
    }

    private static Task<int> SluitAsync(
        NpgsqlConnection connection,
        string tabel,
        Gepubliceerd nu,
        Losconcept concept,
        string sleutel,
        string? stempel
    ) =>
        connection.ExecuteAsync(
            $"""
            update {tabel} t set tot = @Id
            where t.dataset_id = @DatasetId and t.sleutel = @sleutel and t.tot is null
              and t.vanaf || ' ' || t.inhoud = @stempel
            """,
            new
            {
                concept.Id,
                nu.DatasetId,
                sleutel,
                stempel,
            }
        );

    private sealed record Gepubliceerd(int DatasetId, int VersieId, int Nummer, string Onderwerp);

    private const string NuSql = """
        select d.id as dataset_id, v.id as versie_id, v.nummer, d.onderwerp
        from dataset d join versie v on v.dataset_id = d.id and v.status = 'gepubliceerd' where d.code = @code
        """;

    private const string WachtSql =
        "select exists (select from versie where dataset_id = @DatasetId and status = 'concept')";

    private const string MaakSql = """
        insert into versie (dataset_id, nummer, bestand, sha256, bytes, peildatum, gelezen, geladen, opties, gegevens,
            beschrijving, toelichting, status)
        select v.dataset_id, (select max(a.nummer) + 1 from versie a where a.dataset_id = v.dataset_id),
               coalesce(@Naam, v.bestand), coalesce(@Sha256, v.sha256), coalesce(@Bytes, v.bytes), v.peildatum,
               v.geladen - @minder,
               v.geladen - @minder, v.opties, v.gegevens, v.beschrijving, @Toelichting, 'concept'
        from versie v where v.id = @VersieId
        returning id, nummer
        """;
}

/// <summary>A concept that came of no file.</summary>
public sealed record Losconcept(int Id, int Nummer);
