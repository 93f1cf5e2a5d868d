using System.Globalization;
using System.Xml.Linq;

namespace Portal.Data.Bekendmakingen.Koop;

/// <summary>Reads an answer of KOOP's SRU 2.0, in XML or JSON, and the monthly JSON of a collector.</summary>
public static class KoopLezer
{
    /// <summary>Throws an <see cref="ImportFout"/> when the whole answer is unreadable; a record never does.</summary>
    public static async Task<KoopAntwoord> LeesAsync(
        Stream stroom,
        CancellationToken ct,
        int grootst = KoopBoom.Grootst
    )
    {
        var boom = await KoopBoom.LeesAsync(stroom, grootst, ct);
        var publicaties = boom.Elements("publications").ToList();
        if (publicaties.Count > 0)
        {
            return Verzamel(null, null, publicaties, KoopMaandblad.Lees);
        }
        var antwoord =
            boom.Name == "searchRetrieveResponse"
                ? boom
                : boom.Element("searchRetrieveResponse") ?? (boom.Element("diagnostics") is null ? null : boom);
        if (antwoord is null)
        {
            throw new ImportFout(
                $"Het antwoord van KOOP begint met <{boom.Name}> en niet met <searchRetrieveResponse>; "
                    + "controleer het adres van de bron."
            );
        }
        return Verzamel(
            Aantal(antwoord),
            Diagnose(antwoord),
            antwoord.Elements("records").Elements("record").ToList(),
            KoopRecordLezer.Lees
        );
    }

    private static KoopAntwoord Verzamel(
        int? aantal,
        string? diagnose,
        List<XElement> elementen,
        Func<XElement, int, (KoopRecord? Record, IReadOnlyList<KoopFout> Fouten)> lees
    )
    {
        List<KoopRecord> records = [];
        List<KoopRecord> andere = [];
        List<KoopFout> fouten = [];
        for (var i = 0; i < elementen.Count; i++)
        {
            var (record, van) = lees(elementen[i], i + 1);
            fouten.AddRange(van);
            if (record is not null)
            {
                (record.InGemeenteblad ? records : andere).Add(record);
            }
        }
        return new(aantal, records, diagnose)
        {
            Andere = andere,
            Fouten = fouten,
            Gelezen = elementen.Count,
        };
    }

    private static int? Aantal(XElement antwoord) =>
        int.TryParse(
            antwoord.Element("numberOfRecords")?.Value.Trim(),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var aantal
        )
            ? aantal
            : null;

    private static string? Diagnose(XElement antwoord)
    {
        var zinnen = antwoord
            .Elements("diagnostics")
            .Elements("diagnostic")
            .Select(d =>
                string.Join(
                    ": ",
                    new[] { d.Element("message")?.Value, d.Element("details")?.Value, d.Element("uri")?.Value }
                        .Select(deel => deel?.Trim())
                        .Where(deel => deel is { Length: > 0 })
                        .Take(2)
                )
            )
            .ToList();
        return antwoord.Element("diagnostics") is null
            ? null
            : zinnen.Find(z => z.Length > 0) ?? "KOOP zegt niet wat er mis is";
    }
}
