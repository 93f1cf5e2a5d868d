using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Web.Pages;

/// <summary>What went wrong, in plain Dutch, with a way on; never a stack trace.</summary>
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken] // a form that was refused is answered with this page too
public sealed class FoutModel : PageModel
{
    public int Status { get; private set; }
    public string Kop { get; private set; } = "";
    public object? Uitleg { get; private set; }

    // Nothing of the form is read for it: that may be what was refused
    public IActionResult OnPost() =>
        OnGet(int.TryParse(RouteData.Values["status"] as string, out var status) ? status : 500);

    public IActionResult OnGet(int status)
    {
        Status =
            HttpContext.Features.Get<IExceptionHandlerFeature>() is { } fout ? Storing.Status(fout.Error)
            : status is >= 400 and <= 599 ? status
            : 404;
        Response.StatusCode = Status;
        (Kop, Uitleg) = Status switch
        {
            404 => (
                Taal.Zin("Deze pagina bestaat niet"),
                Ongeldig.Zin(Ongeldig.Reden(HttpContext))
                    ?? Taal.Zin(
                        "Misschien is een naam of code veranderd, of is een oude versie opgeruimd. Zoek het opnieuw."
                    )
            ),
            400 => (
                Taal.Zin(Ongeldig.Kop),
                Ongeldig.Zin(Ongeldig.Reden(HttpContext))
                    ?? Taal.Zin("In het adres staat iets wat niet klopt, bijvoorbeeld een jaar dat geen jaartal is.")
            ),
            403 => (
                Taal.Zin("Dit mag u niet doen"),
                Taal.Zin("Uw rol geeft hier geen toegang toe. Vraag het aan uw beheerder.")
            ),
            413 => (
                Taal.Zin("Dit bestand is te groot"),
                Taal.Zin("Deel het op, of vraag uw beheerder om het op de server te laden.")
            ),
            429 => (Taal.Zin("Dit is te vaak geprobeerd"), Taal.Zin("Wacht vijf minuten en probeer het dan opnieuw.")),
            503 => (
                Taal.Zin("Het is nu te druk, of er is een storing"),
                Taal.Zin("Het ligt niet aan u. Probeer het over een minuut opnieuw.")
            ),
            _ => (
                Taal.Zin("Er ging iets mis bij ons"),
                Taal.Zin("Het ligt niet aan u. Probeer het over een paar minuten opnieuw.")
            ),
        };
        return Ongeldig.IsData(Storing.Pad(HttpContext)) || Ogc.OgcVorm.WilData(HttpContext)
            ? new ContentResult
            {
                StatusCode = Status,
                ContentType = "application/problem+json",
                Content = JsonSerializer.Serialize(
                    new
                    {
                        title = Kop,
                        status = Status,
                        detail = Uitleg,
                    },
                    JsonSerializerOptions.Web
                ),
            }
            : Page();
    }
}
