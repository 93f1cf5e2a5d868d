using System.Globalization;
using Portal.Data.Bestanden;
using Portal.Data.Oordelen;

namespace Portal.Data.Begrotingen;

/// <summary>
/// The texts of one row of the register as they may be published, and what stands in their place in the source row.
/// </summary>
/// <param name="gevonden">Told of a text that is left out because it may be of a person: the column and the
/// text.</param>
internal sealed class SubsidieTeksten(Oordelen.Oordelen oordelen, decimal? bedrag, Action<string, string> gevonden)
{
    private const int KortsteNaam = 4;
    private readonly Dictionary<string, string> _maskers = [];
    private string? _aanvrager;

    /// <summary>
    /// The kind of recipient, and the name. A row without a name is of a person too: only persons are left out of the
    /// source.
    /// </summary>
    public (string Soort, string Naam) Ontvanger(string? aanvrager)
    {
        var (soort, naam) =
            aanvrager is null || aanvrager.Trim('(', ')').Equals("particulier", StringComparison.OrdinalIgnoreCase)
                ? ("particulier", Masker.Persoon)
                : oordelen.Ontvanger(aanvrager, bedrag);
        if (naam != aanvrager)
        {
            if (
                _maskers.TryAdd("Aanvrager", naam)
                && aanvrager?.Trim('(', ')').ToLowerInvariant() is not (null or "particulier")
            )
            {
                gevonden("Aanvrager", aanvrager);
            }
        }
        _aanvrager = aanvrager;
        return (soort, naam);
    }

    // A masked recipient must not be readable in the title: one longer word that may be of the name is enough.
    private bool Noemt(string project)
    {
        var woorden = Tekst.Kaal(project).Split(' ').ToHashSet();
        return Tekst
            .Kaal(_aanvrager ?? "")
            .Split(' ')
            .Any(w => w.Length >= KortsteNaam && woorden.Contains(w) && Beoordelaar.Standaard.IsHerkenbaar(w));
    }

    /// <summary>
    /// The title of a person's plan may say who it is, also where it holds no name: of such a row there is none.
    /// </summary>
    public string? Project(string? project, string ontvangerSoort)
    {
        if (ontvangerSoort == "onbeoordeeld" && project is not null && Noemt(project))
        {
            return _maskers["Projectnaam"] = Masker.Titel;
        }
        if (ontvangerSoort != "particulier")
        {
            return Vrij("Projectnaam", project);
        }
        _maskers["Projectnaam"] = Masker.TitelVanPersoon;
        return null;
    }

    public string? Vrij(string kolom, string? tekst)
    {
        var vrij = oordelen.Titel(tekst, bedrag);
        if (vrij != tekst)
        {
            if (_maskers.TryAdd(kolom, Masker.Titel))
            {
                gevonden(kolom, tekst!);
            }
        }
        return vrij;
    }

    /// <summary>The masks of the source row, where texts stand that are shown nowhere else.</summary>
    public Dictionary<string, string> Bronrij(CsvRij rij)
    {
        foreach (var kolom in new[] { "Organisatieonderdeel", "Typeperiodiciteit", "Subsidiejaar", "Tablename" })
        {
            Vrij(kolom, rij[kolom]);
        }
        foreach (
            var kolom in new[]
            {
                "Id",
                "Publicatiedatumverleningsbesluit",
                "Publicatiedatumvaststellingsbesluit",
                "Datumoverzicht",
            }
        )
        {
            if (
                rij[kolom] is { } waarde
                && waarde.Any(char.IsLetter)
                && !DateTime.TryParse(waarde, CultureInfo.InvariantCulture, out _)
            )
            {
                _maskers[kolom] = Masker.Titel; // a number or a date holds no words
            }
        }
        return _maskers;
    }
}
