using Portal.Data.Bestanden;
using Portal.Data.Oordelen;
using Xunit;

namespace Portal.Tests.Oordelen;

/// <summary>Counts again what was labelled by hand; see docs/decisions/0012-personen.md for the draws.</summary>
public sealed class MetingTests
{
    private static readonly Lazy<IReadOnlyList<CsvRij>> Register = new(() =>
        [.. CsvBestand.Lees(EchteData.Pad("amsterdam_subsidieregister.csv")).Rijen.Where(rij => rij["Aanvrager"] != "Particulier")]);

    [EchteDataFact]
    public void Recipients_are_judged_as_the_page_says() =>
        Assert.Equal(Beoordelaar.Meting.Ontvangers, Tel("ontvangers.csv", "Aanvrager", Beoordelaar.Standaard.Ontvanger));

    [EchteDataFact]
    public void Titles_are_judged_as_the_page_says_and_well_enough()
    {
        var titels = Tel("titels.csv", "Projectnaam", Beoordelaar.Standaard.Titel);

        Assert.Equal(Beoordelaar.Meting.Titels, titels);
        Assert.True(titels.PersonenGemaskeerd >= titels.Personen * 0.97m);
        Assert.True(titels.OverigeGemaskeerd <= 1.5m);
    }

    /// <summary>All that the judge masks in the register, times the share without a person among what was labelled and is masked.</summary>
    private static Meetreeks Tel(string labels, string kolom, Func<string, Uitspraak> oordeel)
    {
        var tekst = Register.Value.Where(rij => rij[kolom] is not null).ToDictionary(rij => rij["Dossiernummer"]!, rij => Tekst.Herstel(rij[kolom]!));
        var gelabeld = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Oordelen", labels)).Skip(1).Select(regel => regel.Split(';'))
            .Select(velden => (Persoon: velden[2] == "1", Gemaskeerd: oordeel(tekst[velden[0]]) != Uitspraak.Openbaar)).ToList();
        var teksten = tekst.Values.Distinct().ToList();
        var gemaskeerd = teksten.Count(t => oordeel(t) != Uitspraak.Openbaar);
        var onterecht = gemaskeerd * (decimal)gelabeld.Count(l => l is { Persoon: false, Gemaskeerd: true }) / gelabeld.Count(l => l.Gemaskeerd);
        return new(gelabeld.Count, gelabeld.Count(l => l.Persoon), gelabeld.Count(l => l is { Persoon: true, Gemaskeerd: true }),
            gelabeld.Count(l => !l.Persoon), Math.Round(100 * onterecht / (teksten.Count - gemaskeerd + onterecht), 1));
    }
}
