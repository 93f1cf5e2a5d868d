using System.Collections.Frozen;

namespace Portal.Data.Oordelen;

/// <summary>Words for work, by whether one person does it, or several, or a company.</summary>
internal static class Beroepen
{
    /// <summary>Somebody who does the work: right after one other word, that is who.</summary>
    private static readonly FrozenSet<string> Namen = Woordsoorten.Lijst(
        """
        accountant advocaat architect boekhouder chauffeur choreograaf designer expert fotograaf hovenier huisarts illustrator kapper kunstenaar loodgieter
        makelaar muzikant notaris ontwerper photographer psycholoog schilder stukadoor stylist tandarts therapeut trainer vormgever
        """
    );

    /// <summary>Work that is mostly done alone, under a name of one's own.</summary>
    private static readonly FrozenSet<string> Alleen = Woordsoorten.Lijst(
        """
        administratie advies advocatuur afbouw begeleiding bouw bouwbedrijf bouwconstructies chauffeurs chauffeursdiensten cleaning coach coaching consultancy consulting dienstverlening elektra elektro elektrotechniek
        exploitatie fotografie ict installatie installaties installatietechniek loodgietersbedrijf schildersbedrijf service services stucadoorsbedrijf therapie training trainingen
        illustratie klusbedrijf klussen massage montage ontwerp photography schilders schilderwerken schoonmaak timmer timmerwerken vertalingen
        """
    );

    /// <summary>More than one: what they do together is a company, also under somebody's name.</summary>
    private static readonly FrozenSet<string> Samen = Woordsoorten.Lijst(
        """
        accountants advocaten architecten cie co company consultants group groep makelaars partners taxateurs zonen
        """
    );

    /// <summary>Open to the public: called after anybody, or after nobody.</summary>
    private static readonly FrozenSet<string> Zaken = Woordsoorten.Lijst(
        """
        airport cafe catering drankenspeciaalzaak eetcafe events evenementen expo fitness foods horeca muziekschool pizzeria
        rederij restaurant sport sports supermarkt supermarkten toko tours winkel
        """
    );

    /// <summary>
    /// Often called after the family that keeps it, and as often after a given name that sounds well.
    /// </summary>
    private static readonly FrozenSet<string> Winkels = Woordsoorten.Lijst(
        "bakkerij broodjeszaak garage lunchroom slagerij snackbar stomerij"
    );

    /// <summary>Mostly the work of a company: beside it an unknown word is a brand.</summary>
    private static readonly FrozenSet<string> Bedrijven = Woordsoorten.Lijst(
        """
        auto communicatie delivery evenementen export film handel import music organisatie production productions
        telecom transport vastgoed zorg
        """
    );

    public static bool IsBedrijf(string kaal) => Bedrijven.Contains(kaal) || IsSamen(kaal) || IsZaak(kaal);

    public static bool IsWinkel(string kaal) => Winkels.Contains(kaal);

    public static bool IsZaak(string kaal) => Zaken.Contains(kaal);

    public static bool IsNaam(string kaal) => Namen.Contains(kaal);

    public static bool IsAlleen(string kaal) =>
        Namen.Contains(kaal)
        || Alleen.Contains(kaal)
        || Woordsoorten.HeeftStaart(kaal, ["advies", "adviseur", "management"]);

    public static bool IsSamen(string kaal) => Samen.Contains(kaal);
}
