using System.Globalization;
using Portal.Data.Bestanden;

namespace Portal.Data.Begrotingen;

/// <summary>What one cell of a begrotingslevering says; null when it says nothing that we know.</summary>
internal static class BegrotingCel
{
    /// <summary>organisatie, gemeente or particulier, by the words that staff use for them.</summary>
    public static string? OntvangerSoort(CsvRij rij) =>
        rij["ontvanger_type"]?.ToLowerInvariant().Trim('(', ')') switch
        {
            "organisatie" or "rechtspersoon" or "bedrijf" or "instelling" or "stichting" or "vereniging" =>
                "organisatie",
            "gemeente" => "gemeente",
            "particulier"
            or "particulieren"
            or "natuurlijk persoon"
            or "persoon"
            or "burger"
            or "inwoner"
            or "bewoner"
            or "prive"
            or "privé" => "particulier",
            _ => null,
        };

    /// <summary>
    /// The kind of area, by the words of the national format for what we call otherwise (sources.md D4).
    /// </summary>
    public static string Gebiedstype(string gebiedstype) =>
        gebiedstype.Trim().ToLowerInvariant() switch
        {
            "ggw" => "gebied",
            "gemeente" => "stad",
            var soort => soort,
        };

    /// <summary>A share of a whole: 0,6 or 60%.</summary>
    public static bool IsAandeel(string tekst)
    {
        var procent = tekst.EndsWith('%');
        return decimal.TryParse(
                tekst.TrimEnd('%').Trim().Replace(',', '.'),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var deel
            )
            && deel > 0
            && deel <= (procent ? 100 : 1);
    }

    public static DateOnly? Peildatum(CsvRij rij) => Datum.Lees(rij["peildatum"]);
}
