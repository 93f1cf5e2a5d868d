using Portal.Data;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Lagen;

namespace Portal.Web.Beheer;

/// <summary>What staff can hand over: the list of the command line, layers first.</summary>
public static class Aanleversoorten
{
    /// <summary>Beside the options of a kind, as on the command line.</summary>
    public const string Ritme = "ritme";

    public const string Laag = "laag";

    /// <summary>What an option of nearly every kind is called.</summary>
    public const string Dataset = "dataset";

    private const int Langste = 400;

    public static readonly IReadOnlyList<Importsoort> Alle =
    [
        .. Onderwerpen.Alle.OrderByDescending(o => o.Code == LaagOnderwerp.Code).SelectMany(o => o.Imports),
    ];

    /// <summary>As staff call it: the word of the command line is for who types it.</summary>
    public static string Titel(Importsoort soort) =>
        soort.Naam switch
        {
            Laag => "Een kaartlaag",
            "gebieden" => "Buurten, wijken en stadsdelen",
            "namen" => "Namen van plekken in teksten",
            "inwoners" => "Inwoners per gebied",
            "begroting" => "Begroting of jaarrekening",
            "subsidies" => "Subsidieregister",
            "sleutel" => "Verdeelsleutel",
            "iv3" => "Iv3, de opgave aan het CBS",
            "ses" => "SES-WOA, sociaal-economische score",
            "metingen" => "Cijfers per gebied",
            "initiatieven" => "Plannen van bewoners",
            "buurtbudget" => "Uitslag van een buurtbudget",
            "koop" => "Bekendmakingen van KOOP",
            "gebiedslabels" => "Gebieden met extra aandacht",
            var naam => char.ToUpper(naam[0], Taal.Nederlands) + naam[1..],
        };

    private static readonly Optie HoeVaak = new(
        Ritme,
        "Hoe vaak deze gegevens horen te komen. Anders blijft het zoals het was.",
        Keuze: [.. Portal.Data.Datasets.Ritme.Alle.Select(r => r.Code)]
    );

    /// <summary>The fields of a kind; not those that name a file of this machine.</summary>
    public static IReadOnlyList<Optie> Velden(Importsoort soort) =>
        [.. soort.Opties.Where(o => o.Soort != OptieSoort.Bestand).Select(o => Uit(soort, o)), HoeVaak];

    // Of a layer its address follows from its title, for who does not say it
    private static Optie Uit(Importsoort soort, Optie optie) =>
        (soort.Naam, optie.Naam) == (Laag, Dataset)
            ? optie with
            {
                Verplicht = false,
                Uitleg =
                    "Hoe de laag heet in adressen: kleine letters, cijfers en streepjes. Leeg: wij maken het van de "
                    + "titel. Van een nieuwe versie: de naam van de laag die er al is.",
            }
            : optie;

    /// <summary>A name for addresses, of a title.</summary>
    public static string Adresnaam(string titel)
    {
        var letters = Tekst.Kaal(titel).Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '-');
        var naam = string.Join('-', string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries));
        return naam.Length == 0 ? "laag" : naam[..Math.Min(naam.Length, 60)].Trim('-');
    }

    /// <summary>Options that are a second file: of a form it comes along, and is never a path.</summary>
    public static IEnumerable<Optie> Bijlagen(Importsoort soort) =>
        soort.Opties.Where(o => o.Soort == OptieSoort.Bestand);

    /// <summary>Whether what was handed over is one file, and no row of a form nor a file beside another.</summary>
    public static bool IsBestand(string soort, IReadOnlyDictionary<string, string> gezegd) =>
        Alle.FirstOrDefault(s => s.Naam == soort) is { } deze && !Bijlagen(deze).Any(b => gezegd.ContainsKey(b.Naam));

    /// <summary>What was filled in, of the fields that there are.</summary>
    /// <exception cref="ImportFout">Something is missing, too long, or none of the choices.</exception>
    public static Dictionary<string, string> Lees(Importsoort soort, IFormCollection formulier)
    {
        var gezegd = new Dictionary<string, string>();
        foreach (var veld in Velden(soort))
        {
            var tekst = formulier[veld.Naam].ToString().Trim();
            if (tekst.Length == 0)
            {
                if (veld.Verplicht)
                {
                    throw new ImportFout($"Vul het veld ‘{veld.Naam}’ in.");
                }
                continue;
            }
            if (tekst.Length > Langste || veld.Keuze is { Length: > 0 } keuze && !keuze.Contains(tekst))
            {
                throw new ImportFout($"Wat er in het veld ‘{veld.Naam}’ staat, kan daar niet.");
            }
            gezegd[veld.Naam] = tekst;
        }
        return gezegd;
    }
}
