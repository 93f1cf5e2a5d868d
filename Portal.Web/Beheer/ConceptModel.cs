using Portal.Data.Beheer;
using Portal.Data.Datasets;

namespace Portal.Web.Beheer;

/// <summary>What can be done with a concept now, by who looks at it.</summary>
/// <param name="Open">Findings that somebody must decide on first.</param>
public sealed record Publicatiestand(bool MagPubliceren, bool EigenWerk, int Open, PlanRow? Gepland);

/// <summary>What the pages about a concept have in common.</summary>
public sealed class Conceptwerk(
    Concepten concepten,
    Aanleveringen aanleveringen,
    Planningen planningen,
    Publicatiewerk werk,
    Logboek logboek,
    Aanleverwacht wacht
)
{
    public Publicatiewerk Werk => werk;
    public Planningen Planningen => planningen;
    public Aanleveringen Aanleveringen => aanleveringen;

    /// <summary>Reads the file again by what was decided of its findings.</summary>
    /// <returns>What is wrong; null: it is under way.</returns>
    public async Task<string?> BesluitAsync(
        string wie,
        ConceptRow concept,
        AanleveringRow levering,
        IReadOnlyDictionary<string, Besluit> besluiten,
        CancellationToken ct
    )
    {
        await logboek.SchrijfAsync(wie, "controle beslist", ct, concept.Code, concept.Nummer, besluiten);
        if (!await aanleveringen.BesluitAsync(levering.Id, besluiten, ct))
        {
            return "Dit bestand is intussen verwerkt, of er niet meer. Lever het opnieuw aan.";
        }
        wacht.Wek();
        return null;
    }

    /// <summary>Reads the same file again: the areas that it rests on are others now.</summary>
    /// <returns>What is wrong; null: it is under way.</returns>
    public async Task<string?> LeesOpnieuwAsync(
        string wie,
        ConceptRow concept,
        AanleveringRow levering,
        CancellationToken ct
    )
    {
        await logboek.SchrijfAsync(wie, "opnieuw gelezen", ct, concept.Code, concept.Nummer);
        if (!await aanleveringen.LeesOpnieuwAsync(levering.Id, ct))
        {
            return "Dit bestand is intussen verwerkt, of er niet meer. Lever het opnieuw aan.";
        }
        wacht.Wek();
        return null;
    }

    public Task<ConceptVerschil?> VerschilAsync(ConceptRow concept, CancellationToken ct) =>
        concepten.VerschilAsync(concept, ct);

    public Task<(string Soort, string Code, string Naam)?> GebiedAsync(ConceptRow concept, CancellationToken ct) =>
        concepten.GebiedAsync(concept, ct);

    public Task<ConceptRow?> VindAsync(int versie, int ik, CancellationToken ct) => concepten.VindAsync(versie, ik, ct);
}

/// <summary>A page about one concept.</summary>
public abstract class ConceptModel(Conceptwerk concepten, Instellingen instellingen) : BeheerModel
{
    public ConceptRow Concept { get; private set; } = null!;
    public AanleveringRow? Levering { get; private set; }
    public Publicatiestand Stand { get; private set; } = null!;

    /// <summary>Whether staff can load and publish here.</summary>
    public bool Schrijft => instellingen.StafSchrijft;
    public bool MagWeggooien => Schrijft && Stand.Gepland is null && (Rol == Rollen.Publicist || Concept.OokVanMij);

    /// <summary>Whether it came by a file that can be read once more.</summary>
    public bool MagOpnieuw =>
        MagWeggooien && Levering is { Status: "klaar" } l && Aanleversoorten.IsBestand(l.Soort, l.Gezegd);

    protected Conceptwerk Concepten => concepten;

    /// <returns>False: there is no such concept.</returns>
    protected async Task<bool> LeesAsync(int versie, CancellationToken ct)
    {
        if (await concepten.VindAsync(versie, Id, ct) is not { } gevonden)
        {
            return false;
        }
        (Concept, Levering) = (gevonden, await concepten.Aanleveringen.VanVersieAsync(versie, ct));
        var eigen = concepten.Werk.IsEigenWerk(gevonden);
        Stand = new(
            instellingen.StafSchrijft && Rol == Rollen.Publicist && !eigen,
            eigen,
            Levering?.Open ?? 0,
            await concepten.Planningen.VindAsync(versie, ct)
        );
        return true;
    }
}
