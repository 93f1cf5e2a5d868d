using System.Globalization;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;

namespace Portal.Data.Indicatoren;

/// <summary>
/// Loads the SES-WOA score of CBS (StatLine CSV), every period that is in it; what does not join stays missing and is
/// counted.
/// </summary>
public sealed class SesImport(Publicatie publicatie)
{
    private const string Code = "Regiocode (gemeente, wijk, buurt) (code)";
    private const string Naam = "Wijken en buurten";
    private const string Score = "SES-WOA/Totaalscore/Gemiddelde score (Getal)";
    private const string Huishoudens = "Particuliere huishoudens (Aantal)";

    private static readonly Dataset Ses = new(
        "ses-woa",
        "Sociaal-economische score (SES-WOA)",
        IndicatorOnderwerp.Code,
        "Zien hoe welvaart, opleiding en werk per buurt verschillen, naast wat de gemeente uitgeeft.",
        "CBS",
        "CBS StatLine 85163NED",
        "CC BY 4.0",
        "https://creativecommons.org/licenses/by/4.0/deed.nl"
    );

    private static readonly Indicator Indicator = new()
    {
        Code = "ses-woa",
        Naam = "Sociaal-economische score (SES-WOA)",
        Eenheid = "punten",
        Definitie =
            "Welvaart, opleiding en werk van de huishoudens in een gebied, in één getal. 0 is het gemiddelde van "
            + "Nederland.",
        Thema = "werk_inkomen",
        Richting = "hoog",
        Methode =
            "Het CBS rekent de score uit van huishoudens. De gebieden van de bron zijn ouder; we koppelen ze op naam.",
        Bron = "CBS StatLine 85163NED",
        LaagsteSchaal = "buurt",
        Optelbaar = false,
        NaastGeld = true,
    };

    public async Task<ImportRapport> LaadAsync(string pad, CancellationToken ct)
    {
        using var levering = await publicatie.NeemAanAsync(pad, ct);
        var csv = levering.AlsCsv();
        csv.Eis("Perioden", Naam, Code, Score);
        return await publicatie.LaadAsync(Ses, levering, lading => LaadRijenAsync(lading, csv, ct), ct);
    }

    private static async Task LaadRijenAsync(Lading lading, CsvBestand csv, CancellationToken ct)
    {
        var gebieden = await BekendeGebieden.LeesAsync(lading, ct);
        var gemeente = await GebiedGemeente.BekendAsync(lading, ct);
        var perioden = Lees(csv, lading.Rapport, gemeente?.Code ?? Gemeentecode.Onbekend, out var anderen);
        if (anderen.Count > 0 && perioden.Count == 0)
        {
            throw GebiedGemeente.GeenEigen(lading.Rapport, gemeente!.Value, anderen);
        }
        if (anderen.Count > 0)
        {
            lading.Rapport.Meldingen.Add($"{anderen.Count} rijen van andere gemeenten overgeslagen.");
        }
        await IndicatorTabel.BewaarAsync(lading, [Indicator], ct);
        await using var copy = await lading.Db.BeginBinaryImportAsync(
            """
            copy meting (versie_id, rij, indicator, indeling, code, jaar, waarde, bronnaam, koppeling)
                from stdin (format binary)
            """,
            ct
        );
        foreach (var (jaar, rijen) in perioden)
        {
            var koppeling = new SesKoppeling(gebieden, rijen);
            foreach (var m in koppeling.Metingen)
            {
                await copy.WriteRowAsync(
                    ct,
                    lading.VersieId,
                    m.Rij,
                    Indicator.Code,
                    gebieden.Indeling,
                    m.Code,
                    jaar,
                    (object?)m.Waarde ?? DBNull.Value,
                    m.Bronnaam,
                    m.Koppeling
                );
            }
            lading.Rapport.Geladen += koppeling.Metingen.Count;
            lading.Rapport.Meldingen.AddRange(Verslag(jaar, koppeling, gebieden.Indeling));
        }
        await copy.CompleteAsync(ct);
        lading.Rapport.Gewijzigd = lading.Rapport.Geladen;
    }

    private static SortedDictionary<short, List<SesRij>> Lees(
        CsvBestand csv,
        ImportRapport rapport,
        string gemeente,
        out List<string> anderen
    )
    {
        anderen = [];
        var perioden = new SortedDictionary<short, List<SesRij>>();
        foreach (var rij in csv.Rijen.Where(r => !r.IsLeeg))
        {
            rapport.Gelezen++;
            if (Gemeentecode.In(rij[Code]) is { } van && GebiedGemeente.IsVanAnder(van, gemeente))
            {
                anderen.Add(van);
                continue;
            }
            var soort = rij[Code]?[..Math.Min(2, rij[Code]!.Length)] switch
            {
                "BU" => "buurt",
                "WK" => "wijk",
                "GM" => "stad",
                _ => null,
            };
            var (waarde, fout) = Waarde(rij[Score]);
            if (
                soort is null
                || fout
                || !short.TryParse(rij["Perioden"], NumberStyles.None, CultureInfo.InvariantCulture, out var jaar)
            )
            {
                rapport.Wijs(
                    rij.Nummer,
                    soort is null ? Code
                        : fout ? Score
                        : "Perioden",
                    soort is null ? rij[Code]
                        : fout ? rij[Score]
                        : rij["Perioden"],
                    "deze waarde is niet te lezen"
                );
                continue;
            }
            perioden.TryAdd(jaar, []);
            perioden[jaar]
                .Add(
                    new(
                        rij.Nummer,
                        rij[Code]!,
                        soort,
                        rij[Naam] ?? "",
                        int.TryParse(rij[Huishoudens], NumberStyles.None, CultureInfo.InvariantCulture, out var hh)
                            ? hh
                            : 0,
                        waarde
                    )
                );
        }
        return perioden;
    }

    private static IEnumerable<string> Verslag(short jaar, SesKoppeling koppeling, short indeling)
    {
        foreach (
            var groep in koppeling.Metingen.GroupBy(m => m.Koppeling).Where(g => g.Key != "naam").OrderBy(g => g.Key)
        )
        {
            yield return $"{jaar}, koppeling {groep.Key}, {groep.Count()} gebieden: "
                + $"{string.Join(", ", groep.OrderBy(m => m.Code, StringComparer.Ordinal).Select(m => $"{m.Code} ({m.Bronnaam})"))}.";
        }
        var los = koppeling.Los.Select(r => $"{r.Soort} {r.Naam}").ToList();
        yield return $"{los.Count} gebieden van de bron passen niet op een gebied van indeling {indeling} en blijven "
            + $"daar onbekend: {string.Join(", ", los)}.";
    }

    // StatLine: "." is no figure.
    private static (decimal? Waarde, bool Fout) Waarde(string? tekst) =>
        tekst is null or "." ? (null, false)
        : decimal.TryParse(
            tekst,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var waarde
        )
            ? (waarde, false)
        : (null, true);
}
