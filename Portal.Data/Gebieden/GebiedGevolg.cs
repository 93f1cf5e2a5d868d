using System.Globalization;
using Portal.Data.Datasets;

namespace Portal.Data.Gebieden;

/// <summary>
/// What a delivery of areas, or of their names, asks to be done when it is published; kept with its version.
/// </summary>
internal sealed record GebiedGevolg(
    short Indeling,
    string Soort,
    (string Code, string Naam) Gemeente,
    bool AlleenNamen = false
)
{
    public void Bewaar(Lading lading)
    {
        lading.Opties["indeling"] = Indeling.ToString(CultureInfo.InvariantCulture);
        lading.Opties["soort"] = Soort;
        lading.Opties["gemeente"] = Gemeente.Code;
        lading.Opties["naam"] = Gemeente.Naam;
        lading.Opties["alleen-namen"] = AlleenNamen ? "ja" : "nee";
    }

    /// <returns>Null: nothing follows, as for inhabitants and for areas that were built.</returns>
    public static GebiedGevolg? Lees(Lading lading) =>
        lading.Opties.TryGetValue("indeling", out var indeling)
            ? new(
                short.Parse(indeling, CultureInfo.InvariantCulture),
                lading.Opties["soort"],
                (lading.Opties["gemeente"], lading.Opties["naam"]),
                lading.Opties["alleen-namen"] == "ja"
            )
            : null;
}
