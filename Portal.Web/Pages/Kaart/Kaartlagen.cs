using System.Globalization;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Data.Lagen;
using Portal.Data.Uitvoer;

namespace Portal.Web.Pages.Kaart;

/// <summary>Something that can lie over the money on the map.</summary>
/// <param name="Pad">Of its list, which says the same.</param>
/// <param name="Src">Where its places are: a GeoJSON, or where there are many the form of its tiles; null: not
/// chosen.</param>
/// <param name="Aantal">Of what has a place: the list may hold more.</param>
/// <param name="Vanaf">Only what is of this day or later is shown; null: all of it.</param>
/// <param name="Zoom">From which zoom on it shows; null: always.</param>
public sealed record Kaartlaag(
    string Pad,
    string Titel,
    bool Gekozen,
    string? Src,
    long Aantal,
    DateOnly? Vanaf,
    int? Zoom = null
)
{
    /// <summary>What it is narrowed to by the choice of money, per column.</summary>
    public IReadOnlyDictionary<string, string> Codes { get; init; } = new Dictionary<string, string>();

    /// <summary>How its places are coloured; null: all alike.</summary>
    public Laaglegenda? Legenda { get; init; }

    /// <summary>What of it the map shows, as an address says it.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Keuze =>
        Codes
            .Select(c => KeyValuePair.Create(c.Key, (string?)c.Value))
            .Concat(Vanaf is { } dag ? [KeyValuePair.Create("van", (string?)Kaartlagen.Dag(dag))] : []);

    /// <inheritdoc cref="Keuze"/>
    public CollectieFilter Filter => new(Van: Vanaf) { Codes = Codes };

    /// <summary>The list of what the map shows of it.</summary>
    public string Lijst => $"/{Pad}{QueryString.Create(Keuze)}";

    /// <summary>Money as places, which has a legend and sums of its own.</summary>
    public bool IsGeld => Pad == Geldplekken.Pad;
}

/// <summary>What can lie over the money: every collection with places, and every layer that was published.</summary>
public sealed class Kaartlagen(CollectieQueries queries, LaagQueries lagen, Geldplekken geldplekken, Lezing lezing)
{
    /// <summary>Of what is dated, so many days up to the newest: the rest is in its list.</summary>
    private const int Dagen = 42;

    /// <summary>All of them, in order; those that <paramref name="gekozen"/> names with their places.</summary>
    /// <param name="geld">What money that has a place is narrowed to.</param>
    public async Task<IReadOnlyList<Kaartlaag>> LeesAsync(
        string[] gekozen,
        IReadOnlyDictionary<string, string> geld,
        CancellationToken ct
    )
    {
        var rijen = new List<Kaartlaag>();
        foreach (var collectie in await CollectiesAsync(ct))
        {
            rijen.Add(
                gekozen.Contains(collectie.Pad)
                    ? await LeesAsync(collectie, collectie.Pad == Geldplekken.Pad ? geld : Alles, ct)
                    : new(collectie.Pad, collectie.Titel, false, null, 0, null)
            );
        }
        return rijen;
    }

    private static readonly IReadOnlyDictionary<string, string> Alles = new Dictionary<string, string>();

    /// <inheritdoc cref="Geldplekken.SommenAsync"/>
    public Task<IReadOnlyList<GeldplekSom>> GeldsommenAsync(BegrotingKeuze keuze, CancellationToken ct) =>
        geldplekken.SommenAsync(keuze, ct);

    /// <summary>Every collection with places, in order: ours first.</summary>
    public async Task<IEnumerable<Collectie>> CollectiesAsync(CancellationToken ct) =>
        Onderwerpen
            .Collecties.Where(c => c is { MetPagina: true, MetPlek: true })
            .Concat((await lagen.CollectiesAsync(ct)).Values.OrderBy(c => c.Titel, StringComparer.Ordinal));

    /// <summary>Above this many a map fetches only what is in view, by the square.</summary>
    public const int MeesteInEens = 1000;

    /// <summary>Where a map gets the places of a choice.</summary>
    public static string Src(string pad, long aantal, string zoek) =>
        aantal > MeesteInEens ? $"/tegels/{pad}/{{z}}/{{x}}/{{y}}.json{zoek}" : $"/{pad}.geojson{zoek}";

    internal static string Dag(DateOnly dag) => dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<Kaartlaag> LeesAsync(
        Collectie collectie,
        IReadOnlyDictionary<string, string> codes,
        CancellationToken ct
    )
    {
        var vanaf = collectie.Termijn is null ? null : (await queries.NieuwsteAsync(collectie, ct))?.AddDays(-Dagen);
        var laag = new Kaartlaag(collectie.Pad, collectie.Titel, true, null, 0, vanaf, collectie.Zoom)
        {
            Codes = codes,
            Legenda = await lezing.LegendaAsync(collectie, ct),
        };
        var aantal = await queries.AantalMetPlekAsync(collectie, laag.Filter, ct);
        return laag with { Aantal = aantal, Src = Src(collectie.Pad, aantal, $"{QueryString.Create(laag.Keuze)}") };
    }
}
