using Dapper;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Registers;

namespace Portal.Data.Gebieden;

/// <summary>A version that was taken back.</summary>
/// <param name="Status">What it was: gepubliceerd, vervangen or concept.</param>
public sealed record Teruggenomen(string Code, int Nummer, string Status, int Rijen)
{
    /// <summary>The version that counts since; null: none does.</summary>
    public int? Nu { get; init; }

    public override string ToString() =>
        $"{Code} versie {Nummer}, {Zin.Rijen(Rijen)}"
        + Status switch
        {
            "gepubliceerd" => Nu is null ? "; daarna geldt er geen" : $"; daarna geldt versie {Nu}",
            "concept" => " (concept: wordt weggegooid)",
            _ => $" ({Status})",
        };
}

/// <summary>
/// Takes back areas, names of areas, inhabitants or a key, with all that was made by them; what rests on what is
/// decided in docs/decisions/0020. It is done at once: a caller that only wanted to know rolls back.
/// </summary>
internal sealed class Terugname(Publicatie publicatie, Lading lading)
{
    private sealed record Versie(
        int Id,
        int DatasetId,
        string Code,
        int Nummer,
        string Status,
        int Rijen,
        string? Soort
    );

    private readonly List<Versie> _weg = [];
    private readonly Dictionary<int, int?> _nu = [];

    /// <exception cref="ImportFout">The version was built, and goes with what it was built from.</exception>
    public async Task<IReadOnlyList<Teruggenomen>> VoerUitAsync(CancellationToken ct)
    {
        await DoeAsync(TerugnameSql.Tijdelijk, new { }, ct);
        await EisGeleverdAsync(ct);
        var getoond = await LeesAsync<short?>("select max(indeling) from gebied_gepubliceerd", ct);
        await TrekInAsync([lading.VersieId], "Deze levering is teruggehaald.", ct);
        if (_weg[0].Soort is null)
        {
            _nu[_weg[0].DatasetId] = await HerstelAsync(_weg[0]); // names: what is built anew is called by them
        }
        await TrekAllesInAsync(TerugnameSql.RustGebouwd, new { }, ct);
        await HerstelGebiedenAsync(ct);

        await DoeAsync(TerugnameSql.Gebieden, new { }, ct);
        await TrekAllesInAsync(TerugnameSql.Rust, new { getoond }, ct);
        foreach (var versie in _weg.Skip(1).Where(v => v.Soort is null && v.Status == "gepubliceerd"))
        {
            _nu[versie.DatasetId] =
                await RegisterVersies.ZetTerugAsync(lading.Db, versie.DatasetId, versie.Id)
                ?? await HerstelAsync(versie);
        }
        foreach (var dataset in _weg.Select(v => v.DatasetId).Distinct())
        {
            await DoeAsync(PublicatieSql.Omschrijf, new { datasetId = dataset }, ct);
        }
        await GebiedOpbouw.OrdenAsync(lading, ct);
        return
        [
            .. _weg.Select(v => new Teruggenomen(v.Code, v.Nummer, v.Status, v.Rijen)
            {
                Nu = _nu.GetValueOrDefault(v.DatasetId),
            }),
        ];
    }

    private async Task EisGeleverdAsync(CancellationToken ct)
    {
        if (!lading.Levering.Naam.StartsWith(GebiedOpbouw.Samengesteld, StringComparison.Ordinal))
        {
            return;
        }
        var bron = await LeesAsync<string?>(TerugnameSql.Bron, ct);
        throw new ImportFout(
            $"'{lading.Rapport.Dataset}' is niet geleverd, maar {lading.Levering.Naam}. Haal die levering terug: "
                + $"portal terug {bron ?? "DATASET"}. Er is niets veranderd."
        );
    }

    private async Task TrekAllesInAsync(string sql, object args, CancellationToken ct)
    {
        var reden = $"Berustte op {lading.Rapport.Dataset} versie {lading.Rapport.Versie}, en die is teruggehaald.";
        while (
            (
                await lading.Db.QueryAsync<int>(
                    new(sql, args, lading.Transactie, commandTimeout: 0, cancellationToken: ct)
                )
            ).AsList()
                is { Count: > 0 } rustend
        )
        {
            await TrekInAsync(rustend, reden, ct);
        }
    }

    private async Task TrekInAsync(IReadOnlyList<int> ids, string reden, CancellationToken ct)
    {
        var versies = await lading.Db.QueryAsync<Versie>(
            new(TerugnameSql.Versies, new { ids = ids.ToArray() }, lading.Transactie, cancellationToken: ct)
        );
        foreach (var versie in versies)
        {
            if (versie.Status == "concept")
            {
                await DoeAsync(PublicatieSql.Wissen, new { VersieId = versie.Id }, ct);
            }
            await DoeAsync(PublicatieSql.Intrekken, new { VersieId = versie.Id, reden }, ct);
            await DoeAsync(TerugnameSql.Weg, new { versie.Id }, ct);
            _weg.Add(versie);
        }
    }

    // From small to large: what was built before fits only on what counts again. What nothing fits is built anew.
    private async Task HerstelGebiedenAsync(CancellationToken ct)
    {
        foreach (
            var versie in _weg.Where(v => v.Soort is not null && v.Status == "gepubliceerd")
                .OrderBy(v => Array.IndexOf(TerugnameSql.Volgorde, v.Soort))
        )
        {
            await DoeAsync(TerugnameSql.OudGebouwd, new { versie.DatasetId }, ct);
            _nu[versie.DatasetId] = await HerstelAsync(versie);
        }
        await GebiedOpbouw.OrdenAsync(lading, ct);
        var gemeente = await LeesAsync<(string, string)>(TerugnameSql.Gemeente, ct);
        foreach (var (soort, onder, indeling, naam, sha256, bytes) in await OntbrekendAsync(ct))
        {
            var bron = lading with { Levering = new(lading.Levering.Pad, naam, sha256, bytes) };
            if (await new GebiedOpbouw(publicatie).BouwAsync(bron, soort, onder, indeling, gemeente, ct))
            {
                var (dataset, nummer) = await LeesAsync<(int, int)>(TerugnameSql.NieuwsteGebouwd, ct);
                _nu[dataset] = nummer;
            }
        }
    }

    private async Task<List<(string, string, short, string, string, long)>> OntbrekendAsync(CancellationToken ct) =>
        (
            await lading.Db.QueryAsync<(string, string, short, string, string, long)>(
                new(TerugnameSql.Ontbrekend, transaction: lading.Transactie, cancellationToken: ct)
            )
        ).AsList();

    private Task<int?> HerstelAsync(Versie versie) =>
        lading.Db.QuerySingleOrDefaultAsync<int?>(
            PublicatieSql.Herstel,
            new { versie.DatasetId },
            lading.Transactie,
            commandTimeout: 0
        );

    private Task<T?> LeesAsync<T>(string sql, CancellationToken ct) =>
        lading.Db.QueryFirstOrDefaultAsync<T>(
            new(sql, new { lading.VersieId }, lading.Transactie, cancellationToken: ct)
        );

    private Task<int> DoeAsync(string sql, object args, CancellationToken ct) =>
        lading.Db.ExecuteAsync(new(sql, args, lading.Transactie, commandTimeout: 0, cancellationToken: ct));
}
