using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Portal.Data.Beheer;
using Portal.Tests.Gebieden;
using Portal.Web.Beheer;
using Xunit;

namespace Portal.Tests.Beheer;

/// <summary>
/// Whatever dies at whatever moment, the public version is whole. Three times here; bench/moord kills site and database
/// for real, and oftener.
/// </summary>
public sealed class MoordTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private static (string, string)[] Laag => [("dataset", "moord"), ("titel", "Moord")];

    [Fact]
    public async Task The_public_version_stays_whole_when_the_database_lets_go_of_everyone()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var publicist = await Bezoek.VanAsync(dorp, Rollen.Publicist);
        var eerste = await zij.StuurAsync("laag", "0.geojson", Punten(0), Laag);
        await publicist.GetAsync(eerste);
        await publicist.PostAsync($"{eerste}/publiceren", ("wijziging", "Eerste."));

        foreach (var (beurt, wacht) in new[] { (1, 30), (2, 150), (3, 400) })
        {
            var werk = WerkAsync(zij, publicist, beurt);
            await Task.Delay(wacht);
            await dorp.Db.ExecuteAsync(
                "select pg_terminate_backend(pid) from pg_stat_activity "
                    + "where datname = current_database() and pid <> pg_backend_pid()"
            );
            await werk;
            dorp.VergeetVerbindingen();
            Assert.Equal("heel", await StaatAsync());
        }
    }

    [Fact]
    public async Task Of_fifty_who_publish_the_same_at_once_one_does_and_the_others_are_told()
    {
        var id = await Aanlevering.ConceptAsync(dorp, "samen", 20);
        var concept = await dorp.Services.GetRequiredService<Concepten>().VindAsync(id, 0, default);
        var werk = dorp.Services.GetRequiredService<Publicatiewerk>();

        var antwoorden = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(i => werk.PubliceerAsync($"p{i}@dorp.example", concept!, "Samen.", default))
        );

        Assert.Single(antwoorden, a => a is null);
        Assert.All(antwoorden.OfType<string>(), a => Assert.Contains("samen", a, StringComparison.Ordinal));
        Assert.Equal(
            (1, 20),
            await dorp.Db.QuerySingleAsync<(int, int)>(
                """
                select (select count(*)::int from versie v
                    join dataset d on d.id = v.dataset_id where d.code = 'samen' and v.status = 'gepubliceerd'),
                       (select count(*)::int from laagobject_nu where dataset = 'samen')
                """
            )
        );
    }

    private static string Punten(int beurt) =>
        Aanlevering.Punten([.. Enumerable.Range(1, 200 + beurt).Select(i => $"plek {i} van beurt {beurt}")]);

    private static async Task WerkAsync(Bezoek zij, Bezoek publicist, int beurt)
    {
        try
        {
            var controle = await zij.StuurAsync("laag", $"{beurt}.geojson", Punten(beurt), Laag);
            await publicist.GetAsync(controle);
            await publicist.PostAsync($"{controle}/publiceren", ("wijziging", $"Beurt {beurt}."));
        }
        catch (Exception fout)
            when (fout
                    is Xunit.Sdk.XunitException
                        or HttpRequestException
                        or InvalidOperationException
                        or NullReferenceException
            ) { }
    }

    /// <summary>"heel", or what is not.</summary>
    private async Task<string> StaatAsync()
    {
        const string sql = """
            with d as (select id from dataset where code = 'moord'),
            nu as (select v.* from versie v join d on d.id = v.dataset_id where v.status = 'gepubliceerd'),
            rij as (select sleutel, substring(titel from 'beurt (\d+)') as beurt from laagobject_nu
                where dataset = 'moord')
            select case
                when exists (select from aanlevering where status in ('wacht', 'bezig')) then 'bezig'
                when (select count(*) from nu) <> 1 then 'niet één versie online'
                when (select geladen from nu) <> (select count(*) from rij) then 'niet alle rijen'
                when (select count(distinct beurt) from rij) <> 1 then 'door elkaar'
                when exists (select from versie v join d on d.id = v.dataset_id where v.status = 'laden')
                    then 'nog aan het laden'
                when exists (select from laagobject t join versie v on v.id = t.vanaf
                    where v.status in ('laden', 'mislukt')) then 'resten'
                else 'heel' end
            """;

        for (var i = 0; ; i++)
        {
            try
            {
                var staat = await dorp.Db.QuerySingleAsync<string>(sql);
                if (staat is not ("bezig" or "nog aan het laden") || i == 150)
                {
                    return staat;
                }
            }
            catch (NpgsqlException) when (i < 20) { }
            await Task.Delay(200);
        }
    }
}
