using System.Diagnostics;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Tests.Gebieden;
using Portal.Web;
using Xunit;

namespace Portal.Tests.Ophalen;

/// <summary>The command as an operator meets it, and what a running site does of itself afterwards.</summary>
public sealed class GemeenteOpdrachtTests : Bronproef
{
    [Fact]
    public async Task It_tells_what_came_in_a_table_and_by_its_exit_code_and_the_site_keeps_it_fresh()
    {
        string[] opdracht = ["gemeente", "Nieuwstad", "--bron", "cbs-gebieden", "leefbaarometer", "kinderopvang"];
        Nep.Stoor(NepRegisters.Leefbaarheid, "altijd:kapot");

        var (code, uit, fout) = await DraaiAsync(opdracht);

        Assert.Equal((1, ""), (code, fout));
        Assert.Contains("[1/3] Grenzen van buurten en wijken (CBS) …", uit, StringComparison.Ordinal);
        Assert.Matches(@"\ncbs-gebieden +bijgewerkt +9 +0 +\d", uit);
        Assert.Matches(@"\nleefbaarometer +mislukt +0 ", uit);
        Assert.Matches(@"\nkinderopvang +bijgewerkt +2 +0 +\d", uit);
        Assert.Contains("MISLUKT: geo.leefbaarometer.nl weigert de vraag (status 403)", uit, StringComparison.Ordinal);
        Assert.Contains("1 van de 3 bronnen kwamen niet", uit, StringComparison.Ordinal);

        Nep.Herstel(NepRegisters.Leefbaarheid);
        (code, uit, _) = await DraaiAsync(opdracht);

        Assert.Equal(0, code);
        Assert.Matches(@"\ncbs-gebieden +niets nieuws +9 ", uit);
        Assert.Matches(@"\nleefbaarometer +bijgewerkt +36 ", uit);
        Assert.Contains("Alle 3 bronnen zijn bij.", uit, StringComparison.Ordinal);

        await RitmeAsync();
    }

    private async Task RitmeAsync()
    {
        await Database.Db.ExecuteAsync(
            "update ophaling set gevraagd_op = now() - interval '9 days', gelukt_op = now() - interval '9 days'"
        );
        var instellingen = new Instellingen(Database.ConnectionString, Database.Archief, "", "", true, [])
        {
            BronnenVia = Nep.Adres,
            BronnenPauze = TimeSpan.Zero,
            Locatieserver = Locatieserver,
        };
        using var ritme = new BronRitme(instellingen, NullLogger<BronRitme>.Instance);

        await ritme.WerkBijAsync(CancellationToken.None);

        Assert.Equal(
            ["kinderopvang"], // the others are of a year
            await LijstAsync<string>("select bron from ophaling where gelukt_op > now() - interval '1 hour'")
        );
    }

    private async Task<(int Code, string Uit, string Fout)> DraaiAsync(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Portal.Web.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["PORTAL_DB"] = Database.ConnectionString,
                ["PORTAL_ARCHIEF"] = Database.Archief,
                ["Portal__Bronnen__Via"] = Nep.Adres.ToString(),
                ["Portal__Bronnen__Pauze"] = "0",
                ["DOTNET_gcServer"] = "0",
            },
        };
        using var proces = Process.Start(start)!;
        var (uit, fout) = (proces.StandardOutput.ReadToEndAsync(), proces.StandardError.ReadToEndAsync());
        await proces.WaitForExitAsync();
        return (proces.ExitCode, await uit, await fout);
    }
}
