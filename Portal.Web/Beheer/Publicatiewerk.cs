using Npgsql;
using Portal.Data;
using Portal.Data.Beheer;
using Portal.Data.Datasets;

namespace Portal.Web.Beheer;

/// <summary>
/// What staff do with a version once it is loaded. It is written in the log first, so that nothing happens that is not
/// there; what failed is written after it.
/// </summary>
public sealed class Publicatiewerk(Instellingen instellingen, Logboek logboek, Planningen planningen)
{
    /// <summary>Who may not approve this herself.</summary>
    public bool IsEigenWerk(ConceptRow concept) => instellingen.VierOgen && concept.OokVanMij;

    /// <returns>What is wrong, in Dutch; null: it is public.</returns>
    public Task<string?> PubliceerAsync(string wie, ConceptRow concept, string wijziging, CancellationToken ct) =>
        DoeAsync(
            wie,
            "goedgekeurd en gepubliceerd",
            concept.Code,
            concept.Nummer,
            wijziging,
            v => v.PubliceerAsync(concept.Code, concept.Nummer, CancellationToken.None, wijziging),
            ct
        );

    /// <summary>Approved now, public later (<see cref="Planwacht"/>).</summary>
    public async Task PlanAsync(
        string wie,
        int id,
        ConceptRow concept,
        DateTime op,
        string wijziging,
        CancellationToken ct
    )
    {
        await logboek.SchrijfAsync(
            wie,
            "goedgekeurd voor later",
            ct,
            concept.Code,
            concept.Nummer,
            new { op, wijziging }
        );
        await planningen.ZetAsync(concept.Id, id, op, wijziging, ct);
    }

    public async Task OntplanAsync(string wie, ConceptRow concept, CancellationToken ct)
    {
        await logboek.SchrijfAsync(wie, "planning weggehaald", ct, concept.Code, concept.Nummer);
        await planningen.WegAsync(concept.Id, ct);
    }

    /// <summary>What is said of a concept; what stood there before stands in the log.</summary>
    public async Task BeschrijfAsync(
        string wie,
        BeschrijvingRow rij,
        Beschrijving beschrijving,
        DateOnly? peildatum,
        string? thema,
        CancellationToken ct
    )
    {
        var details = new
        {
            versie = rij.Id,
            was = rij.Beschrijving,
            werd = beschrijving,
            peildatum,
            thema,
        };
        await logboek.SchrijfAsync(wie, "beschreven", ct, rij.Code, details: details);
        await using var db = NpgsqlDataSource.Create(PortalData.AlsSchrijver(instellingen.DatabaseVanImports));
        await Beschrijvingen.BewaarAsync(db, rij.Id, beschrijving, peildatum, thema, ct);
    }

    /// <summary>A concept goes with its rows; what is public leaves the site, and the reason stands there.</summary>
    public Task<string?> TrekInAsync(string wie, string code, int nummer, string reden, CancellationToken ct) =>
        DoeAsync(
            wie,
            "ingetrokken",
            code,
            nummer,
            reden,
            v => v.TrekInAsync(code, nummer, reden, CancellationToken.None),
            ct
        );

    /// <summary>The version before counts again.</summary>
    public Task<string?> NeemTerugAsync(string wie, string code, int nummer, string reden, CancellationToken ct) =>
        DoeAsync(wie, "teruggehaald", code, nummer, reden, v => v.NeemTerugAsync(code, CancellationToken.None), ct);

    private async Task<string?> DoeAsync(
        string wie,
        string wat,
        string code,
        int nummer,
        string waarom,
        Func<Versiebeheer, Task> doe,
        CancellationToken ct
    )
    {
        await logboek.SchrijfAsync(wie, wat, ct, code, nummer, new { waarom });
        try
        {
            await using var db = NpgsqlDataSource.Create(PortalData.AlsSchrijver(instellingen.DatabaseVanImports));
            await doe(new(db, instellingen.Archief));
            return null;
        }
        catch (ImportFout fout)
        {
            var zin = Webzin.Van(fout.Message);
            await logboek.SchrijfAsync(wie, $"niet gelukt: {wat}", CancellationToken.None, code, nummer, new { zin });
            return zin;
        }
        catch (NpgsqlException)
        {
            await logboek.SchrijfAsync(wie, $"niet gelukt: {wat}", CancellationToken.None, code, nummer);
            throw;
        }
    }
}
