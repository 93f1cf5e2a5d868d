using Npgsql;
using Portal.Data;
using Portal.Data.Beheer;
using Portal.Data.Datasets;

namespace Portal.Web.Beheer;

/// <summary>
/// What staff do with a version once it is loaded. It is written in the log first, so that nothing happens that is not
/// there; what failed is written after it.
/// </summary>
public sealed class Publicatiewerk(Instellingen instellingen, Logboek logboek)
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
