using Dapper;
using Npgsql;

namespace Portal.Data.Begrotingen;

/// <summary>Everything about one post: what it is, how it was attributed and the row as delivered.</summary>
public sealed record PostDetail(
    long Id, string Bronsleutel, int Jaar, string Fase, string Bl, string? Programma, string? ProgrammaNaam, string? Taakveld, string? Categorie, string? Beleidsterrein, string Toerekening, string? Herkend, string? Sleutel,
    string? GebiedSoort, string? GebiedCode, string? Gebied, string? Project, string? Omschrijving, string? Regeling, string? Ontvanger, decimal? Bedrag, decimal? Aangevraagd, decimal? Vastgesteld, DateOnly? Peildatum,
    string? Bron, int Rij, string Dataset, string DatasetCode, bool Voorbeeld, int Versie, string Status, string Bestand, string Sha256, DateTime GeladenOp, string GeladenDoor, string Licentie);

/// <summary>What a key gave one buurt of a post.</summary>
public sealed record PostDeelRow(string Code, string Naam, decimal? Gewicht, decimal Bedrag);

/// <summary>The same row of the source in another version.</summary>
public sealed record PostVersieRow(long Id, int Versie, string Status, DateTime GeladenOp, decimal? Bedrag);

/// <summary>One post, looked at until its source row.</summary>
public sealed class PostDetailQueries(NpgsqlDataSource db)
{
    public async Task<PostDetail?> FindAsync(long id, CancellationToken ct)
    {
        const string sql = """
            select p.id, p.bronsleutel, p.jaar::int, p.fase, p.bl::text, p.programma_code as programma, r.naam as programma_naam, p.taakveld, p.categorie, p.beleidsterrein, p.toerekening, p.herkend, p.sleutel,
                   p.gebied_soort, p.gebied_code, g.naam as gebied, p.project, p.omschrijving, p.regeling, p.ontvanger, p.bedrag, p.aangevraagd, p.vastgesteld, p.peildatum,
                   p.bron::text, p.rij, d.titel as dataset, d.code as dataset_code, d.voorbeeld, v.nummer as versie, v.status, v.bestand, v.sha256, v.geladen_op, v.geladen_door, d.licentie
            from begrotingspost p join versie v on v.id = p.versie_id join dataset d on d.id = v.dataset_id
            left join programma r on r.code = p.programma_code
            left join gebied_nu g on g.code = p.gebied_code and g.indeling = p.indeling
            where p.id = @id and v.status in ('gepubliceerd', 'vervangen')
            """;

        await using var connection = await db.OpenConnectionAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<PostDetail>(new(sql, new { id }, cancellationToken: ct));
    }

    public async Task<IReadOnlyList<PostDeelRow>> DelenAsync(long id, CancellationToken ct)
    {
        const string sql = """
            select d.gebied_code as code, coalesce(g.naam, d.gebied_code) as naam, w.gewicht, d.bedrag
            from postdeel d join begrotingspost p on p.id = d.post_id
            left join gebied_nu g on g.code = d.gebied_code and g.indeling = d.indeling
            left join sleutelgewicht w on w.sleutel = p.sleutel and w.code = d.gebied_code and w.indeling = d.indeling
            where d.post_id = @id order by d.bedrag desc, d.gebied_code limit 20000
            """;

        await using var connection = await db.OpenConnectionAsync(ct);
        return (await connection.QueryAsync<PostDeelRow>(new(sql, new { id }, cancellationToken: ct))).AsList();
    }

    /// <summary>The same source row in every version of the dataset that is still in the database.</summary>
    public async Task<IReadOnlyList<PostVersieRow>> VersiesAsync(long id, CancellationToken ct)
    {
        const string sql = """
            select o.id, v.nummer as versie, v.status, v.geladen_op, o.bedrag
            from begrotingspost p join versie pv on pv.id = p.versie_id
            join versie v on v.dataset_id = pv.dataset_id and v.status in ('gepubliceerd', 'vervangen')
            join begrotingspost o on o.versie_id = v.id and o.bronsleutel = p.bronsleutel
            where p.id = @id order by v.nummer desc limit 50
            """;

        await using var connection = await db.OpenConnectionAsync(ct);
        return (await connection.QueryAsync<PostVersieRow>(new(sql, new { id }, cancellationToken: ct))).AsList();
    }
}
