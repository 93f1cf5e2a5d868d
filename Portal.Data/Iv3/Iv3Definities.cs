using System.Globalization;
using System.Text.Json;
using Dapper;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;

namespace Portal.Data.Iv3;

/// <summary>
/// The definition file of CBS for one year: which codes exist and which cells of the matrix must stay empty. A code
/// with
/// codes below it is a total ("0.", "Tot_TV", "LR"); only the leaves are money.
/// </summary>
internal sealed class Iv3Definities
{
    private static readonly string[] Kanten = ["lasten", "baten"];

    private readonly HashSet<(string Kant, string Taakveld, string Categorie)> _grijs = [];
    private readonly Dictionary<string, HashSet<string>> _categorieen = [];
    private readonly Dictionary<string, (string Code, string Naam, string Hoofd, string HoofdNaam)> _taakvelden = [];
    private readonly HashSet<string> _begin = [];

    private Iv3Definities(JsonElement wortel)
    {
        Jaar = short.Parse(
            wortel.GetProperty("metadata").GetProperty("boekjaar").ToString(),
            CultureInfo.InvariantCulture
        );
        var lijsten = wortel.GetProperty("codelijsten");
        foreach (
            var (code, naam, boven, bovenNaam) in Bladeren(
                lijsten.GetProperty("taakveld").GetProperty("codelijst"),
                "",
                ""
            )
        )
        {
            _taakvelden[code] = (code, naam, boven.TrimEnd('.'), bovenNaam);
        }
        foreach (var kant in Kanten)
        {
            foreach (
                var (code, _, boven, _) in Bladeren(
                    lijsten.GetProperty($"categorie_{kant}").GetProperty("codelijst"),
                    "",
                    ""
                )
            )
            {
                Groep(kant).Add(code);
                Groep($"{kant} {boven}").Add(code);
            }
            foreach (var cel in wortel.GetProperty("grijze_cellen").GetProperty(kant).EnumerateArray())
            {
                _grijs.Add((kant, cel.GetProperty("taakveld").GetString()!, cel.GetProperty("categorie").GetString()!));
            }
        }
        foreach (
            var stand in lijsten
                .GetProperty("standper")
                .GetProperty("codelijst")
                .EnumerateArray()
                .Where(s => s.GetProperty("omschrijving").GetString() == "begindatum")
        )
        {
            _begin.Add(stand.GetProperty("code").GetString()!);
        }
    }

    public short Jaar { get; }

    public static Iv3Definities? Lees(string? pad, short jaar)
    {
        if (pad is null)
        {
            return null;
        }
        var naam = Path.GetFileName(pad);
        try
        {
            using var json = JsonBestand.Lees(pad, naam).Json;
            var definities = new Iv3Definities(json.RootElement);
            return definities.Jaar == jaar
                ? definities
                : throw new ImportFout(
                    $"De definities in {naam} zijn van {definities.Jaar}, de levering is van {jaar}. Geef "
                        + $"het definitiebestand van {jaar} mee."
                );
        }
        catch (Exception fout)
            when (fout is KeyNotFoundException or FormatException or InvalidOperationException or OverflowException)
        {
            throw new ImportFout(
                $"{naam} is geen definitiebestand van het CBS (iv3_definities_Gemeente_JAAR.json).",
                fout
            );
        }
        catch (Exception fout) when (fout is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ImportFout(
                Directory.Exists(pad) ? $"Het definitiebestand {pad} is een map. Geef een bestand."
                    : File.Exists(pad) ? $"Het definitiebestand {pad} is niet te lezen. Controleer de rechten."
                    : $"Het definitiebestand {pad} bestaat niet. Controleer de naam en de map.",
                fout
            );
        }
    }

    public bool KentTaakveld(string code) => _taakvelden.ContainsKey(code);

    public bool KentCategorie(string kant, string code) => Groep(kant).Contains(code);

    /// <summary>Whether this cell of the matrix must stay empty.</summary>
    public bool IsGrijs(string kant, string taakveld, string categorie) => _grijs.Contains((kant, taakveld, categorie));

    /// <param name="groep">LR (lopende rekening, 1 to 5) or FR (financiële rekening, 6.1).</param>
    public bool InGroep(string kant, string groep, string categorie) => Groep($"{kant} {groep}").Contains(categorie);

    public bool IsBeginstand(string standper) => _begin.Contains(standper);

    public Task BewaarAsync(Lading lading) =>
        TaakveldLijst.BewaarAsync(lading, Jaar, _taakvelden.Values, overschrijf: true);

    private HashSet<string> Groep(string naam) =>
        _categorieen.TryGetValue(naam, out var codes) ? codes : _categorieen[naam] = [];

    private static IEnumerable<(string Code, string Naam, string Boven, string BovenNaam)> Bladeren(
        JsonElement lijst,
        string boven,
        string bovenNaam
    )
    {
        foreach (var knoop in lijst.EnumerateArray())
        {
            var (code, naam) = (
                knoop.GetProperty("code").GetString()!.Trim(),
                knoop.GetProperty("omschrijving").GetString()!.Trim()
            );
            if (!knoop.TryGetProperty("subcodes", out var onder))
            {
                yield return (code, naam, boven, bovenNaam);
                continue;
            }
            foreach (var blad in Bladeren(onder, code, naam))
            {
                yield return blad;
            }
        }
    }
}
