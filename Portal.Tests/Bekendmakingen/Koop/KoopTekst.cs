using System.Text;
using Portal.Data.Bekendmakingen.Koop;

namespace Portal.Tests.Bekendmakingen.Koop;

/// <summary>Answers of KOOP as text, for the tests to take apart.</summary>
internal static class KoopTekst
{
    public const string Naamruimten =
        "xmlns:sru=\"http://docs.oasis-open.org/ns/search-ws/sruResponse\" "
        + "xmlns:gzd=\"http://standaarden.overheid.nl/sru\" "
        + "xmlns:ow=\"http://standaarden.overheid.nl/wetgeving/\" xmlns:dcterms=\"http://purl.org/dc/terms/\"";

    public static Task<KoopAntwoord> LeesAsync(string tekst, int grootst = 1_000_000) =>
        KoopLezer.LeesAsync(new MemoryStream(Encoding.UTF8.GetBytes(tekst)), CancellationToken.None, grootst);

    public static string Xml(params string[] records) =>
        $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <sru:searchRetrieveResponse {Naamruimten}><sru:numberOfRecords>{records.Length}</sru:numberOfRecords>
            <sru:records>{string.Concat(records)}</sru:records></sru:searchRetrieveResponse>
            """;

    public static string Record(
        string id = "gmb-2026-291126",
        string kern =
            "<dcterms:title>Aanvraag omgevingsvergunning Michelangelostraat 52-1 1077CE Amsterdam</dcterms:title>",
        string mantel = "<dcterms:available>2026-07-02</dcterms:available>",
        string tpmeta = ""
    ) =>
        "<sru:record><sru:recordData><gzd:gzd><gzd:originalData><ow:meta><ow:owmskern>"
        + $"<dcterms:identifier>{id}</dcterms:identifier>{kern}</ow:owmskern>"
        + $"<ow:owmsmantel>{mantel}</ow:owmsmantel><ow:tpmeta>{tpmeta}</ow:tpmeta></ow:meta></gzd:originalData>"
        + $"<gzd:enrichedData><gzd:preferredUrl>https://zoek.officielebekendmakingen.nl/{id}.html</gzd:preferredUrl>"
        + "</gzd:enrichedData></gzd:gzd></sru:recordData></sru:record>";

    public static string Markering(string soort, string inhoud) =>
        "<ow:gebiedsmarkering "
        + $"scheme=\"OVERHEIDop.locatietype\"><ow:{soort}>{inhoud}</ow:{soort}></ow:gebiedsmarkering>";

    public static KoopRecord Bericht(
        string titel,
        string? rubriek = "omgevingsvergunning",
        string beschikbaar = "2026-03-02",
        string? samenvatting = null,
        string? eindeReactie = null
    ) =>
        new()
        {
            Identifier = "gmb-2026-1",
            Titel = titel,
            Rubriek = rubriek,
            Beschikbaar = DateOnly.Parse(beschikbaar, System.Globalization.CultureInfo.InvariantCulture),
            Samenvatting = samenvatting,
            EindeReactie = eindeReactie is null
                ? null
                : DateOnly.Parse(eindeReactie, System.Globalization.CultureInfo.InvariantCulture),
        };
}
