using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Data.Bestanden;
using Portal.Data.Lagen;
using Portal.Data.Oordelen;
using Portal.Data.Registers;
using Portal.Data.Uitvoer;

namespace Portal.Data.Datasets;

/// <summary>A column as its first rows show it; an example that may name a person is not readable.</summary>
public sealed record Kolomblik(string Naam, string Soort, int Gevuld, IReadOnlyList<string> Voorbeelden);

/// <summary>How a file was taken to be written, and what stands in it: for who hands it over to look at.</summary>
/// <param name="Zinnen">Of its letters, separator, decimal sign and coordinates, in Dutch.</param>
/// <param name="Rijen">How many rows the columns were told by.</param>
public sealed partial record Leeswijze(IReadOnlyList<string> Zinnen, int Rijen, IReadOnlyList<Kolomblik> Kolommen)
{
    internal const int Bekeken = 200;
    private const int MeesteKolommen = 60;
    private const int Voorbeelden = 3;
    private const int LangsteVoorbeeld = 60;

    internal static Leeswijze Van(CsvBestand csv) =>
        Van(
            csv.Wijze,
            [.. csv.Kop.Where(k => k.Trim().Length > 0)],
            csv.Rijen.Where(r => !r.IsLeeg).Select(r => (Func<string, string?>)(k => r[k]))
        );

    internal static Leeswijze Van(RuwBestand bestand, string wijze) =>
        Van([wijze], bestand.Kolommen, bestand.Rijen.Select(Velden));

    private static Leeswijze Van(
        IReadOnlyList<string> wijze,
        IReadOnlyList<string> kolommen,
        IEnumerable<Func<string, string?>> alle
    )
    {
        var rijen = new List<Func<string, string?>>();
        try
        {
            rijen.AddRange(alle.Take(Bekeken));
        }
        catch (ImportFout) { } // the import itself says what is wrong, and where
        var cellen = kolommen.Distinct().Take(MeesteKolommen).ToDictionary(k => k, k => rijen.ConvertAll(r => r(k)));
        return new(
            [.. wijze, .. new[] { Decimalen(cellen.Values), Plekken(rijen) }.OfType<string>()],
            rijen.Count,
            [.. cellen.Select(c => Blik(c.Key, c.Value))]
        );
    }

    private static Func<string, string?> Velden(RuweRij rij) => k => k == Vorm ? rij.GeoJson : rij.Veld(k);

    private static Kolomblik Blik(string kolom, List<string?> waarden)
    {
        var proef = new Kolomproef(kolom);
        var gevuld = waarden.OfType<string>().Where(w => w.Trim().Length > 0).ToList();
        gevuld.ForEach(proef.Zie);
        var tekst = proef.Soort is KolomSoort.Tekst or KolomSoort.LangeTekst or KolomSoort.Code;
        return new(
            Zin.Veilig(kolom, LangsteVoorbeeld),
            gevuld.Count == 0 ? "leeg" : Kolomsoorten.Woord(proef.Soort),
            gevuld.Count,
            [.. gevuld.Distinct().Take(Voorbeelden).Select(w => Voorbeeld(kolom, w, tekst))]
        );
    }

    private static string Voorbeeld(string kolom, string waarde, bool tekst) =>
        LaagKolommen.IsPersoonlijk(kolom)
        || Privacy.Vind(waarde) is not null
        || tekst && Beoordelaar.Standaard.Titel(waarde) != Uitspraak.Openbaar
            ? Bevindingen.Afgeschermd(waarde)
            : Zin.Veilig(waarde, LangsteVoorbeeld);

    private static string? Decimalen(IEnumerable<List<string?>> cellen)
    {
        var gezien = new Notaties();
        foreach (var waarde in cellen.SelectMany(c => c).OfType<string>().Where(w => GetalVorm().IsMatch(w)))
        {
            gezien.Zie(waarde);
        }
        return gezien.Notatie switch
        {
            Notatie.Komma => "Decimalen staan achter een komma.",
            Notatie.Punt => "Decimalen staan achter een punt.",
            _ => null,
        };
    }

    private const string Vorm = "\0vorm";

    // By their range, as where the rows are is told (RegisterPlaats)
    private static string? Plekken(List<Func<string, string?>> rijen)
    {
        foreach (var rij in rijen)
        {
            var tekst = rij(Vorm) ?? Coordinaten.Wkt(k => rij(k), (_, _, _) => { });
            if (tekst is null || Getallen().Matches(tekst) is not { Count: > 1 } getallen)
            {
                continue;
            }
            var (x, y) = (Getal(getallen[0]), Getal(getallen[1]));
            return (x, y) switch
            {
                (>= 3 and <= 8, >= 50 and <= 54) => "Plekken staan in lengte en breedte (WGS84).",
                (>= 50 and <= 54, >= 3 and <= 8) => "Plekken staan in breedte en lengte; dat is omgedraaid.",
                (>= 0 and <= 300_000, >= 300_000 and <= 630_000) =>
                    "Plekken staan in meters van de Rijksdriehoek (RD); de site rekent ze om.",
                _ => null,
            };
        }
        return null;
    }

    private static double Getal(Match m) => double.Parse(m.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[\s€(-]*[\d.,]+[\s)-]*$")]
    private static partial Regex GetalVorm();

    [GeneratedRegex(@"-?\d+(?:\.\d+)?")]
    private static partial Regex Getallen();
}
