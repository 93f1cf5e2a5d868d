using Dapper;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;

namespace Portal.Data.Indicatoren;

/// <summary>An area that a figure can be of, in its division.</summary>
public sealed record Meetgebied(string Code, short Indeling, string Soort, string Naam);

/// <summary>The areas of every division that is published, by each code that a delivery may call them by.</summary>
public sealed class Meetgebieden
{
    private readonly ILookup<string, Meetgebied> _opCode;
    private readonly List<Meetgebied> _steden;

    private Meetgebieden(IReadOnlyList<Rij> rijen)
    {
        _opCode = rijen
            .SelectMany(r =>
                new[] { r.Code, r.CbsCode, r.Identificatie }
                    .OfType<string>()
                    .Distinct()
                    .Select(c => (Sleutel: c.ToUpperInvariant(), Gebied: Van(r)))
            )
            .ToLookup(r => r.Sleutel, r => r.Gebied);
        _steden = [.. rijen.Where(r => r.Soort == Gebiedsoorten.Stad).Select(Van)];
    }

    private static Meetgebied Van(Rij r) => new(r.Code, r.Indeling, r.Soort, r.Naam);

    /// <param name="indeling">The division that the code is of; null: the newest that knows it.</param>
    public Meetgebied? Vind(string code, short? indeling) =>
        (code == Bbga.Stad ? _steden : _opCode[code.Trim().ToUpperInvariant()])
            .Where(g => indeling is null || g.Indeling == indeling)
            .MaxBy(g => g.Indeling);

    /// <summary>Which areas make up which, of each kind below: what could be worked out from a total.</summary>
    public static async Task<IReadOnlyList<Familie>> FamiliesAsync(Lading lading, CancellationToken ct)
    {
        const string sql = """
            select b.indeling, b.boven_code as geheel, array_agg(distinct b.code) as delen
            from gebied_boven b join gebied_gepubliceerd g on g.code = b.code and g.indeling = b.indeling
            where b.code <> b.boven_code group by b.indeling, b.boven_code, g.soort order by 1, 2 limit 100000
            """;

        return
        [
            .. (
                await lading.Db.QueryAsync<(short Indeling, string Geheel, string[] Delen)>(
                    new(sql, transaction: lading.Transactie, cancellationToken: ct)
                )
            ).Select(f => new Familie(f.Indeling, f.Geheel, f.Delen)),
        ];
    }

    public static async Task<Meetgebieden> LeesAsync(Lading lading, CancellationToken ct)
    {
        const string sql = """
            select indeling, soort, code, cbs_code, identificatie, naam from gebied_gepubliceerd
            order by indeling, code limit 200000
            """;

        return new(
            (await lading.Db.QueryAsync<Rij>(new(sql, transaction: lading.Transactie, cancellationToken: ct))).AsList()
        );
    }

    private sealed record Rij(
        short Indeling,
        string Soort,
        string Code,
        string? CbsCode,
        string? Identificatie,
        string Naam
    );
}
