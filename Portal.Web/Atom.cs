using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Portal.Web;

/// <summary>An entry of a feed: what it is, where it stands, and since when.</summary>
public sealed record Atombericht(string Titel, Uri Adres, DateTime Moment, string Samenvatting);

/// <summary>Feeds (RFC 4287) of what is no collection.</summary>
public static class Atom
{
    private static readonly XNamespace Ns = "http://www.w3.org/2005/Atom";

    public static IResult Feed(string titel, Uri zelf, IReadOnlyList<Atombericht> berichten)
    {
        var feed = new XElement(
            Ns + "feed",
            new XElement(Ns + "title", Leesbaar(titel)),
            new XElement(Ns + "id", zelf.AbsoluteUri),
            Link("self", zelf),
            new XElement(Ns + "updated", Moment(berichten.Select(b => b.Moment).Append(DateTime.UnixEpoch).Max())),
            new XElement(Ns + "author", new XElement(Ns + "name", "Gemeente")),
            berichten.Select(Bericht)
        );
        return TypedResults.Text(
            $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{feed}",
            "application/atom+xml; charset=utf-8"
        );
    }

    private static XElement Bericht(Atombericht b) =>
        new(
            Ns + "entry",
            new XElement(Ns + "title", Leesbaar(b.Titel)),
            new XElement(Ns + "id", b.Adres.AbsoluteUri),
            Link("alternate", b.Adres),
            new XElement(Ns + "updated", Moment(b.Moment)),
            new XElement(Ns + "summary", Leesbaar(b.Samenvatting))
        );

    private static XElement Link(string rel, Uri adres) =>
        new(Ns + "link", new XAttribute("rel", rel), new XAttribute("href", adres.AbsoluteUri));

    private static string Moment(DateTime moment) =>
        moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    // A sign that XML cannot hold would end the feed for everybody.
    private static string Leesbaar(string tekst) => string.Concat(tekst.Where(XmlConvert.IsXmlChar));
}
