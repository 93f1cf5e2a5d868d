using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace Portal.Web;

/// <summary>Markdown that staff write, as HTML: no HTML of their own, no pictures, and links to pages only.</summary>
public static class Opmaaktekst
{
    private const int EersteKop = 3; // below the heading that the page gives it

    private static readonly MarkdownPipeline Regels = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .Build();

    public static IHtmlContent Html(string markdown)
    {
        var tekst = Markdown.Parse(markdown, Regels);
        foreach (var kop in tekst.Descendants<HeadingBlock>())
        {
            kop.Level = Math.Min(6, kop.Level + EersteKop - 1);
        }
        foreach (var link in tekst.Descendants<LinkInline>().ToList())
        {
            if (link.IsImage || !Mag(link.Url))
            {
                AlsTekst(link);
            }
        }
        foreach (var link in tekst.Descendants<AutolinkInline>().ToList())
        {
            if (link.IsEmail || !Mag(link.Url))
            {
                link.ReplaceBy(new LiteralInline(link.Url));
            }
        }
        return new HtmlString(tekst.ToHtml(Regels));
    }

    // What stood in it stays
    private static void AlsTekst(LinkInline link)
    {
        var groep = new ContainerInline();
        link.ReplaceBy(groep, copyChildren: true);
    }

    private static bool Mag(string? url) =>
        url is not null
        && (
            url.StartsWith('/')
                && !url.StartsWith("//", StringComparison.Ordinal)
                && !url.Contains('\\', StringComparison.Ordinal)
            || url.StartsWith('#')
            || Uri.TryCreate(url, UriKind.Absolute, out var adres) && adres.Scheme is "https" or "http"
        );
}
