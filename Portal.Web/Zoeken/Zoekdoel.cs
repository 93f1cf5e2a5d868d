using Portal.Data.Gebieden;
using Portal.Data.Zoeken;

namespace Portal.Web.Zoeken;

/// <summary>
/// Where what was found leads: to the page of its area, or to the map, as the box that was typed in says.
/// </summary>
public static class Zoekdoel
{
    /// <summary>What the address of a search says of the box on the map.</summary>
    public const string Kaart = "kaart";

    public static string Adres(AdresVondst gevonden, string? naar) =>
        naar == Kaart ? $"/kaart?bij={gevonden.Plek}" : gevonden.Adres;

    public static string Adres(ZoekRow gevonden, string? naar) =>
        naar != Kaart ? Opmaak.Adres(gevonden.Soort, gevonden.Code, gevonden.Naam) + Ook(gevonden)
        : gevonden.Soort == Gebiedsoorten.Stad ? "/kaart"
        : $"/kaart?niveau={gevonden.Soort}#gebied={gevonden.Code}";

    // So that the page can say of the other name she typed that it is this area; no server sees it.
    private static string Ook(ZoekRow gevonden) =>
        gevonden.Ook is null || gevonden.Ook == gevonden.Naam ? "" : $"#ook={Uri.EscapeDataString(gevonden.Ook)}";
}
