namespace Portal.Data.Ophalen;

/// <summary>How gently a source is asked, and when we give up.</summary>
public sealed record HalerInstellingen
{
    /// <summary>Between the beginnings of two questions to one host; there is never more than one at a time.</summary>
    public TimeSpan Pauze { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>For an answer, to its last byte.</summary>
    public TimeSpan Langst { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Without a single byte.</summary>
    public TimeSpan Stilte { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>After the first failure; twice as long after each next one.</summary>
    public TimeSpan Terugval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest time to wait, also where the source asks for more.</summary>
    public TimeSpan LangsteTerugval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>For one question.</summary>
    public int Pogingen { get; init; } = 4;

    /// <summary>After so many failures in a row, of whatever questions, a host is left alone for a while.</summary>
    public int Zekering { get; init; } = 8;

    public TimeSpan Rust { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Bytes of one answer.</summary>
    public long Grootst { get; init; } = 200_000_000;
}
