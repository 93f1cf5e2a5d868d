using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using Portal.Data.Uitvoer;

namespace Portal.Web;

/// <summary>The values of a collection as a resident reads them.</summary>
public static class Waarden
{
    /// <returns>Null: not known.</returns>
    public static string? Tekst(Kolom kolom, object? waarde) =>
        waarde switch
        {
            null => null,
            DateOnly dag => dag.ToString("d MMMM yyyy", Taal.Cultuur),
            bool jaNee => Taal.Zin(jaNee ? "ja" : "nee"),
            decimal bedrag when kolom.Soort == KolomSoort.Bedrag => Opmaak.EuroCent(bedrag),
            decimal getal => Opmaak.Kommagetal(getal),
            short or int or long when kolom.Soort == KolomSoort.Jaar => string.Create(
                CultureInfo.InvariantCulture,
                $"{waarde}"
            ),
            short or int or long => Opmaak.Getal(Convert.ToInt64(waarde, CultureInfo.InvariantCulture)),
            string code when kolom.Codes.FirstOrDefault(c => c.Code == code) is { } woord => Taal.Zin(woord.Naam),
            _ => waarde.ToString(),
        };

    /// <summary>The same on a page in English: what the source wrote itself is told apart.</summary>
    public static object? Gemerkt(Kolom kolom, object? waarde, string onbekend) =>
        Tekst(kolom, waarde) is not { } tekst ? onbekend
        : IsVanDeBron(kolom) ? Taal.Woorden(tekst)
        : tekst;

    private static bool IsVanDeBron(Kolom kolom) =>
        kolom.Soort is KolomSoort.Tekst or KolomSoort.LangeTekst || kolom is { Soort: KolomSoort.Code, Codes.Count: 0 };

    /// <summary>
    /// What the list says beside the title: what is known, each with its name where the value does not speak for
    /// itself. As HTML, with the words of the source told apart.
    /// </summary>
    /// <param name="vandaag">A last day before it is left out.</param>
    public static IEnumerable<string> InLijst(
        Collectie collectie,
        CollectieRow rij,
        IStringLocalizer<Teksten> s,
        DateOnly? vandaag
    )
    {
        for (var i = 0; i < collectie.Kolommen.Count; i++)
        {
            var kolom = collectie.Kolommen[i];
            if (kolom.Termijn && rij.Waarden[i] is DateOnly dag && dag < vandaag)
            {
                continue;
            }
            if (kolom.InLijst && Tekst(kolom, rij.Waarden[i]) is { } tekst)
            {
                var leesbaar = kolom.Soort is KolomSoort.Code ? Kop(tekst) : tekst;
                var woorden = IsVanDeBron(kolom) ? Taal.Gemerkt(leesbaar) : WebUtility.HtmlEncode(leesbaar);
                yield return kolom.Soort is KolomSoort.Code or KolomSoort.Jaar
                    ? woorden
                    : $"{WebUtility.HtmlEncode(s[kolom.Kop].Value)}: {woorden}";
            }
        }
        yield return rij.Gebied is null
            ? WebUtility.HtmlEncode(s[rij.MetPlek ? "Waar: zie de kaart" : "Niet bekend waar"].Value)
            : WebUtility.HtmlEncode($"{Kop(s[rij.GebiedSoort ?? "gebied"].Value)} {rij.Gebied}");
    }

    private static string Kop(string tekst) =>
        tekst.Length == 0 ? tekst : char.ToUpper(tekst[0], Taal.Nederlands) + tekst[1..];
}
