using System.Globalization;
using System.Net;
using CsvHelper;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Begrotingen;

/// <summary>
/// A citation of a post, and the difference between any two versions, answer for ever: from the archived delivery when
/// the rows are gone.
/// </summary>
public sealed class CitaatTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private const string Kop =
        "id;boekjaar;fase;programma;bl;gebiedscode;toerekening;omschrijving;ontvanger_type;ontvanger;bedrag\n";

    private async Task LaadAsync(int jaar, int aantal)
    {
        for (var i = 1; i <= aantal; i++)
        {
            var weg =
                i == aantal
                    ? ""
                    : $"weg;{jaar};realisatie;Sport en recreatie;L;AA02;direct_adres;tot het eind;organisatie;"
                        + "Stichting Plein;5,00\n";
            await new BegrotingImport(
                new Publicatie(dorp.Db, dorp.Archief) { MagVerliezen = true, MagKrimpen = true }
            ).LaadAsync(
                Dorp.Schrijf(
                    dorp,
                    $"c{jaar}-{i}.csv",
                    $"{Kop}a/b 1;{jaar};realisatie;Sport en recreatie;L;AA01;direct_adres;poging {i};organisatie;"
                        + $"Stichting Plein;{i},00\n{weg}"
                ),
                CancellationToken.None
            );
        }
    }

    private async Task<string> HtmlAsync(string adres) => WebUtility.HtmlDecode(await dorp.Http.GetStringAsync(adres));

    [Fact]
    public async Task A_post_of_a_version_that_left_the_database_is_read_from_the_archive()
    {
        await LaadAsync(2096, 5);
        Assert.Equal(
            3,
            await dorp.Db.QuerySingleAsync<int>(
                "select count(distinct versie_id)::int from begrotingspost where jaar = 2096"
            )
        );

        var oud = await HtmlAsync("/begroting/post/realisatie-2096/1/a/b%201");
        Assert.Contains("<h1>poging 1</h1>", oud, StringComparison.Ordinal);
        Assert.Contains("Versie 5 is ervoor in de plaats gekomen.", oud, StringComparison.Ordinal);
        Assert.Contains("href=\"/begroting/post/realisatie-2096/5/a/b%201\"", oud, StringComparison.Ordinal);
        Assert.Contains("opnieuw gelezen uit het bewaarde bestand", oud, StringComparison.Ordinal);
        Assert.Contains("buurt Molenbuurt-Noord", oud, StringComparison.Ordinal);
        Assert.Contains("€\u00A01,00", oud, StringComparison.Ordinal);
        Assert.Contains(
            "Daarin staat deze post niet meer.",
            await HtmlAsync("/begroting/post/realisatie-2096/2/weg"),
            StringComparison.Ordinal
        );
        var nieuw = await HtmlAsync("/begroting/post/realisatie-2096/5/a/b%201");
        Assert.Contains("<h1>poging 5</h1>", nieuw, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"vervangen\"", nieuw, StringComparison.Ordinal);
        foreach (
            var fout in new[]
            {
                "/begroting/post/realisatie-2096/9/a/b%201",
                "/begroting/post/realisatie-2096/1/niets",
                "/begroting/post/nergens/1/a",
                "/begroting/post/nergens",
                "/begroting/post/realisatie-2096/1/",
            }
        )
        {
            Assert.Equal(HttpStatusCode.NotFound, (await dorp.Http.GetAsync(fout)).StatusCode);
        }
    }

    [Fact]
    public async Task The_difference_of_any_two_versions_answers_and_says_the_same_from_the_archive_as_from_the_database()
    {
        await LaadAsync(2097, 5);
        async Task<List<(string, string, string, string)>> VerschilAsync(int van, int naar)
        {
            using var csv = new CsvReader(
                new StringReader(
                    await dorp.Http.GetStringAsync($"/begroting/versies/realisatie-2097/{naar}.csv?met={van}")
                ),
                CultureInfo.InvariantCulture
            );
            return
            [
                .. csv.GetRecords<dynamic>()
                    .Select(r => ((string)r.soort, (string)r.bronsleutel, (string)r.was, (string)r.werd)),
            ];
        }

        // One from the archive
        Assert.Equal([("weg", "weg", "5.00", ""), ("anders", "a/b 1", "1.00", "5.00")], await VerschilAsync(1, 5));
        Assert.Equal([("anders", "a/b 1", "1.00", "2.00")], await VerschilAsync(1, 2)); // both
        // none
        Assert.Equal([("weg", "weg", "5.00", ""), ("anders", "a/b 1", "3.00", "5.00")], await VerschilAsync(3, 5));
        Assert.Contains(
            "Losse bedragen: 0 erbij gekomen, 1 verdwenen en 1 anders.",
            await HtmlAsync("/begroting/versies/realisatie-2097/5?met=1"),
            StringComparison.Ordinal
        );
        Assert.Equal(
            (1, 1),
            await dorp.Db.QuerySingleAsync<(int, int)>(
                "select v.gewijzigd, 1 from versie v join dataset d on d.id = v.dataset_id "
                    + "where d.code = 'realisatie-2097' and v.nummer = 5"
            )
        ); // the report counts as the difference does

        var (aantallen, gelijk) = await GelijkAsync("realisatie-2097", 5);
        Assert.True(gelijk, $"of {aantallen} posts the archive and the database differ");
    }

    /// <summary>Every post of a version is the same, hash and all, when it is read again from the archive.</summary>
    private async Task<(int Aantal, bool Gelijk)> GelijkAsync(string dataset, int nummer)
    {
        var versie = (
            await new PostDetailQueries(Lezing.Los(dorp.Db)).VersieAsync(dataset, nummer, CancellationToken.None)
        )!;
        using var archief = new PostArchief(dorp.Db, dorp.Archief);
        var gelezen = (
            await archief.LeesAsync(Lezing.Los(dorp.Db), dataset, versie.Bestand, versie.Sha256, CancellationToken.None)
        )!;
        var geladen = (
            await dorp.Db.QueryAsync<(string, string)>(
                $"select bronsleutel, inhoud from begrotingspost where versie_id = {versie.Id}"
            )
        ).ToDictionary();
        return (geladen.Count, geladen.Count == gelezen.Count && geladen.All(p => gelezen[p.Key].Inhoud == p.Value));
    }

    [Fact]
    public async Task A_version_that_was_withdrawn_is_not_shown()
    {
        await LaadAsync(2098, 2);
        await new Versiebeheer(dorp.Db, dorp.Archief).NeemTerugAsync("realisatie-2098", CancellationToken.None);

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await dorp.Http.GetAsync("/begroting/post/realisatie-2098/2/a/b%201")).StatusCode
        );
        Assert.Contains(
            "<h1>poging 1</h1>",
            await HtmlAsync("/begroting/post/realisatie-2098/1/a/b%201"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_divided_post_keeps_the_weights_it_was_made_with()
    {
        await new SleutelImport(dorp.Publicatie).LaadAsync(
            Dorp.Schrijf(dorp, "lampen1.csv", "code;gewicht\nAA01;1\nAA02;3\n"),
            "lampen",
            2040,
            "test",
            CancellationToken.None
        );
        await new BegrotingImport(dorp.Publicatie).LaadAsync(
            Dorp.Schrijf(
                dorp,
                "lampen.csv",
                Kop.Replace("bedrag", "bedrag;sleutel", StringComparison.Ordinal)
                    + "x;2040;realisatie;Sport en recreatie;L;;sleutel;Licht;organisatie;Stichting Plein;100,"
                    + "00;lampen 2040\n"
            ),
            CancellationToken.None
        );
        await new SleutelImport(
            new Publicatie(dorp.Db, dorp.Archief) { MagVerliezen = true, MagKrimpen = true }
        ).LaadAsync(
            Dorp.Schrijf(dorp, "lampen2.csv", "code;gewicht\nAA01;5\nAA02;5\n"),
            "lampen",
            2040,
            "test",
            CancellationToken.None
        );

        var html = await HtmlAsync("/begroting/post/realisatie-2040/1/x");
        Assert.Matches("Molenbuurt-Zuid</th><td class=\"getal\">3</td><td class=\"getal\" data-euro=\"75.00\">", html);
        Assert.Matches("Samen</th><td class=\"getal\">4</td>", html);
    }
}
