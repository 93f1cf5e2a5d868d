using System.Text;
using Portal.Data.Uitvoer;
using Xunit;

namespace Portal.Tests.Uitvoer;

/// <summary>A last day goes into any calendar.</summary>
public sealed class IcsBestandTests
{
    private static readonly DateTimeOffset Nu = new(2026, 3, 2, 10, 30, 15, TimeSpan.FromHours(1));

    private static string Schrijf(string titel, string? omschrijving = null, string? url = null) =>
        IcsBestand.Schrijf(
            "Bekendmakingen",
            [new("gmb-2026-1@portal", Nu, new(2026, 12, 31), titel, omschrijving, url is null ? null : new(url))]
        );

    private static string Ontvouw(string ics) => ics.Replace("\r\n ", "", StringComparison.Ordinal);

    [Fact]
    public void A_day_is_one_event()
    {
        Assert.Equal(
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//portal//termijnen//NL
            CALSCALE:GREGORIAN
            X-WR-CALNAME:Bekendmakingen
            BEGIN:VEVENT
            UID:gmb-2026-1@portal
            DTSTAMP:20260302T093015Z
            DTSTART;VALUE=DATE:20261231
            DTEND;VALUE=DATE:20270101
            SUMMARY:Bezwaar kan tot en met vandaag
            URL:https://zoek.officielebekendmakingen.nl/gmb-2026-1.html
            TRANSP:TRANSPARENT
            END:VEVENT
            END:VCALENDAR

            """.ReplaceLineEndings("\r\n"),
            Schrijf("Bezwaar kan tot en met vandaag", url: "https://zoek.officielebekendmakingen.nl/gmb-2026-1.html")
        );
    }

    [Fact]
    public void Text_is_escaped_and_cannot_begin_a_line_of_its_own()
    {
        var ics = Schrijf("Kade 1; dak, raam \\ goot", "eerste\r\nEND:VEVENT\ntweede\u0007\rderde");

        Assert.Contains("\r\nSUMMARY:Kade 1\\; dak\\, raam \\\\ goot\r\n", ics, StringComparison.Ordinal);
        Assert.Contains("\r\nDESCRIPTION:eerste\\nEND:VEVENT\\ntweede \\nderde\r\n", ics, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("é")]
    [InlineData("€")]
    [InlineData("😀")]
    [InlineData(";")]
    public void A_line_is_at_most_75_octets_and_no_character_is_cut(string teken)
    {
        var titel = "x" + string.Concat(Enumerable.Repeat(teken, 200));

        var ics = Schrijf(titel);

        Assert.All(ics.Split("\r\n"), regel => Assert.InRange(Encoding.UTF8.GetByteCount(regel), 0, 75));
        Assert.Contains(ics.Split("\r\n"), regel => Encoding.UTF8.GetByteCount(regel) > 70); // and not needlessly short
        Assert.Contains(
            $"SUMMARY:{titel.Replace(";", "\\;", StringComparison.Ordinal)}\r\n",
            Ontvouw(ics),
            StringComparison.Ordinal
        );
    }
}
