using System.Globalization;
using Portal.Data.Bekendmakingen.Koop;

namespace Portal.Tests.Bekendmakingen.Koop;

/// <summary>
/// A month of invented notices in the shapes of the 16 real ones, as many as Amsterdam has. The same seed gives the
/// same month. The streets do not exist; the places lie in a square of two kilometres.
/// </summary>
public static class Nepmaand
{
    public const int Aantal = 4_300;
    public const string Gemeente = "Markerwaard";

    private static readonly string[] Straten =
    [
        "Kadelaan",
        "Van Molenaerstraat",
        "Eerste Sluisstraat",
        "2e Dijkwachterstraat",
        "De Houten Klaasstraat",
        "Anton de Polderplein",
        "Lange Havengracht",
        "'s-Meerhof",
        "Jacob Zilverschoonstraat",
        "Rietvinkpad",
    ];

    /// <summary>Rubriek, activity, title and abstract; {0} is the address, {1} its postcode with the town.</summary>
    private static readonly (int Gewicht, string Rubriek, string? Activiteit, string Titel, string? Tekst)[] Vormen =
    [
        (
            26,
            "andere vergunning",
            null,
            "Besluit vakantieverhuur vergunning Verleend {0}",
            "Verleend: vakantieverhuur, {0}"
        ),
        (20, "andere vergunning", null, "Besluit apv vergunning Verleend - {0}", "TVM 2 vakken, {0}"),
        (14, "omgevingsvergunning", "bouwen", "Aanvraag omgevingsvergunning {0} {1}", "het vervangen van de beglazing"),
        (9, "omgevingsvergunning", "bouwen", "Besluit omgevingsvergunning reguliere procedure {0} {1}", "een dakkapel"),
        (6, "omgevingsvergunning", "bouwen", "Verlenging beslistermijn omgevingsvergunning {0} {1}", "muurdoorbraak"),
        (5, "omgevingsvergunning", "kappen", "Aanvraag omgevingsvergunning {0} {1}", "het kappen van drie iepen"),
        (
            4,
            "omgevingsvergunning",
            "kappen",
            "Verleende omgevingsvergunning {0} {1}",
            "Het besluit is verzonden op {2}."
        ),
        (
            4,
            "andere vergunning",
            null,
            "Aanvraag voor splitsingsvergunning {0} in Markerwaard",
            "Aanvraag tot splitsen, {0}"
        ),
        (3, "andere vergunning", null, "Besluit aanleg eigen parkeerplaats Verleend - {0} in Markerwaard", null),
        (
            2,
            "exploitatievergunning",
            null,
            "Besluit (Verlenging) exploitatievergunning horecabedrijf Verleend - {0}",
            null
        ),
        (2, "andere melding", null, "Melding mobiel puinbreken - {0}", "sloop van een loods"),
        (1, "omgevingsvergunning", "milieu", "Ontwerpbesluit omgevingsvergunning uitgebreide procedure {0} {1}", null),
        (1, "omgevingsvergunning", "bouwen", "Ingetrokken aanvraag omgevingsvergunning {0} {1}", null),
        (
            1,
            "omgevingsvergunning",
            "bouwen",
            "Rectificatie: Besluit omgevingsvergunning {0} {1}",
            "kenmerk Z2026-N00{3}"
        ),
        (1, "ander besluit van algemene strekking", null, "Inrichtingsbesluit markt Havenplein 2026", null),
        (1, "algemeen verbindend voorschrift (verordening)", null, "Verordening op de markten", null),
    ];

    public static IReadOnlyList<KoopRecord> Maak(int zaad = 1, int aantal = Aantal, DateOnly? maand = null)
    {
#pragma warning disable CA5394 // invented notices keep no secret
        var eerste = maand ?? new DateOnly(2026, 10, 1);
        var kans = new Random(zaad);
        var zakje = Vormen.SelectMany(v => Enumerable.Repeat(v, v.Gewicht)).ToArray();
        return
        [
            .. Enumerable
                .Range(0, aantal)
                .Select(i =>
                    Maak(
                        kans,
                        zakje[kans.Next(zakje.Length)],
                        i,
                        eerste.AddDays(i * DateTime.DaysInMonth(eerste.Year, eerste.Month) / aantal)
                    )
                ),
        ];
    }

    private static KoopRecord Maak(
        Random kans,
        (int Gewicht, string Rubriek, string? Activiteit, string Titel, string? Tekst) vorm,
        int nummer,
        DateOnly dag
    )
    {
        var cultuur = CultureInfo.GetCultureInfo("nl-NL");
        var toevoeging = kans.Next(4) switch
        {
            0 => $"-{kans.Next(1, 5)}",
            1 => "-H",
            2 => "A-2",
            _ => "",
        };
        var adres = $"{Straten[kans.Next(Straten.Length)]} {kans.Next(1, 400)}{toevoeging}";
        var postcode = $"{kans.Next(9000, 9099)}{(char)('A' + kans.Next(6))}{(char)('A' + kans.Next(6))} {Gemeente}";
        var inTitel = kans.Next(9) == 0 ? Gemeente : postcode; // one in nine lacks its postcode
        var verzonden = dag.AddDays(-kans.Next(1, 8)).ToString("d MMMM yyyy", cultuur);
        var identifier = $"{(kans.Next(100) == 0 ? "stcrt" : "gmb")}-{dag.Year}-{400_000 + nummer}";
        var zaak = kans.Next(1000, 9999);
        return new()
        {
            Identifier = identifier,
            Titel = string.Format(cultuur, vorm.Titel, adres, inTitel),
            Rubriek = vorm.Rubriek,
            Creator = Gemeente,
            OrganisatieType = "gemeente",
            Gewijzigd = dag.AddDays(kans.Next(10) == 0 ? 1 : 0),
            Beschikbaar = dag,
            Samenvatting = vorm.Tekst is null
                ? null
                : string.Format(cultuur, vorm.Tekst, adres, inTitel, verzonden, zaak),
            Activiteiten = vorm.Activiteit is null ? [] : [vorm.Activiteit],
            Referentienummer = kans.Next(20) == 0 ? $"Z{dag.Year}-N00{kans.Next(1000, 9999)}" : null,
            EindeReactie =
                kans.Next(25) == 0 && vorm.Titel.Contains("Verle", StringComparison.Ordinal) ? dag.AddDays(42) : null,
            Url = $"https://zoek.officielebekendmakingen.nl/{identifier}.html",
            Markeringen = vorm.Titel.Contains("{0}", StringComparison.Ordinal)
                ? Nepplek.Maak(kans, $"{adres}, {postcode}")
                : [new("Gemeente", Gemeente, [])],
        };
    }
#pragma warning restore CA5394
}
