using Dapper;
using Portal.Data.Bekendmakingen.Koop;
using Portal.Data.Ophalen;
using Portal.Tests.Bekendmakingen.Koop;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Ophalen;

/// <summary>An empty portal and every national source on loopback, for each test its own.</summary>
public abstract class Bronproef : IAsyncLifetime
{
    private readonly string _map = Directory.CreateTempSubdirectory("bronproef").FullName;

    private protected static readonly Uri Locatieserver = new("https://api.pdok.nl/bzk/locatieserver/search/v3_1");

    private protected NepBronnen Nep { get; } = new();
    private protected NepKoop Koop { get; } = new();
    private protected Nepgemeente Gemeente { get; set; } = new();
    private protected TestDatabase Database { get; private set; } = null!;
    private protected IReadOnlyList<Bron> Bronnen { get; set; } = Bronlijst.Lees();
    private Uri _koop = null!;

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.CloneAsync("leeg voor bronnen", _ => Task.CompletedTask);
        await Nep.StartAsync();
        _koop = await Koop.StartAsync();
        var vandaag = DateOnly.FromDateTime(DateTime.UtcNow);
        Koop.Records =
        [
            .. Nepmaand
                .Maak(aantal: 40, maand: new DateOnly(vandaag.Year, vandaag.Month, 1).AddMonths(-2))
                .Select(r => r with { Creator = Nepgemeente.Naam }),
        ];
        Vul();
    }

    /// <summary>The sources as they are of <see cref="Gemeente"/>.</summary>
    private protected void Vul()
    {
        var g = Gemeente;
        var vorig = DateTime.UtcNow.Year - 1;
        g.Pdok.Collecties["/kadaster/brt-top10nl/ogc/v1/collections/functioneel_gebied_vlak/items"] =
            NepRegisters.Functiegebieden();
        g.Pdok.Collecties["/rws/nationaal-wegenbestand-wegen/ogc/v1/collections/wegvakken/items"] =
            NepRegisters.Wegvakken();
        foreach (var (code, i) in new[] { "9001AA", "9001AB", "9001AC" }.Select((c, i) => (c, i)))
        {
            g.Pdok.Adressen[code] = $"POINT({128_750 + i * 686} 446350)";
        }
        foreach (var (jaar, nummer) in Bronnen.Single(b => b.Code == "cbs-iv3").Tabellen)
        {
            g.Derden.Tabellen[nummer] = NepIv3.Tabel(jaar, jaar < 2026);
        }
        g.Derden.Tabellen["47022NED"] = NepIv3.Misdrijven(g.Buurten, vorig);
        Nep.Hosts["api.pdok.nl"] = g.Pdok.Antwoord;
        Nep.Hosts["opendata.cbs.nl"] = g.Cbs.Antwoord;
        Nep.Hosts["dataderden.cbs.nl"] = g.Derden.Antwoord;
        Nep.Hosts[NepRegisters.Lrk] = (_, _) => NepRegisters.Kinderopvang();
        Nep.Hosts[NepRegisters.Duo] = (pad, _) =>
            NepRegisters.Scholen(pad.Contains("dump", StringComparison.Ordinal) ? "15VO" : "01BO");
        Nep.Hosts[NepRegisters.Leefbaarheid] = (_, _) => NepRegisters.Leefbaarometer(g.Buurten);
    }

    public async Task DisposeAsync()
    {
        await Nep.DisposeAsync();
        await Koop.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(_map, recursive: true);
    }

    private protected async Task<IReadOnlyList<Verslag>> VulAsync(
        string? gemeente = Nepgemeente.Naam,
        bool alleenAlsHetTijdIs = false,
        params string[] codes
    )
    {
        using var haler = new Haler(
            new Netwerk(Bronlijst.Hosts(Bronnen, Locatieserver), Nep.Adres).Client(),
            HalerTests.Snel with
            {
                Zekering = 50,
            },
            TimeProvider.System
        );
        var met = new Gereedschap(Database.Schrijver, haler, Database.Archief, _map)
        {
            Locatieserver = Locatieserver,
            Koop = _koop,
            Via = Nep.Adres,
        };
        var lijst = Bronnen.Where(b => codes.Length == 0 || codes.Contains(b.Code)).ToList();
        var verslagen = new List<Verslag>();
        await foreach (
            var verslag in new Vuller(met, lijst).VulAsync(gemeente, alleenAlsHetTijdIs, CancellationToken.None)
        )
        {
            verslagen.Add(verslag);
        }
        Assert.Empty(Directory.GetFiles(_map, "pagina-*"));
        return verslagen;
    }

    private protected Task<T> VraagAsync<T>(string sql) => Database.Db.QuerySingleAsync<T>(sql);

    private protected async Task<IReadOnlyList<T>> LijstAsync<T>(string sql) =>
        (await Database.Db.QueryAsync<T>(sql)).AsList();

    /// <summary>What an area is in one year, by one indicator; null: missing.</summary>
    private protected Task<decimal?> CijferAsync(string indicator, string gebied, int jaar) =>
        VraagAsync<decimal?>(
            $"select (select waarde from meting_nu where indicator = '{indicator}' and code = '{gebied}' "
                + $"and jaar = {jaar})"
        );
}
