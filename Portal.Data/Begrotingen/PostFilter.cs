using System.Globalization;
using Portal.Data.Bestanden;
using Portal.Data.Gebieden;
using Portal.Data.Iv3;

namespace Portal.Data.Begrotingen;

/// <summary>Which posts, as it stands in the URL.</summary>
public sealed record PostFilter
{
    public int? Jaar { get; init; }
    public string? Fase { get; init; }
    public string? Programma { get; init; }

    [Standaard("L")]
    public string? Bl { get; init; }

    [Standaard("alles")]
    public string? Tel { get; init; }

    /// <summary>Code or name of an area of any kind: everything in it; of a divided post only its part.</summary>
    public string? Gebied { get; init; }

    public string? Taakveld { get; init; }

    /// <summary>
    /// Words in project, description, scheme or recipient (Dutch full-text search, also the beginning of a word).
    /// </summary>
    public string? Zoek { get; init; }

    /// <summary>A part of the recipient's name.</summary>
    public string? Ontvanger { get; init; }

    /// <summary>
    /// Lowest amount in euros, as a Dutch reader or a machine writes it; <see cref="Tot"/> the highest.
    /// </summary>
    public string? Van { get; init; }

    public string? Tot { get; init; }

    /// <summary>One of <see cref="PostKeuze.Volgorden"/>.</summary>
    [Standaard("hoog")]
    public string? Sorteer { get; init; }

    /// <summary>
    /// The last row of the page before, as amount and id: <c>1234.56~789</c>; the amount is left out where the order is
    /// not by amount.
    /// </summary>
    public string? Na { get; init; }

    [Standaard(BegrotingKeuze.Toekenning)]
    public string? Jaarsoort { get; init; }

    public BegrotingFilter Begroting => new(Jaar, Fase, Programma, Bl, Tel, Jaarsoort);
}

/// <summary>Where a page of posts starts: after this one.</summary>
public sealed record PostPlek(decimal? Bedrag, long Id);

/// <summary>The same with every choice made and checked.</summary>
/// <param name="HeleStad">The area is the city: everything, also what has no area.</param>
/// <param name="Taakveld">A code; <c>-</c> is without taakveld.</param>
public sealed record PostKeuze(
    BegrotingKeuze Begroting,
    string? GebiedCode = null,
    bool HeleStad = false,
    string? Taakveld = null,
    string? Zoek = null,
    string? Ontvanger = null,
    decimal? Van = null,
    decimal? Tot = null,
    string Sorteer = "hoog",
    PostPlek? Na = null
)
{
    /// <summary>Highest or lowest amount first; by what it is for, or by recipient, from A to Z.</summary>
    public static readonly string[] Volgorden = ["hoog", "laag", "naam", "ontvanger"];

    private const int LangsteZoek = 250;

    /// <returns>The choice, or what is wrong with the filter, in Dutch.</returns>
    public static (PostKeuze? Keuze, string? Reden) Kies(PostFilter filter, BegrotingAanbod aanbod, GebiedVondst gebied)
    {
        var (van, vanReden) = Bestanden.Bedrag.Lees(filter.Van);
        var (tot, totReden) = Bestanden.Bedrag.Lees(filter.Tot);
        var plek = Plek(filter.Na);
        var volgorde = Leeg(filter.Sorteer) ?? "hoog";
        var reden =
            aanbod.Reden(filter.Begroting)
            ?? gebied.Reden
            ?? (vanReden is not null ? $"Bedrag vanaf '{filter.Van}': {vanReden}. Schrijf 1000 of 1.000,50." : null)
            ?? (
                totReden is not null ? $"Bedrag tot en met '{filter.Tot}': {totReden}. Schrijf 1000 of 1.000,50." : null
            )
            ?? (
                Leeg(filter.Taakveld) is { } taakveld
                && taakveld != "-"
                && TaakveldLijst.Splits(taakveld).Code != taakveld
                    ? $"Het taakveld '{taakveld}' bestaat niet. Schrijf een code als 5.7."
                    : null
            )
            ?? (van > tot ? "Het laagste bedrag is hoger dan het hoogste." : null)
            ?? (
                !Volgorden.Contains(volgorde)
                    ? $"De volgorde '{volgorde}' bestaat niet. Kies uit: {string.Join(", ", Volgorden)}."
                    : null
            )
            ?? (
                filter.Na is not null && plek is null
                    ? "De plek om verder te gaan klopt niet. Begin opnieuw op de eerste bladzijde."
                    : null
            )
            ?? (
                filter.Zoek?.Length > LangsteZoek || filter.Ontvanger?.Length > LangsteZoek
                    ? $"Zoek met ten hoogste {LangsteZoek} letters."
                    : null
            );
        return reden is not null
            ? (null, reden)
            : (
                new(
                    aanbod.Kies(filter.Begroting)!,
                    gebied.Gebied?.Code,
                    gebied.Gebied?.Soort == "stad",
                    Leeg(filter.Taakveld),
                    Leeg(filter.Zoek),
                    Leeg(filter.Ontvanger),
                    van,
                    tot,
                    volgorde,
                    plek
                ),
                null
            );
    }

    private static PostPlek? Plek(string? na)
    {
        var decimaal = default(decimal);
        return
            na?.Split('~') is [var bedrag, var id]
            && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var nummer)
            && (
                bedrag.Length == 0
                || decimal.TryParse(
                    bedrag,
                    NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out decimaal
                )
            )
            ? new(bedrag.Length == 0 ? null : decimaal, nummer)
            : null;
    }

    private static string? Leeg(string? tekst) => string.IsNullOrWhiteSpace(tekst) ? null : tekst.Trim();
}
