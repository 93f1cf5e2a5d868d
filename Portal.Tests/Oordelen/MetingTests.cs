using Portal.Data.Bestanden;
using Portal.Data.Oordelen;
using Xunit;

namespace Portal.Tests.Oordelen;

/// <summary>Counts again what was labelled by hand; see docs/decisions/0012-personen.md for the draws.</summary>
public sealed class MetingTests
{
    private sealed record Label(string Stratum, bool Persoon, bool Onzeker, bool Gemaskeerd);

    private static readonly Lazy<IReadOnlyList<CsvRij>> Register = new(() =>
        [
            .. CsvBestand
                .Lees(EchteData.Pad("amsterdam_subsidieregister.csv"))
                .Rijen.Where(rij => rij["Aanvrager"] != "Particulier"),
        ]
    );

    /// <summary>
    /// Different texts in each stratum when the draw was made; a stratum is by the verdict and by what the text looks
    /// like.
    /// </summary>
    private static readonly Dictionary<string, decimal> Ontvangers = new()
    {
        ["1-weggelaten"] = 470,
        ["2-verdacht"] = 1830,
        ["3-gewoon"] = 3845,
    };

    private static readonly Dictionary<string, decimal> Titels = new()
    {
        ["1-weggelaten"] = 328,
        ["2-verdacht"] = 12602,
        ["3-gewoon"] = 16175,
    };

    [EchteDataFact]
    public void Recipients_are_judged_as_the_page_says() =>
        Assert.Equal(
            Beoordelaar.Meting.Ontvangers,
            Tel(Lees("ontvangers-tweede-lezer.csv", "Aanvrager", Beoordelaar.Standaard.Ontvanger), Ontvangers)
        );

    [EchteDataFact]
    public void Titles_are_judged_as_the_page_says() =>
        Assert.Equal(
            Beoordelaar.Meting.Titels,
            Tel(Lees("titels-tweede-lezer.csv", "Projectnaam", Beoordelaar.Standaard.Titel), Titels)
        );

    /// <summary>The rows that the rules were made on: a change must not make these worse.</summary>
    [EchteDataFact]
    public void What_was_right_while_the_rules_were_made_stays_right()
    {
        var ontvangers = Lees("ontvangers-eerste-lezer.csv", "Aanvrager", Beoordelaar.Standaard.Ontvanger);
        var titels = Lees("titels-eerste-lezer.csv", "Projectnaam", Beoordelaar.Standaard.Titel);

        Assert.True(
            ontvangers.Count(l => l is { Persoon: true, Gemaskeerd: true }) >= 186
                && ontvangers.Count(l => l is { Persoon: false, Gemaskeerd: true }) <= 75
        );
        Assert.True(titels.Count(l => l is { Persoon: true, Gemaskeerd: true }) >= 46);
    }

    private static List<Label> Lees(string labels, string kolom, Func<string, Uitspraak> oordeel)
    {
        var tekst = Register
            .Value.Where(rij => rij[kolom] is not null)
            .ToDictionary(
                rij => rij["Dossiernummer"]!,
                rij =>
                    Tekst.Herstel(
                        string.Join(' ', rij[kolom]!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                    )
            );
        return
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Oordelen", labels))
                .Skip(1)
                .Select(regel => regel.Split(';'))
                .Select(velden => new Label(
                    velden[1],
                    velden[2] == "1",
                    velden.Length > 3 && velden[3] == "1",
                    oordeel(tekst[velden[0]]) != Uitspraak.Openbaar
                )),
        ];
    }

    private static Meetreeks Tel(List<Label> labels, Dictionary<string, decimal> omvang)
    {
        var personen = labels.Where(l => l.Persoon).ToList();
        var overige = labels.Where(l => !l.Persoon).ToList();
        return new(
            labels.Count,
            personen.Count,
            personen.Count(l => l.Gemaskeerd),
            Deel(personen, labels, omvang),
            Deel(overige, labels, omvang),
            Deel([.. overige.Where(l => !l.Onzeker)], labels, omvang)
        );
    }

    /// <summary>The masked share in percent, every label counting for as many texts as it was drawn from.</summary>
    private static decimal Deel(List<Label> welke, List<Label> alle, Dictionary<string, decimal> omvang)
    {
        decimal Gewicht(Label label) => omvang[label.Stratum] / alle.Count(l => l.Stratum == label.Stratum);
        return Math.Round(100 * welke.Where(l => l.Gemaskeerd).Sum(Gewicht) / welke.Sum(Gewicht), 1);
    }
}
