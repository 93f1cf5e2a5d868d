using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Data.Begrotingen;

namespace Portal.Web.Pages.Begroting;

/// <summary>Explain this number: from a post to the row as it was delivered.</summary>
[OutputCache(PolicyName = Caching.OpenData)]
public sealed class PostModel(PostDetailQueries posten) : PageModel
{
    public PostDetail Post { get; private set; } = null!;
    public IReadOnlyList<PostDeelRow> Delen { get; private set; } = [];
    public IReadOnlyList<PostVersieRow> Versies { get; private set; } = [];

    public string Titel => Post.Project ?? Post.Omschrijving ?? Post.Regeling ?? "Post zonder omschrijving";

    /// <summary>The cells of the source row, in the order of the file; empty when the post has no file (the example municipality).</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Bronrij => Post.Bron is null ? [] : [.. JsonSerializer.Deserialize<Dictionary<string, string>>(Post.Bron)!];

    public string Permalink => $"{Request.Scheme}://{Request.Host}/begroting/post/{Post.Id}";

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (await posten.FindAsync(id, ct) is not { } post)
        {
            return NotFound();
        }
        Post = post;
        Delen = await posten.DelenAsync(id, ct);
        Versies = await posten.VersiesAsync(id, ct);
        return Page();
    }
}
