using Portal.Data.Begrotingen;
using Portal.Data.Bekendmakingen;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Data.Indicatoren;
using Portal.Data.Initiatieven;
using Portal.Data.Lagen;
using Portal.Data.Uitvoer;
using Portal.Data.Vergunningen;

namespace Portal.Data;

/// <summary>The one list of subjects. What each is, its own file says.</summary>
public static class Onderwerpen
{
    public static readonly IReadOnlyList<Onderwerp> Alle =
    [
        GebiedOnderwerp.Onderwerp,
        BegrotingOnderwerp.Onderwerp,
        IndicatorOnderwerp.Onderwerp,
        InitiatiefOnderwerp.Onderwerp,
        VergunningOnderwerp.Onderwerp,
        BekendmakingOnderwerp.Onderwerp,
        LaagOnderwerp.Onderwerp,
        GebiedslabelOnderwerp.Onderwerp,
    ];

    /// <summary>Everything that can be read, but the layers, which are only known to the database.</summary>
    public static readonly IReadOnlyList<Collectie> Collecties = [.. Alle.SelectMany(o => o.Collecties)];

    public static Onderwerp Van(string code) => Alle.Single(o => o.Code == code);
}

/// <summary>The subjects that a running portal shows: those of the list, unless it is given others.</summary>
public sealed record Onderwerplijst(IReadOnlyList<Onderwerp> Alle)
{
    public IReadOnlyList<Collectie> Collecties { get; } = [.. Alle.SelectMany(o => o.Collecties)];
}
