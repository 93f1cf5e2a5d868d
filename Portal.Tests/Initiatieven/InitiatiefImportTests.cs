using System.Net;
using Portal.Data;
using Portal.Data.Initiatieven;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Initiatieven;

public sealed class InitiatiefImportTests(DorpFixture dorp, AmsterdamFixture amsterdam)
    : IClassFixture<DorpFixture>,
        IClassFixture<AmsterdamFixture>
{
    private const string Meta =
        "META\nkey;value\ndescription;Dorp Begroot\nsubunit;Oudzijde\ninstance;2022\nPROJECTS\n"
        + "project_id;cost;votes;name;category;selected\n";

    private Task<Data.Datasets.ImportRapport> LaadAsync(string inhoud) =>
        new InitiatiefImport(dorp.Publicatie).LaadAsync(
            Dorp.Schrijf(dorp, "plannen.pb", inhoud),
            CancellationToken.None
        );

    [Fact]
    public async Task Plans_are_loaded_and_voters_never_read()
    {
        var rapport = await LaadAsync(
            Meta
                + "1;14900;62;Groene daken;Groen;1\n2;3000.50;59;Bankje;;2\n3;veel;1;Fout;;0\n"
                + "4;1;1;Ook fout;;7\n5;1;1;Niet gekozen;;0\nVOTES\nvoter_id;age;vote\nPiet;44;1,2\n"
        );

        Assert.Equal((5, 3), (rapport.Gelezen, rapport.Geladen));
        Assert.Equal([(10, "cost"), (11, "selected")], rapport.Afwijzingen.Select(a => (a.Rij, a.Kolom)));
        Assert.Equal(
            [
                ("Groene daken", "gekozen", 14900m, 62),
                ("Bankje", "deels_gekozen", 3000.50m, 59),
                ("Niet gekozen", "niet_gekozen", 1m, 1),
            ],
            await dorp.Db.QueryAsync<(string, string, decimal, int)>(
                "select titel, status, kosten, stemmen from initiatief_nu where gebied_code = 'A' order by rij"
            )
        );
    }

    [Fact]
    public async Task A_name_that_names_a_buurt_places_the_plan_there_and_the_words_are_said()
    {
        await LaadAsync(
            Meta.Replace("2022", "2023", StringComparison.Ordinal)
                + "1;1;1;Bankjes in de Kadebuurt;;1\n2;1;1;Bankjes in de Weidebuurt;;1\n3;1;1;Bankjes in Oudzijde;;1\n"
        );

        Assert.Equal(
            [
                ("1", "AB01", "Kadebuurt"),
                ("2", "A", null), // of another stadsdeel: not to be trusted
                ("3", "A", null),
            ],
            await dorp.Db.QueryAsync<(string, string, string?)>(
                "select sleutel, gebied_code, herkend from initiatief_nu where jaar = 2023 order by sleutel"
            )
        );
        var lijst = await dorp.Http.GetStringAsync("/initiatieven?gebied=AB01");
        Assert.Contains("Gebied herkend aan: Kadebuurt", lijst, StringComparison.Ordinal);
        Assert.DoesNotContain("Weidebuurt</a>", lijst, StringComparison.Ordinal);
        lijst = WebUtility.HtmlDecode(lijst);
        foreach (var anders in new[] { "csv?gebied=AB01&sep=%3B&decimal=%2C", "geojson?gebied=AB01&crs=28992" })
        {
            Assert.Contains($"href=\"/initiatieven.{anders}\"", lijst, StringComparison.Ordinal);
            await dorp.Http.GetStringAsync($"/initiatieven.{anders}");
        }

        // Where nothing is known the nearest larger area that has something is one press away, with the same choice.
        var leeg = WebUtility.HtmlDecode(await dorp.Http.GetStringAsync("/initiatieven?gebied=AA01&jaar=2023"));
        Assert.Contains("0 gevonden in Molenbuurt-Noord", leeg, StringComparison.Ordinal);
        Assert.Contains(
            "href=\"/initiatieven?gebied=A&jaar=2023\">In stadsdeel Oudzijde: 3</a>",
            leeg,
            StringComparison.Ordinal
        );
    }

    [EchteDataFact]
    public async Task Of_the_plans_of_West_those_whose_name_says_it_have_their_area()
    {
        var plannen = (
            await amsterdam.Db.QueryAsync<(string Titel, string Soort, string Naam, string? Herkend)>(
                """
                select i.titel, g.soort, g.naam, i.herkend from initiatief_nu i
                join gebied_nu g on g.code = i.gebied_code where i.herkend is not null order by i.sleutel
                """
            )
        ).ToList();

        Assert.Contains(
            plannen,
            p => p is { Titel: "Samen eten in de Staatsliedenbuurt", Herkend: "Staatsliedenbuurt" }
        );
        Assert.All(plannen, p => Assert.NotEqual("stadsdeel", p.Soort));
    }

    [Theory]
    [InlineData("zomaar tekst", "geen .pb-bestand")]
    [InlineData(
        "META\nkey;value\nsubunit;Oudzijde\nPROJECTS\nproject_id;cost;votes;name;selected\n1;1;1;x;1\n",
        "geen jaar"
    )]
    [InlineData(
        "META\nkey;value\nsubunit;Elders\ninstance;2022\nPROJECTS\nproject_id;cost;votes;name;selected\n1;1;1;x;1\n",
        "'Elders' is niet bekend"
    )]
    [InlineData(
        "META\nkey;value\nsubunit;Oudzijde\ninstance;2022\nPROJECTS\nproject_id;name\n1;x\n",
        "cost, votes, selected"
    )]
    public async Task What_is_wrong_is_said(string inhoud, string melding) =>
        Assert.Contains(
            melding,
            (await Assert.ThrowsAsync<ImportFout>(() => LaadAsync(inhoud))).Message,
            StringComparison.Ordinal
        );
}
