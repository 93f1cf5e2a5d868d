using Portal.Data;
using Portal.Data.Datasets;
using Portal.Data.Lagen;

namespace Portal.Web.Beheer;

/// <summary>What staff can hand over: the list of the command line, layers first.</summary>
public static class Aanleversoorten
{
    /// <summary>Beside the options of a kind, as on the command line.</summary>
    public const string Ritme = "ritme";

    private const int Langste = 400;

    public static readonly IReadOnlyList<Importsoort> Alle =
    [
        .. Onderwerpen.Alle.OrderByDescending(o => o.Code == LaagOnderwerp.Code).SelectMany(o => o.Imports),
    ];

    private static readonly Optie HoeVaak = new(
        Ritme,
        "Hoe vaak deze gegevens horen te komen. Anders blijft het zoals het was.",
        Keuze: [.. Portal.Data.Datasets.Ritme.Alle.Select(r => r.Code)]
    );

    /// <summary>The fields of a kind; not those that name a file of this machine.</summary>
    public static IReadOnlyList<Optie> Velden(Importsoort soort) =>
        [.. soort.Opties.Where(o => o.Soort != OptieSoort.Bestand), HoeVaak];

    /// <summary>Options that are a second file: of a form it comes along, and is never a path.</summary>
    public static IEnumerable<Optie> Bijlagen(Importsoort soort) =>
        soort.Opties.Where(o => o.Soort == OptieSoort.Bestand);

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
