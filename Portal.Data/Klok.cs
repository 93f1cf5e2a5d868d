namespace Portal.Data;

/// <summary>The one clock. A day begins at midnight in Amsterdam, wherever the machine stands.</summary>
public sealed class Klok(TimeProvider tijd)
{
    public static readonly Klok Systeem = new(TimeProvider.System);

    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    public DateTimeOffset Nu => TimeZoneInfo.ConvertTime(tijd.GetUtcNow(), Amsterdam);

    public DateOnly Vandaag => DateOnly.FromDateTime(Nu.DateTime);

    /// <summary>When the next day begins.</summary>
    public DateTimeOffset Middernacht
    {
        get
        {
            var morgen = Nu.Date.AddDays(1);
            return new(morgen, Amsterdam.GetUtcOffset(morgen)); // a day of 23 or 25 hours ends at midnight too
        }
    }

    /// <summary>A moment from the database, as a reader's own clock shows it.</summary>
    public static DateTime Hier(DateTime moment) =>
        TimeZoneInfo.ConvertTimeFromUtc(
            moment.Kind == DateTimeKind.Local
                ? moment.ToUniversalTime()
                : DateTime.SpecifyKind(moment, DateTimeKind.Utc),
            Amsterdam
        );
}
