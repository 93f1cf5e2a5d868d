using System.Text;
using Portal.Data;
using Portal.Data.Datasets;
using Portal.Data.Iv3;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Iv3;

public sealed class Iv3ImportTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private const string Kop =
        "Gemeenten;Taakveld;L1.1 Salarissen en sociale lasten;Baten;Lasten;Provincie;Gemeentegrootte;"
        + "Stedelijkheid;Inwonertal\n";

    private static CancellationToken Ct => CancellationToken.None;

    private Task<ImportRapport> LaadAsync(string naam, byte[] inhoud, Iv3Opties opties)
    {
        File.WriteAllBytes(Dorp.Pad(dorp, naam), inhoud);
        return new Iv3Import(
            new Publicatie(dorp.Db, dorp.Archief) { MagVerliezen = true, MagKrimpen = true }
        ).LaadAsync(Dorp.Pad(dorp, naam), opties, Ct);
    }

    private Task<ImportRapport> LaadCsvAsync(string naam, string rijen, Iv3Opties? opties = null) =>
        LaadAsync(naam, Encoding.UTF8.GetBytes(Kop + rijen), opties ?? new());

    [Fact]
    public async Task Amounts_are_euros_and_an_empty_cell_is_missing()
    {
        var rapport = await LaadCsvAsync(
            "iv3_2061_jaarrekening.csv",
            "Ergens;5.7 Groen;;;12.5;Utrecht;minderdan5000inwoners;;1000\n"
                + "Ergens;0.10 Mutaties reserves;;7.0;-3.25;Utrecht;minderdan5000inwoners;;1000\n"
        );
        var queries = new Iv3Queries(Lezing.Los(dorp.Db));

        Assert.Equal(
            ("iv3-2061-realisatie", 2, 2, 2),
            (rapport.Dataset, rapport.Gelezen, rapport.Geladen, rapport.Gewijzigd)
        );
        Assert.Equal(
            [new("0.10", "Mutaties reserves", -3250m, 7000m), new("5.7", "Groen", 12_500m, null)],
            await queries.PerTaakveldAsync("Ergens", 2061, "realisatie", Ct)
        );
        Assert.Equal(12_500m, await queries.TotaalAsync("Ergens", 2061, "realisatie", "L", Ct));
        Assert.Null(await queries.TotaalAsync("Ergens", 2061, "realisatie", "B", Ct)); // only a reserve came in
        Assert.True(
            (
                await LaadCsvAsync(
                    "iv3_2061_jaarrekening.csv",
                    "Ergens;5.7 Groen;;;12.5;Utrecht;minderdan5000inwoners;;1000\n"
                        + "Ergens;0.10 Mutaties reserves;;7.0;-3.25;Utrecht;minderdan5000inwoners;;1000\n"
                )
            ).AlGeladen
        );
    }

    [Fact]
    public async Task Each_fault_of_a_csv_is_named_with_its_row_and_column()
    {
        var rapport = await LaadCsvAsync(
            "iv3_2062_begroting.csv",
            """
            Ergens;5.7 Groen;;1.0;2.0;;;;10
            Ergens;Groen;;1.0;2.0;;;;10
            Ergens;5.7 Groen;;1.0;2.0;;;;10
            Ergens;5.6 Media;;veel;2.0;;;;10
            Ergens;5.5 Erfgoed;;1.0;2.0;;;;tien
            ;5.4 Musea;;1.0;2.0;;;;10
            Ergens;5.3 Kunst;;1.0;9999999999.0;;;;10
            Ergens;5. SPORT;;1.0;2.0;;;;10
            Nederland;5.7 Groen;;1.0;2.0;;;;10

            """
        );

        Assert.Equal(
            [
                (3, "Taakveld"),
                (4, "Taakveld"),
                (5, "Baten"),
                (6, "Inwonertal"),
                (7, "Gemeenten"),
                (8, "Lasten"),
                (9, "Taakveld"),
            ],
            rapport.Afwijzingen.Select(a => (a.Rij, a.Kolom))
        );
        Assert.Equal((9, 1), (rapport.Gelezen, rapport.Geladen));
        Assert.Contains("'Nederland'", Assert.Single(rapport.Meldingen), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cijfers.csv", null, null, "--jaar")]
    [InlineData("cijfers.csv", (short)2063, null, "--fase")]
    [InlineData("iv3_2063_begroting.csv", (short)2064, null, "zegt begroting 2063")]
    [InlineData("iv3_2063_begrotingen.csv", null, null, "staat niet in de naam")]
    public async Task The_year_and_phase_must_be_certain(string naam, short? jaar, string? fase, string melding)
    {
        var fout = await Assert.ThrowsAsync<ImportFout>(() =>
            LaadCsvAsync(naam, "Ergens;5.7 Groen;;1.0;2.0;;;;10\n", new(jaar, fase))
        );

        Assert.Contains(melding, fout.Message, StringComparison.Ordinal);
        Assert.Equal(
            "iv3-2065-realisatie",
            (await LaadCsvAsync("cijfers.csv", "Ergens;5.7 Groen;;1.0;2.0;;;;10\n", new(2065, "realisatie"))).Dataset
        );
    }
}
