using Npgsql;
using Portal.Data;
using Portal.Data.Ophalen;

namespace Portal.Web;

/// <summary>What is needed to fetch from the list of sources, for as long as it takes.</summary>
public sealed class Bronwerk : IDisposable
{
    private const string Koop = "https://repository.overheid.nl/sru";
    private readonly DirectoryInfo _map = Directory.CreateTempSubdirectory("portal-bronnen-");
    private readonly Haler _haler;

    public static async Task<Bronwerk> MaakAsync(
        Instellingen instellingen,
        NpgsqlDataSource db,
        CancellationToken ct
    ) => new(instellingen, db, await EigenBronnen.ErbijAsync(Bronlijst.Lees(instellingen.BronnenMap), db, ct));

    private Bronwerk(Instellingen instellingen, NpgsqlDataSource db, IReadOnlyList<Bron> lijst)
    {
        Lijst = lijst;
        var locatieserver = instellingen.Locatieserver is { Scheme: "https" } pdok ? pdok : null;
        var netwerk = new Netwerk(Bronlijst.Hosts(Lijst, locatieserver), instellingen.BronnenVia);
        _haler = new Haler(netwerk.Client(), new() { Pauze = instellingen.BronnenPauze }, TimeProvider.System);
        Gereedschap = new(db, _haler, instellingen.Archief, _map.FullName)
        {
            Locatieserver = locatieserver,
            Koop = instellingen.Koop.ToString() == Koop ? null : instellingen.Koop, // an address of the operator's own
            Via = instellingen.BronnenVia,
        };
    }

    public IReadOnlyList<Bron> Lijst { get; }
    public Gereedschap Gereedschap { get; }

    public void Dispose()
    {
        _haler.Dispose();
        _map.Delete(recursive: true);
    }
}
