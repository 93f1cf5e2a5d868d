using Dapper;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Registers;

namespace Portal.Data.Indicatoren;

/// <summary>
/// Loads figures per area of any indicator; what each means stands in the delivery itself, or in a second file beside
/// it (<c>--uitleg</c>), or as it was in the version before.
/// </summary>
public sealed class MetingImport(Publicatie publicatie)
{
    public async Task<ImportRapport> LaadAsync(string pad, Keuzes keuzes, CancellationToken ct)
    {
        using var levering = await publicatie.NeemAanAsync(pad, ct);
        var isBbga = Bbga.Is(levering);
        using var uitleg = keuzes.Tekst("uitleg") is { } plek ? await publicatie.NeemAanAsync(plek, ct) : null;
        var bestand = isBbga ? null : new MetingBestand(levering.AlsCsv());
        return await publicatie.LaadAsync(
            DatasetVan(keuzes, isBbga),
            levering,
            async lading =>
            {
                var oordelen = await Oordelen.Oordelen.LeesAsync(lading.Db, lading.Transactie, publicatie.Archief);
                var lezer = new IndicatorLezer(oordelen) { Vorige = await IndicatorTabel.VorigeAsync(lading, ct) };
                LeesUitleg(uitleg, lezer, lading.Rapport);
                var rijen = bestand?.Rijen(lezer, lading.Rapport) ?? Bbga.Rijen(levering, lading.Rapport);
                await LaadRijenAsync(lading, rijen, lezer, keuzes.Jaar("indeling"), ct);
            },
            ct
        );
    }

    private static Dataset DatasetVan(Keuzes keuzes, bool isBbga)
    {
        var dataset = RegisterImport.DatasetVan(
            keuzes,
            keuzes.Tekst("dataset") ?? (isBbga ? "bbga" : "metingen"),
            isBbga ? "Basisbestand Gebieden Amsterdam (BBGA)" : "Cijfers per gebied",
            IndicatorOnderwerp.Code,
            "Zien hoe het met uw buurt gaat, naast wat er wordt uitgegeven."
        );
        return isBbga && keuzes.Tekst("bron") is null
            ? dataset with
            {
                Bron = "Gemeente Amsterdam, Onderzoek en Statistiek",
            }
            : dataset;
    }

    private static void LeesUitleg(Levering? uitleg, IndicatorLezer lezer, ImportRapport rapport)
    {
        if (uitleg is null)
        {
            return;
        }
        var csv = uitleg.AlsCsv();
        csv.Eis(IndicatorLezer.Verplicht);
        foreach (var rij in csv.Rijen.Where(r => !r.IsLeeg))
        {
            if (lezer.Lees(rij) is var (kolom, reden))
            {
                throw new ImportFout($"{uitleg.Naam}, rij {rij.Nummer}, {kolom}: {reden}. Er is niets veranderd.");
            }
        }
        rapport.Meldingen.Add($"{lezer.Gelezen.Count} indicatoren hebben uitleg uit {uitleg.Naam}.");
    }

    private static async Task LaadRijenAsync(
        Lading lading,
        IEnumerable<MetingRij> rijen,
        IndicatorLezer lezer,
        short? indeling,
        CancellationToken ct
    )
    {
        var gebieden = await Meetgebieden.LeesAsync(lading, ct);
        var drempels = await Drempels.LeesAsync(lading.Db, lading.Transactie);
        var keuring = new MetingKeuring(gebieden, lezer, indeling, drempels.Klein, lading.Rapport);
        var metingen = rijen.Select(keuring.Keur).OfType<GekeurdeMeting>().ToList();
        await IndicatorTabel.BewaarAsync(lading, keuring.Indicatoren, ct);
        if (keuring.Indicatoren.Any(i => i.Drempel is not null))
        {
            metingen = keuring.Onderdruk(metingen, await Meetgebieden.FamiliesAsync(lading, ct));
        }
        await IndicatorTabel.KopieerAsync(lading, metingen, ct);
        await Meetplekken.BewaarAsync(lading, metingen, ct);
        if (lezer.Gemaskeerd > 0)
        {
            lading.Rapport.Meldingen.Add(
                $"{lezer.Gemaskeerd} teksten zijn weggelaten omdat er misschien een persoon in staat, tot iemand heeft "
                    + "gekeken."
            );
        }
        var kaal = keuring.Indicatoren.Count(i => i.Definitie is null);
        if (kaal > 0)
        {
            lading.Rapport.Meldingen.Add(
                $"{kaal} indicatoren hebben geen uitleg; ze staan op de site onder hun code. Geef uitleg met "
                    + "--uitleg BESTAND."
            );
        }
    }
}
