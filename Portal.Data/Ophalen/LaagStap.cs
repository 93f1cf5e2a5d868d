using Portal.Data.Datasets;
using Portal.Data.Lagen;

namespace Portal.Data.Ophalen;

/// <summary>A national source of things, or of areas, as a layer of the municipality.</summary>
internal static class LaagStap
{
    public static async Task<Uitkomst> LaadAsync(Opdracht opdracht, Gereedschap met, CancellationToken ct)
    {
        var laag = opdracht.Bron.Laag!;
        if (
            await Bronrijen.LeesAsync(opdracht, met, r => Telt(laag, opdracht.Gemeente, r), ct)
            is not var (rijen, kenmerk)
        )
        {
            return Uitkomst.Gelijk(opdracht.Eerder);
        }
        var meldingen = new List<string>();
        var features = (await MetPlekAsync(opdracht, met, rijen, meldingen, ct))
            .GroupBy(r => r.Velden["id"])
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g =>
                GeoJsonBestand.Feature(
                    g.First().Velden,
                    laag.Samen is null ? g.First().Vorm : GeoJsonBestand.Lijnen(g.Select(r => r.Vorm))
                )
            )
            .ToList();
        if (features.Count == 0)
        {
            throw new ImportFout(
                $"{opdracht.Adres().Host} geeft niets van {opdracht.Gemeente.Naam} bij '{opdracht.Bron.Titel}'."
            );
        }
        var pad = met.Pad($"{opdracht.Bron.Code}-{opdracht.Gemeente.Code}.geojson");
        await GeoJsonBestand.SchrijfAsync(pad, features, ct);
        var rapport = await new LaagImport(opdracht.Publicatie(met)).LaadAsync(pad, Keuzes(opdracht.Bron), ct);
        return new([rapport], kenmerk, meldingen);
    }

    private static async Task<IEnumerable<(Dictionary<string, string?> Velden, string? Vorm)>> MetPlekAsync(
        Opdracht opdracht,
        Gereedschap met,
        IReadOnlyList<Bronrij> rijen,
        List<string> meldingen,
        CancellationToken ct
    )
    {
        if (opdracht.Bron.Laag!.Plaats is { } plaats)
        {
            var plekken = new Adresplekken(met, opdracht.Gemeente);
            var gevonden = await plekken.ZoekAsync([.. rijen.Select(r => Adres(plaats, r))], ct);
            meldingen.AddRange(plekken.Meldingen);
            return rijen.Select(
                (r, i) =>
                    (Velden(opdracht.Bron.Laag, r), gevonden.GetValueOrDefault(Adres(plaats, rijen[i]))?.AlsGeoJson())
            );
        }
        var binnen = await Binnengrens.ZoekAsync(met.Db, [.. rijen.Select(r => r.Vorm)], ct);
        return rijen.Where((_, i) => binnen.Contains(i)).Select(r => (Velden(opdracht.Bron.Laag, r), r.Vorm));
    }

    private static bool Telt(Laagdeel laag, Gemeente gemeente, Bronrij rij) =>
        rij.Veld(laag.Kolommen["id"]) is { Length: > 0 }
        && (laag.Alleen ?? new Dictionary<string, string[]>()).All(a =>
            rij.Veld(a.Key) is { } waarde
            && a.Value.Any(w => Ingevuld(w, gemeente).Equals(waarde, StringComparison.OrdinalIgnoreCase))
        );

    private static string Ingevuld(string waarde, Gemeente gemeente) =>
        waarde
            .Replace("{gemeente}", gemeente.Code, StringComparison.Ordinal)
            .Replace("{nummer}", gemeente.Nummer, StringComparison.Ordinal)
            .Replace("{naam}", gemeente.Naam, StringComparison.Ordinal);

    private static Dictionary<string, string?> Velden(Laagdeel laag, Bronrij rij)
    {
        var velden = laag.Kolommen.ToDictionary(k => k.Key, k => rij.Veld(k.Value));
        foreach (var (kolom, woorden) in laag.Woorden ?? new Dictionary<string, Dictionary<string, string>>())
        {
            velden[kolom] = velden[kolom] is { } code ? woorden.GetValueOrDefault(code, code) : null;
        }
        velden["naam"] ??= "Zonder naam";
        if (laag.Samen is not null)
        {
            velden["id"] = string.Join(", ", laag.Samen.Select(rij.Veld).Where(w => !string.IsNullOrEmpty(w)));
        }
        return velden;
    }

    private static Adres Adres(Adreskolommen plaats, Bronrij rij) =>
        new(
            string.Join(
                ' ',
                new[] { rij.Veld(plaats.Straat), plaats.Huisnummer is null ? null : rij.Veld(plaats.Huisnummer) }.Where(
                    d => d is not null
                )
            ),
            (rij.Veld(plaats.Postcode) ?? "").Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant(),
            rij.Veld(plaats.Woonplaats) ?? ""
        );

    private static Keuzes Keuzes(Bron bron) =>
        new(
            new Dictionary<string, string>
            {
                ["dataset"] = bron.Code,
                ["titel"] = bron.Titel,
                ["doel"] = bron.Doel,
                ["eigenaar"] = bron.Herkomst.Eigenaar,
                ["bron"] = bron.Herkomst.Bron,
                ["licentie"] = bron.Herkomst.Licentie,
                ["licentie-url"] = bron.Herkomst.LicentieUrl,
                ["thema"] = bron.Laag!.Thema,
                ["sleutel"] = "id",
                ["titelkolom"] = "naam",
            }
        );
}
