using Portal.Data.Bijeenkomsten;
using Portal.Data.Datasets;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Bijeenkomsten;

public sealed class BijeenkomstTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private Task<ImportRapport> LaadAsync(string rijen) =>
        BijeenkomstOnderwerp
            .Onderwerp.Imports[0]
            .Laad(
                dorp.Publicatie,
                Dorp.Schrijf(dorp, "bijeenkomsten.csv", "id;titel;soort;datum;plek;gebiedscode\n" + rijen),
                Keuzes.Geen,
                CancellationToken.None
            );

    [Fact]
    public async Task A_meeting_has_a_list_a_page_every_format_a_difference_and_an_undo()
    {
        await LaadAsync("b1;Praat mee;buurtgesprek;2026-03-01;Kerk;AA01\n");
        await LaadAsync("b1;Praat mee;buurtgesprek;2026-03-08;Kerk;AA01\n");

        foreach (var adres in new[] { "", ".csv", ".json", ".geojson", ".ndjson", ".atom", "/bijeenkomsten/b1" })
        {
            Assert.Contains(
                adres == ".geojson" ? "FeatureCollection" : "Praat mee",
                await dorp.Http.GetStringAsync($"/bijeenkomsten{adres}"),
                StringComparison.Ordinal
            );
        }
        Assert.Contains(
            "anders,b1",
            await dorp.Http.GetStringAsync("/data/bijeenkomsten/verschil.csv?van=1&tot=2"),
            StringComparison.Ordinal
        );
        await new Versiebeheer(dorp.Db, dorp.Archief).NeemTerugAsync("bijeenkomsten", CancellationToken.None);
        Assert.Contains(
            "1 maart 2026",
            await dorp.Http.GetStringAsync("/bijeenkomsten/bijeenkomsten/b1"),
            StringComparison.Ordinal
        );
    }
}
