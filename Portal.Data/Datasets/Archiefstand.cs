using Dapper;
using Npgsql;

namespace Portal.Data.Datasets;

/// <summary>
/// Whether the files of what is published lie in the archive: after a database is restored without it, old versions
/// cannot be read again, and judgements cannot be applied.
/// </summary>
public sealed class Archiefstand(NpgsqlDataSource db, string archief)
{
    private sealed record Bestand(string Naam, string Sha256);

    private const string Sql = """
        select distinct v.bestand as naam, v.sha256 from versie v join dataset d on d.id = v.dataset_id
        where v.status = 'gepubliceerd' and not d.voorbeeld and v.bestand not like @gemaakt limit 1000
        """;

    /// <returns>A sentence when files are missing; null when all are there.</returns>
    public async Task<string?> OntbreektAsync(CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var bestanden = (
            await connection.QueryAsync<Bestand>(
                new(Sql, new { gemaakt = Gebieden.GebiedOpbouw.Samengesteld + "%" }, cancellationToken: ct)
            )
        ).AsList();
        var weg = bestanden.Count(b =>
            !File.Exists(Path.Combine(archief, b.Sha256 + Path.GetExtension(b.Naam).ToLowerInvariant()))
        );
        return weg == 0
            ? null
            : $"Let op: van {weg} van de {bestanden.Count} leveringen die nu gelden, staat het bestand niet in "
                + "het archief "
                + $"{Path.GetFullPath(archief)}. Is de database teruggezet zonder het archief, of wijst "
                + "PORTAL_ARCHIEF naar "
                + "een andere map? Zet het archief terug: anders zijn oude versies niet meer te lezen.";
    }
}
