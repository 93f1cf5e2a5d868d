using System.Globalization;
using Npgsql;
using Portal.Data;
using Portal.Data.Datasets;

namespace Portal.Bench;

/// <summary>The list of bench/poort: a file a line, <c>soort;pad;optie=waarde …</c>.</summary>
internal static class PoortOpdracht
{
    public static async Task<int> DraaiAsync(string lijst, int aantal, int begin)
    {
        await using var db = NpgsqlDataSource.Create(
            PortalData.AlsSchrijver(Environment.GetEnvironmentVariable("PORTAL_DB") ?? "")
        );
        var archief = Environment.GetEnvironmentVariable("PORTAL_ARCHIEF") ?? "";
        List<Zaad> zaden = [.. File.ReadLines(lijst).Select(Lees)];
        var uitslag = await Poort.DraaiAsync(db, archief, zaden, Enumerable.Range(begin, aantal));
        foreach (var fout in uitslag.Kapot.Take(50))
        {
            Console.WriteLine($"  {fout}");
        }
        var geheugen = Geheugen();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{aantal} mutations of {zaden.Count} files: {uitslag.Geladen} loaded, {uitslag.Geweigerd} "
                    + $"refused in a sentence, {uitslag.Kapot.Count} crashed or hung (goal 0)"
            )
        );
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"slowest {uitslag.Langst.TotalSeconds:0.0} s ({uitslag.Traagst}; goal 10), memory at most "
                    + $"{geheugen} MiB (goal 300)"
            )
        );
        return uitslag.Kapot.Count == 0 && geheugen <= 300 ? 0 : 1;
    }

    private static Zaad Lees(string regel)
    {
        var (soort, pad, opties) = (regel.Split(';')[0], regel.Split(';')[1], regel.Split(';')[2]);
        return new(
            soort,
            Path.GetFileName(pad),
            File.ReadAllBytes(pad),
            new Keuzes(
                opties.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToDictionary(o => o.Split('=')[0], o => o.Split('=')[1])
            )
        );
    }

    // The peak of the whole process, as Linux counts it.
    private static long Geheugen() =>
        long.Parse(
            File.ReadLines("/proc/self/status").First(r => r.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture
        ) / 1024;
}
