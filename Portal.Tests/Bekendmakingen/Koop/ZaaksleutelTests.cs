using Portal.Data.Bekendmakingen.Koop;
using Xunit;
using static Portal.Tests.Bekendmakingen.Koop.KoopTekst;

namespace Portal.Tests.Bekendmakingen.Koop;

/// <summary>What belongs to one case gets one key, and what does not gets none.</summary>
public sealed class ZaaksleutelTests
{
    private static string? Sleutel(KoopRecord record) => Zaaksleutel.Van(record, Bekendmakingsoort.Van(record));

    [Theory]
    [InlineData("Besluit Z2022-N002608 Kade 1", "Z2022-N002608")]
    [InlineData("Besluit (z/23/2117534) Kade 1", "Z/23/2117534")]
    [InlineData("Besluit OLO 1234567 Kade 1", "OLO1234567")]
    [InlineData("Besluit OLO-nummer: 1234567, Kade 1", "OLO1234567")]
    [InlineData("Besluit olo1234567.", "OLO1234567")]
    [InlineData("Besluit 2024-012345 Kade 1", "2024-012345")]
    [InlineData("Rectificatie van gmb-2024-53490 Kade", null)] // the number of an announcement
    [InlineData("Besluit Z2022-N002608 en Z2022-N002609 Kade", null)] // two cases
    [InlineData("Besluit 2024-01-02 Kade", null)]
    [InlineData("Besluit 020-1234567 Kade", null)]
    public void A_case_number_is_found_in_the_title(string titel, string? nummer) =>
        Assert.Equal(nummer, Zaaksleutel.Zaaknummer(Bericht(titel)));

    [Fact]
    public void The_number_of_the_record_goes_first_and_the_abstract_is_read_too()
    {
        var bericht = Bericht("Besluit 2024-012345", samenvatting: "zaak");

        Assert.Equal("Z2022-N002608", Sleutel(bericht with { Referentienummer = " z2022-n002608" }));
        Assert.Equal("OLO1234567", Sleutel(bericht with { Referentienummer = "OLO 1234567" }));
        Assert.Equal("2024-012345", Sleutel(bericht with { Referentienummer = "n.v.t." }));
        Assert.Equal("OLO1234567", Sleutel(Bericht("Besluit", samenvatting: "kenmerk OLO 1234567")));
    }

    [Theory]
    [InlineData(
        "Aanvraag omgevingsvergunning Eerste Breeuwersstraat 1-1 1013MA Amsterdam",
        "eerstebreeuwersstraat 1-1 1013MA"
    )]
    [InlineData(
        "Besluit omgevingsvergunning uitgebreide procedure Anton de Komplein 232 1102DR Amsterdam",
        "antondekomplein 232 1102DR"
    )]
    [InlineData(
        "Verlenging beslistermijn omgevingsvergunning Von Zesenstraat 4A-H 1093AW Amsterdam",
        "vonzesenstraat 4AH 1093AW"
    )]
    [InlineData("Besluit vakantieverhuur vergunning Verleend Van Ostadestraat 177-3", "vanostadestraat 177-3")]
    [InlineData("Besluit apv vergunning Verleend - Hendrik Soeteboomstraat 1", "hendriksoeteboomstraat 1")]
    [InlineData(
        "Besluit aanleg eigen parkeerplaats Verleend - Jacob Obrechtstraat 48-H in Amsterdam",
        "jacobobrechtstraat 48H"
    )]
    [InlineData("Aanvraag voor splitsingsvergunning Toldwarsstraat 14-1 in Amsterdam", "toldwarsstraat 14-1")]
    [InlineData("Besluit kap nabij de Kerkstraat 5 A, 1012 AB", "kerkstraat 5A 1012AB")]
    [InlineData("Weerdsingel O.Z. 83, 3514AJ Utrecht", "weerdsingeloz 83 3514AJ")]
    [InlineData("Aanvraag vergunning De Clercqstraat 12", "clercqstraat 12")]
    [InlineData("Aanvraag vergunning 2e Jan Steenstraat 12", "2ejansteenstraat 12")]
    [InlineData("Aanvraag vergunning 's-Gravenhekje 1", "sgravenhekje 1")]
    [InlineData("Besluit subsidieplafond stadsdeel Zuid 2024", null)]
    [InlineData("Vergunning Koningsdag 27 april, Dam", null)]
    [InlineData("Aanvraag bouwen van Kavel 12", null)]
    [InlineData("Melding mobiel puinbreken - Johan Greivestraat", null)]
    [InlineData("TVM 2 vakken", null)]
    [InlineData("12", null)]
    [InlineData("", null)]
    public void An_address_is_read_in_one_spelling(string tekst, string? adres) =>
        Assert.Equal(adres, Adrestekst.Lees(tekst)?.ToString());

    [Fact]
    public void An_application_and_its_decision_share_a_key_and_another_activity_does_not()
    {
        var kap = Bericht("Aanvraag omgevingsvergunning Kade 1-1 1013MA Dorp") with { Activiteiten = ["kappen"] };
        var besluit = kap with { Titel = "Besluit omgevingsvergunning Verleend Kade 1-1 1013MA Dorp" };

        Assert.Equal("kappen | kade 1-1 1013MA", Sleutel(kap));
        Assert.Equal(Sleutel(kap), Sleutel(besluit));
        Assert.NotEqual(Sleutel(kap), Sleutel(kap with { Activiteiten = ["bouwen"] }));
        Assert.NotEqual(Sleutel(kap), Sleutel(kap with { Titel = "Aanvraag omgevingsvergunning Kade 11 1013MA Dorp" }));
    }

    [Fact]
    public void Without_an_activity_or_an_address_there_is_no_key()
    {
        var bericht = Bericht("Besluit Verleend - Kade 1", "andere vergunning");
        Markering plek = new("Adres", "Kade 1, 1013MA Dorp", []);

        Assert.Null(Sleutel(bericht));
        Assert.Null(Sleutel(Bericht("Verordening Kade 1", "beleidsregel")));
        Assert.Null(Sleutel(Bericht("Besluit kap")));
        Assert.Equal(
            "omgevingsvergunning | kade 1 1013MA",
            Sleutel(Bericht("Besluit kap") with { Markeringen = [plek] })
        );
        Assert.Null(
            Sleutel(Bericht("Besluit kap") with { Markeringen = [plek, plek with { Label = "Kade 3, 1013MA Dorp" }] })
        );
    }
}
