using System.Globalization;
using System.Text.RegularExpressions;
using Bunit;
using Portal.Web.Components;
using QRCoder;
using Xunit;

namespace Portal.Tests.Components;

public sealed partial class QrCodeTests : BunitContext
{
    [Theory]
    [InlineData("https://example.nl/")]
    [InlineData("https://example.nl/buurten/ED01-kolenkitbuurt-noord?jaar=2024&fase=realisatie")]
    public void The_drawing_has_every_square_of_the_code(string url)
    {
        var qr = Render<QrCode>(p => p.Add(q => q.Url, url));

        using var gegevens = QRCodeGenerator.GenerateQrCode(url, QRCodeGenerator.ECCLevel.M);
        var verwacht = gegevens
            .ModuleMatrix.SelectMany((rij, y) => rij.Cast<bool>().Select((aan, x) => (aan, x, y)))
            .Where(v => v.aan)
            .Select(v => (v.x, v.y))
            .ToHashSet();
        Assert.Equal(verwacht, Getekend(qr.Find("path").GetAttribute("d")!));
        Assert.Equal(
            ("img", "QR-code van deze pagina"),
            (qr.Find("svg").GetAttribute("role"), qr.Find("svg").GetAttribute("aria-label"))
        );
        Assert.Equal(url, qr.Find("figcaption").TextContent);
    }

    [Fact]
    public void An_address_that_is_too_long_is_only_written()
    {
        var qr = Render<QrCode>(p => p.Add(q => q.Url, "https://example.nl/?q=" + new string('x', 5000)));

        Assert.Empty(qr.FindAll("svg"));
        Assert.StartsWith("https://example.nl/", qr.Find("figcaption").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void No_address_is_nothing() => Assert.Empty(Render<QrCode>().Markup.Trim());

    private static HashSet<(int, int)> Getekend(string pad) =>
        [
            .. Stuk()
                .Matches(pad)
                .SelectMany(m => Enumerable.Range(Getal(m, 1), Getal(m, 3)).Select(x => (x, Getal(m, 2)))),
        ];

    private static int Getal(Match match, int groep) =>
        int.Parse(match.Groups[groep].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)v1h-\3z")]
    private static partial Regex Stuk();
}
