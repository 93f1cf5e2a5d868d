using System.Globalization;
using Portal.Data.Uitvoer;

namespace Portal.Web.Pages.Collecties;

/// <summary>How an address asks a format to be written, and what its reader is told where that cannot be.</summary>
internal static class Uitvoervorm
{
    private const int WachtSeconden = 60;

    /// <summary>The format as it is asked for, or why it cannot be.</summary>
    public static (Formaat Vorm, string? Reden) Lees(Formaat formaat, IQueryCollection query)
    {
        var keuzes = formaat.Keuzes.ToDictionary(
            k => k.Key,
            k => query[k.Key].ToString() is { Length: > 0 } woord ? woord : k.Value[0]
        );
        var reden = keuzes.Select(k => Ongeldig.Waarde(k.Key, k.Value, formaat.Keuzes[k.Key])).OfType<string>();
        return (formaat.Met(keuzes), reden.FirstOrDefault());
    }

    /// <summary>Where a file cannot be made, nothing of it was written yet: the reader is told why.</summary>
    public static async Task OfUitlegAsync(HttpContext context, Func<Task> schrijf)
    {
        try
        {
            await schrijf();
        }
        catch (UitvoerFout fout) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            if (fout.Druk)
            {
                context.Response.Headers.RetryAfter = WachtSeconden.ToString(CultureInfo.InvariantCulture);
            }
            await TypedResults
                .Problem(
                    fout.Message,
                    statusCode: fout.Druk
                        ? StatusCodes.Status503ServiceUnavailable
                        : StatusCodes.Status413PayloadTooLarge,
                    title: fout.Druk ? "Het is nu druk" : "Dit is te groot"
                )
                .ExecuteAsync(context);
        }
    }
}
