using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Begrotingen;

/// <summary>
/// An older division calls another area by the same code: its money is not of the area that is shown.
/// </summary>
public sealed class IndelingTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private const int Jaar = 1996;
    private static readonly BegrotingKeuze Keuze = new(Jaar, "realisatie", null, "L", "alles");
    private static CancellationToken Ct => CancellationToken.None;

    // As when the areas of 2024 were loaded after the money of 2014; € 7 and € 5 are of now, € 100 and € 50 of then.
    private async Task LaadAsync()
    {
        if (await dorp.Db.QuerySingleAsync<bool>($"select exists (select from begrotingsom where jaar = {Jaar})"))
        {
            return;
        }
        await Dorp.LaadAsync(dorp, Dorp.GeoJson([("AA01", "Heel ergens anders", 121900)]), "oud.geojson", 2014);
        await dorp.Db.ExecuteAsync(
            """
            with d as (
                insert into dataset (code, titel, onderwerp, doel, eigenaar, bron, licentie)
                values ('twee-indelingen', 'x', 'begroting', 'x', 'x', 'x', 'x') returning id),
            v as (
                insert into versie (dataset_id, nummer, bestand, sha256, bytes, status)
                select id, 1, 'x', repeat('0', 64), 0, 'gepubliceerd' from d returning id),
            p as (
                insert into begrotingspost (versie_id, rij, bronsleutel, jaar, fase, bl, toerekening, indeling,
                    gebied_soort, gebied_code, bedrag, voor_van, voor_tot)
                select v.id, r.rij, 'r' || r.rij, 1996, 'realisatie', 'L', 'direct_gebied', r.indeling, r.soort, r.code,
                    r.bedrag, 1996, 1996
                from v, (values (1, 2024, 'buurt', 'AA01', 7), (2, 2014, 'buurt', 'AA01', 100),
                    (3, 2024, 'stadsdeel', 'A', 5), (4, 2014, 'stadsdeel', 'A', 50)) r (rij, indeling, soort, code,
                    bedrag)
                returning *)
            insert into begrotingsom (versie_id, jaarsoort, jaar, fase, bl, toerekening, indeling, gebied_soort,
                gebied_code, bedrag, posten)
            select versie_id, 'toekenning', jaar, fase, bl, toerekening, indeling, gebied_soort, gebied_code,
                bedrag, 1 from p
            """
        );
    }

    [Fact]
    public async Task Money_of_the_older_division_is_in_the_remainder_and_not_in_the_area()
    {
        await LaadAsync();
        var queries = new BegrotingQueries(Lezing.Los(dorp.Db));

        var buurt = (await queries.ListAsync("buurt", Keuze, Ct)).Single(g => g.Code == "AA01");
        Assert.Equal((7m, 1), (buurt.Bedrag, buurt.Posten));
        Assert.Equal(buurt, await queries.FindAsync("buurt", "AA01", Keuze, Ct));
        Assert.Equal(12m, (await queries.FindAsync("stadsdeel", "A", Keuze, Ct))!.Bedrag);
        Assert.Equal(155m, (await queries.RestAsync("buurt", Keuze, Ct)).Sum(r => r.Bedrag));
        Assert.Equal(150m, (await queries.RestAsync("stadsdeel", Keuze, Ct)).Sum(r => r.Bedrag));
    }

    [Fact]
    public async Task What_an_area_says_of_itself_is_of_its_own_division()
    {
        await LaadAsync();
        var (queries, geld) = (new BegrotingQueries(Lezing.Los(dorp.Db)), new GebiedGeldQueries(Lezing.Los(dorp.Db)));

        Assert.Equal(7m, (await queries.SommenAsync("buurt", "AA01", Jaar, "toekenning", Ct)).Sum(s => s.Bedrag));
        Assert.Equal(5m, (await geld.LadderAsync("AA01", Keuze, Ct)).Sum(t => t.Bedrag));
        Assert.Equal(7m, (await geld.PlaatsAsync("buurt", "AA01", Keuze, Ct)).VoorGebied);
        Assert.Equal(7m, (await geld.JarenAsync("buurt", "AA01", Keuze, Ct)).Single(j => j.Jaar == Jaar).Besteed);
        Assert.Equal(
            [7m],
            (await new PostQueries(Lezing.Los(dorp.Db)).ListAsync(new(Keuze, "AA01"), 10, Ct)).Select(p => p.Bedrag)
        );
    }

    [Fact]
    public async Task The_whole_city_has_all_of_it()
    {
        await LaadAsync();
        var stad = await dorp.Db.QuerySingleAsync<string>("select code from gebied_nu where soort = 'stad'");
        var queries = new BegrotingQueries(Lezing.Los(dorp.Db));

        Assert.Equal(162m, (await queries.SommenAsync("stad", stad, Jaar, "toekenning", Ct)).Sum(s => s.Bedrag));
    }
}
