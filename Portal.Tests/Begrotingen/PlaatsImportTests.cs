using System.Net;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Data.Initiatieven;
using Portal.Data.Lagen;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Begrotingen;

/// <summary>
/// From the things of a layer to money and plans at a place: only where it was measured that it is right.
/// </summary>
public sealed class PlaatsImportTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private const string Subsidies =
        "Dossiernummer,Aanvrager,Regelingnaam,Beleidsterrein,Organisatieonderdeel,Projectnaam,Bedragaangevraagd,"
        + "Bedragverleend,Bedragvastgesteld\n";

    private Publicatie Publicatie =>
        new(dorp.Db, dorp.Archief)
        {
            MagVerliezen = true,
            MagKrimpen = true,
            Opnieuw = true,
        };

    private Task<ImportRapport> LaagAsync(string code, string csv) =>
        new LaagImport(Publicatie).LaadAsync(
            Dorp.Schrijf(dorp, $"{code}.csv", "id;naam;wkt\n" + csv),
            new Keuzes(new Dictionary<string, string> { ["dataset"] = code, ["titel"] = $"Laag {code}" }),
            CancellationToken.None
        );

    private Task<ImportRapport> MeetAsync(string rijen) =>
        new GebiedsnaamImport(Publicatie).LaadAsync(
            Dorp.Schrijf(dorp, "plaats-namen.csv", "naam;gebiedscode;reden\nNergens;;bestaat niet\n"),
            null,
            CancellationToken.None,
            Dorp.Schrijf(
                dorp,
                "plaatsen.csv",
                "gemeente;laag;bron;gemeten_op;gelezen;goed;euro_gelezen;euro_goed\n" + rijen
            )
        );

    private async Task LaadAlles()
    {
        await LaagAsync(
            "plekken",
            "1;Rozenpark;POINT(121050 487050)\n2;Bibliotheek De Uil;POINT(121150 487050)\n"
                + "3;Kerkstraat;LINESTRING(121010 487020, 121190 487020)\n4;Vierhof;POINT(121450 487050)\n"
        );
        await LaagAsync("kroegen", "1;Herberg De Kroon;POINT(121150 487050)\n");
        await MeetAsync(
            "GM9998;plekken;register van het dorp;2026-01-02;200;194;1000.50;990.50\n"
                + "GM9998;kroegen;register van het dorp;2026-01-02;200;193;1000;1000\n"
        );
        await new SubsidieImport(Publicatie).LaadAsync(
            Dorp.Schrijf(
                dorp,
                "plaats-register.csv",
                Subsidies
                    + """
                    2012/00001,Stichting Plein,R,Sociaal,Stadsdeel Oudzijde,Feest in het Rozenpark,,100.00,90.00
                    2012/00002,Stichting Plein,R,Sociaal,Stadsdeel Oudzijde,Voorlezen in bibliotheek De Uil,,200.00,
                    2012/00003,Stichting Plein,R,Sociaal,Stadsdeel Oudzijde,Bloemen in de Kerkstraat,,300.00,
                    2012/00004,Stichting Plein,R,Sociaal,Stadsdeel Oudzijde,Muziek in herberg De Kroon,,400.00,
                    2012/00005,(Particulier),R,Sociaal,Stadsdeel Oudzijde,Feest in bibliotheek De Uil,,500.00,
                    2012/00006,Vrienden van bibliotheek De Uil,R,Sociaal,Stadsdeel Oudzijde,Vergaderen,,600.00,
                    2012/00007,Stichting Plein,R,Sociaal,Cultuurzaken,Feest in het Rozenpark,,700.00,
                    2012/00008,Stichting Plein,R,Sociaal,Stadsdeel Oudzijde,Feest in de Vierhof,,800.00,

                    """
            ),
            CancellationToken.None
        );
    }

    [Fact]
    public async Task Money_stands_at_the_one_place_that_its_text_names_and_says_why()
    {
        await LaadAlles();

        Assert.Equal(
            [
                ("2012/00001", "direct_gebied", "A", "Rozenpark", "rozenpark"),
                ("2012/00002", "afgeleid", "AA02", "Bibliotheek De Uil", "bibliotheek de uil"),
                ("2012/00003", "afgeleid", "AA", "Kerkstraat", "kerkstraat"),
            ],
            await dorp.Db.QueryAsync<(string, string, string, string, string)>(
                """
                select p.bronsleutel, p.toerekening, p.gebied_code, l.plaats, l.herkend
                from begrotingspost_nu p join postplek l on l.post_id = p.id where p.jaar = 2012 order by p.bronsleutel
                """
            )
        );
        Assert.Equal(
            ["direct_gebied", "direct_gebied"],
            await dorp.Db.QueryAsync<string>(
                "select toerekening from begrotingspost_nu where bronsleutel in ('2012/00005', '2012/00006')"
            )
        );

        var kaart = await dorp.Http.GetStringAsync("/geldplekken.csv?jaar=2012&fase=verleend");
        Assert.Equal(4, kaart.TrimEnd().Split('\n').Length);
        Assert.Contains("Bibliotheek De Uil", kaart, StringComparison.Ordinal);
        var versie = await dorp.Db.QuerySingleAsync<int>(
            "select versie from begrotingspost_nu where bronsleutel = '2012/00001'"
        );
        var post = WebUtility.HtmlDecode(
            await dorp.Http.GetStringAsync($"/begroting/post/subsidieregister/{versie}/2012/00001")
        );
        Assert.Contains("De tekst noemt één plek: ", post, StringComparison.Ordinal);
        Assert.Contains(
            "uit de laag Laag plekken. Herkend aan de woorden: \"rozenpark\".",
            Kaal(post),
            StringComparison.Ordinal
        );
        Assert.Contains("/geldplekken/subsidieregister/2012/00001", post, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_often_it_is_right_is_said_per_layer_and_refused_of_another_municipality()
    {
        await LaadAlles();

        var uitleg = Kaal(WebUtility.HtmlDecode(await dorp.Http.GetStringAsync("/uitleg")));
        Assert.Contains(
            "Laag plekken: wij lazen in het register van het dorp 200 rijen na. Bij 194 daarvan klopte het: 97\u00A0%.",
            uitleg,
            StringComparison.Ordinal
        );
        Assert.Contains("Dat is te weinig: deze laag telt niet mee.", uitleg, StringComparison.Ordinal);
        Assert.Contains(
            "GM0001",
            (await Assert.ThrowsAsync<ImportFout>(() => MeetAsync("GM0001;plekken;r;2026-01-02;1;1;1;1\n"))).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "rij 2, goed",
            (await Assert.ThrowsAsync<ImportFout>(() => MeetAsync("GM9998;plekken;r;2026-01-02;1;2;1;1\n"))).Message,
            StringComparison.Ordinal
        );
        var proef = await new Plaatsproef(dorp.Db).LijstAsync(CancellationToken.None);
        Assert.Equal(
            ["Herberg De Kroon", "Kerkstraat", "Bibliotheek De Uil", "Rozenpark"],
            proef.Where(p => p.Post.StartsWith("2012/", StringComparison.Ordinal)).Select(p => p.Plaats)
        );
    }

    [Fact]
    public async Task A_plan_that_names_a_place_is_there()
    {
        await LaadAlles();
        await new InitiatiefImport(Publicatie).LaadAsync(
            Dorp.Schrijf(
                dorp,
                "plaats.pb",
                """
                META
                key;value
                instance;2023
                subunit;Oudzijde
                PROJECTS
                project_id;cost;votes;name;selected
                1;1000;5;Bank bij bibliotheek De Uil;1
                2;1000;5;Bank voor iedereen;0
                VOTES
                """
            ),
            CancellationToken.None
        );

        Assert.Equal(
            [("1", "AA02", "bibliotheek De Uil", "POINT(121150 487050)"), ("2", "A", null, null)],
            await dorp.Db.QueryAsync<(string, string, string?, string?)>(
                "select sleutel, gebied_code, herkend, ST_AsText(geom) from initiatief_nu order by sleutel"
            )
        );
    }

    private static string Kaal(string html) =>
        string.Join(
            ' ',
            System
                .Text.RegularExpressions.Regex.Replace(html, "<[^>]*>", "")
                .Split((char[]?)[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        );
}
