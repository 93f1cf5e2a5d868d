using System.Text.RegularExpressions;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Data.Indicatoren;
using Portal.Data.Iv3;
using Portal.Data.Lagen;
using Portal.Data.Uitgaven;
using Portal.Data.Uitvoer;
using Portal.Web;
using Portal.Web.Pages.Begrotingen;
using Portal.Web.Pages.Gebieden;

namespace Portal.Tests.Web;

/// <summary>The Dutch sentences that pages print: as they stand in the sources, and in the lists of words.</summary>
internal static partial class Zinnen
{
    private static readonly string Web = Path.GetFullPath(
        Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "Portal.Web")
    );

    public static HashSet<string> Alle() => [.. UitBronnen().Concat(UitLijsten())];

    private static IEnumerable<string> UitBronnen() =>
        Directory
            .EnumerateFiles(Web, "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".cs" or ".cshtml" or ".razor")
            .Where(f => Path.GetRelativePath(Web, f).Split(Path.DirectorySeparatorChar)[0] is not ("obj" or "bin"))
            .Select(File.ReadAllText)
            .SelectMany(tekst => Plek().Matches(tekst).SelectMany(m => Eerste(tekst, m.Index + m.Length)))
            .Where(z => z.Trim().Length > 0);

    // The strings of the first argument: of a choice both, of a sum one
    private static List<string> Eerste(string tekst, int i)
    {
        var (gevonden, diep, opgeteld) = (new List<string>(), 0, false);
        for (; i < tekst.Length; i++)
        {
            var letter = tekst[i];
            if (letter == '"')
            {
                var eind = Eind().Match(tekst, i);
                var zin = Regex.Unescape(eind.Value[1..^1]);
                if (diep == 0 && opgeteld && gevonden.Count > 0)
                {
                    gevonden[^1] += zin;
                }
                else if (diep == 0)
                {
                    gevonden.Add(zin);
                }
                (opgeteld, i) = (false, i + eind.Length - 1);
            }
            else if (diep == 0 && letter is (',' or ']' or ')' or '}'))
            {
                break;
            }
            else if (!char.IsWhiteSpace(letter))
            {
                opgeteld = letter == '+';
                diep +=
                    letter is '(' or '[' or '{' ? 1
                    : letter is ')' or ']' or '}' ? -1
                    : 0;
            }
        }
        return gevonden;
    }

    private static IEnumerable<string> UitLijsten() =>
        [
            .. new[] { Teksten.Fasen, Teksten.Toerekeningen, Teksten.Koppelingen }.SelectMany(l =>
                l.Values.SelectMany(t => new[] { t.Naam, t.Uitleg })
            ),
            .. new[]
            {
                Teksten.Tellingen,
                Teksten.Maten,
                Teksten.Volgorden,
                Teksten.Rest,
                Teksten.Plekken,
                Teksten.Onderwerpen,
            }.SelectMany(l => l.Values),
            .. Ritme.Alle.Select(r => r.Woorden),
            Teksten.RestNaam("gebied", "buurt"),
            Teksten.RestNaam("gebied", "wijk"),
            .. Teksten.Samengenomen,
            .. Redenen.Vormen,
            .. Gebiedsoorten.Alle.SelectMany(s => new[] { s.Soort, s.Per }),
            .. Gebiedsoorten.InDeStad.Select(Gebiedsoorten.Meervoud).SelectMany(m => new[] { m, GebiedSoort.Kop(m) }),
            .. Gebiedsblok.Alle.Select(b => b.Naam),
            .. new[] { TaakveldLijst.Hoofd, TaakveldLijst.Namen, TaakveldLijst.Uitleg }.SelectMany(l => l.Values),
            .. PostKolom.Alle.SelectMany(k => new[] { k.Uitleg, KolommenModel.Soort(k) }),
            .. Formaten.Alle.Select(f => f.Uitleg),
            .. Laagthema.Alle.Select(t => t.Naam),
            .. Indicatorthema.Alle.Values,
            .. VasteKolommen
                .Alle(Onderwerpen.Collecties[0])
                .SelectMany(k => new[] { k.Kop, k.Uitleg })
                .OfType<string>(),
            .. Enum.GetValues<KolomSoort>().Select(Kolomsoorten.Woord),
            .. Onderwerpen.Collecties.SelectMany(VanCollectie),
            Ongeldig.Kop,
        ];

    private static IEnumerable<string> VanCollectie(Collectie c) =>
        [
            c.Titel,
            c.Uitleg,
            .. c.LetOp,
            Gemis.ZonderPlek,
            Gemis.Weggelaten,
            Gemis.Onderdrukt,
            .. c.Leemten.Select(l => l.Zin),
            .. c.Kolommen.SelectMany(k =>
                k.Codes.Select(w => w.Naam).Append(k.Kop).Concat(k.Uitleg is { } u ? [u] : [])
            ),
        ];

    [GeneratedRegex(@"\b(?:T|S|tekst|s)\[|\bZin\(")]
    private static partial Regex Plek();

    [GeneratedRegex("\\G\"(?:[^\"\\\\]|\\\\.)*\"")]
    private static partial Regex Eind();
}
