using Portal.Data.Bekendmakingen.Koop;
using Xunit;
using static Portal.Tests.Bekendmakingen.Koop.KoopTekst;

namespace Portal.Tests.Bekendmakingen.Koop;

/// <summary>The phase is what the title says; an outcome is never guessed.</summary>
public sealed class BekendmakingsoortTests
{
    private const string Andere = "andere vergunning";
    private const string Omgeving = "omgevingsvergunning";
    private const string Verkeer = "verkeersbesluit of -mededeling";

    [Theory]
    [InlineData("Aanvraag omgevingsvergunning Michelangelostraat 52-1 1077CE Amsterdam", Omgeving, Fase.Aanvraag)]
    [InlineData(
        "Besluit omgevingsvergunning reguliere procedure Kratontuin 3 1019SL Amsterdam",
        Omgeving,
        Fase.Besluit
    )]
    [InlineData("Besluit apv vergunning Verleend - John Lockehof 19-H", Andere, Fase.Verleend)]
    [InlineData("Besluit vakantieverhuur vergunning Verleend Orteliusstraat 296-2", Andere, Fase.Verleend)]
    [InlineData(
        "Besluit (Verlenging) exploitatievergunning horecabedrijf Verleend - Europaboulevard 5",
        "exploitatievergunning",
        Fase.Verleend
    )]
    [InlineData(
        "Besluit (Verlenging) exploitatievergunning horecabedrijf - Kade 5",
        "exploitatievergunning",
        Fase.Besluit
    )]
    [InlineData("Melding mobiel puinbreken - Johan Greivestraat", "andere melding", Fase.Melding)]
    [InlineData(
        "Verlenging beslistermijn omgevingsvergunning Von Zesenstraat 4A-H 1093AW Amsterdam",
        Omgeving,
        Fase.Verlenging
    )]
    [InlineData("Beslistermijn verlengd: omgevingsvergunning Kade 1", Omgeving, Fase.Verlenging)]
    [InlineData("Verdaging aanvraag evenementenvergunning Kade", Andere, Fase.Verlenging)]
    [InlineData("Verlenging omgevingsvergunning Kade 1", Omgeving, Fase.Verlenging)]
    [InlineData("Verlenging exploitatievergunning Kade 1", Andere, Fase.Besluit)] // the permit, or the time to decide
    [InlineData("Aanvraag verlenging exploitatievergunning Kade 1", Andere, Fase.Aanvraag)]
    [InlineData("Verleende omgevingsvergunning, verlenging instandhoudingstermijn Kade 1", Omgeving, Fase.Verleend)]
    public void A_title_gives_its_phase(string titel, string rubriek, Fase fase) => Controleer(titel, rubriek, fase);

    [Theory]
    [InlineData("Buiten behandeling gesteld: aanvraag omgevingsvergunning Kade 1", Omgeving, Fase.Besluit)]
    [InlineData("Aanvraag buiten behandeling gelaten, Kade 1", Omgeving, Fase.Besluit)]
    [InlineData("Ingetrokken aanvraag omgevingsvergunning Kade 1", Omgeving, Fase.Ingetrokken)]
    [InlineData("Aanvraag omgevingsvergunning Kade 1 ingetrokken", Omgeving, Fase.Ingetrokken)]
    [InlineData("Aanvraag intrekking omgevingsvergunning Kade 1", Omgeving, Fase.Aanvraag)]
    [InlineData("Intrekking verleende omgevingsvergunning Kade 1", Omgeving, Fase.Ingetrokken)]
    [InlineData("Besluit tot intrekken exploitatievergunning Kade 1", Andere, Fase.Ingetrokken)]
    [InlineData("Omgevingsvergunning verleend Kade 1, vergunning van 2020 ingetrokken", Omgeving, Fase.Besluit)]
    [InlineData("Gedeeltelijk geweigerd: omgevingsvergunning Kade 1", Omgeving, Fase.Besluit)]
    [InlineData("Omgevingsvergunning gedeeltelijk verleend Kade 1", Omgeving, Fase.Besluit)]
    [InlineData("Verleende omgevingsvergunning, gedeeltelijk slopen van een schuur, Kade 1", Omgeving, Fase.Verleend)]
    [InlineData("Omgevingsvergunning van rechtswege verleend Kade 1", Omgeving, Fase.Verleend)]
    [InlineData("Verleend (besluit) omgevingsvergunning Kade 1", Omgeving, Fase.Verleend)]
    [InlineData("Omgevingsvergunning niet verleend Kade 1", Omgeving, Fase.Besluit)]
    [InlineData("Wijziging verleende omgevingsvergunning Kade 1", Omgeving, Fase.Besluit)]
    [InlineData("Aanvraag wijziging verleende omgevingsvergunning Kade 1", Omgeving, Fase.Aanvraag)]
    [InlineData("Verleende omgevingsvergunning voor het wijzigen van de gevel, Kade 1", Omgeving, Fase.Verleend)]
    [InlineData("Beslissing op bezwaar: omgevingsvergunning alsnog verleend Kade 1", Omgeving, Fase.Besluit)]
    [InlineData("Weigering omgevingsvergunning Kade 1", Omgeving, Fase.Geweigerd)]
    [InlineData("Besluit ligplaatsvergunning Geweigerd - Kade 1", Andere, Fase.Geweigerd)]
    [InlineData("Rectificatie: Besluit omgevingsvergunning verleend Kade 1", Omgeving, Fase.Rectificatie)]
    [InlineData("Verleende omgevingsvergunning Kade 1 (rectificatie)", Omgeving, Fase.Rectificatie)]
    [InlineData("Ontwerpbesluit omgevingsvergunning Kade 1", Omgeving, Fase.Ontwerp)]
    [InlineData("Kennisgeving ontwerp-besluit weigering omgevingsvergunning Kade 1", Omgeving, Fase.Ontwerp)]
    [InlineData("Ontwerpbesluit intrekking omgevingsvergunning Kade 1", Omgeving, Fase.Ontwerp)]
    [InlineData("Terinzagelegging ontwerp omgevingsvergunning Kade 1", Omgeving, Fase.Ontwerp)]
    [InlineData("Intrekking van het ontwerpbesluit Kade 1", Omgeving, Fase.Ingetrokken)]
    [InlineData(
        "Besluit vaststelling voorlopig ontwerp Marnixplein",
        "ander besluit van algemene strekking",
        Fase.Besluit
    )]
    public void A_decision_is_told_from_what_only_looks_like_one(string titel, string rubriek, Fase fase) =>
        Controleer(titel, rubriek, fase);

    [Theory]
    [InlineData("Kennisgeving incidentele festiviteit Kade 1", Andere, Fase.Overig)]
    [InlineData("Kennisgeving ontvangst aanvraag omgevingsvergunning Kade 1", Omgeving, Fase.Aanvraag)]
    [InlineData("Kennisgeving verleende omgevingsvergunning Kade 1", Omgeving, Fase.Verleend)]
    [InlineData("Omgevingsvergunning Kade 1", Omgeving, Fase.Overig)]
    [InlineData("Voornemen tot verlening van een ontheffing Kade 1", Andere, Fase.Overig)]
    [InlineData("Gebruiksmelding Bouwbesluit 2012 Kade 1", "andere melding", Fase.Melding)]
    [InlineData("Melding Activiteitenbesluit milieubeheer Kade 1", "andere melding", Fase.Melding)]
    [InlineData("Besluit maatwerkvoorschriften na melding Kade 1", "andere beschikking", Fase.Besluit)]
    [InlineData("Verordening Bestuurlijke Boete", "algemeen verbindend voorschrift (verordening)", Fase.Besluit)]
    [InlineData("Verlening exploitatievergunningen Amsterdam", "beleidsregel", Fase.Besluit)] // a rule about granting
    [InlineData("Intrekking beleidsregel terrassen", "beleidsregel", Fase.Ingetrokken)]
    [InlineData("Gehandicaptenparkeerplaats Kade 1, verkeersbesluit", Verkeer, Fase.Besluit)]
    [InlineData("Afsluiting Kade wegens werk", Verkeer, Fase.Overig)]
    [InlineData("Verleendestraat 3", Omgeving, Fase.Overig)]
    [InlineData("", "", Fase.Overig)]
    public void In_doubt_nothing_is_promised(string titel, string rubriek, Fase fase) =>
        Controleer(titel, rubriek, fase);

    [Fact]
    public void The_activity_is_that_of_the_source_and_else_of_the_title()
    {
        static string? Activiteit(string titel, params string[] activiteiten) =>
            Bekendmakingsoort.Van(Bericht(titel, Andere) with { Activiteiten = activiteiten }).Activiteit;

        Assert.Equal("kappen", Activiteit("Besluit apv vergunning", "Kappen"));
        Assert.Equal("bouwen + kappen", Activiteit("Besluit", "kappen", "bouwen"));
        Assert.Equal("vakantieverhuur", Activiteit("Besluit vakantieverhuur vergunning Verleend Kade 1"));
        Assert.Equal("splitsen", Activiteit("Aanvraag voor splitsingsvergunning Toldwarsstraat 14-1"));
        Assert.Equal("apv", Activiteit("Besluit apv vergunning Verleend - Kade 1"));
        Assert.Null(Activiteit("Besluit Verleend - Kade 1"));
        Assert.Equal("verleend", Bekendmakingsoort.Van(Bericht("Verleend")).Fasecode);
        Assert.Equal("onbekend", Bekendmakingsoort.Van(Bericht("Verleend", rubriek: null)).Soort);
    }

    private static void Controleer(string titel, string rubriek, Fase fase) =>
        Assert.Equal(fase, Bekendmakingsoort.Van(Bericht(titel, rubriek)).Fase);
}
