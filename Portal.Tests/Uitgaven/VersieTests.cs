using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Xml.Linq;
using Portal.Data.Datasets;
using Portal.Data.Lagen;
using Portal.Tests.Gebieden;
using Portal.Tests.Uitvoer;
using Xunit;

namespace Portal.Tests.Uitgaven;

/// <summary>
/// The files of versions. They are asked of a layer that no code knows: what is true of it, is true of a subject that
/// comes later.
/// </summary>
public sealed class VersieTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private Task<ImportRapport> LaadAsync(string code, string inhoud) =>
        new LaagImport(new Publicatie(dorp.Db, dorp.Archief) { MagKrimpen = true }).LaadAsync(
            Dorp.Schrijf(dorp, $"{code}.csv", inhoud),
            new Keuzes(
                new Dictionary<string, string>
                {
                    ["dataset"] = code,
                    ["titel"] = "Zitplekken",
                    ["eigenaar"] = "Dorp",
                    ["licentie"] = "CC0 1.0",
                    ["licentie-url"] = "https://creativecommons.org/publicdomain/zero/1.0/",
                }
            ),
            CancellationToken.None
        );

    private const string Eerste =
        "id;naam;kleur;prijs;geplaatst;x;y\n1;Bank \"1\";rood;1045,55;2024-05-01;121050;487050\n"
        + "2;=SOM(1);rood;;2024-06-01;121150;487050\n"
        + "3;Bank 3;groen;-3,10;;121150,25;487050,5\n4;Bank 4;groen;50;;;\n";

    [Fact]
    public async Task A_version_keeps_its_bytes_and_the_undated_address_leads_to_the_newest()
    {
        await LaadAsync("zit", Eerste);
        var was = await dorp.Http.GetByteArrayAsync("/data/zit/versies/1/zit.csv");
        await LaadAsync("zit", Eerste.Replace("Bank 3", "Bank drie", StringComparison.Ordinal));

        Assert.Equal(was, await dorp.Http.GetByteArrayAsync("/data/zit/versies/1/zit.csv"));
        using var naar = await dorp.Http.GetAsync("/data/zit/zit.csv");
        Assert.Equal(
            (HttpStatusCode.Redirect, "/data/zit/versies/2/zit.csv"),
            (naar.StatusCode, naar.Headers.Location!.OriginalString)
        );
        using var zip = await dorp.Http.GetAsync("/data/zit.zip");
        Assert.Equal("/data/zit/versies/2.zip", zip.Headers.Location!.OriginalString);
        var nu = await dorp.Http.GetStringAsync("/data/zit/versies/2/zit.csv");
        var som = Convert.ToHexStringLower(
            SHA256.HashData(await dorp.Http.GetByteArrayAsync("/data/zit/versies/2/zit.csv"))
        );
        Assert.Contains(
            $"zit.csv: <code class=\"hash\">{som}</code>",
            await dorp.Haast.GetStringAsync("/data/zit"),
            StringComparison.Ordinal
        );
        Assert.Contains("Bank drie", nu, StringComparison.Ordinal);
        Assert.Contains("2,'=SOM(1),", nu, StringComparison.Ordinal);
        Assert.Contains(",-3.10,", nu.Replace("-3.1,", "-3.10,", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_of_a_file_can_be_asked_for_and_its_checksum_is_that_of_its_bytes()
    {
        await LaadAsync("deel", Eerste);
        using var heel = await dorp.Http.GetAsync("/data/deel/versies/1/deel.csv");
        var bytes = await heel.Content.ReadAsByteArrayAsync();
        var vraag = new HttpRequestMessage(HttpMethod.Get, "/data/deel/versies/1/deel.csv");
        vraag.Headers.Range = new RangeHeaderValue(10, 29);
        vraag.Headers.AcceptEncoding.ParseAdd("gzip, br");
        using var deel = await dorp.Http.SendAsync(vraag);

        Assert.Equal(HttpStatusCode.PartialContent, deel.StatusCode);
        Assert.Equal(bytes[10..30], await deel.Content.ReadAsByteArrayAsync());
        Assert.Equal(
            $"sha-256=:{Convert.ToBase64String(SHA256.HashData(bytes))}:",
            Assert.Single(heel.Headers.GetValues("Repr-Digest"))
        );
    }

    [Fact]
    public async Task A_dataset_that_no_code_knows_is_described_whole_and_is_there_in_every_format()
    {
        await LaadAsync("nieuw", Eerste);

        Assert.Contains("href=\"/data/nieuw\"", await dorp.Http.GetStringAsync("/data"), StringComparison.Ordinal);
        var pagina = await dorp.Http.GetStringAsync("/data/nieuw");
        foreach (var vorm in "csv xlsx json ndjson geojson gpkg shp.zip fgb kml".Split(' '))
        {
            Assert.Contains($"/data/nieuw/versies/1/nieuw.{vorm}\"", pagina, StringComparison.Ordinal);
            using var antwoord = await dorp.Http.GetAsync($"/data/nieuw/versies/1/nieuw.{vorm}");
            Assert.Equal((vorm, HttpStatusCode.OK), (vorm, antwoord.StatusCode));
        }
        Assert.Contains("Zonder plek op de kaart: 1 rij.", WebUtility.HtmlDecode(pagina), StringComparison.Ordinal);
        Assert.Contains("<code>prijs</code>", pagina, StringComparison.Ordinal);
        Assert.Contains("Dorp, Zitplekken", pagina, StringComparison.Ordinal);
        Assert.Contains("https://creativecommons.org/publicdomain/zero/1.0/", pagina, StringComparison.Ordinal);
        var prijs = pagina[pagina.IndexOf("<code>prijs</code>", StringComparison.Ordinal)..];
        Assert.Contains(">75", prijs[..600], StringComparison.Ordinal); // three of the four are filled
    }

    [Fact]
    public async Task Who_cites_a_dataset_of_the_municipality_says_which_one()
    {
        await new LaagImport(new Publicatie(dorp.Db, dorp.Archief)).LaadAsync(
            Dorp.Schrijf(dorp, "van-ons.csv", Eerste),
            new Keuzes(new Dictionary<string, string> { ["dataset"] = "van-ons", ["titel"] = "Zitplekken" }),
            CancellationToken.None
        );
        var naam = Assert
            .Single(await dorp.Db.QueryAsync<string>("select naam from gebied_nu where soort = 'stad'"))
            .Replace("Gemeente ", "", StringComparison.Ordinal);

        var pagina = WebUtility.HtmlDecode(await dorp.Http.GetStringAsync("/data/van-ons"));
        Assert.Contains($"Gemeente {naam}, Zitplekken", pagina, StringComparison.Ordinal);
        Assert.Contains(
            $"Gemeente {naam}, basisinformatie. ",
            WebUtility.HtmlDecode(await dorp.Http.GetStringAsync("/data")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_bundle_holds_what_it_says_it_holds()
    {
        await LaadAsync("bundel", Eerste);
        using var zip = new ZipArchive(await dorp.Http.GetStreamAsync("/data/bundel/versies/1.zip"));

        foreach (var regel in (await LeesAsync(zip, "SHA256SUMS")).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            await using var bestand = zip.GetEntry(regel[66..])!.Open();
            Assert.Equal(regel[..64], Convert.ToHexStringLower(await SHA256.HashDataAsync(bestand)));
        }
        using var pakket = JsonDocument.Parse(await LeesAsync(zip, "datapackage.json"));
        var bron = Assert.Single(pakket.RootElement.GetProperty("resources").EnumerateArray());
        var velden = bron.GetProperty("schema")
            .GetProperty("fields")
            .EnumerateArray()
            .Select(f => f.GetProperty("name").GetString());
        Assert.Equal((await LeesAsync(zip, "bundel.csv")).Split('\n')[0], string.Join(',', velden));
        Assert.Equal("1", pakket.RootElement.GetProperty("version").GetString());
        Assert.Matches(
            "Wat deze bestanden niet zeggen:\n(- .*\n)*- Niet bekend bij welk gebied: \\d+ rij(en)? van de \\d+",
            await LeesAsync(zip, "LEESMIJ.txt")
        );
        Assert.Contains(
            "\"geplaatst\",\"geplaatst\",\"datum\"",
            await LeesAsync(zip, "kolommen.csv"),
            StringComparison.OrdinalIgnoreCase
        );
    }

    [Fact]
    public async Task What_was_withdrawn_is_gone_with_its_files_and_says_why()
    {
        await LaadAsync("weg", Eerste);
        await dorp.Http.GetAsync("/data/weg/versies/1/weg.csv");
        await new Versiebeheer(dorp.Db, dorp.Archief).TrekInAsync(
            "weg",
            null,
            "Dit klopte niet.",
            CancellationToken.None
        );

        using var bestand = await dorp.Http.GetAsync("/data/weg/versies/1/weg.csv");
        Assert.Equal(HttpStatusCode.Gone, bestand.StatusCode);
        Assert.Contains("Dit klopte niet.", await bestand.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(
            "Dit klopte niet.",
            await dorp.Http.GetStringAsync("/data/weg/versies/1"),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.NotFound, (await dorp.Http.GetAsync("/data/weg/weg.csv")).StatusCode);
    }

    [Fact]
    public async Task A_concept_has_no_page_and_no_file()
    {
        await new LaagImport(new Publicatie(dorp.Db, dorp.Archief) { AlleenConcept = true }).LaadAsync(
            Dorp.Schrijf(dorp, "concept.csv", Eerste),
            new Keuzes(new Dictionary<string, string> { ["dataset"] = "concept", ["titel"] = "Geheim" }),
            CancellationToken.None
        );

        foreach (
            var adres in new[]
            {
                "",
                "/versies/1",
                "/versies/1/concept.csv",
                "/versies/1.zip",
                "/versies.atom",
                "/concept.csv",
            }
        )
        {
            Assert.Equal(
                (adres, HttpStatusCode.NotFound),
                (adres, (await dorp.Http.GetAsync($"/data/concept{adres}")).StatusCode)
            );
        }
        Assert.DoesNotContain("Geheim", await dorp.Http.GetStringAsync("/data.atom"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_versions_can_be_followed()
    {
        await LaadAsync("volg", Eerste);
        await LaadAsync("volg", Eerste.Replace("Bank 4", "Bank vier", StringComparison.Ordinal));

        var feed = XDocument.Parse(await dorp.Http.GetStringAsync("/data/volg/versies.atom"));
        XNamespace ns = "http://www.w3.org/2005/Atom";
        Assert.Equal(
            ["Zitplekken, versie 2", "Zitplekken, versie 1"],
            feed.Root!.Elements(ns + "entry").Select(e => e.Element(ns + "title")!.Value)
        );
        Assert.Contains("/data/volg/versies/2", await dorp.Http.GetStringAsync("/data.atom"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_journalist_pastes_into_Python_counts_the_rows()
    {
        await LaadAsync("reken", Eerste);
        var pagina = WebUtility.HtmlDecode(await dorp.Http.GetStringAsync("/data/reken"));
        var begin = pagina.IndexOf("import csv", StringComparison.Ordinal);
        var code = pagina[begin..pagina.IndexOf("</code>", begin, StringComparison.Ordinal)];

        Assert.Contains(
            "4 rijen",
            await Programma.VoerUitAsync(dorp.Archief, "python3", "-c", code),
            StringComparison.Ordinal
        );
    }

    /// <summary>What is exported can be imported again, and is the same.</summary>
    [Theory]
    [InlineData("csv", 4)]
    [InlineData("gpkg", 4)]
    [InlineData("geojson", 3)]
    public async Task What_is_exported_comes_back_the_same(string vorm, int rijen)
    {
        var (heen, terug) = ($"heen-{vorm}", $"terug-{vorm}");
        await LaadAsync(heen, Eerste);
        var pad = Dorp.Pad(dorp, $"{terug}.{vorm}");
        await File.WriteAllBytesAsync(pad, await dorp.Http.GetByteArrayAsync($"/data/{heen}/versies/1/{heen}.{vorm}"));
        await new LaagImport(new Publicatie(dorp.Db, dorp.Archief)).LaadAsync(
            pad,
            new Keuzes(
                new Dictionary<string, string>
                {
                    ["dataset"] = terug,
                    ["titel"] = "Terug",
                    ["sleutel"] = "id",
                    ["titelkolom"] = "titel",
                }
            ),
            CancellationToken.None
        );

        var (was, werd) = (await RijenAsync(heen), await RijenAsync(terug));
        Assert.Equal(rijen, werd.Count);
        Assert.All(
            werd,
            r =>
            {
                var w = was.Single(o => o.Sleutel == r.Sleutel);
                Assert.Equal(w with { X = 0, Y = 0 }, r with { X = 0, Y = 0 });
                Assert.InRange(Math.Abs((w.X ?? 0) - (r.X ?? 0)), 0, 0.01);
                Assert.InRange(Math.Abs((w.Y ?? 0) - (r.Y ?? 0)), 0, 0.01);
            }
        );
    }

    private const string Vlakken = """"
        id;naam;prijs;wkt
        1;"Park \ ""Noord""";1234567,89;POLYGON((121000.123 487000.456,121200 487010,121180 487190,121010 487150,121000.123 487000.456),(121050 487050,121060 487100,121100 487060,121050 487050))
        2;Twee delen;-0,01;MULTIPOLYGON(((121300 487000,121310 487000,121310 487010,121300 487000)),((121400 487000,121410.007 487000.003,121410 487010,121400 487000)))
        3;Pad;;LINESTRING(121000 487000,121100.55 487100.45,121300 487100)

        """";

    [Theory]
    [InlineData("csv?geom=wkt")]
    [InlineData("gpkg")]
    [InlineData("geojson")]
    public async Task Areas_come_back_within_a_centimetre_and_amounts_to_the_cent(string vorm)
    {
        var soort = vorm.Split('?')[0];
        var (heen, terug) = ($"vlak-{soort}", $"vlak-terug-{soort}");
        await LaadAsync(heen, Vlakken);
        var pad = Dorp.Pad(dorp, $"{terug}.{soort}");
        await File.WriteAllBytesAsync(pad, await dorp.Http.GetByteArrayAsync($"/lagen/{heen}.{vorm}"));
        var keuzes = new Dictionary<string, string>
        {
            ["dataset"] = terug,
            ["titel"] = "Terug",
            ["sleutel"] = "id",
            ["titelkolom"] = "titel",
        };
        await new LaagImport(new Publicatie(dorp.Db, dorp.Archief)).LaadAsync(pad, new(keuzes), CancellationToken.None);

        await using var verbinding = await dorp.Db.OpenConnectionAsync();
        var (rijen, zelfde, afstand, hoeken) = await Dapper.SqlMapper.QuerySingleAsync<(long, long, double, bool)>(
            verbinding,
            """
            select count(*), count(*) filter (where a.titel = b.titel
                       and (a.kenmerken ->> 'prijs')::numeric is not distinct from (b.kenmerken ->> 'prijs')::numeric),
                   max(ST_HausdorffDistance(a.geom, b.geom)), bool_and(ST_NPoints(a.geom) = ST_NPoints(b.geom))
            from laagobject_nu a join laagobject_nu b on b.sleutel = a.sleutel and b.dataset = @terug
                where a.dataset = @heen
            """,
            new { heen, terug }
        );
        Assert.Equal((3, 3, true), (rijen, zelfde, hoeken));
        Assert.InRange(afstand, 0, 0.01);
    }

    private sealed record Rij(
        string Sleutel,
        string Titel,
        string? Kleur,
        string? Prijs,
        string? Geplaatst,
        double? X,
        double? Y
    );

    private async Task<List<Rij>> RijenAsync(string dataset)
    {
        await using var verbinding = await dorp.Db.OpenConnectionAsync();
        return
        [
            .. await Dapper.SqlMapper.QueryAsync<Rij>(
                verbinding,
                """
                select sleutel, titel, kenmerken ->> 'kleur' as kleur,
                    (kenmerken ->> 'prijs')::numeric(14, 2)::text as prijs,
                       kenmerken ->> 'geplaatst' as geplaatst, ST_X(geom) as x, ST_Y(geom) as y
                from laagobject_nu where dataset = @dataset order by sleutel
                """,
                new { dataset }
            ),
        ];
    }

    private static async Task<string> LeesAsync(ZipArchive zip, string naam)
    {
        using var lezer = new StreamReader(zip.GetEntry(naam)!.Open());
        return await lezer.ReadToEndAsync();
    }
}
