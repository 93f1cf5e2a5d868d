using System.Globalization;
using Dapper;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;

namespace Portal.Data.Begrotingen;

/// <summary>
/// Loads a key: a CSV with the columns <c>code</c> (of a buurt) and <c>gewicht</c>. It is called by its name and year:
/// "bomen 2024".
/// </summary>
public sealed class SleutelImport(Publicatie publicatie)
{
    public async Task<ImportRapport> LaadAsync(string pad, string naam, short jaar, string bron, CancellationToken ct)
    {
        if (Tekst.Kaal(naam) is "inwoners" or "oppervlakte" or "")
        {
            throw new ImportFout(
                $"De naam '{naam}' kan niet: inwoners en oppervlakte heeft het portaal zelf al. Kies een "
                    + "andere naam, zoals bomen."
            );
        }
        using var levering = await publicatie.NeemAanAsync(pad, ct);
        var csv = levering.AlsCsv();
        csv.Eis("code", "gewicht");
        var dataset = new Dataset(
            $"sleutel-{Tekst.Kaal(naam).Replace(' ', '-')}-{jaar}",
            $"Verdeelsleutel {naam} {jaar}",
            BegrotingOnderwerp.Code,
            "Zien waarmee geld over de buurten is verdeeld.",
            "Gemeente, financiën",
            bron,
            "CC0 1.0",
            "https://creativecommons.org/publicdomain/zero/1.0/deed.nl"
        );
        return await publicatie.LaadAsync(
            dataset,
            levering,
            lading => LaadRijenAsync(lading, csv, $"{Tekst.Kaal(naam)} {jaar}", ct),
            ct
        );
    }

    private static async Task LaadRijenAsync(Lading lading, CsvBestand csv, string sleutel, CancellationToken ct)
    {
        var gebieden = await BekendeGebieden.LeesAsync(lading, ct);
        var gewichten = new Dictionary<string, decimal>();
        foreach (var rij in csv.Rijen.Where(r => !r.IsLeeg))
        {
            lading.Rapport.Gelezen++;
            if (rij["code"] is not { } code || gebieden.OpCode(code) is not { Soort: "buurt" } buurt)
            {
                lading.Rapport.Wijs(
                    rij.Nummer,
                    "code",
                    rij["code"],
                    $"deze buurt bestaat niet in indeling {gebieden.Indeling}"
                );
            }
            else if (
                !decimal.TryParse(
                    rij["gewicht"]?.Replace(',', '.'),
                    NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var gewicht
                )
            )
            {
                lading.Rapport.Wijs(
                    rij.Nummer,
                    "gewicht",
                    rij["gewicht"],
                    "dit is geen gewicht; schrijf een getal van 0 of hoger, zonder punten voor duizendtallen"
                );
            }
            else if (!gewichten.TryAdd(buurt.Code, gewicht))
            {
                lading.Rapport.Wijs(rij.Nummer, "code", code, "deze buurt stond al eerder in het bestand");
            }
        }
        if (gewichten.Count > 0 && gewichten.Values.Sum() == 0)
        {
            throw new AfgekeurdeLevering(
                lading.Rapport,
                $"In {csv.Naam} zijn alle gewichten 0: daarmee is niets te verdelen. Er is niets veranderd."
            );
        }
        lading.Rapport.Geladen = lading.Rapport.Gewijzigd = await lading.Db.ExecuteAsync(
            "insert into sleutel_gewicht (versie_id, sleutel, indeling, code, gewicht) select @VersieId, "
                + "@sleutel, @Indeling, c, g from unnest(@Codes, @Gewichten) t (c, g)",
            new
            {
                lading.VersieId,
                sleutel,
                gebieden.Indeling,
                Codes = gewichten.Keys.ToArray(),
                Gewichten = gewichten.Values.ToArray(),
            },
            lading.Transactie
        );
    }
}
