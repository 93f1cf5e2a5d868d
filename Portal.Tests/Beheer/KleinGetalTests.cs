using System.Text.RegularExpressions;
using Portal.Data.Beheer;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Beheer;

/// <summary>A number of people that is too small is nowhere: not on a page, in a file, at the API nor at a search.</summary>
public sealed partial class KleinGetalTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    [Fact]
    public async Task It_is_at_no_address_of_the_layer_where_it_would_be_without_a_limit()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var publicist = await Bezoek.VanAsync(dorp, Rollen.Publicist);
        await PubliceerAsync(zij, publicist, "zaalklein", "900");
        Assert.Empty(await ZoekAsync("zaalklein", Klein()));
        var zichtbaar = await ZoekAsync("zaalklein", Groot());

        await PubliceerAsync(zij, publicist, "zaalruim", "");
        var toont = await ZoekAsync("zaalruim", Klein());
        Assert.Empty(
            new[] { "", ".csv", ".json", ".geojson", ".ndjson", ".xlsx", ".kml", ".shp.zip", "/zaalruim/rij-1" }
                .Select(soort => $"/lagen/zaalruim{soort}")
                .Except(toont)
        );
        // What is large enough stands where the small one would
        Assert.Contains("/lagen/zaalklein.csv", zichtbaar);
        Assert.Contains("/lagen/zaalklein", zichtbaar);
    }

    private static async Task PubliceerAsync(Bezoek zij, Bezoek publicist, string code, string drempel)
    {
        var controle = await zij.StuurAsync(
            "laag",
            $"{code}.csv",
            "id;naam;mensen;x;y\nrij-1;Zaal;777;121010;487050\nrij-2;Hal;4321;121110;487050\n",
            ("dataset", code),
            ("titel", code)
        );
        var beschrijven = controle.Replace("controle", "beschrijven", StringComparison.Ordinal);
        await zij.GetAsync(beschrijven);
        await zij.NaarAsync(
            beschrijven,
            ("titel", code),
            ("doel", "Zien."),
            ("eigenaar", "Gemeente"),
            ("bron", "Wij"),
            ("licentie", "CC0 1.0"),
            ("drempel_mensen", drempel)
        );
        await publicist.GetAsync(controle);
        await publicist.PostAsync($"{controle}/publiceren", ("wijziging", "Nieuw."));
    }

    private async Task<List<string>> ZoekAsync(string code, Regex getal)
    {
        var gevonden = new List<string>();
        foreach (var pad in new OpenbareAdressen(["lagen"], [code]).Van(dorp))
        {
            var bytes = await (await dorp.Haast.GetAsync(pad)).Content.ReadAsByteArrayAsync();
            if (getal.IsMatch(Inhoud.Uitgepakt(bytes)))
            {
                gevonden.Add(pad);
            }
        }
        return gevonden;
    }

    [GeneratedRegex("(?<![0-9a-zA-Z.])777(?![0-9a-zA-Z]|[.][0-9])")]
    private static partial Regex Klein();

    [GeneratedRegex("(?<![0-9a-zA-Z])4[.]?321(?![0-9a-zA-Z]|[.][0-9])")]
    private static partial Regex Groot();
}
