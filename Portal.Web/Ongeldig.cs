using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.Uitvoer;

namespace Portal.Web;

/// <summary>
/// An address that asks for what cannot be: 400, with the reason; a page for a reader, RFC 9457 for a program.
/// </summary>
public static class Ongeldig
{
    public const string Kop = "Deze keuze kan niet";

    private static readonly string[] Data =
    [
        ".json",
        ".topojson",
        ".mvt",
        ".csv",
        ".svg",
        ".zip",
        ".jsonld",
        ".ttl",
        .. Formaten.Alle.Select(f => $".{f.Extensie}"),
    ];

    public static IActionResult Antwoord(PageModel page, string? reden)
    {
        page.HttpContext.Items[nameof(Ongeldig)] = reden;
        return page.BadRequest();
    }

    /// <summary>What is asked for is not there: 404, with what is.</summary>
    public static IActionResult Weg(PageModel page, string reden)
    {
        page.HttpContext.Items[nameof(Ongeldig)] = reden;
        return page.NotFound();
    }

    /// <summary>The same before a page is reached: the page of errors follows.</summary>
    public static Task WeigerPagina(HttpContext context, string reden)
    {
        context.Items[nameof(Ongeldig)] = reden;
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    public static ProblemHttpResult Probleem(string? reden, int status = StatusCodes.Status400BadRequest) =>
        TypedResults.Problem(
            reden,
            statusCode: status,
            title: status switch
            {
                StatusCodes.Status400BadRequest => Kop,
                StatusCodes.Status405MethodNotAllowed => "Dit kan hier niet",
                StatusCodes.Status410Gone => "Dit is niet meer zo",
                StatusCodes.Status429TooManyRequests => "Te veel vragen",
                _ => "Dit bestaat niet",
            }
        );

    /// <returns>What is wrong with one value of the query, in Dutch; null when it is left out or one of the
    /// list.</returns>
    public static string? Waarde(string naam, string? waarde, IEnumerable<string> lijst) =>
        waarde is null || lijst.Contains(waarde)
            ? null
            : $"Bij {naam} staat '{waarde}'. Kies uit: {string.Join(", ", lijst)}.";

    /// <summary>What does not bind is a number that is none: every other value is a text.</summary>
    public static string Getal(string naam, string? waarde) =>
        naam.Contains("jaar", StringComparison.Ordinal)
            ? $"Bij '{naam}' staat '{waarde}'. Schrijf een jaar, zoals 2024."
            : $"Bij '{naam}' staat '{waarde}'. Schrijf een getal, zoals 1.";

    /// <summary>
    /// What is wrong, for the reader of a page; where English has no such sentence, in Dutch, and marked so.
    /// </summary>
    public static object? Zin(string? reden) => Redenen.InHetEngels(reden) ?? Taal.Woorden(reden);

    public static string? Reden(HttpContext context) => context.Items[nameof(Ongeldig)] as string;

    /// <summary>Whether the address is one of data, so that an error there must not be a page.</summary>
    public static bool IsData(string? pad) =>
        pad is not null
        && (Programmadeur.IsData(pad) || Data.Any(d => pad.EndsWith(d, StringComparison.OrdinalIgnoreCase)));
}
