using System.Text.Json;
using Xunit;

namespace Portal.Tests.Uitvoer;

public sealed class NdjsonTests(VoorbeeldFixture voorbeeld) : IClassFixture<VoorbeeldFixture>
{
    [Theory]
    [InlineData("/vergunningen", "?fase=geweigerd")]
    [InlineData("/initiatieven", "?status=klaar")]
    [InlineData("/bekendmakingen", "?soort=verkeersbesluit")]
    [InlineData("/grenzen", "?soort=wijk")]
    public async Task Every_line_is_a_row_of_the_json_of_the_same_choice(string pad, string keuze)
    {
        var regels = (await voorbeeld.Http.GetStringAsync($"{pad}.ndjson{keuze}")).Split('\n')[..^1];
        using var json = JsonDocument.Parse(await voorbeeld.Http.GetStringAsync($"{pad}.json{keuze}"));

        Assert.NotEmpty(regels);
        Assert.Equal(
            json.RootElement.EnumerateArray().Select(r => r.GetProperty("id").GetString()),
            regels.Select(r => JsonDocument.Parse(r).RootElement.GetProperty("id").GetString())
        );
    }

    [Fact]
    public async Task Posts_can_be_had_in_it_too_and_add_up_to_the_csv()
    {
        const string keuze = "?jaar=2024&fase=realisatie";
        var regels = (await voorbeeld.Http.GetStringAsync($"/begroting/posten.ndjson{keuze}")).Split('\n')[..^1];
        var csv = (await voorbeeld.Http.GetStringAsync($"/begroting/posten.json{keuze}"));
        using var json = JsonDocument.Parse(csv);

        Assert.Equal(
            json.RootElement.EnumerateArray().Sum(p => p.GetProperty("bedrag").GetDecimal()),
            regels.Sum(r => JsonDocument.Parse(r).RootElement.GetProperty("bedrag").GetDecimal())
        );
    }
}
