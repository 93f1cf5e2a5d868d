using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Data.Bestanden;

/// <summary>How a file writes the decimal sign; decides what "1.234" is.</summary>
public enum Notatie
{
    Onbekend,
    Komma,
    Punt,
}

/// <summary>
/// Reads an amount in euros: <c>1.234,56</c>, <c>1234.56</c>, <c>€ 12</c>, <c>-12</c>, <c>12-</c>, <c>(12,00)</c>,
/// <c>.00</c>.
/// </summary>
public static partial class Bedrag
{
    private const int Langst = 60;
    private const decimal Grens = 999_999_999_999.99m; // numeric(14,2)

    /// <summary>The notation of a column, from the values that leave no doubt.</summary>
    public static Notatie Herken(IEnumerable<string?> waarden)
    {
        var gezien = new Notaties();
        foreach (var waarde in waarden)
        {
            gezien.Zie(waarde);
        }
        return gezien.Notatie;
    }

    /// <summary>The decimal sign that a value leaves no doubt about; else nothing.</summary>
    internal static ReadOnlySpan<char> Teken(string waarde)
    {
        if (waarde.Length > Langst)
        {
            return [];
        }
        foreach (var plek in Decimaal().EnumerateMatches(waarde))
        {
            return waarde.AsSpan(plek.Index, 1);
        }
        return [];
    }

    /// <returns>The amount, or the reason in Dutch why it is none.</returns>
    public static (decimal? Waarde, string? Reden) Lees(string? tekst, Notatie notatie = Notatie.Onbekend)
    {
        if (string.IsNullOrWhiteSpace(tekst))
        {
            return (null, null);
        }
        var letters = string.Concat(tekst.Where(c => !char.IsWhiteSpace(c)));
        if (letters.Length > Langst)
        {
            return (null, "dit is geen bedrag");
        }
        var vorm = Vorm()
            .Match(
                letters
                    .Replace('\u2212', '-')
                    .Replace("€", "", StringComparison.Ordinal)
                    .Replace("EUR", "", StringComparison.OrdinalIgnoreCase)
            );
        if (
            !vorm.Success
            || vorm.Groups["open"].Success != vorm.Groups["dicht"].Success
            || vorm.Groups["voor"].Success && vorm.Groups["na"].Success
        )
        {
            return (null, "dit is geen bedrag");
        }
        var (cijfers, reden) = ZonderDuizendtallen(vorm.Groups["getal"].Value, notatie);
        if (reden is not null)
        {
            return (null, reden);
        }
        if (!decimal.TryParse(cijfers, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var waarde))
        {
            return (null, "dit is geen bedrag");
        }
        if (waarde != decimal.Round(waarde, 2))
        {
            return (null, "het bedrag heeft meer dan twee decimalen");
        }
        if (waarde > Grens)
        {
            return (null, "het bedrag is te groot");
        }
        var negatief = vorm.Groups["open"].Success || vorm.Groups["voor"].Success || vorm.Groups["na"].Success;
        return (negatief ? -waarde : waarde, null);
    }

    private static (string? Cijfers, string? Reden) ZonderDuizendtallen(string getal, Notatie notatie)
    {
        var (punt, komma) = (getal.LastIndexOf('.'), getal.LastIndexOf(','));
        if (punt < 0 && komma < 0)
        {
            return (getal, null);
        }
        if (punt >= 0 && komma >= 0)
        {
            return Splits(getal, punt > komma ? '.' : ',', punt > komma ? ',' : '.');
        }
        var teken = punt >= 0 ? '.' : ',';
        var anders = teken == '.' ? ',' : '.';
        if (getal.Count(c => c == teken) > 1)
        {
            return Splits(getal, anders, teken);
        }
        var achter = getal.Length - 1 - Math.Max(punt, komma);
        if (achter != 3 || getal.Length == 4 || getal[0] == '0') // no thousands begin with a nought
        {
            return Splits(getal, teken, anders);
        }
        return notatie switch
        {
            Notatie.Onbekend => (
                null,
                $"niet duidelijk of dit duizendtallen of decimalen zijn; schrijf {getal.Replace(teken, '.')},00"
            ),
            Notatie.Punt => Splits(getal, '.', ','),
            _ => Splits(getal, ',', '.'),
        };
    }

    private static (string? Cijfers, string? Reden) Splits(string getal, char decimaal, char duizend)
    {
        var delen = getal.Split(decimaal);
        var groepen = delen[0].Split(duizend);
        var goed =
            delen.Length <= 2
            && (groepen.Length == 1 || (groepen[0].Length is >= 1 and <= 3 && groepen.Skip(1).All(g => g.Length == 3)))
            && (delen.Length == 1 || !delen[1].Contains(duizend));
        return goed
            ? (string.Concat(groepen) + (delen.Length == 2 ? "." + delen[1] : ""), null)
            : (null, "de punten en komma's staan op vreemde plekken");
    }

    [GeneratedRegex(@"^(?<open>\()?(?<voor>-)?(?<getal>[0-9.,]+)(?<na>-)?(?<dicht>\))?$")]
    private static partial Regex Vorm();

    [GeneratedRegex(@"[.,](?=\d{1,2}\D*$)")]
    private static partial Regex Decimaal();
}
