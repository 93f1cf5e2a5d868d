using Dapper;
using Portal.Data.Datasets;
using Portal.Data.Registers;

namespace Portal.Data.Indicatoren;

/// <summary>
/// Where figures were measured, by the rules of every register; of a figure that is hidden the place is not kept
/// either.
/// </summary>
internal static class Meetplekken
{
    public static async Task BewaarAsync(Lading lading, IEnumerable<GekeurdeMeting> metingen, CancellationToken ct)
    {
        var plekken = metingen
            .Where(m => m is { Gesloten: false, Rij.Plek: not null })
            .Select(m => new RegisterRij(m.Rij.Rij, $"{m.Rij.Rij}", true, "", m.Gebied.Code, null, m.Rij.Plek, "{}"))
            .ToList();
        if (plekken.Count == 0)
        {
            return;
        }
        await RegisterTabel.LeesInAsync(lading, plekken, ct);
        await lading.Db.ExecuteAsync(
            new(ZetSql, new { lading.VersieId }, lading.Transactie, commandTimeout: 0, cancellationToken: ct)
        );
        lading.Rapport.Geladen -= await lading.Db.ExecuteAsync(
            new(WegSql, new { lading.VersieId }, lading.Transactie, commandTimeout: 0, cancellationToken: ct)
        );
    }

    private const string ZetSql = """
        update meting m set plek = i.geom from register_in i
        where m.versie_id = @VersieId and m.rij = i.rij and i.goed
        """;

    private const string WegSql =
        "delete from meting m using register_in i where m.versie_id = @VersieId and m.rij = i.rij and not i.goed";
}
