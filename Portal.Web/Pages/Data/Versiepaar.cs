using Portal.Data.Begrotingen;
using Portal.Data.Uitgaven;

namespace Portal.Web.Pages.Data;

/// <summary>Two versions of a dataset that are compared.</summary>
/// <param name="Was">Null: there is no version before <paramref name="Werd"/>.</param>
/// <param name="Reden">Why rows cannot be compared; null: they can.</param>
public sealed record Versiepaar(Uitgave? Was, Uitgave Werd, string? Reden)
{
    /// <summary>Money has a page of its own for this, with sums; null: it is not money.</summary>
    public string? Elders =>
        Was is not null && Werd.Dataset.Onderwerp == BegrotingOnderwerp.Code
            ? $"/begroting/versies/{Werd.Dataset.Code}/{Werd.Versie.Nummer}?met={Was.Versie.Nummer}"
            : null;

    /// <summary>What either of them has rows of; none when they cannot be compared.</summary>
    public IEnumerable<UitgaveTabel> Tabellen =>
        Was is null || Reden is not null ? [] : Werd.Tabellen.Concat(Was.Tabellen).DistinctBy(t => t.Naam);

    /// <param name="van">Null: the version before <paramref name="tot"/> that was not withdrawn.</param>
    /// <param name="tot">Null: the newest.</param>
    /// <returns>Null: there is no such dataset, or no such version of it.</returns>
    public static async Task<Versiepaar?> VindAsync(
        UitgaveQueries uitgaven,
        string dataset,
        int? van,
        int? tot,
        CancellationToken ct
    )
    {
        if (await uitgaven.VindAsync(dataset, tot, ct) is not { } werd)
        {
            return null;
        }
        var vorige = van ?? werd.Versies.FirstOrDefault(v => v.Nummer < werd.Versie.Nummer && !v.Ingetrokken)?.Nummer;
        var was = vorige is null ? null : await uitgaven.VindAsync(dataset, vorige, ct);
        if (van is not null && was is null)
        {
            return null;
        }
        var zonderRijen = new[] { was, werd }.OfType<Uitgave>().FirstOrDefault(u => u.Tabellen.Count == 0);
        return new(
            was,
            werd,
            zonderRijen is null ? null
                : zonderRijen.Versie.Ingetrokken ? $"Versie {zonderRijen.Versie.Nummer} is ingetrokken."
                : $"Van versie {zonderRijen.Versie.Nummer} staan de losse rijen niet meer in de database."
        );
    }
}
