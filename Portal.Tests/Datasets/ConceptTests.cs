using System.Net;
using Dapper;
using Npgsql;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Datasets;

/// <summary>A delivery is first a concept, which only staff see, and then published, withdrawn or taken back.</summary>
public sealed class ConceptTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private const string Kop = "id;boekjaar;fase;programma;bl;gebiedscode;toerekening;omschrijving;bedrag\n";

    private Versiebeheer Versies => new(dorp.Db, dorp.Archief);

    private Task<ImportRapport> LaadAsync(
        int jaar,
        string omschrijving,
        bool concept = false,
        Action<string>? melding = null
    ) =>
        new BegrotingImport(
            new Publicatie(dorp.Db, dorp.Archief)
            {
                AlleenConcept = concept,
                MagKrimpen = true,
                Melding = melding,
            }
        ).LaadAsync(
            Dorp.Schrijf(
                dorp,
                $"{jaar}-{omschrijving}.csv",
                $"{Kop}a;{jaar};realisatie;Sport en recreatie;L;AA01;direct_adres;{omschrijving};5,00\n"
            ),
            CancellationToken.None
        );

    private async Task<string> PostenAsync(int jaar) =>
        await (await dorp.Http.GetAsync($"/begroting/posten?jaar={jaar}&fase=realisatie")).Content.ReadAsStringAsync();

    [Fact]
    public async Task A_concept_is_complete_and_the_public_sees_nothing_of_it_until_it_is_published()
    {
        await LaadAsync(2051, "oud");
        var rapport = await LaadAsync(2051, "nieuw", concept: true);

        Assert.True(rapport.Concept);
        Assert.Equal(2, rapport.Versie);
        Assert.Contains(">oud<", await PostenAsync(2051), StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await dorp.Http.GetAsync("/begroting/post/realisatie-2051/2/a")).StatusCode
        );
        Assert.Equal(
            5.00m,
            await dorp.Db.QuerySingleAsync<decimal>(
                "select s.bedrag from begrotingsom s join versie v on v.id = s.versie_id "
                    + "where v.status = 'concept' and s.jaarsoort = 'toekenning' and s.jaar = 2051"
            )
        );

        await Versies.PubliceerAsync("realisatie-2051", null, CancellationToken.None);
        Assert.Contains(">nieuw<", await PostenAsync(2051), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_role_of_the_website_cannot_read_a_concept_whatever_it_asks()
    {
        await LaadAsync(2052, "geheim", concept: true);
        await using var lezer = NpgsqlDataSource.Create(PortalData.AlsLezer(dorp.ConnectionString));

        Assert.Equal(0, await lezer.QuerySingleAsync<long>("select count(*) from begrotingspost where jaar = 2052"));
        Assert.Equal(0, await lezer.QuerySingleAsync<long>("select count(*) from begrotingsom where jaar = 2052"));
        Assert.Equal(
            0,
            await lezer.QuerySingleAsync<long>(
                "select count(*) from versie where status in ('concept', 'laden', 'mislukt')"
            )
        );
        Assert.Equal(1, await dorp.Db.QuerySingleAsync<long>("select count(*) from begrotingspost where jaar = 2052"));
    }

    [Fact]
    public async Task Every_table_with_rows_of_versions_is_closed_for_what_is_not_public()
    {
        var open = await dorp.Db.QueryAsync<string>(
            """
            select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                and a.attname in ('versie_id', 'vanaf') and not a.attisdropped
            where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not c.relrowsecurity
                and c.relname <> 'register_basis'
            """
        );

        Assert.Empty(open);
    }

    [Fact]
    public async Task A_concept_that_is_withdrawn_leaves_nothing_but_its_number_and_reason()
    {
        await LaadAsync(2053, "goed");
        await LaadAsync(2053, "fout", concept: true);

        Assert.Equal(2, await Versies.TrekInAsync("realisatie-2053", 2, "verkeerd bestand", CancellationToken.None));
        Assert.Equal(1, await dorp.Db.QuerySingleAsync<long>("select count(*) from begrotingspost where jaar = 2053"));
        Assert.DoesNotContain(
            "verkeerd bestand",
            await dorp.Http.GetStringAsync("/data/realisatie-2053"),
            StringComparison.Ordinal
        );
        var fout = await Assert.ThrowsAsync<ImportFout>(() =>
            Versies.PubliceerAsync("realisatie-2053", 2, CancellationToken.None)
        );
        Assert.Contains("versie 2 niet concept", fout.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_withdrawn_leaves_the_site_and_the_reason_stands_there()
    {
        await LaadAsync(2054, "teveel");
        await Versies.TrekInAsync(
            "realisatie-2054",
            null,
            "Er stond <b>één</b> bedrag te veel in.",
            CancellationToken.None
        );

        Assert.DoesNotContain(">teveel<", await PostenAsync(2054), StringComparison.Ordinal);
        var pagina = await dorp.Http.GetStringAsync("/data/realisatie-2054");
        Assert.Contains("ingetrokken: Er stond &lt;b&gt;", pagina, StringComparison.Ordinal);
        Assert.Contains("niets gepubliceerd", pagina, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_concept_cannot_overtake_what_was_published_after_it()
    {
        await LaadAsync(2055, "een", concept: true);
        await LaadAsync(2055, "twee", concept: true);
        await Versies.PubliceerAsync("realisatie-2055", 2, CancellationToken.None);

        var fout = await Assert.ThrowsAsync<ImportFout>(() =>
            Versies.PubliceerAsync("realisatie-2055", 1, CancellationToken.None)
        );
        Assert.Contains("al een latere versie gepubliceerd dan concept 1", fout.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_again_publishes_the_concept_that_waits()
    {
        await LaadAsync(2056, "wacht", concept: true);
        var rapport = await LaadAsync(2056, "wacht");

        Assert.Equal((1, false), (rapport.Versie, rapport.Concept));
        Assert.Contains(">wacht<", await PostenAsync(2056), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Money_that_waits_is_not_published_on_other_areas_than_it_was_loaded_on()
    {
        await LaadAsync(2057, "wacht", concept: true);
        var jaar = await dorp.Db.QuerySingleAsync<short>("select max(indeling) from gebied_gepubliceerd");
        await new GebiedImport(new Publicatie(dorp.Db, dorp.Archief) { Opnieuw = true }).LaadAsync(
            Dorp.Schrijf(dorp, "nogmaals.geojson", DorpFixture.Buurten),
            new(jaar, null, null, "Dorp"),
            CancellationToken.None
        );

        var fout = await Assert.ThrowsAsync<ImportFout>(() =>
            Versies.PubliceerAsync("realisatie-2057", 1, CancellationToken.None)
        );
        Assert.Contains("zijn er andere gebieden gepubliceerd", fout.Message, StringComparison.Ordinal);
        // The same file once more is read anew, on the areas of now
        Assert.Equal((2, false), (await LaadAsync(2057, "wacht")) is var r ? (r.Versie, r.Concept) : default);
    }

    [Fact]
    public async Task What_failed_is_told_until_it_succeeds()
    {
        await Assert.ThrowsAnyAsync<Exception>(() =>
            new BegrotingImport(new Publicatie(dorp.Db, dorp.Archief)).LaadAsync(
                Dorp.Schrijf(dorp, "2058-fout.csv", $"{Kop}a;2058;realisatie;Sport;L;ZZ99;direct_adres;x;vijf\n"),
                CancellationToken.None
            )
        );
        Task<int> MisluktAsync() => AantalAsync("realisatie-2058");
        Assert.Equal(1, await MisluktAsync());

        await LaadAsync(2058, "goed");
        Assert.Equal(0, await MisluktAsync());
    }

    private async Task<int> AantalAsync(string code) =>
        (await Versies.WachtendAsync(CancellationToken.None)).Count(v => v.Code == code && v.Status == "mislukt");

    [Fact]
    public async Task What_follows_from_areas_follows_when_they_are_published_not_when_they_are_loaded()
    {
        await new GebiedImport(new Publicatie(dorp.Db, dorp.Archief) { AlleenConcept = true }).LaadAsync(
            Dorp.Schrijf(dorp, "straks.geojson", DorpFixture.Buurten),
            new(2012, null, null, "Dorp"),
            CancellationToken.None
        );
        Task<long> WijkenAsync() =>
            dorp.Db.QuerySingleAsync<long>(
                "select count(*) from gebied_gepubliceerd where indeling = 2012 and soort = 'wijk'"
            );

        Assert.Equal(0, await WijkenAsync());
        await Versies.PubliceerAsync("buurten-2012", null, CancellationToken.None);
        Assert.Equal(3, await WijkenAsync());
    }
}
