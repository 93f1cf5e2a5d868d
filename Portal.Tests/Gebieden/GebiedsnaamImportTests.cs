using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Xunit;

namespace Portal.Tests.Gebieden;

/// <summary>The names that a municipality delivers, and how often recognition by them is right.</summary>
public sealed class GebiedsnaamImportTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private const string Subsidies =
        "Dossiernummer,Aanvrager,Regelingnaam,Beleidsterrein,Organisatieonderdeel,Projectnaam,Bedragaangevraagd,"
        + "Bedragverleend,Bedragvastgesteld\n";

    private Task<ImportRapport> LaadAsync(string naam, string inhoud, string? meting = null) =>
        new GebiedsnaamImport(
            new Publicatie(dorp.Db, dorp.Archief) { MagVerliezen = true, MagKrimpen = true }
        ).LaadAsync(
            Dorp.Schrijf(dorp, naam, inhoud),
            meting is null ? null : Dorp.Schrijf(dorp, "meting-" + naam, Kop + meting),
            CancellationToken.None
        );

    private const string Kop =
        "gemeente;bron;gemeten_op;indeling;gelezen;goed;euro_gelezen;euro_goed;te_vinden;gevonden\n";

    [Fact]
    public async Task Names_of_the_table_are_recognised_when_the_register_is_loaded_again_and_unknown_codes_are_rejected()
    {
        var rapport = await LaadAsync(
            "namen.csv",
            "naam;gebiedscode;reden;stadsdeel\nDe Kaai;BU9998AB01;;\nPakhuisbuurt;;ook een café;\n"
                + "Weidebuurt;BA01;;A\nNergens;ZZ99;;\nLeeg;;;\nFout;AB01;;AB\nStad;GM9998;;\n"
        );

        Assert.Equal((7, 3), (rapport.Gelezen, rapport.Geladen));
        Assert.Equal(
            [
                (5, "gebiedscode", "ZZ99"),
                (6, "gebiedscode", null),
                (7, "stadsdeel", "AB"),
                (8, "gebiedscode", "GM9998"),
            ],
            rapport.Afwijzingen.Select(a => (a.Rij, a.Kolom, a.Waarde))
        );
        Assert.Contains(rapport.Meldingen, m => m.Contains("--opnieuw", StringComparison.Ordinal));

        var register = Dorp.Schrijf(
            dorp,
            "namen-register.csv",
            Subsidies
                + """
                2011/00001,Plein,R,Sociaal,Stadsdeel Oudzijde,Schoon op De Kaai,,1.00,
                2011/00002,Plein,R,Sociaal,Stadsdeel Oudzijde,Feest Pakhuisbuurt,,1.00,
                2011/00003,Plein,R,Sociaal,Stadsdeel Oudzijde,Feest Weidebuurt,,1.00,
                """
        );
        await new SubsidieImport(
            new Publicatie(dorp.Db, dorp.Archief)
            {
                MagVerliezen = true,
                MagKrimpen = true,
                Opnieuw = true,
            }
        ).LaadAsync(register, CancellationToken.None);
        Assert.Equal(
            ["AB01", "A", "BA01"],
            await dorp.Db.QueryAsync<string>(
                "select gebied_code from begrotingspost_nu where jaar = 2011 order by bronsleutel"
            )
        );

        var html = System.Net.WebUtility.HtmlDecode(await dorp.Http.GetStringAsync("/uitleg"));
        Assert.Contains("is voor deze gemeente nog niet gemeten", html, StringComparison.Ordinal);
        Assert.Contains("<dt>ook een café</dt><dd>Pakhuisbuurt</dd>", html, StringComparison.Ordinal);
        // Other tests know the Pakhuisbuurt
        await LaadAsync("namen-weg.csv", "naam;gebiedscode;reden\nNergenshuizen;;bestaat niet\n");
    }

    [Fact]
    public async Task A_measure_is_shown_where_it_was_made_and_refused_elsewhere()
    {
        const string namen = "naam;gebiedscode;reden\nKaai;AB01;\n";
        var elders = await Assert.ThrowsAsync<ImportFout>(() =>
            LaadAsync("elders.csv", namen, "GM0001;register;2026-01-02;2024;10;9;100;90;8;7\n")
        );
        Assert.Contains("GM0001", elders.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ImportFout>(() =>
            LaadAsync("kan-niet.csv", namen, "GM9998;register;2026-01-02;2024;10;11;100;90;8;7\n")
        );
        await Assert.ThrowsAsync<ImportFout>(() =>
            LaadAsync(
                "twee.csv",
                namen,
                "GM9998;r;2026-01-02;2024;10;9;100;90;8;7\nGM9998;r;2026-01-02;2024;10;9;100;90;8;7\n"
            )
        );

        await LaadAsync(
            "hier.csv",
            namen,
            "GM9998;register van het dorp;2026-01-02;2024;200;190;1000.50;1000.50;80;60\n"
        );
        var html = System.Net.WebUtility.HtmlDecode(await dorp.Http.GetStringAsync("/uitleg"));
        Assert.Contains("Wij lazen in het register van het dorp 200 rijen", html, StringComparison.Ordinal);
        Assert.Contains("Bij 190 daarvan klopte het: 95\u00A0%", html, StringComparison.Ordinal);
        Assert.Contains("75\u00A0% (60 van 80)", html, StringComparison.Ordinal);

        // The same names from another hand are not measured.
        await LaadAsync("ander.csv", namen + "Kade;AB01;\n");
        Assert.Contains("nog niet gemeten", await dorp.Http.GetStringAsync("/uitleg"), StringComparison.Ordinal);
        var (ingetrokken, nu) = await new Versiebeheer(dorp.Db, dorp.Archief).NeemTerugAsync(
            "gebiedsnamen",
            CancellationToken.None
        );
        Assert.Equal(ingetrokken - 1, nu);
        Assert.Contains("register van het dorp", await dorp.Http.GetStringAsync("/uitleg"), StringComparison.Ordinal);
    }
}
