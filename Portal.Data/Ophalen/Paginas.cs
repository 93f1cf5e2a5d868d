using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Portal.Data.Ophalen;

/// <summary>An answer that comes in pages, as one row of JSON after another.</summary>
public sealed class Paginas(Haler haler, string map)
{
    /// <summary>Of 1,000 or 10,000 rows each: more than any table of ours has.</summary>
    private const int Meest = 400;

    /// <summary>The features of a GeoJSON, by its links to the next page (OGC API Features).</summary>
    /// <returns>Null at once: there is nothing at this address.</returns>
    public IAsyncEnumerable<JsonElement> FeaturesAsync(Uri adres, CancellationToken ct) =>
        LeesAsync(adres, "features", VolgendeFeatures, ct);

    /// <summary>The rows of a table of CBS, by <c>odata.nextLink</c>.</summary>
    public IAsyncEnumerable<JsonElement> RijenAsync(Uri adres, CancellationToken ct) =>
        LeesAsync(adres, "value", VolgendeRijen, ct);

    private async IAsyncEnumerable<JsonElement> LeesAsync(
        Uri adres,
        string lijst,
        Func<JsonElement, int, int, string?> volgende,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var gezien = new HashSet<Uri>();
        var aantal = 0;
        for (Uri? pagina = adres; pagina is not null; )
        {
            if (!gezien.Add(pagina) || gezien.Count > Meest)
            {
                throw new ImportFout($"{adres.Host} blijft naar een volgende pagina verwijzen; dat klopt niet.");
            }
            using var json = await PaginaAsync(pagina, ct);
            if (!json.RootElement.TryGetProperty(lijst, out var rijen) || rijen.ValueKind != JsonValueKind.Array)
            {
                throw new ImportFout(
                    $"Het antwoord van {adres.Host} heeft niet de vorm die we kennen ({lijst} ontbreekt)."
                );
            }
            foreach (var rij in rijen.EnumerateArray())
            {
                yield return rij;
            }
            aantal += rijen.GetArrayLength();
            pagina = Verder(adres, pagina, volgende(json.RootElement, rijen.GetArrayLength(), aantal));
        }
    }

    private async Task<JsonDocument> PaginaAsync(Uri pagina, CancellationToken ct)
    {
        var pad = Path.Combine(map, $"pagina-{Guid.NewGuid():N}.json");
        try
        {
            if (await haler.HaalAsync(pagina, pad, Inhoud.Json, null, ct) is null)
            {
                throw new AdresOnbekend($"{pagina.Host} kent dit adres niet: {pagina.PathAndQuery}");
            }
            await using var bestand = File.OpenRead(pad);
            var json = await JsonDocument.ParseAsync(bestand, new() { MaxDepth = 64 }, ct);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? json
                : throw new ImportFout($"Het antwoord van {pagina.Host} heeft niet de vorm die we kennen.");
        }
        finally
        {
            File.Delete(pad);
        }
    }

    // OGC says how many it gave and, mostly, how many there are: what is short of that is no whole answer
    private static string? VolgendeFeatures(JsonElement json, int hier, int totNu)
    {
        var volgende =
            json.TryGetProperty("links", out var links) && links.ValueKind == JsonValueKind.Array
                ? links
                    .EnumerateArray()
                    .Where(l => Tekst(l, "rel") == "next")
                    .Select(l => Tekst(l, "href"))
                    .FirstOrDefault()
                : null;
        if (
            Getal(json, "numberReturned") is { } gegeven && gegeven != hier
            || volgende is null && Getal(json, "numberMatched") is { } totaal && totaal > totNu
        )
        {
            throw new ImportFout("De bron gaf minder rijen dan zij zegt te hebben; er is niets van overgenomen.");
        }
        return volgende;
    }

    private static string? VolgendeRijen(JsonElement json, int hier, int totNu) => Tekst(json, "odata.nextLink");

    // The link may be relative, or say http: it is the same host, or nothing
    private static Uri? Verder(Uri adres, Uri pagina, string? volgende)
    {
        if (string.IsNullOrEmpty(volgende))
        {
            return null;
        }
        var uri = new Uri(pagina, volgende);
        return uri.IdnHost == adres.IdnHost
            ? new UriBuilder(uri) { Scheme = adres.Scheme, Port = adres.Port }.Uri
            : throw new ImportFout(
                $"{adres.Host} verwijst voor de volgende pagina naar {uri.Host}; dat volgen we niet."
            );
    }

    private static string? Tekst(JsonElement json, string naam) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty(naam, out var lid)
        && lid.ValueKind == JsonValueKind.String
            ? lid.GetString()
            : null;

    private static int? Getal(JsonElement json, string naam) =>
        json.TryGetProperty(naam, out var lid)
        && lid.ValueKind == JsonValueKind.Number
        && lid.TryGetInt32(out var getal)
            ? getal
            : null;
}

/// <summary>A source has nothing at an address.</summary>
public sealed class AdresOnbekend(string message) : Exception(message);
