using Portal.Data;
using Portal.Data.Bekendmakingen.Koop;
using Xunit;

namespace Portal.Tests.Bekendmakingen.Koop;

/// <summary>A KOOP of its own for every test, and a client that does not take its time.</summary>
public abstract class KoopProef : IAsyncLifetime
{
    private protected static readonly DateOnly Eerste = new(2026, 10, 1);
    private protected static readonly DateOnly Laatste = new(2026, 10, 31);
    private static readonly HttpClient Http = new();

    private protected static KoopVraag Oktober => new(Nepmaand.Gemeente, Eerste, Laatste);

    private protected NepKoop Koop { get; } = new();

    private protected KoopInstellingen Instellingen { get; set; } = new();

    public async Task InitializeAsync() =>
        Instellingen = new()
        {
            Basis = await Koop.StartAsync(),
            Pauze = TimeSpan.Zero,
            Terugval = TimeSpan.FromMilliseconds(1),
            LangsteTerugval = TimeSpan.FromSeconds(3),
            Wachttijd = TimeSpan.FromSeconds(10),
            Pogingen = 3,
        };

    public async Task DisposeAsync() => await Koop.DisposeAsync();

    private protected KoopClient Client(TimeProvider? tijd = null) =>
        new(Http, Instellingen, tijd ?? TimeProvider.System);

    private protected async Task<List<KoopDeel>> LeesAsync(
        KoopVraag? vraag = null,
        KoopClient? client = null,
        CancellationToken ct = default
    )
    {
        List<KoopDeel> delen = [];
        await foreach (var deel in (client ?? Client()).LeesAsync(vraag ?? Oktober, ct))
        {
            delen.Add(deel);
        }
        return delen;
    }

    private protected async Task<string> FoutAsync(KoopVraag? vraag = null, KoopClient? client = null) =>
        (await Assert.ThrowsAsync<ImportFout>(() => LeesAsync(vraag, client))).Message;

    private protected static IEnumerable<string> Namen(IEnumerable<KoopRecord> records) =>
        records.Select(r => r.Identifier).Order(StringComparer.Ordinal);
}
