using System.Text.Json;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Registers;
using Portal.Data.Uitvoer;

namespace Portal.Data.Lagen;

/// <summary>
/// The columns of a layer: their kinds from the values of the file, their names as an address and a statement can hold
/// them.
/// </summary>
internal static class LaagKolommen
{
    private const int HoogsteAantalCodes = 20;

    private static readonly KolomSoort[] Volgorde =
    [
        KolomSoort.Jaar,
        KolomSoort.Aantal,
        KolomSoort.Getal,
        KolomSoort.Datum,
        KolomSoort.Url,
        KolomSoort.Tekst,
    ];

    // What a collection has of its own: a column of the same name gets a tail.
    private static readonly HashSet<string> Bezet =
    [
        .. "id sleutel titel gebied gebied_code gebied_soort gebiedscode gebiedstype dataset versie".Split(' '),
        .. "indeling geom x y lon lat zoek van tot pagina".Split(' '),
    ];

    // A column with such a name holds what never goes on the site, whatever its values look like.
    private static readonly string[] Persoonlijk =
    [
        .. "contact aanvrager mail telefoon mobiel bsn iban rekeningnummer".Split(' '),
        .. "geboorte voornaam achternaam voorletters bewoner".Split(' '),
    ];

    /// <summary>Whether a column's name says that it is about persons.</summary>
    public static bool IsPersoonlijk(string kolom) =>
        RuwBestand.Sleutel(kolom) is var sleutel && Persoonlijk.Any(p => sleutel.Contains(p, StringComparison.Ordinal));

    /// <param name="bronnen">The columns of the file that are published.</param>
    /// <returns>Per column its description, and how the file calls it.</returns>
    public static IReadOnlyList<(Kolom Kolom, string Bron)> Herken(RuwBestand bestand, IEnumerable<string> bronnen)
    {
        var rijen = bestand.Rijen.ToList();
        var namen = new HashSet<string>(Bezet);
        return [.. bronnen.Select(bron => (Herken(bron, [.. rijen.Select(r => r.Veld(bron))], namen), bron))];
    }

    private static Kolom Herken(string bron, IReadOnlyList<string?> waarden, HashSet<string> namen)
    {
        var gevuld = waarden.OfType<string>().ToList();
        var verschillend = gevuld.Distinct().Count();
        var soort = gevuld.Count == 0 ? KolomSoort.Tekst : SoortVan(gevuld);
        var isCode =
            soort == KolomSoort.Tekst
            && verschillend is > 1 and <= HoogsteAantalCodes
            && verschillend * 2 <= gevuld.Count;
        return new(
            Naam(bron, namen),
            bron,
            isCode ? KolomSoort.Code : soort,
            Vrij: soort is KolomSoort.Tekst or KolomSoort.LangeTekst,
            Filter: isCode,
            InLijst: soort != KolomSoort.LangeTekst
        );
    }

    private static KolomSoort SoortVan(IReadOnlyList<string> waarden)
    {
        if (waarden.All(w => w is "ja" or "nee"))
        {
            return KolomSoort.JaNee;
        }
        foreach (var soort in Volgorde)
        {
            var kolom = new Kolom("x", "", soort);
            if (waarden.All(w => Waarde.Lees(kolom, w).Fout is null && !IsCijfercode(soort, w)))
            {
                return soort;
            }
        }
        return KolomSoort.LangeTekst;
    }

    // "0123" is a code, not a number.
    private static bool IsCijfercode(KolomSoort soort, string waarde) =>
        soort is KolomSoort.Jaar or KolomSoort.Aantal or KolomSoort.Getal
        && waarde.Length > 1
        && waarde[0] == '0'
        && char.IsAsciiDigit(waarde[1]);

    private static string Naam(string bron, HashSet<string> namen)
    {
        var kaal = string.Concat(
            Tekst.Kaal(bron).Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '_')
        );
        var naam = (kaal.Length > 0 && char.IsAsciiLetter(kaal[0]) ? kaal : "k_" + kaal).TrimEnd('_');
        var begin = naam[..Math.Min(naam.Length, 50)];
        naam = begin;
        for (var n = 2; !namen.Add(naam); n++)
        {
            naam = $"{begin}_{n}";
        }
        return naam;
    }

    /// <summary>The column as the public reads it, with what staff said of it.</summary>
    public static Kolom Beschreven(Kolom kolom, KolomWoorden woorden)
    {
        var kop = woorden.Kop ?? kolom.Kop;
        var weg =
            woorden.Drempel is { } d && kolom.Soort == KolomSoort.Aantal
                ? $"Getallen van 1 tot en met {d} zijn weggelaten, omdat ze over enkele personen kunnen gaan."
                : null;
        var uitleg = string.Join(' ', new[] { woorden.Uitleg ?? kolom.Uitleg, weg }.OfType<string>());
        return kolom with
        {
            Kop = woorden.Eenheid is null ? kop : $"{kop} ({woorden.Eenheid})",
            Uitleg = uitleg.Length == 0 ? null : uitleg,
        };
    }

    public static string NaarJson(IEnumerable<Kolom> kolommen) =>
        JsonSerializer.Serialize(kolommen, JsonSerializerOptions.Web);

    public static IReadOnlyList<Kolom> VanJson(string json) =>
        [
            .. JsonSerializer
                .Deserialize<List<Kolom>>(json, JsonSerializerOptions.Web)!
                .Select(k => k with { Kop = Kop(k.Kop) }),
        ];

    // Names that programs give, in English; every other name is the sender's own word
    private static readonly Dictionary<string, string> Koppen = new(StringComparer.OrdinalIgnoreCase)
    {
        ["address"] = "Adres",
        ["date"] = "Datum",
        ["description"] = "Omschrijving",
        ["name"] = "Naam",
        ["phone"] = "Telefoon",
        ["type"] = "Soort",
        ["url"] = "Website",
    };

    /// <summary>The name of a column as a resident reads it: a word, not how a file writes it.</summary>
    private static string Kop(string bron)
    {
        var woorden = Koppen.GetValueOrDefault(bron) ?? bron.Replace('_', ' ').Trim();
        return woorden.Length == 0 ? bron : char.ToUpperInvariant(woorden[0]) + woorden[1..];
    }
}
