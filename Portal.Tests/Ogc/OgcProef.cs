using System.Net;
using System.Text.Json;
using Portal.Tests.Api;
using Xunit;

namespace Portal.Tests.Ogc;

/// <summary>Asks as a program that knows the standard and nothing of us.</summary>
public abstract class OgcProef(ProgrammaFixture portaal)
{
    protected const string Items = "/ogc/collections/bomen/items";
    protected const string Crs84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

    protected ProgrammaFixture Portaal => portaal;

    protected static string Epsg(int code) => $"http://www.opengis.net/def/crs/EPSG/0/{code}";

    protected async Task<HttpResponseMessage> VraagAsync(string adres, string? accept = null)
    {
        using var vraag = new HttpRequestMessage(HttpMethod.Get, adres);
        if (accept is not null)
        {
            vraag.Headers.TryAddWithoutValidation("Accept", accept);
        }
        return await portaal.Http.SendAsync(vraag);
    }

    protected async Task<JsonElement> LeesAsync(string adres)
    {
        using var antwoord = await VraagAsync(adres);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        Assert.True(antwoord.StatusCode == HttpStatusCode.OK, $"{(int)antwoord.StatusCode} {adres}\n{tekst}");
        return JsonDocument.Parse(tekst).RootElement;
    }

    /// <summary>The keys of the trees that a question finds.</summary>
    protected async Task<string[]> BomenAsync(string vraag) =>
        [.. Features(await LeesAsync($"{Items}?{vraag}")).Select(f => Tekst(f.GetProperty("properties"), "sleutel")!)];

    protected Task<string[]> FilterAsync(string filter, string meer = "") =>
        BomenAsync($"filter={Uri.EscapeDataString(filter)}{meer}");

    protected async Task<string> FoutAsync(string adres, HttpStatusCode status = HttpStatusCode.BadRequest)
    {
        using var antwoord = await VraagAsync(adres);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        Assert.True(antwoord.StatusCode == status, $"{(int)antwoord.StatusCode} {adres}\n{tekst}");
        Assert.Equal("application/problem+json", antwoord.Content.Headers.ContentType!.MediaType);
        return Tekst(JsonDocument.Parse(tekst).RootElement, "detail")!;
    }

    protected static IEnumerable<JsonElement> Features(JsonElement lijst) =>
        lijst.GetProperty("features").EnumerateArray();

    protected static string? Tekst(JsonElement van, string naam) => van.GetProperty(naam).GetString();

    protected static string[] Teksten(JsonElement lijst) => [.. lijst.EnumerateArray().Select(t => t.GetString()!)];

    protected static double[] Getallen(JsonElement lijst) => [.. lijst.EnumerateArray().Select(t => t.GetDouble())];

    protected static IReadOnlyList<(string Rel, string Href, string Soort)> Links(JsonElement van) =>
        [
            .. van.GetProperty("links")
                .EnumerateArray()
                .Select(l => (Tekst(l, "rel")!, Tekst(l, "href")!, Tekst(l, "type")!)),
        ];

    /// <summary>The coordinates of the tree with this key.</summary>
    protected async Task<double[]> PlekAsync(string vraag, string sleutel = "T/1")
    {
        var boom = Features(await LeesAsync($"{Items}?{vraag}"))
            .Single(f => Tekst(f.GetProperty("properties"), "sleutel") == sleutel);
        return Getallen(boom.GetProperty("geometry").GetProperty("coordinates"));
    }

    protected static JsonElement Parameter(JsonElement document, string naam) =>
        document.GetProperty("components").GetProperty("parameters").GetProperty(naam);
}
