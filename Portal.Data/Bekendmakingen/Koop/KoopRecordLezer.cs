using System.Xml.Linq;

namespace Portal.Data.Bekendmakingen.Koop;

/// <summary>One SRU record. What it must have and lacks is a fault; what it may lack is null.</summary>
internal static class KoopRecordLezer
{
    private static readonly string[] Plaatsnamen = ["geometrie", "locatiegebied", "locatiepunt"];

    public static (KoopRecord? Record, IReadOnlyList<KoopFout> Fouten) Lees(XElement element, int positie)
    {
        var gzd = element.Element("recordData")?.Element("gzd");
        var meta = gzd?.Element("originalData")?.Element("meta");
        var verrijkt = gzd?.Element("enrichedData");
        var url = Tekst(verrijkt?.Element("preferredUrl"));
        if (meta is null)
        {
            return Weg(positie, null, $"Record {positie} van het antwoord heeft geen originalData{Waar(url)}.");
        }
        var kern = meta.Element("owmskern");
        var mantel = meta.Element("owmsmantel");
        var identifier = Tekst(kern?.Element("identifier"));
        var titel = Tekst(kern?.Element("title"));
        if (identifier is null || titel is null)
        {
            var wat = identifier is null ? "identifier" : "titel";
            return Weg(positie, identifier, $"Record {positie} van het antwoord heeft geen {wat}{Waar(url)}.");
        }
        var datums = new Datumlezer(positie, identifier);
        var beschikbaar =
            datums.Lees(mantel?.Element("available"), "available") ?? datums.Lees(mantel?.Element("issued"), "issued");
        if (beschikbaar is not { } dag)
        {
            var zin = $"Record {positie} ({identifier}) heeft geen datum van publicatie.";
            var (_, weg) = Weg(positie, identifier, zin);
            return (null, [.. datums.Fouten, .. weg]);
        }
        var tp = meta.Element("tpmeta");
        return (
            new KoopRecord
            {
                Identifier = identifier,
                Titel = titel,
                Rubriek = Tekst(kern?.Element("type")),
                Creator = Tekst(kern?.Element("creator")),
                OrganisatieType = Tekst(tp?.Element("organisatietype")),
                Gewijzigd = datums.Lees(kern?.Element("modified"), "modified"),
                Beschikbaar = dag,
                Samenvatting = Tekst(mantel?.Element("abstract")),
                Onderwerpen = Teksten(mantel, "subject"),
                Activiteiten = Teksten(tp, "activiteit"),
                Referentienummer = Tekst(tp?.Element("referentienummer")),
                EindeReactie = datums.Lees(tp?.Element("datumEindeReactietermijn"), "datumEindeReactietermijn"),
                Url = url,
                Markeringen = [.. (tp?.Elements("gebiedsmarkering") ?? []).SelectMany(Markeringen)],
            },
            datums.Fouten
        );
    }

    /// <summary>Texts with white space made single; null when there is nothing.</summary>
    public static string? Tekst(XElement? element)
    {
        var tekst = string.Join(
            ' ',
            (element?.Value ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        return tekst.Length > 0 ? tekst : null;
    }

    private static List<string> Teksten(XElement? ouder, string naam) =>
        (ouder?.Elements(naam) ?? []).Select(Tekst).OfType<string>().Distinct().ToList();

    // A text instead of a kind is kept, so that it can be told of.
    private static IEnumerable<Markering> Markeringen(XElement gebiedsmarkering)
    {
        var soorten = gebiedsmarkering.Elements().Where(e => e.Name != "scheme").ToList();
        return soorten.Count > 0 ? soorten.Select(Markering) : [new Markering("onbekend", Tekst(gebiedsmarkering), [])];
    }

    private static Markering Markering(XElement soort) =>
        new(
            soort.Name.LocalName,
            Tekst(soort.Elements("geometrielabel").FirstOrDefault()) ?? Adres(soort),
            [.. Plaatsnamen.SelectMany(naam => Teksten(soort, naam))]
        );

    private static string? Adres(XElement soort)
    {
        string? Deel(string naam) => Tekst(soort.Elements(naam).FirstOrDefault());
        var nummer = string.Concat(Deel("huisnummer"), Deel("huisletter"));
        var toevoeging = Deel("huisnummertoevoeging");
        var straat = string.Join(
            ' ',
            new[] { Deel("straatnaam"), toevoeging is null ? nummer : $"{nummer}-{toevoeging}" }.Where(d =>
                d is { Length: > 0 }
            )
        );
        var plaats = string.Join(
            ' ',
            new[] { Deel("postcode")?.Replace(" ", "", StringComparison.Ordinal), Deel("woonplaats") }.OfType<string>()
        );
        var adres = string.Join(", ", new[] { straat, plaats }.Where(d => d.Length > 0));
        return adres.Length > 0 ? adres
            : soort.HasElements ? null
            : Tekst(soort);
    }

    private static (KoopRecord?, IReadOnlyList<KoopFout>) Weg(int positie, string? identifier, string zin) =>
        (null, [new KoopFout(positie, identifier, zin, Overgeslagen: true)]);

    private static string Waar(string? url) => url is null ? "" : $" ({url})";
}
