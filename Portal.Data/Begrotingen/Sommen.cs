using System.Collections;

namespace Portal.Data.Begrotingen;

/// <summary>
/// The sums of one area in one year, or those of them that were chosen. Nothing is not zero: what has no rows has no
/// total.
/// </summary>
public sealed class Sommen(IReadOnlyList<SomRow> rijen) : IReadOnlyCollection<SomRow>
{
    public static readonly Sommen Geen = new([]);

    public int Count => rijen.Count;

    public decimal? Totaal => rijen.Count == 0 ? null : rijen.Sum(s => s.Bedrag);

    /// <summary>Per programme; without a name is what belongs to none.</summary>
    public IEnumerable<(string? Code, string? Naam, decimal Bedrag)> PerProgramma =>
        rijen
            .GroupBy(s => (s.Programma, s.ProgrammaNaam))
            .Select(g => (g.Key.Programma, g.Key.ProgrammaNaam, g.Sum(s => s.Bedrag)));

    public Sommen Van(BegrotingKeuze keuze) => Van(keuze.Fase, keuze.Bl);

    public Sommen Van(string fase, string bl) => Waar(s => s.Fase == fase && s.Bl == bl);

    /// <summary>Of one programme; null is what belongs to none.</summary>
    public Sommen Bij(string? programma) => Waar(s => s.Programma == programma);

    public Sommen Toegerekend(string toerekening) => Waar(s => s.Toerekening == toerekening);

    public IEnumerator<SomRow> GetEnumerator() => rijen.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Sommen Waar(Func<SomRow, bool> telt) => new([.. rijen.Where(telt)]);
}
