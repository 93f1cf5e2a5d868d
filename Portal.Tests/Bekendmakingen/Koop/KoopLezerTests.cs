using Portal.Data.Bekendmakingen.Koop;
using Xunit;
using static Portal.Tests.Bekendmakingen.Koop.KoopTekst;

namespace Portal.Tests.Bekendmakingen.Koop;

/// <summary>An answer of KOOP is read whole, and what cannot be read of it is told.</summary>
public sealed class KoopLezerTests
{
    private const string Vol = """
        <dcterms:title> Besluit  omgevingsvergunning
        Weerdsingel O.Z. 83 </dcterms:title><dcterms:type scheme="OVERHEIDop.Rubriek">omgevingsvergunning</dcterms:type>
        <dcterms:creator scheme="OVERHEID.Gemeente">Utrecht</dcterms:creator><dcterms:modified>2026-07-03</dcterms:modified>
        """;
    private const string Tp = """
        <ow:activiteit scheme="x">bouwen</ow:activiteit><ow:activiteit scheme="x">kappen</ow:activiteit>
        <ow:organisatietype>gemeente</ow:organisatietype><ow:referentienummer>Z2022-N002608</ow:referentienummer>
        <ow:datumEindeReactietermijn>2026-11-18</ow:datumEindeReactietermijn>
        """;

    [Fact]
    public async Task Every_field_of_a_record_is_read()
    {
        var vlak = Markering(
            "Vlak",
            "<ow:geometrie>POLYGON ((136931 456617, 136920 456635, 136900 456600))</ow:geometrie>"
                + "<ow:locatiegebied>POLYGON((5.1235 52.0975,5.1233 52.0976,5.1234 52.0977,5.1235 "
                + "52.0975))</ow:locatiegebied>"
                + "<ow:geometrielabel>Weerdsingel O.Z. 83, 3514AJ Utrecht</ow:geometrielabel>"
        );
        const string mantel =
            "<dcterms:available>2026-07-02</dcterms:available><dcterms:abstract>Toelichting: een "
            + "&lt;dakkapel&gt; &amp; meer"
            + "</dcterms:abstract><dcterms:subject>bouwen</dcterms:subject><dcterms:subject>wonen</dcterms:subject>";

        var antwoord = await LeesAsync(Xml(Record("gmb-2026-1", Vol, mantel, Tp + vlak)));

        Assert.Equal((1, null, 1), (antwoord.Aantal, antwoord.Diagnose, antwoord.Gelezen));
        Assert.Empty(antwoord.Fouten);
        var record = Assert.Single(antwoord.Records);
        Assert.Equal(
            (
                "gmb-2026-1",
                "Besluit omgevingsvergunning Weerdsingel O.Z. 83",
                "omgevingsvergunning",
                "Utrecht",
                "gemeente"
            ),
            (record.Identifier, record.Titel, record.Rubriek, record.Creator, record.OrganisatieType)
        );
        Assert.Equal((new(2026, 7, 2), new DateOnly(2026, 7, 3)), (record.Beschikbaar, record.Gewijzigd));
        Assert.Equal(new DateOnly(2026, 11, 18), record.EindeReactie);
        Assert.Equal("Toelichting: een <dakkapel> & meer", record.Samenvatting);
        Assert.Equal(["bouwen", "wonen"], record.Onderwerpen);
        Assert.Equal(["bouwen", "kappen"], record.Activiteiten);
        Assert.Equal("Z2022-N002608", record.Referentienummer);
        Assert.Equal("https://zoek.officielebekendmakingen.nl/gmb-2026-1.html", record.Url);
        var markering = Assert.Single(record.Markeringen);
        Assert.Equal(("Vlak", "Weerdsingel O.Z. 83, 3514AJ Utrecht"), (markering.Soort, markering.Label));
        Assert.Equal(2, markering.Plaatsen.Count);
    }

    [Theory]
    [InlineData("{\"record\":RECORD}")] // one record is no list
    [InlineData("{\"record\":[RECORD]}")]
    public async Task Json_gives_the_same_record(string records)
    {
        const string record = """
            {"recordData":{"gzd":{"originalData":{"meta":{
              "owmskern":{"identifier":"gmb-2024-5","title":"Besluit kap","type":{"$":"omgevingsvergunning","scheme":"OVERHEIDop.Rubriek"},
                "creator":{"scheme":"OVERHEID.Gemeente","$":"Enkhuizen"},"modified":"2024-12-02"},
              "owmsmantel":{"available":"2024-12-03","abstract":20240603,"subject":[{"$":"natuur"},"milieu"]},
              "tpmeta":{"activiteit":[{"$":"kappen"},{"$":"bouwen"}],"organisatietype":"gemeente",
                "gebiedsmarkering":{"@scheme":"x","Punt":{"locatiepunt":"51.5153 4.6993","geometrie":"POINT(120097.26  488031.32)"}}}
            }},"enrichedData":{"preferredUrl":"https://zoek.officielebekendmakingen.nl/gmb-2024-5.html"}}}}
            """;
        var antwoord = await LeesAsync(
            "{\"searchRetrieveResponse\":{\"numberOfRecords\":1,\"records\":"
                + records.Replace("RECORD", record, StringComparison.Ordinal)
                + "}}"
        );

        Assert.Equal(1, antwoord.Aantal);
        var bericht = Assert.Single(antwoord.Records);
        Assert.Equal(
            ("gmb-2024-5", "omgevingsvergunning", "Enkhuizen", "20240603"),
            (bericht.Identifier, bericht.Rubriek, bericht.Creator, bericht.Samenvatting)
        );
        Assert.Equal(["natuur", "milieu"], bericht.Onderwerpen);
        Assert.Equal(["kappen", "bouwen"], bericht.Activiteiten);
        var punt = Assert.Single(bericht.Markeringen);
        Assert.Equal("Punt", punt.Soort);
        Assert.Equal(["POINT(120097.26 488031.32)", "51.5153 4.6993"], punt.Plaatsen);
    }

    [Fact]
    public async Task Sixteen_markers_of_every_kind_are_kept_in_their_order()
    {
        string[] soorten =
        [
            "Adres",
            "Punt",
            "Vlak",
            "Perceel",
            "Buurt",
            "Wijk",
            "GeometrieRef",
            "Weg",
            "Lijn",
            "Gemeente",
        ];
        soorten = [.. soorten, "Woonplaats", "Provincie", "Waterschap", "Adres", "Adres", "Punt"];
        var markeringen = soorten.Select((s, i) => Markering(s, $"<ow:geometrielabel>plek {i}</ow:geometrielabel>"));

        var antwoord = await LeesAsync(Xml(Record(tpmeta: string.Concat(markeringen))));

        Assert.Equal(
            soorten.Select((s, i) => (s, $"plek {i}")),
            antwoord.Records[0].Markeringen.Select(m => (m.Soort, m.Label!))
        );
    }

    [Fact]
    public async Task An_address_in_parts_becomes_a_label()
    {
        const string delen =
            "<ow:straatnaam>Kerkstraat</ow:straatnaam><ow:huisnummer>5</ow:huisnummer><ow:huisletter>A</ow:huisletter>"
            + "<ow:huisnummertoevoeging>2</ow:huisnummertoevoeging><ow:postcode>1012 AB</ow:postcode>"
            + "<ow:woonplaats>Amsterdam</ow:woonplaats>";

        var antwoord = await LeesAsync(
            Xml(Record(tpmeta: Markering("Adres", delen) + "<ow:gebiedsmarkering>De Pijp</ow:gebiedsmarkering>"))
        );

        Assert.Equal(
            [("Adres", "Kerkstraat 5A-2, 1012AB Amsterdam"), ("onbekend", "De Pijp")],
            antwoord.Records[0].Markeringen.Select(m => (m.Soort, m.Label!))
        );
    }

    [Theory]
    [InlineData("2026-07-02", "2026-07-02")]
    [InlineData("2026-07-02T09:15:00", "2026-07-02")]
    [InlineData("2026-07-02T22:30:00Z", "2026-07-03")] // half past midnight in Amsterdam
    [InlineData("2026-07-02T23:30:00+02:00", "2026-07-02")]
    [InlineData("2026-07-02+02:00", "2026-07-02")]
    [InlineData("2026-7-2", null)]
    [InlineData("2026-02-30", null)]
    [InlineData("20260702", null)]
    [InlineData("2026-07-02xyz", null)]
    public async Task A_date_is_read_strictly(string tekst, string? dag)
    {
        var antwoord = await LeesAsync(Xml(Record(mantel: $"<dcterms:available>{tekst}</dcterms:available>")));

        Assert.Equal(dag, antwoord.Records.SingleOrDefault()?.Beschikbaar.ToString("yyyy-MM-dd", null));
        Assert.Equal(dag is null, antwoord.Fouten.Any(f => f.Overgeslagen));
    }

    [EchteDataFact]
    public async Task The_monthly_file_of_a_collector_is_the_same_record_in_another_wrapping()
    {
        await using var bestand = File.OpenRead(EchteData.Pad("bekendmakingen_amsterdam_2024-01_sample16.json"));

        var antwoord = await KoopLezer.LeesAsync(bestand, CancellationToken.None);

        Assert.Empty(antwoord.Fouten);
        Assert.Equal(16, antwoord.Records.Count);
        var glas = antwoord.Records.Single(r => r.Identifier == "gmb-2024-4997");
        Assert.Equal("Aanvraag omgevingsvergunning Eerste Breeuwersstraat 1-1 1013MA Amsterdam", glas.Titel);
        Assert.Equal(("het vervangen van de beglazing", "omgevingsvergunning"), (glas.Samenvatting, glas.Rubriek));
        Assert.Equal(["bouwen"], glas.Activiteiten);
        Assert.Equal(new DateOnly(2024, 1, 2), glas.Beschikbaar);
        Assert.Equal("https://zoek.officielebekendmakingen.nl/gmb-2024-4997.html", glas.Url);
        Assert.Equal(["52.3863007297345 4.8853643008355"], Assert.Single(glas.Markeringen).Plaatsen);
        Assert.Null(antwoord.Records.Single(r => r.Identifier == "gmb-2024-5349").Samenvatting);
    }

    [Fact]
    public async Task The_monthly_form_tells_what_it_lacks()
    {
        var antwoord = await LeesAsync(
            """
            {"publications":[{"date":"2024-01-02T23:31:24Z","urlDoc":"https://x/gmb-2024-1.html","type":"kappen","title":"iep",
            "description":"Besluit kap Kade 1","location":["52.1 4.9","52.2 4.9"]},{"date":"2024-01-02","urlDoc":"https://x/gmb-2.html"},
            {"date":"gisteren","urlDoc":"https://x/gmb-3.html","description":"x"}]}
            """
        );

        var record = Assert.Single(antwoord.Records);
        Assert.Equal(new DateOnly(2024, 1, 3), record.Beschikbaar);
        Assert.Equal(2, record.Markeringen.Count);
        Assert.Equal([2, 3], antwoord.Fouten.Where(f => f.Overgeslagen).Select(f => f.Positie));
    }
}
