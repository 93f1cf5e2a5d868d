using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.Begrotingen;

namespace Portal.Web.Pages.Begrotingen;

/// <summary>What stands in a download of posts, for a reader.</summary>
[Toont(BegrotingOnderwerp.Code)]
public sealed class KolommenModel : PageModel
{
    public static string Soort(PostKolom kolom) =>
        kolom.Soort switch
        {
            "integer" => "geheel getal",
            "decimal" => "bedrag in euro, met twee cijfers achter de komma",
            "gYear" => "jaar",
            "date" => "datum, als 2026-12-31",
            _ => "tekst",
        };
}
