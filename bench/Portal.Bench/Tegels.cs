using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Data.Uitvoer;

namespace Portal.Bench;

/// <summary>
/// Random squares of the map, and the statements that the product runs for them, with their values in them.
/// </summary>
internal static partial class Tegels
{
    // Where the million points of bench/kaart lie.
    private static readonly (double West, double Zuid, double Oost, double Noord) Stad = (4.75, 52.30, 5.02, 52.42);

    /// <returns>z/x/y, and what psql runs for it.</returns>
    public static IEnumerable<(string Pad, string Sql)> Maak(int zoom, int aantal, bool json)
    {
        var kans = new Random(11);
        var sql = Portal.Data.Onderwerpen.Collecties.Single(c => c.Pad == "vergunningen").Sql.Tegel;
        for (var i = 0; i < aantal; i++)
        {
            var (lengte, breedte) = (
                Stad.West + (kans.NextDouble() * (Stad.Oost - Stad.West)),
                Stad.Zuid + (kans.NextDouble() * (Stad.Noord - Stad.Zuid))
            );
            var straal = breedte * Math.PI / 180;
            var tegel = new Tegel(
                zoom,
                (int)((lengte + 180) / 360 * (1 << zoom)),
                (int)((1 - (Math.Asinh(Math.Tan(straal)) / Math.PI)) / 2 * (1 << zoom))
            );
            var opdracht = json ? sql.Json : sql.Rijen;
            yield return ($"{tegel.Z}/{tegel.X}/{tegel.Y}", $"select length(t::text) from ({Vul(opdracht, tegel)}) t;");
        }
    }

    private static string Vul(string sql, Tegel tegel)
    {
        var waarden = tegel.Parameters.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(tegel.Parameters));
        return Parameter()
            .Replace(
                sql,
                m =>
                    m.Groups[1].Value == "Fnaam" ? "'vergunningen'"
                    : waarden.TryGetValue(m.Groups[1].Value, out var waarde) && waarde is double getal
                        ? getal.ToString("R", CultureInfo.InvariantCulture)
                    : "null"
            );
    }

    [GeneratedRegex("@([A-Za-z]+)")]
    private static partial Regex Parameter();
}
