using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Data.Indicatoren;

namespace Portal.Data.Ophalen;

/// <summary>
/// Figures per area as a delivery of measurements, and inhabitants and households where the source has them.
/// </summary>
internal static class CijferStap
{
    public static async Task<Uitkomst> LaadAsync(Opdracht opdracht, Gereedschap met, CancellationToken ct)
    {
        var gelezen =
            opdracht.Bron.Formaat == Bronformaat.OData
                ? await new CbsCijfers(opdracht, met).LeesAsync(ct)
                : await VanRijenAsync(opdracht, met, ct);
        if (gelezen is null)
        {
            return Uitkomst.Gelijk(opdracht.Eerder);
        }
        var gebieden = await Gebiedscodes.LeesAsync(met.Db, ct);
        var passend = gebieden.Pas(gelezen);
        var rapporten = new List<ImportRapport>();
        foreach (var jaar in passend.Standen.Select(s => s.Jaar).Distinct().Order())
        {
            rapporten.Add(await InwonersAsync(opdracht, met, [.. passend.Standen.Where(s => s.Jaar == jaar)], ct));
        }
        var pad = met.Pad($"{opdracht.Bron.Code}-{opdracht.Gemeente.Code}.csv");
        var rijen = Cijferbestand.Schrijf(pad, passend.Cijfers);
        if (rijen == 0)
        {
            throw new ImportFout(
                $"'{opdracht.Bron.Titel}' geeft geen enkel cijfer van de gebieden van {opdracht.Gemeente.Naam}."
            );
        }
        rapporten.Add(await new MetingImport(opdracht.Publicatie(met)).LaadAsync(pad, Keuzes(opdracht.Bron), ct));
        return new(rapporten, gelezen.Kenmerk, passend.Meldingen);
    }

    private static async Task<Metingen?> VanRijenAsync(Opdracht opdracht, Gereedschap met, CancellationToken ct)
    {
        var deel = opdracht.Bron.Cijfers!;
        bool Eigen(Bronrij r) => Gemeentecode.In(r.Veld(deel.Gebied)) == opdracht.Gemeente.Code;
        if (await Bronrijen.LeesAsync(opdracht, met, Eigen, ct) is not var (rijen, kenmerk))
        {
            return null;
        }
        var cijfers =
            from rij in rijen
            let jaar = Periode.Lees(rij.Veld(deel.Jaar!))?.Jaar
            where jaar is not null
            from cijfer in deel.Indicatoren
            select new Waarneming(
                rij.Veld(deel.Gebied)!,
                jaar.Value,
                cijfer,
                Missend.Getal(rij.Veld(cijfer.Kolom)) * cijfer.Maal
            );
        return new([.. cijfers], [], []) { Kenmerk = kenmerk };
    }

    // In the form that CBS has on the map, without the shapes
    private static async Task<ImportRapport> InwonersAsync(
        Opdracht opdracht,
        Gereedschap met,
        IReadOnlyList<Gebiedstand> standen,
        CancellationToken ct
    )
    {
        var jaar = standen[0].Jaar;
        var pad = met.Pad($"cbs-inwoners-{jaar}-{opdracht.Gemeente.Code}.geojson");
        var features = standen
            .OrderBy(s => s.Gebied, StringComparer.Ordinal)
            .Select(s =>
                GeoJsonBestand.Feature(
                    new Dictionary<string, string?>
                    {
                        [Kolom(s.Gebied)] = s.Gebied,
                        ["aantal_inwoners"] = s.Inwoners,
                        ["aantal_huishoudens"] = s.Huishoudens,
                    },
                    null
                )
            );
        await GeoJsonBestand.SchrijfAsync(pad, features, ct);
        return await new InwonersImport(opdracht.Publicatie(met)).LaadAsync(pad, (short)jaar, null, ct);
    }

    private static string Kolom(string gebied) =>
        gebied[..2] switch
        {
            "BU" => "buurtcode",
            "WK" => "wijkcode",
            _ => "gemeentecode",
        };

    private static Keuzes Keuzes(Bron bron) =>
        new(
            new Dictionary<string, string>
            {
                ["dataset"] = bron.Code,
                ["titel"] = bron.Titel,
                ["eigenaar"] = bron.Herkomst.Eigenaar,
                ["bron"] = bron.Herkomst.Bron,
                ["licentie"] = bron.Herkomst.Licentie,
                ["licentie-url"] = bron.Herkomst.LicentieUrl,
            }
        );
}
