using System.Text.Json;
using Dapper;
using Npgsql;
using Portal.Data.Bestanden;
using Portal.Data.Oordelen;

namespace Portal.Data.Datasets;

/// <summary>
/// Takes a delivery to a concept, and a concept to what the public sees, or to nothing at all. Every import goes
/// through here, so that versions, the archive, sums and notices to running portals are made in one way
/// (docs/decisions/0018).
/// </summary>
public sealed class Publicatie(NpgsqlDataSource db, string archief)
{
    public string Archief => archief;

    internal NpgsqlDataSource Db => db;

    /// <summary>Accept a delivery with far fewer rows than the one before (<see cref="Drempels.Krimp"/>).</summary>
    public bool MagKrimpen { get; init; }

    /// <summary>
    /// Accept a delivery of which many rows are rejected (<see cref="Drempels.Verlies"/>), or a row takes over 50
    /// lines.
    /// </summary>
    public bool MagVerliezen { get; init; }

    /// <summary>Load a file again although it is the published version already.</summary>
    public bool Opnieuw { get; init; }

    /// <summary>A delivery that changes no row makes no version: for who asks a source again and again.</summary>
    public bool AlleenAlsAnders { get; init; }

    /// <summary>Stop at the concept: <see cref="Versiebeheer.PubliceerAsync"/> makes it public later.</summary>
    public bool AlleenConcept { get; init; }

    /// <summary>How long a check may take that a delivery can do without.</summary>
    public TimeSpan Nakijktijd { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often the source comes, by the operator: above what the import itself says.</summary>
    public string? Ritme { get; init; }

    /// <summary>What somebody decided of what points at persons in this file.</summary>
    public IReadOnlyDictionary<string, Besluit> Besluiten { get; init; } = new Dictionary<string, Besluit>();

    public IProgress<(int Gedaan, int Totaal)>? Voortgang { get; init; }

    /// <summary>Told, once, when this has waited a second for another.</summary>
    public Action<string>? Melding { get; init; }

    /// <summary>Takes in the file of a delivery, before anything of it is read.</summary>
    public Task<Levering> NeemAanAsync(string pad, CancellationToken ct) => Levering.NeemAanAsync(pad, archief, ct);

    /// <summary>Loads and, unless <see cref="AlleenConcept"/>, publishes.</summary>
    public async Task<ImportRapport> LaadAsync(
        Dataset dataset,
        Levering levering,
        Func<Lading, Task> laad,
        CancellationToken ct
    )
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        dataset = dataset with { Ritme = Ritme ?? dataset.Ritme };
        var datasetId = await DatasetAsync(connection, null, dataset);
        await using var slot = await Slot.VoorLadenAsync(connection, datasetId, Melding, ct);
        await connection.ExecuteAsync(PublicatieSql.Afgebroken, new { datasetId });

        var rapport = new ImportRapport(dataset.Code, levering.Naam, levering.Sha256)
        {
            Bevindingen = { Besluiten = Besluiten },
        };
        var versieId =
            await AlGeladenAsync(connection, datasetId, rapport)
            ?? await MaakConceptAsync(connection, datasetId, dataset, levering, laad, rapport, ct);
        if (versieId is { } concept && !AlleenConcept)
        {
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await Slot.VoorPublicerenAsync(connection, Melding, ct);
            await PubliceerInAsync(await NieuweAsync(connection, transaction, concept, rapport, levering), ct);
            await transaction.CommitAsync(ct);
            await RuimOpAsync(connection, datasetId, rapport);
        }
        rapport.Leeswijze = levering.Leeswijze;
        if (rapport.AlGeladen && dataset.Ritme is { } ritme)
        {
            await connection.ExecuteAsync(PublicatieSql.Ritme, new { datasetId, ritme });
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
        CancellationToken ct
    )
    {
        var rapport = new ImportRapport(dataset.Code, levering.Naam, levering.Sha256)
        {
            Bevindingen = { Besluiten = Besluiten },
        };
        dataset = dataset with { Ritme = Ritme ?? dataset.Ritme };
        var datasetId = await DatasetAsync(connection, transaction, dataset);
        if (await AlGeladenAsync(connection, datasetId, rapport) is null && !rapport.AlGeladen)
        {
            var id = await BeginAsync(connection, transaction, datasetId, dataset, levering);
            var lading = await NieuweAsync(connection, transaction, id, rapport, levering);
            await VulAsync(lading, datasetId, laad, ct);
            await PubliceerInAsync(lading, ct);
            await connection.ExecuteAsync(PublicatieSql.Opruimen, new { datasetId }, transaction, commandTimeout: 0);
        }
        return rapport;
    }

    /// <summary>Makes a version what the public sees, with all that follows from it.</summary>
    internal async Task PubliceerInAsync(Lading lading, CancellationToken ct)
    {
        var dataset = await lading.Db.QuerySingleAsync<Gepubliceerd>(
            new(PublicatieSql.Publiceer, new { lading.VersieId }, lading.Transactie, cancellationToken: ct)
        );
        if (!dataset.Voorbeeld)
        {
            await lading.Db.ExecuteAsync(PublicatieSql.VoorbeeldWeg, transaction: lading.Transactie);
        }
        if (Onderwerpen.Van(dataset.Onderwerp).BijPublicatie is { } gevolg)
        {
            await gevolg(this, lading, ct);
        }
    }

    /// <summary>
    /// After the publication: what goes wrong here undoes nothing of it, and the next load does it again.
    /// </summary>
    internal static async Task RuimOpAsync(NpgsqlConnection connection, int datasetId, ImportRapport rapport)
    {
        try
        {
            await connection.ExecuteAsync(PublicatieSql.Opruimen, new { datasetId }, commandTimeout: 0);
        }
        catch (NpgsqlException)
        {
            rapport.Meldingen.Add(
                "De rijen van oude versies konden niet worden opgeruimd; dat gebeurt bij een volgende levering."
            );
        }
    }

    private async Task<Lading> NieuweAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        int versieId,
        ImportRapport rapport,
        Levering levering
    ) => await LadingAsync(connection, transaction, versieId, rapport, levering) with { Nakijktijd = Nakijktijd };

    internal static async Task<Lading> LadingAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        int versieId,
        ImportRapport rapport,
        Levering levering
    )
    {
        var (vorige, opties) = await connection.QuerySingleAsync<(int?, string)>(
            PublicatieSql.Vorige,
            new { versieId },
            transaction
        );
        return new(connection, transaction, versieId, vorige, rapport)
        {
            Levering = levering,
            Opties = JsonSerializer.Deserialize<Dictionary<string, string>>(opties)!,
        };
    }

    private sealed record Gepubliceerd(string Onderwerp, bool Voorbeeld);

    private sealed record Gelijk(int Id, string Status, int Nummer, int Gelezen, int Geladen, int Afgewezen);

    // A layer that is called as the areas are would take their place.
    private static async Task<int> DatasetAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction? transaction,
        Dataset dataset
    )
    {
        var id = await connection.QuerySingleAsync<int>(PublicatieSql.Dataset, dataset, transaction);
        var onderwerp = await connection.QuerySingleAsync<string>(
            PublicatieSql.Onderwerp,
            new { datasetId = id },
            transaction
        );
        return onderwerp == dataset.Onderwerp
            ? id
            : throw new ImportFout(
                $"Er is al een dataset '{dataset.Code}', en die gaat over iets anders ({onderwerp}). Kies een "
                    + "andere naam "
                    + "met --dataset. Er is niets veranderd."
            );
    }

    // The same file: published already, or a concept that waits (its id is returned).
    private async Task<int?> AlGeladenAsync(NpgsqlConnection connection, int datasetId, ImportRapport rapport)
    {
        var gelijk = Opnieuw
            ? null
            : await connection.QueryFirstOrDefaultAsync<Gelijk>(
                PublicatieSql.Gelijk,
                new { datasetId, rapport.Sha256 }
            );
        if (gelijk is null || await IsVerouderdAsync(connection, gelijk))
        {
            return null;
        }
        rapport.AlGeladen = gelijk.Status == "gepubliceerd";
        rapport.Concept = gelijk.Status == "concept" && AlleenConcept;
        rapport.AlKlaar = gelijk.Status == "concept";
        rapport.Versie = gelijk.Nummer;
        (rapport.Gelezen, rapport.Geladen, rapport.EerderAfgewezen) = (
            gelijk.Gelezen,
            gelijk.Geladen,
            gelijk.Afgewezen
        );
        if (!rapport.AlGeladen)
        {
            rapport.Meldingen.Add(
                $"Dit bestand stond al klaar als concept {gelijk.Nummer}; het is niet opnieuw gelezen. Opnieuw "
                    + "lezen: --opnieuw."
            );
        }
        var drempels = await Drempels.LeesAsync(connection);
        if (
            !rapport.AlGeladen
            && !AlleenConcept
            && !MagVerliezen
            && TeVeelVerlies(gelijk.Afgewezen, gelijk.Gelezen, drempels)
        )
        {
            throw new AfgekeurdeLevering(
                rapport,
                $"Van concept {gelijk.Nummer} zijn {gelijk.Afgewezen} van de {gelijk.Gelezen} rijen afgewezen: "
                    + $"meer dan {drempels.Verlies} %. "
                    + "Er is niets veranderd. Is dat toch goed, geef dan --verlies-toegestaan mee."
            );
        }
        return rapport.AlGeladen ? null : gelijk.Id;
    }

    // Areas changed since it was loaded, so where its rows belong is asked anew
    private async Task<bool> IsVerouderdAsync(NpgsqlConnection connection, Gelijk gelijk) =>
        !AlleenConcept
        && gelijk.Status == "concept"
        && await connection.QuerySingleOrDefaultAsync<string?>(PublicatieSql.GebiedenSinds, new { gelijk.Id })
            is not null;

    private async Task<int?> MaakConceptAsync(
        NpgsqlConnection connection,
        int datasetId,
        Dataset dataset,
        Levering levering,
        Func<Lading, Task> laad,
        ImportRapport rapport,
        CancellationToken ct
    )
    {
        if (rapport.AlGeladen)
        {
            return null;
        }
        await using var schijf = Schijfwacht.Begin(db, connection.ProcessID, archief, levering.Naam);
        var id = await BeginAsync(connection, null, datasetId, dataset, levering);
        try
        {
            await using var transaction = await connection.BeginTransactionAsync(ct);
            var lading = await NieuweAsync(connection, transaction, id, rapport, levering);
            await VulAsync(lading, datasetId, laad, ct);
            if (AlleenAlsAnders && lading.VorigeVersieId is not null && rapport is { Gewijzigd: 0, Vervallen: 0 })
            {
                await transaction.RollbackAsync(ct);
                await connection.ExecuteAsync("delete from versie where id = @id", new { id });
                rapport.AlGeladen = true;
                return null;
            }
            if (levering.Archiveer(archief) is { } melding)
            {
                rapport.Meldingen.Add(melding);
            }
            Weggelaten.Bewaar(archief, rapport.Sha256, rapport.Dataset, rapport.Weggelaten);
            await transaction.CommitAsync(ct);
        }
        catch (Exception fout)
        {
            var zin = schijf.Reden(levering.Naam) ?? Leesfouten.AlsZin(fout, levering.Naam);
            await MisluktAsync(id, zin?.Message ?? fout.Message);
            throw zin ?? fout;
        }
        rapport.Concept = AlleenConcept;
        return id;
    }

    private static Task<int> BeginAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction? transaction,
        int datasetId,
        Dataset dataset,
        Levering levering
    ) =>
        connection.QuerySingleAsync<int>(
            PublicatieSql.Begin,
            new
            {
                datasetId,
                levering.Naam,
                levering.Sha256,
                levering.Bytes,
                Gegevens = JsonSerializer.Serialize(dataset, JsonSerializerOptions.Web),
            },
            transaction
        );

    private async Task VulAsync(Lading lading, int datasetId, Func<Lading, Task> laad, CancellationToken ct)
    {
        await laad(lading);
        lading.Rapport.Meldingen.InsertRange(0, lading.Levering.Meldingen);
        var drempels = await Drempels.LeesAsync(lading.Db, lading.Transactie);
        ControleerOmvang(lading.Rapport, await GeladenAsync(lading), drempels);
        var onderwerp = Onderwerpen.Van(
            await lading.Db.QuerySingleAsync<string>(PublicatieSql.Onderwerp, new { datasetId })
        );
        if (onderwerp.NaLaden is { } vervolg)
        {
            await vervolg(lading, ct);
        }
        lading.Rapport.Versie = await lading.Db.QuerySingleAsync<int>(
            PublicatieSql.Concept,
            new
            {
                lading.VersieId,
                lading.Rapport.Gelezen,
                lading.Rapport.Geladen,
                lading.Rapport.Gewijzigd,
                Afgewezen = lading.Rapport.Afwijzingen.Rijen,
                Toelichting = string.Join('\n', lading.Rapport.Meldingen),
                Opties = JsonSerializer.Serialize(lading.Opties),
            },
            lading.Transactie
        );
    }

    private static Task<int?> GeladenAsync(Lading lading) =>
        lading.Db.QuerySingleOrDefaultAsync<int?>(
            "select geladen from versie where id = @VorigeVersieId",
            new { lading.VorigeVersieId },
            lading.Transactie
        );

    private void ControleerOmvang(ImportRapport rapport, int? vorige, Drempels drempels)
    {
        if (rapport.Geladen == 0)
        {
            throw new AfgekeurdeLevering(
                rapport,
                $"Van {rapport.Bestand} kon geen enkele rij worden geladen. Er is niets veranderd."
            );
        }
        var verlies = $"Er is niets veranderd. Is dat toch goed, geef dan --verlies-toegestaan mee.";
        if (!MagVerliezen && rapport.TeLang is { } lang)
        {
            throw new AfgekeurdeLevering(
                rapport,
                $"{rapport.Bestand}, rij {lang.Rij}: deze rij loopt over {lang.Regels} regels. Waarschijnlijk "
                    + "staat er een "
                    + $"aanhalingsteken te veel, en zijn de rijen erna opgeslokt. {verlies}"
            );
        }
        if (
            !MagVerliezen
            && TeVeelVerlies(rapport.Afwijzingen.Rijen, Math.Max(rapport.Gelezen, rapport.Geladen), drempels)
        )
        {
            throw new AfgekeurdeLevering(
                rapport,
                $"Van {rapport.Bestand} zijn {rapport.Afwijzingen.Rijen} van de {rapport.Gelezen} rijen "
                    + "afgewezen: meer dan "
                    + $"{drempels.Verlies} %. {verlies}"
            );
        }
        if (!MagKrimpen && rapport.Geladen * 100L < vorige * (100L - drempels.Krimp))
        {
            throw new AfgekeurdeLevering(
                rapport,
                $"{rapport.Bestand} geeft {Zin.Rijen(rapport.Geladen)}, de gepubliceerde versie heeft er {vorige}: "
                    + $"meer dan {drempels.Krimp} % minder. Er is niets veranderd. Klopt het toch, geef dan "
                    + "--krimp-toegestaan mee."
            );
        }
    }

    private static bool TeVeelVerlies(int afgewezen, int gelezen, Drempels drempels) =>
        afgewezen * 100L > (long)drempels.Verlies * gelezen;

    // On a connection of its own: that of the load may be what failed. Where this fails too, the next load marks it.
    private async Task MisluktAsync(int versieId, string reden)
    {
        try
        {
            await using var connection = await db.OpenConnectionAsync();
            await connection.ExecuteAsync(PublicatieSql.Mislukt, new { versieId, reden });
        }
        catch (NpgsqlException) { }
    }
}

/// <summary>A delivery that was refused as a whole, with the report of what was wrong in it.</summary>
public sealed class AfgekeurdeLevering(ImportRapport rapport, string message) : Exception(message)
{
    public ImportRapport Rapport { get; } = rapport;
}
