using Portal.Data.Bekendmakingen.Koop;
using Xunit;

namespace Portal.Tests.Bekendmakingen.Koop;

/// <summary>
/// The 16 real notices of Amsterdam of Tuesday 2 January 2024. The table was made by reading them, one by one. Six
/// weeks after that day is Tuesday 13 February.
/// </summary>
public sealed class EchteBerichtenTests
{
    private const string Andere = "andere vergunning";
    private const string Omgeving = "omgevingsvergunning";
    private const string Strekking = "ander besluit van algemene strekking";
    private const string Verordening = "algemeen verbindend voorschrift (verordening)";
    private static readonly DateOnly Februari = new(2024, 2, 13);

    private sealed record Rij(
        string Nummer,
        string Soort,
        string? Activiteit,
        Fase Fase,
        string? Plaats,
        Reactiesoort Reactie,
        string? Zaak
    );

    private static readonly Rij[] Tabel =
    [
        new("5349", Strekking, null, Fase.Besluit, null, Reactiesoort.Bezwaar, null),
        new(
            "4941", // "uitgebreide procedure", the outcome is not told
            Omgeving,
            "bouwen",
            Fase.Besluit,
            "4.95834551027409 52.3142184226759",
            Reactiesoort.Beroep,
            "bouwen | antondekomplein 232 1102DR"
        ),
        new("4952", Strekking, null, Fase.Besluit, null, Reactiesoort.Bezwaar, null),
        new(
            "4997",
            Omgeving,
            "bouwen",
            Fase.Aanvraag,
            "4.8853643008355 52.3863007297345",
            Reactiesoort.Geen,
            "bouwen | eerstebreeuwersstraat 1-1 1013MA"
        ),
        new("5361", Strekking, null, Fase.Besluit, null, Reactiesoort.Bezwaar, null),
        Vakantie("2328", "4.89652982640227 52.3529401894876", "vanostadestraat 177-3"),
        new(
            "2329",
            Andere,
            "apv",
            Fase.Verleend,
            "4.89575204001145 52.4178639905942",
            Reactiesoort.Bezwaar,
            "apv | hendriksoeteboomstraat 1"
        ),
        new("2705", Verordening, null, Fase.Besluit, null, Reactiesoort.Geen, null),
        new(
            "2711",
            Omgeving,
            "bouwen",
            Fase.Verlenging,
            "4.92390937514194 52.3636829876552",
            Reactiesoort.Geen,
            "bouwen | vonzesenstraat 4AH 1093AW"
        ),
        new(
            "2330",
            Andere,
            "splitsen",
            Fase.Aanvraag,
            "4.90107562641785 52.3519972576482",
            Reactiesoort.Geen,
            "splitsen | toldwarsstraat 14-1"
        ),
        Vakantie("2295", "4.93715750881799 52.3587998394359", "sibogastraat 88"),
        new(
            "2320",
            Andere,
            "apv",
            Fase.Verleend,
            "4.8216440989933 52.3586099077081",
            Reactiesoort.Bezwaar,
            "apv | hemsterhuisstraat 149"
        ),
        Vakantie("2337", "4.97095691262365 52.3721893188538", "leohornstraat 303"),
        new(
            "2352",
            Andere,
            "parkeerplaats",
            Fase.Verleend,
            "4.8758682118051 52.3550637240116",
            Reactiesoort.Bezwaar,
            "parkeerplaats | jacobobrechtstraat 48H"
        ),
        Vakantie("2340", "4.86613813062808 52.3824069128413", "vanslingelandtstraat 6-1"),
        Vakantie("2357", "4.84950386873356 52.3709361120921", "hoofdweg 343H"),
    ];

    private static Rij Vakantie(string nummer, string plaats, string adres) =>
        new(
            nummer,
            Andere,
            "vakantieverhuur",
            Fase.Verleend,
            plaats,
            Reactiesoort.Bezwaar,
            $"vakantieverhuur | {adres}"
        );

    [EchteDataFact]
    public async Task Each_gets_the_type_phase_place_and_last_day_that_a_reader_gives_it()
    {
        await using var bestand = File.OpenRead(EchteData.Pad("bekendmakingen_amsterdam_2024-01_sample16.json"));
        var records = (await KoopLezer.LeesAsync(bestand, CancellationToken.None)).Records;

        Assert.Equal(Tabel, records.Select(Gelezen));
        foreach (var (rij, record) in Tabel.Zip(records))
        {
            var termijn = Bezwaartermijn.Van(record, Bekendmakingsoort.Van(record));
            var metDatum = rij.Reactie != Reactiesoort.Geen;
            Assert.Equal(metDatum ? Februari : null, termijn.TotEnMet);
            Assert.Equal(metDatum ? Termijnbron.Geschat : null, termijn.Bron);
        }
    }

    private static Rij Gelezen(KoopRecord record)
    {
        var soort = Bekendmakingsoort.Van(record);
        var plaats = record.Markeringen.Select(Plaatsaanduiding.Van).SingleOrDefault();
        Assert.Equal(plaats is null ? null : 4326, plaats?.Srid);
        return new(
            record.Identifier.Replace("gmb-2024-", "", StringComparison.Ordinal),
            soort.Soort,
            soort.Activiteit,
            soort.Fase,
            plaats?.Wkt?.Replace("POINT(", "", StringComparison.Ordinal).TrimEnd(')'),
            Bezwaartermijn.Van(record, soort).Soort,
            Zaaksleutel.Van(record, soort)
        );
    }
}
