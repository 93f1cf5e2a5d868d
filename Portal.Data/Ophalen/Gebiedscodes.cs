using Dapper;
using Npgsql;

namespace Portal.Data.Ophalen;

/// <summary>How the portal calls the areas of CBS, and since when they are what they are now.</summary>
internal sealed class Gebiedscodes(IReadOnlyDictionary<string, string> onze)
{
    private const string Sql = """
        select coalesce(cbs_code, code) as cbs, code from gebied_nu
        where coalesce(cbs_code, code) ~ '^(BU|WK|GM)[0-9]{4}' order by code
        """;

    public static async Task<Gebiedscodes> LeesAsync(NpgsqlDataSource db, CancellationToken ct)
    {
        await using var verbinding = await db.OpenConnectionAsync(ct);
        var codes = await verbinding.QueryAsync<(string Cbs, string Code)>(new(Sql, cancellationToken: ct));
        return new(codes.GroupBy(c => c.Cbs).ToDictionary(g => g.Key, g => g.First().Code));
    }

    /// <summary>
    /// Of what was read that which is of an area of now, with our code: an area that CBS changed is another than the
    /// one that had its code before.
    /// </summary>
    public Metingen Pas(Metingen gelezen)
    {
        var sinds = gelezen
            .Standen.Where(s => s.Anders)
            .GroupBy(s => s.Gebied)
            .ToDictionary(g => g.Key, g => g.Max(s => s.Jaar));
        bool Zelfde(string gebied, int jaar) =>
            onze.ContainsKey(gebied) && jaar >= sinds.GetValueOrDefault(gebied, int.MinValue);

        var meldingen = gelezen.Meldingen.ToList();
        Meld(
            gelezen.Cijfers.Where(c => !onze.ContainsKey(c.Gebied)).Select(c => c.Gebied),
            "gebieden van de bron bestaan nu niet (meer); hun cijfers zijn niet overgenomen",
            meldingen
        );
        Meld(
            gelezen.Cijfers.Where(c => onze.ContainsKey(c.Gebied) && !Zelfde(c.Gebied, c.Jaar)).Select(c => c.Gebied),
            "gebieden kregen een andere grens; hun cijfers van daarvoor zijn niet overgenomen",
            meldingen
        );
        return new(
            [.. gelezen.Cijfers.Where(c => Zelfde(c.Gebied, c.Jaar)).Select(c => c with { Gebied = onze[c.Gebied] })],
            [.. gelezen.Standen.Where(s => Zelfde(s.Gebied, s.Jaar))],
            meldingen
        );
    }

    private static void Meld(IEnumerable<string> gebieden, string zin, List<string> meldingen)
    {
        var codes = gebieden.Distinct().Order(StringComparer.Ordinal).ToList();
        if (codes.Count > 0)
        {
            meldingen.Add($"{codes.Count} {zin}: {Bestanden.Zin.Lijst(codes)}.");
        }
    }
}
