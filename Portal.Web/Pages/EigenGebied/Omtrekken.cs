using System.Globalization;
using Portal.Data.Uitvoer;
using Portal.Web.Zoeken;

namespace Portal.Web.Pages.EigenGebied;

/// <summary>Reads a piece of the map from an address: around a place, or a shape with corners.</summary>
public static class Omtrekken
{
    /// <summary>How far around an address one may look, in metres.</summary>
    public static readonly int[] Stralen = [250, 500, 1000];

    /// <summary>What an address calls it.</summary>
    public static readonly string[] Namen = ["bij", "straal", "vlak"];

    public const int MeesteHoeken = 25;

    /// <param name="bij">A place, as 52.37,4.89.</param>
    /// <param name="straal">In metres; without it 500.</param>
    /// <param name="vlak">Places, with a semicolon between them.</param>
    /// <returns>Neither where nothing was asked.</returns>
    public static (Omtrek? Omtrek, string? Fout) Lees(string? bij, string? straal, string? vlak)
    {
        if (bij is not null && vlak is not null)
        {
            return (null, "Kies één van de twee: bij (rond een plek) of vlak (een getekend gebied).");
        }
        if (vlak is not null)
        {
            return straal is null ? Vlak(vlak) : (null, "Bij vlak hoort geen straal.");
        }
        if (bij is null)
        {
            return (null, straal is null ? null : "Bij straal hoort ook bij: een plek als 52.37,4.89.");
        }
        if (!Stralen.Select(s => $"{s}").Contains(straal ?? "500"))
        {
            return (null, $"Bij straal staat '{straal}'. Kies uit: {string.Join(", ", Stralen)} (meter).");
        }
        return Punt.Lees(bij) is { } plek
            ? (Omtrek.Cirkel(plek.Breedte, plek.Lengte, int.Parse(straal ?? "500", CultureInfo.InvariantCulture)), null)
            : (null, $"De plek '{bij}' in het adres kennen we niet. Schrijf een plek in Nederland als 52.37,4.89.");
    }

    /// <summary>Whether the line around a drawn area crosses itself.</summary>
    public static bool Kruist(string? vlak)
    {
        var hoeken = (vlak ?? "")
            .Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(Punt.Lees)
            .OfType<Punt>()
            .ToList();
        var lijnen = hoeken.Select((h, i) => (Van: h, Tot: hoeken[(i + 1) % hoeken.Count])).ToList();
        return lijnen.Where((een, i) => lijnen.Skip(i + 1).Any(ander => Kruisen(een, ander))).Any();
    }

    // Lines that only touch, as those of one corner do, do not
    private static bool Kruisen((Punt Van, Punt Tot) een, (Punt Van, Punt Tot) ander) =>
        Kant(een, ander.Van) * Kant(een, ander.Tot) < 0 && Kant(ander, een.Van) * Kant(ander, een.Tot) < 0;

    private static int Kant((Punt Van, Punt Tot) lijn, Punt p) =>
        Math.Sign(
            ((lijn.Tot.Lengte - lijn.Van.Lengte) * (p.Breedte - lijn.Van.Breedte))
                - ((lijn.Tot.Breedte - lijn.Van.Breedte) * (p.Lengte - lijn.Van.Lengte))
        );

    private static (Omtrek? Omtrek, string? Fout) Vlak(string vlak)
    {
        var delen = vlak.Split(';', StringSplitOptions.RemoveEmptyEntries);
        var hoeken = new List<(double, double)>();
        foreach (var deel in delen)
        {
            if (Punt.Lees(deel) is not { } hoek)
            {
                return (null, $"Bij vlak staat '{deel}'. Schrijf elke hoek als een plek in Nederland: 52.37,4.89.");
            }
            hoeken.Add((hoek.Breedte, hoek.Lengte));
        }
        return hoeken.Distinct().Count() < 3 ? (null, "Een vlak heeft ten minste drie verschillende hoeken.")
            : hoeken.Count > MeesteHoeken ? (null, $"Een vlak heeft hier ten hoogste {MeesteHoeken} hoeken.")
            : (Omtrek.Vlak(hoeken), null);
    }
}
