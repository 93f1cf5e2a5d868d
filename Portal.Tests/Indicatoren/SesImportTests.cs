using System.Globalization;
using System.Net;
using CsvHelper;
using CsvHelper.Configuration;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Data.Indicatoren;
using Portal.Tests.Begrotingen;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Indicatoren;

/// <summary>The measure of need: joined by name where that leaves no doubt, missing elsewhere, and counted.</summary>
public sealed class SesImportTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private const string Kop =
        "\"Perioden\";\"Wijken en buurten\";\"Regiocode (gemeente, wijk, buurt) "
        + "(code)\";\"SES-WOA/Totaalscore/Gemiddelde score (Getal)\"\n";

    [Fact]
    public async Task A_score_stands_beside_the_money_and_what_does_not_join_is_missing_and_counted()
    {
        var rapport = await new SesImport(new(dorp.Db, dorp.Archief) { MagKrimpen = true }).LaadAsync(
            Dorp.Schrijf(
                dorp,
                "ses.csv",
                Kop
                    + """
                    "2019";"Molenwijk";"WK999800  ";"  -0.123"
                    "2019";"Havenwijk";"WK999801  ";"       ."
                    "2019";"Atlantis";"WK999802  ";"   0.500"
                    "2019";"Veldwijk";"WK999803  ";"   veel"
                    "2019";"Molenwijk";"WK999804  ";"   0.900"

                    """
            ),
            CancellationToken.None
        );

        Assert.Equal((5, 2), (rapport.Gelezen, rapport.Geladen));
        Assert.Equal((5, "   veel".Trim()), (Assert.Single(rapport.Afwijzingen).Rij, rapport.Afwijzingen[0].Waarde));
        Assert.Contains(
            rapport.Meldingen,
            m =>
                m.StartsWith("2 gebieden van de bron passen niet", StringComparison.Ordinal)
                && m.EndsWith("wijk Atlantis, wijk Molenwijk.", StringComparison.Ordinal)
        );
        var scores = (
            await new MetingQueries(Lezing.Los(dorp.Db)).NaastGeldAsync(["AA", "AB", "BA"], CancellationToken.None)
        )!.Cijfers;
        Assert.Equal(
            [("AA", -0.123m), ("AB", (decimal?)null)],
            scores.Values.OrderBy(s => s.Code).Select(s => (s.Code, s.Waarde))
        );

        await new BegrotingImport(dorp.Publicatie).LaadAsync(
            Dorp.Schrijf(
                dorp,
                "naast-ses.csv",
                "boekjaar;fase;programma;bl;gebiedscode;toerekening;omschrijving;bedrag\n"
                    + "2093;realisatie;Sport en recreatie;L;AA;direct_gebied;x;1,00\n"
            ),
            CancellationToken.None
        );
        var vergelijk = WebUtility.HtmlDecode(
            await dorp.Http.GetStringAsync("/begroting/vergelijk?gebied=AA&gebied=AB&gebied=BA")
        );
        Assert.Matches(
            @"Sociaal-economische score(?s:.*?)<td[^>]*>−0,123 \(2019\)</td>\s*<td[^>]*>geen gegevens</td>\s*<td[^>]*>geen gegevens</td>",
            vergelijk
        );
        Assert.Contains(
            ">−0,123 (2019)</td>",
            WebUtility.HtmlDecode(await dorp.Http.GetStringAsync("/kaart?jaar=2093&fase=realisatie&niveau=wijk")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Each_way_of_joining_is_kept_with_the_figure_and_the_newest_period_counts()
    {
        const string kop =
            "Perioden;Wijken en buurten;Regiocode (gemeente, wijk, buurt) (code);Particuliere huishoudens "
            + "(Aantal);SES-WOA/Totaalscore/Gemiddelde score (Getal)\n";
        var rijen = """
            Havenwijk;WK999801;300;0.100
            Kadebuurt;BU99980100;200;0.200
            De Pakhuizen;BU99980101;100;-0.100
            Oude Molenwijk;WK999802;400;0.300
            Molenbuurt Noord;BU99980200;400;0.300
            Molenbuurt Zuid;BU99980201;0;.
            Elders;WK999803;400;0.900
            Weidebuurt;BU99980300;300;0.400
            Slotenbuurt;BU99980301;100;0.000
            Weg;BU99980302;0;.
            Verdwenen;WK999804;100;0.900
            """.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var rapport = await new SesImport(new(dorp.Db, dorp.Archief) { MagKrimpen = true }).LaadAsync(
            Dorp.Schrijf(
                dorp,
                "ses2.csv",
                kop
                    + string.Concat(rijen.Select(r => $"2020;{r}\n"))
                    + string.Concat(
                        rijen.Take(3).Select(r => $"2018;{r.Replace("0.200", "0.900", StringComparison.Ordinal)}\n")
                    )
            ),
            CancellationToken.None
        );

        Assert.Equal(14, rapport.Gelezen);
        Assert.Contains(
            rapport.Meldingen,
            m =>
                m.StartsWith("2 gebieden van de bron passen niet", StringComparison.Ordinal)
                && m.EndsWith("buurt Weg, wijk Verdwenen.", StringComparison.Ordinal)
        );
        Assert.Equal(
            [2018, 2020],
            await dorp.Db.QueryAsync<int>("select distinct jaar::int from meting_nu where code = 'AB01' order by 1")
        );
        var nu = (
            await new MetingQueries(Lezing.Los(dorp.Db)).NaastGeldAsync(
                ["A", "AA", "AB", "AB01", "AB02", "BA", "BA01", "B"],
                CancellationToken.None
            )
        )!.Cijfers;
        Assert.Equal(
            [
                ("A", 2020, 0.214m, "gewogen"),
                ("AA", 2020, 0.300m, "buurten"),
                ("AB", 2020, 0.100m, "naam"),
                ("AB01", 2020, 0.200m, "naam"),
                ("AB02", 2020, -0.100m, "uitsluiting"),
                ("B", 2020, 0.900m, "gewogen"),
                ("BA", 2020, 0.900m, "buurten"),
                ("BA01", 2020, 0.400m, "naam"),
            ],
            nu.Values.OrderBy(m => m.Code, StringComparer.Ordinal)
                .Select(m => (m.Code, m.Jaar, m.Waarde!.Value, m.Koppeling))
        );
        var vergelijk = WebUtility.HtmlDecode(
            await dorp.Http.GetStringAsync("/begroting/vergelijk?gebied=AB02&gebied=A")
        );
        Assert.Contains("door uitsluiting</a>: De Pakhuizen", vergelijk, StringComparison.Ordinal);
        Assert.Contains("gewogen</a>: 2 wijken", vergelijk, StringComparison.Ordinal);
        Assert.Contains("Door uitsluiting", await dorp.Http.GetStringAsync("/uitleg"), StringComparison.Ordinal);
    }
}

/// <summary>
/// The same on the real file, whose codes are older than the areas. Each figure is looked up or worked out anew from
/// the file.
/// </summary>
public sealed class SesEchtTests(AmsterdamFixture amsterdam) : IClassFixture<AmsterdamFixture>
{
    private static readonly Dictionary<string, (int Huishoudens, decimal? Score)> Bron = Lees();

    private static Dictionary<string, (int, decimal?)> Lees()
    {
        if (!EchteData.Aanwezig)
        {
            return [];
        }
        using var csv = new CsvReader(
            new StreamReader(EchteData.Pad("cbs_ses_woa_buurten_statline.csv")),
            new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";" }
        );
        return csv.GetRecords<dynamic>()
            .Select(r => (IDictionary<string, object>)r)
            .ToDictionary(
                r =>
                    ((string)r["Regiocode (gemeente, wijk, buurt) (code)"]).Trim()[..2]
                    + " "
                    + ((string)r["Wijken en buurten"]).Trim(),
                r =>
                    (
                        int.Parse((string)r["Particuliere huishoudens (Aantal)"], CultureInfo.InvariantCulture),
                        decimal.TryParse(
                            ((string)r["SES-WOA/Totaalscore/Gemiddelde score (Getal)"]).Trim(),
                            NumberStyles.Float,
                            CultureInfo.InvariantCulture,
                            out var score
                        )
                            ? score
                            : (decimal?)null
                    )
            );
    }

    private static decimal Gewogen(params string[] namen) =>
        Math.Round(
            namen.Select(n => Bron[n]).Where(b => b.Score is not null).Sum(b => b.Huishoudens * b.Score!.Value)
                / namen.Select(n => Bron[n]).Where(b => b.Score is not null).Sum(b => b.Huishoudens),
            3,
            MidpointRounding.AwayFromZero
        );

    [EchteDataFact]
    public async Task Of_the_579_areas_of_CBS_510_give_a_figure_each_by_the_way_it_says()
    {
        var rapport = await new SesImport(new(amsterdam.Db, amsterdam.Archief) { Opnieuw = true }).LaadAsync(
            EchteData.Pad("cbs_ses_woa_buurten_statline.csv"),
            CancellationToken.None
        );
        var metingen = (
            await amsterdam.Db.QueryAsync<(
                string Code,
                string Soort,
                decimal? Waarde,
                string Koppeling,
                string Bronnaam
            )>(
                "select m.code, g.soort, m.waarde, m.koppeling, m.bronnaam from meting_nu m "
                    + "join gebied_nu g on g.code = m.code"
            )
        ).ToDictionary(m => m.Code);

        Assert.Equal(579, rapport.Gelezen);
        Assert.Contains(
            rapport.Meldingen,
            m => m.StartsWith("69 gebieden van de bron passen niet", StringComparison.Ordinal)
        );
        Assert.Equal(
            (494, 8, 6),
            (
                metingen.Values.Count(m => m.Koppeling == "naam"),
                metingen.Values.Count(m => m.Koppeling == "uitsluiting"),
                metingen.Values.Count(m => m.Koppeling == "buurten")
            )
        );
        foreach (var m in metingen.Values.Where(m => m.Koppeling != "gewogen"))
        {
            Assert.Equal(
                Bron[$"{m.Soort switch { "buurt" => "BU", "wijk" => "WK", _ => "GM" }} {m.Bronnaam}"].Score,
                m.Waarde
            );
        }
        Assert.Equal(
            [
                ("AJ02", "de Plantage"),
                ("EG02", "Ecowijk"),
                ("FH02", "De Punt"),
                ("FN01", "Louis Chrispijnbuurt"),
                ("KD08", "Johannnes Vermeerbuurt"),
                ("KQ06", "Buitenveldert Midden Zuid"),
                ("MA10", "Bedrijvengebied Cruquiusweg"),
                ("MB01", "Swammerdambuurt"),
            ],
            metingen
                .Values.Where(m => m.Koppeling == "uitsluiting")
                .Select(m => (m.Code, m.Bronnaam))
                .OrderBy(m => m.Code, StringComparer.Ordinal)
        );
        Assert.Equal(
            [
                ("EA", "Sloterdijk"),
                ("EB", "Spaarndammer- en Zeeheldenbuurt"),
                ("EP", "Kinkerbuurt"),
                ("EV", "Vondelbuurt"),
                ("FG", "Middelveldsche Akerpolder"),
                ("FQ", "Sloter-/Riekerpolder"),
            ],
            metingen
                .Values.Where(m => m.Koppeling == "buurten")
                .Select(m => (m.Code, m.Bronnaam))
                .OrderBy(m => m.Code, StringComparer.Ordinal)
        );
    }

    [EchteDataFact]
    public async Task A_weighted_score_is_the_mean_by_households()
    {
        await new SesImport(new(amsterdam.Db, amsterdam.Archief) { Opnieuw = true }).LaadAsync(
            EchteData.Pad("cbs_ses_woa_buurten_statline.csv"),
            CancellationToken.None
        );
        var gewogen = (
            await amsterdam.Db.QueryAsync<(string Code, decimal Waarde)>(
                "select m.code, m.waarde from meting_nu m "
                    + "join gebied_nu g on g.code = m.code where koppeling = 'gewogen' and g.soort = 'wijk' order by 1"
            )
        ).ToDictionary();

        Assert.Equal(["FB", "TB", "TC", "TD", "TE", "TF", "TH"], gewogen.Keys);
        Assert.Equal(Gewogen("WK Geuzenveld", "WK Eendracht"), gewogen["FB"]);
        var namen = (
            await amsterdam.Db.QueryAsync<(string Wijk, string Bronnaam)>(
                "select g.ouder_code, m.bronnaam from meting_nu m "
                    + "join gebied_nu g on g.code = m.code where g.soort = 'buurt' and left(g.code, 1) = 'T'"
            )
        ).ToLookup(b => b.Wijk, b => $"BU {b.Bronnaam}");
        Assert.All(gewogen.Where(g => g.Key != "FB"), g => Assert.Equal(Gewogen([.. namen[g.Key]]), g.Value));
        Assert.Equal(
            Gewogen("WK Landlust", "WK Erasmuspark", "WK De Kolenkit"),
            await amsterdam.Db.QuerySingleAsync<decimal>("select waarde from meting_nu where code = 'GE04'")
        );
    }
}
