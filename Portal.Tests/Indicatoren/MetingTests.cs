using Portal.Data.Datasets;
using Portal.Data.Indicatoren;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Indicatoren;

/// <summary>An indicator is rows in a delivery: its name, what it means and its unit come with it.</summary>
public sealed class MetingTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private const string Kop = "indicator;naam;definitie;eenheid;gebiedscode;jaar;waarde\n";
    private const string Bomen = "bomen;Bomen <b>;Bomen van de gemeente.;per hectare;";

    private Task<ImportRapport> LaadAsync(string rijen) =>
        new MetingImport(new Publicatie(dorp.Db, dorp.Archief) { MagVerliezen = true, MagKrimpen = true }).LaadAsync(
            Dorp.Schrijf(dorp, "metingen.csv", Kop + rijen),
            Keuzes.Geen,
            CancellationToken.None
        );

    [Fact]
    public async Task A_new_indicator_stands_on_the_page_of_its_areas_with_what_it_means()
    {
        await LaadAsync($"{Bomen}AA01;2023;10\n{Bomen}AA01;2024;12,5\n{Bomen}AA02;2024;\n");

        var pagina = await dorp.Http.GetStringAsync("/buurten/AA01-molenbuurt-noord");
        Assert.Contains(">Bomen &lt;b&gt;</a>", pagina, StringComparison.Ordinal);
        Assert.Contains("12,5&#xA0;per hectare", pagina, StringComparison.Ordinal);
        Assert.Contains("Bomen van de gemeente.", pagina, StringComparison.Ordinal);
        var zonder = await dorp.Http.GetStringAsync("/buurten/AA02-molenbuurt-zuid");
        Assert.Contains("geen gegevens <span class=\"klein\">(2024)", zonder, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "id=\"cijfers\"",
            await dorp.Http.GetStringAsync("/buurten/AB01-kadebuurt"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_is_wrong_is_said_by_row_and_column()
    {
        var rapport = await LaadAsync(
            $"{Bomen}AA01;2024;1\n{Bomen}AA01;2024;2\n{Bomen}ZZ99;2024;1\n{Bomen}AA02;2024;veel\n"
                + $"{Bomen}AB01;later;1\nbomen;Anders;Anders.;stuks;AB02;2024;1\n;x;x;x;AA01;2024;1\n"
        );

        Assert.Equal((7, 1), (rapport.Gelezen, rapport.Geladen));
        Assert.Equal(
            [(3, "waarde"), (4, "gebiedscode"), (5, "waarde"), (6, "jaar"), (7, "indicator"), (8, "indicator")],
            rapport.Afwijzingen.Select(a => (a.Rij, a.Kolom)).Order()
        );
    }
}
