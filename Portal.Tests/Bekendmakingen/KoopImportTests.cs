using System.Globalization;
using System.Text.Json;
using Dapper;
using Portal.Data;
using Portal.Data.Bekendmakingen;
using Portal.Data.Datasets;
using Portal.Tests.Bekendmakingen.Koop;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Bekendmakingen;

/// <summary>Answers of KOOP become announcements, and announcements become cases.</summary>
public sealed class KoopImportTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private static readonly DateOnly Vandaag = Klok.Systeem.Vandaag;

    private static string Dag(DateOnly dag) => dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Record(string id, string titel, DateOnly dag, string erbij = "", string van = "Dorp") =>
        KoopTekst.Record(
            id,
            $"<dcterms:title>{titel}</dcterms:title><dcterms:type>omgevingsvergunning</dcterms:type><dcterms:creator>{van}</dcterms:creator>",
            $"<dcterms:available>{Dag(dag)}</dcterms:available>",
            $"<ow:activiteit>bouwen</ow:activiteit>{erbij}"
        );

    private static string Punt(string xy) => KoopTekst.Markering("Punt", $"<ow:geometrie>POINT({xy})</ow:geometrie>");

    private async Task<ImportRapport> LaadAsync(params string[] records) =>
        await LaadTekstAsync($"koop-{Guid.NewGuid():N}.xml", KoopTekst.Xml(records));

    private Task<ImportRapport> LaadTekstAsync(string naam, string tekst) =>
        KoopImport.LaadAsync(
            new Publicatie(dorp.Db, dorp.Archief) { MagVerliezen = true, MagKrimpen = true },
            Dorp.Schrijf(dorp, naam, tekst),
            null,
            CancellationToken.None
        );

    private Task<(string? Gebied, string? Plek, string? Hoe, string Fase, string? Zaak)> RijAsync(string sleutel) =>
        dorp.Db.QuerySingleAsync<(string?, string?, string?, string, string?)>(
            $"select gebied_code, plek, reactie_hoe, fase, zaaknummer from bekendmaking_nu where sleutel = '{sleutel}'"
        );

    [Fact]
    public async Task An_announcement_gets_its_phase_its_last_day_and_its_area_by_all_its_places()
    {
        await LaadAsync(
            Record("gmb-2026-1", "Besluit omgevingsvergunning Verleend Kade 1", new(2026, 3, 2), Punt("121250 487050")),
            Record(
                "gmb-2026-2",
                "Ontwerpbesluit omgevingsvergunning Kade 2",
                new(2026, 3, 2),
                Punt("121050 487050") + Punt("121150 487050")
            ),
            Record(
                "gmb-2026-3",
                "Verordening op de kade",
                new(2026, 3, 2),
                KoopTekst.Markering("Gemeente", "<ow:gemeentenaam>Dorp</ow:gemeentenaam>")
            )
        );

        Assert.Equal(("AB01", "punt", "bezwaar", "verleend"), Kort(await RijAsync("gmb-2026-1")));
        Assert.Equal(("AA", "punt", "zienswijze", "ontwerp"), Kort(await RijAsync("gmb-2026-2")));
        Assert.Equal("gemeente", (await RijAsync("gmb-2026-3")).Plek);
        var pagina = await dorp.Http.GetStringAsync("/bekendmakingen/officiele-bekendmakingen/gmb-2026-1");
        Assert.Contains("maandag 13 april 2026", pagina, StringComparison.Ordinal);
        Assert.Contains("geschat", pagina, StringComparison.Ordinal);

        static (string?, string?, string?, string) Kort((string?, string?, string?, string, string?) r) =>
            (r.Item1, r.Item2, r.Item3, r.Item4);
    }

    [Fact]
    public async Task A_place_that_cannot_be_read_is_told_by_number_and_the_others_count()
    {
        var rapport = await LaadAsync(
            Record(
                "gmb-2026-31",
                "Besluit omgevingsvergunning Verleend Sloot 1",
                new(2026, 3, 2),
                Punt("121250 487050")
                    + KoopTekst.Markering(
                        "Punt",
                        "<ow:geometrie>ergens</ow:geometrie><ow:geometrielabel>Bij Jansen</ow:geometrielabel>"
                    )
            )
        );

        var zin = Assert.Single(rapport.Meldingen, m => m.Contains("niet te lezen", StringComparison.Ordinal));
        Assert.Contains("gmb-2026-31", zin, StringComparison.Ordinal);
        Assert.DoesNotContain("Jansen", zin, StringComparison.Ordinal);
        Assert.Equal("AB01", (await RijAsync("gmb-2026-31")).Gebied);
    }

    [Fact]
    public async Task Those_of_another_municipality_are_rejected_by_row_and_the_rest_is_loaded()
    {
        var rapport = await LaadAsync(
            Record("gmb-2026-11", "Besluit kapvergunning Verleend Brink 1", new(2026, 3, 2), van: "Elders"),
            Record("gmb-2026-12", "Besluit kapvergunning Verleend Brink 2", new(2026, 3, 2))
        );

        Assert.Contains(rapport.Afwijzingen, a => a.Reden.Contains("is van Elders", StringComparison.Ordinal));
        Assert.Equal("verleend", (await RijAsync("gmb-2026-12")).Fase);
    }

    [Fact]
    public async Task A_case_is_one_permit_with_a_time_line_and_after_long_silence_another()
    {
        const string Werk = "omgevingsvergunning Weide 5";
        await LaadAsync(
            Record("gmb-2023-21", $"Aanvraag {Werk}", new(2023, 1, 2)),
            Record("gmb-2025-21", $"Aanvraag {Werk}", new(2025, 6, 2)),
            Record("gmb-2025-22", $"Verlenging beslistermijn {Werk}", new(2025, 7, 1)),
            Record("gmb-2025-23", $"Besluit {Werk} Verleend", new(2025, 8, 4))
        );

        var zaken = (
            await dorp.Db.QueryAsync<(string Sleutel, string Fase, string? Bezwaar)>(
                "select sleutel, fase, bezwaar_tot::text from vergunning_nu "
                    + "where zaaknummer = 'bouwen | weide 5' order by sleutel"
            )
        ).AsList();
        Assert.Equal(
            new (string, string, string?)[]
            {
                ("bouwen | weide 5 | 2023-01", "aanvraag", null),
                ("bouwen | weide 5 | 2025-06", "verleend", "2025-09-15"),
            },
            zaken
        );
        var pagina = await dorp.Http.GetStringAsync("/bekendmakingen/officiele-bekendmakingen/gmb-2025-23");
        Assert.Contains("gmb-2025-21", pagina, StringComparison.Ordinal);
        Assert.Contains("gmb-2025-22", pagina, StringComparison.Ordinal);
        Assert.DoesNotContain("gmb-2023-21", pagina, StringComparison.Ordinal);
        var zaak = Uri.EscapeDataString("bouwen | weide 5 | 2025-06");
        Assert.Contains(
            "gmb-2025-22",
            await dorp.Http.GetStringAsync($"/vergunningen/zaken-officiele-bekendmakingen/{zaak}"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_kept_slice_takes_back_what_the_source_withdrew_and_nothing_of_other_days()
    {
        await LaadAsync(
            Enumerable
                .Range(0, 8)
                .Select(i => Record($"gmb-2024-{i}", $"Besluit kapvergunning Verleend Laan {i}", new(2024, 5, 1)))
                .Append(Record("gmb-2024-90", "Besluit kapvergunning Verleend Laan 90", new(2024, 6, 1)))
                .ToArray()
        );
        var over = string.Join(
            ',',
            Enumerable
                .Range(0, 7)
                .Select(i =>
                    $$"""{"identifier":"gmb-2024-{{i}}","titel":"Besluit kapvergunning Verleend Laan {{i}}","rubriek":"omgevingsvergunning","activiteiten":["bouwen"],"beschikbaar":"2024-05-01","creator":"Dorp"}"""
                )
        );

        var rapport = await LaadTekstAsync(
            "koop-deel.json",
            $$"""{"koopdeel":{"van":"2024-05-01","tot":"2024-05-31","records":[{{over}}],"andere":0,"fouten":[]} }"""
        );

        Assert.Equal(1, rapport.Vervallen);
        Assert.Equal(
            7 + 1,
            await dorp.Db.QuerySingleAsync<int>(
                "select count(*)::int from bekendmaking_nu where sleutel like 'gmb-2024-%'"
            )
        );
        Assert.Empty(await dorp.Db.QueryAsync<int>("select 1 from vergunning_nu where zaaknummer = 'bouwen | laan 7'"));
    }

    [Fact]
    public async Task A_source_that_is_suddenly_empty_leaves_what_is_known_and_says_so()
    {
        await LaadAsync([
            .. Enumerable
                .Range(0, 8)
                .Select(i => Record($"gmb-2022-{i}", $"Besluit kapvergunning Verleend Dam {i}", new(2022, 5, 1))),
        ]);

        var rapport = await LaadTekstAsync(
            "koop-leeg.json",
            """{"koopdeel":{"van":"2022-05-01","tot":"2022-05-31","records":[],"andere":0,"fouten":[]} }"""
        );

        Assert.Equal(0, rapport.Vervallen);
        Assert.Contains(rapport.Meldingen, m => m.Contains("8 berichten bekend", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_error_of_the_service_changes_nothing_and_is_told()
    {
        var fout = await Assert.ThrowsAsync<ImportFout>(() =>
            LaadTekstAsync(
                "fout.xml",
                $"<sru:searchRetrieveResponse {KoopTekst.Naamruimten}><sru:diagnostics><diagnostic><message>Query "
                    + "syntax error</message></diagnostic></sru:diagnostics></sru:searchRetrieveResponse>"
            )
        );

        Assert.Contains("Query syntax error", fout.Message, StringComparison.Ordinal);
        Assert.Contains("Er is niets veranderd", fout.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zin.xml", "dit is geen xml")]
    [InlineData("parken.geojson", """{"type":"FeatureCollection","features":[]}""")]
    [InlineData("half.json", """{"koopdeel":{"van":"2024-05-01","rec""")]
    public async Task A_file_that_is_something_else_is_named_and_changes_nothing(string naam, string inhoud)
    {
        var fout = await Assert.ThrowsAsync<ImportFout>(() => LaadTekstAsync(naam, inhoud));

        Assert.StartsWith($"{naam} is geen bestand met bekendmakingen", fout.Message, StringComparison.Ordinal);
        Assert.EndsWith("Er is niets veranderd.", fout.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_narrows_to_what_can_still_be_done_and_to_what_is_near()
    {
        await LaadAsync(
            Record(
                "gmb-9-1",
                "Besluit omgevingsvergunning Verleend Haven 1",
                Vandaag.AddDays(-10),
                Punt("121510 487010")
            ),
            Record(
                "gmb-9-2",
                "Besluit omgevingsvergunning Verleend Haven 2",
                Vandaag.AddDays(-60),
                Punt("121510 487010")
            ),
            Record(
                "gmb-9-3",
                "Besluit omgevingsvergunning Verleend Haven 3",
                Vandaag.AddDays(-10),
                Punt("121010 487010")
            )
        );

        Assert.Equal(["gmb-9-1", "gmb-9-3"], await IdsAsync("zoek=haven&nog=ja"));
        Assert.Equal(["gmb-9-1", "gmb-9-2"], await IdsAsync("zoek=haven&bij=52.3696,4.8940&straal=250"));
        Assert.Equal(3, (await IdsAsync("zoek=haven&bij=52.3696,4.8940&straal=1000")).Length);
        using var mis = await dorp.Http.GetAsync(new Uri("/bekendmakingen.json?bij=4,52&straal=250", UriKind.Relative));
        Assert.Equal(400, (int)mis.StatusCode);
        var csv = await dorp.Http.GetStringAsync("/bekendmakingen.csv?zoek=haven&nog=ja&bij=52.3696,4.8940&straal=250");
        Assert.Equal(2, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        var agenda = await dorp.Http.GetStringAsync("/bekendmakingen.ics?zoek=haven");
        Assert.Equal(2, agenda.Split("BEGIN:VEVENT").Length - 1);
        var een = await dorp.Http.GetStringAsync("/agenda/bekendmakingen/officiele-bekendmakingen/gmb-9-1");
        Assert.Contains("Laatste dag om te reageren", een, StringComparison.Ordinal);
        using var voorbij = await dorp.Http.GetAsync(
            new Uri("/agenda/bekendmakingen/officiele-bekendmakingen/gmb-bestaat-niet", UriKind.Relative)
        );
        Assert.Equal(404, (int)voorbij.StatusCode);
    }

    private async Task<string[]> IdsAsync(string query)
    {
        using var json = JsonDocument.Parse(await dorp.Http.GetStringAsync($"/bekendmakingen.json?{query}"));
        return [.. json.RootElement.EnumerateArray().Select(r => r.GetProperty("id").GetString()!).Order()];
    }
}
