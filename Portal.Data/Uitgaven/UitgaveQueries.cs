using Dapper;
using Portal.Data.Lagen;
using Portal.Data.Oordelen;
using Portal.Data.Uitvoer;

namespace Portal.Data.Uitgaven;

/// <summary>
/// Reads what was published: every version of every dataset, its tables, and how much of them is known.
/// </summary>
public sealed class UitgaveQueries(
    Lezing lezing,
    LaagQueries lagen,
    CollectieQueries collecties,
    Onderwerplijst onderwerpen
)
{
    private const string Dataset = """
        select d.code, d.titel, d.onderwerp, d.doel, eigenaar_voluit(d.eigenaar) as eigenaar, d.bron, d.licentie, d.licentie_url, d.ritme,
            d.voorbeeld, d.contact from dataset d
        """;

    private const string Versie = """
        select v.id, v.nummer, v.status, v.gepubliceerd_op, v.peildatum, v.geladen, v.gewijzigd, v.afgewezen, v.sha256,
            v.reden, v.wijziging, v.ingetrokken_op
        from versie v join dataset d on d.id = v.dataset_id
        where v.gepubliceerd_op is not null and v.status in ('gepubliceerd', 'vervangen', 'ingetrokken')
        """;

    /// <summary>The codes of every dataset of which something counts now, by subject.</summary>
    public async Task<IReadOnlyList<string>> CodesAsync(CancellationToken ct)
    {
        const string sql = """
            select d.code from dataset d join versie v on v.dataset_id = d.id and v.status = 'gepubliceerd'
            order by d.onderwerp, d.code limit 2000
            """;

        var connection = await lezing.OpenAsync(ct);
        return (await connection.QueryAsync<string>(new(sql, cancellationToken: ct))).AsList();
    }

    /// <summary>The versions that came last, of all datasets or of one, for who follows them.</summary>
    public async Task<IReadOnlyList<(UitgaveDataset Dataset, UitgaveVersie Versie)>> NieuwsteAsync(
        string? code,
        CancellationToken ct
    )
    {
        var connection = await lezing.OpenAsync(ct);
        var versies = await connection.QueryAsync<UitgaveVersie>(
            new(
                $"{Versie} and v.status <> 'ingetrokken' and (@code::text is null or d.code = @code) order by "
                    + "v.gepubliceerd_op desc, v.id desc limit 50",
                new { code },
                cancellationToken: ct
            )
        );
        var lijst = versies.AsList();
        var datasets = (
            await connection.QueryAsync<int, UitgaveDataset, (int Versie, UitgaveDataset Dataset)>(
                new(
                    $"""
                    select v.id, d.code, d.titel, d.onderwerp, d.doel, eigenaar_voluit(d.eigenaar) as eigenaar, d.bron, d.licentie, d.licentie_url,
                        d.ritme, d.voorbeeld, d.contact
                    from versie v join dataset d on d.id = v.dataset_id where v.id = any (@ids)
                    """,
                    new { ids = lijst.Select(v => v.Id).ToArray() },
                    cancellationToken: ct
                ),
                (id, dataset) => (id, dataset),
                "code"
            )
        ).ToDictionary(d => d.Versie, d => d.Dataset);
        return [.. lijst.Select(v => (datasets[v.Id], v))];
    }

    /// <summary>
    /// A version by its number, or the newest that was not withdrawn; null: there is none that the public ever saw.
    /// </summary>
    public async Task<Uitgave?> VindAsync(string code, int? nummer, CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        var dataset = await connection.QuerySingleOrDefaultAsync<UitgaveDataset>(
            new($"{Dataset} where d.code = @code", new { code }, cancellationToken: ct)
        );
        var versies = (
            await connection.QueryAsync<UitgaveVersie>(
                new(
                    $"{Versie} and d.code = @code order by v.nummer desc limit 500",
                    new { code },
                    cancellationToken: ct
                )
            )
        ).AsList();
        var versie = nummer is null
            ? versies.FirstOrDefault(v => v.Geldt) ?? versies.FirstOrDefault()
            : versies.FirstOrDefault(v => v.Nummer == nummer);
        return dataset is null || versie is null ? null : await MaakAsync(dataset, versie, versies, ct);
    }

    private async Task<Uitgave> MaakAsync(
        UitgaveDataset dataset,
        UitgaveVersie versie,
        IReadOnlyList<UitgaveVersie> versies,
        CancellationToken ct
    )
    {
        var onderwerp = onderwerpen.Alle.FirstOrDefault(o => o.Code == dataset.Onderwerp);
        var tabellen = onderwerp is null || versie.Ingetrokken ? [] : await TabellenAsync(onderwerp, versie, ct);
        return new(dataset, versie, versies, tabellen) { Onderwerp = onderwerp };
    }

    /// <summary>
    /// The tables that a version has rows of; none where it was withdrawn, or its rows are no longer kept.
    /// </summary>
    private async Task<IReadOnlyList<UitgaveTabel>> TabellenAsync(
        Datasets.Onderwerp onderwerp,
        UitgaveVersie versie,
        CancellationToken ct
    )
    {
        var mogelijk =
            onderwerp.Code == LaagOnderwerp.Code ? [await lagen.VanVersieAsync(versie.Id, ct)] : onderwerp.Collecties;
        var tabellen = new List<UitgaveTabel>();
        foreach (var collectie in mogelijk.Select(c => c.PerVersie).OfType<Collectie>())
        {
            var rijen = await collecties.AantalAsync(collectie, CollectieFilter.VanVersie(versie.Id), ct);
            tabellen.AddRange(rijen == 0 ? [] : [new(collectie, rijen)]);
        }
        return tabellen;
    }

    /// <summary>The first rows of a table.</summary>
    public Task<IReadOnlyList<CollectieRow>> VoorbeeldAsync(
        UitgaveTabel tabel,
        UitgaveVersie versie,
        int aantal,
        CancellationToken ct
    ) => collecties.ListAsync(tabel.Collectie, CollectieFilter.VanVersie(versie.Id), aantal, 0, ct);

    public async Task<Vulling> VullingAsync(UitgaveTabel tabel, UitgaveVersie versie, CancellationToken ct)
    {
        var kolommen = VasteKolommen.ZonderPlek(tabel.Collectie);
        var connection = await lezing.OpenAsync(ct);
        await using var reader = await connection.ExecuteReaderAsync(
            new(
                tabel.Collectie.Sql.Vulling(kolommen, VasteKolommen.Vast),
                CollectieSql
                    .Waarden(tabel.Collectie, CollectieFilter.VanVersie(versie.Id))
                    .Append(new("Fmasker", Masker.Titel))
                    .ToDictionary(),
                cancellationToken: ct
            )
        );
        await reader.ReadAsync(ct);
        var gevuld = kolommen
            .Select((k, i) => (k.Naam, Aantal: reader.GetInt64(i + 4)))
            .ToDictionary(k => k.Naam, k => k.Aantal);
        return new(
            reader.GetInt64(0),
            gevuld,
            reader.GetInt64(1),
            reader.GetInt64(2),
            reader.IsDBNull(3) ? null : reader.GetInt64(3),
            [.. tabel.Collectie.Leemten.Select((l, i) => (l, reader.GetInt64(kolommen.Count + i + 4)))]
        );
    }

    /// <summary>Changes whenever a text is judged: what was made before may hold what is left out now.</summary>
    public async Task<string> OordeelstandAsync(CancellationToken ct)
    {
        const string sql = "select count(*) || '-' || coalesce(extract(epoch from max(op))::text, '') from oordeel";

        var connection = await lezing.OpenAsync(ct);
        return await connection.QuerySingleAsync<string>(new(sql, cancellationToken: ct));
    }
}
