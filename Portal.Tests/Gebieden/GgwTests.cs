using System.Text.Json;
using Portal.Data.Gebieden;
using Xunit;

namespace Portal.Tests.Gebieden;

/// <summary>
/// The kind gebied, between wijk and stadsdeel: built from what the buurten say, named by another file.
/// </summary>
public sealed class GgwTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    // Ggw 1 is wijk AA and half of AB, ggw 2 the other half of AB and BA01; BA02 lies in none.
    private static readonly string Buurten = Dorp.Verzameling(
        Dorp.Buurten.Select(
            (b, i) =>
                Dorp.Feature(
                    $$"""{"code":"{{b.Code}}","naam":"{{b.Naam}}","cbsCode":"BU9998{{b.Code}}","ligtInGgwgebiedId":{{(i < 3 ? "\"99980950000001\"" : i < 5 ? "\"99980950000002\"" : "null")}}}""",
                    Dorp.Vierkant(b.X)
                )
        )
    );

    private static readonly string Namen = Dorp.Verzameling(
        Naam("DX1", "Oudland", 121000, 300),
        Naam("DX2", "Nieuwland", 121300, 100)
    );

    private static string Naam(string code, string naam, int x, int breedte) =>
        Dorp.Feature(
                $$"""{"Gebied_code":"{{code}}","Gebied":"{{naam}}","Stadsdeel_code":"A"}""",
                $"[[{x},487000],[{x + breedte},487000],[{x + breedte},487100],[{x},487100],[{x},487000]]"
            )
            .Replace("buurten.", "x.", StringComparison.Ordinal);

    [Fact]
    public async Task A_gebied_is_its_buurten_and_keeps_its_name_when_they_are_delivered_again()
    {
        await Dorp.LaadAsync(dorp, Buurten, "ggw.geojson", 1991);
        Assert.Equal([("99980950000001", "Gebied 1 (Wijk AA)"), ("99980950000002", "Gebied 2")], await GebiedenAsync());

        var rapport = await new GebiedNamenImport(dorp.Publicatie).LaadAsync(
            Dorp.Schrijf(dorp, "namen.geojson", Namen),
            1991,
            CancellationToken.None
        );
        Assert.Equal((2, 2), (rapport.Gelezen, rapport.Geladen));
        Assert.Contains(
            rapport.Meldingen,
            m => m == "DX2 Nieuwland is van geen gebied de naam: 100 % van deze vorm is 50 % van gebied 99980950000002."
        );
        Assert.Equal([("99980950000002", "Gebied 2"), ("DX1", "Oudland")], await GebiedenAsync());
        Assert.True(
            (
                await new GebiedNamenImport(dorp.Publicatie).LaadAsync(
                    Dorp.Pad(dorp, "namen.geojson"),
                    1991,
                    CancellationToken.None
                )
            ).AlGeladen
        );

        await new GebiedNamenImport(dorp.Publicatie).LaadAsync(
            Dorp.Schrijf(
                dorp,
                "lijst.csv",
                "vintage,level,code,naam,identificatie\n1991,ggwgebied,GA2,Achterland,99980950000002\n"
                    + "1990,ggwgebied,X,Toen,99980950000002\n1991,buurt,AA01,Geen gebied,1\n"
            ),
            1991,
            CancellationToken.None
        );
        await Dorp.LaadAsync(
            dorp,
            Buurten.Replace("Kadebuurt", "Kaaibuurt", StringComparison.Ordinal),
            "ggw2.geojson",
            1991
        );
        Assert.Equal([("DX1", "Oudland"), ("GA2", "Achterland")], await GebiedenAsync());
    }

    [Fact]
    public async Task A_wijk_lies_in_a_gebied_when_all_its_buurten_do()
    {
        await Dorp.LaadAsync(dorp, Buurten, "ggw.geojson", 1992);

        Assert.Equal(
            [
                ("99980950000001", "AA"),
                ("99980950000001", "AA01"),
                ("99980950000001", "AA02"),
                ("99980950000001", "AB01"),
                ("99980950000002", "AB02"),
                ("99980950000002", "BA01"),
            ],
            await dorp.Db.QueryAsync<(string, string)>(
                "select boven_code, code from gebied_boven "
                    + "where indeling = 1992 and boven_soort = 'gebied' and code <> boven_code order by 1, 2"
            )
        );
        Assert.Equal(
            ["A", "GM9998"],
            await dorp.Db.QueryAsync<string>(
                "select ouder_code from gebied_gepubliceerd where indeling = 1992 and soort = 'gebied' order by code"
            )
        );
    }

    [Fact]
    public async Task Delivered_gebieden_replace_those_that_were_built()
    {
        await Dorp.LaadAsync(dorp, Buurten, "ggw.geojson", 1993);
        var rapport = await Dorp.LaadAsync(
            dorp,
            Dorp.Verzameling(
                Naam("99980950000002", "Op code", 121300, 200),
                Naam("GA1", "Op identificatie", 121000, 300)
                    .Replace(
                        "\"Gebied_code\"",
                        "\"identificatie\":\"99980950000001\",\"Gebied_code\"",
                        StringComparison.Ordinal
                    ),
                Naam("GA3", "Van niemand", 121500, 100)
            ),
            "eigen.geojson",
            1993
        );

        Assert.Contains(
            rapport.Meldingen,
            m => m.StartsWith("Geen buurt zegt in gebied GA3 Van niemand te liggen", StringComparison.Ordinal)
        );
        Assert.Equal(
            [
                ("99980950000002", "AB02"),
                ("99980950000002", "BA01"),
                ("GA1", "AA"),
                ("GA1", "AA01"),
                ("GA1", "AA02"),
                ("GA1", "AB01"),
            ],
            await dorp.Db.QueryAsync<(string, string)>(
                "select boven_code, code from gebied_boven "
                    + "where indeling = 1993 and boven_soort = 'gebied' and code <> boven_code order by 1, 2"
            )
        );
    }

    private Task<IEnumerable<(string, string)>> GebiedenAsync() =>
        dorp.Db.QueryAsync<(string, string)>(
            "select code, naam from gebied_gepubliceerd where indeling = 1991 and soort = 'gebied' order by code"
        );
}

/// <summary>The example municipality has none.</summary>
public sealed class ZonderGgwTests(VoorbeeldFixture voorbeeld) : IClassFixture<VoorbeeldFixture>
{
    [Fact]
    public async Task A_municipality_without_gebieden_is_not_offered_them()
    {
        Assert.DoesNotContain(
            "value=\"gebied\"",
            await voorbeeld.Http.GetStringAsync("/kaart"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "geen gebieden van deze soort",
            await voorbeeld.Http.GetStringAsync("/kaart?niveau=gebied"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "geen gebieden geladen",
            await voorbeeld.Http.GetStringAsync("/gebieden"),
            StringComparison.Ordinal
        );
    }
}

/// <summary>The same on the real files.</summary>
public sealed class GgwEchtTests(AmsterdamFixture amsterdam) : IClassFixture<AmsterdamFixture>
{
    [EchteDataFact]
    public async Task The_gebieden_are_the_buurten_that_name_them()
    {
        using var json = JsonDocument.Parse(
            await File.ReadAllTextAsync(EchteData.Pad("amsterdam_buurten_518.geojson"))
        );
        var verwacht = json
            .RootElement.GetProperty("features")
            .EnumerateArray()
            .Select(f => f.GetProperty("properties"))
            .Where(p => p.GetProperty("ligtInGgwgebiedId").ValueKind == JsonValueKind.String)
            .Select(p => (p.GetProperty("ligtInGgwgebiedId").GetString()!, p.GetProperty("code").GetString()!))
            .Order()
            .ToList();

        Assert.Equal(504, verwacht.Count);
        Assert.Equal(
            verwacht,
            (
                await amsterdam.Db.QueryAsync<(string, string)>(
                    """
                    select g.identificatie, b.code from gebied_boven b
                        join gebied_nu g on g.code = b.boven_code and g.indeling = b.indeling
                        join gebied_nu u on u.code = b.code
                    where b.boven_soort = 'gebied' and u.soort = 'buurt'
                    """
                )
            ).Order()
        );
    }

    [EchteDataFact]
    public async Task A_name_is_given_by_the_code_list_or_a_clear_overlap_only()
    {
        var namen = (
            await amsterdam.Db.QueryAsync<(string Id, string Code, string Naam)>(
                "select identificatie, code, naam from gebied_nu where soort = 'gebied'"
            )
        ).ToDictionary(g => g.Id[^2..]);

        Assert.Equal(25, namen.Count);
        Assert.Equal(("GE04", "Bos en Lommer"), (namen["25"].Code, namen["25"].Naam)); // DX04 is a third larger than it
        Assert.Equal(("DX05", "Oud-West, De Baarsjes"), (namen["26"].Code, namen["26"].Naam));
        // Half of DX06
        Assert.Equal(("03630950000027", "Gebied 27 (Sloterdijk Nieuw-West)"), (namen["27"].Code, namen["27"].Naam));
        Assert.Equal(15, namen.Values.Count(g => g.Code.StartsWith("DX", StringComparison.Ordinal)));
        Assert.Equal(8, namen.Values.Count(g => g.Naam.StartsWith("Gebied ", StringComparison.Ordinal)));
    }

    [EchteDataFact]
    public async Task A_gebied_has_its_pages_and_is_found()
    {
        Assert.Contains(
            "href=\"/gebieden/GE04-bos-en-lommer\"",
            await amsterdam.Http.GetStringAsync("/gebieden"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "/gebieden/GE04-bos-en-lommer",
            (await amsterdam.Http.GetAsync("/zoek?q=bos+en+lommer")) is var zoek && zoek.Headers.Location is { } naar
                ? naar.ToString()
                : await zoek.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        var html = await amsterdam.Http.GetStringAsync("/gebieden/GE04-bos-en-lommer");
        Assert.Contains("Wijken in dit gebied", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/wijken/ED-de-kolenkit", html, StringComparison.Ordinal);
        Assert.Contains(
            "Gebieden in dit stadsdeel",
            await amsterdam.Http.GetStringAsync("/stadsdelen/E-west"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Buurten in dit gebied",
            await amsterdam.Http.GetStringAsync(
                "/gebieden/03630950000039-gebied-39-oostzanerwerf-tuindorp-oostzaan-e-a"
            ),
            StringComparison.Ordinal
        ); // wijk NB lies in two
        var buurt = await amsterdam.Http.GetStringAsync("/buurten/ED01-kolenkitbuurt-noord");
        Assert.Matches(
            "(?s)/stad.*/stadsdelen/E-west.*/gebieden/GE04-bos-en-lommer.*/wijken/ED-de-kolenkit",
            buurt[..buurt.IndexOf("<h1", StringComparison.Ordinal)]
        );
        Assert.Contains(
            "Bos en Lommer",
            await amsterdam.Http.GetStringAsync("/gebieden/GE04-bos-en-lommer"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "per gebied",
            await amsterdam.Http.GetStringAsync("/kaart?niveau=gebied"),
            StringComparison.Ordinal
        );
        using var kaart = JsonDocument.Parse(await amsterdam.Http.GetStringAsync("/gebieden.geojson"));
        Assert.Equal(25, kaart.RootElement.GetProperty("features").GetArrayLength());
        using var omgeving = JsonDocument.Parse(await amsterdam.Http.GetStringAsync("/gebieden/GE04/omgeving.geojson"));
        Assert.Contains(
            omgeving.RootElement.GetProperty("features").EnumerateArray(),
            f => f.GetProperty("properties").GetProperty("code").GetString() == "DX05"
        );
    }
}
