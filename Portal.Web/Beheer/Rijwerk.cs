using System.Text;
using Npgsql;
using Portal.Data;
using Portal.Data.Beheer;
using Portal.Data.Datasets;

namespace Portal.Web.Beheer;

/// <summary>Hands over one row, by the road of every delivery: a concept, which another approves.</summary>
public sealed class Rijwerk(
    Aanlevermap map,
    Aanleveringen aanleveringen,
    Aanleverwacht wacht,
    Logboek logboek,
    Instellingen instellingen
)
{
    /// <summary>A version without this row.</summary>
    /// <returns>The concept.</returns>
    public async Task<int> HaalWegAsync(
        (int Id, string Email) wie,
        RijDatasetRow dataset,
        (string Sleutel, string? Stempel) rij,
        string reden,
        CancellationToken ct
    )
    {
        await logboek.SchrijfAsync(wie.Email, "rij weg", ct, dataset.Code, details: new { rij = rij.Sleutel, reden });
        return await LosAsync(
            wie.Id,
            "een rij weg",
            reden,
            v => v.ZonderRijAsync(dataset.Code, rij.Sleutel, rij.Stempel, reden, ct),
            ct
        );
    }

    /// <summary>A version with the same rows, to be described.</summary>
    /// <returns>The concept.</returns>
    public async Task<int> BeschrijfAsync((int Id, string Email) wie, string code, CancellationToken ct)
    {
        await logboek.SchrijfAsync(wie.Email, "beschrijving begonnen", ct, code);
        return await LosAsync(wie.Id, "andere beschrijving", null, v => v.BeschrijfAsync(code, ct), ct);
    }

    /// <summary>
    /// Of what is replaced whole: the file that is public now is read once more, as a concept to be described.
    /// </summary>
    /// <returns>The id of the delivery.</returns>
    /// <exception cref="ImportFout">The file is not there any more.</exception>
    public async Task<int> BeschrijfGeheelAsync(
        (int Id, string Email) wie,
        string code,
        AanleveringRow nu,
        string sha256,
        CancellationToken ct
    )
    {
        await logboek.SchrijfAsync(wie.Email, "beschrijving begonnen", ct, code);
        var plek = $"{Guid.NewGuid():N}";
        map.HaalTerug(plek, nu.Bestand, sha256);
        var keuzes = new Dictionary<string, string>(nu.Gezegd) { [Aanleveringen.Opnieuw] = "ja" };
        var id = await aanleveringen.MaakAsync(wie.Id, nu.Soort, nu.Bestand, plek, keuzes, ct, nu.Id);
        wacht.Wek();
        return id;
    }

    private async Task<int> LosAsync(
        int wie,
        string wat,
        string? reden,
        Func<LosseVersie, Task<Losconcept>> maak,
        CancellationToken ct
    )
    {
        await using var db = NpgsqlDataSource.Create(PortalData.AlsSchrijver(instellingen.DatabaseVanImports));
        var concept = await maak(new(db, instellingen.Archief));
        await aanleveringen.ZonderBestandAsync(wie, wat, concept.Id, reden, ct);
        return concept.Id;
    }

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
