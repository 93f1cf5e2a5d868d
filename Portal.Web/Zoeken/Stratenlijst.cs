using System.Text.RegularExpressions;
using Portal.Data.Bekendmakingen;
using Portal.Data.Bestanden;
using Portal.Data.Lagen;
using Portal.Data.Vergunningen;
using Portal.Data.Zoeken;

namespace Portal.Web.Zoeken;

/// <summary>
/// Streets and postcodes that our own data knows, kept per generation of it: what answers when the Locatieserver does
/// not.
/// </summary>
public sealed partial class Stratenlijst(Generaties generaties)
{
    private const double Genoeg = 0.55;
    private const int Drie = 3;

    private (long Generatie, IReadOnlyList<Straat> Straten)? _bekend;

    /// <summary>The streets that may be meant, best first; also with a typing error.</summary>
    public async Task<IReadOnlyList<Vindplaats>> ZoekAsync(string tekst, StraatQueries queries, CancellationToken ct)
    {
        var nu = generaties.Van([BekendmakingOnderwerp.Code, VergunningOnderwerp.Code, LaagOnderwerp.Code]);
        if (_bekend is not { } bekend || bekend.Generatie != nu)
        {
            bekend = (nu, await queries.AlleAsync(ct));
            _bekend = bekend;
        }
        var postcode = Postcode().Match(Tekst.Kaal(tekst));
        var straat = Huisnummer().Replace(postcode.Success ? "" : Tekst.Kaal(tekst), "");
        return
        [
            .. bekend
                .Straten.Select(s =>
                    (
                        Straat: s,
                        Mate: s.IsPostcode
                            ? postcode.Success
                            && s.Kaal.Replace(" ", "", StringComparison.Ordinal)
                                == postcode.Value.Replace(" ", "", StringComparison.Ordinal)
                                ? 3
                                : 0
                            : Mate(straat, s.Kaal)
                    )
                )
                .Where(s => s.Mate >= Genoeg)
                .OrderByDescending(s => s.Mate)
                .ThenBy(s => s.Straat.Kaal, StringComparer.Ordinal)
                .Take(Locatieserver.Hoogstens)
                .Select(s => new Vindplaats(
                    s.Straat.IsPostcode ? "postcode" : "weg",
                    s.Straat.Naam,
                    s.Straat.X,
                    s.Straat.Y,
                    s.Straat.Lengte,
                    s.Straat.Breedte
                )),
        ];
    }

    // The name itself, its beginning, its letters without spaces, or groups of three letters in common
    private static double Mate(string gezocht, string naam)
    {
        if (gezocht.Length < Drie)
        {
            return 0;
        }
        var (a, b) = (Dicht(gezocht), Dicht(naam));
        return naam == gezocht ? 3
            : naam.StartsWith(gezocht, StringComparison.Ordinal)
            || naam.Contains(" " + gezocht, StringComparison.Ordinal)
                ? 2
            : b.Contains(a, StringComparison.Ordinal) ? 1.5
            : Gelijkenis(a, b);
    }

    private static double Gelijkenis(string a, string b)
    {
        var (van, met) = (Drietallen(a), Drietallen(b));
        return 2.0 * van.Intersect(met).Count() / (van.Count + met.Count);
    }

    private static HashSet<string> Drietallen(string tekst)
    {
        var rand = $"  {tekst} ";
        return [.. Enumerable.Range(0, rand.Length - Drie + 1).Select(i => rand.Substring(i, Drie))];
    }

    private static string Dicht(string tekst) => tekst.Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\b[1-9][0-9]{3} ?[a-z]{2}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Postcode();

    [GeneratedRegex(@" [0-9]+( ?[a-z]{1,3})?( [0-9a-z]{1,4})?$", RegexOptions.NonBacktracking)]
    private static partial Regex Huisnummer();
}
