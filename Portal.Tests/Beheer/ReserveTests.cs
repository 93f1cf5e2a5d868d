using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Npgsql;
using Portal.Data;
using Portal.Data.Beheer;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Beheer;

/// <summary>A copy of everything comes back whole, or not at all.</summary>
public sealed class ReserveTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    [Fact]
    public async Task A_copy_comes_back_with_the_sum_of_every_dataset_and_a_damaged_one_does_not()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var publicist = await Bezoek.VanAsync(dorp, Rollen.Publicist);
        var controle = await zij.StuurAsync(
            "laag",
            "r.geojson",
            Aanlevering.Punten("eik", "beuk"),
            ("dataset", "reserve"),
            ("titel", "R")
        );
        await publicist.GetAsync(controle);
        await publicist.PostAsync($"{controle}/publiceren", ("wijziging", "Nieuw."));
        var hier = Directory.CreateTempSubdirectory("portal-reserve").FullName;
        var leeg = $"reserve_{Guid.NewGuid():N}";
        await dorp.Db.ExecuteAsync($"create database {leeg} template template0");
        try
        {
            var map = Path.Combine(hier, "kopie");
            var bewaard = await new Reservekopie(
                dorp.ConnectionString,
                dorp.Archief,
                Path.Combine(dorp.Archief, "sleutels")
            ).MaakAsync(map, default);
            Assert.Contains(bewaard, b => b is { Code: "reserve", Rijen: 2 });
            var naar = new NpgsqlConnectionStringBuilder(dorp.ConnectionString) { Database = leeg }.ConnectionString;
            var terug = new Reservekopie(naar, Path.Combine(hier, "archief"), Path.Combine(hier, "sleutels"));

            var dump = await File.ReadAllBytesAsync(Path.Combine(map, "database.dump"));
            await File.WriteAllBytesAsync(Path.Combine(map, "database.dump"), [.. dump[..^1], (byte)(dump[^1] ^ 1)]);
            var fout = await Assert.ThrowsAsync<ImportFout>(() => terug.ZetTerugAsync(map, default));
            Assert.Contains("database.dump is anders", fout.Message, StringComparison.Ordinal);
            await File.WriteAllBytesAsync(Path.Combine(map, "database.dump"), dump);

            Assert.Equal(bewaard, await terug.ZetTerugAsync(map, default));
            await using var db = NpgsqlDataSource.Create(naar);
            await using var lezer = NpgsqlDataSource.Create(PortalData.AlsLezer(naar));
            Assert.Equal(
                2,
                await lezer.QuerySingleAsync<int>("select count(*)::int from laagobject_nu where dataset = 'reserve'")
            );
            Assert.Equal(
                zij.Email,
                await db.QuerySingleAsync<string>(
                    "select email from medewerker where email = @Email",
                    new { zij.Email }
                )
            );
            var sha = await db.QuerySingleAsync<string>(
                "select sha256 from versie v join dataset d on d.id = v.dataset_id where d.code = 'reserve'"
            );
            Assert.True(File.Exists(Path.Combine(hier, "archief", $"{sha}.geojson")));
            Assert.NotEmpty(Directory.GetFiles(Path.Combine(hier, "sleutels"), "key-*.xml"));
            fout = await Assert.ThrowsAsync<ImportFout>(() => terug.ZetTerugAsync(map, default));
            Assert.Contains("niet leeg", fout.Message, StringComparison.Ordinal);
            NpgsqlConnection.ClearAllPools();
        }
        finally
        {
            await dorp.Db.ExecuteAsync($"drop database {leeg} with (force)");
            Directory.Delete(hier, recursive: true);
        }
    }
}

/// <summary>With a mail server an invitation is mailed, and the link stands nowhere else.</summary>
public sealed class MailFixture : PortalFixture
{
    public Postkantoor Post { get; } = new();

    protected override string Inhoud => nameof(DorpFixture);

    protected override Task VulAsync(ITestDatabase database) => DorpFixture.VulDorpAsync(database);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Portal:Mail:Server", "127.0.0.1");
        builder.UseSetting("Portal:Mail:Poort", $"{Post.Poort}");
        builder.UseSetting("Portal:Mail:Van", "portaal@dorp.example");
        builder.UseSetting("Portal:Mail:Tls", "false");
    }
}

public sealed class MailTests(MailFixture portaal) : IClassFixture<MailFixture>
{
    [Fact]
    public async Task An_invitation_goes_by_mail_and_the_link_in_it_works()
    {
        var zij = await Bezoek.VanAsync(portaal, Rollen.Beheerder);
        await zij.GetAsync("/beheer/mensen");
        await zij.PostAsync("/beheer/mensen/uitnodigen", ("email", "nieuw@dorp.example"), ("rol", Rollen.Redacteur));
        Assert.Contains("gemaild aan nieuw@dorp.example", Aanlevering.Tekst(zij.Pagina), StringComparison.Ordinal);
        Assert.DoesNotContain("/beheer/uitnodiging/", zij.Pagina, StringComparison.Ordinal);

        var brief = await portaal.Post.BriefAsync();
        Assert.Contains("RCPT TO:<nieuw@dorp.example>", brief, StringComparison.Ordinal);
        var link = new Uri(
            System.Text.RegularExpressions.Regex.Match(brief, "http://[^\\s]+/beheer/uitnodiging/[A-Za-z0-9_-]+").Value
        );
        Assert.Equal(HttpStatusCode.OK, await new Bezoek(portaal).GetAsync(link.AbsolutePath));

        portaal.Post.Dispose();
        await zij.PostAsync("/beheer/mensen/uitnodigen", ("email", "later@dorp.example"), ("rol", Rollen.Redacteur));
        Assert.Contains("De mail kon niet weg", Aanlevering.Tekst(zij.Pagina), StringComparison.Ordinal);
        Assert.Contains("/beheer/uitnodiging/", zij.Pagina, StringComparison.Ordinal);
    }
}

/// <summary>A mail server on this machine, that takes one letter.</summary>
public sealed class Postkantoor : IDisposable
{
    private readonly TcpListener _deur = new(IPAddress.Loopback, 0);
    private readonly Task<string> _brief;

    public Postkantoor()
    {
        _deur.Start();
        _brief = Task.Run(NeemAanAsync);
    }

    public int Poort => ((IPEndPoint)_deur.LocalEndpoint).Port;

    public async Task<string> BriefAsync() => await _brief.WaitAsync(TimeSpan.FromSeconds(20));

    private async Task<string> NeemAanAsync()
    {
        using var klant = await _deur.AcceptTcpClientAsync();
        using var lezer = new StreamReader(klant.GetStream());
        await using var schrijver = new StreamWriter(klant.GetStream()) { AutoFlush = true, NewLine = "\r\n" };
        var (alles, kop, inBrief) = (new StringBuilder(), false, false);
        await schrijver.WriteLineAsync("220 dorp");
        while (await lezer.ReadLineAsync() is { } regel)
        {
            alles.AppendLine(regel);
            if (inBrief)
            {
                inBrief = regel != ".";
                if (!inBrief)
                {
                    await schrijver.WriteLineAsync("250 bewaard");
                }
                continue;
            }
            inBrief = regel == "DATA";
            kop |= inBrief;
            await schrijver.WriteLineAsync(
                inBrief ? "354 ga door"
                : regel == "QUIT" ? "221 dag"
                : "250 goed"
            );
            if (regel == "QUIT")
            {
                break;
            }
        }
        // Quoted-printable, as SmtpClient writes what is not ASCII; or base64
        var tekst = alles.ToString();
        var codering = tekst.IndexOf("base64", StringComparison.OrdinalIgnoreCase);
        if (codering < 0)
        {
            return tekst
                .Replace("=\r\n", "", StringComparison.Ordinal)
                .Replace("=\n", "", StringComparison.Ordinal)
                .Replace("=3D", "=", StringComparison.Ordinal);
        }
        var lichaam = tekst[tekst.IndexOf("\n\n", StringComparison.Ordinal)..]
            .Split("\n.\n")[0]
            .Replace("\n", "", StringComparison.Ordinal);
        return tekst + Encoding.UTF8.GetString(Convert.FromBase64String(lichaam));
    }

    public void Dispose() => _deur.Dispose();
}
