using System.Text;
using Portal.Data;
using Portal.Data.Beheer;

namespace Portal.Web.Beheer;

/// <summary>Hands over one row, by the road of every delivery: a concept, which another approves.</summary>
public sealed class Rijwerk(Aanlevermap map, Aanleveringen aanleveringen, Aanleverwacht wacht, Logboek logboek)
{
    /// <returns>The id of the delivery.</returns>
    public async Task<int> LeverAsync(
        (int Id, string Email) wie,
        RijDatasetRow dataset,
        string sleutel,
        string geojson,
        CancellationToken ct
    )
    {
        var soort = dataset.Van.Imports[0].Naam;
        const string naam = "wijziging-van-een-rij.geojson";
        var plek = await map.BewaarAsync(naam, new MemoryStream(Encoding.UTF8.GetBytes(geojson)), ct);
        var id = await aanleveringen.MaakAsync(wie.Id, soort, naam, plek, Keuzes(dataset), ct);
        await logboek.SchrijfAsync(
            wie.Email,
            "rij gewijzigd",
            ct,
            dataset.Code,
            details: new { aanlevering = id, rij = sleutel }
        );
        wacht.Wek();
        return id;
    }

    // What the delivery before said of the dataset, so that nothing else of it changes
    private static Dictionary<string, string> Keuzes(RijDatasetRow dataset)
    {
        var d = dataset.Dataset;
        var keuzes = new Dictionary<string, string?>
        {
            ["dataset"] = dataset.Code,
            ["titel"] = d?.Titel ?? dataset.Titel,
            ["eigenaar"] = d?.Eigenaar,
            ["bron"] = d?.Bron,
            ["licentie"] = d?.Licentie,
            ["licentie-url"] = d?.LicentieUrl,
            ["aanvulling"] = "ja",
        };
        if (dataset.IsLaag)
        {
            (keuzes["sleutel"], keuzes["titelkolom"], keuzes["doel"]) = ("id", "titel", d?.Doel);
        }
        return keuzes.Where(k => k.Value is not null).ToDictionary(k => k.Key, k => k.Value!);
    }
}
