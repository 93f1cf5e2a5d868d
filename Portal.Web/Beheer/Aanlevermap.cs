using System.Text;
using System.Text.RegularExpressions;
using Portal.Data;
using Portal.Data.Bestanden;
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
    private const string Gevonden = "gevonden.csv";
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
        await using var inhoud = bestand.OpenReadStream();
        return await BewaarAsync(bestand.FileName, inhoud, ct);
    }

    public async Task<string> BewaarAsync(string naam, Stream inhoud, CancellationToken ct)
    {
        var map = $"{Guid.NewGuid():N}";
        Levering.MaakMap(Path.Combine(instellingen.Archief, "aanlevering"));
        Levering.MaakMap(Pad(map));
        try
        {
            await using var kopie = new FileStream(Pad(map, Veilig(naam)), Levering.AlleenVanOns());
            await inhoud.CopyToAsync(kopie, ct);
        }
        catch
        {
            Directory.Delete(Pad(map), recursive: true);
            throw;
        }
        return map;
    }

    public string Bestand(string map, string naam) => Pad(map, naam);

    /// <summary>What was cleared away, from the archive.</summary>
    /// <exception cref="ImportFout">It is not there.</exception>
    public void HaalTerug(string map, string naam, string? sha256)
    {
        if (File.Exists(Pad(map, naam)))
        {
            return;
        }
        var bron = Path.Combine(instellingen.Archief, $"{sha256}{Path.GetExtension(naam).ToLowerInvariant()}");
        if (sha256 is null || !File.Exists(bron))
        {
            throw new ImportFout("Dit bestand is er niet meer. Lever het opnieuw aan.");
        }
        Levering.MaakMap(Pad(map));
        using var kopie = new FileStream(Pad(map, naam), Levering.AlleenVanOns());
        using var inhoud = File.OpenRead(bron);
        inhoud.CopyTo(kopie);
    }

    public string? Afgewezen(string map) => File.Exists(Pad(map, Lijst)) ? Pad(map, Lijst) : null;

    public void BewaarAfgewezen(string map, ImportRapport? rapport)
    {
        if (rapport?.Afwijzingen.Count > 0)
        {
            ImportVerslag.Bewaar(rapport.Afwijzingen, Pad(map, Lijst));
        }
    }

    /// <summary>A second file, which an option of the import names.</summary>
    public async Task<string> BewaarBijAsync(string map, string optie, IFormFile bestand, CancellationToken ct)
    {
        var naam = $"{optie}-{Veilig(bestand.FileName)}";
        await using var kopie = new FileStream(Pad(map, naam), Levering.AlleenVanOns());
        await bestand.CopyToAsync(kopie, ct);
        return naam;
    }

    public string? Bevindingen(string map) => File.Exists(Pad(map, Gevonden)) ? Pad(map, Gevonden) : null;

    /// <summary>What was found, and what is remarked of the file as a whole.</summary>
    public void BewaarBevindingen(string map, ImportRapport? rapport)
    {
        if (rapport is null or { Bevindingen.Lijst.Count: 0, Meldingen.Count: 0 })
        {
            return;
        }
        using var schrijver = new StreamWriter(Pad(map, Gevonden), new UTF8Encoding(true), Levering.AlleenVanOns());
        schrijver.WriteLine("soort;kolom;rij;er_staat;besluit");
        foreach (var (v, plek) in rapport.Bevindingen.Alles)
        {
            Schrijf(schrijver, v.Soort, v.Kolom, $"{plek.Rij}", plek.Waarde, v.Besluit?.Keus ?? "nog niet");
        }
        foreach (var melding in rapport.Meldingen)
        {
            Schrijf(schrijver, "opmerking", "", "", Webzin.Van(melding), "");
        }
    }

    private static void Schrijf(StreamWriter schrijver, params string[] velden) =>
        schrijver.WriteLine(string.Join(';', velden.Select(Cel)));

    /// <summary>What was handed over goes; the lists of what was found in it stay.</summary>
    public void RuimOp(string map)
    {
        foreach (var bestand in Directory.Exists(Pad(map)) ? Directory.GetFiles(Pad(map)) : [])
        {
            if (Path.GetFileName(bestand) is not (Lijst or Gevonden))
            {
                File.Delete(bestand);
            }
        }
    }

    private static string Cel(string tekst)
    {
        var veilig = Formule.Vrij(tekst);
        return veilig.AsSpan().ContainsAny("\";\r\n") ? $"\"{veilig.Replace("\"", "\"\"")}\"" : veilig;
    }

    private string Pad(params string[] delen) =>
        Path.GetFullPath(Path.Combine([instellingen.Archief, "aanlevering", .. delen]));

    [GeneratedRegex(@"[^\p{L}\p{N} ._()-]")]
    private static partial Regex Vreemd();
}
