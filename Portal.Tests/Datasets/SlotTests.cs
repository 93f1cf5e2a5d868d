using System.Text.RegularExpressions;
using Dapper;
using Npgsql;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Datasets;

/// <summary>
/// Loads of two datasets run side by side; of one dataset one after the other, and whoever waits is told for whom.
/// </summary>
public sealed partial class SlotTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private static readonly Dataset Bezet = new("bezet", "Bezet", "begroting", "Proef", "Proef", "Proef", "CC0");

    private static Levering Bestand(string naam) => new("", naam, new string('a', 64), 1);

    [Fact]
    public async Task A_second_load_of_the_same_dataset_waits_and_says_for_whom()
    {
        var (bezig, klaar) = (new TaskCompletionSource(), new TaskCompletionSource());
        var eerste = dorp.Publicatie.LaadAsync(
            Bezet,
            Bestand("eerste.csv"),
            async _ =>
            {
                bezig.SetResult();
                await klaar.Task;
                throw new ImportFout("genoeg");
            },
            CancellationToken.None
        );
        await bezig.Task;
        var melding = new TaskCompletionSource<string>();
        var tweede = new Publicatie(dorp.Db, dorp.Archief) { Melding = melding.SetResult }.LaadAsync(
            Bezet,
            Bestand("tweede.csv"),
            _ => throw new ImportFout("ook genoeg"),
            CancellationToken.None
        );

        Assert.Matches(Wacht(), await melding.Task);
        Assert.False(tweede.IsCompleted);

        // Meanwhile another dataset loads and is published.
        await new SleutelImport(dorp.Publicatie).LaadAsync(
            Dorp.Schrijf(dorp, "bomen.csv", "code;gewicht\nAA01;1\nAA02;2\n"),
            "bomen",
            2024,
            "proef",
            CancellationToken.None
        );
        Assert.False(tweede.IsCompleted);

        klaar.SetResult();
        await Assert.ThrowsAsync<ImportFout>(() => eerste);
        await Assert.ThrowsAsync<ImportFout>(() => tweede);
    }

    [Fact]
    public async Task A_load_whose_process_dies_is_marked_as_failed_and_leaves_no_row()
    {
        var dood = Bezet with { Code = "dood" };
        await using (var bron = NpgsqlDataSource.Create(dorp.ConnectionString))
        {
            var load = new Publicatie(bron, dorp.Archief).LaadAsync(
                dood,
                Bestand("dood.csv"),
                async lading =>
                {
                    await lading.Db.ExecuteAsync(
                        "insert into iv3_taakveld (jaar, code, naam, hoofd_code, hoofd_naam) values (2001, "
                            + "'0.1', 'Proef', '0', 'Bestuur')",
                        transaction: lading.Transactie
                    );
                    await dorp.Db.ExecuteAsync($"select pg_terminate_backend({lading.Db.ProcessID})");
                    await lading.Db.ExecuteAsync("select 1", transaction: lading.Transactie);
                },
                CancellationToken.None
            );
            var fout = await Assert.ThrowsAsync<ImportFout>(() => load);
            Assert.Contains("de database werd gestopt", fout.Message, StringComparison.Ordinal);
        }
        await new Versiebeheer(dorp.Db, dorp.Archief).MarkeerAfgebrokenAsync(CancellationToken.None);

        Assert.Equal(
            ["mislukt"],
            await dorp.Db.QueryAsync<string>(
                "select v.status from versie v join dataset d on d.id = v.dataset_id where d.code = 'dood'"
            )
        );
        Assert.Equal(0, await dorp.Db.QuerySingleAsync<long>("select count(*) from iv3_taakveld where jaar = 2001"));
    }

    [Fact]
    public async Task What_is_being_loaded_is_not_taken_for_dead_while_its_process_lives()
    {
        await Assert.ThrowsAsync<ImportFout>(() =>
            dorp.Publicatie.LaadAsync(
                Bezet with
                {
                    Code = "levend",
                },
                Bestand("levend.csv"),
                async _ =>
                {
                    await new Versiebeheer(dorp.Db, dorp.Archief).MarkeerAfgebrokenAsync(CancellationToken.None);
                    Assert.Equal(
                        "laden",
                        await dorp.Db.QuerySingleAsync<string>(
                            "select v.status from versie v join dataset d on d.id = v.dataset_id "
                                + "where d.code = 'levend'"
                        )
                    );
                    throw new ImportFout("gezien");
                },
                CancellationToken.None
            )
        );
    }

    [GeneratedRegex("'bezet' wordt al geladen: eerste.csv, door .+, sinds [0-9:]{8}")]
    private static partial Regex Wacht();
}
