using System.Text;
using System.Text.Json.Nodes;
using Portal.Data;
using Portal.Data.Datasets;
using Portal.Data.Iv3;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Iv3;

public sealed class Iv3JsonTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private static CancellationToken Ct => CancellationToken.None;

    private Task<ImportRapport> LaadAsync(string naam, byte[] inhoud, Iv3Opties opties)
    {
        File.WriteAllBytes(Dorp.Pad(dorp, naam), inhoud);
        return new Iv3Import(
            new Publicatie(dorp.Db, dorp.Archief) { MagVerliezen = true, MagKrimpen = true }
        ).LaadAsync(Dorp.Pad(dorp, naam), opties, Ct);
    }

    private Task<ImportRapport> LaadJsonAsync(
        JsonObject levering,
        short jaar,
        bool definities = true,
        string? eenheid = "duizend",
        Encoding? tekens = null
    ) =>
        LaadAsync(
            $"levering-{jaar}.json",
            (tekens ?? Encoding.UTF8).GetBytes(
                levering.ToJsonString(
                    new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
                )
            ),
            new(
                Definities: definities
                    ? Dorp.Schrijf(dorp, $"definities-{jaar}.json", Iv3Voorbeeld.Definities(jaar))
                    : null,
                Eenheid: eenheid
            )
        );

    private static JsonArray Lijst(JsonObject levering, string deel) => (JsonArray)levering["data"]![deel]!;

    [Fact]
    public async Task A_sound_delivery_is_loaded_and_nothing_of_a_person_is_kept()
    {
        var rapport = await LaadJsonAsync(
            Iv3Voorbeeld.Levering(2070),
            2070,
            tekens: CodePagesEncodingProvider.Instance.GetEncoding(1252)
        );
        var queries = new Iv3Queries(Lezing.Los(dorp.Db));

        Assert.Equal(("iv3-2070-realisatie-9999", 7, 7), (rapport.Dataset, rapport.Gelezen, rapport.Geladen));
        Assert.Empty(rapport.Afwijzingen);
        Assert.Empty(rapport.Meldingen);
        Assert.Equal(1_000_000m, await queries.TotaalAsync("GM9999", 2070, "realisatie", "L", Ct));
        Assert.Equal(1_000_000m, await queries.TotaalAsync("Markerwaard", 2070, "realisatie", "B", Ct));
        Assert.Equal(
            400_000m,
            (await queries.PerTaakveldAsync("Markerwaard", 2070, "realisatie", Ct)).Single(t => t.Code == "5.7").Lasten
        );
        var bewaard = await File.ReadAllTextAsync(Path.Combine(dorp.Archief, rapport.Sha256 + ".json"), Ct);
        Assert.Contains("Markerwaard", bewaard, StringComparison.Ordinal);
        foreach (var persoon in new[] { "Geheim", "0612345678", "Bel mij" })
        {
            Assert.DoesNotContain(persoon, bewaard, StringComparison.Ordinal);
        }
        Assert.True((await LaadJsonAsync(Iv3Voorbeeld.Levering(2070), 2070)).AlGeladen);
    }

    [Fact]
    public async Task A_delivery_in_euros_is_not_multiplied()
    {
        await LaadJsonAsync(Iv3Voorbeeld.Levering(2071, 0), 2071, eenheid: "euro");

        Assert.Equal(
            1000m,
            await new Iv3Queries(Lezing.Los(dorp.Db)).TotaalAsync("GM9999", 2071, "begroting", "L", Ct)
        );
    }

    [Fact]
    public async Task Each_fault_of_a_delivery_is_named_with_its_place_and_column()
    {
        var levering = Iv3Voorbeeld.Levering(2072);
        foreach (
            var rij in new[]
            {
                Iv3Voorbeeld.Rij("6.2", "1.1", 1),
                Iv3Voorbeeld.Rij("0.1", "9.9", 1),
                Iv3Voorbeeld.Rij("0.1", "3.8", 1),
                Iv3Voorbeeld.Rij("0.1", "3.8", 0),
                Iv3Voorbeeld.Rij("Tot_TV", "1.1", 1),
                Iv3Voorbeeld.Rij("0.1", "LR", 1),
                Iv3Voorbeeld.Rij("0.1", "1.1", "12"),
                Iv3Voorbeeld.Rij("0.1", "1.1", 0.000001m),
            }
        )
        {
            Lijst(levering, "lasten").Add(rij);
        }
        Lijst(levering, "baten").Add(Iv3Voorbeeld.Rij("5.7", "4.3.1", 1));
        Lijst(levering, "baten").Add(Iv3Voorbeeld.Rij("5.7", "1.1", 0));

        var rapport = await LaadJsonAsync(levering, 2072);

        Assert.Equal(
            [
                (6, "lasten.taakveld"),
                (7, "lasten.categorie"),
                (8, "lasten.categorie"),
                (10, "lasten.taakveld"),
                (11, "lasten.categorie"),
                (12, "lasten.bedrag"),
                (13, "lasten.bedrag"),
                (3, "baten.categorie"),
                (4, "baten.categorie"),
            ],
            rapport.Afwijzingen.Select(a => (a.Rij, a.Kolom))
        );
        Assert.Contains("grijze cel", rapport.Afwijzingen[2].Reden, StringComparison.Ordinal);
        Assert.Equal((17, 8), (rapport.Gelezen, rapport.Geladen));
    }

    [Theory]
    [InlineData("PF001", "lasten", "5.7", "3.8", 11)] // 1 % of 1,000 + 11 is 10.11; also unbalances, see below
    [InlineData("PF006", "lasten", "0.11", "7.1", 1)]
    [InlineData("PF007", "balans_standen", "A111", "1 januari", 1)]
    [InlineData("PF008", "balans_standen", "P111", "ultimo", 1)]
    [InlineData("PF009", "lasten", "5.7", "4.3.9", 5)]
    public async Task A_control_of_cbs_that_fails_is_a_remark(
        string code,
        string deel,
        string rij,
        string kolom,
        int bedrag
    )
    {
        var levering = Iv3Voorbeeld.Levering(2073);
        Lijst(levering, deel)
            .Add(
                deel == "lasten"
                    ? Iv3Voorbeeld.Rij(rij, kolom, bedrag)
                    : new JsonObject
                    {
                        ["balanscode"] = rij,
                        ["standper"] = kolom,
                        ["bedrag"] = bedrag,
                    }
            );

        var rapport = await LaadJsonAsync(levering, 2073);

        Assert.Empty(rapport.Afwijzingen);
        Assert.Contains(rapport.Meldingen, m => m.StartsWith(code, StringComparison.Ordinal));
        Assert.Equal(deel == "lasten", rapport.Meldingen.Any(m => m.StartsWith("PF006", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_definitions_a_remark_says_what_was_not_checked()
    {
        var levering = Iv3Voorbeeld.Levering(2074);
        Lijst(levering, "lasten").Add(Iv3Voorbeeld.Rij("6.2", "1.1", 1));

        var rapport = await LaadJsonAsync(levering, 2074, definities: false);

        Assert.Equal(8, rapport.Geladen);
        Assert.Contains("niet nagekeken", Assert.Single(rapport.Meldingen), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("overheidslaag", "Provincie", "is niet van een gemeente")]
    [InlineData("overheidsnummer", "12", "is niet van een gemeente")]
    [InlineData("periode", 3, "kwartaal 3")]
    [InlineData("status", "Begroting", "Periode 0 hoort bij Begroting")]
    [InlineData("boekjaar", 2076, "De definities in definities-2075.json zijn van 2075")]
    public async Task A_delivery_that_makes_no_sense_is_refused_as_a_whole(
        string sleutel,
        object waarde,
        string melding
    )
    {
        var levering = Iv3Voorbeeld.Levering(2075);
        levering["metadata"]![sleutel] = System.Text.Json.JsonSerializer.SerializeToNode(waarde);

        var fout = await Assert.ThrowsAsync<ImportFout>(() => LaadJsonAsync(levering, 2075));

        Assert.Contains(melding, fout.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_delivery_and_a_unit_that_is_not_given_are_refused()
    {
        var dit = await Assert.ThrowsAsync<ImportFout>(() =>
            LaadAsync("stuk.json", "{ \"metadata\""u8.ToArray(), new(Eenheid: "euro"))
        );
        Assert.Contains("geen geldige JSON", dit.Message, StringComparison.Ordinal);
        dit = await Assert.ThrowsAsync<ImportFout>(() =>
            LaadAsync("definities.json", Encoding.UTF8.GetBytes(Iv3Voorbeeld.Definities(2077)), new(Eenheid: "euro"))
        );
        Assert.Contains("--definities", dit.Message, StringComparison.Ordinal);
        dit = await Assert.ThrowsAsync<ImportFout>(() =>
            LaadJsonAsync(Iv3Voorbeeld.Levering(2077), 2077, eenheid: null)
        );
        Assert.Contains("--eenheid", dit.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_own_delivery_replaces_the_national_row_and_keeps_its_inhabitants()
    {
        await LaadAsync(
            "iv3_2078_jaarrekening.csv",
            Encoding.UTF8.GetBytes(
                "Gemeenten;Taakveld;L1.1;Baten;Lasten;Provincie;Gemeentegrootte;Stedelijkheid;Inwonertal\n"
                    + "Markerwaard;5.7 Groen;;0.0;399.0;;20000tot50000inwoners;;20000\n"
                    + "Ergens;5.7 Groen;;0.0;100.0;;20000tot50000inwoners;;30000\n"
            ),
            new()
        );
        await LaadJsonAsync(Iv3Voorbeeld.Levering(2078), 2078);
        var queries = new Iv3Queries(Lezing.Los(dorp.Db));

        Assert.Equal(1_000_000m, await queries.TotaalAsync("Markerwaard", 2078, "realisatie", "L", Ct));
        Assert.Equal(
            [("Ergens", 3.33m), ("Markerwaard", 20m)],
            (await queries.PerInwonerAsync(2078, "realisatie", "5.7", Ct)).Select(p => (p.Gemeente, p.Bedrag))
        );
    }

    [EchteDataFact]
    public async Task The_definitions_of_cbs_accept_the_invented_delivery()
    {
        foreach (var jaar in new short[] { 2024, 2026 })
        {
            var rapport = await LaadAsync(
                $"markerwaard-{jaar}.json",
                Encoding.UTF8.GetBytes(Iv3Voorbeeld.Levering(jaar).ToJsonString()),
                new(Definities: EchteData.Pad($"iv3/iv3_definities_Gemeente_{jaar}.json"), Eenheid: "duizend")
            );
            Assert.Empty(rapport.Afwijzingen);
            Assert.Equal(
                (jaar == 2024 ? 71 : 69, 9),
                await dorp.Db.QuerySingleAsync<(int, int)>(
                    $"select count(*)::int, count(distinct hoofd_code)::int from iv3_taakveld where jaar = {jaar}"
                )
            );
        }
    }
}
