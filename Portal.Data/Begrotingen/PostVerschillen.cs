using Dapper;

namespace Portal.Data.Begrotingen;

/// <summary>The posts that differ between two versions: how many, and the ones with the largest difference.</summary>
public sealed record Verschillen(VersieAantallen Aantallen, IReadOnlyList<PostVerschilRow> Posten);

/// <summary>
/// The difference between any two versions: by the database while it has the rows of both, else from the archived
/// deliveries. The rule is one: <see cref="PostRij.Inhoud"/>.
/// </summary>
public sealed class PostVerschillen(Lezing lezing, VersieQueries queries, PostArchief archief)
{
    /// <returns>Null when a delivery is neither in the database nor in the archive.</returns>
    public async Task<Verschillen?> LeesAsync(
        string dataset,
        VersieRow was,
        VersieRow werd,
        int aantal,
        CancellationToken ct
    )
    {
        if (was.MetPosten && werd.MetPosten)
        {
            return new(
                await queries.AantallenAsync(was.Id, werd.Id, ct),
                await queries.VerschillenAsync(was.Id, werd.Id, aantal, ct).ToListAsync(ct)
            );
        }
        return await PostenAsync(dataset, was, ct) is { } oud && await PostenAsync(dataset, werd, ct) is { } nieuw
            ? Vergelijk(oud, nieuw, aantal)
            : null;
    }

    private static Verschillen Vergelijk(Dictionary<string, Post> oud, Dictionary<string, Post> nieuw, int aantal)
    {
        var erbij = nieuw
            .Values.Where(n => !oud.ContainsKey(n.Bronsleutel))
            .Select(n => Rij("erbij", null, n))
            .ToList();
        var weg = oud.Values.Where(o => !nieuw.ContainsKey(o.Bronsleutel)).Select(o => Rij("weg", o, null)).ToList();
        var anders = nieuw
            .Values.Where(n => oud.TryGetValue(n.Bronsleutel, out var o) && o.Inhoud != n.Inhoud)
            .Select(n => Rij("anders", oud[n.Bronsleutel], n))
            .ToList();
        var posten = erbij
            .Concat(weg)
            .Concat(anders)
            .OrderByDescending(v => Math.Abs((v.Werd ?? 0) - (v.Was ?? 0)))
            .ThenBy(v => v.Bronsleutel, StringComparer.Ordinal)
            .Take(aantal);
        return new(new(erbij.Count, weg.Count, anders.Count), [.. posten]);
    }

    private static PostVerschilRow Rij(string soort, Post? was, Post? werd)
    {
        var p = werd ?? was!;
        return new(
            soort,
            p.Bronsleutel,
            p.Jaar,
            p.Fase,
            p.Bl,
            p.Programma,
            p.Gebied,
            p.Titel,
            was?.Bedrag,
            werd?.Bedrag
        );
    }

    private async Task<Dictionary<string, Post>?> PostenAsync(string dataset, VersieRow versie, CancellationToken ct)
    {
        if (!versie.MetPosten)
        {
            return (await archief.LeesAsync(lezing, dataset, versie.Bestand, versie.Sha256, ct))
                ?.Values.Select(Van)
                .ToDictionary(p => p.Bronsleutel);
        }
        var connection = await lezing.OpenAsync(ct);
        return (
            await connection.QueryAsync<Post>(new(PostenSql, new { versie.Id }, cancellationToken: ct))
        ).ToDictionary(p => p.Bronsleutel);
    }

    private static Post Van(PostRij p) =>
        new(
            p.Bronsleutel,
            p.Jaar,
            p.Fase,
            p.Bl,
            p.ProgrammaCode,
            p.GebiedCode,
            p.Project ?? p.Omschrijving ?? p.Regeling ?? "Zonder omschrijving",
            p.Bedrag,
            p.Inhoud
        );

    private sealed record Post(
        string Bronsleutel,
        int Jaar,
        string Fase,
        string Bl,
        string? Programma,
        string? Gebied,
        string Titel,
        decimal? Bedrag,
        string Inhoud
    );

    private const string PostenSql = """
        select bronsleutel, jaar::int, fase, bl::text, programma_code as programma, gebied_code as gebied,
            coalesce(project, omschrijving, regeling, 'Zonder omschrijving') as titel, bedrag, inhoud
        from begrotingspost where versie_id = @Id
        """;
}
