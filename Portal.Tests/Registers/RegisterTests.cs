using System.Text.Json;
using System.Xml.Linq;
using Dapper;
using Portal.Data;
using Portal.Data.Datasets;
using Portal.Data.Uitvoer;
using Portal.Data.Vergunningen;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Registers;

/// <summary>
/// A subject that its columns describe: import, list, detail, formats, undo and differences, all from the description.
/// </summary>
public sealed class RegisterTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private const string Kop = "id;titel;soort;fase;aangevraagd_op;besloten_op;x;y\n";

    private async Task<ImportRapport> LaadAsync(string dataset, string inhoud, params string[] opties)
    {
        var soort = VergunningOnderwerp.Onderwerp.Imports[0];
        var keuzes = opties.Append("dataset").ToDictionary(o => o, o => o == "dataset" ? dataset : "ja");
        var bestand = inhoud.StartsWith('{') ? $"{dataset}.geojson" : $"{dataset}.csv";
        return await soort.Laad(
            new Publicatie(dorp.Db, dorp.Archief) { MagVerliezen = true, MagKrimpen = true },
            Dorp.Schrijf(dorp, bestand, inhoud),
            new Keuzes(keuzes),
            CancellationToken.None
        );
    }

    private Task<long> RijenAsync(string dataset) =>
        dorp.Db.QuerySingleAsync<long>(
            $"select count(*) from vergunning t join dataset d on d.id = t.dataset_id where d.code = '{dataset}'"
        );

    private async Task<string[]> IdsAsync(string dataset)
    {
        using var json = JsonDocument.Parse(await dorp.Http.GetStringAsync("/vergunningen.json"));
        return
        [
            .. json
                .RootElement.EnumerateArray()
                .Where(r => r.GetProperty("dataset").GetString() == dataset)
                .Select(r => r.GetProperty("id").GetString()!)
                .Order(),
        ];
    }

    [Fact]
    public async Task A_csv_becomes_a_list_a_page_per_row_and_every_format()
    {
        await LaadAsync(
            "w-een",
            Kop
                + "Z/1 a;Dakkapel plaatsen, Kade 1;omgevingsvergunning;verleend;2026-01-05;03-03-2026;121250,0;487050\n"
                + "Z2;=1+1;kapvergunning;aanvraag;5-1-2026;;5,38;52,15\n"
                + "Z3;Nergens;kapvergunning;aanvraag;5-1-2026;;;\n"
        );

        var lijst = await dorp.Http.GetStringAsync("/vergunningen?gebied=AB01&fase=verleend");
        Assert.Contains("/vergunningen/w-een/Z%2F1%20a", lijst, StringComparison.Ordinal);
        Assert.Contains("1 gevonden in Kadebuurt", lijst, StringComparison.Ordinal);
        var pagina = await dorp.Http.GetStringAsync("/vergunningen/w-een/Z%2F1%20a");
        Assert.Contains("3 maart 2026", pagina, StringComparison.Ordinal);
        Assert.Contains("kwam erin", pagina, StringComparison.Ordinal);

        var csv = await dorp.Http.GetStringAsync("/vergunningen.csv?zoek=1%2B1");
        Assert.Contains("Z2,'=1+1,", csv, StringComparison.Ordinal);
        using var geo = JsonDocument.Parse(
            await dorp.Http.GetStringAsync("/vergunningen.geojson?soort=omgevingsvergunning")
        );
        var feature = Assert.Single(geo.RootElement.GetProperty("features").EnumerateArray());
        Assert.Equal("AB01", feature.GetProperty("properties").GetProperty("gebiedscode").GetString());
        Assert.InRange(feature.GetProperty("geometry").GetProperty("coordinates")[0].GetDouble(), 4.8, 5.0);
        var feed = XDocument.Parse(await dorp.Http.GetStringAsync("/vergunningen.atom?zoek=kade"));
        Assert.Equal("Dakkapel plaatsen, Kade 1", feed.Descendants().Last(e => e.Name.LocalName == "title").Value);
    }

    [Fact]
    public async Task What_is_wrong_is_said_by_row_and_column_and_the_rest_is_loaded()
    {
        var rapport = await LaadAsync(
            "w-fout",
            Kop
                + "a;Goed;soort;verleend;;;;\n"
                + "a;Dubbel;soort;verleend;;;;\n"
                + "b;Fase;soort;misschien;;;;\n"
                + "c;Datum;soort;verleend;gisteren;;;\n"
                + "d;;soort;verleend;;;;\n"
                + "e;Plek;soort;verleend;;;12,15;5,38\n"
                + "f;Soort;;verleend;;;;\n"
        );

        Assert.Equal((7, 1), (rapport.Gelezen, rapport.Geladen));
        Assert.Equal(
            [(3, "id"), (4, "fase"), (5, "aangevraagd_op"), (6, "titel"), (7, "geometrie"), (8, "soort")],
            rapport.Afwijzingen.Select(a => (a.Rij, a.Kolom)).Order()
        );
        var fout = await Assert.ThrowsAsync<ImportFout>(() => LaadAsync("w-weg", "id;titel;fase\na;b;verleend\n"));
        Assert.Contains("ontbreekt de kolom soort", fout.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_changed_is_written_and_the_rest_has_its_history()
    {
        await LaadAsync("w-rij", Kop + "a;Een;s;aanvraag;;;;\nb;Twee;s;aanvraag;;;;\nc;Drie;s;aanvraag;;;;\n");
        var rapport = await LaadAsync(
            "w-rij",
            Kop + "a;Een;s;aanvraag;;;;\nb;Twee;s;verleend;;;;\nd;Vier;s;aanvraag;;;;\n"
        );

        Assert.Equal((2, 1, 3), (rapport.Gewijzigd, rapport.Vervallen, rapport.Geladen));
        Assert.Equal(5, await RijenAsync("w-rij")); // a once, b twice, c, d
        Assert.Equal(["a", "b", "d"], await IdsAsync("w-rij"));
        Assert.Contains(
            "is veranderd",
            await dorp.Http.GetStringAsync("/vergunningen/w-rij/b"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "niet meer in de bron",
            await dorp.Http.GetStringAsync("/vergunningen/w-rij/c"),
            StringComparison.Ordinal
        );
        Assert.Equal(
            "tabel,soort,id,titel,kolom,was,werd\r\nvergunningen,anders,b,Twee,fase,aanvraag,verleend\r\n"
                + "vergunningen,erbij,d,Vier,,,\r\nvergunningen,weg,c,Drie,,,\r\n",
            await dorp.Http.GetStringAsync("/data/w-rij/verschil.csv?van=1&tot=2")
        );
    }

    [Fact]
    public async Task Taking_back_makes_a_version_that_equals_the_one_before_and_keeps_the_history()
    {
        await LaadAsync("w-terug", Kop + "a;Een;s;aanvraag;;;;\nb;Twee;s;aanvraag;;;;\n");
        await LaadAsync("w-terug", Kop + "b;Fout;s;aanvraag;;;;\nc;Ook fout;s;aanvraag;;;;\n");

        Assert.Equal(
            (2, 3),
            await new Versiebeheer(dorp.Db, dorp.Archief).NeemTerugAsync("w-terug", CancellationToken.None)
        );
        Assert.Equal(["a", "b"], await IdsAsync("w-terug"));
        Assert.Contains(
            "<h1>Twee</h1>",
            await dorp.Http.GetStringAsync("/vergunningen/w-terug/b"),
            StringComparison.Ordinal
        );
        Assert.Contains("ingetrokken", await dorp.Http.GetStringAsync("/data/w-terug"), StringComparison.Ordinal);

        await LaadAsync("w-terug", Kop + "a;Een;s;verleend;;;;\nb;Twee;s;aanvraag;;;;\n");
        Assert.Equal(["a", "b"], await IdsAsync("w-terug"));
    }

    [Fact]
    public async Task A_part_of_a_feed_adds_and_changes_and_lets_nothing_lapse()
    {
        await LaadAsync("w-feed", Kop + "a;Een;s;aanvraag;;;;\nb;Twee;s;aanvraag;;;;\n");
        var rapport = await LaadAsync("w-feed", Kop + "b;Twee;s;verleend;;;;\nc;Drie;s;aanvraag;;;;\n", "aanvulling");

        Assert.Equal((2, 0, 3), (rapport.Gewijzigd, rapport.Vervallen, rapport.Geladen));
        Assert.Equal(["a", "b", "c"], await IdsAsync("w-feed"));
    }

    [Fact]
    public async Task A_row_that_is_rejected_does_not_lapse()
    {
        await LaadAsync("w-blijft", Kop + "a;Een;s;aanvraag;;;;\nb;Twee;s;aanvraag;;;;\n");
        await LaadAsync("w-blijft", Kop + "a;Een;s;aanvraag;;;;\nb;Twee;s;nergens;;;;\n");

        Assert.Equal(["a", "b"], await IdsAsync("w-blijft"));
    }

    [Fact]
    public async Task What_lies_in_several_buurten_is_listed_in_each_and_nowhere_else()
    {
        await LaadAsync(
            "w-meer",
            "id;titel;soort;fase;wkt\n"
                + "p;Twee punten;meer;geweigerd;MULTIPOINT(121150 487050, 121250 487050)\n"
                + "q;Twee stadsdelen;meer;geweigerd;MULTIPOINT(121350 487050, 121450 487050)\n"
                + "v;Vlak;meer;geweigerd;POLYGON((121000 487000, 121200 487000, 121200 487100, 121000 487100, "
                + "121000 487000))\n"
        );

        var verwacht = new (string Gebied, string[] Ids)[]
        {
            ("AA01", ["v"]),
            ("AA02", ["p", "v"]),
            ("AB01", ["p"]), // the surface only shares a border with it
            ("AB02", ["q"]),
            ("BA01", ["q"]),
            ("BA02", []),
            ("A", ["p", "q", "v"]),
            ("B", ["q"]),
        };
        foreach (var (gebied, ids) in verwacht)
        {
            using var json = JsonDocument.Parse(
                await dorp.Http.GetStringAsync($"/vergunningen.json?soort=meer&gebied={gebied}")
            );
            Assert.Equal(ids, json.RootElement.EnumerateArray().Select(r => r.GetProperty("id").GetString()!).Order());
        }
        var pagina = await dorp.Http.GetStringAsync("/vergunningen/w-meer/q");
        Assert.Contains(">Pakhuisbuurt</a>", pagina, StringComparison.Ordinal);
        Assert.Contains(">Weidebuurt</a>", pagina, StringComparison.Ordinal);
        Assert.DoesNotContain("Niet bekend waar", pagina, StringComparison.Ordinal);
        var aantallen = await new CollectieQueries(Lezing.Los(dorp.Db)).PerGebiedAsync(
            VergunningOnderwerp.Register.Collectie,
            new() { Codes = new Dictionary<string, string> { ["soort"] = "meer" } },
            "buurt",
            CancellationToken.None
        );
        Assert.Equal(
            verwacht
                .Where(v => v.Gebied.Length == 4 && v.Ids.Length > 0)
                .ToDictionary(v => v.Gebied, v => (long)v.Ids.Length),
            aantallen
        );
    }

    [Fact]
    public async Task A_title_that_names_a_person_is_left_out_everywhere()
    {
        await LaadAsync("w-naam", Kop + "a;Aanvrager: mevrouw Fatima El Idrissi;s;aanvraag;;;;\n");

        foreach (
            var adres in new[]
            {
                "/vergunningen",
                "/vergunningen.csv",
                "/vergunningen.json",
                "/vergunningen.atom",
                "/vergunningen/w-naam/a",
            }
        )
        {
            var tekst = await dorp.Http.GetStringAsync(adres);
            Assert.DoesNotContain("Idrissi", tekst, StringComparison.Ordinal);
            Assert.Contains("weggelaten", tekst, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/vergunningen?fase=misschien")]
    [InlineData("/vergunningen.csv?van=gisteren")]
    [InlineData("/vergunningen.json?gebied=ZZ99")]
    [InlineData("/vergunningen?pagina=nul")]
    public async Task A_question_that_cannot_be_is_answered_400(string adres) =>
        Assert.Contains((int)(await dorp.Http.GetAsync(adres)).StatusCode, new[] { 400 });
}
