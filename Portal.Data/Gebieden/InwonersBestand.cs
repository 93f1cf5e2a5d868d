using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;

namespace Portal.Data.Gebieden;

/// <summary>
/// One figure as a file states it. <paramref name="Vorm"/> is the GeoJSON of the area, of which the name and the
/// borders may be compared with ours.
/// </summary>
public sealed record InwonersRij(
    int Rij,
    string? Code,
    short Jaar,
    string? Inwoners,
    string? Huishoudens,
    string? Naam = null,
    string? Vorm = null
)
{
    /// <summary>Why nothing of it can be read; null when it can.</summary>
    public string? Kapot { get; init; }
}

/// <summary>Inhabitants in the forms that they are delivered in.</summary>
/// <param name="IsCsv">Of the municipality; GeoJSON is of CBS.</param>
/// <param name="IsBbga">A list of the city's own figures, of many years.</param>
public sealed partial record InwonersBestand(IReadOnlyList<InwonersRij> Rijen, bool IsCsv, bool IsBbga)
{
    /// <exception cref="ImportFout">The file needs a year and none was given.</exception>
    public static InwonersBestand Lees(Levering levering, short? jaar)
    {
        var isCsv = !GebiedBestand.IsJson(levering);
        if (isCsv && BbgaRegel().IsMatch(EersteRegel(levering)))
        {
            return new([.. VanBbga(levering)], true, true);
        }
        var van =
            jaar
            ?? throw new ImportFout(
                $"In {levering.Naam} staat niet van welk jaar de aantallen zijn. Geef het mee met --jaar."
            );
        return isCsv ? new(VanCsv(levering.AlsCsv(), van), true, false) : new(VanGeoJson(levering, van), false, false);
    }

    // "2005 STAD BEVTOTAAL 742951": the Basisbestand Gebieden Amsterdam has no header.
    [GeneratedRegex(@"^\uFEFF?[12]\d{3} \w+ \w+ -?[\d.]+\s*$")]
    private static partial Regex BbgaRegel();

    private static string EersteRegel(Levering levering)
    {
        using var bestand = File.OpenText(levering.Pad);
        var begin = new char[200];
        return new string(begin, 0, bestand.ReadBlock(begin)).Split('\n')[0];
    }

    private static IEnumerable<InwonersRij> VanBbga(Levering levering)
    {
        var velden = File.ReadLines(levering.Pad)
            .Select(
                (regel, i) =>
                    (Rij: i + 1, Velden: regel.TrimStart('\uFEFF').Split(' ', StringSplitOptions.RemoveEmptyEntries))
            )
            .Where(r => r.Velden.Length == 4)
            .ToList();
        var huishoudens = velden
            .Where(r => r.Velden[2] == "BEVHUISHOUDENHH")
            .GroupBy(r => (r.Velden[0], r.Velden[1]))
            .ToDictionary(g => g.Key, g => g.First().Velden[3]);
        return velden
            .Where(r =>
                r.Velden[2] == "BEVTOTAAL"
                && short.TryParse(r.Velden[0], NumberStyles.None, CultureInfo.InvariantCulture, out _)
            )
            .Select(r => new InwonersRij(
                r.Rij,
                r.Velden[1],
                short.Parse(r.Velden[0], CultureInfo.InvariantCulture),
                r.Velden[3],
                huishoudens.GetValueOrDefault((r.Velden[0], r.Velden[1]))
            ));
    }

    private static List<InwonersRij> VanCsv(CsvBestand csv, short jaar)
    {
        csv.Eis("code", "inwoners");
        return
        [
            .. csv
                .Rijen.Where(r => !r.IsLeeg)
                .Select(r => new InwonersRij(r.Nummer, r["code"], jaar, r["inwoners"], r["huishoudens"])),
        ];
    }

    private static List<InwonersRij> VanGeoJson(Levering levering, short jaar) =>
        [
            .. GebiedBestand
                .Lees(levering)
                .Select(r => new InwonersRij(
                    r.Rij,
                    r.CbsCode ?? r.Code ?? r.Gemeente,
                    jaar,
                    Getal(r, "inwoners", r.Inwoners),
                    Getal(r, "huishoudens", r.Huishoudens),
                    r.Naam,
                    r.Geometrie
                )
                {
                    Kapot = r.Kapot ?? GebiedKeuze.TeLang(r)?.Reden,
                }),
        ];

    // What could not be read is rejected as it stands in the file.
    private static string? Getal(GebiedRij rij, string kolom, int? getal) =>
        rij.Onleesbaar.FirstOrDefault(o => o.Kolom == kolom)?.Waarde ?? getal?.ToString(CultureInfo.InvariantCulture);
}
