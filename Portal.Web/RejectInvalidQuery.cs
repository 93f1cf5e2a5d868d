using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Portal.Web;

/// <summary>
/// A GET whose query does not bind (<c>?jaar=geen-jaar</c>) is answered 400, not shown with the filter dropped.
/// </summary>
public sealed class RejectInvalidQuery : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context) { }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (HttpMethods.IsGet(context.HttpContext.Request.Method) && !context.ModelState.IsValid)
        {
            var (naam, fout) = context.ModelState.First(m => m.Value!.Errors.Count > 0);
            context.HttpContext.Items[nameof(Ongeldig)] = Ongeldig.Getal(naam.ToLowerInvariant(), fout!.AttemptedValue);
            context.Result = new BadRequestResult();
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context) { }
}
