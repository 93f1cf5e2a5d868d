using System.Globalization;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Oordelen;

namespace Portal.Data.Begrotingen;

/// <summary>
/// What the report of a subsidy register says beside the rows that were refused. It is kept with the version and shown
/// on the site: of a file that is wrong in every row the first remarks are enough.
/// </summary>
internal sealed class SubsidieMeldingen(ImportRapport rapport)
{
    private const int Meeste = 1000;

    private readonly SortedSet<string> _zonderProgramma = [];
    private bool _meerZonderProgramma;
    private int _opmerkingen;
    private int _hersteld;
    private int _personen;
    private int _onbeoordeeld;
    private int _titels;
    private int _herkend;
    private decimal _bedragHerkend;

    /// <summary>A remark on one row.</summary>
    public void Rij(CsvRij rij, string kolom, string tekst)
    {
        if (++_opmerkingen <= Meeste)
        {
            rapport.Meldingen.Add($"Rij {rij.Nummer}, {kolom}: {tekst}");
        }
    }

    public void Hersteld() => _hersteld++;

    public void ZonderProgramma(string terrein)
    {
        if (_zonderProgramma.Count < Meeste)
        {
            _zonderProgramma.Add(terrein);
        }
        else
        {
            _meerZonderProgramma |= !_zonderProgramma.Contains(terrein);
        }
    }

    /// <summary>A post that is loaded.</summary>
    public void Tel(PostRij post, string? titel)
    {
        _personen += post.OntvangerSoort == "particulier" ? 1 : 0;
        _onbeoordeeld += post.OntvangerSoort == "onbeoordeeld" ? 1 : 0;
        _titels += titel == Masker.Titel ? 1 : 0;
        _herkend += post.Herkend is null ? 0 : 1;
        _bedragHerkend += post.Herkend is null ? 0 : post.Bedrag ?? 0;
    }

    /// <summary>The remarks that concern the delivery as a whole.</summary>
    public void Besluit()
    {
        Meld(_opmerkingen - Meeste, "opmerkingen over losse rijen staan hier niet: het zijn er te veel.");
        if (_hersteld > 0)
        {
            rapport.Meldingen.Add($"In {_hersteld} rijen zijn kapotte letters hersteld (cafÃ© werd café).");
        }
        Meld(_personen, "rijen zijn van een particulier: de naam en de projectnaam zijn niet overgenomen.");
        Meld(
            _onbeoordeeld,
            "rijen hebben een ontvanger die misschien een persoon is: zijn naam is weggelaten tot iemand "
                + "heeft gekeken (portal oordeel lijst)."
        );
        Meld(
            _titels,
            "rijen noemen misschien een persoon in de projectnaam: die is weggelaten tot iemand heeft "
                + "gekeken (portal oordeel lijst)."
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

    private void Meld(int aantal, string tekst)
    {
        if (aantal > 0)
        {
            rapport.Meldingen.Add($"{aantal} {tekst}");
        }
    }
}
