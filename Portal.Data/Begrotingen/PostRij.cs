using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;
using Portal.Data.Datasets;

namespace Portal.Data.Begrotingen;

/// <summary>A begrotingspost on its way into the database; the properties are the columns.</summary>
public sealed record PostRij
{
    public required int Rij { get; init; }
    public required string Bronsleutel { get; init; }
    public required short Jaar { get; init; }
    public required string Fase { get; init; }
    public string Bl { get; init; } = "L";
    public string? ProgrammaCode { get; init; }
    public string? Taakveld { get; init; }
    public string? Categorie { get; init; }
    public string? Beleidsterrein { get; init; }
    public required string Toerekening { get; init; }
    public short? Indeling { get; init; }
    public string? GebiedSoort { get; init; }
    public string? GebiedCode { get; init; }
    public string? Herkend { get; init; }
    public string? Sleutel { get; init; }
    public string? ProjectId { get; init; }
    public string? Project { get; init; }
    public string? Omschrijving { get; init; }
    public string? Regeling { get; init; }
    public string? OntvangerSoort { get; init; }
    public string? Ontvanger { get; init; }
    public decimal? Bedrag { get; init; }
    public decimal? Aangevraagd { get; init; }
    public decimal? Vastgesteld { get; init; }
    public DateOnly? Peildatum { get; init; }

    /// <summary>The first year the money is for; null: only the year of the dossier is known.</summary>
    public short? VoorVan { get; init; }

    /// <summary>The last year the money is for; null beside a first year: until when is not known.</summary>
    public short? VoorTot { get; init; }

    /// <summary>How we know: <c>bron</c>, <c>tekst</c> or <c>dossier</c>.</summary>
    public string JaarBasis { get; init; } = "bron";

    /// <summary>The words from which the years were read.</summary>
    public string? VoorTekst { get; init; }

    /// <summary>Where it is, as WKT in the file's own coordinates; null: only its area is known.</summary>
    public string? Plek { get; init; }

    /// <summary>The place that its text names.</summary>
    public Herkenning? Plaats { get; init; }

    /// <summary>The row as delivered, as JSON.</summary>
    public string? Bron { get; init; }

    private const string CopySql = """
        copy begrotingspost (versie_id, rij, bronsleutel, jaar, fase, bl, programma_code, taakveld, categorie, beleidsterrein, toerekening,
            indeling, gebied_soort, gebied_code, herkend, sleutel, project_id, project, omschrijving, regeling, ontvanger_soort, ontvanger,
            bedrag, aangevraagd, vastgesteld, peildatum, bron, voor_van, voor_tot, jaar_basis, voor_tekst, inhoud) from stdin (format binary)
        """;

    /// <summary>Counts for the report what differs from the version before.</summary>
    internal static async Task TelVerschilAsync(Lading lading, CancellationToken ct) =>
        (lading.Rapport.Gewijzigd, lading.Rapport.Vervallen) = await lading.Db.QuerySingleAsync<(int, int)>(
            new(
                VerschilSql,
                new { lading.VersieId, lading.VorigeVersieId },
                lading.Transactie,
                commandTimeout: 0,
                cancellationToken: ct
            )
        );

    /// <summary>Writes the posts of a version, each as soon as it is read.</summary>
    internal static async Task KopieerAsync(Lading lading, IEnumerable<PostRij> posten, CancellationToken ct)
    {
        await using var copy = await lading.Db.BeginBinaryImportAsync(CopySql, ct);
        copy.Timeout = Timeout.InfiniteTimeSpan; // the references of a million rows are only checked after the last one
        foreach (var p in posten)
        {
            await copy.WriteRowAsync(
                ct,
                lading.VersieId,
                p.Rij,
                p.Bronsleutel,
                p.Jaar,
                p.Fase,
                p.Bl,
                Of(p.ProgrammaCode),
                Of(p.Taakveld),
                Of(p.Categorie),
                Of(p.Beleidsterrein),
                p.Toerekening,
                Of(p.Indeling),
                Of(p.GebiedSoort),
                Of(p.GebiedCode),
                Of(p.Herkend),
                Of(p.Sleutel),
                Of(p.ProjectId),
                Of(p.Project),
                Of(p.Omschrijving),
                Of(p.Regeling),
                Of(p.OntvangerSoort),
                Of(p.Ontvanger),
                Of(p.Bedrag),
                Of(p.Aangevraagd),
                Of(p.Vastgesteld),
                Of(p.Peildatum),
                Of(p.Bron),
                Of(p.VoorVan),
                Of(p.VoorTot),
                p.JaarBasis,
                Of(p.VoorTekst),
                p.Inhoud
            );
            lading.Rapport.Geladen++;
        }
        await copy.CompleteAsync(ct);
    }

    /// <summary>
    /// What makes a post another one: the one list of columns by which versions are compared, in the report of an
    /// import and in the differences.
    /// </summary>
    public string Inhoud =>
        Convert.ToHexStringLower(
            SHA256
                .HashData(
                    Encoding.UTF8.GetBytes(
                        string.Join(
                            '\u001F',
                            Jaar,
                            Fase,
                            Bl,
                            ProgrammaCode,
                            Taakveld,
                            Categorie,
                            Beleidsterrein,
                            Toerekening,
                            Indeling,
                            GebiedCode,
                            Herkend,
                            Sleutel,
                            ProjectId,
                            Project,
                            Omschrijving,
                            Regeling,
                            Ontvanger,
                            Cent(Bedrag),
                            Cent(Aangevraagd),
                            Cent(Vastgesteld),
                            VoorVan,
                            VoorTot,
                            JaarBasis,
                            VoorTekst + (Plek is null ? "" : $"\u001F{Plek}")
                        )
                    )
                )
                .AsSpan(0, 16)
        );

    /// <summary>How many posts are new or different, and how many are gone, against the version before.</summary>
    private const string VerschilSql = """
        select count(*) filter (where n.inhoud is not null and o.inhoud is distinct from n.inhoud)::int,
            count(*) filter (where n.inhoud is null)::int
        from (select bronsleutel, inhoud from begrotingspost where versie_id = @VersieId) n
        full join (select bronsleutel, inhoud from begrotingspost
        where versie_id = @VorigeVersieId) o using (bronsleutel)
        """;

    private static string? Cent(decimal? bedrag) => bedrag?.ToString("0.00", CultureInfo.InvariantCulture);

    private static object Of(object? waarde) => waarde ?? DBNull.Value;
}
