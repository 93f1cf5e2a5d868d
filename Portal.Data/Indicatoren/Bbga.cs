using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Data.Datasets;

namespace Portal.Data.Indicatoren;

/// <summary>
/// The Basisbestand Gebieden Amsterdam: a line a figure, "2005 STAD BEVTOTAAL 742951", without a header and without
/// what the figure means. A line without a figure says that there is none.
/// </summary>
public static partial class Bbga
{
    /// <summary>As the file calls the whole city.</summary>
    public const string Stad = "STAD";

    public static bool Is(Levering levering)
    {
        using var bestand = File.OpenText(levering.Pad);
        var begin = new char[200];
        return Regel().IsMatch(new string(begin, 0, bestand.ReadBlock(begin)).Split('\n')[0]);
    }

    public static IEnumerable<MetingRij> Rijen(Levering levering, ImportRapport rapport)
    {
        var nummer = 0;
        foreach (var regel in File.ReadLines(levering.Pad))
        {
            nummer++;
            if (string.IsNullOrWhiteSpace(regel))
            {
                continue;
            }
            rapport.Gelezen++;
            var velden = regel.TrimStart('\uFEFF').Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var (waarde, fout) = velden.Length == 4 ? Getal.Lees(velden[3]) : (null, false);
            if (
                velden.Length is not (3 or 4)
                || !Naam().IsMatch(velden[2])
                || !short.TryParse(velden[0], NumberStyles.None, CultureInfo.InvariantCulture, out var jaar)
                || !Jaartal.Kan(jaar)
            )
            {
                rapport.Wijs(nummer, "", null, "deze regel is niet: jaar, gebied, variabele, waarde");
            }
            else if (fout)
            {
                rapport.Wijs(nummer, "waarde", velden[3], Getal.Reden);
            }
            else
            {
                yield return new(nummer, velden[2], velden[1], jaar, waarde);
            }
        }
    }

    [GeneratedRegex(@"^\uFEFF?[12]\d{3} \w+ \w+( -?[\d.]+)?\s*$")]
    private static partial Regex Regel();

    [GeneratedRegex("^[A-Za-z0-9_]{1,60}$", RegexOptions.NonBacktracking)]
    private static partial Regex Naam();
}
