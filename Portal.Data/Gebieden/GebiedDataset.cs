using Portal.Data.Datasets;

namespace Portal.Data.Gebieden;

/// <summary>The datasets of areas: one per kind and division.</summary>
public static class GebiedDataset
{
    /// <summary>
    /// Names for files that give only codes; any other municipality is named by its file or with --naam.
    /// </summary>
    public static readonly Dictionary<string, string> GroteGemeenten = new()
    {
        ["GM0363"] = "Amsterdam",
        ["GM0599"] = "Rotterdam",
        ["GM0518"] = "Den Haag",
        ["GM0344"] = "Utrecht",
    };

    /// <param name="van">Whose they are; null: of the municipality.</param>
    public static Dataset Van(string soort, short indeling, Ophalen.Herkomst? van = null) =>
        new(
            $"{Gebiedsoorten.Meervoud(soort)}-{indeling}",
            $"Grenzen en namen: {Gebiedsoorten.Meervoud(soort)}, indeling {indeling}",
            GebiedOnderwerp.Code,
            "Zien waar uw buurt begint en ophoudt.",
            van?.Eigenaar ?? "Gemeente, basisinformatie",
            van?.Bron ?? "Basisregistratie gebieden van de gemeente",
            van?.Licentie ?? "Zie de voorwaarden van de bron",
            van is { LicentieUrl.Length: > 0 } ? van.LicentieUrl : null
        );
}
