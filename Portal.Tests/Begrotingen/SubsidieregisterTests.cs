using System.Net;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Begrotingen;

/// <summary>
/// What <see cref="WaarheidTests"/> and <see cref="AmsterdamTests"/> ask of the real register, asked of a small one.
/// </summary>
public sealed class SubsidieregisterTests(SubsidieregisterFixture stad) : IClassFixture<SubsidieregisterFixture>
{
    private static readonly List<RegisterRegel> Register = RegisterRegel.Lees(SubsidieregisterFixture.Pad);

    private readonly BegrotingQueries _queries = new(Lezing.Los(stad.Db));

    private sealed record Post(
        string Dossier,
        int Jaar,
        string Toerekening,
        string? Stadsdeel,
        decimal? Bedrag,
        int? Van,
        int? Tot,
        string Basis
    );

    private async Task<Dictionary<string, Post>> PostenAsync() =>
        (
            await stad.Db.QueryAsync<Post>(
                """
                select p.bronsleutel as dossier, p.jaar::int, p.toerekening, g.naam as stadsdeel, p.bedrag,
                       p.voor_van::int as van, p.voor_tot::int as tot, p.jaar_basis as basis
                from begrotingspost_nu p
                left join gebied_boven b on (b.code, b.indeling, b.boven_soort) = (p.gebied_code, p.indeling,
                    'stadsdeel')
                left join gebied_nu g on g.code = b.boven_code
                """
            )
        ).ToDictionary(p => p.Dossier);

    [Fact]
    public async Task The_totals_per_stadsdeel_and_year_are_those_of_the_file()
    {
        var posten = await PostenAsync();

        Assert.Equal(
            Register.Select(r => (r.Dossier, r.Jaar, r.Verleend)).Order(),
            posten.Values.Select(p => (p.Dossier, p.Jaar, p.Bedrag)).Order()
        );
        Assert.All(
            Register.Where(r => r.Onderdeel.StartsWith("Stadsdeel ", StringComparison.Ordinal)),
            r => Assert.Equal(r.Onderdeel["Stadsdeel ".Length..], posten[r.Dossier].Stadsdeel)
        );
        Assert.All(
            Register.Where(r => !r.Onderdeel.StartsWith("Stadsdeel ", StringComparison.Ordinal)),
            r => Assert.Equal(posten[r.Dossier].Toerekening == "afgeleid", posten[r.Dossier].Stadsdeel is not null)
        );
    }

    [Fact]
    public async Task All_posts_are_all_areas_and_the_remainder_to_the_cent()
    {
        foreach (var jaar in Register.GroupBy(r => r.Jaar))
        {
            foreach (
                var (soort, tel) in new[]
                {
                    ("buurt", "alles"),
                    ("buurt", "direct"),
                    ("wijk", "alles"),
                    ("stadsdeel", "direct"),
                }
            )
            {
                Assert.Equal(
                    jaar.Sum(r => r.Verleend ?? 0),
                    await SomAsync(soort, new(jaar.Key, "verleend", null, "L", tel))
                );
            }
        }
    }

    private async Task<decimal> SomAsync(string soort, BegrotingKeuze keuze) =>
        (await _queries.ListAsync(soort, keuze, CancellationToken.None)).Sum(g => g.Bedrag ?? 0)
        + (await _queries.RestAsync(soort, keuze, CancellationToken.None)).Sum(r => r.Bedrag);

    [Fact]
    public async Task Rows_without_a_department_are_not_of_the_whole_city()
    {
        var posten = await PostenAsync();
        Assert.Equal(
            [
                ("", "afgeleid"),
                ("", "onbekend"),
                ("Onderwijs, Jeugd en Zorg", "afgeleid"),
                ("Onderwijs, Jeugd en Zorg", "stadsbreed"),
            ],
            Register
                .Where(r => !r.Onderdeel.StartsWith("Stadsdeel ", StringComparison.Ordinal))
                .Select(r => (r.Onderdeel, posten[r.Dossier].Toerekening))
                .Distinct()
                .Order()
        );
        var brug = await new BrugQueries(Lezing.Los(stad.Db)).ListAsync(
            2021,
            "verleend",
            "L",
            "toekenning",
            CancellationToken.None
        );
        Assert.Equal(
            Register
                .Where(r => r.Jaar == 2021 && posten[r.Dossier].Toerekening == "onbekend")
                .Sum(r => r.Verleend ?? 0),
            brug.Sum(b => b.Onbekend ?? 0)
        );
        Assert.Contains(
            "staat niet in de bron waar het heen ging",
            WebUtility.HtmlDecode(await stad.Http.GetStringAsync("/kaart?jaar=2021&fase=verleend")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Years_that_stand_alone_in_a_title_are_the_years_that_the_money_is_for()
    {
        var posten = await PostenAsync();
        var metJaren = Register.Where(r => r.JarenInTitel is not null).ToList();

        Assert.Equal(
            metJaren.Select(r => (r.Dossier, r.JarenInTitel!.Value.Van, r.JarenInTitel.Value.Tot, "tekst")),
            metJaren.Select(r => posten[r.Dossier]).Select(p => (p.Dossier, p.Van ?? 0, p.Tot ?? 0, p.Basis))
        );
        Assert.True(
            metJaren.Count > 80 && metJaren.Count(r => r.JarenInTitel!.Value.Van < r.JarenInTitel.Value.Tot) > 20
        );
    }

    [Fact]
    public async Task Divided_over_its_years_every_euro_comes_back_once()
    {
        var verwacht = new SortedDictionary<int, decimal>();
        foreach (var p in (await PostenAsync()).Values.Where(p => p is { Bedrag: not null, Tot: not null }))
        {
            var (cent, jaren) = ((long)(p.Bedrag!.Value * 100), p.Tot!.Value - p.Van!.Value + 1);
            for (var i = 0; i < jaren; i++)
            {
                verwacht[p.Van.Value + i] =
                    verwacht.GetValueOrDefault(p.Van.Value + i) + (cent / jaren + (i < cent % jaren ? 1 : 0)) / 100m;
            }
        }

        var aanbod = await _queries.AanbodAsync(CancellationToken.None);
        Assert.Equal(
            verwacht.Keys,
            aanbod.Jaren.Where(j => j is { Jaarsoort: "waarvoor", Fase: "verleend" }).Select(j => j.Jaar).Order()
        );
        foreach (var (jaar, som) in verwacht)
        {
            Assert.Equal(som, await SomAsync("buurt", new(jaar, "verleend", null, "L", "alles", "waarvoor")));
        }
    }

    [Fact]
    public async Task Every_row_is_the_same_when_it_is_read_again_from_the_archive()
    {
        var versie = Assert.Single(
            await new VersieQueries(Lezing.Los(stad.Db)).ListAsync("subsidieregister", CancellationToken.None)
        );
        using var archief = new PostArchief(stad.Db, stad.Archief);
        var gelezen = await archief.LeesAsync(
            Lezing.Los(stad.Db),
            "subsidieregister",
            versie.Bestand,
            versie.Sha256,
            CancellationToken.None
        );

        Assert.Equal(
            await stad.Db.QueryAsync<(string, string)>(
                "select bronsleutel, inhoud from begrotingspost order by bronsleutel collate \"C\""
            ),
            gelezen!.Select(p => (p.Key, p.Value.Inhoud)).OrderBy(p => p.Key, StringComparer.Ordinal)
        );
        Assert.Equal(Register.Count, gelezen!.Count);
    }
}
