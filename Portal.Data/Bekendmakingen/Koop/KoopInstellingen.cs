namespace Portal.Data.Bekendmakingen.Koop;

/// <summary>Where KOOP is and how gently it is asked.</summary>
public sealed record KoopInstellingen
{
    public Uri Basis { get; init; } = new("https://repository.overheid.nl/sru");

    /// <summary>Between two questions.</summary>
    public TimeSpan Pauze { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>For one answer, to its last byte.</summary>
    public TimeSpan Wachttijd { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After the first failure; twice as long after each next one.</summary>
    public TimeSpan Terugval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest time to wait, also where KOOP asks for more.</summary>
    public TimeSpan LangsteTerugval { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>For one question.</summary>
    public int Pogingen { get; init; } = 5;

    /// <summary>After so many failures in a row, of whatever questions, nothing is asked for a while.</summary>
    public int Zekering { get; init; } = 10;

    public TimeSpan Rust { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Records in an answer.</summary>
    public int Pagina { get; init; } = 100;

    /// <summary>KOOP gives no record past this one, however many there are.</summary>
    public int Grens { get; init; } = 10_000;
}
