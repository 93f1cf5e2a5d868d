using Dapper;
using Npgsql;
using Portal.Data.Begrotingen;
using Portal.Data.Gebieden;

namespace Portal.Data.Datasets;

/// <summary>An import that is under way: one delivery, one transaction, one concept version.</summary>
public sealed record Lading(
    NpgsqlConnection Db,
    NpgsqlTransaction Transactie,
    int VersieId,
    int? VorigeVersieId,
    ImportRapport Rapport
);

/// <summary>
/// Takes a delivery to a published version, or to nothing at all. Every import goes through here, so that
/// versions, the archive, sums and notices to running portals are made in one way.
/// </summary>
public sealed class Publicatie(NpgsqlDataSource db, string archief)
{
    /// <summary>One delivery at a time: the key of the lock.</summary>
    internal const long Slot = 5080_0002;

    private const int BewaardeVersies = 3;

    public string Archief => archief;

    /// <summary>Accept a delivery with over 20 % fewer rows than the one before.</summary>
    public bool MagKrimpen { get; init; }

    /// <summary>Load a file again although it is the published version already.</summary>
    public bool Opnieuw { get; init; }

    public IProgress<(int Gedaan, int Totaal)>? Voortgang { get; init; }

    /// <param name="na">What follows in the same transaction once the version is published.</param>
    public async Task<ImportRapport> LaadAsync(
        Dataset dataset,
        Levering levering,
        Func<Lading, Task> laad,
        CancellationToken ct,
        Func<Lading, Task>? na = null
    )
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.ExecuteAsync("select pg_advisory_xact_lock(@Slot)", new { Slot }, transaction);

        var rapport = await LaadInAsync(connection, transaction, dataset, levering, laad, ct, na);
        if (!rapport.AlGeladen)
        {
            levering.Archiveer(archief);
            await transaction.CommitAsync(ct);
        }
        return rapport;
    }

    /// <summary>The same inside a transaction of the caller's, for deliveries that belong together.</summary>
    internal async Task<ImportRapport> LaadInAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        Dataset dataset,
        Levering levering,
        Func<Lading, Task> laad,
        CancellationToken ct,
        Func<Lading, Task>? na = null
    )
    {
        var rapport = new ImportRapport(dataset.Code, levering.Naam, levering.Sha256);
        var datasetId = await connection.QuerySingleAsync<int>(DatasetSql, dataset, transaction);
        var vorige = await connection.QuerySingleOrDefaultAsync<(int Id, int Nummer, string Sha256, int Geladen)?>(
            "select id, nummer, sha256, geladen from versie where dataset_id = @datasetId and status = 'gepubliceerd'",
            new { datasetId },
            transaction
        );
        if (vorige?.Sha256 == levering.Sha256 && !Opnieuw)
        {
            rapport.AlGeladen = true;
            rapport.Versie = vorige.Value.Nummer;
            rapport.Gelezen = rapport.Geladen = vorige.Value.Geladen;
            return rapport;
        }
        var versie = await connection.QuerySingleAsync<(int Id, int Nummer)>(
            VersieSql,
            new
            {
                datasetId,
                levering.Naam,
                levering.Sha256,
                levering.Bytes,
            },
            transaction
        );
        rapport.Versie = versie.Nummer;

        var lading = new Lading(connection, transaction, versie.Id, vorige?.Id, rapport);
        await laad(lading);
        ControleerOmvang(rapport, vorige?.Geladen);
        await PubliceerAsync(lading, datasetId, dataset, ct);
        if (na is not null)
        {
            await na(lading);
        }
        return rapport;
    }

    /// <summary>Withdraws the version that counts now; the one before counts again, if its rows are still here.</summary>
    /// <returns>The number that was withdrawn, and the number that counts now.</returns>
    /// <exception cref="ImportFout">There is no such dataset, or nothing of it is published.</exception>
    public async Task<(int Ingetrokken, int? Nu)> NeemTerugAsync(string code, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.ExecuteAsync("select pg_advisory_xact_lock(@Slot)", new { Slot }, transaction);
        if (await connection.QuerySingleAsync<bool>(DraagtSql, new { code }, transaction))
        {
            throw new ImportFout(
                $"Op '{code}' rusten andere cijfers: gebieden, inwoners of een verdeelsleutel. Laad de vorige levering opnieuw met --opnieuw, en daarna de begrotingen die ermee zijn verdeeld. Er is niets veranderd."
            );
        }
        var ingetrokken =
            await connection.QuerySingleOrDefaultAsync<(int DatasetId, int Nummer)?>(
                TerugSql,
                new { code },
                transaction
            )
            ?? throw new ImportFout(
                $"Van '{code}' is niets gepubliceerd. Kijk met portal status hoe de datasets heten."
            );
        var nu = await connection.QuerySingleOrDefaultAsync<int?>(
            HerstelSql,
            new { ingetrokken.DatasetId },
            transaction
        );
        await transaction.CommitAsync(ct);
        return (ingetrokken.Nummer, nu);
    }

    private void ControleerOmvang(ImportRapport rapport, int? vorige)
    {
        if (rapport.Geladen == 0)
        {
            throw new AfgekeurdeLevering(
                rapport,
                $"Van {rapport.Bestand} kon geen enkele rij worden geladen. Er is niets veranderd."
            );
        }
        if (!MagKrimpen && rapport.Geladen < vorige * 0.8)
        {
            throw new AfgekeurdeLevering(
                rapport,
                $"{rapport.Bestand} geeft {rapport.Geladen} rijen, de gepubliceerde versie heeft er {vorige}: meer dan 20 % minder. "
                    + "Er is niets veranderd. Klopt het toch, geef dan --krimp-toegestaan mee."
            );
        }
    }

    private static async Task PubliceerAsync(Lading lading, int datasetId, Dataset dataset, CancellationToken ct)
    {
        var (connection, transaction, versieId, _, rapport) = lading;
        await connection.ExecuteAsync(
            """
            update versie set status = 'vervangen' where dataset_id = @datasetId and status = 'gepubliceerd';
            update versie set status = 'gepubliceerd', gelezen = @Gelezen, geladen = @Geladen, gewijzigd = @Gewijzigd,
                   afgewezen = @Afgewezen, toelichting = @Toelichting
            where id = @versieId
            """,
            new
            {
                datasetId,
                versieId,
                rapport.Gelezen,
                rapport.Geladen,
                rapport.Gewijzigd,
                Afgewezen = rapport.Afwijzingen.Count,
                Toelichting = string.Join('\n', rapport.Meldingen),
            },
            transaction
        );

        if (dataset.Onderwerp == Onderwerp.Gebieden)
        {
            await GebiedOpbouw.WerkBovenBijAsync(connection, transaction, ct);
        }
        if (dataset.Onderwerp == Onderwerp.Begroting)
        {
            await Toerekening.VerdeelEnTelAsync(lading, ct);
        }
        if (!dataset.Voorbeeld)
        {
            await connection.ExecuteAsync(VoorbeeldWegSql, transaction: transaction);
        }
        await connection.ExecuteAsync(OpruimSql, new { datasetId, BewaardeVersies }, transaction, commandTimeout: 0);
    }

    private const string DatasetSql = """
        insert into dataset (code, titel, onderwerp, doel, eigenaar, bron, licentie, licentie_url, voorbeeld)
        values (@Code, @Titel, @Onderwerp, @Doel, @Eigenaar, @Bron, @Licentie, @LicentieUrl, @Voorbeeld)
        on conflict (code) do update set titel = excluded.titel, doel = excluded.doel, eigenaar = excluded.eigenaar,
               bron = excluded.bron, licentie = excluded.licentie, licentie_url = excluded.licentie_url
        returning id
        """;

    private const string VersieSql = """
        insert into versie (dataset_id, nummer, bestand, sha256, bytes)
        values (@datasetId, (select coalesce(max(nummer), 0) + 1 from versie where dataset_id = @datasetId), @Naam, @Sha256, @Bytes)
        returning id, nummer
        """;

    private const string TerugSql = """
        update versie v set status = 'ingetrokken' from dataset d
        where d.id = v.dataset_id and d.code = @code and v.status = 'gepubliceerd' returning v.dataset_id, v.nummer
        """;

    // Other figures rest on these: the money that was divided, the areas that were built from them.
    private const string DraagtSql = """
        select exists (select from versie v join dataset d on d.id = v.dataset_id
                       where d.code = @code and v.status = 'gepubliceerd'
                         and (exists (select from gebied g where g.versie_id = v.id) or exists (select from gebied_naam n where n.versie_id = v.id) or exists (select from gebied_inwoners i where i.versie_id = v.id) or exists (select from sleutel_gewicht s where s.versie_id = v.id)))
        """;

    // Of older versions the rows are gone (OpruimSql): such a one has nothing to show.
    private const string HerstelSql = """
        update versie set status = 'gepubliceerd'
        where id = (select v.id from versie v
                    where v.dataset_id = @DatasetId and v.status = 'vervangen'
                      and (exists (select from begrotingspost p where p.versie_id = v.id) or exists (select from initiatief i where i.versie_id = v.id) or exists (select from vergunning g where g.versie_id = v.id)
                           or exists (select from gebiedsnaam n where n.versie_id = v.id)
                           or exists (select from bekendmaking b where b.versie_id = v.id) or exists (select from meting m where m.versie_id = v.id) or exists (select from iv3 i where i.versie_id = v.id))
                    order by v.nummer desc limit 1)
        returning nummer
        """;

    // A portal shows one municipality: the first real delivery withdraws the invented one.
    private const string VoorbeeldWegSql = """
        update versie v set status = 'ingetrokken' from dataset d
        where d.id = v.dataset_id and d.voorbeeld and v.status = 'gepubliceerd'
        """;

    // The rows of the live version and the two before it stay, for undo and differences; files, sums and control totals stay for good.
    private const string OpruimSql = """
        create temp table if not exists oud (id int) on commit delete rows;
        delete from oud;
        insert into oud select id from versie where dataset_id = @datasetId and status = 'ingetrokken';
        insert into oud select id from versie where dataset_id = @datasetId and status <> 'ingetrokken' order by nummer desc offset @BewaardeVersies;
        delete from sleutel_gewicht where versie_id in (select id from oud);
        delete from begrotingspost where versie_id in (select id from oud);
        delete from initiatief where versie_id in (select id from oud);
        delete from vergunning where versie_id in (select id from oud);
        delete from bekendmaking where versie_id in (select id from oud);
        delete from meting where versie_id in (select id from oud);
        delete from iv3 where versie_id in (select id from oud);
        delete from gebied_inwoners where versie_id in (select id from oud);
        delete from gebiedsnaam where versie_id in (select id from oud);
        delete from herkenning_meting where versie_id in (select id from oud);
        delete from gebied_naam where versie_id in (select id from oud);
        delete from gebied where versie_id in (select id from oud)
        """;
}

/// <summary>A delivery that was refused as a whole, with the report of what was wrong in it.</summary>
public sealed class AfgekeurdeLevering(ImportRapport rapport, string message) : Exception(message)
{
    public ImportRapport Rapport { get; } = rapport;
}
