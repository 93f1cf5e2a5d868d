using Dapper;
using Npgsql;
using Portal.Data.Gebieden;

namespace Portal.Data.Begrotingen;

/// <summary>A name that is no proof of a place; with an area it counts in the rows of that area's stadsdeel.</summary>
public sealed record NaamZonderBewijsRow(string Naam, string Reden, string? Gebied);

/// <summary>How often a text that names a thing of a layer means it.</summary>
public sealed record PlaatsmetingRow(
    string Laag,
    string Titel,
    string Bron,
    DateOnly GemetenOp,
    int Gelezen,
    int Goed,
    decimal EuroGelezen,
    decimal EuroGoed,
    bool Telt
);

/// <summary>What the recognition of areas in texts needs, and what is said of it on /uitleg.</summary>
public sealed class HerkenningQueries(Lezing lezing)
{
    /// <summary>The newest measure of this municipality; null when it was not measured here.</summary>
    public async Task<HerkenningMeting?> MetingAsync(CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<HerkenningMeting>(new(MetingSql, cancellationToken: ct));
    }

    /// <summary>The layers of which names were measured in this municipality, also those that do not count.</summary>
    public async Task<IReadOnlyList<PlaatsmetingRow>> PlaatsmetingenAsync(CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        return (await connection.QueryAsync<PlaatsmetingRow>(new(PlaatsmetingenSql, cancellationToken: ct))).AsList();
    }

    /// <summary>The names that do not count, by reason.</summary>
    public async Task<ILookup<string, string>> ZonderBewijsAsync(CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        return (await connection.QueryAsync<NaamZonderBewijsRow>(new(ZonderBewijsSql, cancellationToken: ct))).ToLookup(
            n => n.Reden,
            n => n.Naam
        );
    }

    /// <summary>
    /// The recognition by the areas and names that are published now; <c>Melding</c> names the names whose area is
    /// gone.
    /// </summary>
    internal static async Task<(GebiedHerkenning Herkenning, string? Melding)> LeesAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction? transaction,
        BekendeGebieden bekend,
        CancellationToken ct,
        bool alleLagen = false
    )
    {
        var gebieden = await connection.QueryAsync<(string Code, string Soort, string Naam, string Boven)>(
            new(
                GebiedenSql,
                new { bekend.Indeling, Soorten = HerkenbaarGebied.Soorten },
                transaction,
                cancellationToken: ct
            )
        );
        var namen = (
            await connection.QueryAsync<(string Naam, string? Gebied, string? Reden, string? Stadsdeel)>(
                new(
                    "select naam, gebied, reden, stadsdeel from gebiedsnaam_nu order by rij",
                    transaction: transaction,
                    cancellationToken: ct
                )
            )
        ).AsList();
        var vervallen = namen.Where(n => n.Gebied is not null && bekend.OpCode(n.Gebied) is null).ToList();
        var melding =
            vervallen.Count == 0
                ? null
                : $"Deze namen tellen niet, want hun gebied bestaat niet in indeling {bekend.Indeling}: "
                    + $"{string.Join(", ", vervallen.Select(n => n.Naam))}.";
        return (
            new(
                [
                    .. gebieden.Select(g => new HerkenbaarGebied(
                        g.Code,
                        g.Soort,
                        g.Naam,
                        g.Boven.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    )),
                ],
                [
                    .. namen
                        .Except(vervallen)
                        .Select(n => new Gebiedsnaam(
                            n.Naam,
                            n.Gebied is null ? null : bekend.OpCode(n.Gebied)!.Value.Code,
                            n.Reden,
                            n.Stadsdeel
                        )),
                ],
                await Plaatsnamen.LeesAsync(connection, transaction, bekend.Indeling, alleLagen, ct)
            ),
            melding
        );
    }

    private const string MetingSql = """
        select m.gemeente, m.bron, m.gemeten_op, m.indeling, m.gelezen, m.goed, m.euro_gelezen, m.euro_goed,
            m.te_vinden, m.gevonden
        from herkenning_meting_nu m join gebied_nu s on s.soort = 'stad' and s.code = m.gemeente
        order by m.versie_id desc limit 1
        """;

    private const string PlaatsmetingenSql = """
        select m.laag, coalesce(d.titel, m.laag) as titel, m.bron, m.gemeten_op, m.gelezen, m.goed, m.euro_gelezen,
            m.euro_goed, m.telt
        from plaatsmeting_nu m join gebied_nu s on s.soort = 'stad' and s.code = m.gemeente
        left join dataset d on d.code = m.laag order by m.telt desc, titel limit 100
        """;

    private const string ZonderBewijsSql = """
        select n.naam, n.reden, n.gebied from gebiedsnaam_nu n where n.reden is not null order by n.reden, n.naam
            limit 1000
        """;

    private const string GebiedenSql = """
        select g.code, g.soort, g.naam,
               coalesce((select string_agg(b.boven_code, ' ') from gebied_boven b
                         where b.indeling = g.indeling and b.code = g.code and b.boven_code <> g.code
                             and b.boven_soort <> 'stad'), '') as boven
        from gebied_gepubliceerd g join versie v on v.id = g.versie_id join dataset d on d.id = v.dataset_id
        where g.indeling = @Indeling and g.soort = any (@Soorten) and not d.voorbeeld
        order by g.code
        """;
}
