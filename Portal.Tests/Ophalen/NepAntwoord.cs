using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Portal.Tests.Ophalen;

/// <summary>An answer as it is meant, or as it comes on a bad day.</summary>
internal static class NepAntwoord
{
    public static async Task GeefAsync(HttpContext context, byte[] inhoud, string storing, bool metMerk)
    {
        var antwoord = context.Response;
        var merk = $"\"{Convert.ToHexStringLower(SHA256.HashData(inhoud))[..16]}\"";
        if (metMerk)
        {
            antwoord.Headers.ETag = merk;
        }
        switch (storing)
        {
            case "traag":
                await Task.Delay(TimeSpan.FromSeconds(20), context.RequestAborted);
                return;
            case "druk" or "kapot" or "door" or "onbekend" or "wacht":
                Weiger(antwoord, storing);
                return;
            case "weg":
                context.Abort();
                return;
            case "webpagina":
                inhoud = "<!DOCTYPE html><html><body>Onderhoud</body></html>"u8.ToArray();
                break;
            case "afgebroken":
                inhoud = [.. inhoud[..(inhoud.Length / 2)], .. "\n\nAborted by ReadTimeout during rendering!\n"u8];
                break;
            case "half":
                inhoud = inhoud[..(inhoud.Length / 2)];
                break;
            case "kort": // half of it, of a length that was promised: the connection breaks
                antwoord.ContentLength = inhoud.Length;
                await antwoord.Body.WriteAsync(inhoud.AsMemory(0, inhoud.Length / 2), context.RequestAborted);
                await antwoord.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(50, context.RequestAborted); // so that it is on its way
                context.Abort();
                return;
        }
        await GoedAsync(context, inhoud, merk);
    }

    private static void Weiger(HttpResponse antwoord, string storing)
    {
        antwoord.StatusCode = storing switch
        {
            "druk" => 503,
            "wacht" => 429,
            "kapot" => 403,
            "door" => 302,
            _ => 404,
        };
        if (storing == "door")
        {
            antwoord.Headers.Location = "https://elders.example/";
        }
        if (storing == "wacht")
        {
            antwoord.Headers.RetryAfter = "1";
        }
    }

    private static async Task GoedAsync(HttpContext context, byte[] inhoud, string merk)
    {
        var (vraag, antwoord) = (context.Request, context.Response);
        if (vraag.Headers.IfNoneMatch == merk)
        {
            antwoord.StatusCode = 304;
            return;
        }
        var begin = 0;
        if (vraag.Headers.Range.ToString() is { Length: > 0 } deel && vraag.Headers.IfRange == merk)
        {
            begin = int.Parse(deel.AsSpan("bytes=".Length).TrimEnd('-'), CultureInfo.InvariantCulture);
            antwoord.StatusCode = 206;
            antwoord.Headers.ContentRange = $"bytes {begin}-{inhoud.Length - 1}/{inhoud.Length}";
        }
        antwoord.ContentLength = inhoud.Length - begin;
        await antwoord.Body.WriteAsync(inhoud.AsMemory(begin), context.RequestAborted);
    }

    public static string Tekst(byte[] inhoud) => Encoding.UTF8.GetString(inhoud);
}
