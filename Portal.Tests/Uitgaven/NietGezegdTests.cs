using System.Net;
using Portal.Data.Begrotingen;
using Portal.Data.Iv3;
using Portal.Tests.Gebieden;
using Portal.Tests.Iv3;
using Xunit;

namespace Portal.Tests.Uitgaven;

/// <summary>What the page of a dataset says that its file does not.</summary>
public sealed class NietGezegdTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private async Task<string> WetenAsync(string dataset)
    {
        var pagina = WebUtility.HtmlDecode(await dorp.Http.GetStringAsync($"/data/{dataset}"));
        var lijst = pagina[pagina.IndexOf("weetlijst", StringComparison.Ordinal)..];
        return lijst[..lijst.IndexOf("</ul>", StringComparison.Ordinal)];
    }

    [Fact]
    public async Task Money_of_the_whole_city_is_not_money_of_nobody_knows_where_and_a_person_is_counted()
    {
        await new SubsidieImport(dorp.Publicatie).LaadAsync(
            Dorp.Schrijf(
                dorp,
                "register.csv",
                """
                Dossiernummer,Aanvrager,Regelingnaam,Beleidsterrein,Organisatieonderdeel,Projectnaam,Bedragaangevraagd,Bedragverleend,Bedragvastgesteld
                2022/00001,Vereniging De Kade,Groen,Sport,Stadsdeel Oudzijde,Burendag,10,10,10
                2022/00002,Vereniging De Kade,Groen,Sport,Onderwijs,Burendag,20,20,20
                2022/00003,Vereniging De Kade,Groen,Sport,Onderwijs,Burendag,30,30,30
                2022/00004,Particulier,Groen,Sport,,Gevel,40,40,40

                """
            ),
            CancellationToken.None
        );

        var weten = await WetenAsync("subsidieregister");
        Assert.Contains(
            "Voor de hele stad, of voor meer dan één stadsdeel: 2 rijen van de 4.",
            weten,
            StringComparison.Ordinal
        );
        Assert.Contains("Niet bekend bij welk gebied: 1 rij van de 4.", weten, StringComparison.Ordinal);
        Assert.Contains("Van een particulier: 1 rij.", weten, StringComparison.Ordinal);
        Assert.DoesNotContain("Misschien van een persoon", weten, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Money_that_is_divided_over_the_buurten_counts_there_and_the_page_says_so()
    {
        var rapport = await new BegrotingImport(dorp.Publicatie).LaadAsync(
            Dorp.Schrijf(
                dorp,
                "verdeeld.csv",
                "boekjaar;fase;programma;bl;gebiedscode;toerekening;verdeelsleutel;id;omschrijving;bedrag;ontvanger_type\n"
                    + "2024;realisatie;Sport en recreatie;L;;sleutel;inwoners;1;Hulp;100,00;gemeente\n"
                    + "2024;realisatie;Sport en recreatie;L;;stadsbreed;;2;Bestuur;50,00;gemeente\n"
            ),
            CancellationToken.None
        );

        var weten = await WetenAsync(rapport.Dataset);
        Assert.Contains("Met een rekensom verdeeld over de buurten: 1 rij van de 2.", weten, StringComparison.Ordinal);
        Assert.Contains("meer dan één stadsdeel: 1 rij van de 2.", weten, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_row_of_another_municipality_it_is_known_where_it_is()
    {
        await new Iv3Import(dorp.Publicatie).LaadAsync(
            Iv3KleinFixture.Pad(Iv3KleinFixture.Rekening),
            new(),
            CancellationToken.None
        );

        var weten = await WetenAsync("iv3-2023-realisatie");
        Assert.DoesNotContain("Niet bekend", weten, StringComparison.Ordinal);
        Assert.Contains("Een leeg vak is geen nul.", weten, StringComparison.Ordinal);
    }
}
