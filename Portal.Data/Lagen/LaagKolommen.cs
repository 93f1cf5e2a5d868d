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
        var proeven = bronnen.Select(b => new Kolomproef(b)).ToList();
        foreach (var rij in bestand.Rijen)
        {
            proeven.ForEach(p => p.Zie(rij.Veld(p.Bron)));
        }
        var namen = new HashSet<string>(Bezet);
        return [.. proeven.Select(p => (Kolom(p, namen), p.Bron))];
    }

    private static Kolom Kolom(Kolomproef proef, HashSet<string> namen) =>
        new(
            Naam(proef.Bron, namen),
            proef.Bron,
            proef.IsCode ? KolomSoort.Code : proef.Soort,
            Vrij: proef.Soort is KolomSoort.Tekst or KolomSoort.LangeTekst,
            Filter: proef.IsCode,
            InLijst: proef.Soort != KolomSoort.LangeTekst
        );

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

    /// <summary>A number whose words are known is a code: nothing to count with.</summary>
    public static Kolom AlsCode(Kolom kolom, KolomWoorden woorden) =>
        HeeftCodes(kolom, woorden) ? kolom with { Soort = KolomSoort.Code, Filter = true } : kolom;

    // Where small numbers are left out it counts something
    private static bool HeeftCodes(Kolom kolom, KolomWoorden woorden) =>
        woorden is { Codes: not null, Drempel: null } && KolomWoorden.MagCodes(kolom);

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
            Codes = HeeftCodes(kolom, woorden) ? woorden.Codes! : [],
            AndereOok = true,
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
