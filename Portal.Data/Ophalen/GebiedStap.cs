using System.Text.Json;
using Dapper;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;

namespace Portal.Data.Ophalen;

/// <summary>Buurten and wijken of the newest year that CBS has on the map; the city is built of them.</summary>
internal static class GebiedStap
{
    private const int Jaren = 3;
    private static readonly string[] Soorten = ["buurten", "wijken"];

    private const string EigenSql = """
        select exists (select from dataset d join versie v on v.dataset_id = d.id and v.status = 'gepubliceerd'
                       where d.code ~ '^(buurten|wijken)-' and not d.voorbeeld and d.eigenaar <> @Eigenaar)
        """;

    public static async Task<Uitkomst> LaadAsync(Opdracht opdracht, Gereedschap met, CancellationToken ct)
    {
        if (await HeeftEigenAsync(opdracht, met, ct))
        {
            return new([], null, ["De gemeente leverde zelf gebieden; die blijven staan."]);
        }
        var (jaar, buurten, meldingen) = await NieuwsteAsync(opdracht, met, ct);
        var wijken = await LeesAsync(opdracht, met, (jaar, "wijken"), ct);
        if (buurten.Count + wijken.Count == 0)
        {
            throw new ImportFout(
                $"{opdracht.Adres(jaar, "wijken").Host} kent in {jaar} geen buurten of wijken van "
                    + $"{opdracht.Gemeente.Code}. "
                    + "Klopt de code van de gemeente?"
            );
        }
        var rapporten = new List<ImportRapport>();
        foreach (var (soort, rijen) in Soorten.Zip([buurten, wijken]).Where(s => s.Second.Count > 0))
        {
            var pad = met.Pad($"cbs-{soort}-{jaar}-{opdracht.Gemeente.Code}.geojson");
            await GeoJsonBestand.SchrijfAsync(pad, rijen.Values, ct);
            rapporten.Add(
                await new GebiedImport(opdracht.Publicatie(met)).LaadAsync(
                    pad,
                    new((short)jaar, Soort: soort == "buurten" ? "buurt" : "wijk", Gemeente: opdracht.Gemeente.Code)
                    {
                        Herkomst = opdracht.Bron.Herkomst,
                    },
                    ct
                )
            );
        }
        return new(rapporten, null, meldingen);
    }

    private static async Task<bool> HeeftEigenAsync(Opdracht opdracht, Gereedschap met, CancellationToken ct)
    {
        await using var db = await met.Db.OpenConnectionAsync(ct);
        return await db.QuerySingleAsync<bool>(
            new(EigenSql, new { opdracht.Bron.Herkomst.Eigenaar }, cancellationToken: ct)
        );
    }

    private static async Task<(
        int Jaar,
        SortedDictionary<string, string> Buurten,
        List<string> Meldingen
    )> NieuwsteAsync(Opdracht opdracht, Gereedschap met, CancellationToken ct)
    {
        var dit = met.Klok.Vandaag.Year;
        for (var jaar = dit; jaar > dit - Jaren; jaar--)
        {
            try
            {
                return (jaar, await LeesAsync(opdracht, met, (jaar, "buurten"), ct), []);
            }
            catch (AdresOnbekend) { }
        }
        throw new ImportFout(
            $"{opdracht.Adres(dit, "buurten").Host} heeft van {dit - Jaren + 1} tot en met {dit} geen kaart van "
                + "buurten. "
                + "Is het adres in de lijst van bronnen veranderd?"
        );
    }

    // Water is drawn as areas of its own, in which nobody lives and which have no name
    private static async Task<SortedDictionary<string, string>> LeesAsync(
        Opdracht opdracht,
        Gereedschap met,
        (int Jaar, string Soort) wat,
        CancellationToken ct
    )
    {
        var code = wat.Soort == "buurten" ? "buurtcode" : "wijkcode";
        var rijen = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var f in met.Paginas.FeaturesAsync(opdracht.Adres(wat.Jaar, wat.Soort), ct))
        {
            if (
                f.TryGetProperty("properties", out var velden)
                && velden.ValueKind == JsonValueKind.Object
                && CbsTabel.Tekst(velden, "gemeentecode") == opdracht.Gemeente.Code
                && CbsTabel.Tekst(velden, "water") is not "JA"
                && CbsTabel.Tekst(velden, code) is { Length: > 0 } sleutel
                && !rijen.TryAdd(sleutel, f.GetRawText())
            )
            {
                throw new ImportFout(
                    $"{sleutel} staat twee keer in het antwoord van {opdracht.Adres(wat.Jaar, wat.Soort).Host}."
                );
            }
        }
        return rijen;
    }
}
