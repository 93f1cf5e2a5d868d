using System.Xml.Linq;

namespace Portal.Data.Bekendmakingen.Koop;

/// <summary>
/// The monthly JSON of a collector of KOOP (basgroot/bekendmakingen, January 2024): there the official title is the
/// description, the abstract is the title, and the activity takes the place of the type.
/// </summary>
internal static class KoopMaandblad
{
    private static readonly HashSet<string> VanOmgevingsvergunning =
    [
        "bouwen",
        "slopen",
        "kappen",
        "uitweg en inrit",
        "milieu",
        "natuur",
        "reclame",
        "brandveilig gebruik",
        "ruimtelijke ordening",
    ];

    public static (KoopRecord? Record, IReadOnlyList<KoopFout> Fouten) Lees(XElement element, int positie)
    {
        var url = KoopRecordLezer.Tekst(element.Element("urlDoc"));
        var identifier = url?[(url.LastIndexOf('/') + 1)..].Replace(".html", "", StringComparison.Ordinal);
        var titel = KoopRecordLezer.Tekst(element.Element("description"));
        if (identifier is not { Length: > 0 } || titel is null)
        {
            var wat = titel is null ? "description" : "urlDoc";
            return (
                null,
                [new(positie, identifier, $"Bekendmaking {positie} van het bestand heeft geen {wat}.", true)]
            );
        }
        var datums = new Datumlezer(positie, identifier);
        if (datums.Lees(element.Element("date"), "date") is not { } dag)
        {
            var zin = $"Bekendmaking {positie} ({identifier}) van het bestand heeft geen leesbare datum.";
            return (null, [.. datums.Fouten, new(positie, identifier, zin, true)]);
        }
        var soort = KoopRecordLezer.Tekst(element.Element("type"));
        var samenvatting = KoopRecordLezer.Tekst(element.Element("title"));
        var isActiviteit = soort is not null && VanOmgevingsvergunning.Contains(soort);
        return (
            new KoopRecord
            {
                Identifier = identifier,
                Titel = titel,
                Rubriek = isActiviteit ? "omgevingsvergunning" : soort,
                Activiteiten = isActiviteit ? [soort!] : [],
                Gewijzigd = dag,
                Beschikbaar = dag,
                Samenvatting = samenvatting == soort ? null : samenvatting, // the collector's word for "none"
                Url = url,
                Markeringen =
                [
                    .. element
                        .Elements("location")
                        .Select(KoopRecordLezer.Tekst)
                        .OfType<string>()
                        .Select(plek => new Markering("Punt", null, [plek])),
                ],
            },
            []
        );
    }
}
