using Dapper;
using Npgsql;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;

namespace Portal.Data.Gebieden;

/// <summary>The real areas of the newest division, for imports that refer to them.</summary>
public sealed class BekendeGebieden
{
    private readonly Dictionary<string, (string Code, string Soort)> _opCode = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _stadsdelen = [];
    private readonly ILookup<(string Soort, string Naam), string> _opNaam;
    private readonly ILookup<string, string> _buurten;
    private readonly Dictionary<string, string> _wijken;

    private BekendeGebieden(short indeling, IReadOnlyList<Rij> rijen)
    {
        Indeling = indeling;
        foreach (var rij in rijen)
        {
            _opCode[rij.Code] = (rij.Code, rij.Soort);
            foreach (var ook in new[] { rij.CbsCode, rij.Identificatie }.OfType<string>())
            {
                _opCode[ook] = (rij.Code, rij.Soort);
            }
            if (rij.Soort == "stadsdeel")
            {
                _stadsdelen[Tekst.Kaal(rij.Naam)] = rij.Code;
            }
        }
        _opNaam = rijen.ToLookup(r => (r.Soort, Tekst.Kaal(r.Naam)), r => r.Code);
        _wijken = rijen
            .Where(r => r.Soort == "buurt" && r.WijkCode is not null)
            .ToDictionary(r => r.Code, r => r.WijkCode!);
        _buurten = _wijken.ToLookup(b => b.Value, b => b.Key);
        Wijken = [.. rijen.Where(r => r.Soort == "wijk").Select(r => r.Code)];
        WijkenVan = Groter(rijen, _wijken);
    }

    public short Indeling { get; }

    public IReadOnlyList<string> Wijken { get; }

    /// <summary>Of each gebied and stadsdeel that is made of whole wijken, which those are.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> WijkenVan { get; }

    public IReadOnlyList<string> BuurtenVan(string wijk) => [.. _buurten[wijk]];

    public string? WijkVan(string buurt) => _wijken.GetValueOrDefault(buurt);

    private static Dictionary<string, IReadOnlyList<string>> Groter(
        IReadOnlyList<Rij> rijen,
        Dictionary<string, string> wijken
    )
    {
        (string Code, string? Groter)[] boven =
        [
            .. rijen.Select(r => (r.Code, r.Gebied)),
            .. rijen.Select(r => (r.Code, r.Stadsdeel)),
        ];
        var wijk = rijen.Where(r => r.Soort == "wijk").Select(r => r.Code).ToHashSet();
        return boven
            .Where(b => b.Groter is not null)
            .GroupBy(b => b.Groter!, b => b.Code)
            .Where(g =>
                g.ToHashSet() is var delen
                && g.All(code => !wijken.TryGetValue(code, out var van) || delen.Contains(van))
            )
            .ToDictionary(g => g.Key, IReadOnlyList<string> (g) => [.. g.Where(wijk.Contains)]);
    }

    /// <summary>By our code, that of CBS, the identificatie, or the four digits of a municipality.</summary>
    public (string Code, string Soort)? OpCode(string code) =>
        _opCode.TryGetValue(code.Trim(), out var gebied) || _opCode.TryGetValue($"GM{code.Trim()}", out gebied)
            ? gebied
            : null;

    /// <summary>The one area of a kind with this name; null when there is none, or more than one.</summary>
    public string? OpNaam(string soort, string naam) =>
        _opNaam[(soort, Tekst.Kaal(naam))].ToList() is [var code] ? code : null;

    public string? StadsdeelBijNaam(string naam) => _stadsdelen.GetValueOrDefault(Tekst.Kaal(naam));

    /// <exception cref="ImportFout">There are no real areas yet.</exception>
    public static Task<BekendeGebieden> LeesAsync(Lading lading, CancellationToken ct) =>
        LeesAsync(lading.Db, lading.Transactie, ct);

    /// <exception cref="ImportFout">There are no real areas yet.</exception>
    public static async Task<BekendeGebieden> LeesAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction? transaction,
        CancellationToken ct
    )
    {
        var rijen = (
            await connection.QueryAsync<Rij>(new(Sql, transaction: transaction, cancellationToken: ct))
        ).AsList();
        return rijen.Count > 0
            ? new(rijen[0].Indeling, rijen)
            : throw new ImportFout(
                "Er zijn nog geen echte gebieden geladen. Laad eerst gebieden: portal import gebieden "
                    + "BESTAND --indeling JAAR."
            );
    }

    private sealed record Rij(
        short Indeling,
        string Soort,
        string Code,
        string? CbsCode,
        string? Identificatie,
        string Naam,
        string? WijkCode,
        string? Stadsdeel,
        string? Gebied
    );

    private const string Sql = """
        select g.indeling, g.soort, g.code, g.cbs_code, g.identificatie, g.naam,
               (select b.boven_code from gebied_boven b where b.indeling = g.indeling and b.code = g.code
                   and b.boven_soort = 'wijk') as wijk_code,
               (select b.boven_code from gebied_boven b where b.indeling = g.indeling and b.code = g.code
                   and b.boven_soort = 'stadsdeel') as stadsdeel,
               (select b.boven_code from gebied_boven b where b.indeling = g.indeling and b.code = g.code
                   and b.boven_soort = 'gebied') as gebied
        from gebied_gepubliceerd g join versie v on v.id = g.versie_id join dataset d on d.id = v.dataset_id
        where not d.voorbeeld
          and g.indeling = (select max(i.indeling) from gebied_gepubliceerd i join versie iv on iv.id = i.versie_id
              join dataset id on id.id = iv.dataset_id where not id.voorbeeld)
        order by g.code
        """;
}
