using Dapper;
using Portal.Data.Gebieden;

namespace Portal.Data.Datasets;

/// <summary>A dataset as it is published now. <see cref="Rijen"/> are the rows that were loaded.</summary>
public sealed record DatasetRow
{
    public required string Code { get; init; }
    public required string Titel { get; init; }
    public required string Onderwerp { get; init; }
    public required string Doel { get; init; }
    public required string Eigenaar { get; init; }
    public required string Bron { get; init; }
    public required string Licentie { get; init; }
    public string? LicentieUrl { get; init; }
    public required bool Voorbeeld { get; init; }
    public required int Versie { get; init; }
    public required string Bestand { get; init; }
    public required string Sha256 { get; init; }
    public required long Bytes { get; init; }
    public required DateTime GeladenOp { get; init; }
    public DateOnly? Peildatum { get; init; }
    public required int Rijen { get; init; }
    public required int Afgewezen { get; init; }
    public string? Toelichting { get; init; }
}

/// <summary>Whose portal this is.</summary>
/// <param name="Voorbeeld">It is the invented one.</param>
/// <param name="Stand">When something was published last.</param>
public sealed record GemeenteRow(string Naam, bool Voorbeeld, DateTime? Stand);

/// <summary>A version that is or was public. <paramref name="Reden"/>: why it was withdrawn.
/// <paramref name="Wijziging"/>: what is new in it.</summary>
public sealed record DatasetVersieRow(
    string Titel,
    string Onderwerp,
    int Nummer,
    string Status,
    string Bestand,
    DateTime GepubliceerdOp,
    int Geladen,
    int Gewijzigd,
    string? Reden,
    string? Wijziging,
    DateTime? IngetrokkenOp
);

public sealed class DatasetQueries(Lezing lezing)
{
    private const string Select = """
        select d.code, d.titel, d.onderwerp, d.doel, eigenaar_voluit(d.eigenaar) as eigenaar, d.bron, d.licentie, d.licentie_url, d.voorbeeld,
               v.nummer as versie, v.bestand, v.sha256, v.bytes, v.geladen_op, v.peildatum, v.geladen as rijen,
               v.afgewezen, nullif(v.toelichting, '') as toelichting
        from dataset d join versie v on v.dataset_id = d.id and v.status = 'gepubliceerd'
        """;

    private const string Volgorde = "order by d.onderwerp, d.code limit 500";

    /// <summary>Everything that is published.</summary>
    public async Task<IReadOnlyList<DatasetRow>> ListAsync(CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        return (await connection.QueryAsync<DatasetRow>(new($"{Select} {Volgorde}", cancellationToken: ct))).AsList();
    }

    /// <summary>
    /// Every version of a dataset that the public ever saw, newest first; a concept that was thrown away is none of
    /// those.
    /// </summary>
    public async Task<IReadOnlyList<DatasetVersieRow>> VersiesAsync(string dataset, CancellationToken ct)
    {
        const string sql = """
            select d.titel, d.onderwerp, v.nummer, v.status, v.bestand, v.gepubliceerd_op, v.geladen, v.gewijzigd,
                v.reden, v.wijziging,
                   v.ingetrokken_op
            from versie v join dataset d on d.id = v.dataset_id
            where d.code = @dataset and v.gepubliceerd_op is not null
                and v.status in ('gepubliceerd', 'vervangen', 'ingetrokken')
            order by v.nummer desc limit 500
            """;

        var connection = await lezing.OpenAsync(ct);
        return (
            await connection.QueryAsync<DatasetVersieRow>(new(sql, new { dataset }, cancellationToken: ct))
        ).AsList();
    }

    /// <summary>The datasets that the money of one area in one year comes from.</summary>
    public async Task<IReadOnlyList<DatasetRow>> BronnenAsync(string soort, string code, int jaar, CancellationToken ct)
    {
        const string sql = $"""
            {Select}
            where exists (select from begrotingsom s where s.versie_id = v.id and s.jaar = @Jaar and {GebiedSql.LigtIn})
               or exists (select from gebied g where g.versie_id = v.id and g.code = @Code)
            {Volgorde}
            """;

        var connection = await lezing.OpenAsync(ct);
        return (
            await connection.QueryAsync<DatasetRow>(
                new(
                    sql,
                    new
                    {
                        Soort = soort,
                        Code = code,
                        Jaar = jaar,
                    },
                    cancellationToken: ct
                )
            )
        ).AsList();
    }

    /// <summary>The datasets that the money of the map comes from: of a year and phase, or of all.</summary>
    public async Task<IReadOnlyList<DatasetRow>> VanGeldAsync(int? jaar, string? fase, CancellationToken ct)
    {
        const string sql = $"""
            {Select}
            where exists (select from begrotingsom s where s.versie_id = v.id
                and (@jaar::int is null or s.jaar = @jaar) and (@fase::text is null or s.fase = @fase))
            {Volgorde}
            """;

        var connection = await lezing.OpenAsync(ct);
        return (await connection.QueryAsync<DatasetRow>(new(sql, new { jaar, fase }, cancellationToken: ct))).AsList();
    }

    /// <summary>The municipality; null while nothing is loaded.</summary>
    public async Task<GemeenteRow?> GemeenteAsync(CancellationToken ct)
    {
        const string sql = """
            select g.naam, d.voorbeeld, (select max(gepubliceerd_op) from versie where status = 'gepubliceerd') as stand
            from gebied_nu g join versie v on v.id = g.versie_id join dataset d on d.id = v.dataset_id
            where g.soort = 'stad' order by g.code limit 1
            """;

        var connection = await lezing.OpenAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<GemeenteRow>(new(sql, cancellationToken: ct));
    }
}
