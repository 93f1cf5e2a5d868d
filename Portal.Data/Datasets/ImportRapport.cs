using Portal.Data.Oordelen;

namespace Portal.Data.Datasets;

/// <summary>A row that was not loaded. <paramref name="Rij"/> counts from 1; in a CSV the header is row 1.</summary>
public sealed record Afwijzing(int Rij, string Kolom, string? Waarde, string Reden);

/// <summary>What an import did: shown at the end of each run, and kept with the version.</summary>
public sealed class ImportRapport(string dataset, string bestand, string sha256)
{
    public string Dataset { get; } = dataset;
    public string Bestand { get; } = bestand;
    public string Sha256 { get; } = sha256;
    public int Versie { get; set; }
    public bool AlGeladen { get; set; }

    /// <summary>It is a concept: checked and kept, and not yet public.</summary>
    public bool Concept { get; set; }

    /// <summary>The same file waited as a concept already: nothing of it was read now.</summary>
    public bool AlKlaar { get; set; }
    public int Gelezen { get; set; }
    public int Geladen { get; set; }

    /// <summary>Rows that are new or differ from the version before.</summary>
    public int Gewijzigd { get; set; }

    /// <summary>Rows of the version before that are gone.</summary>
    public int Vervallen { get; set; }

    public Afwijzingen Afwijzingen { get; } = [];

    /// <summary>What points at persons, and what somebody decided of it.</summary>
    public Bevindingen Bevindingen { get; } = new();

    /// <summary>The texts of rows that the mask stands for.</summary>
    public List<WeggelatenTekst> Weggelaten { get; } = [];

    /// <summary>Rows that were rejected when the concept was loaded that is published now.</summary>
    public int EerderAfgewezen { get; set; }

    /// <summary>
    /// A row that takes more lines than rows do: perhaps a quotation mark that swallowed the rows after it.
    /// </summary>
    public (int Rij, int Regels)? TeLang { get; set; }

    /// <summary>How the file was read, where that is known.</summary>
    public Leeswijze? Leeswijze { get; set; }

    /// <summary>Remarks that stop nothing: what was repaired, left out or looks odd.</summary>
    public List<string> Meldingen { get; } = [];

    public void Wijs(int rij, string kolom, string? waarde, string reden) =>
        Afwijzingen.Add(new(rij, kolom, waarde, reden));
}
