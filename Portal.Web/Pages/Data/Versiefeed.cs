using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Portal.Data.Uitgaven;
using Portal.Web.Pages.Collecties;

namespace Portal.Web.Pages.Data;

/// <summary>New versions as an Atom feed (RFC 4287): of everything, and of one dataset.</summary>
public static class Versiefeed
{
    private static readonly string[] GetEnHead = [HttpMethods.Get, HttpMethods.Head];
    private static readonly XNamespace Ns = "http://www.w3.org/2005/Atom";

    public static void MapVersiefeed(this IEndpointRouteBuilder routes)
    {
        routes
            .MapMethods(
                "/data.atom",
                GetEnHead,
                (UitgaveQueries queries, HttpContext context) => GeefAsync(null, queries, context)
            )
            .WithMetadata(new ToontAttribute());
        routes
            .MapMethods(
                "/data/{dataset}/versies.atom",
                GetEnHead,
                (string dataset, UitgaveQueries queries, HttpContext context) => GeefAsync(dataset, queries, context)
            )
            .WithMetadata(new ToontAttribute());
    }

    private static async Task<IResult> GeefAsync(string? dataset, UitgaveQueries queries, HttpContext context)
    {
        var versies = await queries.NieuwsteAsync(dataset, context.RequestAborted);
        if (dataset is not null && versies.Count == 0)
        {
            return Ongeldig.Probleem("Deze dataset is er niet.", StatusCodes.Status404NotFound);
        }
        var basis = CollectiesEndpoints.Basis(context.Request);
        var zelf = new Uri(basis, context.Request.Path.Value![1..]).AbsoluteUri;
        var feed = new XElement(
            Ns + "feed",
            new XElement(
                Ns + "title",
                dataset is null ? "Nieuwe gegevens" : $"Nieuwe versies: {versies[0].Dataset.Titel}"
            ),
            new XElement(Ns + "id", zelf),
            new XElement(Ns + "link", new XAttribute("rel", "self"), new XAttribute("href", zelf)),
            new XElement(
                Ns + "updated",
                Moment(versies.Count == 0 ? DateTime.UnixEpoch : versies[0].Versie.GepubliceerdOp)
            ),
            new XElement(Ns + "author", new XElement(Ns + "name", "Gemeente")),
            versies.Select(v => Bericht(v.Dataset, v.Versie, basis))
        );
        return TypedResults.Text(
            $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{feed}",
            "application/atom+xml; charset=utf-8"
        );
    }

    private static XElement Bericht(UitgaveDataset dataset, UitgaveVersie versie, Uri basis)
    {
        var adres = new Uri(basis, $"data/{dataset.Code}/versies/{versie.Nummer}").AbsoluteUri;
        return new XElement(
            Ns + "entry",
            new XElement(Ns + "title", Leesbaar($"{dataset.Titel}, versie {versie.Nummer}")),
            new XElement(Ns + "id", adres),
            new XElement(Ns + "link", new XAttribute("rel", "alternate"), new XAttribute("href", adres)),
            new XElement(Ns + "updated", Moment(versie.GepubliceerdOp)),
            new XElement(
                Ns + "summary",
                Leesbaar($"{versie.Wijziging} {versie.Geladen} rijen, {versie.Gewijzigd} nieuw of anders.".TrimStart())
            )
        );
    }

    private static string Moment(DateTime moment) =>
        moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Leesbaar(string tekst) => string.Concat(tekst.Where(XmlConvert.IsXmlChar));
}
