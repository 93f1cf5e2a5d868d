using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Oordelen;

namespace Portal.Data.Begrotingen;

/// <summary>One row of the register to one begrotingspost, or to a reason why not.</summary>
internal sealed partial class SubsidieLezer(Leescontext context, Notatie notatie, ImportRapport rapport)
{
    private readonly Gebieden.BekendeGebieden _gebieden = context.Gebieden;
    private readonly Gezien _dossiers = new();
    private const int MeesteOpmerkingen = 1000;

    private readonly SortedSet<string> _zonderProgramma = [];
    private bool _meerZonderProgramma;
    private int _hersteld;
    private int _personen;
    private int _onbeoordeeld;
    private int _titels;
    private int _herkend;
    private decimal _bedragHerkend;
    private int _opmerkingen;

    /// <summary>What the report must say of the names by which areas are recognised.</summary>
    public string? Melding => context.Melding;

    public PostRij? Lees(CsvRij rij)
    {
        var aantal = rapport.Afwijzingen.Count;
        var dossier = rij["Dossiernummer"];
        if (rij.Kapot is { } kapot)
        {
            rapport.Wijs(rij.Nummer, "", null, kapot);
            return null;
        }
        if (dossier is null || !_dossiers.Voeg(dossier))
        {
            rapport.Wijs(
                rij.Nummer,
                "Dossiernummer",
                dossier,
                dossier is null ? "het dossiernummer ontbreekt" : "dit dossiernummer stond al eerder in het bestand"
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

    /// <summary>The remarks that concern the delivery as a whole.</summary>
    public void Besluit()
    {
        Meld(_opmerkingen - MeesteOpmerkingen, "opmerkingen over losse rijen staan hier niet: het zijn er te veel.");
        if (_hersteld > 0)
        {
            rapport.Meldingen.Add($"In {_hersteld} rijen zijn kapotte letters hersteld (cafÃ© werd café).");
        }
        Meld(_personen, "rijen zijn van een particulier: de naam en de projectnaam zijn niet overgenomen.");
        Meld(
            _onbeoordeeld,
            "rijen hebben een ontvanger die misschien een persoon is: zijn naam is weggelaten tot iemand heeft gekeken (portal oordeel lijst)."
        );
        Meld(
            _titels,
            "rijen noemen misschien een persoon in de projectnaam: die is weggelaten tot iemand heeft gekeken (portal oordeel lijst)."
        );
        if (_zonderProgramma.Count > 0)
        {
            rapport.Meldingen.Add(
                $"Zonder programma blijven de beleidsterreinen: {string.Join(", ", _zonderProgramma)}"
                    + (_meerZonderProgramma ? " en nog andere." : ".")
            );
        }
        rapport.Meldingen.Add(
            string.Create(
                CultureInfo.GetCultureInfo("nl-NL"),
                $"In {_herkend} rijen is een gebied herkend in de tekst (samen € {_bedragHerkend:N2} verleend)."
            )
        );
    }

    // A remark is kept with the version and shown on the site: of a file that is wrong in every row the first ones are enough.
    private void MeldRij(CsvRij rij, string kolom, string tekst)
    {
        if (++_opmerkingen <= MeesteOpmerkingen)
        {
            rapport.Meldingen.Add($"Rij {rij.Nummer}, {kolom}: {tekst}");
        }
    }

    private void Meld(int aantal, string tekst)
    {
        if (aantal > 0)
        {
            rapport.Meldingen.Add($"{aantal} {tekst}");
        }
    }

    private PostRij Post(
        CsvRij rij,
        string dossier,
        short jaar,
        string? stadsdeel,
        decimal? aangevraagd,
        decimal? verleend,
        decimal? vastgesteld
    )
    {
        var (project, aanvrager, regeling) = (
            Tekst(rij, "Projectnaam"),
            Tekst(rij, "Aanvrager"),
            Tekst(rij, "Regelingnaam")
        );
        var teksten = new SubsidieTeksten(context.Oordelen, verleend);
        var (soort, naam) = teksten.Ontvanger(aanvrager);
        var titel = teksten.Project(project, soort);
        _personen += soort == "particulier" ? 1 : 0;
        _onbeoordeeld += soort == "onbeoordeeld" ? 1 : 0;
        _titels += titel == Masker.Titel ? 1 : 0;
        var gevonden = context.Herkenning.Vind(stadsdeel, project, soort == "organisatie" ? aanvrager : null); // a masked name must not be read as a place
        _herkend += gevonden is null ? 0 : 1;
        _bedragHerkend += gevonden is null ? 0 : verleend ?? 0;
        var looptijd = rij["Subsidiejaar"] is null ? Looptijd.Lees(jaar, project, regeling) : new(jaar, jaar, "");
        return new PostRij
        {
            Rij = rij.Nummer,
            Bronsleutel = dossier,
            Jaar = jaar,
            Fase = "verleend",
            ProgrammaCode = Programma(rij["Beleidsterrein"], teksten),
            Beleidsterrein = teksten.Vrij("Beleidsterrein", rij["Beleidsterrein"]),
            Toerekening =
                gevonden is not null ? "afgeleid"
                : stadsdeel is not null ? "direct_gebied"
                : rij["Organisatieonderdeel"] is null ? "onbekend"
                : "stadsbreed",
            Indeling = (gevonden?.Gebied.Code ?? stadsdeel) is null ? null : _gebieden.Indeling,
            GebiedSoort = gevonden?.Gebied.Soort ?? (stadsdeel is null ? null : "stadsdeel"),
            GebiedCode = gevonden?.Gebied.Code ?? stadsdeel,
            Herkend = gevonden?.Tekst,
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
        if (DateOnly.TryParse(tekst.Split('T', ' ')[0], CultureInfo.InvariantCulture, out var datum))
        {
            return datum;
        }
        MeldRij(rij, kolom, "hier staat geen datum; hij is niet overgenomen.");
        return null;
    }

    private string? Programma(string? terrein, SubsidieTeksten teksten)
    {
        if (terrein is not null && context.Beleidsterreinen.TryGetValue(terrein, out var code))
        {
            return code;
        }
        var naam = teksten.Vrij("Beleidsterrein", terrein) ?? "(leeg)";
        if (_zonderProgramma.Count < MeesteOpmerkingen)
        {
            _zonderProgramma.Add(naam);
        }
        else
        {
            _meerZonderProgramma |= !_zonderProgramma.Contains(naam);
        }
        return null;
    }

    private string? Tekst(CsvRij rij, string kolom)
    {
        if (rij[kolom] is not { } ruw)
        {
            return null;
        }
        var tekst = Bestanden.Tekst.Herstel(ruw);
        _hersteld += tekst == ruw ? 0 : 1;
        if (Bestanden.Tekst.LijktKapot(tekst))
        {
            MeldRij(
                rij,
                kolom,
                "er staan letters in die kapot lijken en niet zeker te herstellen zijn; de tekst is gelaten zoals hij was."
            );
        }
        return tekst;
    }

    [GeneratedRegex(@"^(?:stadsdeel|stadsgebied)\s+(.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex StadsdeelNaam();

    [GeneratedRegex(@"^((?:19|20)\d\d)/[\w-]{1,20}$")]
    private static partial Regex JaarInDossier();
}
