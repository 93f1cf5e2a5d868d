using System.Globalization;

namespace Portal.Tests.Beheer;

/// <summary>Colours as they are seen with and without each of the three kinds of cone (Viénot, Brettel 1999).</summary>
internal static class Kleurzien
{
    public static readonly string[] Soorten = ["alles", "geen rood", "geen groen", "geen blauw"];

    public static (double L, double A, double B) Lab(string kleur, string soort)
    {
        double[] rgb =
        [
            .. new[] { 1, 3, 5 }.Select(i =>
                Lineair(int.Parse(kleur.AsSpan(i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture))
            ),
        ];
        var (r, g, b) = (rgb[0], rgb[1], rgb[2]);
        (r, g, b) = soort switch
        {
            "geen rood" => (0.11238 * r + 0.88762 * g, 0.11238 * r + 0.88762 * g, 0.00401 * r - 0.00401 * g + b),
            "geen groen" => (0.29275 * r + 0.70725 * g, 0.29275 * r + 0.70725 * g, -0.02234 * r + 0.02234 * g + b),
            "geen blauw" => (r, 0.86 * g + 0.14 * b, 0.86 * g + 0.14 * b),
            _ => (r, g, b),
        };
        var x = F((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
        var y = F(0.2126 * r + 0.7152 * g + 0.0722 * b);
        var z = F((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
        return (116 * y - 16, 500 * (x - y), 200 * (y - z));
    }

    public static double Afstand((double L, double A, double B) een, (double L, double A, double B) ander) =>
        Math.Sqrt(Math.Pow(een.L - ander.L, 2) + Math.Pow(een.A - ander.A, 2) + Math.Pow(een.B - ander.B, 2));

    private static double Lineair(int waarde)
    {
        var w = waarde / 255.0;
        return w <= 0.04045 ? w / 12.92 : Math.Pow((w + 0.055) / 1.055, 2.4);
    }

    private static double F(double t) => t > 0.008856 ? Math.Cbrt(t) : 7.787 * t + 16.0 / 116;
}
