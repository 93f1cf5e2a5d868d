using System.Text.Json;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Data.Registers;
using Xunit;

namespace Portal.Tests.Gebieden;

/// <summary>A label of an area, on its page and on the map for as long as it holds.</summary>
public sealed class GebiedslabelTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private Task<ImportRapport> LaadAsync(string rijen) =>
        RegisterImport.LaadAsync(
            new Publicatie(dorp.Db, dorp.Archief) { MagKrimpen = true, MagVerliezen = true },
            GebiedslabelOnderwerp.Register,
            Dorp.Schrijf(dorp, "labels.csv", "id;titel;label;van;tot_en_met;reden;document;gebiedscode\n" + rijen),
            new("labels", "Labels", GebiedslabelOnderwerp.Code, "Doel", "Gemeente", "Bron", "CC0"),
            false,
            CancellationToken.None
        );

    [Fact]
    public async Task It_stands_on_the_page_of_its_area_and_of_what_lies_in_it()
    {
        await LaadAsync(
            """
            1;Samen vooruit <b>;focusgebied;2025-01-01;2099-12-31;Hier groeien veel kinderen op.;https://gemeente.example/plan;AA
            2;Voorbij;voorrang;2001-01-01;2002-01-01;Dat was toen.;;AA01
            3;Straks;motto;2098-01-01;;Dat komt nog.;;AA01

            """
        );

        foreach (
            var (adres, heel) in new[] { ("/wijken/AA-molenwijk", false), ("/buurten/AA01-molenbuurt-noord", true) }
        )
        {
            var pagina = await dorp.Http.GetStringAsync(adres);
            Assert.Contains("Samen vooruit &lt;b&gt;", pagina, StringComparison.Ordinal);
            Assert.Contains("Van 1 januari 2025 tot en met 31 december 2099", pagina, StringComparison.Ordinal);
            Assert.Contains("Hier groeien veel kinderen op.", pagina, StringComparison.Ordinal);
            Assert.Contains("href=\"https://gemeente.example/plan\"", pagina, StringComparison.Ordinal);
            Assert.Equal(heel, pagina.Contains("Voor heel wijk Molenwijk", StringComparison.Ordinal));
            Assert.DoesNotContain("Voorbij", pagina, StringComparison.Ordinal);
            Assert.DoesNotContain("Straks", pagina, StringComparison.Ordinal);
        }
        Assert.DoesNotContain(
            "Samen vooruit",
            await dorp.Http.GetStringAsync("/buurten/AB01-kadebuurt"),
            StringComparison.Ordinal
        );
        using var kaart = JsonDocument.Parse(await dorp.Http.GetStringAsync("/gebiedslabels.geojson"));
        var feature = Assert.Single(kaart.RootElement.GetProperty("features").EnumerateArray()); // those that hold
        Assert.Equal("MultiPolygon", feature.GetProperty("geometry").GetProperty("type").GetString());
        Assert.Contains("Samen vooruit", await dorp.Http.GetStringAsync("/gebiedslabels"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_label_without_a_reason_or_a_day_is_refused_by_row_and_column()
    {
        var rapport = await LaadAsync(
            "1;Goed;motto;2025-01-01;;Om te zien.;;AB\n2;Zonder;motto;2025-01-01;;;;AB\n"
                + "3;Anders;heel erg;2025-01-01;;x;;AB\n4;Dag;motto;gisteren;;x;;AB\n"
        );

        Assert.Equal(
            [(3, "reden"), (4, "label"), (5, "van")],
            rapport.Afwijzingen.Select(a => (a.Rij, a.Kolom)).Order()
        );
    }
}
