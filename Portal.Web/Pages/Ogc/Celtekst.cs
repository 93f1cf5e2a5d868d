using System.Text.Json;
using Portal.Data.Uitvoer;

namespace Portal.Web.Pages.Ogc;

/// <summary>A value out of the JSON of a feature, as a reader wants it.</summary>
internal static class Celtekst
{
    public static string Tekst(Kolom kolom, JsonElement waarde) =>
        waarde.ValueKind switch
        {
            JsonValueKind.Null => "",
            JsonValueKind.True => Taal.Zin("ja"),
            JsonValueKind.False => Taal.Zin("nee"),
            JsonValueKind.Number when kolom.Soort == KolomSoort.Bedrag => Opmaak.EuroCent(waarde.GetDecimal()),
            JsonValueKind.Number when kolom.Soort != KolomSoort.Jaar => Opmaak.Kommagetal(waarde.GetDecimal()),
            _ when kolom.Codes.FirstOrDefault(c => c.Code == waarde.ToString()) is { } code => Taal.Zin(code.Naam),
            _ => waarde.ToString(),
        };
}
