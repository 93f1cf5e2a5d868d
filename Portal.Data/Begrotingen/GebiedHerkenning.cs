using Portal.Data.Gebieden;

namespace Portal.Data.Begrotingen;

/// <summary>An area that a text may name. <paramref name="Boven"/>: the codes of the areas that it lies in.</summary>
public sealed record HerkenbaarGebied(string Code, string Soort, string Naam, IReadOnlyList<string> Boven)
{
    /// <summary>The kinds from small to large.</summary>
    internal static readonly List<string> Soorten = [.. Gebiedsoorten.InDeStad];

    /// <summary>Of the name of a place, which is smaller than any area.</summary>
    internal Plaatsnaam? Plek { get; init; }

    internal bool LigtIn(string code) => Code == code || Boven.Contains(code);
}

/// <summary>
/// A name of the municipality's own table: another name of an area, also for rows of <paramref name="Stadsdeel"/> if it
/// was once counted there; or, without an area, a name that is no proof of a place.
/// </summary>
public sealed record Gebiedsnaam(string Naam, string? GebiedCode, string? Reden, string? Stadsdeel = null);

/// <summary>
/// Recognises the smallest area that holds every place that a free text names, within one stadsdeel or in the whole
/// city.
/// How often it is right is measured in Portal.Tests/Begrotingen/herkenning*.csv.
/// </summary>
public sealed class GebiedHerkenning(
    IReadOnlyList<HerkenbaarGebied> gebieden,
    IReadOnlyList<Gebiedsnaam> namen,
    IReadOnlyList<Plaatsnaam>? plekken = null
)
{
    private readonly Gebiedsnamen _namen = new(gebieden, namen, []);
    private readonly Gebiedsnamen? _metPlekken = plekken is [_, ..] ? new(gebieden, namen, plekken) : null;

    /// <summary>Looks in the first text that names any area.</summary>
    /// <param name="stadsdeel">Code of the stadsdeel that the row is of; null for a row of the whole city.</param>
    /// <param name="teksten">The project, and after it the applicant.</param>
    /// <returns>The area and the words by which it was found; null when no text names one, or the first that does
    /// cannot be trusted.</returns>
    public Herkenning? Vind(string? stadsdeel, params ReadOnlySpan<string?> teksten) =>
        Vind(_namen, stadsdeel, teksten);

    /// <summary>
    /// The same, and in the project of a row of a stadsdeel names of places count too: what the applicant is called or
    /// where it is does not say where the money goes.
    /// </summary>
    public Herkenning? VindMetPlek(string? stadsdeel, params ReadOnlySpan<string?> teksten) =>
        Vind(stadsdeel is null ? _namen : _metPlekken ?? _namen, stadsdeel, teksten);

    private Herkenning? Vind(Gebiedsnamen namen, string? stadsdeel, ReadOnlySpan<string?> teksten)
    {
        for (var i = 0; i < teksten.Length; i++)
        {
            if (teksten[i] is not { } tekst || stadsdeel is null && i > 0 && !Plaatswoorden.ZegtWaar(tekst))
            {
                continue;
            }
            var lezing = new Plaatslezing(new Plaatstekst(tekst), i == 0 ? namen : _namen, stadsdeel);
            if (lezing.Onbekend || lezing.Plaatsen.Count > 0)
            {
                var kleinste = namen.KleinsteMet([.. lezing.Plaatsen.Select(p => p.Gebied!)]);
                var gebied = kleinste?.Plek is null ? kleinste : _namen.KleinsteMet([kleinste]);
                return
                    gebied is null
                    || gebied.Code == stadsdeel && kleinste!.Plek is null
                    || i > 0
                        && gebied.Soort == "stadsdeel"
                        && (stadsdeel is not null || !Plaatswoorden.WerktInStadsdeel(tekst, teksten[0]))
                    ? null
                    : new(gebied, string.Join(", ", lezing.Plaatsen.Select(p => p.Tekst).Distinct()), kleinste!.Plek);
            }
        }
        return null;
    }
}
