using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Oordelen;

namespace Portal.Data.Begrotingen;

/// <summary>One row of the register to one begrotingspost, or to a reason why not.</summary>
internal sealed partial class SubsidieLezer(Leescontext context, Notatie notatie, ImportRapport rapport)
{
    private const int LangsteSleutel = 200;

    private readonly Gebieden.BekendeGebieden _gebieden = context.Gebieden;
    private readonly Gezien _dossiers = new();
    private readonly SubsidieMeldingen _meldingen = new(rapport);

    /// <summary>What the report must say of the names by which areas are recognised.</summary>
    public string? Melding => context.Melding;

    /// <summary>The remarks that concern the delivery as a whole.</summary>
    public void Besluit() => _meldingen.Besluit();

    public PostRij? Lees(CsvRij rij)
    {
        var aantal = rapport.Afwijzingen.Count;
        var dossier = rij["Dossiernummer"];
        if (rij.Kapot is { } kapot)
        {
            rapport.Wijs(rij.Nummer, "", null, kapot);
            return null;
        }
        if (dossier is null || dossier.Length > LangsteSleutel || !_dossiers.Voeg(dossier))
        {
            rapport.Wijs(
                rij.Nummer,
                "Dossiernummer",
                dossier,
                dossier is null ? "het dossiernummer ontbreekt"
                    : dossier.Length > LangsteSleutel ? $"het dossiernummer is langer dan {LangsteSleutel} tekens"
                    : "dit dossiernummer stond al eerder in het bestand"
            );
        }
        var jaar = Jaar(rij, dossier);
        var stadsdeel = Stadsdeel(rij);
        var (aangevraagd, verleend, vastgesteld) = (
            Euro(rij, "Bedragaangevraagd"),
            Euro(rij, "Bedragverleend"),
            Euro(rij, "Bedragvastgesteld")
        );
        return rapport.Afwijzingen.Count > aantal
            ? null
            : Post(rij, dossier!, jaar, stadsdeel, aangevraagd, verleend, vastgesteld);
    }

    private PostRij? Post(
        CsvRij rij,
        string dossier,
        short jaar,
        string? stadsdeel,
        decimal? aangevraagd,
        decimal? verleend,
        decimal? vastgesteld
    )
    {
        var aantal = rapport.Afwijzingen.Count;
        var (project, aanvrager, regeling) = (
            Tekst(rij, "Projectnaam"),
            Tekst(rij, "Aanvrager"),
            Tekst(rij, "Regelingnaam")
        );
        var teksten = new SubsidieTeksten(context.Oordelen, verleend, (kolom, tekst) => Gevonden(rij, kolom, tekst));
        var (soort, naam) = teksten.Ontvanger(aanvrager);
        var titel = teksten.Project(project, soort);
        // A masked name must not be read as a place, and of what is left out no place is kept
        var bekend = soort == "organisatie" ? aanvrager : null;
        var gevonden =
            bekend is not null && titel == project
                ? context.Herkenning.VindMetPlek(stadsdeel, project, bekend)
                : context.Herkenning.Vind(stadsdeel, project, bekend);
        var kleiner = gevonden?.Gebied.Code == stadsdeel ? null : gevonden;
        var looptijd = rij["Subsidiejaar"] is null ? Looptijd.Lees(jaar, project, regeling) : new(jaar, jaar, "");
        var post = new PostRij
        {
            Rij = rij.Nummer,
            Bronsleutel = dossier,
            Jaar = jaar,
            Fase = "verleend",
            ProgrammaCode = Programma(rij["Beleidsterrein"], teksten),
            Beleidsterrein = teksten.Vrij("Beleidsterrein", rij["Beleidsterrein"]),
            Toerekening =
                kleiner is not null ? "afgeleid"
                : stadsdeel is not null ? "direct_gebied"
                : rij["Organisatieonderdeel"] is not { } onderdeel ? "onbekend"
                : MeerStadsdelen().IsMatch(onderdeel) ? "stadsdelen"
                : "stadsbreed",
            Indeling = (kleiner?.Gebied.Code ?? stadsdeel) is null ? null : _gebieden.Indeling,
            GebiedSoort = kleiner?.Gebied.Soort ?? (stadsdeel is null ? null : "stadsdeel"),
            GebiedCode = kleiner?.Gebied.Code ?? stadsdeel,
            Herkend = kleiner?.Tekst,
            Plaats = gevonden?.Plek is null ? null : gevonden,
            Project = titel,
            Regeling = teksten.Vrij("Regelingnaam", regeling),
            OntvangerSoort = soort,
            Ontvanger = naam,
            Bedrag = verleend,
            Aangevraagd = aangevraagd,
            Vastgesteld = vastgesteld,
            Peildatum = Datum(rij, "Publicatiedatumverleningsbesluit"),
            VoorVan = looptijd?.Van,
            VoorTot = looptijd?.Tot,
            JaarBasis =
                rij["Subsidiejaar"] is not null ? "bron"
                : looptijd is null ? "dossier"
                : "tekst",
            VoorTekst = rij["Subsidiejaar"] is not null ? null : looptijd?.Tekst,
            Bron = rij.AlsJson(SubsidieImport.Bekend, teksten.Bronrij(rij)),
        };
        if (rapport.Afwijzingen.Count > aantal)
        {
            return null;
        }
        _meldingen.Tel(post, titel);
        return post;
    }

    // Masked until somebody judged it; at /beheer somebody looks at it first, and may leave out the row
    private void Gevonden(CsvRij rij, string kolom, string tekst)
    {
        if (context.Herlezen)
        {
            return;
        }
        var soort = Privacy.Vind(tekst) ?? Bevinding.Naam;
        if (
            rapport.Bevindingen.Meld(soort, kolom, rij.Nummer, tekst, Bevinding.Masker, Bevinding.Rij)?.Keus
            == Bevinding.Rij
        )
        {
            rapport.Wijs(rij.Nummer, kolom, null, $"hierin staat een {soort}; de rij is weggelaten");
        }
    }

    private short Jaar(CsvRij rij, string? dossier)
    {
        var tekst =
            rij["Subsidiejaar"]
            ?? (
                dossier is null ? null
                : JaarInDossier().Match(dossier) is { Success: true } m ? m.Groups[1].Value
                : null
            );
        if (
            short.TryParse(tekst, NumberStyles.None, CultureInfo.InvariantCulture, out var jaar)
            && jaar is >= 1990 and <= 2100
        )
        {
            return jaar;
        }
        rapport.Wijs(
            rij.Nummer,
            rij.Bestand.Heeft("Subsidiejaar") ? "Subsidiejaar" : "Dossiernummer",
            tekst ?? dossier,
            "hier is geen jaar uit te lezen; verwacht 2016 of 2016/00123"
        );
        return 0;
    }

    /// <returns>The code of the stadsdeel; null when the row is not of a stadsdeel.</returns>
    private string? Stadsdeel(CsvRij rij)
    {
        var onderdeel = rij["Organisatieonderdeel"];
        if (onderdeel is null || StadsdeelNaam().Match(onderdeel) is not { Success: true } m)
        {
            return null;
        }
        if (_gebieden.StadsdeelBijNaam(m.Groups[1].Value) is { } code)
        {
            return code;
        }
        if (context.Herlezen)
        {
            return null; // the areas are others now; the row was good when it was loaded
        }
        rapport.Wijs(
            rij.Nummer,
            "Organisatieonderdeel",
            onderdeel,
            $"stadsdeel '{m.Groups[1].Value}' is niet bekend; laad eerst de stadsdelen met hun namen"
        );
        return null;
    }

    private decimal? Euro(CsvRij rij, string kolom)
    {
        var (waarde, reden) = Bedrag.Lees(rij[kolom], notatie);
        if (reden is not null)
        {
            rapport.Wijs(rij.Nummer, kolom, rij[kolom], reden);
        }
        return waarde;
    }

    private DateOnly? Datum(CsvRij rij, string kolom)
    {
        if (rij[kolom] is not { } tekst)
        {
            return null;
        }
        if (Bestanden.Datum.Lees(tekst) is { } datum)
        {
            return datum;
        }
        _meldingen.Rij(rij, kolom, "hier staat geen datum; hij is niet overgenomen.");
        return null;
    }

    private string? Programma(string? terrein, SubsidieTeksten teksten)
    {
        if (terrein is not null && context.Beleidsterreinen.TryGetValue(terrein, out var code))
        {
            return code;
        }
        _meldingen.ZonderProgramma(teksten.Vrij("Beleidsterrein", terrein) ?? "(leeg)");
        return null;
    }

    private string? Tekst(CsvRij rij, string kolom)
    {
        if (rij[kolom] is not { } ruw)
        {
            return null;
        }
        var tekst = Bestanden.Tekst.Herstel(ruw);
        if (tekst != ruw)
        {
            _meldingen.Hersteld();
        }
        if (Bestanden.Tekst.LijktKapot(tekst))
        {
            _meldingen.Rij(
                rij,
                kolom,
                "er staan letters in die kapot lijken en niet zeker te herstellen zijn; de tekst is "
                    + "gelaten zoals hij was."
            );
        }
        return tekst;
    }

    [GeneratedRegex(@"^(?:stadsdeel|stadsgebied)\s+(.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex StadsdeelNaam();

    [GeneratedRegex("^stadsdeel-?overstijgend$", RegexOptions.IgnoreCase)]
    private static partial Regex MeerStadsdelen();

    [GeneratedRegex(@"^((?:19|20)\d\d)/[\w-]{1,20}$")]
    private static partial Regex JaarInDossier();
}
