using System.Globalization;
using System.Xml.Linq;
using Portal.Data.Bekendmakingen.Koop;

namespace Portal.Tests.Bekendmakingen.Koop;

/// <summary>Writes records as KOOP does in XML.</summary>
public static class NepXml
{
    private static readonly XNamespace Sru = "http://docs.oasis-open.org/ns/search-ws/sruResponse";
    private static readonly XNamespace Gzd = "http://standaarden.overheid.nl/sru";
    private static readonly XNamespace Wet = "http://standaarden.overheid.nl/wetgeving/";
    private static readonly XNamespace Dct = "http://purl.org/dc/terms/";

    public static string Antwoord(IEnumerable<KoopRecord> pagina, int totaal) =>
        new XElement(
            Sru + "searchRetrieveResponse",
            new XAttribute(XNamespace.Xmlns + "sru", Sru),
            new XAttribute(XNamespace.Xmlns + "gzd", Gzd),
            new XAttribute(XNamespace.Xmlns + "overheidwetgeving", Wet),
            new XAttribute(XNamespace.Xmlns + "dcterms", Dct),
            new XElement(Sru + "numberOfRecords", totaal),
            new XElement(Sru + "records", pagina.Select(Record))
        ).ToString(SaveOptions.DisableFormatting);

    /// <summary>What KOOP answers, with status 200, to a question that it does not understand.</summary>
    public static string Diagnose(string bericht) =>
        new XElement(
            Sru + "searchRetrieveResponse",
            new XElement(
                Sru + "diagnostics",
                new XElement(
                    Sru + "diagnostic",
                    new XElement(Sru + "uri", "info:srw/diagnostic/1/10"),
                    new XElement(Sru + "message", bericht)
                )
            )
        ).ToString(SaveOptions.DisableFormatting);

    private static XElement Record(KoopRecord r) =>
        new(
            Sru + "record",
            new XElement(
                Sru + "recordData",
                new XElement(
                    Gzd + "gzd",
                    new XElement(Gzd + "originalData", new XElement(Wet + "meta", Kern(r), Mantel(r), Tp(r))),
                    new XElement(Gzd + "enrichedData", new XElement(Gzd + "preferredUrl", r.Url))
                )
            )
        );

    private static XElement Kern(KoopRecord r) =>
        new(
            Wet + "owmskern",
            new XElement(Dct + "identifier", r.Identifier),
            new XElement(Dct + "title", r.Titel),
            Misschien(Dct + "type", r.Rubriek),
            Misschien(Dct + "creator", r.Creator),
            Misschien(Dct + "modified", Dag(r.Gewijzigd))
        );

    private static XElement Mantel(KoopRecord r) =>
        new(
            Wet + "owmsmantel",
            new XElement(Dct + "available", Dag(r.Beschikbaar)),
            Misschien(Dct + "abstract", r.Samenvatting),
            r.Onderwerpen.Select(o => new XElement(Dct + "subject", o))
        );

    private static XElement Tp(KoopRecord r) =>
        new(
            Wet + "tpmeta",
            r.Activiteiten.Select(a => new XElement(Wet + "activiteit", new XAttribute("scheme", "x"), a)),
            Misschien(Wet + "organisatietype", r.OrganisatieType),
            Misschien(Wet + "referentienummer", r.Referentienummer),
            Misschien(Wet + "datumEindeReactietermijn", Dag(r.EindeReactie)),
            r.Markeringen.Select(m => new XElement(
                Wet + "gebiedsmarkering",
                new XElement(
                    Wet + m.Soort,
                    m.Plaatsen.Select(p => new XElement(Wet + Plaatsnaam(p), p)),
                    Misschien(Wet + "geometrielabel", m.Label)
                )
            ))
        );

    private static string Plaatsnaam(string tekst) => char.IsLetter(tekst[0]) ? "geometrie" : "locatiepunt";

    private static XElement? Misschien(XName naam, string? waarde) => waarde is null ? null : new(naam, waarde);

    private static string? Dag(DateOnly? dag) => dag?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
