using System.IO.Compression;
using Portal.Data.Bestanden;

namespace Portal.Data.Geobestanden;

/// <summary>
/// Takes one layer out of a zip. What an entry says of itself is the sender's: its name is only compared, and its
/// bytes are
/// counted as they come.
/// </summary>
internal sealed class GeoZip(string naam, Grenzen grenzen)
{
    private const int HoogsteAantal = 1000;
    private static readonly string[] Verplicht = [".shp", ".shx", ".dbf"];
    private static readonly string[] Mag = [".prj", ".cpg"];

    private long _bytes;

    public static bool Heeft(ZipArchive zip, string extensie) => zip.Entries.Any(e => Is(e, extensie));

    /// <summary>The parts of one layer, under a name of ours.</summary>
    /// <returns>The file to open, and how the layer was called.</returns>
    /// <exception cref="ImportFout">A part is missing, it is too large, or which layer is not clear.</exception>
    public (string Pad, string Laag) PakUit(string pad, Geosoort soort, string? gevraagd, string map)
    {
        try
        {
            using var zip = ZipFile.OpenRead(pad);
            if (zip.Entries.Count > HoogsteAantal)
            {
                throw new ImportFout(
                    $"{naam} bevat {zip.Entries.Count} bestanden; het mogen er {HoogsteAantal} zijn. Er is "
                        + "niets veranderd."
                );
            }
            var lagen = zip
                .Entries.Where(e => Is(e, soort.Extensie))
                .ToLookup(e => Laag(e), StringComparer.OrdinalIgnoreCase);
            var laag = Laagkeuze.Kies(naam, [.. lagen.Select(l => l.Key)], gevraagd);
            var stam = Stam(lagen[laag].First());
            var delen = soort.IsShapefile ? Verplicht : [soort.Extensie];
            foreach (var deel in delen.Concat(Mag))
            {
                Neem(zip, stam + deel, Path.Combine(map, "laag" + deel), delen.Contains(deel));
            }
            return (Path.Combine(map, "laag" + soort.Extensie), laag);
        }
        catch (Exception fout) when (fout is InvalidDataException or NotSupportedException)
        {
            throw new ImportFout(
                $"{naam} is een zip-bestand dat niet heel is, of met een wachtwoord. Maak het opnieuw. Er "
                    + "is niets veranderd.",
                fout
            );
        }
    }

    private void Neem(ZipArchive zip, string bron, string doel, bool verplicht)
    {
        var gevonden = zip.Entries.Where(e => e.FullName.Equals(bron, StringComparison.OrdinalIgnoreCase)).ToList();
        if (gevonden.Count == 0 && !verplicht)
        {
            return;
        }
        if (gevonden.Count != 1)
        {
            throw new ImportFout(
                $"In {naam} {(gevonden.Count == 0 ? "ontbreekt" : "staat meer dan één keer")} het bestand "
                    + $"{Zin.Veilig(bron, 80)}. Zip .shp, .shx, .dbf en .prj samen. Er is niets veranderd."
            );
        }
        using var van = gevonden[0].Open();
        using var naar = new FileStream(doel, Datasets.Levering.AlleenVanOns());
        var blok = new byte[1 << 16];
        for (int gelezen; (gelezen = van.Read(blok)) > 0; )
        {
            _bytes += gelezen;
            if (_bytes > grenzen.Uitgepakt)
            {
                throw new ImportFout(
                    $"{naam} is uitgepakt meer dan {Zin.Getal(grenzen.Uitgepakt)} bytes. Deel de laag op. "
                        + "Er is niets veranderd."
                );
            }
            naar.Write(blok.AsSpan(0, gelezen));
        }
    }

    // A Mac adds a second file for each, which holds nothing of it.
    private static bool Is(ZipArchiveEntry deel, string extensie) =>
        deel.FullName.EndsWith(extensie, StringComparison.OrdinalIgnoreCase)
        && !deel.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal);

    private static string Stam(ZipArchiveEntry deel) => deel.FullName[..^4];

    private static string Laag(ZipArchiveEntry deel) => Stam(deel).Split('/', '\\')[^1];
}
