using Dapper;
using Portal.Data.Datasets;

namespace Portal.Data.Gebieden;

/// <summary>
/// Whether a figure of the municipality is of the municipality that we know: one that has since taken in another has
/// other borders under the same code.
/// </summary>
internal static class InwonersGrens
{
    /// <summary>
    /// The rows without those of the city whose shape leaves out a stadsdeel of ours; such a row is rejected with the
    /// reason.
    /// </summary>
    public static async Task<IReadOnlyList<(InwonersRij Rij, string Code)>> PassendAsync(
        Lading lading,
        List<(InwonersRij Rij, string Code)> rijen,
        string stad,
        CancellationToken ct
    )
    {
        var fout = new HashSet<InwonersRij>();
        foreach (var (rij, _) in rijen.Where(r => r.Code == stad && r.Rij.Vorm is not null))
        {
            var buiten = (
                await lading.Db.QueryAsync<string>(new(Sql, new { rij.Vorm }, lading.Transactie, cancellationToken: ct))
            ).AsList();
            if (buiten.Count > 0)
            {
                lading.Rapport.Wijs(
                    rij.Rij,
                    "geometrie",
                    rij.Naam ?? rij.Code,
                    $"de gemeente had toen andere grenzen dan nu: {string.Join(", ", buiten)} hoorde er niet bij"
                );
                fout.Add(rij);
            }
        }
        return [.. rijen.Where(r => !fout.Contains(r.Rij))];
    }

    // Half: borders of CBS leave out large water, which no stadsdeel is made of for more than a part.
    private const string Sql = """
        with vorm as (
            select ST_MakeValid(case when ST_XMax(v) <= 8 then ST_Transform(ST_SetSRID(v, 4326), 28992)
                else ST_SetSRID(v, 28992) end) as geom
            from (select vlak_van(lees_geojson(@Vorm)) as v) r where not ST_IsEmpty(v) and ringen_dicht(v))
        select g.naam from gebied_nu g, vorm where g.soort = 'stadsdeel'
            and ST_Area(ST_Intersection(g.geom, vorm.geom)) < ST_Area(g.geom) / 2 order by g.code
        """;
}
