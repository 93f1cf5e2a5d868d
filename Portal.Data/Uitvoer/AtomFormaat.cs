using System.Globalization;
using System.Text;
using System.Xml;
using Dapper;

namespace Portal.Data.Uitvoer;

/// <summary>
/// An Atom feed (RFC 4287) of the fifty newest rows, so that a reader or a mail service can tell what is new.
/// </summary>
public static class AtomFormaat
{
    public static readonly Formaat Formaat = new(
        "atom",
        "application/atom+xml; charset=utf-8",
        "om te volgen",
        SchrijfAsync
    )
    {
        AlleenNu = true,
        Past = c => c.Datum is not null,
    };

    private const string Ns = "http://www.w3.org/2005/Atom";

    private static async Task SchrijfAsync(Aanvraag aanvraag, Stream naar, CancellationToken ct)
    {
        var (collectie, basis) = (aanvraag.Collectie, aanvraag.Basis);
        var rijen = await LeesAsync(aanvraag, ct);
        using var buffer = new MemoryStream();
        await using (
            var xml = XmlWriter.Create(
                buffer,
                new()
                {
                    Async = true,
                    Encoding = new UTF8Encoding(false),
                    Indent = true,
                }
            )
        )
        {
            await xml.WriteStartElementAsync(null, "feed", Ns);
            Element(xml, "title", collectie.Titel);
            Element(xml, "id", new Uri(basis, $"{collectie.Pad}.atom").AbsoluteUri);
            Link(xml, new Uri(basis, collectie.Pad), "alternate");
            Element(xml, "updated", Moment(rijen.Select(r => r.Datum).Max()));
            xml.WriteStartElement("author", Ns);
            Element(xml, "name", "Gemeente");
            await xml.WriteEndElementAsync();
            foreach (var (rij, datum) in rijen)
            {
                Bericht(xml, new Uri(basis, rij.Adres(collectie.Pad)), rij, datum);
            }
            await xml.WriteEndElementAsync();
        }
        await naar.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), ct);
    }

    private static async Task<List<(CollectieRow Rij, DateOnly? Datum)>> LeesAsync(
        Aanvraag aanvraag,
        CancellationToken ct
    )
    {
        var plek = aanvraag.Collectie.Kolommen.ToList().FindIndex(k => k.Naam == aanvraag.Collectie.Datum);
        await using var reader = await aanvraag.Db.ExecuteReaderAsync(
            new(
                aanvraag.Collectie.Sql.Nieuwste,
                CollectieSql.Parameters(aanvraag.Collectie, aanvraag.Filter),
                cancellationToken: ct
            )
        );
        var rijen = new List<(CollectieRow, DateOnly?)>();
        while (await reader.ReadAsync(ct))
        {
            var rij = CollectieRow.Lees(reader);
            rijen.Add((rij, plek < 0 ? null : rij.Waarden[plek] as DateOnly?));
        }
        return rijen;
    }

    private static void Bericht(XmlWriter xml, Uri adres, CollectieRow rij, DateOnly? datum)
    {
        xml.WriteStartElement("entry", Ns);
        Element(xml, "title", rij.Titel);
        Element(xml, "id", adres.AbsoluteUri);
        Link(xml, adres, "alternate");
        Element(xml, "updated", Moment(datum));
        Element(xml, "summary", rij.Gebied is null ? "Plek niet bekend" : $"{rij.GebiedSoort} {rij.Gebied}");
        xml.WriteEndElement();
    }

    // The source gives days; the year 1970 is the form's "not known".
    private static string Moment(DateOnly? datum) =>
        (datum ?? new DateOnly(1970, 1, 1)).ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);

    private static void Element(XmlWriter xml, string naam, string tekst) =>
        xml.WriteElementString(naam, Ns, Leesbaar(tekst));

    private static void Link(XmlWriter xml, Uri adres, string rel)
    {
        xml.WriteStartElement("link", Ns);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("href", adres.AbsoluteUri);
        xml.WriteEndElement();
    }

    // A sign that XML cannot hold would end the feed for everybody.
    private static string Leesbaar(string tekst) => string.Concat(tekst.Where(XmlConvert.IsXmlChar));
}
