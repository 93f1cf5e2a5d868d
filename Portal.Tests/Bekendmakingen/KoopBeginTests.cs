using Dapper;
using Portal.Data.Bekendmakingen;
using Portal.Data.Datasets;
using Portal.Tests.Bekendmakingen.Koop;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Bekendmakingen;

/// <summary>A portal that has no announcements and no permits yet.</summary>
public sealed class KoopBeginTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    [Fact]
    public async Task The_first_announcements_may_be_about_no_permit_and_a_case_that_goes_is_counted()
    {
        Assert.Equal(1, (await LaadAsync("regel.xml", Record("gmb-2026-1", "verordening", "Verordening"))).Geladen);
        Assert.Equal(0, await dorp.Db.QuerySingleAsync<int>("select count(*)::int from vergunning_nu"));

        await LaadAsync(
            "twee.xml",
            Record("gmb-2026-2", "omgevingsvergunning", "Besluit omgevingsvergunning Verleend Brink 1"),
            Record("gmb-2026-3", "omgevingsvergunning", "Besluit omgevingsvergunning Verleend Brink 2")
        );
        await LaadAsync(
            "een.xml",
            Record("gmb-2026-3", "omgevingsvergunning", "Melding sloop Brink 2") // no permit any more
        );

        Assert.Equal(1, await dorp.Db.QuerySingleAsync<int>("select count(*)::int from vergunning_nu"));
        Assert.Equal(
            1,
            await dorp.Db.QuerySingleAsync<int>(
                "select v.geladen from versie v join dataset d on d.id = v.dataset_id "
                    + $"where d.code = 'zaken-{KoopImport.Code}' and v.status = 'gepubliceerd'"
            )
        );
    }

    private static string Record(string id, string rubriek, string titel) =>
        KoopTekst.Record(
            id,
            $"<dcterms:title>{titel}</dcterms:title><dcterms:type>{rubriek}</dcterms:type>",
            tpmeta: "<ow:activiteit>bouwen</ow:activiteit>"
        );

    private Task<ImportRapport> LaadAsync(string naam, params string[] records) =>
        KoopImport.LaadAsync(
            new Publicatie(dorp.Db, dorp.Archief) { MagVerliezen = true, MagKrimpen = true },
            Dorp.Schrijf(dorp, naam, KoopTekst.Xml(records)),
            null,
            CancellationToken.None
        );
}
