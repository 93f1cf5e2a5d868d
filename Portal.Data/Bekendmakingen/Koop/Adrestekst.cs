using System.Text.RegularExpressions;

namespace Portal.Data.Bekendmakingen.Koop;

/// <summary>The first address with a house number in a text, in one spelling: "vanostadestraat 177-3".</summary>
/// <param name="Straat">Small letters and digits only, without a leading de, het or 't.</param>
/// <param name="Huisnummer">With its additions: 1-1, 4AH, 19H.</param>
public sealed partial record Adrestekst(string Straat, string Huisnummer, string? Postcode)
{
    private const RegexOptions Zo = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
    private static readonly HashSet<string> Tussenvoegsels = new(StringComparer.OrdinalIgnoreCase)
    {
        "van",
        "de",
        "der",
        "den",
        "het",
        "'t",
        "’t",
        "ten",
        "ter",
        "te",
        "en",
        "aan",
        "op",
        "bij",
        "la",
        "du",
        "in",
        "des",
    };
    private static readonly HashSet<string> Lidwoorden = new(StringComparer.OrdinalIgnoreCase)
    {
        "de",
        "het",
        "'t",
        "’t",
    };

    public override string ToString() =>
        Postcode is null ? $"{Straat} {Huisnummer}" : $"{Straat} {Huisnummer} {Postcode}";

    public static Adrestekst? Lees(string tekst) => LeesMetNaam(tekst)?.Adres;

    /// <summary>The same, and the street as it is written.</summary>
    public static (Adrestekst Adres, string Naam)? LeesMetNaam(string tekst)
    {
        var woorden = tekst.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 1; i < woorden.Length; i++)
        {
            var kaal = woorden[i].TrimEnd(',', ';', '.', ')');
            if (!Nummer().IsMatch(kaal) || Straatnaam(woorden, i) is not { } straat)
            {
                continue;
            }
            var postcode = VindPostcode(string.Join(' ', woorden.Skip(i + 1).Take(3)));
            if (postcode is not null || !LijktDatum(kaal, woorden.ElementAtOrDefault(i + 1)))
            {
                return (new(straat.Kaal, Een(kaal + Letter(woorden, i)), postcode), straat.Naam);
            }
        }
        return null;
    }

    // "Stadsdeel Zuid 2024" is a year, "Koningsdag 27 april" a day.
    private static bool LijktDatum(string getal, string? erna) =>
        Jaar().IsMatch(getal) || (erna is not null && Nederlandsedatum.IsMaand(erna));

    // Backwards from the number, as long as it looks like a name.
    private static (string Kaal, string Naam)? Straatnaam(string[] woorden, int nummer)
    {
        var begin = nummer;
        while (begin > 0 && nummer - begin < 7 && HoortErbij(woorden[begin - 1]))
        {
            begin--;
        }
        while (begin < nummer && IsTussen(woorden[begin]) && !IsVoornaamwoord(woorden, begin, nummer))
        {
            begin++;
        }
        if (begin == nummer || IsTussen(woorden[nummer - 1]))
        {
            return null;
        }
        var naam = string.Join(' ', woorden[begin..nummer]);
        var straat = string.Concat(naam.ToLowerInvariant().Where(char.IsLetterOrDigit));
        return straat.Any(char.IsLetter) ? (straat, naam) : null;
    }

    // "Van Ostadestraat" keeps its Van, "aan de Kerkstraat" loses both; "De Clercqstraat" is found without its De.
    private static bool IsVoornaamwoord(string[] woorden, int plek, int nummer) =>
        char.IsUpper(woorden[plek][0]) && plek + 1 < nummer && !Lidwoorden.Contains(woorden[plek]);

    private static bool HoortErbij(string woord) =>
        !Titelwoord().IsMatch(woord)
        && woord[^1] is not (',' or ';' or ':' or ')' or '-' or '–')
        && (IsTussen(woord) || char.IsUpper(woord[0]) || woord[0] is '\'' or '’' || Rangtelwoord().IsMatch(woord));

    private static bool IsTussen(string woord) => Tussenvoegsels.Contains(woord);

    private static string Letter(string[] woorden, int nummer) =>
        nummer + 1 < woorden.Length
        && char.IsDigit(woorden[nummer][^1])
        && Toevoeging().IsMatch(woorden[nummer + 1].TrimEnd(','))
            ? woorden[nummer + 1].TrimEnd(',')
            : "";

    private static string Een(string nummer) => Streepje().Replace(nummer.ToUpperInvariant(), "$1$2");

    private static string? VindPostcode(string rest)
    {
        var gevonden = Postcodevorm().Match(rest);
        return gevonden.Success ? gevonden.Groups[1].Value + gevonden.Groups[2].Value : null;
    }

    [GeneratedRegex(@"^\d{1,5}(?:[A-Za-z]{1,3})?(?:[-/](?:\d{1,4}|[A-Za-z]{1,4}|[A-Za-z]\d))*$", Zo)]
    private static partial Regex Nummer();

    [GeneratedRegex("^(?:19|20)[0-9]{2}$", Zo)]
    private static partial Regex Jaar();

    [GeneratedRegex("^(?:[A-Z]|hs|HS)$", Zo)]
    private static partial Regex Toevoeging();

    [GeneratedRegex("^[0-9]{1,2}e$", Zo)]
    private static partial Regex Rangtelwoord();

    // A hyphen before a letter says nothing: 48-H is 48H; between digits it does: 1-1 is not 11.
    [GeneratedRegex("(.)-([A-Z])", Zo)]
    private static partial Regex Streepje();

    [GeneratedRegex(@"\b([1-9][0-9]{3}) ?([A-Z]{2})\b", Zo)]
    private static partial Regex Postcodevorm();

    [GeneratedRegex(
        "^(?:aanvraag|besluit|melding|verleend|geweigerd|ingetrokken|rectificatie|verlenging|kennisgeving|"
            + "beslistermijn|"
            + @"procedure|apv|tvm|adres|locatie|perceel|kavel|fase|sectie|nummer|nr|nrs|gebouw|blok|artikel|ronde|deel|"
            + @"\w*vergunning:?|\w*ontheffing|\w*besluit)$",
        Zo | RegexOptions.IgnoreCase
    )]
    private static partial Regex Titelwoord();
}
