using System.Text.Json;
using Dapper;
using Npgsql;
using Portal.Data.Datasets;
using Portal.Data.Lagen;
using Portal.Data.Uitvoer;

namespace Portal.Data.Beheer;

/// <summary>What a delivery says of a concept (<paramref name="Gegevens"/>), and what staff say above it.</summary>
public sealed record BeschrijvingRow(
    int Id,
    string Code,
    string Gegevens,
    string? Woorden,
    DateOnly? Peildatum,
    string? Thema,
    string? KolommenJson,
    string? Ritme
)
{
    public Beschrijving Beschrijving => Beschrijving.Van(Woorden);

    public Dataset Dataset => JsonSerializer.Deserialize<Dataset>(Gegevens, JsonSerializerOptions.Web)!;

    /// <summary>Of a layer, as its file has them.</summary>
    public IReadOnlyList<Kolom> Kolommen => KolommenJson is null ? [] : LaagKolommen.VanJson(KolommenJson);

    public bool IsLaag => KolommenJson is not null;
}

/// <summary>Describes a concept, before it is public.</summary>
public sealed class Beschrijvingen(BeheerBron bron)
{
    /// <returns>Null: there is no such concept.</returns>
    public async Task<BeschrijvingRow?> VindAsync(int versie, CancellationToken ct)
    {
        const string sql = """
            select v.id, d.code, v.gegevens::text, v.beschrijving::text as woorden, v.peildatum,
                v.opties ->> 'thema' as thema,
                   v.opties ->> 'kolommen' as kolommen_json, d.ritme
            from versie v join dataset d on d.id = v.dataset_id
            where v.id = @versie and v.status = 'concept' and v.gegevens is not null
            """;

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<BeschrijvingRow>(
            new(sql, new { versie }, cancellationToken: ct)
        );
    }

    /// <param name="db">Of imports: staff pages write no version.</param>
    /// <exception cref="ImportFout">It is public by now, or cannot be of this theme.</exception>
    public static async Task BewaarAsync(
        NpgsqlDataSource db,
        int versie,
        Beschrijving beschrijving,
        DateOnly? peildatum,
        string? thema,
        CancellationToken ct
    )
    {
        const string sql = """
            update versie set beschrijving = @beschrijving::jsonb, peildatum = @peildatum,
                opties = case when @thema::text is null then opties
                else opties || jsonb_build_object('thema', @thema) end
            where id = @versie and status = 'concept'
            """;

        await using var connection = await db.OpenConnectionAsync(ct);
        if (thema is not null && await LaagRegels.FoutAsync(connection, versie, thema, ct) is { } fout)
        {
            throw new ImportFout($"Het thema kan niet: {fout}");
        }
        var rij = new
        {
            versie,
            beschrijving = beschrijving.AlsJson(),
            peildatum,
            thema,
        };
        if (await connection.ExecuteAsync(new(sql, rij, cancellationToken: ct)) == 0)
        {
            throw new ImportFout("Dit is intussen gepubliceerd of weggegooid. Er is niets veranderd.");
        }
    }
}
