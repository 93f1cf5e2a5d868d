using System.Globalization;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using Portal.Data.Uitvoer;

namespace Portal.Web;

/// <summary>The values of a collection as a resident reads them.</summary>
public static class Waarden
{
    private static readonly CultureInfo Nl = CultureInfo.GetCultureInfo("nl-NL");

    /// <returns>Null: not known.</returns>
    public static string? Tekst(Kolom kolom, object? waarde) =>
        waarde switch
        {
            null => null,
            DateOnly dag => dag.ToString("d MMMM yyyy", Nl),
            bool jaNee => jaNee ? "ja" : "nee",
            decimal bedrag when kolom.Soort == KolomSoort.Bedrag => Opmaak.EuroCent(bedrag),
            decimal getal => Opmaak.Kommagetal(getal),
            short or int or long when kolom.Soort == KolomSoort.Jaar => string.Create(
                CultureInfo.InvariantCulture,
                $"{waarde}"
            ),
            short or int or long => Opmaak.Getal(Convert.ToInt64(waarde, CultureInfo.InvariantCulture)),
            string code when kolom.Codes.FirstOrDefault(c => c.Code == code) is { } woord => woord.Naam,
            _ => waarde.ToString(),
        };

    /// <summary>
    /// What the list says beside the title: what is known, each with its name where the value does not speak for
    /// itself.
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
                yield return kolom.Soort is KolomSoort.Code or KolomSoort.Jaar
                    ? Kop(tekst)
                    : $"{s[kolom.Kop].Value}: {tekst}";
            }
        }
        yield return rij.Gebied is null
            ? s["Niet bekend waar"].Value
            : $"{Kop(s[rij.GebiedSoort ?? "gebied"].Value)} {rij.Gebied}";
    }

    private static string Kop(string tekst) => tekst.Length == 0 ? tekst : char.ToUpper(tekst[0], Nl) + tekst[1..];
}
