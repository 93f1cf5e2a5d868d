using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Data.Begrotingen;
using Portal.Data.Gebieden;

namespace Portal.Web.Pages.Begrotingen;

/// <summary>A file of posts: what writes it, and its name where it is to be kept in a folder.</summary>
public sealed record PostBestand(Func<Stream, CancellationToken, Task> Schrijf, string MediaType, string? Naam);

/// <summary>Judges the filter of a download of posts; the right choice is streamed, a wrong one explained.</summary>
public sealed record PostVraag(BegrotingQueries Begroting, GebiedQueries Gebieden, HttpContext Context)
{
    public async Task<Results<PushStreamHttpResult, ProblemHttpResult>> AntwoordAsync(
        PostFilter filter,
        Func<PostKeuze, PostBestand> maak
    )
    {
        var ct = Context.RequestAborted;
        var (keuze, reden) = PostKeuze.Kies(
            filter,
            await Begroting.AanbodAsync(ct),
            await Gebieden.VindAsync(filter.Gebied, ct)
        );
        if (keuze is null)
        {
            return Ongeldig.Probleem(reden);
        }
        var bestand = maak(keuze);
        return Downloads.Stroom(Context, stream => bestand.Schrijf(stream, ct), bestand.MediaType, bestand.Naam);
    }
}
