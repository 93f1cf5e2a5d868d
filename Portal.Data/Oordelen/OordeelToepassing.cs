using Dapper;
using Npgsql;
using Portal.Data.Begrotingen;

namespace Portal.Data.Oordelen;

/// <summary>
/// Brings the texts of every post that is in the database up to the judgements as they are now, by reading its delivery
/// again. Amounts and areas stay as they were published.
/// </summary>
internal sealed class OordeelToepassing(NpgsqlConnection connection, NpgsqlTransaction transaction, string archief)
{
    /// <param name="zonderBestand">Mask every text of a delivery whose file is not in the archive, rather than
    /// refuse.</param>
    /// <returns>How many posts changed.</returns>
    /// <exception cref="ImportFout">The file of a delivery is not in the archive.</exception>
    public async Task<int> PasToeAsync(bool zonderBestand, CancellationToken ct)
    {
        var veranderd = 0;
        foreach (
            var v in await connection.QueryAsync<Versie>(
                new(VersiesSql, transaction: transaction, cancellationToken: ct)
            )
        )
        {
            var gelezen =
                await PostArchief.LeesAsync(connection, transaction, archief, v.Code, v.Bestand, v.Sha256, null, ct)
                ?? (zonderBestand ? new Dictionary<string, PostRij>() : null)
                ?? throw new ImportFout(
                    $"Het bestand van {v.Code}, versie {v.Nummer} ({v.Sha256}) staat niet in het archief "
                        + $"{archief}. Zet het terug en probeer het opnieuw; er is niets veranderd."
                );
            veranderd += await WerkBijAsync(v.Id, gelezen, ct);
        }
        return veranderd;
    }

    private async Task<int> WerkBijAsync(int versie, IReadOnlyDictionary<string, PostRij> gelezen, CancellationToken ct)
    {
        await connection.ExecuteAsync(new(TijdelijkSql, transaction: transaction, cancellationToken: ct));
        var geplaatst = await connection.QueryAsync<Plaats>(
            new(PlaatsSql, new { versie }, transaction, cancellationToken: ct)
        );
        await using (
            var copy = await connection.BeginBinaryImportAsync(
                """
                copy oordeel_post (id, project_id, project, omschrijving, regeling, beleidsterrein, categorie,
                    ontvanger_soort, ontvanger, bron, inhoud) from stdin (format binary)
                """,
                ct
            )
        )
        {
            foreach (var p in geplaatst)
            {
                var post = (gelezen.GetValueOrDefault(p.Bronsleutel) ?? Weggelaten(p)) with
                {
                    Toerekening = p.Toerekening,
                    Indeling = p.Indeling,
                    GebiedCode = p.GebiedCode,
                    Herkend = p.Herkend,
                    Sleutel = p.Sleutel,
                    ProgrammaCode = p.ProgrammaCode,
                };
                await copy.WriteRowAsync(
                    ct,
                    p.Id,
                    Of(post.ProjectId),
                    Of(post.Project),
                    Of(post.Omschrijving),
                    Of(post.Regeling),
                    Of(post.Beleidsterrein),
                    Of(post.Categorie),
                    Of(post.OntvangerSoort),
                    Of(post.Ontvanger),
                    Of(post.Bron),
                    post.Inhoud
                );
            }
            await copy.CompleteAsync(ct);
        }
        return await connection.ExecuteAsync(
            new(BijwerkSql, transaction: transaction, commandTimeout: 0, cancellationToken: ct)
        );
    }

    // A row that cannot be read again: what it says is not known, so nothing of it is shown but the money.
    private static PostRij Weggelaten(Plaats p) =>
        new()
        {
            Rij = 0,
            Bronsleutel = p.Bronsleutel,
            Jaar = 0,
            Fase = "",
            Toerekening = p.Toerekening,
            Omschrijving = Masker.Titel,
            OntvangerSoort = "onbeoordeeld",
            Ontvanger = Masker.Onbeoordeeld,
        };

    private static object Of(object? waarde) => waarde ?? DBNull.Value;

    private sealed record Versie(int Id, string Code, int Nummer, string Bestand, string Sha256);

    private sealed record Plaats(
        long Id,
        string Bronsleutel,
        string Toerekening,
        short? Indeling,
        string? GebiedCode,
        string? Herkend,
        string? Sleutel,
        string? ProgrammaCode
    );

    private const string VersiesSql = """
        select v.id, d.code, v.nummer, v.bestand, v.sha256 from versie v join dataset d on d.id = v.dataset_id
        where not d.voorbeeld and exists (select from begrotingspost p where p.versie_id = v.id) order by v.id
        """;

    private const string PlaatsSql = """
        select id, bronsleutel, toerekening, indeling, gebied_code, herkend, sleutel, programma_code
            from begrotingspost where versie_id = @versie
        """;

    private const string TijdelijkSql = """
        create temp table if not exists oordeel_post (id bigint, project_id text, project text, omschrijving text,
            regeling text, beleidsterrein text, categorie text, ontvanger_soort text, ontvanger text, bron json,
            inhoud text) on commit drop;
        truncate oordeel_post
        """;

    private const string BijwerkSql = """
        update begrotingspost p set project_id = n.project_id, project = n.project, omschrijving = n.omschrijving,
            regeling = n.regeling, beleidsterrein = n.beleidsterrein, categorie = n.categorie,
               ontvanger_soort = n.ontvanger_soort, ontvanger = n.ontvanger, bron = n.bron, inhoud = n.inhoud
        from oordeel_post n where n.id = p.id and (n.inhoud <> p.inhoud or n.bron::text is distinct from p.bron::text)
        """;
}
