using System.Text;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Begrotingen;

public sealed class BegrotingImportTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private const string Kop =
        "Boekjaar;Fase;Programma;Taakveld;BL;Gebiedscode;Gebied indeling;Toerekening;Sleutel;Omschrijving;"
        + "Ontvanger type;Ontvanger;Bedrag\r\n";

    private Task<ImportRapport> LaadAsync(string rijen, string naam = "levering.csv")
    {
        var pad = Dorp.Pad(dorp, naam);
        File.WriteAllBytes(
            pad,
            CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(rijen.ReplaceLineEndings("\r\n"))
        );
        return new BegrotingImport(
            new Publicatie(dorp.Db, dorp.Archief) { MagVerliezen = true, MagKrimpen = true }
        ).LaadAsync(pad, CancellationToken.None);
    }

    [Fact]
    public async Task A_windows_file_with_dutch_amounts_is_loaded()
    {
        var rapport = await LaadAsync(
            Kop
                + """
                2031;begroting;Welzijn en zorg;6.1;L;AA01;2024;direct_adres;;Buurthuis Café;;;€ 1.234,56
                2031;begroting;welzijn-en-zorg;6.1;L;AB;;direct_gebied;;Ontmoeting;;;(10,00)
                2031;begroting;Sport en recreatie;5.2;B;;;stadsbreed;;Huur;;;10,00-

                """
        );

        Assert.Equal((3, 3), (rapport.Gelezen, rapport.Geladen));
        Assert.Empty(rapport.Afwijzingen);
        Assert.Equal(
            [
                ("Buurthuis Café", "AA01", "buurt", 1234.56m),
                ("Ontmoeting", "AB", "wijk", -10m),
                ("Huur", null, null, -10m),
            ],
            await dorp.Db.QueryAsync<(string, string?, string?, decimal)>(
                "select omschrijving, gebied_code, gebied_soort, bedrag from begrotingspost_nu where jaar = 2031 "
                    + "order by rij"
            )
        );
    }

    [Fact]
    public async Task Each_fault_is_named_with_its_row_and_column()
    {
        var rapport = await LaadAsync(
            Kop
                + """
                2032;begroting;Welzijn en zorg;;L;AA01;;direct_adres;;Goed;;;1,00
                2032;begroting;Welzijn en zorg;;L;XX99;;direct_adres;;Onbekend gebied;;;1,00
                2032;begroting;Tovenarij;;L;AA01;;direct_adres;;Onbekend programma;;;1,00
                2032;begroting;Welzijn en zorg;;X;AA01;;direct_adres;;Geen L of B;;;1,00
                2032;begroting;Welzijn en zorg;;L;AA01;2015;direct_adres;;Oude indeling;;;1,00
                2032;begroting;Welzijn en zorg;;L;;;direct_gebied;;Zonder gebied;;;1,00
                2032;begroting;Welzijn en zorg;;L;AA01;;zomaar;;Vreemde toerekening;;;1,00
                2032;begroting;Welzijn en zorg;;L;AA01;;direct_adres;;Mail jan@voorbeeld.nl;;;1,00
                2032;begroting;Welzijn en zorg;;L;AA01;;direct_adres;;Zonder bedrag;;;

                """
        );

        Assert.Equal(
            [
                (3, "gebiedscode"),
                (4, "programma"),
                (5, "bl"),
                (6, "gebied_indeling"),
                (7, "gebiedscode"),
                (8, "toerekening"),
                (9, "omschrijving"),
                (10, "bedrag"),
            ],
            rapport.Afwijzingen.Select(a => (a.Rij, a.Kolom))
        );
        Assert.Equal(1, rapport.Geladen);
    }

    [Theory]
    [InlineData("100,00")]
    [InlineData("-100,01")]
    [InlineData("0,05")]
    [InlineData("999.999.999,99")]
    public async Task A_line_with_a_key_is_divided_to_the_cent(string bedrag)
    {
        await LaadAsync($"{Kop}2024;realisatie;Milieu en water;;L;;;sleutel;inwoners;Riool;;;{bedrag}\n");

        var delen = (
            await dorp.Db.QueryAsync<(string Code, decimal Bedrag)>(
                """
                select d.gebied_code, d.bedrag from postdeel d
                    join begrotingspost_nu p on p.id = d.post_id where p.jaar = 2024 and p.fase = 'realisatie'
                    order by 1
                """
            )
        ).ToList();
        var heel = Data.Bestanden.Bedrag.Lees(bedrag).Waarde!.Value;
        (string Code, int Inwoners)[] gewichten =
        [
            ("AA01", 100),
            ("AA02", 200),
            ("AB01", 40),
            ("AB02", 300),
            ("BA02", 1000),
        ]; // nobody lives in BA01
        Assert.Equal(gewichten.Select(g => g.Code), delen.Select(d => d.Code));
        Assert.Equal(heel, delen.Sum(d => d.Bedrag));
        Assert.All(
            delen.Zip(gewichten),
            p => Assert.True(Math.Abs(p.First.Bedrag - heel * p.Second.Inwoners / 1640m) < 0.01m, $"{p.First}")
        );
    }

    [Fact]
    public async Task Cents_that_are_left_go_to_the_largest_fractions()
    {
        await LaadAsync(Kop + "2024;realisatie;Milieu en water;;L;;;sleutel;inwoners;Riool;;;0,05\n", "centen.csv");

        // 5 cents over 100, 200, 40, 300 and 1000 of 1640: 0.30, 0.61, 0.12, 0.91 and 3.05
        Assert.Equal(
            [("AA01", 0m), ("AA02", 0.01m), ("AB01", 0m), ("AB02", 0.01m), ("BA02", 0.03m)],
            await dorp.Db.QueryAsync<(string, decimal)>(
                """
                select d.gebied_code, d.bedrag from postdeel d
                    join begrotingspost_nu p on p.id = d.post_id where p.jaar = 2024 and p.fase = 'realisatie'
                    order by 1
                """
            )
        );
    }

    [Theory]
    [InlineData(
        "2024;realisatie;Milieu en water;;L;AA01;;direct_adres;;x;;;1,00\n"
            + "2025;realisatie;Milieu en water;;L;AA01;;direct_adres;;x;;;1,00\n",
        "eigen bestand"
    )]
    [InlineData("2024;plan;Milieu en water;;L;AA01;;direct_adres;;x;;;1,00\n", "fase 'plan' kan niet")]
    [InlineData("", "alleen een kopregel")]
    public async Task A_delivery_that_makes_no_sense_is_refused_as_a_whole(string rijen, string melding)
    {
        var fout = await Assert.ThrowsAsync<ImportFout>(() => LaadAsync(Kop + rijen, "weiger.csv"));

        Assert.Contains(melding, fout.Message, StringComparison.Ordinal);
        Assert.Equal(
            0,
            await dorp.Db.QuerySingleAsync<long>("select count(*) from versie where bestand = 'weiger.csv'")
        );
    }

    [Fact]
    public async Task All_posts_are_all_areas_and_the_remainder()
    {
        await LaadAsync(
            Kop
                + """
                2033;realisatie;Welzijn en zorg;;L;AA01;;direct_adres;;a;;;10,01
                2033;realisatie;Welzijn en zorg;;L;AB;;direct_gebied;;b;;;20,02
                2033;realisatie;Sport en recreatie;;L;A;;direct_gebied;;c;;;30,03
                2033;realisatie;Sport en recreatie;;L;;;stadsbreed;;d;;;40,04
                2033;realisatie;Sport en recreatie;;L;;;sleutel;inwoners 2024;e;;;50,05

                """,
            "som.csv"
        );
        var queries = new BegrotingQueries(Lezing.Los(dorp.Db));

        foreach (var soort in new[] { "buurt", "wijk", "stadsdeel", "stad" })
        {
            foreach (var tel in BegrotingAanbod.Tellingen)
            {
                var keuze = new BegrotingKeuze(2033, "realisatie", null, "L", tel);
                var lijst = (await queries.ListAsync(soort, keuze, CancellationToken.None)).Sum(g => g.Bedrag ?? 0);
                var rest = (await queries.RestAsync(soort, keuze, CancellationToken.None)).Sum(r => r.Bedrag);
                Assert.Equal(150.15m, lijst + rest);
            }
        }
        var aa01 = (
            await queries.ListAsync("buurt", new(2033, "realisatie", null, "L", "alles"), CancellationToken.None)
        ).Single(g => g.Code == "AA01");
        Assert.Equal((13.06m, 10.01m, 3.05m, 0.13m), (aa01.Bedrag, aa01.Direct, aa01.Sleutel, aa01.PerInwoner));
        Assert.Null(
            (
                await queries.ListAsync(
                    "buurt",
                    new(2033, "realisatie", "sport-en-recreatie", "L", "direct"),
                    CancellationToken.None
                )
            )
                .Single(g => g.Code == "AA01")
                .Bedrag
        );
        Assert.Null(
            (await queries.ListAsync("buurt", new(2033, "realisatie", null, "L", "alles"), CancellationToken.None))
                .Single(g => g.Code == "AB01")
                .PerInwoner
        ); // 40 people
    }
}
