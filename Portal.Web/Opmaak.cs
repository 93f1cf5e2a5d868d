using System.Globalization;
using Portal.Data;

namespace Portal.Web;

/// <summary>
/// Amounts and numbers as a reader of the page writes them; what is not known is said, never shown as zero.
/// </summary>
public static class Opmaak
{
    public static string Onbekend => Taal.Zin("geen gegevens");

    /// <summary>Whole euros: € 1.234.567. The exact value stands in the downloads and in a data attribute.</summary>
    public static string Euro(decimal? bedrag) =>
        bedrag is null ? Onbekend : Euro(decimal.Round(bedrag.Value, 0, MidpointRounding.AwayFromZero), "N0");

    /// <summary>To the cent: € 1.234,56.</summary>
    public static string EuroCent(decimal? bedrag) => bedrag is null ? Onbekend : Euro(bedrag.Value, "N2");

    private static string Euro(decimal bedrag, string vorm) => $"€\u00A0{bedrag.ToString(vorm, Taal.Getallen)}";

    /// <summary>An amount per person in a sentence: never "€ 0" beside an amount that is there.</summary>
    public static string EuroPerHoofd(decimal bedrag) =>
        bedrag != 0 && Math.Abs(bedrag) < 1 ? Taal.Zin("minder dan €\u00A01") : Euro(bedrag);

    /// <summary>For in a sentence: € 1,2 miljoen.</summary>
    public static string EuroKort(decimal bedrag) =>
        Math.Abs(bedrag) switch
        {
            >= 999_950_000 => string.Create(
                Taal.Getallen,
                $"€\u00A0{bedrag / 1_000_000_000:0.#}\u00A0{Taal.Zin("miljard")}"
            ),
            >= 1_000_000 => string.Create(Taal.Getallen, $"€\u00A0{bedrag / 1_000_000:0.#}\u00A0{Taal.Zin("miljoen")}"),
            _ => Euro(bedrag),
        };

    public static string Getal(long? getal) => getal is null ? Onbekend : getal.Value.ToString("N0", Taal.Getallen);

    /// <summary>1 rij; 2 rijen.</summary>
    public static string Rijen(long aantal) => aantal == 1 ? Taal.Zin("1 rij") : $"{Getal(aantal)} {Taal.Zin("rijen")}";

    /// <summary>A figure that is no amount: 1.234,5.</summary>
    public static string Kommagetal(decimal getal) => getal.ToString("#,0.######", Taal.Getallen);

    public static string Procent(decimal deel, decimal geheel) =>
        geheel == 0 ? ""
        : deel != 0 && Math.Abs(deel / geheel) < 0.0005m ? $"<\u00A0{TiendeProcent}"
        : string.Create(Taal.Getallen, $"{100 * deel / geheel:0.#}{Procentteken}");

    /// <summary>A share in a sentence, where nothing is a word too: "0 %".</summary>
    public static string ProcentOfNul(decimal deel, decimal geheel) =>
        deel == 0 || geheel == 0 ? $"0{Procentteken}" : Procent(deel, geheel);

    /// <summary>The smallest share that is written.</summary>
    public static string TiendeProcent => string.Create(Taal.Cultuur, $"{0.1:0.0}{Procentteken}");

    // 0,8 % in Dutch, 0.8% in English
    private static string Procentteken => Taal.IsEngels ? "%" : "\u00A0%";

    /// <summary>A value as a machine reads it: 1234.56.</summary>
    public static string Exact(decimal? bedrag) => bedrag?.ToString("0.00", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The day of a moment, as the clock in Amsterdam had it: 3 maart 2026.</summary>
    public static string Dag(DateTime moment) => Klok.Hier(moment).ToString("d MMMM yyyy", Taal.Cultuur);

    /// <summary>Day and time: 3 maart 2026, 14:05.</summary>
    public static string Moment(DateTime moment) => Klok.Hier(moment).ToString("d MMMM yyyy, HH:mm", Taal.Cultuur);

    /// <summary>The address of an area: /buurten/ED01-kolenkitbuurt-noord.</summary>
    public static string Adres(string soort, string code, string naam) =>
        soort == "stad"
            ? "/stad"
            : $"/{Data.Gebieden.Gebiedsoorten.Meervoud(soort)}/"
                + $"{Uri.EscapeDataString(code)}-{Data.Bestanden.Tekst.Kaal(naam).Replace(' ', '-')}";
}
