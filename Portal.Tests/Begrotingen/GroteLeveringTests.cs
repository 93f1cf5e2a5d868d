using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Begrotingen;

/// <summary>
/// Deliveries in which so much is wrong that the report cannot stand in memory; what they need of it is measured by
/// bench/import.
/// </summary>
public sealed class GroteLeveringTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private const int Slecht = 10_500;

    [Fact]
    public async Task Every_rejected_row_is_in_the_report_however_many_they_are()
    {
        var rijen = Enumerable
            .Range(1, Slecht)
            .Select(i => $"s{i};2078;begrotingswijziging;Sport en recreatie;L;XX{i};direct_adres;slecht \"{i}\";1,00");
        var pad = Dorp.Schrijf(
            dorp,
            "groot.csv",
            "id;boekjaar;fase;programma;bl;gebiedscode;toerekening;omschrijving;bedrag\n"
                + string.Join('\n', rijen)
                + "\ngoed;2078;begrotingswijziging;Sport en recreatie;L;AA01;direct_adres;goed;1,00\n"
        );

        var rapport = await new BegrotingImport(dorp.Publicatie).LaadAsync(pad, CancellationToken.None);

        Assert.Equal((Slecht + 1, 1, Slecht), (rapport.Gelezen, rapport.Geladen, rapport.Afwijzingen.Count));
        var verwacht = Enumerable.Range(1, Slecht).Select(i => (i + 1, "gebiedscode", $"XX{i}"));
        Assert.Equal(verwacht, rapport.Afwijzingen.Select(a => (a.Rij, a.Kolom, a.Waarde!)));
        Assert.Equal(verwacht, rapport.Afwijzingen.Select(a => (a.Rij, a.Kolom, a.Waarde!))); // it can be read again
        Assert.Equal(Slecht + 1, rapport.Afwijzingen[Slecht - 1].Rij);
    }

    [Fact]
    public void A_row_may_be_rejected_while_the_report_is_read()
    {
        var rapport = new ImportRapport("x", "x.csv", "");
        for (var i = 0; i < Slecht; i++)
        {
            rapport.Wijs(i, "", i % 2 == 0 ? null : "é", "reden");
        }
        using var gelezen = rapport.Afwijzingen.GetEnumerator();
        for (var i = 0; i < Slecht; i++)
        {
            Assert.True(gelezen.MoveNext());
        }
        rapport.Wijs(Slecht, "kolom", "later", "reden");

        Assert.True(gelezen.MoveNext());
        Assert.Equal(new Afwijzing(Slecht, "kolom", "later", "reden"), gelezen.Current);
        Assert.Equal((null, "é"), (rapport.Afwijzingen[Slecht - 2].Waarde, rapport.Afwijzingen[Slecht - 1].Waarde));
    }

    [Fact]
    public async Task Remarks_on_single_rows_stop_at_a_thousand_and_say_how_many_there_were_more()
    {
        const int rijen = 1012;
        var pad = Dorp.Schrijf(
            dorp,
            "data.csv",
            "Dossiernummer,Aanvrager,Regelingnaam,Beleidsterrein,Organisatieonderdeel,Projectnaam,Bedragaangevraagd,"
                + "Bedragverleend,Bedragvastgesteld,Publicatiedatumverleningsbesluit\n"
                + string.Concat(
                    Enumerable
                        .Range(1, rijen)
                        .Select(i => $"2016/{i:00000},Stichting Plein,Regeling,Sociaal,,Feest,,1.00,,ooit\n")
                )
        );

        var rapport = await new SubsidieImport(
            new Publicatie(dorp.Db, dorp.Archief) { MagVerliezen = true, MagKrimpen = true }
        ).LaadAsync(pad, CancellationToken.None);

        Assert.Equal(rijen, rapport.Geladen);
        Assert.Equal(1000, rapport.Meldingen.Count(m => m.Contains("hier staat geen datum", StringComparison.Ordinal)));
        Assert.Contains("12 opmerkingen over losse rijen staan hier niet: het zijn er te veel.", rapport.Meldingen);
    }
}
