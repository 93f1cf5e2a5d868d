using System.Globalization;
using System.Text;

namespace Portal.Data.Ogc;

/// <summary>What a filter cannot be: where in the text, and why, for who wrote it.</summary>
public sealed class Cql2Fout(int plek, string reden) : Exception($"Bij teken {plek + 1} van filter: {reden}");

internal enum Cql2Soort
{
    Naam,
    Aanhaling,
    Tekst,
    Getal,
    Teken,
    Einde,
}

/// <summary>A word of a filter. <paramref name="Tekst"/>: of a text what stands between its quotes.</summary>
internal readonly record struct Cql2Woord(Cql2Soort Soort, string Tekst, int Plek)
{
    /// <summary>Whether it is this word of the language, however it is written.</summary>
    public bool Is(string woord) =>
        Soort is Cql2Soort.Naam or Cql2Soort.Teken && Tekst.Equals(woord, StringComparison.OrdinalIgnoreCase);

    public const int Langste = 4000;

    /// <exception cref="Cql2Fout">It is too long, or something in it is no word.</exception>
    public static List<Cql2Woord> Lees(string tekst)
    {
        if (tekst.Length > Langste)
        {
            throw new Cql2Fout(Langste, $"het filter is langer dan {Langste} tekens. Maak het korter.");
        }
        var woorden = new List<Cql2Woord>();
        for (var i = 0; i < tekst.Length; )
        {
            if (char.IsWhiteSpace(tekst[i]))
            {
                i++;
                continue;
            }
            var (woord, eind) = Volgend(tekst, i);
            woorden.Add(woord);
            i = eind;
        }
        woorden.Add(new(Cql2Soort.Einde, "", tekst.Length));
        return woorden;
    }

    private static (Cql2Woord Woord, int Eind) Volgend(string tekst, int i)
    {
        var teken = tekst[i];
        if (teken is '\'' or '"')
        {
            return Aangehaald(tekst, i);
        }
        if (char.IsAsciiDigit(teken) || teken is '+' or '-' or '.' && i + 1 < tekst.Length && IsVanGetal(tekst[i + 1]))
        {
            return Getal(tekst, i);
        }
        if (char.IsLetter(teken) || teken == '_')
        {
            var eind = i + 1;
            while (eind < tekst.Length && (char.IsLetterOrDigit(tekst[eind]) || tekst[eind] is '_' or '.' or ':'))
            {
                eind++;
            }
            return (new(Cql2Soort.Naam, tekst[i..eind], i), eind);
        }
        var lang = i + 2 <= tekst.Length && tekst.Substring(i, 2) is "<>" or "<=" or ">=" ? 2 : 1;
        return lang == 2 || teken is '=' or '<' or '>' or '(' or ')' or ','
            ? (new(Cql2Soort.Teken, tekst.Substring(i, lang), i), i + lang)
            : throw new Cql2Fout(i, $"het teken '{teken}' kan hier niet.");
    }

    private static bool IsVanGetal(char teken) => char.IsAsciiDigit(teken) || teken == '.';

    // A quote inside is written twice, or after a backslash
    private static (Cql2Woord Woord, int Eind) Aangehaald(string tekst, int i)
    {
        var (quote, inhoud) = (tekst[i], new StringBuilder());
        for (var j = i + 1; j < tekst.Length; j++)
        {
            var volgend = j + 1 < tekst.Length ? tekst[j + 1] : '\0';
            if (tekst[j] == quote && volgend != quote)
            {
                var soort = quote == '"' ? Cql2Soort.Aanhaling : Cql2Soort.Tekst;
                return (new(soort, inhoud.ToString(), i), j + 1);
            }
            if (volgend == quote && (tekst[j] == quote || tekst[j] == '\\' && quote == '\''))
            {
                j++;
            }
            inhoud.Append(tekst[j]);
        }
        throw new Cql2Fout(i, $"het aanhalingsteken {quote} wordt niet gesloten.");
    }

    private static (Cql2Woord Woord, int Eind) Getal(string tekst, int i)
    {
        var eind = i + 1;
        while (
            eind < tekst.Length
            && (
                IsVanGetal(tekst[eind])
                || tekst[eind] is 'e' or 'E'
                || tekst[eind] is '+' or '-' && tekst[eind - 1] is 'e' or 'E'
            )
        )
        {
            eind++;
        }
        return decimal.TryParse(tekst[i..eind], NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? (new(Cql2Soort.Getal, tekst[i..eind], i), eind)
            : throw new Cql2Fout(i, $"'{tekst[i..eind]}' is geen getal.");
    }
}
