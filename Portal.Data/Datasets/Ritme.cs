namespace Portal.Data.Datasets;

/// <summary>How often a source is expected to come.</summary>
/// <param name="Woorden">As in "ze horen elke maand te komen".</param>
/// <param name="Dagen">
/// The age at which it is not yet too old: the rhythm, and some days for a weekend or a month of work on it. Null: any.
/// </param>
public sealed record Ritme(string Code, string Woorden, int? Dagen)
{
    public static readonly IReadOnlyList<Ritme> Alle =
    [
        new("dag", "elke dag", 3),
        new("week", "elke week", 10),
        new("maand", "elke maand", 45),
        new("kwartaal", "elk kwartaal", 120),
        new("jaar", "elk jaar", 400),
        new("eenmalig", "één keer", null),
    ];

    public static Ritme? Van(string? code) => Alle.FirstOrDefault(r => r.Code == code);
}
