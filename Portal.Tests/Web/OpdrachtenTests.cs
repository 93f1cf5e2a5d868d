using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Portal.Data.Begrotingen;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Web;

/// <summary>The executable as an operator meets it: exit codes, sentences, and the published site.</summary>
public sealed class OpdrachtenTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private const string Kop = "boekjaar;fase;programma;bl;gebiedscode;toerekening;omschrijving;bedrag\n";

    [Fact]
    public async Task A_clean_file_ends_with_0_and_a_second_time_says_it_was_loaded()
    {
        var pad = Dorp.Schrijf(dorp, "cli.csv", Kop + "2050;begroting;Welzijn en zorg;L;AA01;direct_adres;a;1,00\n");

        var (code, uit, _) = await DraaiAsync("import", "begroting", pad);
        Assert.Equal(0, code);
        Assert.Contains("gelezen 1, geladen 1", uit, StringComparison.Ordinal);

        (code, uit, _) = await DraaiAsync("import", "begroting", pad);
        Assert.Equal(0, code);
        Assert.Contains("al geladen, SHA-256", uit, StringComparison.Ordinal);

        (code, uit, _) = await DraaiAsync("status");
        Assert.Equal(0, code);
        Assert.Matches(@"begroting-2050\s+versie\s+1\s+1 rij\s+vandaag\s+cli\.csv", uit);
    }

    [Fact]
    public async Task Help_is_in_Dutch()
    {
        var (code, uit, _) = await DraaiAsync("import", "begroting", "--help");

        Assert.Equal(0, code);
        Assert.Contains("Gebruik:\n  portal import begroting BESTAND [opties]", uit, StringComparison.Ordinal);
        Assert.Matches(@"--ritme …\s+Hoe vaak .+ Kies uit: ", uit);
        Assert.Matches(@"--help, -h, -\?\s+Deze uitleg\.", uit);
        Assert.DoesNotMatch("Usage|Options|Arguments|Show help|<", uit);
        (_, uit, _) = await DraaiAsync("--help");
        Assert.Matches(@"Opdrachten:(.|\n)*publiceer\s+Een concept publiceren", uit);
    }

    [Fact]
    public async Task A_database_without_the_files_of_its_deliveries_is_told()
    {
        var pad = Dorp.Schrijf(dorp, "weg.csv", Kop + "2059;begroting;Welzijn en zorg;L;AA01;direct_adres;a;1,00\n");
        await DraaiAsync("import", "begroting", pad);
        foreach (var bestand in Directory.GetFiles(dorp.Archief, "*.csv"))
        {
            File.Delete(bestand);
        }

        var (code, _, fout) = await DraaiAsync("status");

        Assert.Equal(0, code);
        Assert.Matches(
            @"Let op: van \d+ van de \d+ leveringen die nu gelden, staat het bestand niet in het archief",
            fout
        );
    }

    [Fact]
    public async Task Rejected_rows_end_with_1_and_stand_in_a_csv()
    {
        var pad = Dorp.Schrijf(
            dorp,
            "deels.csv",
            Kop
                + "2051;begroting;Welzijn en zorg;L;AA01;direct_adres;a;1,00\n"
                + "2051;begroting;Welzijn en zorg;L;XX99;direct_adres;b;1,00\n"
        );

        var (code, uit, _) = await DraaiAsync("import", "begroting", pad, "--verlies-toegestaan");

        Assert.Equal(1, code);
        Assert.Contains(
            "afgewezen, rij 3, kolom gebiedscode: dit gebied bestaat niet in indeling 2024 (er staat: XX99)",
            uit,
            StringComparison.Ordinal
        );
        var csv = await File.ReadAllLinesAsync(Regex.Match(uit, @"alle afwijzingen staan in (\S+)").Groups[1].Value);
        Assert.Equal(["rij;kolom;waarde;reden", "3;gebiedscode;XX99;dit gebied bestaat niet in indeling 2024"], csv);
    }

    [Fact]
    public async Task A_concept_waits_in_the_status_until_it_is_published_or_thrown_away()
    {
        var pad = Dorp.Schrijf(dorp, "wacht.csv", Kop + "2052;begroting;Welzijn en zorg;L;AA01;direct_adres;a;1,00\n");

        var (code, uit, _) = await DraaiAsync("import", "begroting", pad, "--concept");
        Assert.Equal(0, code);
        Assert.Contains("portal publiceer begroting-2052 --versie 1", uit, StringComparison.Ordinal);
        (_, uit, _) = await DraaiAsync("status");
        Assert.Matches(@"begroting-2052\s+concept\s+1\s+1 rij, nog niet openbaar", uit);

        (code, uit, _) = await DraaiAsync("publiceer", "begroting-2052");
        Assert.Equal(0, code);
        Assert.Contains("gepubliceerd", uit, StringComparison.Ordinal);
        (code, uit, _) = await DraaiAsync("intrekken", "begroting-2052", "--reden", "proef");
        Assert.Equal((0, "begroting-2052: versie 1 is ingetrokken.\n"), (code, uit));
        (code, _, var fout) = await DraaiAsync("publiceer", "begroting-2052");
        Assert.Equal(2, code);
        Assert.Contains("niets concept", fout, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bestaat niet", "import", "subsidies", "/nergens.csv")]
    [InlineData("bestaat niet", "import", "buurtbudget", "/nergens.pb")]
    [InlineData("bestaat niet", "import", "subsidies", "{los}")]
    [InlineData("Geef ook mee: BESTAND", "import", "subsidies")]
    [InlineData("'onzin' kent deze opdracht niet", "import", "subsidies", "x.csv", "onzin")]
    [InlineData("--jaar twee: dit jaar kan niet", "import", "inwoners", "{iv3}", "--jaar", "twee")]
    [InlineData("--indeling 99999: dit jaar kan niet", "import", "gebieden", "{iv3}", "--indeling", "99999")]
    [InlineData("Bij --versie staat 'twee'", "publiceer", "x", "--versie", "twee")]
    [InlineData("Achter --jaar ontbreekt", "import", "inwoners", "x.csv", "--jaar")]
    [InlineData("Geef ook mee: --indeling", "import", "gebieden", "x.geojson")]
    [InlineData("Kies uit begroting, realisatie", "import", "iv3", "x.csv", "--fase", "morgen")]
    [InlineData("'--wat' kent deze opdracht niet", "status", "--wat")]
    [InlineData("Zeg wat er moet gebeuren", "import")]
    [InlineData("is een map", "import", "subsidies", "/tmp")]
    [InlineData("Geef de naam van een bestand", "import", "subsidies", "")]
    [InlineData("is een map", "import", "iv3", "{iv3}", "--eenheid", "euro", "--definities", "/tmp")]
    [InlineData("echte gegevens geladen", "voorbeeld")]
    public async Task What_cannot_be_done_ends_with_2_and_one_sentence(string zin, params string[] args)
    {
        var iv3 = Dorp.Schrijf(
            dorp,
            "iv3-klein.json",
            """{"metadata":{"overheidslaag":"Gemeente","overheidsnummer":"9998","overheidsnaam":"Dorp","boekjaar":2024,"periode":0,"status":"Begroting"},"data":{}}"""
        );
        var los = Dorp.Pad(dorp, "los.csv"); // a link to what is not there
        File.Delete(los);
        File.CreateSymbolicLink(los, "/nergens.csv");
        var (code, uit, fout) = await DraaiAsync([.. args.Select(a => a.Replace("{iv3}", iv3).Replace("{los}", los))]);

        Assert.Equal(2, code);
        Assert.Contains(zin, fout, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", uit + fout, StringComparison.Ordinal);
        Assert.DoesNotMatch("Required|Unrecognized|Cannot parse|Description", uit + fout);
    }

    [Theory]
    [InlineData("PORTAL_DB", "", "PORTAL_DB ontbreekt", "status")]
    [InlineData("PORTAL_DB", "", "PORTAL_DB ontbreekt", "serve")]
    [InlineData("PORTAL_PROXY", "nginx", "In PORTAL_PROXY staat 'nginx'", "serve")]
    [InlineData(
        "Portal__Grenzen__Bestand",
        "1000",
        "is groter dan 1.000 bytes. Deel het bestand op",
        "import subsidies {dll}"
    )]
    public async Task A_setting_that_is_missing_or_wrong_ends_with_2_and_one_sentence(
        string naam,
        string waarde,
        string zin,
        string opdracht
    )
    {
        var dll = typeof(Program).Assembly.Location; // any file of some size
        var (code, _, fout) = await DraaiAsync(opdracht.Replace("{dll}", dll).Split(' '), (naam, waarde));

        Assert.Equal(2, code);
        // Other tests of this database leave deliveries behind, of which an import says that their files are gone
        var regels = fout.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(zin, Assert.Single(regels, r => !r.StartsWith("Let op: van", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Names_of_gebieden_and_inhabitants_without_a_year_have_a_command()
    {
        var lijst = Dorp.Schrijf(
            dorp,
            "ggw-lijst.csv",
            "level,code,naam,identificatie\nggwgebied,G1,Ergens,99980950000001\n"
        );
        var (code, uit, fout) = await DraaiAsync("import", "gebieden", lijst, "--indeling", "1990", "--alleen-namen");
        Assert.True(code is 0, uit + fout);
        Assert.Contains("De namen zijn bewaard.", uit, StringComparison.Ordinal);

        (code, _, fout) = await DraaiAsync(
            "import",
            "inwoners",
            Dorp.Schrijf(dorp, "zonder-jaar.csv", "code;inwoners\nAA01;1\n")
        );
        Assert.Equal(2, code);
        Assert.Contains("Geef het mee met --jaar.", fout, StringComparison.Ordinal);

        (code, uit, fout) = await DraaiAsync(
            "import",
            "inwoners",
            Dorp.Schrijf(
                dorp,
                "bbga.csv",
                "1995 STAD BEVTOTAAL 12\n1995 DX01 BEVTOTAAL 5\n1995 STAD BEVHUISHOUDENHH 4\n"
            )
        );
        Assert.True(code is 0, uit + fout);
        Assert.Contains(
            "1 gebieden van het bestand zijn geen gebied van nu en blijven weg: DX01.",
            uit,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Iv3_is_loaded_by_its_name_or_asks_for_what_the_name_does_not_say()
    {
        const string inhoud =
            "Gemeenten;Taakveld;Baten;Lasten;Provincie;Gemeentegrootte;Inwonertal\n"
            + "Ergens;5.7 Openbaar groen;1;2;Flevoland;minderdan5000inwoners;4000\n";

        var (code, _, fout) = await DraaiAsync("import", "iv3", Dorp.Schrijf(dorp, "cijfers.csv", inhoud));
        Assert.Equal(2, code);
        Assert.Contains("--jaar", fout, StringComparison.Ordinal);

        (code, var uit, _) = await DraaiAsync("import", "iv3", Dorp.Schrijf(dorp, "iv3_2059_begroting.csv", inhoud));
        Assert.True(code is 0, uit + fout);
        Assert.Contains("gelezen 1, geladen 1", uit, StringComparison.Ordinal);

        (code, _, fout) = await DraaiAsync(
            "import",
            "iv3",
            Dorp.Schrijf(dorp, "iv3_2059_begroting.csv", inhoud),
            "--eenheid",
            "gulden"
        );
        Assert.Equal(2, code);
        Assert.Contains("gulden", fout, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_busy_import_says_so_and_a_killed_one_holds_nothing()
    {
        var pad = Dorp.Schrijf(dorp, "bezig.csv", Kop + "2053;begroting;Welzijn en zorg;L;AA01;direct_adres;a;1,00\n");
        await using var ander = await dorp.Db.OpenConnectionAsync();
        await Dapper.SqlMapper.ExecuteAsync(ander, "begin; lock table begrotingspost in access exclusive mode");
        using (var proces = Start(["import", "begroting", pad]))
        {
            Assert.Matches(@"^  bezig, \d+ seconden", await proces.StandardOutput.ReadLineAsync());
            Assert.True(await VastAsync());
            proces.Kill();
        }
        using var genoeg = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await VastAsync()) // the table is still not free: else it would wait as long as that
        {
            await Task.Delay(100, genoeg.Token);
        }
        await Dapper.SqlMapper.ExecuteAsync(ander, "rollback");
        Assert.Equal(0, (await DraaiAsync("import", "begroting", pad)).Code);
    }

    private Task<bool> VastAsync() =>
        DbTests.QuerySingleAsync<bool>(
            dorp.Db,
            "select exists (select from pg_locks where locktype = 'advisory' "
                + "and database = (select oid from pg_database where datname = current_database()))"
        );

    [Fact]
    public async Task Migrating_again_changes_nothing()
    {
        var (code, uit, _) = await DraaiAsync("migrate");

        Assert.Equal(0, code);
        Assert.Contains("al bij", uit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_query_for_the_benchmark_is_the_query_of_the_map()
    {
        await new BegrotingImport(dorp.Publicatie).LaadAsync(
            Dorp.Schrijf(dorp, "bench.csv", Kop + "2052;realisatie;Welzijn en zorg;L;AA01;direct_adres;a;52,52\n"),
            CancellationToken.None
        );
        var sql = await Bench.Vragen.GeoJsonSqlAsync(dorp.Db, 2052);

        Assert.Equal(
            await dorp.Http.GetStringAsync("/buurten.geojson?jaar=2052"),
            await Gebieden.DbTests.QuerySingleAsync<string>(dorp.Db, sql)
        );
    }

    [Fact]
    public async Task The_published_site_serves_fingerprinted_compressed_files()
    {
        using var proces = Start(["serve", "--urls", "http://127.0.0.1:0"]);
        try
        {
            var adres = await AdresAsync(proces);
            using var http = new HttpClient { BaseAddress = adres };
            var html = await http.GetStringAsync("/");
            var css = Regex.Match(html, "href=\"(/css/portaal[^\"]*\\.css)\"").Groups[1].Value;
            Assert.Matches(@"portaal\.\w{10}\.css$", css);

            using var vraag = new HttpRequestMessage(HttpMethod.Get, css);
            vraag.Headers.Add("Accept-Encoding", "br");
            using var antwoord = await http.SendAsync(vraag);
            Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
            if (Environment.GetEnvironmentVariable("PORTAL_TEST_PUBLISHED") is not null)
            {
                Assert.Contains("immutable", antwoord.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
                Assert.Equal("br", Assert.Single(antwoord.Content.Headers.ContentEncoding));
            }
            Assert.Contains("Leaflet", await http.GetStringAsync("/lib/leaflet/leaflet.js"), StringComparison.Ordinal);
            foreach (
                var gebieden in new[]
                {
                    "gebied=AB01&gebied=AA01",
                    "gebied=AA01&gebied=AB01",
                    "gebied=AB01&gebied=AA01",
                }
            ) // the cache is on here, and must not sort
            {
                var velden = Regex.Matches(
                    await http.GetStringAsync($"/begroting/vergelijk?{gebieden}"),
                    "name=\"(gebied)\" value=\"(A[^\"]*)\""
                );
                Assert.Equal(
                    gebieden,
                    string.Join('&', velden.Select(m => $"{m.Groups[1].Value}={m.Groups[2].Value}"))
                );
            }
            Assert.Contains(
                "definePortalMap",
                await http.GetStringAsync("/js/portal-map.js"),
                StringComparison.Ordinal
            );
        }
        finally
        {
            proces.Kill(entireProcessTree: true);
        }
    }

    private static async Task<Uri> AdresAsync(Process proces)
    {
        while (await proces.StandardOutput.ReadLineAsync() is { } regel)
        {
            if (Regex.Match(regel, @"Now listening on: (http://\S+)") is { Success: true } m)
            {
                return new(m.Groups[1].Value);
            }
        }
        throw new InvalidOperationException("The site did not start.");
    }

    [Fact]
    public async Task Somebody_is_invited_and_the_log_says_so_and_is_whole_until_it_is_not()
    {
        var (code, uit, _) = await DraaiAsync("beheer", "uitnodigen", "wie@gemeente.example", "--rol", "publicist");
        Assert.Equal(0, code);
        Assert.Matches("^http://localhost:5080/beheer/uitnodiging/[0-9a-f]{64}$", uit.Trim());
        (code, _, var fout) = await DraaiAsync("beheer", "uitnodigen", "wie", "--rol", "publicist");
        Assert.Equal(2, code);
        Assert.Contains("'wie' is geen mailadres", fout, StringComparison.Ordinal);

        (code, uit, _) = await DraaiAsync("audit", "verify");
        Assert.Equal(0, code);
        Assert.StartsWith("OK: 1 regels", uit, StringComparison.Ordinal);
        await dorp.Db.ExecuteAsync(
            "alter table logboek disable trigger logboek_blijft; update logboek set details = '{}'"
        );
        (code, _, fout) = await DraaiAsync("audit", "verify");
        Assert.Equal(2, code);
        Assert.Contains("vanaf regel 1", fout, StringComparison.Ordinal);
        (code, _, fout) = await DraaiAsync(["audit", "verify"], ("PORTAL_DB_BEHEER", ""));
        Assert.Equal(2, code);
        Assert.Contains("PORTAL_DB_BEHEER ontbreekt", fout, StringComparison.Ordinal);
    }

    private Task<(int Code, string Uit, string Fout)> DraaiAsync(params string[] args) => DraaiAsync(args, null);

    private async Task<(int Code, string Uit, string Fout)> DraaiAsync(
        string[] args,
        (string Naam, string Waarde)? instelling
    )
    {
        using var proces = Start(args, instelling);
        var (uit, fout) = (proces.StandardOutput.ReadToEndAsync(), proces.StandardError.ReadToEndAsync());
        await proces.WaitForExitAsync();
        return (proces.ExitCode, await uit, await fout);
    }

    private Process Start(string[] args, (string Naam, string Waarde)? instelling = null)
    {
        var start = new ProcessStartInfo { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Environment.GetEnvironmentVariable("PORTAL_TEST_PUBLISHED") is { } map)
        {
            start.FileName = Path.Combine(map, "Portal.Web");
        }
        else
        {
            start.FileName = "dotnet";
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Portal.Web.dll"));
            start.WorkingDirectory = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "Portal.Web");
        }
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }
        start.Environment["PORTAL_DB"] = dorp.ConnectionString;
        start.Environment["PORTAL_DB_BEHEER"] = dorp.ConnectionString;
        start.Environment["PORTAL_ARCHIEF"] = dorp.Archief;
        if (instelling is { } deze)
        {
            start.Environment[deze.Naam] = deze.Waarde;
        }
        return Process.Start(start)!;
    }
}
