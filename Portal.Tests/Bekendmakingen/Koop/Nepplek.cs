using System.Globalization;
using Portal.Data.Bekendmakingen.Koop;

namespace Portal.Tests.Bekendmakingen.Koop;

/// <summary>Markers of a place in every form that KOOP has had, up to sixteen of one notice.</summary>
internal static class Nepplek
{
#pragma warning disable CA5394 // invented places keep no secret
    public static IReadOnlyList<Markering> Maak(Random kans, string label)
    {
        var aantal = kans.Next(50) == 0 ? kans.Next(2, 17) : 1;
        return [.. Enumerable.Range(0, aantal).Select(_ => Een(kans, label))];
    }

    private static Markering Een(Random kans, string label)
    {
        var (x, y) = (
            Math.Round(140_000 + (kans.NextDouble() * 2_000), 2),
            Math.Round(500_000 + (kans.NextDouble() * 2_000), 2)
        );
        var (lat, lon) = (
            Math.Round(52.487 + ((y - 500_000) / 111_000), 7),
            Math.Round(5.166 + ((x - 140_000) / 68_000), 7)
        );
        FormattableString plek = (kans.Next(20)) switch
        {
            0 => $"POINT({x}  {y})",
            1 => $"{lat},{lon}",
            2 => $"POLYGON ((PLEK))",
            _ => $"{lat} {lon}",
        };
        var tekst = plek.ToString(CultureInfo.InvariantCulture);
        if (tekst.StartsWith("POLYGON", StringComparison.Ordinal))
        {
            FormattableString ring = $"{x} {y}, {x + 20} {y}, {x + 20} {y + 15}, {x} {y}";
            return new(
                "Vlak",
                label,
                [tekst.Replace("PLEK", ring.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)]
            );
        }
        return new(kans.Next(5) == 0 ? "Punt" : "Adres", label, [tekst]);
    }
#pragma warning restore CA5394
}
