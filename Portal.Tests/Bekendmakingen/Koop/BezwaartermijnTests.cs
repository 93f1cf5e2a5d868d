using System.Globalization;
using Portal.Data.Bekendmakingen.Koop;
using Xunit;
using static Portal.Tests.Bekendmakingen.Koop.KoopTekst;

namespace Portal.Tests.Bekendmakingen.Koop;

/// <summary>Until when one can react, and how that is known.</summary>
public sealed class BezwaartermijnTests
{
    private static Bezwaartermijn Van(KoopRecord record) => Bezwaartermijn.Van(record, Bekendmakingsoort.Van(record));

    private static string? Dag(DateOnly? dag) => dag?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public void Over_ten_years_no_estimate_ends_on_a_day_off_or_outside_six_weeks_and_five_days()
    {
        for (var dag = new DateOnly(2016, 1, 1); dag.Year <= 2026; dag = dag.AddDays(1))
        {
            var termijn = Van(Bericht("Besluit", beschikbaar: Dag(dag)!));

            var einde = termijn.TotEnMet!.Value;
            Assert.Equal(Termijnbron.Geschat, termijn.Bron);
            Assert.False(
                einde.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || Feestdagen.IsFeestdag(einde),
                $"{einde}"
            );
            Assert.InRange(einde.DayNumber - dag.DayNumber, 42, 47);
            for (var over = dag.AddDays(42); over < einde; over = over.AddDays(1)) // and not later than needed
            {
                Assert.True(
                    over.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || Feestdagen.IsFeestdag(over),
                    $"{over}"
                );
            }
        }
    }

    [Theory] // counted on a calendar
    [InlineData("2026-03-02", "2026-04-13")] // Monday to Monday
    [InlineData("2026-02-20", "2026-04-07")] // 3 April is Good Friday
    [InlineData("2026-02-23", "2026-04-07")] // 6 April is Easter Monday
    [InlineData("2026-03-16", "2026-04-28")] // 27 April is Koningsdag
    [InlineData("2025-03-15", "2025-04-28")] // Saturday 26 April is Koningsdag, because the 27th is a Sunday
    [InlineData("2026-03-24", "2026-05-06")] // 5 May
    [InlineData("2026-04-02", "2026-05-18")] // 14 May is Hemelvaart, the 15th by decree
    [InlineData("2026-04-13", "2026-05-26")] // 25 May is Whit Monday
    [InlineData("2026-11-13", "2026-12-28")] // Christmas and a weekend
    [InlineData("2026-11-20", "2027-01-04")] // 1 January 2027 is a Friday
    [InlineData("2024-01-02", "2024-02-13")]
    public void Six_weeks_after_the_publication_is_an_estimate(string publicatie, string einde)
    {
        var termijn = Van(Bericht("Besluit omgevingsvergunning Verleend", beschikbaar: publicatie));

        Assert.Equal((Reactiesoort.Bezwaar, Termijnbron.Geschat), (termijn.Soort, termijn.Bron));
        Assert.Equal(einde, Dag(termijn.TotEnMet));
        Assert.StartsWith("Geschat: zes weken na de bekendmaking", termijn.Uitleg, StringComparison.Ordinal);
    }

    [Theory] // published on Monday 2 March 2026
    [InlineData("Het besluit is verzonden op 26 februari 2026.", "2026-04-09")]
    [InlineData("(verzonden 26-02-2026)", "2026-04-09")]
    [InlineData("Verzenddatum: 26/2/2026", "2026-04-09")]
    [InlineData("Verzonden op donderdag 26 feb. 2026", "2026-04-09")]
    [InlineData("verzonden op 26 februari", "2026-04-09")]
    [InlineData("Besluit verzonden: 2026-02-20", "2026-04-07")] // 3 April is Good Friday
    [InlineData("De termijn voor het indienen van een bezwaar start op 27 februari 2026.", "2026-04-09")]
    [InlineData("Uw bezwaarschrift moet vóór 11 april 2026 bij ons zijn.", "2026-04-10")]
    [InlineData("Uw bezwaarschrift moet voor 11 april 2026 bij ons zijn.", "2026-04-10")]
    [InlineData("U kunt de gemeente tot 11 april 2026 laten weten dat u het niet eens bent.", "2026-04-10")]
    [InlineData("U kunt tot en met 11 april bezwaar maken.", "2026-04-11")]
    [InlineData("Bezwaar maken kan t/m 11-04-2026.", "2026-04-11")]
    [InlineData("Dien uw bezwaar uiterlijk op 11 april in.", "2026-04-11")]
    [InlineData("U kunt binnen zes weken na publicatie bezwaar maken.", "2026-04-13")]
    [InlineData("Bezwaar maken kan binnen 6 weken na de dag van bekendmaking.", "2026-04-13")]
    public void A_date_in_the_text_goes_before_an_estimate(string tekst, string einde)
    {
        var termijn = Van(Bericht("Verleende omgevingsvergunning Kade 1", samenvatting: "Een dakkapel. " + tekst));

        Assert.Equal(
            (Reactiesoort.Bezwaar, Termijnbron.Tekst, einde),
            (termijn.Soort, termijn.Bron, Dag(termijn.TotEnMet))
        );
    }

    [Theory]
    [InlineData("Het evenement start op 5 maart 2026.")]
    [InlineData("De weg is dicht van 3 maart tot 5 april 2026.")]
    [InlineData("U kunt de weg niet gebruiken tot 5 april 2026.")]
    [InlineData("U kunt binnen zes weken na verzending bezwaar maken.")] // sent when?
    [InlineData("Wij beslissen binnen acht weken op uw aanvraag.")]
    [InlineData("Verzonden op 30 februari 2026.")]
    [InlineData("Verzonden op 26 februari 2024.")] // another letter
    [InlineData("Uw bezwaarschrift moet vóór 1 maart 2026 bij ons zijn.")] // before the publication
    public void Another_date_in_the_text_is_no_term(string tekst)
    {
        var termijn = Van(Bericht("Verleende omgevingsvergunning Kade 1", samenvatting: tekst));

        Assert.Equal((Termijnbron.Geschat, "2026-04-13"), (termijn.Bron, Dag(termijn.TotEnMet)));
    }

    [Theory]
    [InlineData(null, Termijnbron.Geschat, "2026-04-13")]
    [InlineData("Het ontwerp ligt vanaf 5 maart 2026 zes weken ter inzage.", Termijnbron.Tekst, "2026-04-15")] // that day counts
    [InlineData("De stukken liggen ter inzage van 5 maart tot en met 15 april 2026.", Termijnbron.Tekst, "2026-04-15")]
    [InlineData("U kunt binnen twee weken na publicatie uw zienswijze geven.", Termijnbron.Tekst, "2026-03-16")]
    public void On_a_draft_one_gives_a_zienswijze(string? tekst, Termijnbron bron, string einde)
    {
        var termijn = Van(Bericht("Ontwerpbesluit omgevingsvergunning Kade 1", samenvatting: tekst));

        Assert.Equal((Reactiesoort.Zienswijze, bron, einde), (termijn.Soort, termijn.Bron, Dag(termijn.TotEnMet)));
    }

    [Fact]
    public void What_the_municipality_registered_goes_first()
    {
        var bericht = Bericht("Verleend", samenvatting: "verzonden op 26 februari 2026", eindeReactie: "2026-04-12");

        Assert.Equal((Termijnbron.Register, "2026-04-12"), (Van(bericht).Bron, Dag(Van(bericht).TotEnMet)));
        Assert.Equal("register", Van(bericht).Broncode);
        var oud = bericht with { EindeReactie = new(2026, 3, 1) }; // before the publication: a mistake
        Assert.Equal(Termijnbron.Tekst, Van(oud).Bron);
        var aanvraag = Van(bericht with { Titel = "Aanvraag evenementenvergunning" });
        Assert.Equal((Reactiesoort.Zienswijze, "2026-04-12"), (aanvraag.Soort, Dag(aanvraag.TotEnMet)));
    }

    [Theory]
    [InlineData("Aanvraag omgevingsvergunning Kade 1", "omgevingsvergunning", "Dit is een aanvraag")]
    [InlineData("Melding mobiel puinbreken", "andere melding", "Dit is een melding")]
    [InlineData(
        "Verlenging beslistermijn omgevingsvergunning Kade 1",
        "omgevingsvergunning",
        "De gemeente neemt meer tijd"
    )]
    [InlineData("Ingetrokken aanvraag omgevingsvergunning Kade 1", "omgevingsvergunning", "De aanvraag is ingetrokken")]
    [InlineData("Ingetrokken omgevingsvergunning Kade 1", "omgevingsvergunning", "Uit de titel blijkt niet of")]
    [InlineData("Rectificatie verleende vergunning Kade 1", "omgevingsvergunning", "Dit is een verbetering")]
    [InlineData("Verordening terrassen", "algemeen verbindend voorschrift (verordening)", "Dit is een algemene regel")]
    [InlineData("Beleidsregel terrassen", "beleidsregel", "Dit is een algemene regel")]
    [InlineData("Kennisgeving", "andere vergunning", "Uit de titel blijkt niet")]
    public void Where_nothing_is_decided_there_is_no_date_and_a_reason(string titel, string rubriek, string uitleg)
    {
        var termijn = Van(Bericht(titel, rubriek, samenvatting: "verzonden op 26 februari 2026"));

        Assert.Equal((Reactiesoort.Geen, null, null), (termijn.Soort, termijn.TotEnMet, termijn.Bron));
        Assert.StartsWith(uitleg, termijn.Uitleg, StringComparison.Ordinal);
        Assert.EndsWith(".", termijn.Uitleg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Intrekking omgevingsvergunning Kade 1", null, Reactiesoort.Bezwaar)]
    [InlineData("Besluit omgevingsvergunning uitgebreide procedure Kade 1", null, Reactiesoort.Beroep)]
    [InlineData("Verleend", "U kunt beroep instellen bij de rechtbank.", Reactiesoort.Beroep)]
    [InlineData("Verleend", "U kunt bezwaar maken; beroep kan daarna.", Reactiesoort.Bezwaar)]
    public void Against_a_decision_one_goes_to_the_municipality_or_to_the_court(
        string titel,
        string? tekst,
        Reactiesoort soort
    ) => Assert.Equal(soort, Van(Bericht(titel, samenvatting: tekst)).Soort);
}
