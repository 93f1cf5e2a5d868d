using System.Net;
using System.Text.Json;
using Portal.Data;
using Portal.Data.Begrotingen;
using Xunit;

namespace Portal.Tests.Begrotingen;

/// <summary>The bridge from the posts to the totals that were decided on, on the example municipality.</summary>
public sealed class BrugTests(VoorbeeldFixture voorbeeld) : IClassFixture<VoorbeeldFixture>
{
    [Fact]
    public async Task The_bridge_of_the_example_holds_up_to_iv3_in_every_year()
    {
        foreach (
            var p in (
                await new BegrotingQueries(Lezing.Los(voorbeeld.Db)).AanbodAsync(CancellationToken.None)
            ).Jaren.Where(j => j.Fase is "begroting" or "realisatie")
        )
        {
            var (jaar, fase, bl) = (p.Jaar, p.Fase, p.Bl);
            var pagina = await voorbeeld.Http.GetStringAsync($"/begroting/brug?jaar={jaar}&fase={fase}&bl={bl}");
            Assert.Contains("✓ Het klopt.", WebUtility.HtmlDecode(pagina), StringComparison.Ordinal);
            Assert.Contains(
                "✓ Alle taakvelden kloppen met de opgave.",
                WebUtility.HtmlDecode(pagina),
                StringComparison.Ordinal
            );
            using var json = JsonDocument.Parse(
                await voorbeeld.Http.GetStringAsync($"/begroting/brug.json?jaar={jaar}&fase={fase}&bl={bl}")
            );
            Assert.True(
                json.RootElement.GetProperty("kloptMetIv3").GetBoolean()
                    && json.RootElement.GetProperty("samen").GetProperty("klopt").GetBoolean()
            );
            Assert.Equal(
                json.RootElement.GetProperty("samen").GetProperty("totaal").GetDecimal(),
                json.RootElement.GetProperty("iv3").EnumerateArray().Sum(i => i.GetProperty("posten").GetDecimal())
            );
        }
        Assert.False(new Iv3BrugRow("6.1", 1000m, 2000m).Klopt);
        Assert.False(new Iv3BrugRow("6.1", null, 0m).Klopt);
    }
}
