using System.Runtime.CompilerServices;
using Dapper;
using Npgsql;
using Portal.Data.Uitvoer;

namespace Portal.Data.Begrotingen;

/// <summary>One post with the amount that counts in the view.</summary>
public sealed record PostLijstRow
{
    public long Id { get; init; }
    public required string Bronsleutel { get; init; }
    public int Jaar { get; init; }
    public required string Fase { get; init; }
    public required string Bl { get; init; }
    public string? Programma { get; init; }
    public string? Taakveld { get; init; }
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
    public decimal Bedrag { get; init; }
    public decimal HeleBedrag { get; init; }
    public DateOnly? Peildatum { get; init; }
    public required string JaarBasis { get; init; }
    public int? VoorVan { get; init; }
    public int? VoorTot { get; init; }
    public string? VoorTekst { get; init; }
    public required string Dataset { get; init; }
    public required string DatasetCode { get; init; }
    public int Versie { get; init; }
    public int Rij { get; init; }

    /// <summary>What it is for; null when the source does not say.</summary>
    public string? Titel => Project ?? Omschrijving ?? Regeling;

    /// <summary>Where the post can be cited, for ever.</summary>
    public string Adres => PostAdres.Van(DatasetCode, Versie, Bronsleutel);
}

/// <summary>The sum and number of what is shown.</summary>
/// <param name="Nul">How many are € 0.</param>
/// <param name="Duplicaten">How many call themselves a duplicate, and <paramref name="Duplicaat"/> their sum.</param>
public sealed record PostTotaal(
    long Aantal,
    decimal? Bedrag,
    long Nul = 0,
    long Duplicaten = 0,
    decimal? Duplicaat = null
);

public sealed class PostQueries(Lezing lezing)
{
    private const string Select = """
        select s.id, s.bronsleutel, s.jaar::int, @Fase as fase, s.bl::text, s.programma_code as programma, s.taakveld, s.toerekening, s.herkend, s.sleutel, s.gebied_soort, s.gebied_code, g.naam as gebied,
               s.project, s.omschrijving, s.regeling, s.ontvanger, s.telt as bedrag, s.hele_bedrag, s.peildatum, s.jaar_basis, s.voor_van::int, s.voor_tot::int, s.voor_tekst, s.dataset, s.dataset_code, s.versie, s.rij
        """;

    private const string Naam = "lower(coalesce(s.project, s.omschrijving, s.regeling, ''))";
    private const string Ontvanger = "lower(coalesce(s.ontvanger, ''))";
    private const string Vorige = "from begrotingspost s where s.id = @NaId";

    private const string HoogSql =
        $"{Select} {PostSql.Van} and (@NaId::bigint is null or (s.telt, s.id) < (@NaBedrag, @NaId)) order by "
        + "s.telt desc, s.id desc limit @aantal";
    private const string LaagSql =
        $"{Select} {PostSql.Van} and (@NaId::bigint is null or (s.telt, s.id) > (@NaBedrag, @NaId)) order by "
        + "s.telt, s.id limit @aantal";
    private const string NaamSql =
        $"{Select} {PostSql.Van} and (@NaId::bigint is null or ({Naam}, s.id) > (select {Naam}, s.id {Vorige})) "
        + $"order by {Naam}, s.id limit @aantal";
    private const string OntvangerSql =
        $"{Select} {PostSql.Van} and (@NaId::bigint is null or ({Ontvanger}, s.id) > (select {Ontvanger}, s.id "
        + $"{Vorige})) order by {Ontvanger}, s.id limit @aantal";

    /// <summary>
    /// A page of posts; the next one starts after the last row (keyset, so page 1000 is as fast as page 1).
    /// </summary>
    public async Task<IReadOnlyList<PostLijstRow>> ListAsync(PostKeuze keuze, int aantal, CancellationToken ct)
    {
        var sql = keuze.Sorteer switch
        {
            "laag" => LaagSql,
            "naam" => NaamSql,
            "ontvanger" => OntvangerSql,
            _ => HoogSql,
        };
        var parameters = new DynamicParameters(PostSql.Parameters(keuze));
        parameters.Add("aantal", aantal);
        var connection = await lezing.OpenAsync(ct);
        return (await connection.QueryAsync<PostLijstRow>(new(sql, parameters, cancellationToken: ct))).AsList();
    }

    public async Task<PostTotaal> TotaalAsync(PostKeuze keuze, CancellationToken ct)
    {
        const string sql = $"""
            select count(*) as aantal, sum(s.telt) as bedrag, count(*) filter (where s.telt = 0) as nul,
                   count(*) filter (where {Duplicaat.Sql}) as duplicaten,
                   sum(s.telt) filter (where {Duplicaat.Sql}) as duplicaat
            {PostSql.Van}
            """;

        var connection = await lezing.OpenAsync(ct);
        return await connection.QuerySingleAsync<PostTotaal>(
            new(sql, PostSql.Parameters(keuze), cancellationToken: ct)
        );
    }

    /// <summary>
    /// All posts of the view, one at a time: memory stays flat however many there are. For a download
    /// (<see cref="DownloadBron"/>).
    /// </summary>
    public async IAsyncEnumerable<PostLijstRow> StroomAsync(
        PostKeuze keuze,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        const string sql = $"{Select} {PostSql.Van} order by s.id";

        var connection = await lezing.OpenAsync(ct);
        await using var reader = await connection.ExecuteReaderAsync(
            new(sql, PostSql.Parameters(keuze), cancellationToken: ct)
        );
        var lees = reader.GetRowParser<PostLijstRow>();
        while (await reader.ReadAsync(ct))
        {
            yield return lees(reader);
        }
    }

    private static readonly string CsvSql =
        $"copy (select {string.Join(", ", PostKolom.Alle.Select(k => $"{k.Sql} as {k.Naam}"))} {PostSql.Van} "
        + "order by s.id) to stdout (format csv, header)";

    // As a Dutch spreadsheet opens it by a double click
    private static readonly string ExcelSql =
        $"copy (select {string.Join(", ", PostKolom.Alle.Select(k => k.Soort == "decimal" ? $"replace(({k.Sql})::text, '.', ',') as {k.Naam}" : $"{k.Sql} as {k.Naam}"))} {PostSql.Van} order by s.id) to stdout (format csv, header, delimiter ';')";

    /// <summary>
    /// The same with semicolons, a decimal comma and a byte order mark, for a Dutch spreadsheet. For a download.
    /// </summary>
    public async Task KopieerVoorExcelAsync(PostKeuze keuze, Stream naar, CancellationToken ct)
    {
        await naar.WriteAsync(System.Text.Encoding.UTF8.Preamble.ToArray(), ct);
        var connection = await lezing.OpenAsync(ct);
        var sql = await Kopieeropdracht.MaakAsync(connection, ExcelSql, PostSql.Parameters(keuze), ct);
        await Kopieeropdracht.StroomAsync(connection, sql, naar, ct);
    }

    /// <summary>
    /// All posts of the view as CSV (comma, UTF-8, LF, header), written as PostgreSQL makes it: memory stays flat. For
    /// a download.
    /// </summary>
    public async Task KopieerAsync(PostKeuze keuze, Stream naar, CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        var sql = await Kopieeropdracht.MaakAsync(connection, CsvSql, PostSql.Parameters(keuze), ct);
        await Kopieeropdracht.StroomAsync(connection, sql, naar, ct);
    }
}
