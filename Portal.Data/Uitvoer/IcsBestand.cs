using System.Globalization;
using System.Text;

namespace Portal.Data.Uitvoer;

/// <summary>A day for somebody's calendar.</summary>
/// <param name="Uid">The same for the same row, so that a second download replaces the first.</param>
/// <param name="Stempel">Of what is told, not of now: the same calendar is the same bytes.</param>
public sealed record IcsGebeurtenis(
    string Uid,
    DateTimeOffset Stempel,
    DateOnly Dag,
    string Titel,
    string? Omschrijving,
    Uri? Url
);

/// <summary>Days as an iCalendar file (RFC 5545).</summary>
public static class IcsBestand
{
    public const string MediaType = "text/calendar; charset=utf-8";
    private const int Regellengte = 75; // octets, without the line break

    /// <param name="naam">What an agenda calls the whole, when somebody subscribes to it.</param>
    public static string Schrijf(string naam, IEnumerable<IcsGebeurtenis> gebeurtenissen) =>
        string.Concat(
            new[]
            {
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//portal//termijnen//NL",
                "CALSCALE:GREGORIAN",
                $"X-WR-CALNAME:{Tekst(naam)}",
            }
                .Concat(gebeurtenissen.SelectMany(Regels))
                .Append("END:VCALENDAR")
                .Select(Vouw)
        );

    private static IEnumerable<string> Regels(IcsGebeurtenis gebeurtenis) =>
        new string?[]
        {
            "BEGIN:VEVENT",
            $"UID:{Tekst(gebeurtenis.Uid)}",
            $"DTSTAMP:{gebeurtenis.Stempel.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}",
            $"DTSTART;VALUE=DATE:{Dag(gebeurtenis.Dag)}",
            $"DTEND;VALUE=DATE:{Dag(gebeurtenis.Dag.AddDays(1))}",
            $"SUMMARY:{Tekst(gebeurtenis.Titel)}",
            gebeurtenis.Omschrijving is { } omschrijving ? $"DESCRIPTION:{Tekst(omschrijving)}" : null,
            gebeurtenis.Url is { } url ? $"URL:{url.AbsoluteUri}" : null,
            "TRANSP:TRANSPARENT", // a deadline does not make somebody busy
            "END:VEVENT",
        }.OfType<string>();

    private static string Dag(DateOnly dag) => dag.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Tekst(string waarde)
    {
        var veilig = new StringBuilder();
        foreach (var teken in waarde.ReplaceLineEndings("\n"))
        {
            veilig.Append(
                teken switch
                {
                    '\\' or ';' or ',' => $"\\{teken}",
                    '\n' => "\\n",
                    _ when char.IsControl(teken) => " ",
                    _ => teken.ToString(),
                }
            );
        }
        return veilig.ToString();
    }

    // Counted in octets of UTF-8, and never through a character. The space that a next line begins with counts too.
    private static string Vouw(string regel)
    {
        var gevouwen = new StringBuilder();
        var lengte = 0;
        foreach (var teken in regel.EnumerateRunes())
        {
            if (lengte + teken.Utf8SequenceLength > Regellengte)
            {
                gevouwen.Append("\r\n ");
                lengte = 1;
            }
            gevouwen.Append(teken.ToString());
            lengte += teken.Utf8SequenceLength;
        }
        return gevouwen.Append("\r\n").ToString();
    }
}
