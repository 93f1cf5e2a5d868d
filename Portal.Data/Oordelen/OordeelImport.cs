using Dapper;
using Npgsql;
using Portal.Data.Begrotingen;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Registers;

namespace Portal.Data.Oordelen;

/// <summary>A masked text for staff to judge, with how often it stands in the deliveries that count now.</summary>
/// <param name="Datasets">The titles of where it stands.</param>
public sealed record TeBeoordelen(
    string Soort,
    string Tekst,
    Uitspraak Uitspraak,
    int Aantal,
    decimal Bedrag,
    IReadOnlyList<string> Datasets
);

/// <summary>What a list of judgements did.</summary>
public sealed record OordeelRapport(
    int Openbaar,
    int Persoon,
    int Leeg,
    int Posten,
    IReadOnlyList<Afwijzing> Afwijzingen
);

/// <summary>
/// Takes the masked texts to staff and their judgements back: for what is loaded, in every version, and for every later
/// delivery.
/// </summary>
public sealed class OordeelImport(NpgsqlDataSource db, string archief)
{
    /// <param name="alles">Also what the rules are sure of.</param>
    public async Task<IReadOnlyList<TeBeoordelen>> LijstAsync(bool alles, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var gemaskeerd = new List<(string Dataset, Gemaskeerd Wat)>();
        foreach (
            var (dataset, titel, bestand, sha256) in await connection.QueryAsync<(string, string, string, string)>(
                new(GepubliceerdSql, cancellationToken: ct)
            )
        )
        {
            var geld = new List<Gemaskeerd>();
            await PostArchief.LeesAsync(connection, null, archief, dataset, bestand, sha256, geld, ct);
            gemaskeerd.AddRange(geld.Select(g => (titel, g)));
        }
        gemaskeerd.AddRange(await RijenAsync(connection, ct));
        return
        [
            .. gemaskeerd
                .Where(g => alles || g.Wat.Uitspraak == Uitspraak.Twijfel)
                .GroupBy(g => (g.Wat.Soort, g.Wat.Tekst, g.Wat.Uitspraak))
                .Select(g => new TeBeoordelen(
                    g.Key.Soort,
                    g.Key.Tekst,
                    g.Key.Uitspraak,
                    g.Count(),
                    g.Sum(t => t.Wat.Bedrag),
                    [.. g.Select(t => t.Dataset).Distinct().Order(StringComparer.Ordinal)]
                ))
                .OrderByDescending(t => t.Bedrag)
                .ThenBy(t => t.Tekst, StringComparer.Ordinal),
        ];
    }

    // Judged as it would be now: what was masked by the rules of then may be free since
    private async Task<IEnumerable<(string Dataset, Gemaskeerd Wat)>> RijenAsync(
        NpgsqlConnection connection,
        CancellationToken ct
    )
    {
        var oordelen = await Oordelen.LeesAsync(connection, null, archief);
        return (await RegisterTwijfel.LijstAsync(connection, archief, ct))
            .Select(t => (t.Dataset, new Gemaskeerd("titel", t.Tekst, oordelen.VanTitel(t.Tekst), 0)))
            .Where(t => t.Item2.Uitspraak != Uitspraak.Openbaar);
    }

    /// <summary>
    /// Keeps the judgements of a CSV with the columns <c>tekst</c> and <c>oordeel</c> (openbaar or persoon; empty is
    /// not judged yet), and shows or masks what is loaded by them.
    /// </summary>
    public async Task<OordeelRapport> LaadAsync(string pad, CancellationToken ct)
    {
        using var levering = await Levering.NeemAanAsync(pad, archief, ct);
        var csv = levering.AlsCsv();
        csv.EisEenmaal(["tekst", "oordeel"]);
        csv.Eis("tekst", "oordeel");
        var afwijzingen = new List<Afwijzing>();
        // One text may stand in the list twice, as a title and as a recipient: a person in one of them is a person.
        var oordelen = csv
            .Rijen.Where(r => !r.IsLeeg)
            .Select(r => Oordeel(r, afwijzingen))
            .OfType<(string Tekst, string Oordeel)>()
            .GroupBy(o => Oordelen.Gelijk(o.Tekst))
            .Select(g => g.OrderByDescending(o => o.Oordeel == "persoon").First())
            .ToList();
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await Slot.VoorBeoordelenAsync(connection, ct);
        var zout = await Zout.MaakAsync(connection, transaction, archief);
        foreach (var (tekst, oordeel) in oordelen)
        {
            await connection.ExecuteAsync(
                new(
                    BewaarSql,
                    new
                    {
                        sleutel = Oordelen.Sleutel(zout, tekst),
                        oordeel,
                        tekst = oordeel == "openbaar" ? tekst : null,
                    },
                    transaction,
                    cancellationToken: ct
                )
            );
        }
        var personen = oordelen.Where(o => o.Oordeel == "persoon").Select(o => Oordelen.Gelijk(o.Tekst)).ToArray();
        var posten = await new OordeelToepassing(connection, transaction, archief).PasToeAsync(
            zonderBestand: false,
            ct
        );
        await RegisterTwijfel.BewaarAsync(connection, transaction, archief, personen, ct);
        await RegisterOordelen.PasToeAsync(connection, transaction, personen, ct);
        var openbaar = oordelen.Where(o => o.Oordeel == "openbaar").Select(o => Oordelen.Gelijk(o.Tekst)).ToHashSet();
        await RegisterTwijfel.ToonAsync(connection, transaction, archief, openbaar, ct);
        await connection.ExecuteAsync(
            new(
                "select pg_notify('portal_versie', o) from unnest(@codes) o",
                new { codes = Onderwerpen.Alle.Select(o => o.Code).ToArray() },
                transaction,
                cancellationToken: ct
            )
        );
        await transaction.CommitAsync(ct);
        return new(
            oordelen.Count - personen.Length,
            personen.Length,
            csv.Rijen.Count(r => r["oordeel"] is null),
            posten,
            afwijzingen
        );
    }

    /// <summary>Posts from before texts were judged have no hash of their content: theirs are judged now.</summary>
    /// <returns>How many posts changed.</returns>
    public async Task<int> WerkOudeBijAsync(CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        if (!await connection.QuerySingleAsync<bool>(new(OudSql, cancellationToken: ct)))
        {
            return 0;
        }
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await Slot.VoorBeoordelenAsync(connection, ct);
        var posten = await new OordeelToepassing(connection, transaction, archief).PasToeAsync(zonderBestand: true, ct);
        await connection.ExecuteAsync(
            new("select pg_notify('portal_versie', 'begroting')", transaction: transaction, cancellationToken: ct)
        );
        await transaction.CommitAsync(ct);
        return posten;
    }

    private const string OudSql = """
        select exists (select from begrotingspost p join versie v on v.id = p.versie_id join dataset d
            on d.id = v.dataset_id where p.inhoud = '' and not d.voorbeeld)
        """;

    private static (string, string)? Oordeel(CsvRij rij, List<Afwijzing> afwijzingen)
    {
        var oordeel = rij["oordeel"]?.ToLowerInvariant();
        if (oordeel is null)
        {
            return null;
        }
        if (oordeel == "openbaar" && Privacy.Vind(rij["tekst"]) is { } soort)
        {
            afwijzingen.Add(
                new(rij.Nummer, "oordeel", oordeel, $"in deze tekst staat een {soort}; dat wordt nooit openbaar")
            );
            return null;
        }
        if (rij["tekst"] is { } tekst && oordeel is ("openbaar" or "persoon"))
        {
            return (Formule.Terug(tekst), oordeel); // the list put it there
        }
        afwijzingen.Add(
            rij["tekst"] is null
                ? new(rij.Nummer, "tekst", null, "de tekst ontbreekt")
                : new(rij.Nummer, "oordeel", rij["oordeel"], "schrijf openbaar of persoon, of laat het leeg")
        );
        return null;
    }

    private const string GepubliceerdSql = """
        select d.code, d.titel, v.bestand, v.sha256 from versie v join dataset d on d.id = v.dataset_id
            where v.status = 'gepubliceerd' and d.onderwerp = 'begroting' order by d.code
        """;

    private const string BewaarSql = """
        insert into oordeel (sleutel, oordeel, tekst) values (@sleutel, @oordeel, @tekst)
        on conflict (sleutel) do update set oordeel = excluded.oordeel, tekst = excluded.tekst, op = now(),
            door = session_user
        """;
}
