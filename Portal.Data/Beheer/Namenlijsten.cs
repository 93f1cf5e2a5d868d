using Dapper;

namespace Portal.Data.Beheer;

/// <summary>What a name means in texts: another name of an area, or no proof of a place.</summary>
public sealed record GebiedsnaamRow(
    int Rij,
    string Naam,
    string? Gebied,
    string? GebiedNaam,
    string? Reden,
    string? Stadsdeel
);

/// <summary>The names of areas that count now.</summary>
public sealed class Namenlijsten(BeheerBron bron)
{
    public async Task<IReadOnlyList<GebiedsnaamRow>> ListAsync(CancellationToken ct)
    {
        const string sql = """
            select n.rij, n.naam, n.gebied, (select g.naam from gebied_nu g where g.code = n.gebied
                order by g.indeling desc limit 1)
                   as gebied_naam, n.reden, n.stadsdeel
            from gebiedsnaam_nu n order by lower(n.naam), n.rij limit 5000
            """;

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        return (await connection.QueryAsync<GebiedsnaamRow>(new(sql, cancellationToken: ct))).AsList();
    }
}
