using System.Globalization;
using Portal.Data;
using Portal.Data.Beheer;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Lagen;
using Portal.Data.Uitvoer;

namespace Portal.Web.Beheer;

/// <summary>What was filled in of a description: only what differs from the delivery is said.</summary>
public sealed class Beschrijfformulier(IFormCollection formulier, BeschrijvingRow rij, int klein)
{
    private const int Kort = 100;
    private const int Lang = 500;
    private const int MeesteCodes = 200;

    /// <exception cref="ImportFout">Something cannot be, in one sentence.</exception>
    public Beschrijving Lees()
    {
        var van = rij.Dataset;
        return new()
        {
            Titel = Anders(Eis("titel", "de titel", Kort), van.Titel),
            Doel = Anders(Eis("doel", "waar bewoners het voor kunnen gebruiken", Lang), van.Doel),
            Eigenaar = Anders(Eis("eigenaar", "van wie de gegevens zijn", Kort), van.Eigenaar),
            Bron = Anders(Eis("bron", "waar de gegevens vandaan komen", Lang), van.Bron),
            Licentie = Anders(Eis("licentie", "de licentie", Kort), van.Licentie),
            LicentieUrl = Anders(Url("licentieUrl"), van.LicentieUrl),
            Ritme = Uit("ritme", Ritme.Alle.Select(r => r.Code)),
            Contact = Tekst("contact", Kort),
            Zoom = rij.IsLaag && Getal("zoom", 8, 18) is { } zoom ? (int)zoom : null,
            Legenda = rij.IsLaag ? LeesLegenda() : null,
            Kolommen = rij.IsLaag ? LeesKolommen() : null,
        };
    }

    public DateOnly? Peildatum()
    {
        if (Tekst("peildatum", Kort) is not { } tekst)
        {
            return null;
        }
        var dag = Datum.Lees(tekst) ?? throw new ImportFout($"De peildatum kan niet: {Datum.Uitleg}.");
        return dag <= Klok.Systeem.Vandaag ? dag : throw new ImportFout("De peildatum ligt in de toekomst.");
    }

    public string? Thema() => rij.IsLaag ? Uit("thema", Laagthema.Alle.Select(t => t.Code)) : null;

    private Dictionary<string, KolomWoorden>? LeesKolommen()
    {
        var woorden = new Dictionary<string, KolomWoorden>();
        foreach (var kolom in rij.Kolommen)
        {
            var gezegd = new KolomWoorden(
                Anders(Tekst($"kop_{kolom.Naam}", Kort), kolom.Kop),
                Tekst($"eenheid_{kolom.Naam}", 30),
                Tekst($"uitleg_{kolom.Naam}", Lang),
                kolom.Soort == KolomSoort.Aantal ? Drempel(kolom) : null,
                formulier[$"weg_{kolom.Naam}"] == "ja"
            )
            {
                Codes = KolomWoorden.MagCodes(kolom) ? Codes(kolom) : null,
            };
            if (gezegd is { Codes: not null, Drempel: not null })
            {
                throw new ImportFout(
                    $"{kolom.Kop}: kies een van de twee. Codes met een betekenis zijn geen aantallen mensen."
                );
            }
            if (gezegd != new KolomWoorden())
            {
                woorden[kolom.Naam] = gezegd;
            }
        }
        return woorden.Count == 0 ? null : woorden;
    }

    private List<CodeWoord>? Codes(Kolom kolom)
    {
        var codes = new List<CodeWoord>();
        foreach (var regel in formulier[$"codes_{kolom.Naam}"].ToString().Split('\n').Select(r => r.Trim()))
        {
            if (regel.Length == 0)
            {
                continue;
            }
            var (code, naam) = regel.Split('=', 2, StringSplitOptions.TrimEntries) is [var links, var rechts]
                ? (Zin.Veilig(links, Kort), Zin.Veilig(rechts, Kort))
                : ("", "");
            codes.Add(
                code.Length == 0 || naam.Length == 0
                    ? throw new ImportFout(
                        $"{kolom.Kop}: in de regel ‘{Zin.Veilig(regel, 40)}’ hoort een code, een = en wat die "
                            + "betekent. Bijvoorbeeld: 1 = Speeltuin."
                    )
                : codes.Any(c => c.Code == code)
                    ? throw new ImportFout($"{kolom.Kop}: de code ‘{Zin.Veilig(code, 40)}’ staat er twee keer.")
                : Privacy.Vind(naam) is { } soort
                    ? throw new ImportFout($"{kolom.Kop}: bij de code ‘{Zin.Veilig(code, 40)}’ staat een {soort}.")
                : new(code, naam)
            );
        }
        return codes.Count switch
        {
            0 => null,
            > MeesteCodes => throw new ImportFout($"{kolom.Kop}: ten hoogste {MeesteCodes} codes."),
            _ => codes,
        };
    }

    // "Up to and including", where the limit of the municipality says "below"
    private int? Drempel(Kolom kolom) =>
        (int?)Getal($"drempel_{kolom.Naam}", 1, 1000) is not { } drempel ? null
        : drempel < klein - 1
            ? throw new ImportFout(
                $"{kolom.Kop}: aantallen mensen onder {klein} blijven weg. Vul {klein - 1} of meer in."
            )
        : drempel;

    private Legenda? LeesLegenda()
    {
        if (Uit("legenda", rij.Kolommen.Where(IsGetal).Select(k => k.Naam)) is not { } kolom)
        {
            return null;
        }
        var methode = Uit("methode", Legenda.Methoden) ?? Legenda.Kwantielen;
        var palet = Uit("palet", Palet.Alle.Select(p => p.Code)) ?? Palet.Alle[0].Code;
        var klassen = (int)(Getal("klassen", Legenda.Minst, Legenda.Meest) ?? Legenda.Meest);
        return methode == Legenda.Zelf
            ? new(kolom, methode, klassen, palet, LeesGrenzen())
            : new(kolom, methode, klassen, palet);
    }

    /// <summary>What a legend can be made of.</summary>
    public static bool IsGetal(Kolom kolom) =>
        kolom.Soort is KolomSoort.Aantal or KolomSoort.Getal or KolomSoort.Bedrag or KolomSoort.Jaar;

    private List<decimal> LeesGrenzen()
    {
        var delen = (Tekst("grenzen", Lang) ?? "").Split(
            ';',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );
        var grenzen = delen.Select(Grens).ToList();
        return
            grenzen.Count is >= Legenda.Minst - 1 and < Legenda.Meest
            && grenzen.Zip(grenzen.Skip(1)).All(g => g.First < g.Second)
            ? grenzen
            : throw new ImportFout(
                "Schrijf bij de grenzen van de legenda een tot vier getallen, van laag naar hoog, met een puntkomma "
                    + "ertussen. Bijvoorbeeld: 10; 25; 100."
            );
    }

    private static decimal Grens(string tekst) =>
        decimal.TryParse(tekst, NumberStyles.Number, Taal.Nederlands, out var getal)
            ? getal
            : throw new ImportFout($"‘{Zin.Veilig(tekst, 40)}’ bij de grenzen van de legenda is geen getal.");

    private static string? Anders(string? gezegd, string? geleverd) => gezegd == geleverd ? null : gezegd;

    private string Eis(string veld, string wat, int langst) =>
        Tekst(veld, langst) ?? throw new ImportFout($"Vul in: {wat}.");

    private string? Tekst(string veld, int langst)
    {
        var tekst = Zin.Veilig(formulier[veld].ToString(), langst + 1).Trim();
        if (tekst.Length > langst)
        {
            throw new ImportFout($"Wat er in het veld ‘{Kop(veld)}’ staat, is te lang: ten hoogste {langst} tekens.");
        }
        return Privacy.Vind(tekst) is { } soort
                ? throw new ImportFout(
                    $"In het veld ‘{Kop(veld)}’ staat een {soort}. Dit komt op de site: schrijf een functie of "
                        + "een afdeling."
                )
            : tekst.Length == 0 ? null
            : tekst;
    }

    private string? Url(string veld)
    {
        var tekst = Tekst(veld, Lang);
        return tekst is null || Uri.TryCreate(tekst, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
            ? tekst
            : throw new ImportFout("Het adres van de licentie begint met https://.");
    }

    private string? Uit(string veld, IEnumerable<string> keuzes)
    {
        var tekst = formulier[veld].ToString();
        return tekst.Length == 0 ? null
            : keuzes.Contains(tekst) ? tekst
            : throw new ImportFout($"Wat er in het veld ‘{Kop(veld)}’ staat, kan daar niet.");
    }

    private decimal? Getal(string veld, int van, int tot)
    {
        var tekst = formulier[veld].ToString().Trim();
        return tekst.Length == 0 ? null
            : int.TryParse(tekst, NumberStyles.None, CultureInfo.InvariantCulture, out var getal)
            && getal >= van
            && getal <= tot
                ? getal
            : throw new ImportFout($"Schrijf in het veld ‘{Kop(veld)}’ een getal van {van} tot en met {tot}.");
    }

    private static string Kop(string veld) => veld.Replace('_', ' ');
}
