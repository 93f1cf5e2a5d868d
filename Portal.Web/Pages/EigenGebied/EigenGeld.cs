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
    public IEnumerable<EigenDeel> Heel => Delen.Where(d => d.Deel.Heel);

    /// <summary>Null: no area lies in it whole, or of none of those a figure is known.</summary>
    public decimal? Totaal => Heel.Any(d => d.Gebied.Bedrag is not null) ? Heel.Sum(d => d.Gebied.Bedrag ?? 0) : null;

    /// <summary>The oldest of the years of which those people are.</summary>
    public int? InwonersJaar => Heel.Min(d => d.Gebied.InwonersJaar);

    public int? Inwoners =>
        Heel.Any() && Heel.All(d => d.Gebied.Inwoners is not null) ? Heel.Sum(d => d.Gebied.Inwoners) : null;
}

/// <summary>Reads that: by the query of the map, so that both say the same of an area.</summary>
public sealed class EigenGeld(EigenGebiedQueries eigen, BegrotingQueries begroting)
{
    public async Task<EigenBedragen> LeesAsync(Omtrek omtrek, BegrotingKeuze keuze, CancellationToken ct)
    {
        var soort = Gebiedsoorten.InDeStad[0];
        var gebieden = await begroting.ListAsync(soort, keuze, ct);
        if (gebieden.Count(g => g.Bedrag is not null) < gebieden.Count / 10)
        {
            soort = "wijk"; // as the map: hardly any buurt has a figure
            gebieden = await begroting.ListAsync(soort, keuze, ct);
        }
        var opCode = gebieden.ToDictionary(g => g.Code);
        var delen = await eigen.GebiedenAsync(soort, omtrek, ct);
        return new(
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
    }
}
