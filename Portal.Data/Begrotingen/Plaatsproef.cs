using Dapper;
using Npgsql;
using Portal.Data.Gebieden;

namespace Portal.Data.Begrotingen;

/// <summary>A post whose text names a thing of a layer, for somebody to read.</summary>
/// <param name="Gebied">The area that follows from the place.</param>
/// <param name="Tekst">The words by which it was found.</param>
public sealed record Proefplaats(
    string Post,
    string Titel,
    string Stadsdeel,
    decimal? Bedrag,
    string Plaats,
    string Laag,
    string Gebied,
    string Tekst
);

/// <summary>
/// What would get a place if the names of every layer counted: to be read, and so measured, before any of them does.
/// </summary>
public sealed class Plaatsproef(NpgsqlDataSource db)
{
    /// <exception cref="ImportFout">There are no real areas yet.</exception>
    public async Task<IReadOnlyList<Proefplaats>> LijstAsync(CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var gebieden = await BekendeGebieden.LeesAsync(connection, null, ct);
        var (herkenning, _) = await HerkenningQueries.LeesAsync(connection, null, gebieden, ct, alleLagen: true);
        var posten = await connection.QueryAsync<(
            string Post,
            string Titel,
            string Code,
            string Stadsdeel,
            decimal? Bedrag
        )>(new(Sql, new { gebieden.Indeling }, commandTimeout: 0, cancellationToken: ct));
        return
        [
            .. from p in posten
            let gevonden = herkenning.VindMetPlek(p.Code, p.Titel)
            let plek = gevonden?.Plek
            where plek is not null
            select new Proefplaats(
                p.Post,
                p.Titel,
                p.Stadsdeel,
                p.Bedrag,
                plek.Naam,
                plek.Laag,
                gevonden.Gebied.Naam,
                gevonden.Tekst
            ),
        ];
    }

    // Of a row of the whole city that was recognised in a stadsdeel no place is looked for
    private const string Sql = """
        select p.bronsleutel, p.project, s.code, s.naam, p.bedrag
        from begrotingspost_nu p
        join gebied_boven b on b.indeling = p.indeling and b.code = p.gebied_code and b.boven_soort = 'stadsdeel'
        join gebied_nu s on s.code = b.boven_code and s.indeling = b.indeling
        where p.fase = 'verleend' and p.indeling = @Indeling and p.ontvanger_soort = 'organisatie'
            and p.project is not null
          and exists (select from json_each_text(p.bron) r
              where lower(r.key) = 'organisatieonderdeel' and r.value ~* '^stads(deel|gebied) ')
        order by p.bedrag desc nulls last, p.bronsleutel
        """;
}
