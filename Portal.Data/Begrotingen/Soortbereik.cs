namespace Portal.Data.Begrotingen;

/// <summary>
/// What the areas of one kind have in a measure (inwoner, huishouden, hectare, totaal): beside what one of them has.
/// </summary>
/// <param name="Waarden">The amounts that are known, the lowest first; an area with nothing but rows of € 0 is not
/// among them.</param>
/// <param name="Nul">How many have nothing but rows of € 0.</param>
/// <param name="Alle">How many areas of the kind there are.</param>
/// <param name="Inwonersjaren">Whose inhabitants amounts per head are divided by; more than one where the nearest year
/// that is known is not the same everywhere.</param>
public sealed record Soortbereik(IReadOnlyList<decimal> Waarden, int Nul, int Alle, IReadOnlyList<int> Inwonersjaren)
{
    public decimal Laagste => Waarden[0];
    public decimal Hoogste => Waarden[^1];

    public decimal Middelste =>
        Waarden.Count % 2 == 1
            ? Waarden[Waarden.Count / 2]
            : decimal.Round(
                (Waarden[Waarden.Count / 2 - 1] + Waarden[Waarden.Count / 2]) / 2,
                2,
                MidpointRounding.AwayFromZero
            );

    /// <summary>Null where fewer than two amounts are known: of one there is no middle.</summary>
    public static Soortbereik? Van(IReadOnlyList<GebiedBedragRow> gebieden, string maat)
    {
        var bekend = gebieden.Select(g => g.In(maat)).OfType<decimal>().ToLookup(w => w != 0);
        return bekend[true].Count() < 2
            ? null
            : new([.. bekend[true].Order()], bekend[false].Count(), gebieden.Count, JarenVan(gebieden, maat));
    }

    /// <summary>The years of the inhabitants that amounts are divided by, each once; none in another measure.</summary>
    public static IReadOnlyList<int> JarenVan(IEnumerable<GebiedBedragRow> gebieden, string maat) =>
        maat != "inwoner"
            ? []
            :
            [
                .. gebieden
                    .Where(g => g.PerInwoner is not null)
                    .Select(g => g.InwonersJaar)
                    .OfType<int>()
                    .Distinct()
                    .Order(),
            ];
}
