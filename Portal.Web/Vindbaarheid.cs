using System.Globalization;
using System.Text;
using System.Xml;
using Portal.Data.Gebieden;
using Portal.Data.Uitgaven;

namespace Portal.Web;

/// <summary>What search engines and finders of faults ask first.</summary>
public static class Vindbaarheid
{
    private static readonly string[] GetEnHead = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] Paginas =
    [
        "/",
        "/kaart",
        "/kaart/vergelijk",
        "/stad",
        "/begroting/posten",
        "/begroting/vergelijk",
        "/begroting/gemeenten",
        "/begroting/brug",
        "/initiatieven",
        "/vergunningen",
        "/bekendmakingen",
        "/uitleg",
        "/data",
        "/api/v1",
        "/ogc",
        "/ogc/collections",
        "/bronnen",
        "/toegankelijkheid",
    ];

    public static void MapVindbaarheid(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/robots.txt", GetEnHead, (HttpContext c) => TypedResults.Text(Robots(c.Request)));
        routes.MapMethods("/sitemap.xml", GetEnHead, SitemapAsync).WithMetadata(new ToontAttribute());
        routes.MapMethods("/.well-known/security.txt", GetEnHead, Veiligheid);
    }

    // Every page has an address that search engines may keep; the choices on them are endless, and searching is for
    // people
    private static string Robots(HttpRequest verzoek) =>
        $"""
            User-agent: *
            Allow: /ogc/collections/*/items?na=
            Disallow: /zoek
            Disallow: /en/zoek
            Disallow: /beheer
            Disallow: /*?
            Allow: /

            Sitemap: {Basis(verzoek)}/sitemap.xml

            """;

    private static async Task<IResult> SitemapAsync(
        GebiedQueries gebieden,
        UitgaveQueries uitgaven,
        HttpContext context
    )
    {
        var adressen = new List<string>(Paginas);
        adressen.AddRange((await uitgaven.CodesAsync(context.RequestAborted)).Select(c => $"/data/{c}"));
        foreach (var soort in Gebiedsoorten.InDeStad)
        {
            var lijst = await gebieden.ListAsync(soort, context.RequestAborted);
            adressen.AddRange(lijst.Count == 0 ? [] : [$"/{Gebiedsoorten.Meervoud(soort)}"]);
            adressen.AddRange(lijst.Select(g => Opmaak.Adres(g.Soort, g.Code, g.Naam)));
        }
        var xml = new StringBuilder();
        using (var schrijver = XmlWriter.Create(xml, new() { OmitXmlDeclaration = true }))
        {
            schrijver.WriteStartElement("urlset", "http://www.sitemaps.org/schemas/sitemap/0.9");
            foreach (var adres in adressen)
            {
                schrijver.WriteStartElement("url");
                schrijver.WriteElementString("loc", Basis(context.Request) + adres);
                schrijver.WriteEndElement();
            }
            schrijver.WriteEndElement();
        }
        return TypedResults.Text(xml.ToString(), "application/xml; charset=utf-8");
    }

    // RFC 9116; it must say until when it is right: the first of a month, a year from now
    private static IResult Veiligheid(HttpContext context, Instellingen instellingen, Portal.Data.Klok klok)
    {
        if (instellingen.Contact is null)
        {
            return TypedResults.NotFound();
        }
        var tot = new DateOnly(klok.Vandaag.Year + 1, klok.Vandaag.Month, 1);
        return TypedResults.Text(
            $"""
            Contact: mailto:{instellingen.Contact}
            Expires: {tot.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}T00:00:00Z
            Preferred-Languages: nl, en
            Canonical: {Basis(context.Request)}/.well-known/security.txt

            """
        );
    }

    private static string Basis(HttpRequest verzoek) => $"{verzoek.Scheme}://{verzoek.Host}";
}
