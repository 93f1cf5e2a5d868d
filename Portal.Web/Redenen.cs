using System.Text.RegularExpressions;

namespace Portal.Web;

/// <summary>
/// Why an address cannot be is said in Dutch, by whoever finds out, with the visitor's own words in it: an address of
/// data says it so too. For a page in English it is known again by its form.
/// </summary>
public static class Redenen
{
    /// <summary>The forms, as Teksten.en.json has them; the most precise first.</summary>
    public static readonly string[] Vormen =
    [
        "Bij bl staat '{0}'. Kies L (lasten, uitgaven) of B (baten, inkomsten).",
        "Bij pagina staat '{0}'. Dat is geen pagina.",
        "Bij {0} staat '{1}'. Schrijf een datum als 2026-03-31.",
        "Bij {0} staat '{1}'. Dat is geen jaartal.",
        "Bij {0} staat '{1}'. Kies uit: {2}.",
        "Bij '{0}' staat '{1}'. Schrijf een jaar, zoals 2024.",
        "Bij '{0}' staat '{1}'. Schrijf een getal, zoals 1.",
        "Bij {0} staan meer dan {1} letters. Maak het korter.",
        "Het jaar {0} kan niet. Kies een jaar van 1990 tot en met 2100.",
        "De soort bedrag '{0}' bestaat niet. Kies uit: {1}.",
        "De volgorde '{0}' bestaat niet. Kies uit: {1}.",
        "Het programma '{0}' bestaat niet. Kies een programma uit de lijst.",
        "Het taakveld '{0}' bestaat niet. Schrijf een code als 5.7.",
        "Het taakveld '{0}' bestaat niet.",
        "We kennen geen gebied met de code '{0}'.",
        "We kennen geen gebied '{0}'. Schrijf de naam of de code van een buurt, wijk, gebied of stadsdeel.",
        "We kennen geen gebied '{0}'; het lijkt op {1} ({2}). Schrijf de hele naam of de code.",
        "We kennen geen gebied '{0}'. Bedoelt u {1}?",
        "De eerste dag ligt na de laatste.",
        "Er is meer dan één gebied dat op '{0}' lijkt. Kies er een.",
        "Van de gemeente '{0}' zijn geen cijfers geladen.",
        "Kies bij een taakveld ook een programma.",
        "Vergelijk ten hoogste {0} gebieden.",
        "Zet ten hoogste {0} gemeenten ernaast.",
        "Het laagste bedrag is hoger dan het hoogste.",
        "De plek om verder te gaan klopt niet. Begin opnieuw op de eerste bladzijde.",
        "Zoek met ten hoogste {0} letters.",
        "Bij nog staat iets anders dan 'ja'.",
        "Bij straal hoort ook bij: een plek als 52.37,4.89.",
        "Bij bij staat '{0}'. Schrijf een plek in Nederland als 52.37,4.89.",
        "Kies een plek of een gebied: bij=52.37,4.89 of gebied=AA01.",
        "Kies één van de twee: bij (rond een plek) of vlak (een getekend gebied).",
        "Bij vlak hoort geen straal.",
        "Bij vlak staat '{0}'. Schrijf elke hoek als een plek in Nederland: 52.37,4.89.",
        "Een vlak heeft ten minste drie verschillende hoeken.",
        "Een vlak heeft hier ten hoogste {0} hoeken.",
        "De zoekvraag is langer dan 250 tekens.",
        "Er is geen collectie '{0}'. Op {1} staat wat er is.",
        "In '{0}' is geen '{1}'. Op {2} staat wat er is.",
        "Bedrag vanaf '{0}': dit is geen bedrag. Schrijf 1000 of 1.000,50.",
        "Bedrag tot en met '{0}': dit is geen bedrag. Schrijf 1000 of 1.000,50.",
    ];

    private static readonly (string Vorm, Regex Herken)[] Bekend =
    [
        .. Vormen.Select(v => (v, new Regex(Patroon(v), RegexOptions.NonBacktracking | RegexOptions.Singleline))),
    ];

    /// <returns>Null: on a Dutch page, and of what has no form.</returns>
    public static string? InHetEngels(string? reden)
    {
        if (reden is null || !Taal.IsEngels)
        {
            return null;
        }
        foreach (var (vorm, herken) in Bekend)
        {
            if (herken.Match(reden) is { Success: true } gevonden)
            {
                return Taal.Zin(vorm, [.. gevonden.Groups.Values.Skip(1).Select(g => g.Value)]);
            }
        }
        return null;
    }

    private static string Patroon(string vorm) => "^" + Regex.Replace(Regex.Escape(vorm), @"\\\{\d}", "(.*)") + "$";
}
