using Portal.Data.Beheer;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Beheer;

/// <summary>The limits that a municipality sets itself, and what they do to the next delivery.</summary>
public sealed class GrenzenPaginaTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private const string Kop = "indicator;naam;definitie;eenheid;drempel;optelbaar;gebiedscode;jaar;waarde\n";

    [Fact]
    public async Task What_a_beheerder_sets_counts_for_the_next_delivery_and_stands_in_the_log()
    {
        var beheerder = await Bezoek.VanAsync(dorp, Rollen.Beheerder);
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var publicist = await Bezoek.VanAsync(dorp, Rollen.Publicist);
        await beheerder.GetAsync("/beheer/grenzen");
        await beheerder.PostAsync("/beheer/grenzen", ("klein", "101"), ("krimp", "20"), ("verlies", "20"));
        Assert.Contains("van 0 tot en met 100", beheerder.Pagina, StringComparison.Ordinal);
        await beheerder.PostAsync("/beheer/grenzen", ("klein", "10"), ("krimp", "60"), ("verlies", "20"));
        Assert.Contains("Bewaard.", beheerder.Pagina, StringComparison.Ordinal);
        Assert.Equal(
            "0 20 -> 10 60",
            await dorp.Db.QuerySingleAsync<string>(
                """
                select concat_ws(' ', details #>> '{was,klein}', details #>> '{was,krimp}', '->',
                    details #>> '{werd,klein}',
                    details #>> '{werd,krimp}') from logboek where wat = 'grenzen gewijzigd'
                """
            )
        );

        var cijfers = await zij.StuurAsync(
            "metingen",
            "m.csv",
            $"{Kop}fiets;Fietsers;Aantal.;mensen;3;ja;AA01;2024;7\nfiets;Fietsers;Aantal.;mensen;3;ja;AB01;2024;70\n"
                + "kast;Kasten;Aantal.;kasten;;ja;AA01;2024;7\n",
            ("dataset", "tellingen")
        );
        await PubliceerAsync(publicist, cijfers);
        Assert.Contains(
            "minder dan 10 tonen we niet",
            await dorp.Http.GetStringAsync("/cijfers/tellingen/fiets"),
            StringComparison.Ordinal
        );
        Assert.Equal(
            "AA01 fiets , AA01 kast 7, AB01 fiets 70",
            await dorp.Db.QuerySingleAsync<string>(
                "select string_agg(concat_ws(' ', code, indicator, coalesce(trim_scale(waarde)::text, '')), ', ' "
                    + "order by code, indicator) from meting_nu where indicator in ('fiets', 'kast')"
            )
        );

        await PubliceerAsync(publicist, await zij.StuurAsync("laag", "a.geojson", Laag(10), Palen));
        var concept = await zij.StuurAsync("laag", "b.geojson", Laag(5), Palen); // half of them, and no reason asked
        Assert.StartsWith("/beheer/controle/", concept, StringComparison.Ordinal);
        var beschrijven = concept.Replace("controle", "beschrijven", StringComparison.Ordinal);
        await zij.GetAsync(beschrijven);
        await zij.PostAsync(
            beschrijven,
            ("titel", "Palen"),
            ("doel", "Zien."),
            ("eigenaar", "Gemeente"),
            ("bron", "Wij"),
            ("licentie", "CC0 1.0"),
            ("drempel_mensen", "4")
        );
        Assert.Contains("Vul 9 of meer in", Aanlevering.Tekst(zij.Pagina), StringComparison.Ordinal);
    }

    private static readonly (string, string)[] Palen = [("dataset", "palen"), ("titel", "Palen")];

    private static string Laag(int aantal) =>
        Aanlevering
            .Punten([.. Enumerable.Range(1, aantal).Select(i => $"Paal {i}")])
            .Replace("\"naam\"", "\"mensen\":12,\"naam\"", StringComparison.Ordinal);

    private static async Task PubliceerAsync(Bezoek publicist, string controle)
    {
        await publicist.GetAsync(controle);
        await publicist.PostAsync($"{controle}/publiceren", ("wijziging", "Bijgewerkt."));
    }
}
