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

    private Task<ImportRapport> LaadAsync(string rijen, string kop = Kop) =>
        new MetingImport(new Publicatie(dorp.Db, dorp.Archief) { MagVerliezen = true, MagKrimpen = true }).LaadAsync(
            Dorp.Schrijf(dorp, "metingen.csv", kop + rijen),
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

    // Rule T27 across indicators: the four men follow from the inhabitants and the women
    [Fact]
    public async Task What_follows_from_an_indicator_that_adds_up_with_it_is_hidden_too()
    {
        const string Delen = "mannen;mannen;Mannen.;mensen;ja;10;mensen";
        var rapport = await LaadAsync(
            $"mensen;mensen;Mensen.;mensen;ja;10;;AA01;2024;29\n{Delen};AA01;2024;4\n"
                + $"{Delen.Replace("mannen", "vrouwen", StringComparison.Ordinal)};AA01;2024;25\n"
                + "los;los;Los.;stuks;ja;10;;AA01;2024;25\n"
                + "zelf;zelf;Zelf.;stuks;ja;10;zelf;AA01;2024;25\n",
            "indicator;naam;definitie;eenheid;optelbaar;drempel;deel_van;gebiedscode;jaar;waarde\n"
        );

        Assert.Equal([(6, "deel_van")], rapport.Afwijzingen.Select(a => (a.Rij, a.Kolom)));
        Assert.Equal(
            [("los", 25m, false), ("mannen", null, true), ("mensen", 29m, false), ("vrouwen", null, true)],
            await dorp.Db.QueryAsync<(string, decimal?, bool)>(
                "select indicator, waarde, onderdrukt from meting_nu where jaar = 2024 and code = 'AA01' order by 1"
            )
        );
    }

    [Fact]
    public async Task A_measuring_point_is_kept_where_the_figure_is_shown_and_may_be()
    {
        var rapport = await LaadAsync(
            "gras;gras;Gras.;cm;openbare_ruimte;ja;;AA01;2024;3;121050;487050\n"
                + "gras;gras;Gras.;cm;openbare_ruimte;ja;;AA02;2024;4;;\n"
                + "gras;gras;Gras.;cm;openbare_ruimte;ja;;AB01;2024;5;121210;veel\n"
                + "inbraak;inbraak;Inbraak.;keer;veiligheid;ja;;AA01;2024;3;121050;487050\n"
                + "weinig;weinig;Weinig.;keer;overig;ja;10;AA01;2024;3;121050;487050\n",
            "indicator;naam;definitie;eenheid;thema;optelbaar;drempel;gebiedscode;jaar;waarde;x;y\n"
        );

        Assert.Equal([(4, "x"), (5, "x")], rapport.Afwijzingen.Select(a => (a.Rij, a.Kolom)).Order());
        Assert.Equal(
            [("gras AA01", true), ("gras AA02", false), ("weinig AA01", false)],
            await dorp.Db.QueryAsync<(string, bool)>(
                """
                select m.indicator || ' ' || m.code, m.plek is not null from meting m
                join versie v on v.id = m.versie_id and v.status = 'gepubliceerd'
                join dataset d on d.id = v.dataset_id and d.code = 'metingen' order by 1
                """
            )
        );
        var csv = await dorp.Http.GetStringAsync("/indicatoren.csv?bron=metingen&indicator=gras");
        Assert.Contains("POINT(4.", csv, StringComparison.Ordinal);
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
