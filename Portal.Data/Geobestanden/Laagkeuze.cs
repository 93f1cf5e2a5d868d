using Portal.Data.Bestanden;

namespace Portal.Data.Geobestanden;

internal static class Laagkeuze
{
    /// <summary>The one layer of a file, or the one that was asked for.</summary>
    /// <exception cref="ImportFout">There is none, or which is not clear.</exception>
    public static string Kies(string naam, IReadOnlyList<string> lagen, string? gevraagd)
    {
        if (gevraagd is null)
        {
            return lagen.Count switch
            {
                1 => lagen[0],
                0 => throw new ImportFout($"{naam} heeft geen laag met vormen. Er is niets veranderd."),
                _ => throw new ImportFout(
                    $"{naam} heeft {lagen.Count} lagen: {Zin.Lijst(lagen)}. Kies er een met --laag NAAM. "
                        + "Er is niets veranderd."
                ),
            };
        }
        return lagen.FirstOrDefault(l => string.Equals(l, gevraagd, StringComparison.OrdinalIgnoreCase))
            ?? throw new ImportFout(
                $"--laag {Zin.Veilig(gevraagd, 40)}: die laag zit niet in {naam}. Gevonden: {Zin.Lijst(lagen)}. "
                    + "Er is niets veranderd."
            );
    }
}
