using System.Text;
using Portal.Data.Beheer;

namespace Portal.Web.Beheer;

/// <summary>The names of areas as a delivery of them.</summary>
public static class Namenbestand
{
    public static byte[] Schrijf(IEnumerable<GebiedsnaamRow> rijen)
    {
        var regels = rijen.Select(r => string.Join(';', new[] { r.Naam, r.Gebied, r.Reden, r.Stadsdeel }.Select(Cel)));
        return Encoding.UTF8.GetBytes(string.Join('\n', regels.Prepend("naam;gebiedscode;reden;stadsdeel")) + "\n");
    }

    private static string Cel(string? tekst) => $"\"{tekst?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
