using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Data.Bestanden;
using Portal.Data.Uitvoer;

namespace Portal.Data.Registers;

/// <summary>A text of a delivery to the value of its column, or to a reason why not, in Dutch.</summary>
internal static class Waarde
{
    /// <param name="notatie">How the column of the file writes the decimal sign.</param>
    public static (JsonNode? Waarde, string? Fout) Lees(
        Kolom kolom,
        string tekst,
        Notatie notatie = Notatie.Onbekend
    ) =>
        kolom.Soort switch
        {
            KolomSoort.Tekst when tekst.Length > 200 => (null, $"de tekst is {tekst.Length} tekens; er passen er 200"),
            KolomSoort.LangeTekst when tekst.Length > 20_000 => (null, "de tekst is langer dan 20.000 tekens"),
            KolomSoort.Tekst or KolomSoort.LangeTekst => (tekst, null),
            KolomSoort.Datum => Dag(tekst),
            KolomSoort.Jaar => Jaar(tekst),
            KolomSoort.Aantal => Aantal(tekst),
            KolomSoort.Getal => Getal(tekst),
            KolomSoort.Bedrag => Euro(tekst, notatie),
            KolomSoort.JaNee => JaNee(tekst),
            KolomSoort.Url => Url(tekst),
            _ => Code(kolom, tekst),
        };

    private static (JsonNode?, string?) Dag(string tekst) =>
        Datum.Lees(tekst) is { } dag
            ? (dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null)
            : (null, Datum.Uitleg);

    private static (JsonNode?, string?) Jaar(string tekst) =>
        short.TryParse(tekst, NumberStyles.None, CultureInfo.InvariantCulture, out var jaar)
        && jaar is >= 1900 and <= 2200
            ? (jaar, null)
            : (null, "dit is geen jaartal");

    private static (JsonNode?, string?) Aantal(string tekst) =>
        int.TryParse(tekst, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var aantal)
            ? (aantal, null)
            : (null, "dit is geen heel getal");

    private static (JsonNode?, string?) Getal(string tekst) =>
        decimal.TryParse(
            tekst.Replace(',', '.'),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var getal
        )
            ? (getal, null)
            : (null, "dit is geen getal; schrijf bijvoorbeeld 12,5");

    private static (JsonNode?, string?) Euro(string tekst, Notatie notatie)
    {
        var (bedrag, fout) = Bedrag.Lees(tekst, notatie);
        return fout is null ? (bedrag, null) : (null, fout);
    }

    private static (JsonNode?, string?) JaNee(string tekst) =>
        tekst.ToLowerInvariant() switch
        {
            "ja" or "j" or "true" or "1" or "waar" => (true, null),
            "nee" or "n" or "false" or "0" or "onwaar" => (false, null),
            _ => (null, "verwacht ja of nee"),
        };

    private static (JsonNode?, string?) Url(string tekst) =>
        Uri.TryCreate(tekst, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && tekst.Length <= 2000
            ? (uri.AbsoluteUri, null)
            : (null, "dit is geen webadres; het begint met https://");

    private static (JsonNode?, string?) Code(Kolom kolom, string tekst)
    {
        if (kolom.Codes.Count == 0)
        {
            return tekst.Length <= 200 ? (tekst, null) : (null, $"de tekst is {tekst.Length} tekens; er passen er 200");
        }
        var code = tekst.ToLowerInvariant().Replace(' ', '_');
        return kolom.Codes.Any(c => c.Code == code)
            ? (code, null)
            : (null, $"verwacht {string.Join(", ", kolom.Codes.Select(c => c.Code))}");
    }
}
