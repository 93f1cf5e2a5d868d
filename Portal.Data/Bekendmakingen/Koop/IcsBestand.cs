using System.Globalization;
using System.Text;

namespace Portal.Data.Bekendmakingen.Koop;

/// <summary>A day for somebody's calendar.</summary>
/// <param name="Uid">The same for the same announcement, so that a second download replaces the first.</param>
public sealed record IcsGebeurtenis(string Uid, DateOnly Dag, string Titel, string? Omschrijving, Uri? Url);

/// <summary>One day as an iCalendar file (RFC 5545).</summary>
public static class IcsBestand
{
    public const string Soort = "text/calendar; charset=utf-8";
    private const int Regellengte = 75; // octets, without the line break

    public static string Schrijf(IcsGebeurtenis gebeurtenis, DateTimeOffset gemaakt)
    {
        var cultuur = CultureInfo.InvariantCulture;
        string?[] regels =
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//portal//bekendmakingen//NL",
            "CALSCALE:GREGORIAN",
            "BEGIN:VEVENT",
            $"UID:{Tekst(gebeurtenis.Uid)}",
            $"DTSTAMP:{gemaakt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", cultuur)}",
            $"DTSTART;VALUE=DATE:{gebeurtenis.Dag.ToString("yyyyMMdd", cultuur)}",
            $"DTEND;VALUE=DATE:{gebeurtenis.Dag.AddDays(1).ToString("yyyyMMdd", cultuur)}",
            $"SUMMARY:{Tekst(gebeurtenis.Titel)}",
            gebeurtenis.Omschrijving is { } omschrijving ? $"DESCRIPTION:{Tekst(omschrijving)}" : null,
            gebeurtenis.Url is { } url ? $"URL:{url.AbsoluteUri}" : null,
            "TRANSP:TRANSPARENT", // a deadline does not make somebody busy
            "END:VEVENT",
            "END:VCALENDAR",
        ];
        return string.Concat(regels.OfType<string>().Select(Vouw));
    }

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
