using Dapper;
using Npgsql;
using Portal.Data.Oordelen;

namespace Portal.Data.Registers;

/// <summary>
/// The masked texts in rows of registers and layers: which there are now, and back where they are of nobody.
/// </summary>
internal static class RegisterTwijfel
{
    private sealed record Cel(string Dataset, string Titel, string Sleutel, string Kolom);

    private sealed record Versie(int Id, int DatasetId, string Dataset, string Sha256);

    /// <summary>What is masked in what the public sees now, with the title of its dataset.</summary>
    public static async Task<IReadOnlyList<(string Dataset, string Tekst)>> LijstAsync(
        NpgsqlConnection db,
        string archief,
        CancellationToken ct
    )
    {
        var teksten = new List<(string, string)>();
        var cellen = await db.QueryAsync<Cel>(
            new(GemaskeerdSql, new { masker = Masker.Titel }, commandTimeout: 0, cancellationToken: ct)
        );
        foreach (var dataset in cellen.GroupBy(c => (c.Dataset, c.Titel)))
        {
            var open = dataset.Select(c => (c.Sleutel, c.Kolom)).ToHashSet();
            foreach (var versie in await VersiesAsync(db, null, dataset.Key.Dataset, ct))
            {
                teksten.AddRange(
                    Weggelaten
                        .Lees(archief, versie.Sha256, versie.Dataset)
                        .Where(w => open.Remove((w.Sleutel, w.Kolom)))
                        .Select(w => (dataset.Key.Titel, w.Tekst))
                );
            }
        }
        return teksten;
    }

    /// <summary>
    /// Keeps the texts that will be masked because somebody judged them, so that who judged wrong can put them back.
    /// </summary>
    public static async Task BewaarAsync(
        NpgsqlConnection db,
        NpgsqlTransaction transactie,
        string archief,
        string[] personen,
        CancellationToken ct
    )
    {
        var cellen = await db.QueryAsync<(string Dataset, string Sha256, string Sleutel, string Kolom, string Tekst)>(
            new(GetoondSql, new { personen }, transactie, commandTimeout: 0, cancellationToken: ct)
        );
        foreach (var levering in cellen.GroupBy(c => (c.Sha256, c.Dataset)))
        {
            var (sha256, dataset) = levering.Key;
            var erbij = levering.Select(c => new WeggelatenTekst(c.Sleutel, c.Kolom, c.Tekst));
            var teksten = Weggelaten.Lees(archief, sha256, dataset).Union(erbij).ToList();
            Weggelaten.Bewaar(archief, sha256, dataset, teksten);
        }
    }

    /// <summary>Puts the texts back that are judged to be of nobody, in every version.</summary>
    /// <param name="openbaar">As <see cref="Oordelen.Oordelen.Gelijk"/> writes them.</param>
    public static async Task ToonAsync(
        NpgsqlConnection db,
        NpgsqlTransaction transactie,
        string archief,
        IReadOnlySet<string> openbaar,
        CancellationToken ct
    )
    {
        foreach (var versie in openbaar.Count == 0 ? [] : await VersiesAsync(db, transactie, null, ct))
        {
            var terug = Weggelaten
                .Lees(archief, versie.Sha256, versie.Dataset)
                .Where(w => openbaar.Contains(Oordelen.Oordelen.Gelijk(w.Tekst)))
                .ToList();
            foreach (var kolom in terug.GroupBy(w => w.Kolom))
            {
                await ToonAsync(db, transactie, versie, kolom.Key, [.. kolom], ct);
            }
        }
        foreach (var sql in Onderwerpen.Alle.Select(o => o.NaOordeel).OfType<string>())
        {
            var vraag = new { masker = Masker.Titel };
            await db.ExecuteAsync(new(sql, vraag, transactie, commandTimeout: 0, cancellationToken: ct));
        }
    }

    private static async Task ToonAsync(
        NpgsqlConnection db,
        NpgsqlTransaction transactie,
        Versie versie,
        string kolom,
        WeggelatenTekst[] teksten,
        CancellationToken ct
    )
    {
        var vraag = new
        {
            versie = versie.Id,
            versie.DatasetId,
            kolom,
            masker = Masker.Titel,
            sleutels = teksten.Select(t => t.Sleutel).ToArray(),
            teksten = teksten.Select(t => t.Tekst).ToArray(),
        };
        var tabellen = RegisterOordelen.Teksten().Where(t => t.Kolom == kolom).Select(t => Zet(t.Tabel, t.Kolom));
        foreach (var sql in tabellen.Append(ZetKenmerkSql))
        {
            await db.ExecuteAsync(new(sql, vraag, transactie, commandTimeout: 0, cancellationToken: ct));
        }
    }

    // Newest first: of a row that several deliveries hold, the last one says what stands there now
    private static Task<IEnumerable<Versie>> VersiesAsync(
        NpgsqlConnection db,
        NpgsqlTransaction? transactie,
        string? dataset,
        CancellationToken ct
    ) =>
        db.QueryAsync<Versie>(
            new(
                """
                select v.id, v.dataset_id, d.code as dataset, v.sha256 from versie v
                    join dataset d on d.id = v.dataset_id
                where v.status not in ('laden', 'mislukt') and (@dataset::text is null or d.code = @dataset)
                order by v.id desc
                """,
                new { dataset },
                transactie,
                cancellationToken: ct
            )
        );

    private static readonly string GemaskeerdSql =
        string.Join(
            " union all ",
            RegisterOordelen
                .Teksten()
                .Select(t =>
                    $"select dataset, dataset_titel as titel, sleutel, '{t.Kolom}' as kolom from {t.Tabel}_nu "
                    + $"where {t.Kolom} = @masker"
                )
        )
        + $"""
             union all
            select l.dataset, l.dataset_titel, l.sleutel, e.k from laagobject_nu l
            cross join lateral jsonb_each_text(l.kenmerken) e(k, w) where e.w = @masker
            order by 1, 3, 4
            """;

    private const string Bij = "join versie v on v.id = t.vanaf join dataset d on d.id = v.dataset_id";

    private static readonly string GetoondSql =
        string.Join(
            " union all ",
            RegisterOordelen
                .Teksten()
                .Select(t =>
                    $"""
                        select d.code, v.sha256, t.sleutel, '{t.Kolom}', t.{t.Kolom} from {t.Tabel} t {Bij}
                        where {RegisterOordelen.IsEen($"t.{t.Kolom}")}
                        """
                )
        )
        + $"""
             union all
            select d.code, v.sha256, t.sleutel, e.k, e.w from laagobject t {Bij}
            cross join lateral jsonb_each_text(t.kenmerken) e(k, w) where {RegisterOordelen.IsEen("e.w")}
            """;

    private static string Zet(string tabel, string kolom) =>
        $"update {tabel} t set {kolom} = n.tekst, inhoud = '' {VanDezeSql} and t.{kolom} = @masker";

    private const string ZetKenmerkSql = $"""
        update laagobject t set kenmerken = jsonb_set(t.kenmerken, array[@kolom], to_jsonb(n.tekst)), inhoud = ''
        {VanDezeSql} and t.kenmerken ->> @kolom = @masker
        """;

    private const string VanDezeSql = """
        from unnest(@sleutels, @teksten) n(sleutel, tekst)
        where t.dataset_id = @DatasetId and t.sleutel = n.sleutel and t.vanaf <= @versie
            and (t.tot is null or t.tot > @versie)
        """;
}
