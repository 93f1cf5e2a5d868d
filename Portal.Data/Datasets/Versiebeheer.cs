using Dapper;
using Npgsql;
using Portal.Data.Gebieden;
using Portal.Data.Registers;

namespace Portal.Data.Datasets;

/// <summary>
/// A version that is not public: <c>laden</c>, <c>concept</c> or <c>mislukt</c>. Of a concept <paramref name="Nummer"/>
/// is known.
/// </summary>
public sealed record WachtendRow(
    string Code,
    int? Nummer,
    string Status,
    string Bestand,
    DateTime GeladenOp,
    int Geladen,
    string? Reden
);

/// <summary>What can be done with a version once it is loaded: publish, withdraw, take back.</summary>
public sealed class Versiebeheer(NpgsqlDataSource db, string archief)
{
    /// <summary>Told, once, when this has waited a second for another.</summary>
    public Action<string>? Melding { get; init; }

    /// <summary>Makes a concept public.</summary>
    /// <param name="nummer">Which; null is the only one there is.</param>
    /// <exception cref="ImportFout">There is no such concept, or a later version is public already.</exception>
    /// <param name="wijziging">What is new in it, for readers.</param>
    public async Task<ImportRapport> PubliceerAsync(
        string code,
        int? nummer,
        CancellationToken ct,
        string? wijziging = null
    )
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var datasetId = await DatasetAsync(connection, code, ct);
        await using var slot = await Slot.VoorLadenAsync(connection, datasetId, Melding, ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await Slot.VoorPublicerenAsync(connection, Melding, ct);
        var versie = await KiesAsync(connection, datasetId, code, nummer, ["concept"]);
        if (versie.Later)
        {
            throw new ImportFout(
                $"Van '{code}' is al een latere versie gepubliceerd dan concept {versie.Nummer}. Er is niets "
                    + "veranderd. "
                    + $"Laad het bestand opnieuw, of trek het concept in met: portal intrekken {code} --versie "
                    + $"{versie.Nummer}."
            );
        }
        await EisZelfdeGebiedenAsync(connection, versie, code);
        var rapport = versie.Rapport(code);
        var lading = await Publicatie.LadingAsync(
            connection,
            transaction,
            versie.Id,
            rapport,
            versie.Levering(archief)
        );
        await connection.ExecuteAsync(PublicatieSql.Wijziging, new { versie.Id, wijziging });
        await new Publicatie(db, archief).PubliceerInAsync(lading, ct);
        await transaction.CommitAsync(ct);
        await Publicatie.RuimOpAsync(connection, datasetId, rapport);
        return rapport;
    }

    /// <summary>
    /// Makes a concept count in a transaction that the caller rolls back, and goes on with the rights of the public:
    /// what is read in it is what everybody will see.
    /// </summary>
    /// <exception cref="ImportFout">It is no concept any more.</exception>
    public async Task DoeAlsofAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, string code, int nummer)
    {
        var datasetId = await DatasetAsync(connection, code, CancellationToken.None);
        var versie = await KiesAsync(connection, datasetId, code, nummer, ["concept"]);
        var lading = await Publicatie.LadingAsync(
            connection,
            transaction,
            versie.Id,
            versie.Rapport(code),
            versie.Levering(archief)
        );
        await new Publicatie(db, archief).PubliceerInAsync(lading, CancellationToken.None);
        await connection.ExecuteAsync($"set local role {PortalData.LezerRol}", transaction: transaction);
    }

    /// <summary>
    /// Takes a version away: a concept with its rows, or what the public sees, with the reason that it is told.
    /// </summary>
    /// <returns>The number that was withdrawn.</returns>
    /// <exception cref="ImportFout">There is no such version, or other figures rest on it.</exception>
    public async Task<int> TrekInAsync(string code, int? nummer, string reden, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var datasetId = await DatasetAsync(connection, code, ct);
        await using var slot = await Slot.VoorLadenAsync(connection, datasetId, Melding, ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await Slot.VoorPublicerenAsync(connection, Melding, ct);
        var versie = await KiesAsync(connection, datasetId, code, nummer, ["concept", "gepubliceerd"]);
        if (versie.Status == "gepubliceerd")
        {
            await EisLosAsync(connection, versie.Id, code);
        }
        else
        {
            await connection.ExecuteAsync(PublicatieSql.Wissen, new { VersieId = versie.Id }, commandTimeout: 0);
        }
        await connection.ExecuteAsync(PublicatieSql.Intrekken, new { VersieId = versie.Id, reden });
        await transaction.CommitAsync(ct);
        return versie.Nummer;
    }

    /// <summary>
    /// Withdraws the version that counts now; the one before counts again, if its rows are still here.
    /// </summary>
    /// <returns>The number that was withdrawn, and the number that counts now.</returns>
    /// <exception cref="ImportFout">There is no such dataset, nothing of it is published, or other figures rest on
    /// it.</exception>
    public async Task<(int Ingetrokken, int? Nu)> NeemTerugAsync(string code, CancellationToken ct)
    {
        var eerste = (await NeemTerugAsync(code, metWatErOpRust: false, ct))[0];
        return (eerste.Nummer, eerste.Nu);
    }

    /// <summary>The same, and with it all that rests on that version, in one transaction.</summary>
    /// <returns>What was withdrawn: the version that was asked for, then what rested on it.</returns>
    /// <exception cref="ImportFout">Other figures rest on it, which the message lists, and they were not asked
    /// for.</exception>
    public async Task<IReadOnlyList<Teruggenomen>> NeemTerugAsync(
        string code,
        bool metWatErOpRust,
        CancellationToken ct
    )
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var datasetId = await DatasetAsync(connection, code, ct);
        if (await connection.QuerySingleAsync<bool>(PublicatieSql.DatasetDraagt, new { datasetId }))
        {
            return await NeemTerugMetAsync(connection, datasetId, code, metWatErOpRust, ct);
        }
        await using var slot = await Slot.VoorLadenAsync(connection, datasetId, Melding, ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await Slot.VoorPublicerenAsync(connection, Melding, ct);
        var versie = await KiesAsync(connection, datasetId, code, null, ["gepubliceerd"]);
        await connection.ExecuteAsync(
            PublicatieSql.Intrekken,
            new { VersieId = versie.Id, reden = "Deze levering is teruggehaald." }
        );
        var nu =
            await RegisterVersies.ZetTerugAsync(connection, datasetId, versie.Id)
            ?? await connection.QuerySingleOrDefaultAsync<int?>(PublicatieSql.Herstel, new { datasetId });
        await connection.ExecuteAsync(PublicatieSql.Omschrijf, new { datasetId });
        await transaction.CommitAsync(ct);
        return [new(code, versie.Nummer, versie.Status, versie.Geladen) { Nu = nu }];
    }

    // Nothing may be read from these rows meanwhile: this waits for every load, and no load begins before it is done.
    private async Task<IReadOnlyList<Teruggenomen>> NeemTerugMetAsync(
        NpgsqlConnection connection,
        int datasetId,
        string code,
        bool metWatErOpRust,
        CancellationToken ct
    )
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await Slot.VoorBeoordelenAsync(connection, ct);
        await Slot.VoorPublicerenAsync(connection, Melding, ct);
        var versie = await KiesAsync(connection, datasetId, code, null, ["gepubliceerd"]);
        var lading = await Publicatie.LadingAsync(
            connection,
            transaction,
            versie.Id,
            versie.Rapport(code),
            versie.Levering(archief)
        );
        var terug = await new Terugname(new(db, archief), lading).VoerUitAsync(ct);
        if (terug.Count > 1 && !metWatErOpRust)
        {
            throw new ImportFout(
                $"Op '{code}' rusten andere cijfers. Met versie {versie.Nummer} gaan ook deze terug:\n"
                    + string.Concat(terug.Skip(1).Select(t => $"  {t}\n"))
                    + $"Klopt dat, doe dan: portal terug {code} --met-wat-erop-rust. Er is niets veranderd."
            );
        }
        await transaction.CommitAsync(ct);
        return terug;
    }

    /// <summary>Marks what was being loaded by a process that is gone. Its rows went with its transaction.</summary>
    public async Task MarkeerAfgebrokenAsync(CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var ladend = await connection.QueryAsync<int>("select distinct dataset_id from versie where status = 'laden'");
        foreach (var datasetId in ladend)
        {
            if (await Slot.IsVrijAsync(connection, datasetId))
            {
                await connection.ExecuteAsync(PublicatieSql.Afgebroken, new { datasetId });
            }
        }
    }

    /// <summary>
    /// What is being loaded, waits to be published, or failed in the last week and did not succeed since.
    /// </summary>
    public async Task<IReadOnlyList<WachtendRow>> WachtendAsync(CancellationToken ct)
    {
        const string sql = """
            select d.code, v.nummer, v.status, v.bestand, v.geladen_op, v.geladen,
                   case when v.status = 'mislukt' then v.toelichting end as reden
            from versie v join dataset d on d.id = v.dataset_id
            where v.status in ('concept', 'laden')
               or v.status = 'mislukt' and v.geladen_op > now() - interval '7 days'
                  and not exists (select from versie l where l.dataset_id = v.dataset_id and l.id > v.id
                                  and l.status in ('concept', 'gepubliceerd', 'vervangen'))
            order by v.geladen_op limit 200
            """;

        await using var connection = await db.OpenConnectionAsync(ct);
        return (await connection.QueryAsync<WachtendRow>(new(sql, cancellationToken: ct))).AsList();
    }

    private sealed record Versie(
        int Id,
        int Nummer,
        string Status,
        string Bestand,
        string Sha256,
        long Bytes,
        int Gelezen,
        int Geladen,
        int Gewijzigd,
        bool Later
    )
    {
        public ImportRapport Rapport(string code) =>
            new(code, Bestand, Sha256)
            {
                Versie = Nummer,
                Gelezen = Gelezen,
                Geladen = Geladen,
                Gewijzigd = Gewijzigd,
            };

        public Levering Levering(string archief) =>
            new(Path.Combine(archief, Sha256 + Path.GetExtension(Bestand).ToLowerInvariant()), Bestand, Sha256, Bytes);
    }

    private static async Task<int> DatasetAsync(NpgsqlConnection connection, string code, CancellationToken ct) =>
        await connection.QuerySingleOrDefaultAsync<int?>(
            new("select id from dataset where code = @code", new { code }, cancellationToken: ct)
        ) ?? throw new ImportFout($"Er is geen dataset '{code}'. Kijk met portal status hoe de datasets heten.");

    private static async Task<Versie> KiesAsync(
        NpgsqlConnection connection,
        int datasetId,
        string code,
        int? nummer,
        string[] statussen
    )
    {
        const string sql = """
            select v.id, v.nummer, v.status, v.bestand, v.sha256, v.bytes, v.gelezen, v.geladen, v.gewijzigd,
                   exists (select from versie l where l.dataset_id = v.dataset_id and l.status = 'gepubliceerd'
                   and l.nummer > v.nummer) as later
            from versie v
            where v.dataset_id = @datasetId and v.status = any (@statussen)
                and (@nummer::int is null or v.nummer = @nummer)
            order by v.nummer
            """;

        var versies = (
            await connection.QueryAsync<Versie>(
                sql,
                new
                {
                    datasetId,
                    nummer,
                    statussen,
                }
            )
        ).AsList();
        return versies.Count switch
        {
            1 => versies[0],
            0 => throw new ImportFout(
                $"Van '{code}' is {(nummer is null ? "niets" : $"versie {nummer} niet")} "
                    + $"{string.Join(" of ", statussen)}. Kijk met: portal status."
            ),
            _ => throw new ImportFout(
                $"Van '{code}' zijn er meer: "
                    + $"{string.Join(", ", versies.Select(v => $"{v.Nummer} ({v.Status})"))}. Zeg welke met --versie."
            ),
        };
    }

    // Which area a row is of was looked up when it was loaded
    private static async Task EisZelfdeGebiedenAsync(NpgsqlConnection connection, Versie versie, string code)
    {
        if (
            await connection.QuerySingleOrDefaultAsync<string?>(PublicatieSql.GebiedenSinds, new { versie.Id }) is
            { } wat
        )
        {
            throw new ImportFout(
                $"Na het laden van concept {versie.Nummer} van '{code}' zijn er andere gebieden gepubliceerd "
                    + $"({wat}). Waar "
                    + "het geld of de rijen bij horen, kan nu anders zijn. Trek het concept in en laad het "
                    + "bestand opnieuw: "
                    + $"portal intrekken {code} --versie {versie.Nummer} --reden \"andere gebieden\". Er is "
                    + "niets veranderd."
            );
        }
    }

    private static async Task EisLosAsync(NpgsqlConnection connection, int versieId, string code)
    {
        if (await connection.QuerySingleAsync<bool>(PublicatieSql.Draagt, new { VersieId = versieId }))
        {
            throw new ImportFout(
                $"Op '{code}' rusten andere cijfers: gebieden, inwoners of een verdeelsleutel. Haal de levering "
                    + "terug met "
                    + $"alles wat erop rust: portal terug {code} laat zien wat dat is. Er is niets veranderd."
            );
        }
    }
}
