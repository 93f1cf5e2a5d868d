using Portal.Data;
using Portal.Data.Initiatieven;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Initiatieven;

public sealed class InitiatiefImportTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private const string Meta =
        "META\nkey;value\ndescription;Dorp Begroot\nsubunit;Oudzijde\ninstance;2022\nPROJECTS\nproject_id;cost;votes;name;category;selected\n";

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
                + "1;14900;62;Groene daken;Groen;1\n2;3000.50;59;Bankje;;2\n3;veel;1;Fout;;0\n4;1;1;Ook fout;;7\n5;1;1;Niet gekozen;;0\nVOTES\nvoter_id;age;vote\nPiet;44;1,2\n"
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
