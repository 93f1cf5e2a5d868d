using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.Uitvoer;

namespace Portal.Web.Pages.Api;

/// <summary>The API in words, for who is going to use it.</summary>
[Toont]
public sealed class IndexModel(Collectielijst lijst, Instellingen instellingen) : PageModel
{
    public IReadOnlyList<Collectie> Collecties { get; private set; } = [];

    public int PerMinuut => instellingen.VerzoekenPerMinuut;

    public string Basis => $"{Request.Scheme}://{Request.Host}{Request.PathBase}";

    public static IEnumerable<string> Keuzes(Collectie c) =>
        c == Portal.Data.Begrotingen.PostCollectie.Collectie
            ? PostParametersAttribute.Namen
            : ApiKeuze.Parameters(c).Except(ApiKeuze.VanBladen);

    public async Task OnGetAsync() => Collecties = await ApiInhoud.VanAsync(lijst);
}
