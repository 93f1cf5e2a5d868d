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

    /// <summary>The row as delivered, as JSON.</summary>
    public string? Bron { get; init; }

    private const string CopySql = """
        copy begrotingspost (versie_id, rij, bronsleutel, jaar, fase, bl, programma_code, taakveld, categorie, beleidsterrein, toerekening,
            indeling, gebied_soort, gebied_code, herkend, sleutel, project_id, project, omschrijving, regeling, ontvanger_soort, ontvanger,
            bedrag, aangevraagd, vastgesteld, peildatum, bron) from stdin (format binary)
        """;

    internal static async Task KopieerAsync(Lading lading, IEnumerable<PostRij> posten, CancellationToken ct)
    {
        await using var copy = await lading.Db.BeginBinaryImportAsync(CopySql, ct);
        foreach (var p in posten)
        {
            await copy.WriteRowAsync(
                ct, lading.VersieId, p.Rij, p.Bronsleutel, p.Jaar, p.Fase, p.Bl, Of(p.ProgrammaCode), Of(p.Taakveld), Of(p.Categorie), Of(p.Beleidsterrein), p.Toerekening,
                Of(p.Indeling), Of(p.GebiedSoort), Of(p.GebiedCode), Of(p.Herkend), Of(p.Sleutel), Of(p.ProjectId), Of(p.Project), Of(p.Omschrijving), Of(p.Regeling),
                Of(p.OntvangerSoort), Of(p.Ontvanger), Of(p.Bedrag), Of(p.Aangevraagd), Of(p.Vastgesteld), Of(p.Peildatum), Of(p.Bron));
            lading.Rapport.Geladen++;
        }
        await copy.CompleteAsync(ct);
    }

    /// <summary>How many posts are new or different, and how many are gone, against the version before.</summary>
    internal const string VerschilSql = """
        with veld as (
            select versie_id, bronsleutel, md5(row(jaar, fase, bl, programma_code, taakveld, categorie, beleidsterrein, toerekening, indeling, gebied_code,
                   herkend, sleutel, project_id, project, omschrijving, regeling, ontvanger, bedrag, aangevraagd, vastgesteld)::text) as inhoud
            from begrotingspost where versie_id in (@VersieId, @VorigeVersieId))
        select count(*) filter (where n.inhoud is not null and o.inhoud is distinct from n.inhoud)::int, count(*) filter (where n.inhoud is null)::int
        from (select * from veld where versie_id = @VersieId) n
        full join (select * from veld where versie_id = @VorigeVersieId) o using (bronsleutel)
        """;

    private static object Of(object? waarde) => waarde ?? DBNull.Value;
}
