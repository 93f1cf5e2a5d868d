using System.Diagnostics;
using System.Globalization;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Data.Indicatoren;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Indicatoren;

/// <summary>A small file in the form of the BBGA, of the gebieden of 2015 in the invented village.</summary>
public sealed class BbgaKleinTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    internal const string Bestand = """
        2014 STAD BEVTOTAAL 1600
        2014 DX01 BEVTOTAAL 400
        2014 DX02 BEVTOTAAL 1200
        2015 DX01 BEVTOTAAL 410
        2015 DX02 BEVTOTAAL
        2015 DX01 LBUURT_R 7.4
        2015 DX02 LBUURT_R 6
        2015 DX02 GEHEIM_X 12

        """;

    private Task<ImportRapport> LaadAsync(string inhoud, string? uitleg = null, string indeling = "2015") =>
        new MetingImport(new Publicatie(dorp.Db, dorp.Archief) { MagKrimpen = true, Opnieuw = true }).LaadAsync(
            Dorp.Schrijf(dorp, "bbga_klein.csv", inhoud),
            new(
                new Dictionary<string, string>
                {
                    ["uitleg"] = EchteData.Gemeente("amsterdam/bbga.csv"),
                    ["indeling"] = indeling,
                }
            ),
            CancellationToken.None
        );

    [Fact]
    public async Task Every_line_is_loaded_in_its_own_division()
    {
        await Gebieden15Async(dorp);
        var rapport = await LaadAsync(Bestand);

        Assert.Equal((8, 8), (rapport.Gelezen, rapport.Geladen));
        Assert.Contains(rapport.Meldingen, m => m.StartsWith("33 indicatoren hebben uitleg", StringComparison.Ordinal));
        Assert.Contains(
            rapport.Meldingen,
            m => m.StartsWith("1 indicatoren hebben geen uitleg", StringComparison.Ordinal)
        );
        Assert.Equal(
            [("DX01", 2015, 410m), ("DX02", 2015, null)],
            await dorp.Db.QueryAsync<(string, int, decimal?)>(
                "select code, indeling::int, waarde from meting_nu where indicator = 'BEVTOTAAL' and jaar = 2015 order by 1"
            )
        );
        Assert.Equal(
            [
                ("BEVTOTAAL", "Inwoners", true),
                ("GEHEIM_X", "GEHEIM_X", false),
                ("LBUURT_R", "Hoe tevreden mensen zijn met hun buurt", true),
            ],
            await dorp.Db.QueryAsync<(string, string, bool)>(
                "select code, naam, definitie is not null from indicator_nu where dataset = 'bbga' order by 1"
            )
        );
        // What was explained stays explained, also of a file that comes without
        await new MetingImport(new Publicatie(dorp.Db, dorp.Archief) { Opnieuw = true }).LaadAsync(
            Dorp.Schrijf(dorp, "bbga_klein.csv", Bestand),
            new(new Dictionary<string, string> { ["indeling"] = "2015" }),
            CancellationToken.None
        );
        Assert.Equal(
            "Inwoners",
            await dorp.Db.QuerySingleAsync<string>("select naam from indicator_nu where code = 'BEVTOTAAL'")
        );
    }

    [Fact]
    public async Task What_is_wrong_is_said_by_line()
    {
        await Gebieden15Async(dorp);
        var fout = await Assert.ThrowsAsync<AfgekeurdeLevering>(() =>
            LaadAsync("2014 DX01 BEVTOTAAL 1\n2014 DX01 BEVTOTAAL 2\n2014 DX99 BEVTOTAAL 2\n14 DX01 X 1\nonzin\n")
        );

        Assert.Equal([2, 3, 4, 5], fout.Rapport.Afwijzingen.Select(a => a.Rij));
        Assert.Contains("niet bekend in indeling 2015", fout.Rapport.Afwijzingen[1].Reden, StringComparison.Ordinal);
    }

    /// <summary>Two gebieden of 2015: the first is stadsdeel A but its last buurt, which is in the second.</summary>
    internal static Task<ImportRapport> Gebieden15Async(ITestDatabase database) =>
        Dorp.LaadAsync(
            new Publicatie(database.Db, database.Archief),
            Dorp.Schrijf(
                database,
                "gebieden15.geojson",
                Dorp.Verzameling(
                    Dorp.Feature(
                        """{ "Gebied_code": "DX01", "Gebied": "Oud West" }""",
                        "[[121000,487000],[121300,487000],[121300,487100],[121000,487100],[121000,487000]]"
                    ),
                    Dorp.Feature(
                        """{ "Gebied_code": "DX02", "Gebied": "Oud Oost" }""",
                        "[[121300,487000],[121600,487000],[121600,487100],[121300,487100],[121300,487000]]"
                    )
                )
            ),
            2015
        );
}

/// <summary>The file of Amsterdam itself.</summary>
public sealed class BbgaTests(AmsterdamFixture amsterdam) : IClassFixture<AmsterdamFixture>
{
    private const string Bestand = "amsterdam_bbga_gebieden_2005_2018.csv";

    internal static async Task<ImportRapport> LaadAsync(ITestDatabase database)
    {
        await new GebiedImport(database.Publicatie).LaadAsync(
            EchteData.Pad("amsterdam_gebieden22_codes.geojson"),
            new(2015),
            CancellationToken.None
        );
        return await new MetingImport(database.Publicatie).LaadAsync(
            EchteData.Pad(Bestand),
            new(
                new Dictionary<string, string>
                {
                    ["indeling"] = "2015",
                    ["uitleg"] = EchteData.Gemeente("amsterdam/bbga.csv"),
                }
            ),
            CancellationToken.None
        );
    }

    [EchteDataFact]
    public async Task Every_line_of_it_loads_within_ten_seconds_and_equals_the_file()
    {
        await new GebiedImport(amsterdam.Publicatie).LaadAsync(
            EchteData.Pad("amsterdam_gebieden22_codes.geojson"),
            new(2015),
            CancellationToken.None
        );
        var klok = Stopwatch.StartNew();
        var rapport = await LaadAsync(amsterdam);
        klok.Stop();

        Assert.Equal((125_395, 125_395), (rapport.Gelezen, rapport.Geladen));
        Assert.Empty(rapport.Afwijzingen);
        Assert.True(klok.Elapsed < TimeSpan.FromSeconds(10), $"{klok.Elapsed}");
        Assert.Equal(
            (736L, 33L),
            await amsterdam.Db.QuerySingleAsync<(long, long)>(
                "select count(*), count(definitie) from indicator_nu where dataset = 'bbga'"
            )
        );
        await GelijkAanHetBestandAsync();
    }

    private async Task GelijkAanHetBestandAsync()
    {
        var toeval = new Random(13);
        var regels = await File.ReadAllLinesAsync(EchteData.Pad(Bestand));
        foreach (
            var velden in toeval.GetItems(regels, 200).Select(r => r.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        )
        {
            var waarde = await amsterdam.Db.QuerySingleAsync<decimal?>(
                "select waarde from meting_nu where indicator = @indicator and jaar = @jaar and indeling = 2015 and code = @code",
                new
                {
                    indicator = velden[2],
                    jaar = int.Parse(velden[0], CultureInfo.InvariantCulture),
                    code = velden[1] == "STAD" ? "GM0363" : velden[1],
                }
            );
            decimal? verwacht = velden.Length < 4 ? null : decimal.Parse(velden[3], CultureInfo.InvariantCulture);
            Assert.Equal(verwacht, waarde);
        }
    }
}
