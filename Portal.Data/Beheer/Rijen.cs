using System.Text.Json;
using Dapper;
using Portal.Data.Datasets;
using Portal.Data.Lagen;
using Portal.Data.Uitvoer;

namespace Portal.Data.Beheer;

/// <summary>A dataset that is kept row by row, as it counts now.</summary>
/// <param name="Gegevens">What its delivery says of it; <see cref="Dataset"/> as JSON.</param>
public sealed record RijDatasetRow(
    int Versie,
    string Code,
    string Titel,
    string Onderwerp,
    string? Gegevens,
    string? KolommenJson
)
{
    public Onderwerp Van => Onderwerpen.Van(Onderwerp);

    public string? Tabel => Van.Tabellen.FirstOrDefault(t => t.Leven == Leven.PerRij)?.Naam;

    public bool IsLaag => Onderwerp == LaagOnderwerp.Code;

    /// <summary>As the register describes them; of a layer as its file has them.</summary>
    public IReadOnlyList<Kolom> Kolommen =>
        KolommenJson is not null ? LaagKolommen.VanJson(KolommenJson)
        : Van.Collecties is [var c, ..] ? c.Kolommen
        : [];

    public Dataset? Dataset =>
        Gegevens is null ? null : JsonSerializer.Deserialize<Dataset>(Gegevens, JsonSerializerOptions.Web);
}

/// <summary>A row as it is in one version.</summary>
/// <param name="Stempel">Another one: the row is not what it was.</param>
/// <param name="Vorm">GeoJSON in RD; null: it has no place.</param>
public sealed record RijRow(
    string Sleutel,
    string Titel,
    string? Gebied,
    string Stempel,
    string? Vorm,
    double? X,
    double? Y,
    string WaardenJson
)
{
    /// <summary>Per column its text, as a delivery would have it; absent is not known.</summary>
    public IReadOnlyDictionary<string, string> Waarden =>
        JsonSerializer
            .Deserialize<Dictionary<string, JsonElement>>(WaardenJson)!
            .Where(w => w.Value.ValueKind != JsonValueKind.Null)
            .ToDictionary(w => w.Key, w => Tekst(w.Value));

    private static string Tekst(JsonElement waarde) =>
        waarde.ValueKind switch
        {
            JsonValueKind.True => "ja",
            JsonValueKind.False => "nee",
            JsonValueKind.String => waarde.GetString()!,
            _ => waarde.GetRawText(),
        };
}

/// <summary>One column of one row that differs in a concept.</summary>
public sealed record VeldVerschilRow(string Sleutel, string Kolom, string? Was, string? Werd);

/// <summary>The rows of registers and layers, to change one by one.</summary>
public sealed class Rijen(BeheerBron bron)
{
    public const int Getoond = 50;

    /// <returns>Null: nothing of it is public, or it is not kept row by row.</returns>
    public async Task<RijDatasetRow?> DatasetAsync(string code, CancellationToken ct)
    {
        const string sql = """
            select v.id as versie, d.code, d.titel, d.onderwerp, v.gegevens::text,
                v.opties ->> 'kolommen' as kolommen_json
            from dataset d join versie v on v.dataset_id = d.id and v.status = 'gepubliceerd'
            where d.code = @code
            """;

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        var gevonden = await connection.QuerySingleOrDefaultAsync<RijDatasetRow>(
            new(sql, new { code }, cancellationToken: ct)
        );
        return gevonden?.Tabel is null ? null : gevonden;
    }

    public async Task<IReadOnlyList<(string Sleutel, string Titel)>> ListAsync(
        RijDatasetRow dataset,
        string? zoek,
        CancellationToken ct
    )
    {
        var sql = $"""
            select t.sleutel, t.titel from {dataset.Tabel} t where {InVersie}
              and (@zoek::text is null or strpos(lower(concat_ws(' ', t.titel, t.sleutel)), lower(@zoek)) > 0)
            order by t.titel, t.sleutel limit {Getoond}
            """;
        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        var vraag = new { dataset.Versie, zoek };
        return (await connection.QueryAsync<(string, string)>(new(sql, vraag, cancellationToken: ct))).AsList();
    }

    /// <param name="versie">The public one, or a concept.</param>
    public async Task<RijRow?> VindAsync(RijDatasetRow dataset, int versie, string sleutel, CancellationToken ct)
    {
        var sql = $"""
            select t.sleutel, t.titel, t.gebied_code as gebied, t.vanaf || ' ' || t.inhoud as stempel,
                   ST_AsGeoJSON(t.geom, 3, 0) as vorm,
                   case when ST_GeometryType(t.geom) = 'ST_Point' then ST_X(t.geom) end as x,
                   case when ST_GeometryType(t.geom) = 'ST_Point' then ST_Y(t.geom) end as y,
                   {(dataset.IsLaag ? "t.kenmerken" : $"to_jsonb(t) - {Vast}")}::text as waarden_json
            from {dataset.Tabel} t where {InVersie} and t.sleutel = @sleutel
            """;
        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        var vraag = new { Versie = versie, sleutel };
        return await connection.QuerySingleOrDefaultAsync<RijRow>(new(sql, vraag, cancellationToken: ct));
    }

    /// <summary>The concept of a dataset that waits; null: none.</summary>
    public async Task<int?> ConceptAsync(string code, CancellationToken ct)
    {
        const string sql = """
            select v.id from versie v join dataset d on d.id = v.dataset_id
                where d.code = @code and v.status = 'concept' limit 1
            """;

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<int?>(new(sql, new { code }, cancellationToken: ct));
    }

    /// <summary>Column by column what differs between two versions; the first rows.</summary>
    public async Task<IReadOnlyList<VeldVerschilRow>> VeldenAsync(
        string tabel,
        int was,
        int werd,
        int aantal,
        CancellationToken ct
    )
    {
        var waarden = tabel == "laagobject" ? "t.kenmerken" : $"to_jsonb(t) - {Vast}";
        string Rij(string versie) =>
            $"""
                select t.sleutel, t.inhoud, {waarden} || jsonb_build_object('titel', t.titel, 'gebied', t.gebied_code,
                    'plek', md5(ST_AsBinary(t.geom))) as w
                from {tabel} t where {InVersie.Replace("@Versie", versie, StringComparison.Ordinal)}
                """;
        var sql = $"""
            select o.sleutel, k.kolom, case k.kolom when 'plek' then 'de oude plek' else o.w ->> k.kolom end as was,
                   case k.kolom when 'plek' then 'een andere plek' else n.w ->> k.kolom end as werd
            from ({Rij("@was")}) o join ({Rij("@werd")}) n on n.sleutel = o.sleutel and n.inhoud <> o.inhoud
            cross join lateral (select jsonb_object_keys(o.w || n.w) as kolom) k
            where o.w -> k.kolom is distinct from n.w -> k.kolom
                and coalesce(o.w ->> k.kolom, n.w ->> k.kolom) is not null
            order by 1, 2 limit @aantal
            """;
        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        var vraag = new
        {
            was,
            werd,
            aantal,
        };
        return (await connection.QueryAsync<VeldVerschilRow>(new(sql, vraag, cancellationToken: ct))).AsList();
    }

    private const string InVersie = """
        t.dataset_id = (select dataset_id from versie where id = @Versie) and t.vanaf <= @Versie
        and (t.tot is null or t.tot > @Versie)
        """;

    private const string Vast =
        "array['id', 'dataset_id', 'vanaf', 'tot', 'rij', 'sleutel', 'inhoud', 'titel', 'gebied_code', "
        + "'indeling', 'geom']";
}
