using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Data.Ogc;
using Portal.Data.Uitvoer;

namespace Portal.Web.Pages.Ogc;

/// <summary>The features of a collection, in parts.</summary>
[OgcParameters(IsLijst = true)]
[EnableRateLimiting(Verzoekrem.Naam)]
public sealed class ItemsModel(BladQueries bladen, Collectieomvang omvang) : OgcModel
{
    private static readonly JsonWriterOptions Leesbaar = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public Collectie Collectie { get; private set; } = null!;

    /// <summary>Each with its id and its columns, for the page.</summary>
    public IReadOnlyList<JsonElement> Features { get; private set; } = [];

    /// <summary>How many there are in all parts; null: not counted.</summary>
    public long? Aantal { get; private set; }

    /// <summary>Where the next part begins; null: there is none.</summary>
    public string? Verder { get; private set; }

    public async Task<IActionResult> OnGetAsync(string collectie, CancellationToken ct)
    {
        if (OgcNaam.Vind(await AlleAsync(HttpContext), collectie) is not { } gevonden)
        {
            return GeenCollectie(collectie);
        }
        Collectie = gevonden;
        var (vraag, reden) = ItemsVraag.Lees(Request.Query, gevonden);
        if (vraag is null)
        {
            return Ongeldig.Antwoord(this, reden);
        }
        if (!IsHtml && Versheid.IsBekend(HttpContext, gevonden.Onderwerpen))
        {
            return new EmptyResult();
        }
        var stand = await bladen.StandAsync(gevonden, ct);
        if (vraag.Na is { } na && na.Stand != stand)
        {
            return Ongeldig.Antwoord(this, Verderplek.Verlopen);
        }
        Aantal =
            vraag.Alles ? (await omvang.VanAsync(gevonden)).Aantal
            : vraag.Tel ? await bladen.AantalAsync(gevonden, vraag.Blad, ct)
            : null;
        var blad = await bladen.LeesAsync(gevonden, Featurevorm.Van(gevonden, vraag.Crs), vraag.Blad, ct);
        Verder = blad.Na is null ? null : Verderplek.Schrijf(stand, blad.Na);
        Response.Headers["Content-Crs"] = $"<{vraag.Crs.Uri}>";
        return IsHtml ? Pagina(blad) : File(Schrijf(blad), GeoJson);
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Pagina(Blad blad)
    {
        Features = [.. blad.Rijen.Select(r => JsonDocument.Parse(r).RootElement)];
        return Page();
    }

    private byte[] Schrijf(Blad blad)
    {
        var bytes = new ArrayBufferWriter<byte>(64 * 1024);
        using (var json = new Utf8JsonWriter(bytes, Leesbaar))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteString(
                "timeStamp",
                DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            );
            if (Aantal is { } aantal)
            {
                json.WriteNumber("numberMatched", aantal);
            }
            json.WriteNumber("numberReturned", blad.Rijen.Count);
            json.WritePropertyName("links");
            Links().WriteTo(json);
            json.WriteStartArray("features");
            foreach (var rij in blad.Rijen)
            {
                json.WriteRawValue(rij, skipInputValidation: true);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return bytes.WrittenSpan.ToArray();
    }

    private System.Text.Json.Nodes.JsonArray Links()
    {
        var hier = $"{Basis}/collections/{OgcNaam.Van(Collectie)}";
        var links = Zelf(GeoJson);
        if (Verder is { } na)
        {
            links.Add(Link("next", Adres(OgcVorm.Json, na), GeoJson));
        }
        links.Add(Link("collection", $"{hier}?f=json", "application/json", Collectie.Titel));
        return links;
    }
}
