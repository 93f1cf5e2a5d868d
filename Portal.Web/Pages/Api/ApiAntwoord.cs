using System.Text.Encodings.Web;
using System.Text.Json;
using Portal.Data.Uitvoer;
using Portal.Web.Pages.Collecties;

namespace Portal.Web.Pages.Api;

/// <summary>Writes what the database made to a program.</summary>
public static class ApiAntwoord
{
    private static readonly JsonWriterOptions Leesbaar = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="totaal">Of all parts together, where it was asked.</param>
    public static async Task SchrijfAsync(HttpContext context, Blad blad, IReadOnlyDictionary<string, decimal> totaal)
    {
        var (self, next) = (Adres(context, null), blad.Na is null ? null : Adres(context, blad.Na));
        if (next is not null)
        {
            context.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        }
        await SchrijfAsync(
            context,
            json =>
            {
                json.WriteStartObject();
                SchrijfLinks(json, ("self", self), ("next", next));
                foreach (var (naam, waarde) in totaal)
                {
                    json.WriteNumber(naam, waarde);
                }
                json.WriteStartArray("rijen");
                foreach (var rij in blad.Rijen)
                {
                    json.WriteRawValue(rij, skipInputValidation: true);
                }
                json.WriteEndArray();
                json.WriteEndObject();
            }
        );
    }

    /// <summary>One row, with where it stands.</summary>
    public static Task SchrijfEenAsync(HttpContext context, string rij, string lijst, string pagina) =>
        SchrijfAsync(
            context,
            json =>
            {
                var basis = CollectiesEndpoints.Basis(context.Request);
                json.WriteStartObject();
                SchrijfLinks(
                    json,
                    ("self", Adres(context, null)),
                    ("collection", $"{basis}{Programmadeur.Api[1..]}/{lijst}"),
                    ("alternate", $"{basis}{pagina}")
                );
                using var velden = JsonDocument.Parse(rij);
                foreach (var veld in velden.RootElement.EnumerateObject())
                {
                    veld.WriteTo(json);
                }
                json.WriteEndObject();
            }
        );

    // Whole, for what is half is no JSON
    private static async Task SchrijfAsync(HttpContext context, Action<Utf8JsonWriter> schrijf)
    {
        context.Response.ContentType = "application/json";
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter, Leesbaar);
        schrijf(json);
        await json.FlushAsync(context.RequestAborted);
    }

    private static void SchrijfLinks(Utf8JsonWriter json, params (string Naam, string? Adres)[] links)
    {
        json.WriteStartObject("_links");
        foreach (var (naam, adres) in links.Where(l => l.Adres is not null))
        {
            json.WriteStartObject(naam);
            json.WriteString("href", adres);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    /// <summary>This address, or that of the part after it.</summary>
    private static string Adres(HttpContext context, string? na)
    {
        var request = context.Request;
        var delen = request
            .Query.Where(q => na is null || q.Key != "na")
            .SelectMany(q => q.Value, (q, w) => $"{q.Key}={Uri.EscapeDataString(w ?? "")}")
            .Concat(na is null ? [] : [$"na={Uri.EscapeDataString(na)}"]);
        var vraag = string.Join('&', delen);
        return $"{request.Scheme}://{request.Host}{request.PathBase}{request.Path.ToUriComponent()}"
            + (vraag.Length > 0 ? "?" + vraag : "");
    }
}
