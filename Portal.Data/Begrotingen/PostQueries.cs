using System.Globalization;
using System.Runtime.CompilerServices;
using Dapper;
using Npgsql;

namespace Portal.Data.Begrotingen;

/// <summary>Which posts, as it stands in the URL.</summary>
/// <param name="Gebied">Code of an area of any kind: everything in it; of a divided post only its part.</param>
/// <param name="Zoek">Words in project, description, scheme or recipient (Dutch full-text search).</param>
/// <param name="Ontvanger">A part of the recipient's name.</param>
/// <param name="Van">Lowest amount in euros; <paramref name="Tot"/> the highest.</param>
/// <param name="Sorteer"><c>hoog</c> (default) or <c>laag</c>.</param>
/// <param name="Na">The last row of the page before, as amount and id: <c>1234.56~789</c>.</param>
public sealed record PostFilter(
    int? Jaar, string? Fase, string? Programma, string? Bl, string? Tel, string? Gebied, string? Taakveld, string? Zoek, string? Ontvanger, decimal? Van, decimal? Tot, string? Sorteer, string? Na)
{
    public BegrotingFilter Begroting => new(Jaar, Fase, Programma, Bl, Tel);
}

/// <summary>One post with the amount that counts in the view.</summary>
public sealed record PostLijstRow(
    long Id, string Bronsleutel, int Jaar, string Fase, string Bl, string? Programma, string? Taakveld, string Toerekening, string? Herkend, string? Sleutel, string? GebiedSoort, string? GebiedCode, string? Gebied,
    string? Project, string? Omschrijving, string? Regeling, string? Ontvanger, decimal Bedrag, decimal HeleBedrag, string Dataset, int Versie, int Rij);

/// <summary>The sum and number of what is shown.</summary>
public sealed record PostTotaal(long Aantal, decimal? Bedrag);

/// <summary>Everything about one post: what it is, how it was attributed and the row as delivered.</summary>
public sealed record PostDetail(
    long Id, string Bronsleutel, int Jaar, string Fase, string Bl, string? Programma, string? ProgrammaNaam, string? Taakveld, string? Categorie, string? Beleidsterrein, string Toerekening, string? Herkend, string? Sleutel,
    string? GebiedSoort, string? GebiedCode, string? Gebied, string? Project, string? Omschrijving, string? Regeling, string? Ontvanger, decimal? Bedrag, decimal? Aangevraagd, decimal? Vastgesteld, DateOnly? Peildatum,
    string? Bron, int Rij, string Dataset, string DatasetCode, bool Voorbeeld, int Versie, string Status, string Bestand, string Sha256, DateTime GeladenOp, string GeladenDoor, string Licentie);

/// <summary>What a key gave one buurt of a post.</summary>
public sealed record PostDeelRow(string Code, string Naam, decimal? Gewicht, decimal Bedrag);

/// <summary>The same row of the source in another version.</summary>
public sealed record PostVersieRow(long Id, int Versie, string Status, DateTime GeladenOp, decimal? Bedrag);

public sealed class PostQueries(NpgsqlDataSource db)
{
    private const string Van = """
        from (
            select p.*, f.hele_bedrag,
                   case when @Gebied::text is null or @HeleStad or p.toerekening <> 'sleutel' then f.hele_bedrag
                        else (select sum(d.bedrag) from postdeel d join gebied_boven b on b.indeling = d.indeling and b.code = d.gebied_code
                              where d.post_id = p.id and b.boven_code = @Gebied) end as telt
            from begrotingspost_nu p
            cross join lateral (select case @Fase when 'aangevraagd' then p.aangevraagd when 'vastgesteld' then p.vastgesteld else p.bedrag end as hele_bedrag) f
            where p.jaar = @Jaar and p.bl = @Bl and p.fase = case when @Fase in ('aangevraagd', 'vastgesteld') then 'verleend' else @Fase end
              and f.hele_bedrag is not null
              and (@Programma::text is null or p.programma_code = @Programma)
              and (@Taakveld::text is null or p.taakveld = @Taakveld)
              and (@Tel = 'alles' or (p.toerekening <> 'sleutel' and (@Tel = 'afgeleid' or p.toerekening <> 'afgeleid')))
              and (@Zoek::text is null or p.zoek @@ websearch_to_tsquery('dutch', @Zoek))
              and (@Ontvanger::text is null or p.ontvanger ilike '%' || @Ontvanger || '%')
              and (@Gebied::text is null or @HeleStad
                   or exists (select from gebied_boven b where b.indeling = p.indeling and b.code = p.gebied_code and b.boven_code = @Gebied)
                   or (p.toerekening = 'sleutel' and exists (select from postdeel d join gebied_boven b on b.indeling = d.indeling and b.code = d.gebied_code
                                                             where d.post_id = p.id and b.boven_code = @Gebied)))) s
        left join gebied_nu g on g.code = s.gebied_code and g.indeling = s.indeling
        where (@Van::numeric is null or s.telt >= @Van) and (@Tot::numeric is null or s.telt <= @Tot)
        """;

    private const string Select = """
        select s.id, s.bronsleutel, s.jaar::int, @Fase as fase, s.bl::text, s.programma_code as programma, s.taakveld, s.toerekening, s.herkend, s.sleutel, s.gebied_soort, s.gebied_code, g.naam as gebied,
               s.project, s.omschrijving, s.regeling, s.ontvanger, s.telt as bedrag, s.hele_bedrag, s.dataset, s.versie, s.rij
        """;

    /// <summary>A page of posts; the next one starts after the last row (keyset, so page 1000 is as fast as page 1).</summary>
    public async Task<IReadOnlyList<PostLijstRow>> ListAsync(PostFilter filter, BegrotingKeuze keuze, bool heleStad, int aantal, CancellationToken ct)
    {
        const string hoog = $"{Select} {Van} and (@NaBedrag::numeric is null or (s.telt, s.id) < (@NaBedrag, @NaId)) order by s.telt desc, s.id desc limit @aantal";
        const string laag = $"{Select} {Van} and (@NaBedrag::numeric is null or (s.telt, s.id) > (@NaBedrag, @NaId)) order by s.telt, s.id limit @aantal";

        var parameters = Parameters(filter, keuze, heleStad);
        parameters.Add("aantal", aantal);
        await using var connection = await db.OpenConnectionAsync(ct);
        return (await connection.QueryAsync<PostLijstRow>(new(filter.Sorteer == "laag" ? laag : hoog, parameters, cancellationToken: ct))).AsList();
    }

    public async Task<PostTotaal> TotaalAsync(PostFilter filter, BegrotingKeuze keuze, bool heleStad, CancellationToken ct)
    {
        const string sql = $"select count(*) as aantal, sum(s.telt) as bedrag {Van}";

        await using var connection = await db.OpenConnectionAsync(ct);
        return await connection.QuerySingleAsync<PostTotaal>(new(sql, Parameters(filter, keuze, heleStad), cancellationToken: ct));
    }

    /// <summary>All posts of the view, one at a time: memory stays flat however many there are.</summary>
    public async IAsyncEnumerable<PostLijstRow> StroomAsync(PostFilter filter, BegrotingKeuze keuze, bool heleStad, [EnumeratorCancellation] CancellationToken ct)
    {
        const string sql = $"{Select} {Van} order by s.id";

        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.ExecuteAsync("set local statement_timeout = '120s'", transaction: transaction);
        await using var reader = await connection.ExecuteReaderAsync(new(sql, Parameters(filter, keuze, heleStad), transaction, commandTimeout: 150, cancellationToken: ct));
        var lees = reader.GetRowParser<PostLijstRow>();
        while (await reader.ReadAsync(ct))
        {
            yield return lees(reader);
        }
    }

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

    private static DynamicParameters Parameters(PostFilter filter, BegrotingKeuze keuze, bool heleStad)
    {
        var na = filter.Na?.Split('~');
        var parameters = new DynamicParameters(new
        {
            keuze.Jaar, keuze.Fase, keuze.Programma, keuze.Bl, keuze.Tel, Gebied = Leeg(filter.Gebied), HeleStad = heleStad, Taakveld = Leeg(filter.Taakveld), Zoek = Leeg(filter.Zoek),
            Ontvanger = Leeg(filter.Ontvanger), filter.Van, filter.Tot,
            NaBedrag = na is null ? null : (decimal?)decimal.Parse(na[0], CultureInfo.InvariantCulture), NaId = na is null ? 0 : long.Parse(na[1], CultureInfo.InvariantCulture),
        });
        return parameters;
    }

    private static string? Leeg(string? tekst) => string.IsNullOrWhiteSpace(tekst) ? null : tekst.Trim();
}
