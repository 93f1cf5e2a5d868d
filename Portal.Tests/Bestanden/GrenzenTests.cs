using System.Text;
using Portal.Data;
using Portal.Data.Bestanden;
using Xunit;

namespace Portal.Tests.Bestanden;

/// <summary>Each limit of a file stops its reader, and names itself. They are of the whole process.</summary>
[Collection(Alleen.Naam)]
public sealed class GrenzenTests : IDisposable
{
    private readonly Grenzen _gewoon = Grenzen.Nu;
    private readonly string _map = Directory.CreateTempSubdirectory("portal-grenzen").FullName;

    public void Dispose()
    {
        Grenzen.Nu = _gewoon;
        Directory.Delete(_map, recursive: true);
    }

    [Fact]
    public void What_goes_over_a_limit_is_refused_with_that_limit()
    {
        var rijen = "a;b\n" + string.Concat(Enumerable.Repeat("1;2\n", 20));
        Geweigerd(_gewoon with { Rijen = 10 }, "meer dan 10 rijen", () => Csv(rijen));
        Geweigerd(_gewoon with { Kolommen = 1 }, "2 kolommen", () => Csv(rijen));
        Geweigerd(_gewoon with { Regel = 10 }, "langer dan 10 tekens", () => Csv("a;b\n" + new string('1', 20)));
        byte[] xls = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];
        Geweigerd(_gewoon with { Ineens = 500 }, "mag 500 bytes zijn", () => Csv(xls));
    }

    private static void Geweigerd(Grenzen grenzen, string zin, Action lees)
    {
        Grenzen.Nu = grenzen;
        Assert.Contains(zin, Assert.Throws<ImportFout>(lees).Message, StringComparison.Ordinal);
    }

    private void Csv(string inhoud) => Csv(Encoding.UTF8.GetBytes(inhoud));

    private void Csv(byte[] inhoud)
    {
        var pad = Path.Combine(_map, $"{Guid.NewGuid():N}");
        File.WriteAllBytes(pad, inhoud);
        _ = CsvBestand.Lees(pad, "levering.csv").Rijen.Count();
    }
}
