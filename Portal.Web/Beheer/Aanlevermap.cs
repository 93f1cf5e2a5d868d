using System.Text.RegularExpressions;
using Portal.Data.Datasets;

namespace Portal.Web.Beheer;

/// <summary>
/// Where what staff upload waits: a folder of its own for each file, under a name that we made of the sender's.
/// Nothing of
/// what a browser says is a path.
/// </summary>
public sealed partial class Aanlevermap(Instellingen instellingen)
{
    private const string Lijst = "afgewezen.csv";
    private const long Meest = 500_000_000;

    /// <summary>Bytes of an upload.</summary>
    public static long Grens(Instellingen instellingen) => Math.Min(Meest, instellingen.Grenzen.Bestand);

    /// <summary>As a file may be called: the end of the name counts, for there its kind may stand.</summary>
    public static string Veilig(string naam)
    {
        var eind = naam.Split('/', '\\')[^1];
        var veilig = Vreemd().Replace(eind, "_").TrimStart('.', ' ');
        return veilig.Length == 0 ? "bestand" : veilig[Math.Max(0, veilig.Length - 120)..];
    }

    public async Task<string> BewaarAsync(IFormFile bestand, CancellationToken ct)
    {
        var map = $"{Guid.NewGuid():N}";
        Levering.MaakMap(Path.Combine(instellingen.Archief, "aanlevering"));
        Levering.MaakMap(Pad(map));
        try
        {
            await using var kopie = new FileStream(Pad(map, Veilig(bestand.FileName)), Levering.AlleenVanOns());
            await bestand.CopyToAsync(kopie, ct);
        }
        catch
        {
            Directory.Delete(Pad(map), recursive: true);
            throw;
        }
        return map;
    }

    public string Bestand(string map, string naam) => Pad(map, naam);

    public string? Afgewezen(string map) => File.Exists(Pad(map, Lijst)) ? Pad(map, Lijst) : null;

    public void BewaarAfgewezen(string map, ImportRapport? rapport)
    {
        if (rapport?.Afwijzingen.Count > 0)
        {
            ImportVerslag.Bewaar(rapport.Afwijzingen, Pad(map, Lijst));
        }
    }

    /// <summary>It is in the archive now.</summary>
    public void Verwijder(string map, string naam) => File.Delete(Pad(map, naam));

    private string Pad(params string[] delen) =>
        Path.GetFullPath(Path.Combine([instellingen.Archief, "aanlevering", .. delen]));

    [GeneratedRegex(@"[^\p{L}\p{N} ._()-]")]
    private static partial Regex Vreemd();
}
