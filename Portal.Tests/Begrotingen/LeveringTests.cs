using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.Json;
using CsvHelper;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Begrotingen;

/// <summary>Control totals, corrections and what a reader sees of them.</summary>
public sealed class LeveringTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private const string Kop = "id;boekjaar;fase;programma;taakveld;bl;gebiedscode;toerekening;omschrijving;bedrag\n";

    private Task<ImportRapport> LaadAsync(string rijen, string naam) =>
        new BegrotingImport(dorp.Publicatie).LaadAsync(Dorp.Schrijf(dorp, naam, Kop + rijen), CancellationToken.None);

    [Fact]
    public async Task A_delivery_that_is_one_cent_off_is_refused_naming_the_programme()
    {
        const string posten =
            "a;2070;realisatie;Welzijn en zorg;6.1;L;AA01;direct_adres;x;10,01\n"
            + "b;2070;realisatie;Sport en recreatie;5.1;L;AA01;direct_adres;y;20,02\n"
            + ";2070;realisatie;Sport en recreatie;;L;;controletotaal;;20,02\n";
        await LaadAsync(
            posten
                + ";2070;realisatie;Welzijn en zorg;;L;;controletotaal;;10,01\n"
                + ";2070;realisatie;Welzijn en zorg;6.1;L;;controletotaal;;10,01\n",
            "goed.csv"
        );

        var cent = await Assert.ThrowsAsync<AfgekeurdeLevering>(() =>
            LaadAsync(posten + ";2070;realisatie;Welzijn en zorg;;L;;controletotaal;;10,02\n", "cent.csv")
        );
        Assert.Contains("Welzijn en zorg, lasten", cent.Message, StringComparison.Ordinal);
        Assert.Contains(
            "posten 10,01, controletotaal 10,02, verschil -0,01",
            Assert.Single(cent.Rapport.Afwijzingen).Reden,
            StringComparison.Ordinal
        );
        var weg = await Assert.ThrowsAsync<AfgekeurdeLevering>(() => LaadAsync(posten, "weg.csv"));
        Assert.Contains(
            "controletotaal ontbreekt",
            Assert.Single(weg.Rapport.Afwijzingen).Reden,
            StringComparison.Ordinal
        );
        var taakveld = await Assert.ThrowsAsync<AfgekeurdeLevering>(() =>
            LaadAsync(
                posten
                    + ";2070;realisatie;Welzijn en zorg;;L;;controletotaal;;10,01\n"
                    + ";2070;realisatie;Welzijn en zorg;6.2;L;;controletotaal;;10,01\n",
                "taakveld.csv"
            )
        );
        Assert.Contains("taakveld 6.2", taakveld.Message, StringComparison.Ordinal);

        Assert.Equal(
            ("goed.csv", 1L),
            await dorp.Db.QuerySingleAsync<(string, long)>(
                "select min(bestand), count(*) from versie v "
                    + "join dataset d on d.id = v.dataset_id where d.code = 'realisatie-2070' and v.status <> 'mislukt'"
            )
        );
        var brug = await new BrugQueries(Lezing.Los(dorp.Db)).ListAsync(
            2070,
            "realisatie",
            "L",
            "toekenning",
            CancellationToken.None
        );
        Assert.All(brug, r => Assert.True(r.Klopt));
        Assert.Contains(
            "Het klopt.",
            await dorp.Http.GetStringAsync("/begroting/brug?jaar=2070&fase=realisatie"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_year_that_the_delivery_does_not_reach_the_end_of_is_a_part_and_is_not_compared()
    {
        var kop = Kop.Replace("bedrag", "bedrag;peildatum", StringComparison.Ordinal);
        Task<ImportRapport> LaadAsync(int jaar, string datum) =>
            new BegrotingImport(dorp.Publicatie).LaadAsync(
                Dorp.Schrijf(
                    dorp,
                    $"peil-{jaar}.csv",
                    $"{kop}a;{jaar};realisatie;Welzijn en zorg;6.1;B;AA01;direct_adres;x;{jaar},00;{datum}\n"
                        + $"b;{jaar};realisatie;Welzijn en zorg;6.1;B;AA02;direct_adres;y;1,00;\n"
                ),
                CancellationToken.None
            );
        await LaadAsync(2080, "");
        await LaadAsync(2081, "");
        await LaadAsync(2082, "30-06-2025");

        var aanbod = await new BegrotingQueries(Lezing.Los(dorp.Db)).AanbodAsync(CancellationToken.None);
        DateOnly? Tot(int jaar) => aanbod.Profiel(jaar, "realisatie", "B", "toekenning")!.Tot;
        Assert.Equal((null, null, new DateOnly(2025, 6, 30)), (Tot(2080), Tot(2081), Tot(2082)));
        Assert.Equal(2081, aanbod.Kies(new(null, "realisatie", null, "B", null))!.Jaar);
        const string gewoon = "sinds 2080";
        Assert.Contains(
            gewoon,
            await dorp.Http.GetStringAsync("/kaart?jaar=2081&fase=realisatie&bl=B&per=totaal"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            gewoon,
            await dorp.Http.GetStringAsync("/stad?jaar=2081&fase=realisatie&bl=B"),
            StringComparison.Ordinal
        );
        foreach (
            var pagina in new[]
            {
                "/kaart",
                "/stad",
                "/stad",
                "/begroting/brug",
                "/begroting/posten",
                "/begroting/vergelijk",
            }
        )
        {
            var html = await dorp.Http.GetStringAsync($"{pagina}?jaar=2082&fase=realisatie&bl=B");
            Assert.Contains("id=\"deeljaar\"", html, StringComparison.Ordinal);
            Assert.Contains("tot en met 30 juni 2025", html, StringComparison.Ordinal);
            Assert.DoesNotContain("2081 en 2082", html, StringComparison.Ordinal);
            Assert.DoesNotContain(
                "id=\"deeljaar\"",
                await dorp.Http.GetStringAsync($"{pagina}?jaar=2081&fase=realisatie&bl=B"),
                StringComparison.Ordinal
            );
        }
        Assert.Equal("peildatum", Assert.Single((await LaadAsync(2083, "30 juni?")).Afwijzingen).Kolom);
    }

    [Fact]
    public async Task The_example_that_the_site_offers_can_be_loaded_as_it_is()
    {
        var pad = Dorp.Pad(dorp, "voorbeeld.csv");
        await File.WriteAllBytesAsync(
            pad,
            await dorp.Http.GetByteArrayAsync("/sjablonen/begrotingslevering-voorbeeld.csv")
        );
        var rapport = await new BegrotingImport(dorp.Publicatie).LaadAsync(pad, CancellationToken.None);

        Assert.Empty(rapport.Afwijzingen);
        Assert.Equal((8, 4), (rapport.Gelezen, rapport.Geladen));
        Assert.All(
            await new BrugQueries(Lezing.Los(dorp.Db)).ListAsync(
                2025,
                "realisatie",
                "L",
                "toekenning",
                CancellationToken.None
            ),
            r => Assert.True(r.Klopt)
        );
    }

    [Fact]
    public async Task The_fiscal_data_package_describes_exactly_the_columns_of_the_template()
    {
        using var pakket = JsonDocument.Parse(await dorp.Http.GetStringAsync("/sjablonen/datapackage.json"));
        var bron = pakket.RootElement.GetProperty("resources")[0];
        var velden = bron.GetProperty("schema").GetProperty("fields").EnumerateArray().ToList();
        var kolommen = velden.Select(f => f.GetProperty("name").GetString()!).ToList();
        foreach (var sjabloon in new[] { "begrotingslevering-leeg.csv", bron.GetProperty("path").GetString()! })
        {
            Assert.Equal(
                kolommen,
                (await dorp.Http.GetStringAsync($"/sjablonen/{sjabloon}"))
                    .TrimStart('\uFEFF')
                    .Split("\r\n")[0]
                    .Split(';')
            );
        }
        Assert.Equal(
            ["bedrag"],
            velden
                .Where(f => f.TryGetProperty("columnType", out var soort) && soort.GetString() == "value")
                .Select(f => f.GetProperty("name").GetString()!)
        );
    }

    [Fact]
    public async Task A_delivery_can_be_taken_back_and_the_one_before_counts_again()
    {
        await LaadAsync("a;2091;realisatie;Sport en recreatie;;L;AA01;direct_adres;een;1,00\n", "een.csv");
        await LaadAsync("a;2091;realisatie;Sport en recreatie;;L;AA01;direct_adres;twee;2,00\n", "twee.csv");
        Assert.Contains(
            "data-euro=\"2.00\"",
            await dorp.Http.GetStringAsync("/begroting/posten?jaar=2091&fase=realisatie"),
            StringComparison.Ordinal
        );

        Assert.Equal(
            (2, 1),
            await new Versiebeheer(dorp.Db, dorp.Archief).NeemTerugAsync("realisatie-2091", CancellationToken.None)
        );
        Assert.Contains(
            "id=\"som\" data-euro=\"1.00\"",
            await dorp.Http.GetStringAsync("/begroting/posten?jaar=2091&fase=realisatie"),
            StringComparison.Ordinal
        );
        Assert.Equal(
            (1, null),
            await new Versiebeheer(dorp.Db, dorp.Archief).NeemTerugAsync("realisatie-2091", CancellationToken.None)
        );
        Assert.DoesNotContain(
            (await new BegrotingQueries(Lezing.Los(dorp.Db)).AanbodAsync(CancellationToken.None)).Jaren,
            j => j.Jaar == 2091
        );
        Assert.Contains(
            "niets gepubliceerd",
            (
                await Assert.ThrowsAsync<Data.ImportFout>(() =>
                    new Versiebeheer(dorp.Db, dorp.Archief).NeemTerugAsync("realisatie-2091", CancellationToken.None)
                )
            ).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(
            3,
            (
                await LaadAsync("a;2091;realisatie;Sport en recreatie;;L;AA01;direct_adres;drie;3,00\n", "drie.csv")
            ).Versie
        );
    }

    [Fact]
    public async Task Taking_back_twice_leaves_the_good_version_and_never_what_others_rest_on()
    {
        foreach (var (nr, terug) in new[] { (1, false), (2, true), (3, true), (4, true) })
        {
            await LaadAsync($"a;2094;realisatie;Sport en recreatie;;L;AA01;direct_adres;v{nr};{nr},00\n", $"t{nr}.csv");
            if (terug)
            {
                Assert.Equal(
                    (nr, 1),
                    await new Versiebeheer(dorp.Db, dorp.Archief).NeemTerugAsync(
                        "realisatie-2094",
                        CancellationToken.None
                    )
                );
            }
        }
        Assert.Contains(
            "id=\"som\" data-euro=\"1.00\"",
            await dorp.Http.GetStringAsync("/begroting/posten?jaar=2094&fase=realisatie"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "rusten andere cijfers",
            (
                await Assert.ThrowsAsync<Data.ImportFout>(() =>
                    new Versiebeheer(dorp.Db, dorp.Archief).NeemTerugAsync("buurten-2024", CancellationToken.None)
                )
            ).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_is_not_listed_is_still_counted()
    {
        var rijen = string.Concat(
            Enumerable
                .Range(1, 230)
                .Select(i =>
                    $"p{i};2095;realisatie;Sport en recreatie;5.1 Sportbeleid;L;AA01;direct_adres;post {i};1,00\n"
                )
        );
        await LaadAsync(
            rijen
                + ";2095;realisatie;Sport en recreatie;;L;;controletotaal;;230,00\n"
                + ";2095;realisatie;Sport en recreatie;5.1 Sportbeleid;L;;controletotaal;;230,00\n",
            "veel.csv"
        );

        var html = WebUtility.HtmlDecode(
            await dorp.Http.GetStringAsync("/stad?jaar=2095&fase=realisatie&programma=sport-en-recreatie&taakveld=5.1")
        );
        Assert.Contains("Alle andere", html, StringComparison.Ordinal);
        Assert.Matches("Samen</th><td role=\"cell\" class=\"getal\" data-euro=\"230.00\"", html);
        Assert.Contains("Daarvan is €\u00A0230 voor", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_is_a_delivery_too()
    {
        var pad = Dorp.Pad(dorp, "levering.xlsx");
        await MaakXlsxAsync(
            pad,
            [
                ["boekjaar", "fase", "programma", "bl", "gebiedscode", "toerekening", "omschrijving", "bedrag"],
                [2073, "realisatie", "Welzijn en zorg", "L", "AA01", "direct_adres", "Café", 1234.56],
                [2073, "realisatie", "Welzijn en zorg", "L", "AA01", "direct_adres", "Drie tienden", 0.1 + 0.2],
                [2073, "realisatie", "Welzijn en zorg", "L", "XX", "direct_adres", "Fout", 1],
            ]
        );

        var rapport = await new BegrotingImport(dorp.Publicatie).LaadAsync(pad, CancellationToken.None);

        Assert.Equal((4, "gebiedscode"), (Assert.Single(rapport.Afwijzingen).Rij, rapport.Afwijzingen[0].Kolom));
        Assert.Equal(
            [("Café", 1234.56m), ("Drie tienden", 0.30m)],
            await dorp.Db.QueryAsync<(string, decimal)>(
                "select omschrijving, bedrag from begrotingspost_nu where jaar = 2073 order by rij"
            )
        );

        var nep = Dorp.Schrijf(dorp, "nep.xlsx", "dit is geen werkmap");
        Assert.Contains(
            "ontbreekt een aantal kolommen",
            (
                await Assert.ThrowsAsync<Data.ImportFout>(() =>
                    new BegrotingImport(dorp.Publicatie).LaadAsync(nep, CancellationToken.None)
                )
            ).Message,
            StringComparison.Ordinal
        );
    }

    /// <summary>The smallest workbook that Excel itself would open.</summary>
    private static async Task MaakXlsxAsync(string pad, object[][] rijen)
    {
        const string spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string relatie = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        string Cel(object w) =>
            w is string tekst
                ? $"<c t=\"inlineStr\"><is><t>{tekst}</t></is></c>"
                : string.Create(CultureInfo.InvariantCulture, $"<c><v>{w:R}</v></c>");
        var blad = string.Concat(
            rijen.Select(r => $"<row>{string.Concat(r.Select(w => Cel(w is int i ? (double)i : w)))}</row>")
        );
        await using var zip = await ZipFile.OpenAsync(pad, ZipArchiveMode.Create);
        foreach (
            var (naam, xml) in new[]
            {
                (
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>"
                ),
                (
                    "_rels/.rels",
                    $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{relatie}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
                ),
                (
                    "xl/_rels/workbook.xml.rels",
                    $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{relatie}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
                ),
                (
                    "xl/workbook.xml",
                    $"<workbook xmlns=\"{spreadsheet}\" xmlns:r=\"{relatie}\"><sheets><sheet name=\"Blad1\" "
                        + "sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
                ),
                (
                    "xl/worksheets/sheet1.xml",
                    $"<worksheet xmlns=\"{spreadsheet}\"><sheetData>{blad}</sheetData></worksheet>"
                ),
            }
        )
        {
            await using var deel = new StreamWriter(await zip.CreateEntry(naam).OpenAsync());
            await deel.WriteAsync("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml);
        }
    }

    [Fact]
    public async Task A_bridge_without_control_totals_does_not_claim_that_it_holds()
    {
        await LaadAsync("a;2071;realisatie;Welzijn en zorg;;L;AA01;direct_adres;x;10,01\n", "zonder.csv");

        Assert.Null(
            Assert
                .Single(
                    await new BrugQueries(Lezing.Los(dorp.Db)).ListAsync(
                        2071,
                        "realisatie",
                        "L",
                        "toekenning",
                        CancellationToken.None
                    )
                )
                .Klopt
        );
        Assert.Contains(
            "gaf geen controletotalen mee",
            await dorp.Http.GetStringAsync("/begroting/brug?jaar=2071&fase=realisatie"),
            StringComparison.Ordinal
        );
        Assert.False(
            new BrugRow
            {
                Naam = "x",
                Direct = 1,
                Totaal = 1,
                Posten = 2,
                Controle = 1,
            }.Klopt
        );
    }

    [Fact]
    public async Task A_correction_keeps_the_old_version_and_tells_the_difference()
    {
        await LaadAsync(
            "a;2072;begroting;Welzijn en zorg;;L;AA01;direct_adres;blijft;1,00\n"
                + "b;2072;begroting;Welzijn en zorg;;L;AA01;direct_adres;duurder;2,00\n"
                + "c;2072;begroting;Welzijn en zorg;;L;AA02;direct_adres;weg;3,00\n",
            "een.csv"
        );
        await new BegrotingImport(
            new Publicatie(dorp.Db, dorp.Archief) { MagVerliezen = true, MagKrimpen = true }
        ).LaadAsync(
            Dorp.Schrijf(
                dorp,
                "twee.csv",
                Kop
                    + "a;2072;begroting;Welzijn en zorg;;L;AA01;direct_adres;blijft;1,00\n"
                    + "b;2072;begroting;Welzijn en zorg;;L;AA01;direct_adres;duurder;2,50\n"
                    + "d;2072;begroting;Welzijn en zorg;;L;AB01;direct_adres;nieuw;4,00\n"
            ),
            CancellationToken.None
        );

        using var lezer = new CsvReader(
            new StringReader(await dorp.Http.GetStringAsync("/begroting/versies/begroting-2072/2.csv?met=1")),
            CultureInfo.InvariantCulture
        );
        var verschillen = lezer
            .GetRecords<dynamic>()
            .Select(r => ((string)r.soort, (string)r.bronsleutel, (string)r.was, (string)r.werd))
            .ToList();
        Assert.Equal(
            [("erbij", "d", "", "4.00"), ("weg", "c", "3.00", ""), ("anders", "b", "2.00", "2.50")],
            verschillen
        );
        var pagina = await dorp.Http.GetStringAsync("/begroting/versies/begroting-2072/2?met=1");
        Assert.Contains("buurt Kadebuurt", pagina, StringComparison.Ordinal);
        Assert.Contains("Losse bedragen: 1 erbij gekomen, 1 verdwenen en 1 anders.", pagina, StringComparison.Ordinal);
        Assert.Contains("0 gelijk en 1 anders.", pagina, StringComparison.Ordinal);
        Assert.Contains(
            "versie 1",
            await dorp.Http.GetStringAsync("/begroting/versies/begroting-2072/1"),
            StringComparison.Ordinal
        );

        var oud = await dorp.Db.QuerySingleAsync<long>(
            "select p.id from begrotingspost p join versie v on v.id = p.versie_id "
                + "where v.bestand = 'een.csv' and p.jaar = 2072 and p.bronsleutel = 'b'"
        );
        using var nummer = await dorp.Http.GetAsync($"/begroting/post/{oud}");
        Assert.Equal(
            (HttpStatusCode.MovedPermanently, "/begroting/post/begroting-2072/1/b"),
            (nummer.StatusCode, nummer.Headers.Location!.OriginalString)
        );
        var uitleg = await dorp.Http.GetStringAsync(nummer.Headers.Location.OriginalString);
        Assert.Contains("oude versie", uitleg, StringComparison.Ordinal);
        Assert.Contains(">2,00<", uitleg, StringComparison.Ordinal); // the row as delivered
        using var weg = await dorp.Http.GetAsync("/begroting/versies/begroting-2072/9");
        Assert.Equal(HttpStatusCode.NotFound, weg.StatusCode);
    }
}
