using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data.Begrotingen;
using Portal.Data.Bekendmakingen;
using Portal.Data.Datasets;
using Portal.Data.Indicatoren;
using Portal.Data.Initiatieven;
using Portal.Data.Vergunningen;
using Portal.Web;
using Xunit;

namespace Portal.Tests.Web;

/// <summary>
/// What a version that is published in the middle of a request does: the answer is of one moment, and is not kept.
/// </summary>
[Collection(CacheFixture.Naam)]
public sealed class PublicatieTests(CacheFixture dorp)
{
    [Theory]
    [InlineData("/begroting/brug?jaar=2041&fase=begroting", "controletotaal", "11,11", "22,22")]
    [InlineData("/begroting/brug.json?jaar=2041&fase=begroting", "controletotaal", "11.11", "22.22")]
    [InlineData("/buurten.geojson?jaar=2041&fase=begroting", "programma", "11.11", "22.22")]
    public async Task What_was_read_before_a_publication_is_whole_and_never_served_after_it(
        string pad,
        string tabel,
        string eerste,
        string tweede
    )
    {
        await dorp.LaadAsync(2041, "11,11");
        await dorp.LaadAsync(2041, "22,22");
        Task<string> lopend;
        await using (await dorp.HoudTegenAsync(tabel))
        {
            lopend = dorp.Haast.GetStringAsync(pad); // has begun to read, and waits for its second query
            await dorp.WachtendAsync();
            Assert.Equal(
                1,
                (
                    await new Versiebeheer(dorp.Db, dorp.Archief).NeemTerugAsync(
                        "begroting-2041",
                        CancellationToken.None
                    )
                ).Nu
            );
            await dorp.GehoordAsync();
        }

        var oud = await lopend;
        Assert.Contains(tweede, oud, StringComparison.Ordinal);
        Assert.DoesNotContain(eerste, oud, StringComparison.Ordinal);
        var nieuw = await dorp.Haast.GetStringAsync(pad);
        Assert.Contains(eerste, nieuw, StringComparison.Ordinal);
        Assert.DoesNotContain(tweede, nieuw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_or_a_permit_that_is_published_leaves_the_money_pages_in_the_cache()
    {
        await dorp.LaadAsync(2042, "1,00");
        await dorp.Haast.GetStringAsync("/begroting/brug?jaar=2042");
        foreach (
            var onderwerp in new[]
            {
                InitiatiefOnderwerp.Code,
                VergunningOnderwerp.Code,
                BekendmakingOnderwerp.Code,
                IndicatorOnderwerp.Code,
            }
        )
        {
            await dorp.GehoordAsync(onderwerp);
        }
        using var teller = new Teller(dorp, "controletotaal_nu");

        await dorp.Haast.GetStringAsync("/begroting/brug?jaar=2042");
        Assert.Equal(0, teller.Aantal);

        await dorp.GehoordAsync(BegrotingOnderwerp.Code);
        await dorp.Haast.GetStringAsync("/begroting/brug?jaar=2042");
        Assert.Equal(1, teller.Aantal);
    }

    [Fact]
    public async Task Files_that_are_made_of_a_version_show_on_its_page_and_leave_the_money_pages_in_the_cache()
    {
        const string bestand = "/data/begroting-2045/versies/1/begrotingsposten.ndjson";
        await dorp.LaadAsync(2045, "1,00");
        await dorp.Haast.GetStringAsync("/begroting/brug?jaar=2045");
        var zonder = await dorp.Haast.GetStringAsync("/data/begroting-2045");
        Assert.Contains(bestand, zonder, StringComparison.Ordinal);
        using var teller = new Teller(dorp, "controletotaal_nu");

        using var maker = ActivatorUtilities.CreateInstance<Uitgavenmaker>(dorp.Services);
        await maker.RondeAsync(CancellationToken.None);

        await dorp.Haast.GetStringAsync("/begroting/brug?jaar=2045");
        Assert.Equal(0, teller.Aantal);
        Assert.NotEqual(zonder, await dorp.Haast.GetStringAsync("/data/begroting-2045"));
    }

    [Theory]
    [InlineData("/begroting/brug?jaar=2043&fase=begroting", "controletotaal", "controletotaal_nu")]
    [InlineData("/begroting/brug.json?jaar=2043&fase=begroting", "controletotaal", "controletotaal_nu")]
    [InlineData("/buurten.geojson?jaar=2043&fase=begroting", "programma", "ST_AsGeoJSON")]
    public async Task Five_hundred_first_readers_make_one_query(string pad, string tabel, string vraag)
    {
        await dorp.LaadAsync(2043, "1,00");
        await dorp.GehoordAsync(BegrotingOnderwerp.Code);
        using var teller = new Teller(dorp, vraag);
        var antwoorden = new List<Task<HttpResponseMessage>>();
        await using (await dorp.HoudTegenAsync(tabel))
        {
            antwoorden.AddRange(Enumerable.Range(0, 500).Select(_ => dorp.Haast.GetAsync(pad)));
            await dorp.WachtendAsync();
        }

        Assert.All(await Task.WhenAll(antwoorden), a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Equal(1, teller.Aantal);
        antwoorden.ForEach(a => a.Result.Dispose());
    }

    [Theory]
    [InlineData("/begroting/brug?jaar=2044&fase=begroting", "controletotaal", "controletotaal_nu")]
    [InlineData("/buurten.geojson?jaar=2044&fase=begroting", "programma", "ST_AsGeoJSON")]
    public async Task The_first_reader_who_leaves_does_not_take_the_answer_from_the_others(
        string pad,
        string tabel,
        string vraag
    )
    {
        await dorp.LaadAsync(2044, "1,00");
        await dorp.GehoordAsync(BegrotingOnderwerp.Code);
        using var teller = new Teller(dorp, vraag);
        using var weg = new CancellationTokenSource();
        Task<HttpResponseMessage> eerste;
        Task<HttpResponseMessage>[] anderen;
        await using (await dorp.HoudTegenAsync(tabel))
        {
            eerste = dorp.Haast.GetAsync(pad, weg.Token);
            await dorp.WachtendAsync();
            anderen = [.. Enumerable.Range(0, 20).Select(_ => dorp.Haast.GetAsync(pad))];
            await weg.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => eerste);
        }

        foreach (var antwoord in await Task.WhenAll(anderen))
        {
            Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
            antwoord.Dispose();
        }
        Assert.Equal(1, teller.Aantal);
    }
}
