using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data;
using Portal.Data.Datasets;

namespace Portal.Web;

/// <summary>
/// A page is read from one snapshot, with the name of the municipality or part for the layout; the connection goes back
/// before the page is written, for that takes as long as its reader. The page of errors reads nothing, for the database
/// may be what failed: it is called as the page before it was.
/// </summary>
public sealed class EenLezing(Lezing lezing, DatasetQueries datasets, Werkgebied werkgebied, Laatstgenoemd laatst)
    : IAsyncPageFilter
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
            laatst.Plaats = data[Plaats] as string;
        }
        else if (context.HandlerInstance is Pages.FoutModel fout)
        {
            fout.ViewData[Plaats] = laatst.Plaats;
        }
        await next();
        await lezing.DisposeAsync();
    }

    private static Microsoft.AspNetCore.Mvc.ViewFeatures.ViewDataDictionary ViewData(object pagina) =>
        pagina is PageModel model ? model.ViewData : ((PageBase)pagina).ViewContext.ViewData;
}

/// <summary>What the portal was called on the last page that was read.</summary>
public sealed class Laatstgenoemd
{
    public string? Plaats { get; set; }
}
