using System.Net;
using Portal.Data.Datasets;
using Portal.Data.Indicatoren;
using Portal.Data.Lagen;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Uitgaven;

/// <summary>What is different between two versions of any dataset: row by row, column by column, as page and CSV.</summary>
public sealed class VersieverschilTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private const string Kop = "tabel,soort,id,titel,kolom,was,werd\r\n";

    private Publicatie Publicatie => new(dorp.Db, dorp.Archief) { MagKrimpen = true };

    private Task<ImportRapport> LaagAsync(string code, string inhoud) =>
        new LaagImport(Publicatie).LaadAsync(
            Dorp.Schrijf(dorp, $"{code}.csv", inhoud),
            new Keuzes(new Dictionary<string, string> { ["dataset"] = code, ["titel"] = "Zitplekken" }),
            CancellationToken.None
        );

    private Task<ImportRapport> CijfersAsync(string code, string rijen) =>
        new MetingImport(Publicatie).LaadAsync(
            Dorp.Schrijf(dorp, $"{code}.csv", "indicator;naam;definitie;eenheid;gebiedscode;jaar;waarde\n" + rijen),
            new Keuzes(new Dictionary<string, string> { ["dataset"] = code, ["titel"] = "Bomen" }),
            CancellationToken.None
        );

    private async Task<string> PaginaAsync(string adres) =>
        WebUtility.HtmlDecode(await dorp.Http.GetStringAsync(adres));

    [Fact]
    public async Task Of_a_layer_every_column_that_changed_is_named_and_another_place_too()
    {
        await LaagAsync(
            "v-laag",
            "id;naam;kleur;x;y\n1;Bank;rood;121050;487050\n2;Stoel;rood;121150;487050\n3;Kruk;groen;121150;487050\n"
        );
        await LaagAsync(
            "v-laag",
            "id;naam;kleur;hoogte;x;y\n1;Bank;blauw;3;121050;487050\n2;Stoel;rood;;121160;487050\n4;Poef;geel;;121150;487050\n"
        );

        Assert.Equal(
            Kop
                + "v-laag,anders,1,Bank,hoogte,,3\r\nv-laag,anders,1,Bank,kleur,rood,blauw\r\n"
                + "v-laag,anders,2,Stoel,(vorm),,\r\nv-laag,erbij,4,Poef,,,\r\nv-laag,weg,3,Kruk,,,\r\n",
            await dorp.Http.GetStringAsync("/data/v-laag/verschil.csv?van=1&tot=2")
        );
        var pagina = await PaginaAsync("/data/v-laag/verschil"); // the newest with the one before
        Assert.Contains("Rijen erbij: 1, weg: 1, anders: 2.", pagina, StringComparison.Ordinal);
        Assert.Contains("kleur: rood → blauw", pagina, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Een andere plek of vorm.", pagina, StringComparison.Ordinal);
        Assert.Contains(
            "/data/v-laag/verschil?van=1&tot=2\">wat is er anders",
            await PaginaAsync("/data/v-laag"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Of_figures_that_are_replaced_whole_too_until_their_rows_are_no_longer_kept()
    {
        await CijfersAsync(
            "v-cijfers",
            "bomen;Bomen;Hoeveel;aantal;AA01;2024;12\nbomen;Bomen;Hoeveel;aantal;AA02;2024;7\n"
        );
        Assert.Contains("nog maar één versie", await PaginaAsync("/data/v-cijfers/verschil"), StringComparison.Ordinal);
        using (var een = await dorp.Http.GetAsync("/data/v-cijfers/verschil.csv"))
        {
            Assert.Equal(HttpStatusCode.NotFound, een.StatusCode);
            Assert.Contains("nog maar", await een.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        await CijfersAsync(
            "v-cijfers",
            "bomen;Bomen;Hoeveel;aantal;AA01;2024;13\nbomen;Bomen;Hoeveel;aantal;AB01;2024;1\n"
        );

        var csv = await dorp.Http.GetStringAsync("/data/v-cijfers/verschil.csv?van=1&tot=2");
        Assert.Equal(4, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Matches("indicatoren,anders,[^\r\n]*AA01[^\r\n]*,waarde,12,13\r\n", csv);
        Assert.Matches("indicatoren,erbij,[^\r\n]*AB01[^\r\n]*,,,\r\n", csv);
        Assert.Matches("indicatoren,weg,[^\r\n]*AA02[^\r\n]*,,,\r\n", csv);

        foreach (var waarde in new[] { 14, 15, 16 })
        {
            await CijfersAsync(
                "v-cijfers",
                $"bomen;Bomen;Hoeveel;aantal;AA01;2024;{waarde}\nbomen;Bomen;Hoeveel;aantal;AB01;2024;1\n"
            );
        }
        var weg = await PaginaAsync("/data/v-cijfers/verschil?van=1&tot=5");
        Assert.Contains(
            "Van versie 1 staan de losse rijen niet meer in de database. De bestanden van beide versies zijn er nog",
            weg,
            StringComparison.Ordinal
        );
        using var probleem = await dorp.Http.GetAsync("/data/v-cijfers/verschil.csv?van=1&tot=5");
        Assert.Equal(HttpStatusCode.NotFound, probleem.StatusCode);
    }

    [Theory]
    [InlineData("/data/nergens/verschil")]
    [InlineData("/data/v-een/verschil?van=7")]
    [InlineData("/data/v-een/verschil.csv?van=7&tot=1")]
    public async Task A_version_that_is_not_there_is_not_found(string adres)
    {
        await LaagAsync("v-een", "id;naam;x;y\n1;Bank;121050;487050\n");
        using var antwoord = await dorp.Http.GetAsync(adres);
        Assert.Equal(HttpStatusCode.NotFound, antwoord.StatusCode);
    }
}
