using Dapper;

namespace Portal.Data.Begrotingen;

/// <summary>Everything about one post: what it is, how it was attributed and the row as delivered.</summary>
public sealed record PostDetail
{
    /// <summary>
    /// Null when the rows of its version are no longer in the database: then it was read again from the archive.
    /// </summary>
    public long? Id { get; init; }

    public required string Bronsleutel { get; init; }
    public int Jaar { get; init; }
    public required string Fase { get; init; }
    public required string Bl { get; init; }
    public string? Programma { get; init; }
    public string? ProgrammaNaam { get; init; }
    public string? Taakveld { get; init; }
    public string? Categorie { get; init; }
    public string? Beleidsterrein { get; init; }
    public required string Toerekening { get; init; }
    public string? Herkend { get; init; }
    public string? Sleutel { get; init; }
    public string? GebiedSoort { get; init; }
    public string? GebiedCode { get; init; }
    public string? Gebied { get; init; }
    public string? Project { get; init; }
    public string? Omschrijving { get; init; }
    public string? Regeling { get; init; }
    public string? Ontvanger { get; init; }
    public decimal? Bedrag { get; init; }
    public decimal? Aangevraagd { get; init; }
    public decimal? Vastgesteld { get; init; }
    public DateOnly? Peildatum { get; init; }
    public required string JaarBasis { get; init; }
    public int? VoorVan { get; init; }
    public int? VoorTot { get; init; }
    public string? VoorTekst { get; init; }
    public string? Bron { get; init; }
    public int Rij { get; init; }

    /// <summary>Whether it stands on the map with a place of its own.</summary>
    public bool MetPlek { get; init; }

    /// <summary>
    /// What the place is called that its text names; null when the delivery gives the place, or there is none.
    /// </summary>
    public string? Plaats { get; init; }

    /// <summary>The words by which that place was recognised.</summary>
    public string? PlaatsHerkend { get; init; }

    /// <summary>The title of the layer that it is a thing of.</summary>
    public string? PlaatsLaag { get; init; }
}

/// <summary>The delivery that a post is of.</summary>
public sealed record PostVersie
{
    public int Id { get; init; }
    public required string Dataset { get; init; }
    public required string DatasetCode { get; init; }
    public bool Voorbeeld { get; init; }
    public int Nummer { get; init; }
    public required string Status { get; init; }
    public required string Bestand { get; init; }
    public required string Sha256 { get; init; }
    public DateTime GeladenOp { get; init; }
    public required string GeladenDoor { get; init; }
    public required string Licentie { get; init; }
    public bool MetPosten { get; init; }
    public int? Opvolger { get; init; }
}

/// <summary>The address of a post: dataset, version and the source's own key, so that a citation stays.</summary>
public static class PostAdres
{
    public static string Van(string dataset, int versie, string sleutel) =>
        $"/begroting/post/{dataset}/{versie}/{string.Join('/', sleutel.Split('/').Select(Uri.EscapeDataString))}";
}

/// <summary>What a key gave one buurt of a post.</summary>
public sealed record PostDeelRow(string Code, string Naam, decimal? Gewicht, decimal Bedrag);

/// <summary>
/// The same row of the source in another version. <paramref name="MetPosten"/>: the rows of that version are in the
/// database, so that it is known whether the row is in it.
/// </summary>
public sealed record PostVersieRow(
    int Versie,
    string Status,
    DateTime GeladenOp,
    decimal? Bedrag,
    bool Gevonden,
    bool MetPosten
);

/// <summary>One post, looked at until its source row.</summary>
public sealed class PostDetailQueries(Lezing lezing)
{
    /// <summary>
    /// A version of a dataset of money, also one that was withdrawn; <c>Opvolger</c> is the number of the version that
    /// counts now.
    /// </summary>
    public async Task<PostVersie?> VersieAsync(string dataset, int nummer, CancellationToken ct)
    {
        const string sql = """
            select v.id, d.titel as dataset, d.code as dataset_code, d.voorbeeld, v.nummer, v.status, v.bestand,
                v.sha256, v.geladen_op, v.geladen_door, d.licentie,
                   exists (select from begrotingspost p where p.versie_id = v.id) as met_posten,
                   (select n.nummer from versie n where n.dataset_id = d.id and n.status = 'gepubliceerd') as opvolger
            from versie v join dataset d on d.id = v.dataset_id
            where d.code = @dataset and v.nummer = @nummer and d.onderwerp = 'begroting' and v.status <> 'concept'
            """;

        var connection = await lezing.OpenAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<PostVersie>(
            new(sql, new { dataset, nummer }, cancellationToken: ct)
        );
    }

    public async Task<PostDetail?> FindAsync(int versie, string sleutel, CancellationToken ct)
    {
        const string sql = """
            select p.id, p.bronsleutel, p.jaar::int, p.fase, p.bl::text, p.programma_code as programma,
                r.naam as programma_naam, p.taakveld, p.categorie, p.beleidsterrein, p.toerekening, p.herkend,
                p.sleutel,
                   p.gebied_soort, p.gebied_code, g.naam as gebied, p.project, p.omschrijving, p.regeling, p.ontvanger,
                   p.bedrag, p.aangevraagd, p.vastgesteld, p.peildatum,
                   p.jaar_basis, p.voor_van::int, p.voor_tot::int, p.voor_tekst, p.bron::text, p.rij,
                   coalesce(p.ontvanger_soort, '') not in ('particulier', 'onbeoordeeld')
                   and l.post_id is not null as met_plek,
                   l.plaats, l.herkend as plaats_herkend,
                   (select d.titel from dataset d where d.code = l.laag) as plaats_laag
            from begrotingspost p
            left join postplek l on l.post_id = p.id
            left join programma r on r.code = p.programma_code
            left join gebied_nu g on g.code = p.gebied_code and g.indeling = p.indeling
            where p.versie_id = @versie and p.bronsleutel = @sleutel
            """;

        var connection = await lezing.OpenAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<PostDetail>(
            new(sql, new { versie, sleutel }, cancellationToken: ct)
        );
    }

    /// <summary>
    /// Where a post stands that was cited by the number it once had; null when it is not in the database.
    /// </summary>
    public async Task<string?> AdresAsync(long id, CancellationToken ct)
    {
        const string sql =
            "select d.code, v.nummer, p.bronsleutel from begrotingspost p join versie v on v.id = p.versie_id "
            + "join dataset d on d.id = v.dataset_id where p.id = @id and v.status in ('gepubliceerd', 'vervangen')";

        var connection = await lezing.OpenAsync(ct);
        return
            await connection.QuerySingleOrDefaultAsync<(string Dataset, int Versie, string Sleutel)?>(
                new(sql, new { id }, cancellationToken: ct)
            )
                is { } post
            ? PostAdres.Van(post.Dataset, post.Versie, post.Sleutel)
            : null;
    }

    public async Task<IReadOnlyList<PostDeelRow>> DelenAsync(long id, CancellationToken ct)
    {
        const string sql = """
            select d.gebied_code as code, coalesce(g.naam, d.gebied_code) as naam, d.gewicht, d.bedrag
            from postdeel d
            left join gebied_nu g on g.code = d.gebied_code and g.indeling = d.indeling
            where d.post_id = @id order by d.bedrag desc, d.gebied_code limit 20000
            """;

        var connection = await lezing.OpenAsync(ct);
        return (await connection.QueryAsync<PostDeelRow>(new(sql, new { id }, cancellationToken: ct))).AsList();
    }

    /// <summary>
    /// The same source row in every version of the dataset; the amount is not given where the rows are no longer in the
    /// database.
    /// </summary>
    public async Task<IReadOnlyList<PostVersieRow>> VersiesAsync(string dataset, string sleutel, CancellationToken ct)
    {
        const string sql = """
            select v.nummer as versie, v.status, v.geladen_op, o.bedrag, o.id is not null as gevonden,
                exists (select from begrotingspost p where p.versie_id = v.id) as met_posten
            from versie v join dataset d on d.id = v.dataset_id
            left join begrotingspost o on o.versie_id = v.id and o.bronsleutel = @sleutel
            where d.code = @dataset and v.status in ('gepubliceerd', 'vervangen') order by v.nummer desc limit 50
            """;

        var connection = await lezing.OpenAsync(ct);
        return (
            await connection.QueryAsync<PostVersieRow>(new(sql, new { dataset, sleutel }, cancellationToken: ct))
        ).AsList();
    }
}
