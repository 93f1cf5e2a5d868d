using Portal.Data;
using Portal.Data.Datasets;
using Portal.Data.Lagen;
using Portal.Data.Uitvoer;

namespace Portal.Web.Pages.Lagen;

/// <summary>Something that can be on the map, in the catalogue.</summary>
/// <param name="Lijst">Where all of it stands in words.</param>
/// <param name="Formaten">What stands after the dot of the address of its downloads.</param>
/// <param name="VanBron">Title and purpose are the words of who delivered it.</param>
public sealed record Cataloguspost(
    string Thema,
    string Titel,
    string Doel,
    string Lijst,
    string Kaart,
    IReadOnlyList<string> Formaten,
    IReadOnlyList<DatasetRow> Datasets,
    bool VanBron
)
{
    public int Aantal => Datasets.Sum(d => d.Rijen);

    public IEnumerable<string> Bronnen => Datasets.Select(d => d.Bron).Distinct();

    public IEnumerable<(string Naam, string? Url)> Licenties =>
        Datasets.Select(d => (d.Licentie, d.LicentieUrl)).Distinct();

    /// <summary>Until which day it is known to be right; null: who delivered it did not say so.</summary>
    public DateOnly? Peildatum => Datasets.Max(d => d.Peildatum);

    public DateTime Geladen => Datasets.Max(d => d.GeladenOp);
}

/// <summary>Everything that can be on the map, by theme.</summary>
public static class Catalogus
{
    /// <summary>The themes that have something, in order.</summary>
    public static IReadOnlyList<(Laagthema Thema, IReadOnlyList<Cataloguspost> Posten)> Van(
        IReadOnlyList<DatasetRow> datasets,
        IReadOnlyList<DatasetRow> geld,
        IReadOnlyList<LaagRow> lagen,
        IReadOnlyDictionary<string, Collectie> collecties
    )
    {
        var posten = Eigen(datasets, geld)
            .Concat(
                lagen.Select(l =>
                    Van(collecties[l.Code], l.Thema, [.. datasets.Where(d => d.Code == l.Code)], vanBron: true)
                )
            )
            .Where(p => p.Datasets.Count > 0)
            .ToLookup(p => p.Thema);
        return
        [
            .. Laagthema
                .Alle.Where(t => posten.Contains(t.Code))
                .Select(t => (t, (IReadOnlyList<Cataloguspost>)[.. posten[t.Code]])),
        ];
    }

    private static IEnumerable<Cataloguspost> Eigen(
        IReadOnlyList<DatasetRow> datasets,
        IReadOnlyList<DatasetRow> geld
    ) =>
        Onderwerpen
            .Alle.SelectMany(o => o.Collecties.Select(c => (Onderwerp: o.Code, Collectie: c)))
            .Where(c => c.Collectie.Thema is not null)
            .Select(c =>
                Van(
                    c.Collectie,
                    c.Collectie.Thema!,
                    [.. datasets.Where(d => d.Onderwerp == c.Onderwerp)],
                    vanBron: false
                )
            )
            .Prepend(
                new(
                    Laagthema.Bestuur,
                    Taal.Zin("Geld van de gemeente"),
                    Taal.Zin("Zien waar het geld van de gemeente naartoe gaat, per buurt en tot op het bedrag."),
                    "/begroting/posten",
                    "/kaart",
                    ["csv", "json", "ndjson"],
                    geld,
                    VanBron: false
                )
            );

    private static Cataloguspost Van(Collectie c, string thema, IReadOnlyList<DatasetRow> datasets, bool vanBron) =>
        new(
            thema,
            c.Titel,
            c.Uitleg,
            $"/{c.Pad}",
            $"/kaart?laag={c.Pad}",
            [.. Formaten.Alle.Where(f => f.Past(c)).Select(f => f.Extensie)],
            datasets,
            vanBron
        );
}
