using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;

namespace Portal.Data.Begrotingen;

/// <summary>One row of the register to one begrotingspost, or to a reason why not.</summary>
internal sealed partial class SubsidieLezer(Gebieden.BekendeGebieden gebieden, Dictionary<string, string> programmas, Notatie notatie, ImportRapport rapport)
{
    private readonly HashSet<string> _dossiers = [];
    private readonly SortedSet<string> _zonderProgramma = [];
    private int _hersteld;
    private int _personen;

    public required GebiedHerkenning Herkenning { get; init; }

    public PostRij? Lees(CsvRij rij)
    {
        var aantal = rapport.Afwijzingen.Count;
        var dossier = rij["Dossiernummer"];
        if (!rij.HeeftAlleVelden)
        {
            rapport.Wijs(rij.Nummer, "", null, $"de rij heeft {rij.Velden.Length} velden in plaats van {rij.Bestand.AantalKolommen}; staat er een scheidingsteken of aanhalingsteken te veel?");
            return null;
        }
        if (dossier is null || !_dossiers.Add(dossier))
        {
            rapport.Wijs(rij.Nummer, "Dossiernummer", dossier, dossier is null ? "het dossiernummer ontbreekt" : "dit dossiernummer stond al eerder in het bestand");
        }
        var jaar = Jaar(rij, dossier);
        var stadsdeel = Stadsdeel(rij);
        var (aangevraagd, verleend, vastgesteld) = (Euro(rij, "Bedragaangevraagd"), Euro(rij, "Bedragverleend"), Euro(rij, "Bedragvastgesteld"));
        return rapport.Afwijzingen.Count > aantal ? null : Post(rij, dossier!, jaar, stadsdeel, aangevraagd, verleend, vastgesteld);
    }

    /// <summary>The remarks that concern the delivery as a whole.</summary>
    public void Besluit(List<PostRij> posten)
    {
        if (_hersteld > 0)
        {
            rapport.Meldingen.Add($"In {_hersteld} rijen zijn kapotte letters hersteld (cafÃ© werd café).");
        }
        if (_personen > 0)
        {
            rapport.Meldingen.Add($"Bij {_personen} rijen van particulieren is de projectnaam niet overgenomen: daarin kan een persoon te herkennen zijn.");
        }
        if (_zonderProgramma.Count > 0)
        {
            rapport.Meldingen.Add($"Zonder programma blijven de beleidsterreinen: {string.Join(", ", _zonderProgramma)}.");
        }
        var herkend = posten.Where(p => p.Herkend is not null).ToList();
        rapport.Meldingen.Add(string.Create(CultureInfo.GetCultureInfo("nl-NL"),
            $"In {herkend.Count} rijen is een gebied herkend in de tekst (samen € {herkend.Sum(p => p.Bedrag ?? 0):N2} verleend)."));
    }

    private PostRij Post(CsvRij rij, string dossier, short jaar, string? stadsdeel, decimal? aangevraagd, decimal? verleend, decimal? vastgesteld)
    {
        var project = Tekst(rij, "Projectnaam");
        var aanvrager = Tekst(rij, "Aanvrager");
        var persoon = aanvrager is null || aanvrager.Trim('(', ')').Equals("particulier", StringComparison.OrdinalIgnoreCase) || PersoonsNaam().IsMatch(aanvrager);
        var (veiligProject, veiligeAanvrager) = (persoon ? null : ZonderPersonen(rij, "Projectnaam", project), persoon ? Privacy.Particulier : ZonderPersonen(rij, "Aanvrager", aanvrager));
        var gevonden = Herkenning.Vind(stadsdeel, project, persoon ? null : aanvrager);
        _personen += persoon ? 1 : 0;
        return new PostRij
        {
            Rij = rij.Nummer,
            Bronsleutel = dossier,
            Jaar = jaar,
            Fase = "verleend",
            ProgrammaCode = Programma(rij["Beleidsterrein"]),
            Beleidsterrein = rij["Beleidsterrein"],
            Toerekening = gevonden is not null ? "afgeleid" : stadsdeel is not null ? "direct_gebied" : "stadsbreed",
            Indeling = (gevonden?.Gebied.Code ?? stadsdeel) is null ? null : gebieden.Indeling,
            GebiedSoort = gevonden?.Gebied.Soort ?? (stadsdeel is null ? null : "stadsdeel"),
            GebiedCode = gevonden?.Gebied.Code ?? stadsdeel,
            Herkend = gevonden?.Tekst,
            Project = veiligProject,
            Regeling = Tekst(rij, "Regelingnaam"),
            OntvangerSoort = persoon ? "particulier" : "organisatie",
            Ontvanger = veiligeAanvrager,
            Bedrag = verleend,
            Aangevraagd = aangevraagd,
            Vastgesteld = vastgesteld,
            Peildatum = Datum(rij, "Publicatiedatumverleningsbesluit"),
            Bron = rij.AlsJson([.. veiligProject is null ? ["Projectnaam"] : Array.Empty<string>(), .. veiligeAanvrager == aanvrager ? Array.Empty<string>() : ["Aanvrager"]]),
        };
    }

    private short Jaar(CsvRij rij, string? dossier)
    {
        var tekst = rij["Subsidiejaar"] ?? (dossier is null ? null : JaarInDossier().Match(dossier) is { Success: true } m ? m.Groups[1].Value : null);
        if (short.TryParse(tekst, NumberStyles.None, CultureInfo.InvariantCulture, out var jaar) && jaar is >= 1990 and <= 2100)
        {
            return jaar;
        }
        rapport.Wijs(rij.Nummer, rij.Bestand.Heeft("Subsidiejaar") ? "Subsidiejaar" : "Dossiernummer", tekst ?? dossier, "hier is geen jaar uit te lezen; verwacht 2016 of 2016/00123");
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
        if (gebieden.StadsdeelBijNaam(m.Groups[1].Value) is { } code)
        {
            return code;
        }
        rapport.Wijs(rij.Nummer, "Organisatieonderdeel", onderdeel, $"stadsdeel '{m.Groups[1].Value}' is niet bekend; laad eerst de stadsdelen met hun namen");
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
        rapport.Meldingen.Add($"Rij {rij.Nummer}, {kolom}: '{tekst}' is geen datum en is niet overgenomen.");
        return null;
    }

    private string? Programma(string? terrein)
    {
        if (terrein is not null && programmas.TryGetValue(terrein, out var code))
        {
            return code;
        }
        _zonderProgramma.Add(terrein ?? "(leeg)");
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
            rapport.Meldingen.Add($"Rij {rij.Nummer}, {kolom}: er staan letters in die kapot lijken en niet zeker te herstellen zijn; de tekst is gelaten zoals hij was.");
        }
        return tekst;
    }

    private string? ZonderPersonen(CsvRij rij, string kolom, string? tekst)
    {
        if (Privacy.Vind(tekst) is not { } soort)
        {
            return tekst;
        }
        rapport.Meldingen.Add($"Rij {rij.Nummer}, {kolom}: niet overgenomen, want er staat een {soort} in.");
        return null;
    }

    [GeneratedRegex(@"^(?:stadsdeel|stadsgebied)\s+(.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex StadsdeelNaam();

    [GeneratedRegex(@"^((?:19|20)\d\d)/")]
    private static partial Regex JaarInDossier();

    // Initials and a surname: "J.P. de Vries", "Mw. A. Jansen".
    [GeneratedRegex(@"^(?:(?:dhr|mw|mevr|de heer|mevrouw)\.?\s+)?(?:[A-Z]\.\s?){1,4}(?:(?:van|de|der|den|ter|ten|el|al)\s+)*[A-Z][\w'’-]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PersoonsNaam();
}
