using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data;
using Portal.Data.Datasets;

namespace Portal.Web;

/// <summary>
/// A page is read from one snapshot, with the name of the municipality or part for the layout; the connection goes back
/// before the page is written, for that takes as long as its reader. The page of errors reads nothing: the database may
/// be what failed.
/// </summary>
public sealed class EenLezing(Lezing lezing, DatasetQueries datasets, Werkgebied werkgebied) : IAsyncPageFilter
{
    public const string Gemeente = "Gemeente";

    /// <summary>What the portal is called after: a part of the municipality, or all of it.</summary>
    public const string Plaats = "Plaats";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        if (context.HandlerInstance is PageBase or PageModel and not Pages.FoutModel)
        {
            var gemeente = await datasets.GemeenteAsync(context.HttpContext.RequestAborted);
            var data = ViewData(context.HandlerInstance);
            data[Gemeente] = gemeente;
            data[Plaats] = (await werkgebied.LeesAsync(context.HttpContext.RequestAborted))?.Naam ?? gemeente?.Naam;
        }
        await next();
        await lezing.DisposeAsync();
    }

    private static Microsoft.AspNetCore.Mvc.ViewFeatures.ViewDataDictionary ViewData(object pagina) =>
        pagina is PageModel model ? model.ViewData : ((PageBase)pagina).ViewContext.ViewData;
}
