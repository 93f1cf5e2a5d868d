using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Begrotingen;

/// <summary>Slips in deliveries: each is named with its row, and nothing half is loaded.</summary>
public sealed class LeveringFoutenTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private const string Kop = "id;boekjaar;fase;programma;taakveld;bl;gebiedscode;toerekening;omschrijving;bedrag\n";

    private Task<ImportRapport> LaadAsync(string rijen, string naam) =>
        new BegrotingImport(dorp.Publicatie).LaadAsync(Dorp.Schrijf(dorp, naam, Kop + rijen), CancellationToken.None);

    [Fact]
    public async Task Columns_that_contradict_one_another_are_refused_and_unknown_ones_are_numbered()
    {
        const string kop =
            "id;boekjaar;fase;programma;programma_code;bl;gebiedstype;gebiedscode;toerekening;aandeel;"
            + "omschrijving;bedrag;Kostenplaats\n";
        var rapport = await new BegrotingImport(dorp.Publicatie).LaadAsync(
            Dorp.Schrijf(
                dorp,
                "kolommen.csv",
                kop
                    + """
                    a;2086;realisatie;;sport-en-recreatie;L;buurt;AA01;direct_adres;60%;goed;1,00;K1
                    b;2086;realisatie;Sport en recreatie;sport-en-recreatie;L;ggw;AA01;direct_adres;;geen ggw;1,00;
                    c;2086;realisatie;Sport en recreatie;welzijn-en-zorg;L;;AA01;direct_adres;;twee programma's;1,00;
                    d;2086;realisatie;Sport en recreatie;;L;;AA01;stadsbreed;;een buurt bij stadsbreed;1,00;
                    e;2086;realisatie;Sport en recreatie;;L;wijk;AA;direct_gebied;1,5;meer dan het geheel;1,00;
                    f;2086;realisatie;;tovenarij;L;;AA01;direct_adres;0,4;onbekend;1,00;
                    """
            ),
            CancellationToken.None
        );

        Assert.Equal(
            [(3, "gebiedstype"), (4, "programma_code"), (5, "gebiedscode"), (6, "aandeel"), (7, "programma_code")],
            rapport.Afwijzingen.Select(a => (a.Rij, a.Kolom))
        );
        Assert.Equal(1, rapport.Geladen);
        Assert.Contains(
            rapport.Meldingen,
            m => m.StartsWith("Eén kolom (nummer 13) kent het portaal niet", StringComparison.Ordinal)
        );
        var bron = await dorp.Db.QuerySingleAsync<string>("select bron::text from begrotingspost_nu where jaar = 2086");
        Assert.DoesNotContain("K1", bron, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_slip_in_a_delivery_is_named_with_its_row()
    {
        const string kop =
            "id;boekjaar;fase;programma;taakveld;bl;gebiedscode;toerekening;omschrijving;ontvanger_type;"
            + "ontvanger;bedrag;peildatum\n";
        var rapport = await new BegrotingImport(dorp.Publicatie).LaadAsync(
            Dorp.Schrijf(
                dorp,
                "fouten.csv",
                kop
                    + """
                    a;2087;realisatie;Sport en recreatie;5.1;L;AA01;direct_adres;goed;organisatie;Club;1,00;
                    a;2087;realisatie;Sport en recreatie;5.1;L;AA01;direct_adres;zelfde id;;;1,00;
                    c;2087;realisatie;Sport en recreatie;5,7;L;AA01;direct_adres;komma;;;1,00;
                    d;2087;realisatie;Sport en recreatie;5-jul;L;AA01;direct_adres;datum;;;1,00;
                    e;2087;realisatie;Sport en recreatie;5.1;L;AA01;direct_adres;naam zonder soort;;Jan de Vries;1,00;
                    f;2087;realisatie;Sport en recreatie;5.1;L;AA01;direct_adres;vreemde soort;mens;Jan de Vries;1,00;
                    g;2087;realisatie;Sport en recreatie;5.1;L;AA01;direct_adres;later;;;1,00;31-12-2999
                    h;2087;realisatie;Sport en recreatie;5.1;L;AA01;direct_adres;te lang;;;1,00;;;
                    i;2087;realisatie;Sport en recreatie;5.1;L;AA01;direct_adres;Traplift Kerkstraat 3;natuurlijk persoon;Jan de Vries;1,00;
                    j;2087;realisatie;Sport en recreatie;5.1;L;9999;stadsbreed;hele stad;;;1,00;
                    """
            ),
            CancellationToken.None
        );

        Assert.Equal(
            [
                (3, "id"),
                (4, "taakveld"),
                (5, "taakveld"),
                (6, "ontvanger_type"),
                (7, "ontvanger_type"),
                (8, "peildatum"),
                (9, ""),
            ],
            rapport.Afwijzingen.Where(a => a.Rij < 11).Select(a => (a.Rij, a.Kolom))
        );
        Assert.Equal(
            [("a", "Club"), ("i", "(Particulier)")],
            await dorp.Db.QueryAsync<(string, string?)>(
                "select bronsleutel, ontvanger from begrotingspost_nu "
                    + "where jaar = 2087 and bronsleutel in ('a', 'i') order by 1"
            )
        );
        Assert.DoesNotContain(
            "Vries",
            await dorp.Http.GetStringAsync("/begroting/posten.json?jaar=2087&fase=realisatie"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("", "a;3024;realisatie;Sport en recreatie;;L;AA01;direct_adres;x;1,00", "1990 tot en met 2100")]
    [InlineData(
        "",
        "a;2088;realisatie;Sport en recreatie;;L;AA01;direct_adres;x;1,00\n"
            + "b;2089;realisatie;Sport en recreatie;;L;AA01;direct_adres;x;1,00",
        "rij 3 heeft in kolom boekjaar '2089', rij 2 heeft '2088'"
    )]
    [InlineData(
        ";Bedrag",
        "a;2088;realisatie;Sport en recreatie;;L;AA01;direct_adres;x;1,00;2,00",
        "kolom bedrag 2 keer"
    )]
    public async Task A_file_that_cannot_be_a_delivery_is_refused_in_one_sentence(
        string extra,
        string rijen,
        string zin
    )
    {
        var fout = await Assert.ThrowsAsync<Data.ImportFout>(() =>
            new BegrotingImport(dorp.Publicatie).LaadAsync(
                Dorp.Schrijf(dorp, "niet.csv", Kop.TrimEnd() + extra + "\n" + rijen),
                CancellationToken.None
            )
        );

        Assert.Contains(zin, fout.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_are_not_known_or_would_divide_nothing_are_refused()
    {
        var fout = await Assert.ThrowsAsync<AfgekeurdeLevering>(() =>
            LaadAsync(
                "a;2088;realisatie;Sport en recreatie;;L;;stadsbreed;x;1,00\n"
                    + "b;2088;realisatie;Sport en recreatie;;L;;sleutel;x;1,00\n",
                "sleutel.csv"
            )
        );
        Assert.Equal(
            (3, "sleutel", "inwoners 2088"),
            (
                Assert.Single(fout.Rapport.Afwijzingen).Rij,
                fout.Rapport.Afwijzingen[0].Kolom,
                fout.Rapport.Afwijzingen[0].Waarde
            )
        );
        Assert.Contains("Bekend zijn: ", fout.Message, StringComparison.Ordinal);

        var sleutels = new SleutelImport(dorp.Publicatie);
        Assert.Contains(
            "kan niet",
            (
                await Assert.ThrowsAsync<Data.ImportFout>(() =>
                    sleutels.LaadAsync(
                        Dorp.Schrijf(dorp, "w.csv", "code;gewicht\nAA01;1\n"),
                        "Inwoners",
                        2024,
                        "x",
                        CancellationToken.None
                    )
                )
            ).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "alle gewichten 0",
            (
                await Assert.ThrowsAsync<AfgekeurdeLevering>(() =>
                    sleutels.LaadAsync(
                        Dorp.Schrijf(dorp, "w0.csv", "code;gewicht\nAA01;0\n"),
                        "lucht",
                        2024,
                        "x",
                        CancellationToken.None
                    )
                )
            ).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_control_total_may_be_zero_but_not_stand_there_twice()
    {
        const string post =
            "a;2090;realisatie;Sport en recreatie;5.1;L;AA01;direct_adres;y;20,02\n"
            + ";2090;realisatie;Sport en recreatie;;L;;controletotaal;;20,02\n";
        Assert.Equal(
            1,
            (await LaadAsync(post + ";2090;realisatie;Welzijn en zorg;;B;;controletotaal;;0,00\n", "nul.csv")).Geladen
        );

        var dubbel = await Assert.ThrowsAsync<AfgekeurdeLevering>(() =>
            LaadAsync(post + ";2090;realisatie;Sport en recreatie;;L;;controletotaal;;20,02\n", "dubbel.csv")
        );
        Assert.Equal(
            (4, "dit controletotaal staat ook in rij 3; laat er één staan"),
            (Assert.Single(dubbel.Rapport.Afwijzingen).Rij, dubbel.Rapport.Afwijzingen[0].Reden)
        );
        var cent = await Assert.ThrowsAsync<AfgekeurdeLevering>(() =>
            LaadAsync(
                post.Replace("controletotaal;;20,02", "controletotaal;;20,03", StringComparison.Ordinal),
                "cent2.csv"
            )
        );
        Assert.Equal(3, Assert.Single(cent.Rapport.Afwijzingen).Rij);
    }
}
