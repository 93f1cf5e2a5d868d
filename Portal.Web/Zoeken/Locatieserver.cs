using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Caching.Memory;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;

namespace Portal.Web.Zoeken;

/// <summary>An address, street or postcode as the Locatieserver knows it.</summary>
/// <param name="Soort">adres, weg or postcode; of the last two the point is their middle.</param>
/// <param name="Naam">As it is shown: "Dorpsstraat 1, 1234AB Dorp".</param>
/// <param name="X">RD (EPSG:28992), metres, as <paramref name="Y"/>.</param>
/// <param name="Lengte">WGS84, degrees, as <paramref name="Breedte"/>.</param>
public sealed record Vindplaats(string Soort, string Naam, double X, double Y, double Lengte, double Breedte);

/// <summary>
/// Asks PDOK's Locatieserver v3_1 for addresses, streets and postcodes of one municipality. Only what was typed goes
/// out, never anything of who typed it. It may be slow or away: after a second and a half we go on without, and after
/// three times in a row we leave it alone for a minute.
/// </summary>
public sealed partial class Locatieserver(Instellingen instellingen, TimeProvider tijd, ILogger<Locatieserver> logger)
    : IDisposable
{
    public const int Hoogstens = 8;
    private const int Fouten = 3;
    private const int LangsteAntwoord = 1_000_000;
    private static readonly TimeSpan Wacht = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Rust = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Bewaar = TimeSpan.FromHours(12);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly MemoryCache _bewaard = new(new MemoryCacheOptions { SizeLimit = 5_000 });
    private int _fouten;
    private long _rustTot;

    /// <summary>Whether it is set, and the page is of a municipality that exists.</summary>
    public bool Kent(GemeenteRow? gemeente) =>
        instellingen.Locatieserver is not null && gemeente is not { Voorbeeld: true };

    /// <returns>What was found, best first; null: it is away, or slow.</returns>
    public async Task<IReadOnlyList<Vindplaats>?> ZoekAsync(
        string tekst,
        (string Code, string Naam) gemeente,
        CancellationToken ct
    )
    {
        var sleutel = (Tekst.Kaal(tekst), gemeente.Code);
        if (_bewaard.TryGetValue(sleutel, out IReadOnlyList<Vindplaats>? bekend))
        {
            return bekend;
        }
        if (tijd.GetUtcNow().UtcTicks < Interlocked.Read(ref _rustTot))
        {
            return null;
        }
        using var genoeg = CancellationTokenSource.CreateLinkedTokenSource(ct);
        genoeg.CancelAfter(Wacht);
        try
        {
            var gevonden = await VraagAsync(tekst, gemeente, genoeg.Token);
            Interlocked.Exchange(ref _fouten, 0);
            return _bewaard.Set(
                sleutel,
                gevonden,
                new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Bewaar }
            );
        }
        catch (Exception fout) when (IsStoring(fout) && !ct.IsCancellationRequested)
        {
            LogWeg(logger, fout.GetType().Name);
            if (Interlocked.Increment(ref _fouten) >= Fouten)
            {
                Interlocked.Exchange(ref _rustTot, (tijd.GetUtcNow() + Rust).UtcTicks);
                Interlocked.Exchange(ref _fouten, 0);
            }
            return null;
        }
    }

    private async Task<IReadOnlyList<Vindplaats>> VraagAsync(
        string tekst,
        (string Code, string Naam) gemeente,
        CancellationToken ct
    )
    {
        // A name that we made of the code is not how the Locatieserver knows it
        var van = gemeente.Naam.EndsWith(gemeente.Code, StringComparison.Ordinal)
            ? $"gemeentecode:{gemeente.Code[2..]}"
            : $"gemeentenaam:\"{gemeente.Naam.Replace("\"", "", StringComparison.Ordinal)}\"";
        var vraag = string.Join(
            '&',
            $"q={Uri.EscapeDataString(tekst)}",
            $"fq={Uri.EscapeDataString(van)}",
            $"fq={Uri.EscapeDataString("type:(adres OR weg OR postcode)")}",
            $"rows={Hoogstens}",
            "fl=type,weergavenaam,centroide_rd,centroide_ll"
        );
        using var antwoord = await _http.GetAsync(
            new Uri($"{instellingen.Locatieserver!.ToString().TrimEnd('/')}/free?{vraag}"),
            HttpCompletionOption.ResponseHeadersRead,
            ct
        );
        antwoord.EnsureSuccessStatusCode();
        await using var stroom = await antwoord.Content.ReadAsStreamAsync(ct);
        var bytes = new byte[LangsteAntwoord];
        var lengte = await stroom.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        using var json = JsonDocument.Parse(bytes.AsMemory(0, lengte));
        return
        [
            .. json
                .RootElement.GetProperty("response")
                .GetProperty("docs")
                .EnumerateArray()
                .Select(Lees)
                .OfType<Vindplaats>(),
        ];
    }

    private static Vindplaats? Lees(JsonElement doc) =>
        Veld(doc, "weergavenaam") is { Length: > 0 } naam
        && Punt(Veld(doc, "centroide_rd")) is { } rd
        && Punt(Veld(doc, "centroide_ll")) is { } ll
            ? new(Veld(doc, "type") ?? "", Zin.Veilig(naam, 120), rd.A, rd.B, ll.A, ll.B)
            : null;

    private static string? Veld(JsonElement doc, string naam) =>
        doc.TryGetProperty(naam, out var waarde) && waarde.ValueKind == JsonValueKind.String
            ? waarde.GetString()
            : null;

    // POINT(121234.5 487654.3)
    private static (double A, double B)? Punt(string? wkt)
    {
        if (wkt is null || !wkt.StartsWith("POINT(", StringComparison.Ordinal) || !wkt.EndsWith(')'))
        {
            return null;
        }
        var delen = wkt[6..^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return delen.Length == 2 && Getal(delen[0]) is { } a && Getal(delen[1]) is { } b ? (a, b) : null;
    }

    private static double? Getal(string tekst) =>
        double.TryParse(tekst, NumberStyles.Float, CultureInfo.InvariantCulture, out var getal)
        && double.IsFinite(getal)
            ? getal
            : null;

    private static bool IsStoring(Exception fout) =>
        fout
            is HttpRequestException
                or OperationCanceledException
                or IOException
                or JsonException
                or KeyNotFoundException
                or InvalidOperationException;

    public void Dispose()
    {
        _http.Dispose();
        _bewaard.Dispose();
    }

    // Not what was typed: it may be somebody's address.
    [LoggerMessage(Level = LogLevel.Warning, Message = "De Locatieserver geeft geen antwoord: {Soort}.")]
    private static partial void LogWeg(ILogger logger, string soort);
}
