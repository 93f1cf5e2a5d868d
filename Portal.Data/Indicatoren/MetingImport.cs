using System.Globalization;
using Dapper;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Registers;

namespace Portal.Data.Indicatoren;

/// <summary>Loads figures per area of any indicator; what each means stands in the delivery itself.</summary>
public sealed class MetingImport(Publicatie publicatie)
{
    private static readonly string[] Verplicht = ["indicator", "naam", "definitie", "eenheid", "gebiedscode", "jaar"];

    private sealed record Indicator(string Code, string Naam, string Definitie, string Eenheid);

    private sealed record Meting(int Rij, string Indicator, string Gebied, short Jaar, decimal? Waarde);

    public async Task<ImportRapport> LaadAsync(string pad, Keuzes keuzes, CancellationToken ct)
    {
        using var levering = await publicatie.NeemAanAsync(pad, ct);
        var csv = levering.AlsCsv();
        csv.Eis([.. Verplicht, "waarde"]);
        csv.EisEenmaal([.. Verplicht, "waarde"]);
        var dataset = RegisterImport.DatasetVan(
            keuzes,
            keuzes.Tekst("dataset") ?? "metingen",
            "Cijfers per gebied",
            IndicatorOnderwerp.Code,
            "Zien hoe het met uw buurt gaat, naast wat er wordt uitgegeven."
        );
        return await publicatie.LaadAsync(dataset, levering, lading => LaadRijenAsync(lading, csv, ct), ct);
    }

    private static async Task LaadRijenAsync(Lading lading, CsvBestand csv, CancellationToken ct)
    {
        var (soorten, gezien) = (new Dictionary<string, Indicator>(), new HashSet<(string, string, short)>());
        var metingen = csv
            .Rijen.Where(r => !r.IsLeeg)
            .Select(r => Lees(r, soorten, gezien, lading.Rapport))
            .OfType<Meting>()
            .ToList();
        foreach (var soort in soorten.Values)
        {
            await lading.Db.ExecuteAsync(
                new(
                    InvoegSql,
                    new
                    {
                        lading.VersieId,
                        soort.Code,
                        soort.Naam,
                        soort.Definitie,
                        soort.Eenheid,
                    },
                    lading.Transactie,
                    cancellationToken: ct
                )
            );
        }
        await KopieerAsync(lading, metingen, ct);
    }

    private static async Task KopieerAsync(Lading lading, List<Meting> metingen, CancellationToken ct)
    {
        var gebieden = (
            await lading.Db.QueryAsync<(string Code, short Indeling, string Naam)>(
                new("select code, indeling, naam from gebied_nu", transaction: lading.Transactie, cancellationToken: ct)
            )
        ).ToDictionary(g => g.Code);
        await using var copy = await lading.Db.BeginBinaryImportAsync(
            """
            copy meting (versie_id, rij, indicator, indeling, code, jaar, waarde, bronnaam) from stdin (format binary)
            """,
            ct
        );
        foreach (var m in metingen)
        {
            if (!gebieden.TryGetValue(m.Gebied, out var gebied))
            {
                lading.Rapport.Wijs(m.Rij, "gebiedscode", m.Gebied, "dit gebied is niet bekend");
                continue;
            }
            await copy.WriteRowAsync(
                ct,
                lading.VersieId,
                m.Rij,
                m.Indicator,
                gebied.Indeling,
                m.Gebied,
                m.Jaar,
                (object?)m.Waarde ?? DBNull.Value,
                gebied.Naam
            );
            lading.Rapport.Geladen++;
            lading.Rapport.Gewijzigd++;
        }
        await copy.CompleteAsync(ct);
    }

    private static Meting? Lees(
        CsvRij rij,
        Dictionary<string, Indicator> soorten,
        HashSet<(string, string, short)> gezien,
        ImportRapport rapport
    )
    {
        rapport.Gelezen++;
        if (Verplicht.FirstOrDefault(k => rij[k] is null) is { } leeg)
        {
            rapport.Wijs(rij.Nummer, leeg, null, "deze waarde is verplicht");
            return null;
        }
        var indicator = new Indicator(rij["indicator"]!, rij["naam"]!, rij["definitie"]!, rij["eenheid"]!);
        soorten.TryAdd(indicator.Code, indicator);
        var jaarGoed =
            short.TryParse(rij["jaar"], NumberStyles.None, CultureInfo.InvariantCulture, out var jaar)
            && Jaartal.Kan(jaar);
        var (waarde, geenGetal) = Getal(rij["waarde"]);
        var (kolom, reden) =
            soorten[indicator.Code] != indicator
                ? ("indicator", "naam, definitie of eenheid is anders dan eerder in het bestand")
            : !jaarGoed ? ("jaar", Jaartal.Reden)
            : geenGetal ? ("waarde", "dit is geen getal; schrijf bijvoorbeeld 12,5")
            : !gezien.Add((indicator.Code, rij["gebiedscode"]!, jaar))
                ? ("waarde", "van dit gebied en dit jaar stond de waarde al eerder in het bestand")
            : (null, null);
        if (kolom is not null)
        {
            rapport.Wijs(rij.Nummer, kolom, rij[kolom], reden!);
            return null;
        }
        return new(rij.Nummer, indicator.Code, rij["gebiedscode"]!, jaar, waarde);
    }

    // Empty is "no figure", which is drawn as missing and never as zero.
    private static (decimal? Waarde, bool GeenGetal) Getal(string? tekst) =>
        tekst is null ? (null, false)
        : decimal.TryParse(
            tekst.Replace(',', '.'),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var getal
        )
            ? (getal, false)
        : (null, true);

    private const string InvoegSql = """
        insert into indicator (versie_id, code, naam, definitie, eenheid)
            values (@VersieId, @Code, @Naam, @Definitie, @Eenheid)
        """;
}
