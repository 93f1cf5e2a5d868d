using System.Diagnostics;
using System.Security.Cryptography;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Data.Initiatieven;
using Portal.Data.Iv3;
using Portal.Data.Lagen;
using Portal.Data.Vergunningen;
using Portal.Tests.Gebieden;
using Portal.Tests.Uitvoer;
using Xunit;

namespace Portal.Tests.Datasets;

/// <summary>
/// What is handed over is what is loaded and kept, or it is refused in one sentence and nothing stays behind.
/// </summary>
public sealed class OntvangstTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private const string Kop = "boekjaar;fase;programma;bl;gebiedscode;toerekening;omschrijving;bedrag\n";
    private static CancellationToken Ct => CancellationToken.None;

    private static string Post(int jaar, string gebied = "AA01", string tekst = "Plein") =>
        $"{jaar};begroting;Welzijn en zorg;L;{gebied};direct_adres;{tekst};1,00\n";

    private Task<ImportRapport> LaadAsync(string naam, string inhoud) =>
        new BegrotingImport(dorp.StrengePublicatie).LaadAsync(Dorp.Schrijf(dorp, naam, inhoud), Ct);

    private string[] Tijdelijk => Directory.GetFiles(dorp.Archief, ".binnen-*");

    [Fact]
    public async Task A_file_that_grows_is_loaded_as_it_is_kept()
    {
        var pad = Dorp.Schrijf(dorp, "groeit.csv", Kop);
        using var genoeg = new CancellationTokenSource();
        var schrijver = Task.Run(async () =>
        {
            while (!genoeg.IsCancellationRequested)
            {
                await File.AppendAllTextAsync(pad, Post(2091), Ct);
            }
        });
        await Task.Delay(50);
        var rapport = await new BegrotingImport(dorp.StrengePublicatie).LaadAsync(pad, Ct);
        await genoeg.CancelAsync();
        await schrijver;

        var bewaard = Path.Combine(dorp.Archief, rapport.Sha256 + ".csv");
        Assert.Equal(
            rapport.Sha256,
            Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(bewaard, Ct)))
        );
        Assert.Equal(rapport.Gelezen, (await File.ReadAllLinesAsync(bewaard, Ct)).Length - 1);
        Assert.Empty(Tijdelijk);
    }

    [Fact]
    public async Task A_file_in_the_archive_that_was_changed_is_put_right_and_reported()
    {
        var eerste = await LaadAsync("oud.csv", Kop + Post(2092));
        var bewaard = Path.Combine(dorp.Archief, eerste.Sha256 + ".csv");
        await File.WriteAllTextAsync(bewaard, "iets anders", Ct);

        var tweede = await new BegrotingImport(new Publicatie(dorp.Db, dorp.Archief) { Opnieuw = true }).LaadAsync(
            Dorp.Pad(dorp, "oud.csv"),
            Ct
        );

        Assert.Contains(tweede.Meldingen, m => m.Contains("was veranderd; het is vervangen", StringComparison.Ordinal));
        Assert.Equal(Kop + Post(2092), await File.ReadAllTextAsync(bewaard, Ct));
    }

    [Fact]
    public async Task What_is_refused_leaves_nothing_in_the_archive()
    {
        var voor = Directory.GetFiles(dorp.Archief, "*.csv").Length + 2;
        await Assert.ThrowsAsync<AfgekeurdeLevering>(() => LaadAsync("weg1.csv", Kop + Post(2093, "XX99")));
        await Assert.ThrowsAsync<ImportFout>(() => LaadAsync("weg2.csv", "a;b\n1;2\n"));

        Assert.Equal(voor, Directory.GetFiles(dorp.Archief, "*.csv").Length); // the two that this test wrote
        Assert.Empty(Tijdelijk);
    }

    [Fact]
    public async Task What_is_kept_is_of_its_owner_alone()
    {
        var rapport = await LaadAsync("prive.csv", Kop + Post(2094));

        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite,
            Rechten(Path.Combine(dorp.Archief, rapport.Sha256 + ".csv"))
        );
    }

    [Fact]
    public async Task A_delivery_that_is_mostly_lost_is_refused_unless_asked_for()
    {
        var half = Kop + Post(2095) + Post(2095) + Post(2095, "XX99") + Post(2095);
        var fout = await Assert.ThrowsAsync<AfgekeurdeLevering>(() => LaadAsync("half.csv", half));
        Assert.Contains("1 van de 4 rijen afgewezen", fout.Message, StringComparison.Ordinal);
        Assert.Contains("--verlies-toegestaan", fout.Message, StringComparison.Ordinal);
        Assert.Single(fout.Rapport.Afwijzingen);

        Assert.Equal(4, (await LaadAsync("vijfde.csv", half + Post(2095))).Geladen); // a fifth is not over 20 %
    }

    [Fact]
    public async Task An_open_quotation_mark_is_found_before_it_swallows_the_delivery()
    {
        var rijen = string.Concat(Enumerable.Range(1, 100).Select(_ => Post(2096)));
        var open = Post(2096, tekst: "\"open");
        var fout = await Assert.ThrowsAsync<AfgekeurdeLevering>(() =>
            LaadAsync("open.csv", Kop + rijen + rijen + rijen + rijen + rijen + rijen + open + rijen)
        );

        Assert.Contains("rij 602", fout.Message, StringComparison.Ordinal);
        Assert.Contains(" regels", fout.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "plannen-dubbel.pb",
        "META\nkey;value\nsubunit;A\nsubunit;B\nPROJECTS\nproject_id;cost\n1;2\n",
        "twee keer"
    )]
    [InlineData(
        "plannen-orde.pb",
        "PROJECTS\nproject_id;cost\n1;2\nMETA\nkey;value\nsubunit;A\n",
        "horen erin te staan"
    )]
    [InlineData(
        "plannen-orde2.pb",
        "META\nkey;value\nsubunit;A\ninstance;2022\nVOTES\nx\nPROJECTS\nproject_id;cost\n1;2\n",
        "VOTES voor PROJECTS"
    )]
    public async Task A_buurtbudget_in_another_order_is_a_sentence(string naam, string inhoud, string zin)
    {
        var fout = await Assert.ThrowsAsync<ImportFout>(() =>
            new InitiatiefImport(dorp.Publicatie).LaadAsync(Dorp.Schrijf(dorp, naam, inhoud), Ct)
        );

        Assert.Contains(zin, fout.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"metadata":{"boekjaar":2024,"boekjaar":2023},"data":{}}""", "staat er een naam dubbel")]
    [InlineData("""{"metadata":""", "afgekapt")]
    [InlineData("""{"metadata":{"overheidsnaam":"\ud800"}}""", "half teken")]
    [InlineData("""{"meta\ud800":null}""", "half teken")]
    [InlineData("""{"metadata":null}""", "ontbreekt het onderdeel metadata")]
    [InlineData("""[1,2""", "iv3")]
    public async Task A_json_of_iv3_that_is_not_whole_is_a_sentence(string inhoud, string zin)
    {
        var fout = await Assert.ThrowsAsync<ImportFout>(() =>
            new Iv3Import(dorp.Publicatie).LaadAsync(
                Dorp.Schrijf(dorp, "iv3-kapot.json", inhoud),
                new(Eenheid: "euro", Jaar: 2024, Fase: "begroting"),
                Ct
            )
        );

        Assert.Contains(zin, fout.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"features":[null,1,{"properties":{"titel":"goed"},"geometry":null}]}""", 2)]
    [InlineData("""{"features":[{"properties":{"titel":"half \ud800 teken"}},{"properties":{"titel":"goed"}}]}""", 1)]
    [InlineData("""{"features":[{"properties":{"titel":"nul \u0000"}},{"properties":{"titel":"goed"}}]}""", 1)]
    [InlineData(
        """{"features":[{"properties":{"titel":"goed"},"geometry":null},{"properties":{"titel":"leeg"},"geometry":{"type":"GeometryCollection","geometries":[]}},{"properties":null}]}""",
        2
    )]
    public async Task A_thing_of_a_layer_that_cannot_be_kept_is_rejected_with_its_row(string inhoud, int slecht)
    {
        var rapport = await LaagAsync("vreemd.geojson", inhoud);

        Assert.Equal(slecht, rapport.Afwijzingen.Rijen);
        Assert.Equal(1, rapport.Geladen);
    }

    [Fact]
    public async Task A_row_that_calls_itself_as_rows_without_id_are_called_is_rejected()
    {
        var rapport = await new BegrotingImport(dorp.Publicatie).LaadAsync(
            Dorp.Schrijf(
                dorp,
                "rijen.csv",
                "id;"
                    + Kop
                    + "rij 4;"
                    + Post(2097)
                    + "a;"
                    + Post(2097)
                    + ";"
                    + Post(2097)
                    + new string('x', 300)
                    + ";"
                    + Post(2097)
            ),
            Ct
        );

        Assert.Equal([2, 5], rapport.Afwijzingen.Select(a => a.Rij));
    }

    [Fact]
    public async Task A_layer_cannot_take_the_place_of_something_else()
    {
        var fout = await Assert.ThrowsAsync<ImportFout>(() =>
            new LaagImport(dorp.Publicatie).LaadAsync(
                Dorp.Schrijf(dorp, "over.csv", "naam;x\na;1\n"),
                new Keuzes(new Dictionary<string, string> { ["dataset"] = "buurten-2024", ["titel"] = "Over" }),
                Ct
            )
        );

        Assert.Contains("gaat over iets anders (gebieden)", fout.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_is_not_published_unseen_when_most_of_it_was_lost()
    {
        var pad = Dorp.Schrijf(dorp, "wacht-half.csv", Kop + Post(2090) + Post(2090, "XX99"));
        var eerste = await new BegrotingImport(
            new Publicatie(dorp.Db, dorp.Archief) { AlleenConcept = true, MagVerliezen = true }
        ).LaadAsync(pad, Ct);
        Assert.Equal(1, eerste.Afwijzingen.Rijen);

        var fout = await Assert.ThrowsAsync<AfgekeurdeLevering>(() =>
            new BegrotingImport(dorp.StrengePublicatie).LaadAsync(pad, Ct)
        );
        Assert.Contains("1 van de 2 rijen afgewezen", fout.Message, StringComparison.Ordinal);
        var toch = await new BegrotingImport(dorp.Publicatie).LaadAsync(pad, Ct);
        Assert.Equal((2, 1, 1), (toch.Gelezen, toch.Geladen, toch.EerderAfgewezen));
    }

    [Fact]
    public async Task A_map_with_holes_is_refused_unless_asked_for()
    {
        var buurten = Dorp.GeoJson([("ZZ01", "Heel", 130000), ("ZZ02", "Ver", 900000)]);
        var fout = await Assert.ThrowsAsync<AfgekeurdeLevering>(() =>
            Dorp.LaadAsync(dorp.StrengePublicatie, Dorp.Schrijf(dorp, "gaten.geojson", buurten), 1999)
        );

        Assert.Contains("de kaart zou gaten krijgen", fout.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dutch_date_is_the_day_it_says_in_every_reader()
    {
        var rapport = await RegisterImportAsync(
            "id;titel;soort;fase;aangevraagd_op\nv1;Dakkapel;bouw;verleend;05-11-2020\n"
                + "v2;Boom;bouw;verleend;25-11-2020\nv3;Steiger;bouw;verleend;11/25/2020\n"
        );

        Assert.Equal([4], rapport.Afwijzingen.Select(a => a.Rij).Distinct());
    }

    [Fact]
    public async Task The_list_of_rejections_takes_no_formula_and_its_failing_undoes_nothing()
    {
        var pad = Dorp.Schrijf(
            dorp,
            "formule.csv",
            Kop
                + string.Concat(Enumerable.Range(0, 9).Select(_ => Post(2098)))
                + Post(2098, "=cmd()")
                + Post(2098, "\u001b[2Jx")
        );
        var archief = Directory.CreateTempSubdirectory("portal-afgewezen").FullName;
        await File.WriteAllTextAsync(Path.Combine(archief, "afgewezen"), "geen map", Ct);

        var (code, uit) = await ImporteerAsync(pad, archief);
        Assert.Equal(1, code);
        Assert.Contains("kon niet worden geschreven", uit, StringComparison.Ordinal);
        Assert.Contains("geladen 9", uit, StringComparison.Ordinal);
        Assert.DoesNotContain("niets veranderd", uit, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', uit);
        File.Delete(Path.Combine(archief, "afgewezen"));

        (code, _) = await ImporteerAsync(pad, archief, "--opnieuw");
        Assert.Equal(1, code);
        var lijst = Assert.Single(Directory.GetFiles(Path.Combine(archief, "afgewezen")));
        Assert.Contains("11;gebiedscode;'=cmd();", await File.ReadAllTextAsync(lijst, Ct), StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Rechten(lijst));
        Directory.Delete(archief, recursive: true);
    }

    [Fact]
    public async Task An_archive_that_cannot_be_written_is_a_sentence()
    {
        var pad = Dorp.Schrijf(dorp, "archief.csv", Kop + Post(2099));
        var geenMap = Dorp.Schrijf(dorp, "geen-map", "x");

        var (code, uit) = await ImporteerAsync(pad, Path.Combine(geenMap, "archief"));

        Assert.Equal(2, code);
        Assert.Contains("kan niet worden geschreven", uit, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", uit, StringComparison.Ordinal);
    }

    [RootFact]
    public async Task A_disk_that_is_full_halfway_a_delivery_is_a_sentence_and_leaves_nothing_behind()
    {
        var pad = Dorp.Schrijf(dorp, "vol.csv", Kop + string.Concat(Enumerable.Repeat(Post(2098), 5000)));
        var schijf = Directory.CreateTempSubdirectory("portal-vol").FullName;
        await Programma.VoerUitAsync("/", "mount", "-t", "tmpfs", "-o", "size=64k,mode=700", "none", schijf);
        try
        {
            var (code, uit) = await ImporteerAsync(pad, schijf);

            Assert.Equal(2, code);
            Assert.Contains("Is de schijf vol", uit, StringComparison.Ordinal);
            Assert.Contains("Er is niets veranderd.", uit, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", uit, StringComparison.Ordinal);
            Assert.Empty(Directory.GetFiles(schijf, "*", new EnumerationOptions { AttributesToSkip = 0 }));
            Assert.Equal(
                0,
                await dorp.Db.QuerySingleAsync<int>("select count(*)::int from versie where bestand = 'vol.csv'")
            );
        }
        finally
        {
            await Programma.VoerUitAsync("/", "umount", schijf);
            Directory.Delete(schijf);
        }
    }

    [RootFact]
    public async Task A_load_ends_before_it_takes_the_room_that_the_database_needs_to_go_on()
    {
        var rijen = string.Concat(Enumerable.Range(0, 150_000).Select(i => Post(2097)));
        var pad = Dorp.Schrijf(dorp, "ruimte.csv", Kop + rijen);
        var schijf = Directory.CreateTempSubdirectory("portal-ruimte").FullName;
        await Programma.VoerUitAsync("/", "mount", "-t", "tmpfs", "-o", "size=400m,mode=700", "none", schijf);
        try
        {
            var import = ImporteerAsync(pad, schijf);
            while (!import.IsCompleted && await VersiesAsync() == 0)
            {
                await Task.Delay(20);
            }
            Assert.False(import.IsCompleted, "it was done before the disk could be filled");
            await Programma.VoerUitAsync("/", "fallocate", "-l", "150M", Path.Combine(schijf, "anders"));
            var (code, uit) = await import;

            Assert.Equal(2, code);
            Assert.Contains("en er moet 300 MB vrij blijven", uit, StringComparison.Ordinal);
            Assert.Contains("Er is niets veranderd.", uit, StringComparison.Ordinal);
            Assert.Equal("mislukt", await dorp.Db.QuerySingleAsync<string>(Status));

            (code, uit) = await ImporteerAsync(pad, schijf); // and it does not begin
            Assert.Equal(2, code);
            Assert.Contains("en er moet 300 MB vrij blijven", uit, StringComparison.Ordinal);
            Assert.Equal(1, await VersiesAsync());
        }
        finally
        {
            await Programma.VoerUitAsync("/", "umount", schijf);
            Directory.Delete(schijf);
        }
    }

    private const string Status = "select status from versie where bestand = 'ruimte.csv'";

    private Task<int> VersiesAsync() =>
        dorp.Db.QuerySingleAsync<int>("select count(*)::int from versie where bestand = 'ruimte.csv'");

    private static UnixFileMode Rechten(string pad) =>
        OperatingSystem.IsWindows() ? throw new PlatformNotSupportedException() : File.GetUnixFileMode(pad);

    private Task<ImportRapport> LaagAsync(string naam, string inhoud) =>
        new LaagImport(new Publicatie(dorp.Db, dorp.Archief) { MagVerliezen = true, MagKrimpen = true }).LaadAsync(
            Dorp.Schrijf(dorp, naam, inhoud),
            new Keuzes(new Dictionary<string, string> { ["dataset"] = "vreemd", ["titel"] = "Vreemd" }),
            Ct
        );

    private Task<ImportRapport> RegisterImportAsync(string inhoud) =>
        VergunningOnderwerp
            .Onderwerp.Imports.Single()
            .Laad(
                dorp.Publicatie,
                Dorp.Schrijf(dorp, "vergunning-data.csv", inhoud),
                new Keuzes(new Dictionary<string, string> { ["dataset"] = "vergunning-data" }),
                Ct
            );

    private async Task<(int Code, string Uit)> ImporteerAsync(string pad, string archief, params string[] opties)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Portal.Web.dll"), "import", "begroting", pad },
            Environment = { ["PORTAL_DB"] = dorp.ConnectionString, ["PORTAL_ARCHIEF"] = archief },
        };
        foreach (var optie in opties)
        {
            start.ArgumentList.Add(optie);
        }
        using var proces = Process.Start(start)!;
        var (uit, fout) = (proces.StandardOutput.ReadToEndAsync(), proces.StandardError.ReadToEndAsync());
        await proces.WaitForExitAsync();
        return (proces.ExitCode, await uit + await fout);
    }
}
