using Dapper;
using Npgsql;
using Portal.Data.Oordelen;

namespace Portal.Data.Registers;

/// <summary>
/// Takes texts that were judged to name a person out of the rows of every register, in every version.
/// </summary>
internal static class RegisterOordelen
{
    /// <param name="personen">The texts, as <see cref="Oordelen.Oordelen.Gelijk"/> writes them.</param>
    public static async Task PasToeAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        string[] personen,
        CancellationToken ct
    )
    {
        foreach (var (tabel, kolom) in Teksten())
        {
            await connection.ExecuteAsync(
                new(
                    $"""
                    update {tabel} set {kolom} = @masker, inhoud = ''
                    where {IsEen(kolom)}
                    """,
                    new { personen, masker = Masker.Titel },
                    transaction,
                    commandTimeout: 0,
                    cancellationToken: ct
                )
            );
        }
        await connection.ExecuteAsync(
            new(
                KenmerkenSql,
                new { personen, masker = Masker.Titel },
                transaction,
                commandTimeout: 0,
                cancellationToken: ct
            )
        );
    }

    /// <summary>Whether a text is one of <c>@personen</c>, whatever its capitals and spaces.</summary>
    internal static string IsEen(string tekst) =>
        $@"regexp_replace(lower(trim({tekst})), '\s+', ' ', 'g') = any (@personen)";

    // Of a layer any column may hold it.
    private const string KenmerkenSql = """
        update laagobject l set inhoud = '', kenmerken = (
            select jsonb_object_agg(k, case when regexp_replace(lower(trim(w #>> '{}')), '\s+', ' ',
                'g') = any (@personen) then to_jsonb(@masker) else w end)
            from jsonb_each(l.kenmerken) e(k, w))
        where exists (select from jsonb_each_text(l.kenmerken) e(k, w)
            where regexp_replace(lower(trim(w)), '\s+', ' ', 'g') = any (@personen))
        """;

    internal static IEnumerable<(string Tabel, string Kolom)> Teksten() =>
        from onderwerp in Onderwerpen.Alle
        from tabel in onderwerp.Tabellen
        where tabel.Leven == Datasets.Leven.PerRij
        from kolom in onderwerp
            .Collecties.SelectMany(c => c.Kolommen)
            .Where(k => k.Vrij)
            .Select(k => k.Naam)
            .Prepend("titel")
        select (tabel.Naam, kolom);
}
