using System.Globalization;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Data.Iv3;
using Portal.Data.Oordelen;
using Portal.Data.Registers;

namespace Portal.Data.Begrotingen;

/// <summary>One row of a begrotingslevering to one begrotingspost, or to the reasons why not.</summary>
internal sealed class BegrotingLezer(
    Leescontext context,
    Notatie notatie,
    ImportRapport rapport,
    short jaar,
    string fase
)
{
    private static readonly string[] Toerekeningen =
    [
        "direct_adres",
        "direct_gebied",
        "sleutel",
        "stadsbreed",
        "stadsdelen",
        "onbekend",
    ];

    private const int LangsteSleutel = 200;

    private readonly BekendeGebieden _gebieden = context.Gebieden;
    private readonly Gezien _ids = new();

    /// <summary>Rows of which a text was left out because it may name a person.</summary>
    public int Gemaskeerd { get; private set; }

    /// <summary>Rows of which the place was left out because the recipient is a person, or may be.</summary>
    public int ZonderPlek { get; private set; }

    public PostRij? Lees(CsvRij rij)
    {
        var aantal = rapport.Afwijzingen.Count;
        void Wijs(string kolom, string reden) => rapport.Wijs(rij.Nummer, kolom, rij[kolom], reden);

        if (rij.Kapot is { } kapot)
        {
            Wijs("", kapot);
            return null;
        }
        var bl = rij["bl"]?.ToUpperInvariant();
        if (bl is not ("L" or "B"))
        {
            Wijs("bl", "schrijf L (lasten) of B (baten)");
        }
        var programma = Programma(rij);
        var toerekening = rij["toerekening"]?.ToLowerInvariant();
        if (!Toerekeningen.Contains(toerekening))
        {
            Wijs("toerekening", $"kies uit {string.Join(", ", Toerekeningen)}");
        }
        var gebied = Gebied(rij, toerekening, Wijs);
        var (bedrag, reden) = Bedrag.Lees(rij["bedrag"], notatie);
        if (reden is not null || bedrag is null)
        {
            Wijs("bedrag", reden ?? "het bedrag ontbreekt");
        }
        ControleerRest(rij, Wijs);
        var plek = Coordinaten.Wkt(k => rij[k], (kolom, _, fout) => Wijs(kolom, fout));
        if (plek is not null && toerekening?.StartsWith("direct", StringComparison.Ordinal) == false)
        {
            Wijs("toerekening", "een plek hoort bij direct_adres of direct_gebied");
        }
        return rapport.Afwijzingen.Count > aantal
            ? null
            : MetPlek(Post(rij, bl!, programma, toerekening!, gebied, bedrag!.Value), plek);
    }

    // The place of a person is nobody's business; of who may be one it waits until somebody has looked
    private PostRij MetPlek(PostRij post, string? plek)
    {
        ZonderPlek += plek is not null && MisschienPersoon(post.OntvangerSoort) ? 1 : 0;
        return post with { Plek = post.OntvangerSoort == "particulier" ? null : plek };
    }

    private static bool MisschienPersoon(string? soort) => soort is "particulier" or "onbeoordeeld";

    private void ControleerRest(CsvRij rij, Action<string, string> wijs)
    {
        if (rij["id"] is { } id && !_ids.Voeg(id))
        {
            wijs("id", "dit id stond al eerder in het bestand; geef elke rij een eigen id");
        }
        if (
            rij["id"] is { } eigen
            && (eigen.Length > LangsteSleutel || eigen.StartsWith("rij ", StringComparison.Ordinal))
        )
        {
            wijs(
                "id",
                eigen.Length > LangsteSleutel
                    ? $"het id is {eigen.Length} tekens; er passen er {LangsteSleutel}"
                    : "zo heten rijen zonder id; kies een ander id"
            );
        }
        if (rij["taakveld"] is { } taakveld && TaakveldLijst.Splits(taakveld).Code is null)
        {
            wijs(
                "taakveld",
                "dit is geen taakveld; schrijf de code met een punt, zoals 5.7 (maakte Excel er een datum "
                    + "of een kommagetal van?)"
            );
        }
        ControleerOntvanger(rij, wijs);
        if (rij["peildatum"] is not null && BegrotingCel.Peildatum(rij) is null)
        {
            wijs("peildatum", "schrijf de datum als 2025-12-31 of 31-12-2025");
        }
        else if (BegrotingCel.Peildatum(rij) > Klok.Systeem.Vandaag)
        {
            wijs("peildatum", "deze datum ligt in de toekomst");
        }
        if (rij["aandeel"] is { } aandeel && !BegrotingCel.IsAandeel(aandeel))
        {
            wijs("aandeel", "schrijf een deel van het geheel, zoals 0,6 of 60%");
        }
        foreach (var kolom in new[] { "omschrijving", "project", "ontvanger", "id", "project_id", "categorie" })
        {
            if (Privacy.Vind(rij[kolom]) is { } soort && !MagGemaskeerd(rij, kolom, soort))
            {
                rapport.Wijs(rij.Nummer, kolom, null, $"hier staat een {soort}; haal gegevens van personen weg");
            }
        }
        // Keys are not masked: posts of two versions are compared by them
        foreach (var kolom in new[] { "id", "project_id", "categorie" })
        {
            if (
                !context.Herlezen
                && rij[kolom] is { } code
                && Privacy.Vind(code) is null
                && context.Oordelen.Titel(code) != code
            )
            {
                rapport.Wijs(rij.Nummer, kolom, null, "hier lijkt een naam van een persoon te staan; schrijf een code");
            }
        }
    }

    // A text can be left out of a row that stays; a key cannot. Read again, it was decided when it was loaded
    private bool MagGemaskeerd(CsvRij rij, string kolom, string soort)
    {
        var vrij = kolom is "omschrijving" or "project" or "ontvanger";
        string[] keuzes = vrij ? [Bevinding.Masker, Bevinding.Rij] : [Bevinding.Rij];
        var besluit = rapport.Bevindingen.Meld(soort, kolom, rij.Nummer, rij[kolom], keuzes);
        return vrij && (context.Herlezen || besluit?.Keus == Bevinding.Masker);
    }

    // Without a kind we cannot know whether a name is a person's, and persons are never published.
    private static void ControleerOntvanger(CsvRij rij, Action<string, string> wijs)
    {
        if (rij["ontvanger_type"] is not null && BegrotingCel.OntvangerSoort(rij) is null)
        {
            wijs("ontvanger_type", "kies organisatie, gemeente of particulier");
        }
        else if (rij["ontvanger_type"] is null && rij["ontvanger"] is not null)
        {
            wijs(
                "ontvanger_type",
                "vul in of de ontvanger een organisatie, de gemeente of een particulier is; zonder dat "
                    + "weten we niet of dit een persoon is"
            );
        }
    }

    /// <summary>A row that states a sum: programme, L/B and perhaps taakveld.</summary>
    public Controletotaal? LeesControle(CsvRij rij)
    {
        var aantal = rapport.Afwijzingen.Count;
        if (rij.Kapot is { } kapot)
        {
            rapport.Wijs(rij.Nummer, "", null, kapot);
            return null;
        }
        if (rij["taakveld"] is { } taakveld && TaakveldLijst.Splits(taakveld).Code is null)
        {
            rapport.Wijs(
                rij.Nummer,
                "taakveld",
                taakveld,
                "dit is geen taakveld; schrijf de code met een punt, zoals 5.7"
            );
        }
        var bl = rij["bl"]?.ToUpperInvariant();
        var programma = Programma(rij);
        var (bedrag, reden) = Bedrag.Lees(rij["bedrag"], notatie);
        if (bl is not ("L" or "B"))
        {
            rapport.Wijs(rij.Nummer, "bl", bl, "schrijf L (lasten) of B (baten)");
        }
        if (bedrag is null)
        {
            rapport.Wijs(rij.Nummer, "bedrag", rij["bedrag"], reden ?? "het bedrag ontbreekt");
        }
        return rapport.Afwijzingen.Count > aantal
            ? null
            : new(rij.Nummer, jaar, fase, bl!, programma, TaakveldLijst.Splits(rij["taakveld"]).Code, bedrag!.Value);
    }

    /// <returns>The code of the programme; null without one, and after a rejection.</returns>
    private string? Programma(CsvRij rij)
    {
        string? eerste = null;
        foreach (var kolom in new[] { "programma", "programma_code" })
        {
            if (rij[kolom] is not { } waarde)
            {
                continue;
            }
            if (context.Programmas.GetValueOrDefault(Tekst.Kaal(waarde)) is not { } code)
            {
                rapport.Wijs(
                    rij.Nummer,
                    kolom,
                    waarde,
                    "dit programma is niet bekend; zie de lijst op /uitleg#programmas"
                );
            }
            else if (eerste is not null && eerste != code)
            {
                rapport.Wijs(
                    rij.Nummer,
                    kolom,
                    waarde,
                    $"programma en programma_code spreken elkaar tegen: '{rij["programma"]}' is een ander programma"
                );
            }
            else
            {
                eerste = code;
            }
        }
        return eerste;
    }

    private (string Code, string Soort)? Gebied(CsvRij rij, string? toerekening, Action<string, string> wijs)
    {
        var zonder = toerekening is "stadsbreed" or "stadsdelen" or "sleutel" or "onbekend";
        if (rij["gebiedscode"] is not { } code)
        {
            if (!zonder)
            {
                wijs("gebiedscode", "bij deze toerekening hoort een gebiedscode");
            }
            return null;
        }
        if (context.Herlezen && _gebieden.OpCode(code) is null)
        {
            // The areas are others now; the row was good when it was loaded
            return zonder ? null : (code, BegrotingCel.Gebiedstype(rij["gebiedstype"] ?? "buurt"));
        }
        if (
            !context.Herlezen
            && rij["gebied_indeling"] is { } indeling
            && indeling != _gebieden.Indeling.ToString(CultureInfo.InvariantCulture)
        )
        {
            wijs("gebied_indeling", $"geladen is indeling {_gebieden.Indeling}; zet de code om");
            return null;
        }
        if (_gebieden.OpCode(code) is not { } gebied)
        {
            wijs("gebiedscode", $"dit gebied bestaat niet in indeling {_gebieden.Indeling}");
            return null;
        }
        if (rij["gebiedstype"] is { } soort && BegrotingCel.Gebiedstype(soort) != gebied.Soort)
        {
            wijs("gebiedstype", $"{gebied.Code} is een {gebied.Soort}");
        }
        if (zonder && gebied.Soort != "stad")
        {
            wijs(
                "gebiedscode",
                $"bij {toerekening} hoort geen gebied: haal de code weg, of kies direct_adres of direct_gebied"
            );
        }
        return zonder ? null : gebied;
    }

    private PostRij Post(
        CsvRij rij,
        string bl,
        string? programma,
        string toerekening,
        (string Code, string Soort)? gebied,
        decimal bedrag
    )
    {
        var maskers = new Dictionary<string, string>();
        var (soort, naam) = Ontvanger(rij, maskers);
        var persoon = soort == "particulier";
        return new PostRij
        {
            Rij = rij.Nummer,
            Bronsleutel = rij["id"] ?? $"rij {rij.Nummer}",
            Jaar = jaar,
            Fase = fase,
            Bl = bl,
            ProgrammaCode = programma,
            Taakveld = TaakveldLijst.Splits(rij["taakveld"]).Code,
            Categorie = Vrij("categorie", rij, maskers),
            Toerekening = toerekening,
            Indeling = gebied is null ? null : _gebieden.Indeling,
            GebiedSoort = gebied?.Soort,
            GebiedCode = gebied?.Code,
            Sleutel = toerekening == "sleutel" ? Sleutel(rij["sleutel"]) : null,
            ProjectId = persoon ? null : Vrij("project_id", rij, maskers),
            Project = persoon ? null : Vrij("project", rij, maskers),
            Omschrijving = persoon ? null : Vrij("omschrijving", rij, maskers),
            OntvangerSoort = soort,
            Ontvanger = naam,
            Bedrag = bedrag,
            Peildatum = BegrotingCel.Peildatum(rij),
            VoorVan = jaar,
            VoorTot = jaar,
            Bron = Bron(rij, maskers),
        };
    }

    private (string Soort, string? Naam) Ontvanger(CsvRij rij, Dictionary<string, string> maskers)
    {
        var (opgegeven, naam) = (BegrotingCel.OntvangerSoort(rij) ?? "gemeente", rij["ontvanger"]);
        var (soort, vrij) = opgegeven switch
        {
            "particulier" => (opgegeven, Masker.Persoon),
            "organisatie" when naam is null => ("gemeente", null),
            "organisatie" => context.Oordelen.Ontvanger(naam),
            _ => naam is null ? (opgegeven, null)
            : context.Oordelen.Ontvanger(naam) is ("organisatie", _) ? (opgegeven, naam)
            : context.Oordelen.Ontvanger(naam),
        };
        foreach (
            var kolom in soort == "particulier" ? ["project", "project_id", "omschrijving"] : Array.Empty<string>()
        )
        {
            maskers[kolom] = Masker.TitelVanPersoon;
        }
        foreach (var kolom in MisschienPersoon(soort) ? Postplekken.Kolommen : [])
        {
            maskers[kolom] = Masker.Titel;
        }
        if (vrij != naam)
        {
            maskers["ontvanger"] = vrij!;
        }
        return (soort, vrij);
    }

    private string? Vrij(string kolom, CsvRij rij, Dictionary<string, string> maskers)
    {
        var vrij = context.Oordelen.Titel(rij[kolom]);
        if (vrij != rij[kolom])
        {
            maskers[kolom] = Masker.Titel;
        }
        return vrij;
    }

    private string Bron(CsvRij rij, Dictionary<string, string> maskers)
    {
        // Without a meaning in this row they may hold anything
        foreach (var kolom in new[] { "gebiedstype", "gebied_indeling", "sleutel" })
        {
            Vrij(kolom, rij, maskers);
        }
        Gemaskeerd += maskers.Count > 0 && BegrotingCel.OntvangerSoort(rij) != "particulier" ? 1 : 0;
        return rij.AlsJson(BegrotingImport.Bekend, maskers);
    }

    // "inwoners" alone means the inhabitants of the year of the delivery.
    private string Sleutel(string? sleutel) =>
        sleutel is null || sleutel.Equals("inwoners", StringComparison.OrdinalIgnoreCase)
            ? $"inwoners {jaar}"
            : string.Join(' ', sleutel.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
