using Portal.Data;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Data.Uitgaven;
using Portal.Data.Uitvoer;
using Portal.Web.Pages.Collecties;
using Portal.Web.Pages.Data;

namespace Portal.Web.Pages.Gebieden;

/// <summary>
/// What is new in an area, as an Atom feed: the newest permits, announcements and whatever else has a day, and new
/// versions of what says something of every area at once, such as money and figures.
/// </summary>
public static class Gebiedsfeed
{
    private const int Meeste = 50;
    private static readonly string[] GetEnHead = [HttpMethods.Get, HttpMethods.Head];

    public static void MapGebiedsfeed(this IEndpointRouteBuilder routes)
    {
        routes
            .MapMethods(
                "/{soorten:gebiedsoort}/{code}/nieuw.atom",
                GetEnHead,
                (string soorten, string code, [AsParameters] Feedvraag vraag) =>
                    vraag.GeefAsync(Gebiedsoorten.Enkelvoud(soorten), code)
            )
            .WithMetadata(new ToontAttribute());
        routes
            .MapMethods(
                "/stad.atom",
                GetEnHead,
                ([AsParameters] Feedvraag vraag) => vraag.GeefAsync(Gebiedsoorten.Stad, null)
            )
            .WithMetadata(new ToontAttribute());
    }

    /// <summary>What the feed is made of.</summary>
    public sealed record Feedvraag(
        GebiedQueries Gebieden,
        CollectieQueries Collecties,
        UitgaveQueries Uitgaven,
        Onderwerplijst Onderwerpen,
        HttpContext Context
    )
    {
        public async Task<IResult> GeefAsync(string soort, string? code)
        {
            var ct = Context.RequestAborted;
            code ??= await Gebieden.StadAsync(ct) ?? "";
            if (await Gebieden.FindAsync(soort, code, ct) is not { } gebied)
            {
                return Ongeldig.Probleem("Dit gebied is er niet.", StatusCodes.Status404NotFound);
            }
            var basis = CollectiesEndpoints.Basis(Context.Request);
            var berichten = await RijenAsync(soort == Gebiedsoorten.Stad ? null : gebied.Code, basis, ct);
            berichten.AddRange(await VersiesAsync(basis, ct));
            return Atom.Feed(
                $"Nieuw in {gebied.Naam}",
                new Uri(basis, Context.Request.Path.Value![1..]),
                [.. berichten.OrderByDescending(b => b.Moment).Take(Meeste)]
            );
        }

        private async Task<List<Atombericht>> RijenAsync(string? gebied, Uri basis, CancellationToken ct)
        {
            var berichten = new List<Atombericht>();
            foreach (var collectie in Onderwerpen.Collecties.Where(c => c is { MetPagina: true, MetPeriode: true }))
            {
                var plek = collectie.Kolommen.ToList().FindIndex(k => k.Naam == collectie.Datum);
                var rijen = await Collecties.ListAsync(collectie, new(gebied), Meeste, 0, ct);
                berichten.AddRange(
                    from rij in rijen
                    where rij.Waarden[plek] is DateOnly
                    let dag = (DateOnly)rij.Waarden[plek]!
                    select new Atombericht(
                        rij.Titel,
                        new Uri(basis, rij.Adres(collectie.Pad)),
                        dag.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
                        rij.Gebied is null ? collectie.Titel : $"{collectie.Titel}: {rij.GebiedSoort} {rij.Gebied}"
                    )
                );
            }
            return berichten;
        }

        // What is kept up to date row by row stands in the feed by its rows
        private async Task<IEnumerable<Atombericht>> VersiesAsync(Uri basis, CancellationToken ct)
        {
            var heel = Onderwerpen
                .Alle.Where(o => o.Tabellen.Any(t => t.Leven == Leven.Geheel))
                .Select(o => o.Code)
                .ToHashSet();
            return from v in await Uitgaven.NieuwsteAsync(null, ct)
                where heel.Contains(v.Dataset.Onderwerp)
                select Versiefeed.Bericht(v.Dataset, v.Versie, basis);
        }
    }
}
