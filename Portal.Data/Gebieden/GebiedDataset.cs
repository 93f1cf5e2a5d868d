using Portal.Data.Datasets;

namespace Portal.Data.Gebieden;

/// <summary>The datasets of areas: one per kind and division.</summary>
public static class GebiedDataset
{
    /// <summary>Names for files that give only codes; any other municipality is named by its file or with --naam.</summary>
    public static readonly Dictionary<string, string> GroteGemeenten = new()
    {
        ["GM0363"] = "Amsterdam",
        ["GM0599"] = "Rotterdam",
        ["GM0518"] = "Den Haag",
        ["GM0344"] = "Utrecht",
    };

    private static readonly string[] VanKleinNaarGroot = ["buurt", "wijk", "gebied", "stadsdeel", "stad"];

    public static bool LigtOnder(string soort, string boven) =>
        Array.IndexOf(VanKleinNaarGroot, soort) < Array.IndexOf(VanKleinNaarGroot, boven);

    public static string Meervoud(string soort) =>
        soort switch
        {
            "buurt" => "buurten",
            "wijk" => "wijken",
            "gebied" => "gebieden",
            "stadsdeel" => "stadsdelen",
            "stad" => "stad",
            _ => throw new ImportFout($"'{soort}' is geen soort gebied. Kies uit buurt, wijk, gebied en stadsdeel."),
        };

    public static Dataset Van(string soort, short indeling) =>
        new(
            $"{Meervoud(soort)}-{indeling}",
            $"Grenzen en namen: {Meervoud(soort)}, indeling {indeling}",
            GebiedOnderwerp.Code,
            "Zien waar uw buurt begint en ophoudt.",
            "Gemeente, basisinformatie",
            "Basisregistratie gebieden van de gemeente",
            "Zie de voorwaarden van de bron"
        );
}
