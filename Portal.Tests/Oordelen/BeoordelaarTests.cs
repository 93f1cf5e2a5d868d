using Portal.Data.Oordelen;
using Xunit;

namespace Portal.Tests.Oordelen;

public sealed class BeoordelaarTests
{
    [Theory]
    [InlineData("N.V. Voorbeeld")]
    [InlineData("S.V. Nieuw-West")]
    [InlineData("SV Nieuw West")]
    [InlineData("V.o.f. De Hoek")]
    [InlineData("C.V. De Hoek")]
    [InlineData("A.S.V. De Bal")]
    [InlineData("P. Jansen Beheer B.V.")]
    [InlineData("Stichting Petra Jansen")]
    [InlineData("Vereninging van Eigenaren De Hoek")] // as it is often typed
    [InlineData("Coöperatie Petra Jansen U.A.")]
    [InlineData("V.v.E. Lindenhof 3")]
    [InlineData("Petra Jansen Fonds")]
    [InlineData("Basisschool Petra Jansen")]
    [InlineData("Museum Van den Hoek")]
    [InlineData("Gemeente Voorbeeld")]
    [InlineData("De Buurtkringloop")]
    [InlineData("Bouwmarkt Zuid")]
    [InlineData("GWL")]
    [InlineData("Zangkoor en koor Petra Jansen")]
    [InlineData("Petra Jansen Nederland")]
    [InlineData("Slagerij Petra")]
    [InlineData("Pietersen Interieur & Zonen")]
    [InlineData("A.R.C. Petra")]
    [InlineData("Zwolmerink Zorg")]
    [InlineData("Taxi ZWLM")]
    [InlineData("De Bakker Beweging")]
    [InlineData("A. R. C. Zwolmerink")]
    public void An_organisation_is_public(string naam) =>
        Assert.Equal(Uitspraak.Openbaar, Beoordelaar.Standaard.Ontvanger(naam));

    [Theory]
    [InlineData("P. Jansen")]
    [InlineData("P.J. van der Hoek")]
    [InlineData("P.Jansen")]
    [InlineData("Mw. P. Jansen")]
    [InlineData("de heer El Amrani")]
    [InlineData("Familie Jansen")]
    [InlineData("Petra Jansen")]
    [InlineData("PETRA JANSEN")]
    [InlineData("petra jansen")]
    [InlineData("Petra van den Hoek")]
    [InlineData("Fatma Yılmaz")]
    [InlineData("Youssef El Amrani")]
    [InlineData("Kwame Asante")]
    [InlineData("Petra Jansen t.h.o.d.n. De Hoek")]
    [InlineData("Petra Jansen Tuinen")]
    [InlineData("P. Jansen h.o.d.n. Team Kappers")]
    [InlineData("Timmerbedrijf Petra van den Hoek")]
    public void A_person_is_masked(string naam) =>
        Assert.Equal(Uitspraak.Persoon, Beoordelaar.Standaard.Ontvanger(naam));

    [Theory]
    [InlineData("Sjaan Pietersen")]
    [InlineData("Radjesh Bhageloe")]
    [InlineData("Hassnae Bouzid")]
    [InlineData("Jansen, Petra")]
    [InlineData("Taxi Yılmaz")]
    [InlineData("Taxi Van den Hoek")]
    [InlineData("De Hoek h.o.d.n. Het Plein")]
    [InlineData("Pietersen Montage")]
    [InlineData("Hassan Consultancy")]
    [InlineData("Lepel Advocaat")]
    [InlineData("Petra The Food Stylist")]
    [InlineData("A en B Pietersen")]
    [InlineData("PJ van Pietersen")]
    [InlineData("petravandenhoek.nl")]
    [InlineData("Taxi Han")]
    [InlineData("Slagerij Pietersen")]
    [InlineData("PietersenDriver")]
    [InlineData("Pietersen advies bewonersparticipatie")]
    [InlineData("Firma van Pietersen")]
    [InlineData("v/d Pietersen Bouw")]
    [InlineData("Gezondheidscentrum PJ van Pietersen")]
    [InlineData("P. en A. Pietersen V.O.F.")]
    [InlineData("Studio Zwolmerink")]
    [InlineData("Poelier Pietersen")] // from here down: where doubt begins (Grensgeval)
    [InlineData("Sportcentrum Pietersen")]
    [InlineData("Taxi Iris")]
    [InlineData("Voetbalschool Petra van den Bakker")]
    [InlineData("P Lindenwerf Groep")]
    public void What_may_be_a_person_waits_for_somebody_to_look(string naam) =>
        Assert.Equal(Uitspraak.Twijfel, Beoordelaar.Standaard.Ontvanger(naam));

    [Theory]
    [InlineData("Buurtfeest, aanvrager: Stichting De Hoek")]
    [InlineData("Namens buurtvereniging Ons Genoegen")]
    [InlineData("Concert in de Jan Jansenstraat")]
    [InlineData("Groen voor het J.J. Jansenplein")]
    [InlineData("Herinrichting Petra Jansen school")]
    [InlineData("Feest op de Petra Jansen")] // after an article: a street or a ship
    [InlineData("BIZ Petra Jansen")]
    [InlineData("Nieuw clubhuis voor A.S.R.V. Roeilust")]
    [InlineData("Keti Koti viering 2020")]
    [InlineData("Anders Communiceren in Noord")]
    [InlineData("Samen breien bij Amsterdam Noord")]
    [InlineData("Kerst met Sinterklaas")]
    [InlineData("Subsidie Stichting IJsbaan Petra")]
    [InlineData("een goed gesprek met de buurt over groen en spelen")]
    [InlineData("")]
    public void A_title_without_a_person_is_public(string titel) =>
        Assert.Equal(Uitspraak.Openbaar, Beoordelaar.Standaard.Titel(titel));

    [Theory]
    [InlineData("Buurtfeest (aanvrager P. Jansen)")]
    [InlineData("Naailes t.a.v. mw. Bouzid")]
    [InlineData("Naailes tnv A. Bouzid")]
    [InlineData("Buurtfeest, contactpersoon: Ouarda Benhaddou")]
    [InlineData("Subsidie namens Petra Jansen")]
    [InlineData("Mevrouw Jansen kookt")]
    [InlineData("Tekenles door Petra van den Hoek in Noord")]
    [InlineData("Petra Jansen")]
    [InlineData("Straatfeest P. Jansen")]
    public void A_title_that_names_a_person_is_masked(string titel) =>
        Assert.Equal(Uitspraak.Persoon, Beoordelaar.Standaard.Titel(titel));

    [Theory]
    [InlineData("Buurtfeest, aanvrager: Petra")]
    [InlineData("Steun aan Hassnae Bouzid")]
    [InlineData("Samen breien bij Fatima")]
    [InlineData("Samen breien met Fatima en Youssef in Noord")]
    [InlineData("Fatima's breiclub")]
    [InlineData("PJ Pietersen")]
    [InlineData("Naailes ontmoetingsruimte Petra")]
    [InlineData("Activiteiten van Petra in Noord")]
    [InlineData("Aanvraag auto namens Taxi Hassan")]
    [InlineData("Programma in overleg met Lucky Burger")]
    public void A_title_that_may_name_a_person_waits(string titel) =>
        Assert.Equal(Uitspraak.Twijfel, Beoordelaar.Standaard.Titel(titel));
}

/// <summary>How long it takes, with nothing beside it.</summary>
[Collection(Alleen.Naam)]
public sealed class BeoordelaarTijdTests
{
    [Fact]
    public void Ten_thousand_texts_take_less_than_two_seconds()
    {
        _ = Beoordelaar.Standaard.Titel("lists are loaded");
        var klok = System.Diagnostics.Stopwatch.StartNew();

        Parallel.For(
            0,
            10_000,
            i =>
                Beoordelaar.Standaard.Titel(
                    $"Tekenles {i} door Petra van den Hoek en de Stichting Ons Genoegen in Noord"
                )
        );

        Assert.InRange(klok.ElapsedMilliseconds, 0, 2_000);
    }
}
