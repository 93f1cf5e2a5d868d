using Portal.Data.Begrotingen;
using Portal.Data.Gebieden;
using Portal.Data.Uitvoer;

namespace Portal.Web.Pages.EigenGebied;

/// <summary>An area with its money, and which part of it lies in a piece of the map.</summary>
public sealed record EigenDeel(GebiedBedragRow Gebied, DeelGebiedRow Deel);

/// <summary>The money of the areas in a piece of the map. What counts is that of whole areas.</summary>
/// <param name="Soort">The kind of the areas.</param>
public sealed record EigenBedragen(string Soort, IReadOnlyList<EigenDeel> Delen)
{
    /// <summary>What counts, through the years.</summary>
    public IReadOnlyList<JaarRow> Jaren { get; init; } = [];

    public IEnumerable<EigenDeel> Heel => Delen.Where(d => d.Deel.Heel);

    /// <summary>Null: no area lies in it whole, or of none of those a figure is known.</summary>
    public decimal? Totaal => Heel.Any(d => d.Gebied.Bedrag is not null) ? Heel.Sum(d => d.Gebied.Bedrag ?? 0) : null;

    /// <summary>The year of their people; null: not of one year, or not known of all.</summary>
    public int? InwonersJaar => Heel.Select(d => d.Gebied.InwonersJaar).Distinct().ToList() is [var jaar] ? jaar : null;

    public int? Inwoners => InwonersJaar is null ? null : Heel.Sum(d => d.Gebied.Inwoners);
}

/// <summary>Reads that: by the query of the map, so that both say the same of an area.</summary>
public sealed class EigenGeld(EigenGebiedQueries eigen, BegrotingQueries begroting, GebiedGeldQueries geld)
{
    public async Task<EigenBedragen> LeesAsync(Omtrek omtrek, BegrotingKeuze keuze, CancellationToken ct)
    {
        var (soort, gebieden) = await begroting.KleinsteAsync(keuze, ct);
        var opCode = gebieden.ToDictionary(g => g.Code);
        var delen = await eigen.GebiedenAsync(soort, omtrek, ct);
        var bedragen = new EigenBedragen(
            soort,
            [
                .. delen
                    .Where(d => opCode.ContainsKey(d.Code))
                    .Select(d => new EigenDeel(opCode[d.Code], d))
                    .OrderByDescending(d => d.Deel.Heel)
                    .ThenByDescending(d => d.Gebied.Bedrag)
                    .ThenBy(d => d.Gebied.Code, StringComparer.Ordinal),
            ]
        );
        return bedragen with
        {
            Jaren = await geld.JarenAsync([.. bedragen.Heel.Select(d => d.Gebied.Code)], keuze, ct),
        };
    }
}
