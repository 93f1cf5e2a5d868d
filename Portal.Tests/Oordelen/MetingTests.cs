using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Portal.Data.Bestanden;
using Portal.Data.Oordelen;
using Xunit;

namespace Portal.Tests.Oordelen;

/// <summary>Counts again what was labelled by hand; see docs/decisions/0012-personen.md for the draws.</summary>
public sealed class MetingTests
{
    private const string Weggelaten = "1-weggelaten";

    /// <param name="Getoetst">In the half that the last change of the rules was not made on.</param>
    /// <param name="Rijen">In how many rows of the register the text stands, with how many euros.</param>
    private sealed record Label(
        string Stratum,
        bool Persoon,
        bool Onzeker,
        bool Gemaskeerd,
        bool Getoetst,
        int Rijen,
        decimal Euro
    );

    private sealed record Regel(string Dossier, string? Aanvrager, string? Project, decimal Euro);

    private static readonly Lazy<IReadOnlyList<Regel>> Register = new(() =>
        [
            .. CsvBestand
                .Lees(EchteData.Pad("amsterdam_subsidieregister.csv"))
                .Rijen.Where(rij => rij["Aanvrager"] != "Particulier")
                .Select(rij => new Regel(
                    rij["Dossiernummer"]!,
                    Gelijk(rij["Aanvrager"]),
                    Gelijk(rij["Projectnaam"]),
                    Math.Max(0, decimal.Parse(rij["Bedragverleend"] ?? "0", CultureInfo.InvariantCulture))
                )),
        ]
    );

    /// <summary>
    /// Different texts in each stratum when the draw was made; a stratum is by the verdict and by what the text looks
    /// like.
    /// </summary>
    private static readonly Dictionary<string, decimal> Ontvangers = new()
    {
        [Weggelaten] = 553,
        ["2-zonder"] = 1843,
        ["4-rechtsvorm"] = 3749,
    };

    private static readonly Dictionary<string, decimal> Titels = new()
    {
        [Weggelaten] = 387,
        ["2-verdacht"] = 3313,
        ["3-naamwoord"] = 13346,
        ["4-gewoon"] = 12059,
    };

    [EchteDataFact]
    public void Recipients_are_judged_as_the_page_says() =>
        Assert.Equal(Beoordelaar.Meting.Ontvangers, Tel(Getoetst("ontvangers-vijfde"), Ontvangers));

    [EchteDataFact]
    public void Titles_are_judged_as_the_page_says() =>
        Assert.Equal(Beoordelaar.Meting.Titels, Tel(Getoetst("titels-vijfde"), Titels));

    /// <summary>
    /// The rows that the rules were made on: a change must not make these worse. Of others more may be masked since
    /// <see cref="Beoordelaar"/> begins to doubt earlier; that was chosen (0012).
    /// </summary>
    [EchteDataFact]
    public void What_was_right_while_the_rules_were_made_stays_right()
    {
        Eis("ontvangers-eerste", personen: 192, overige: 156);
        Eis("ontvangers-tweede", personen: 105, overige: 116);
        Eis("ontvangers-derde", personen: 63, overige: 66);
        Eis("ontvangers-vierde", personen: 33, overige: 40);
        Eis("titels-eerste", personen: 46, overige: 123);
        Eis("titels-tweede", personen: 42, overige: 120);
        Eis("titels-derde", personen: 27, overige: 68);
        Eis("titels-vierde", personen: 1, overige: 15);
    }

    private static void Eis(string reeks, int personen, int overige)
    {
        var labels = Lees(reeks);
        Assert.InRange(labels.Count(l => l is { Persoon: true, Gemaskeerd: true }), personen, int.MaxValue);
        Assert.InRange(labels.Count(l => l is { Persoon: false, Gemaskeerd: true }), 0, overige);
    }

    private static List<Label> Getoetst(string reeks) => [.. Lees(reeks).Where(label => label.Getoetst)];

    // By the text, so that all its rows are in the same half; the spelling of capitals and spaces does not count
    private static bool IsGetoetst(string tekst) =>
        (SHA256.HashData(Encoding.UTF8.GetBytes(tekst.ToLowerInvariant()))[0] & 1) == 1;

    private static List<Label> Lees(string reeks)
    {
        var aanvrager = reeks.StartsWith("ontvangers", StringComparison.Ordinal);
        string? Tekst(Regel r) => aanvrager ? r.Aanvrager : r.Project;
        var perDossier = Register.Value.ToDictionary(r => r.Dossier, Tekst);
        var perTekst = Register.Value.ToLookup(r => Tekst(r) ?? "", r => r.Euro);
        Func<string, Uitspraak> oordeel = aanvrager ? Ontvanger : Titel;
        return
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Oordelen", $"{reeks}-lezer.csv"))
                .Skip(1)
                .Select(regel => regel.Split(';'))
                .Select(velden => (velden, tekst: perDossier[velden[0]]!))
                .Select(l => new Label(
                    l.velden[1],
                    l.velden[2] == "1",
                    l.velden.Length > 3 && l.velden[3] == "1",
                    oordeel(l.tekst) != Uitspraak.Openbaar,
                    IsGetoetst(l.tekst),
                    perTekst[l.tekst].Count(),
                    perTekst[l.tekst].Sum()
                )),
        ];
    }

    private static Uitspraak Ontvanger(string tekst) => Beoordelaar.Standaard.Ontvanger(tekst);

    private static Uitspraak Titel(string tekst) =>
        Privacy.Vind(tekst) is null ? Beoordelaar.Standaard.Titel(tekst) : Uitspraak.Persoon;

    private static string? Gelijk(string? tekst) =>
        tekst is null
            ? null
            : Tekst.Herstel(string.Join(' ', tekst.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static Meetreeks Tel(List<Label> labels, Dictionary<string, decimal> omvang)
    {
        var personen = labels.Where(l => l.Persoon).ToList();
        var (van, tot) = Tussen(labels, omvang, l => l.Rijen);
        var (euroVan, euroTot) = Tussen(labels, omvang, l => l.Euro);
        return new(
            labels.Count,
            personen.Count,
            personen.Count(l => l.Gemaskeerd),
            Deel(labels, l => l.Persoon, omvang),
            van,
            tot,
            euroVan,
            euroTot,
            Deel(labels, l => l is { Persoon: false, Onzeker: false }, omvang),
            Deel(labels, l => !l.Persoon, omvang)
        );
    }

    private static Aandeel Deel(List<Label> labels, Func<Label, bool> welke, Dictionary<string, decimal> omvang) =>
        new(
            Math.Round(Deel(labels, welke, omvang, _ => 1), 1),
            Math.Round(Deel(labels, welke, omvang, l => l.Rijen), 1),
            Math.Round(Deel(labels, welke, omvang, l => l.Euro), 1)
        );

    /// <summary>The masked share in percent, every label counting for as many texts as it was drawn from.</summary>
    private static decimal Deel(
        List<Label> labels,
        Func<Label, bool> welke,
        Dictionary<string, decimal> omvang,
        Func<Label, decimal> maat
    )
    {
        var getrokken = labels.GroupBy(l => l.Stratum).ToDictionary(g => g.Key, g => g.Count());
        decimal Gewicht(Label label) => omvang[label.Stratum] / getrokken[label.Stratum] * maat(label);
        var som = labels.Where(welke).Sum(Gewicht);
        return som == 0 ? 100 : 100 * labels.Where(l => welke(l) && l.Gemaskeerd).Sum(Gewicht) / som;
    }

    /// <summary>Of persons, in 95 of 100 draws made anew from the labels.</summary>
    private static (int, int) Tussen(List<Label> labels, Dictionary<string, decimal> omvang, Func<Label, decimal> maat)
    {
        var loting = new Random(1);
        var strata = labels.GroupBy(l => l.Stratum).Select(g => g.ToList()).ToList();
        var delen = Enumerable
            .Range(0, 400)
            .Select(_ => strata.SelectMany(s => s.Select(_ => s[loting.Next(s.Count)])).ToList())
            .Select(opnieuw => Deel(opnieuw, l => l.Persoon, omvang, maat))
            .Order()
            .ToList();
        return ((int)Math.Round(delen[10]), (int)Math.Round(delen[389]));
    }
}
