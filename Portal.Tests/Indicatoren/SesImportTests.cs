using System.Globalization;
using System.Net;
using CsvHelper;
using CsvHelper.Configuration;
using Portal.Data.Begrotingen;
using Portal.Data.Indicatoren;
using Portal.Tests.Begrotingen;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Indicatoren;

/// <summary>The measure of need: joined by name where that leaves no doubt, missing elsewhere, and counted.</summary>
[Collection(DorpFixture.Naam)]
public sealed class SesImportTests(DorpFixture dorp)
{
    private const string Kop = "\"Perioden\";\"Wijken en buurten\";\"Regiocode (gemeente, wijk, buurt) (code)\";\"SES-WOA/Totaalscore/Gemiddelde score (Getal)\"\n";

    [Fact]
    public async Task A_score_stands_beside_the_money_and_what_does_not_join_is_missing_and_counted()
    {
        var rapport = await new SesImport(dorp.Publicatie).LaadAsync(Dorp.Schrijf(dorp, "ses.csv", Kop + """
            "2019";"Molenwijk";"WK036300  ";"  -0.123"
            "2019";"Havenwijk";"WK036301  ";"       ."
            "2019";"Atlantis";"WK036302  ";"   0.500"
            "2019";"Veldwijk";"WK036303  ";"   veel"
            "2019";"Molenwijk";"WK036304  ";"   0.900"

            """), CancellationToken.None);

        Assert.Equal((5, 2), (rapport.Gelezen, rapport.Geladen));
        Assert.Equal((5, "   veel".Trim()), (Assert.Single(rapport.Afwijzingen).Rij, rapport.Afwijzingen[0].Waarde));
        Assert.Contains(rapport.Meldingen, m => m.StartsWith("2 gebieden van de bron passen niet", StringComparison.Ordinal) && m.EndsWith("wijk Atlantis, wijk Molenwijk.", StringComparison.Ordinal));
        var scores = await new MetingQueries(dorp.Db).VanAsync("ses-woa", ["AA", "AB", "BA"], CancellationToken.None);
        Assert.Equal([("AA", -0.123m), ("AB", (decimal?)null)], scores.Values.OrderBy(s => s.Code).Select(s => (s.Code, s.Waarde)));

        await new BegrotingImport(dorp.Publicatie).LaadAsync(Dorp.Schrijf(dorp, "naast-ses.csv",
            "boekjaar;fase;programma;bl;gebiedscode;toerekening;omschrijving;bedrag\n2093;realisatie;Sport en recreatie;L;AA;direct_gebied;x;1,00\n"), CancellationToken.None);
        var vergelijk = WebUtility.HtmlDecode(await dorp.Http.GetStringAsync("/begroting/vergelijk?gebied=AA&gebied=AB&gebied=BA"));
        Assert.Matches(@"Sociaal-economische score(?s:.*?)<td class=""getal"">-0,123 \(2019\)</td>\s*<td class=""getal"">geen gegevens</td>\s*<td class=""getal"">geen gegevens</td>", vergelijk);
        Assert.Contains(">-0,123 (2019)</td>", await dorp.Http.GetStringAsync("/begroting?jaar=2093&fase=realisatie&niveau=wijk"), StringComparison.Ordinal);
    }
}

/// <summary>The same on the real file, whose codes are older than the areas.</summary>
[Collection(AmsterdamFixture.Naam)]
public sealed class SesEchtTests(AmsterdamFixture amsterdam)
{
    [EchteDataFact]
    public async Task Of_the_579_areas_of_CBS_those_with_one_namesake_get_its_score()
    {
        var pad = EchteData.Pad("cbs_ses_woa_buurten_statline.csv");
        using var csv = new CsvReader(new StreamReader(pad), new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";" });
        var bron = csv.GetRecords<dynamic>().Select(r => (IDictionary<string, object>)r).Select(r => (Naam: (string)r["Wijken en buurten"], Code: (string)r["Regiocode (gemeente, wijk, buurt) (code)"],
            Score: ((string)r["SES-WOA/Totaalscore/Gemiddelde score (Getal)"]).Trim())).ToList();
        var rapport = await new SesImport(amsterdam.Publicatie).LaadAsync(pad, CancellationToken.None);

        Assert.Equal((579, 495), (rapport.Gelezen, rapport.Geladen));
        Assert.Contains(rapport.Meldingen, m => m.StartsWith("84 gebieden van de bron passen niet", StringComparison.Ordinal));
        var kolenkit = bron.Single(b => b.Naam == "De Kolenkit" && b.Code.StartsWith("WK", StringComparison.Ordinal)).Score;
        var code = await amsterdam.Db.QuerySingleAsync<string>("select code from gebied_nu where soort = 'wijk' and naam = 'De Kolenkit'");
        Assert.Equal(decimal.Parse(kolenkit, CultureInfo.InvariantCulture), (await new MetingQueries(amsterdam.Db).VanAsync("ses-woa", [code], CancellationToken.None))[code].Waarde);
    }
}
