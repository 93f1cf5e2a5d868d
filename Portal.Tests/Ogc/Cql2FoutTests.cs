using System.Net;
using Portal.Tests.Api;
using Xunit;

namespace Portal.Tests.Ogc;

/// <summary>A filter that cannot be says where and why, and costs nothing.</summary>
[Collection(ProgrammaFixture.Naam)]
public sealed class Cql2FoutTests(ProgrammaFixture portaal) : OgcProef(portaal)
{
    [Theory(DisplayName = "/req/cql2-text, /req/filter/filter-param: what cannot be says where and why, in Dutch")]
    [InlineData("soort = ", "Bij teken 9", "hoort een kolom of een waarde")]
    [InlineData("soort == 'eik'", "Bij teken 8", "hoort een kolom of een waarde")]
    [InlineData("kleur = 'rood'", "Bij teken 1", "geen kolom 'kleur'")]
    [InlineData("hoogte > 'tien'", "Bij teken 10", "aanhalingstekens weg")]
    [InlineData("hoogte > soort", "Bij teken 10", "een getal en een tekst")]
    [InlineData("soort = 'eik", "Bij teken 9", "niet gesloten")]
    [InlineData("soort = 'eik' soort", "Bij teken 15", "AND, OR of het einde")]
    [InlineData("(soort = 'eik'", "Bij teken 15", "houdt op")]
    [InlineData("geplant_op = '31-03-2026'", "Bij teken 14", "geen datum")]
    [InlineData("titel LIKE 'x\\\\\\'", "Bij teken 12", "niet gesloten")]
    [InlineData("hoogte LIKE 'x'", "Bij teken 1", "alleen bij een tekst")]
    [InlineData("S_INTERSECTS(titel, POINT(1 2))", "Bij teken 14", "geen vorm")]
    [InlineData("S_INTERSECTS(geom, POINT(1))", "Bij teken 27", "coördinaat")]
    [InlineData("S_INTERSECTS(geom, POINT(1 200))", "Bij teken", "breedtegraad")]
    [InlineData("S_INTERSECTS(geom, POLYGON((1 2,3 4,5 6,7 8)))", "Bij teken", "gelijk aan het eerste")]
    [InlineData("S_INTERSECTS(geom, LINESTRING(1 2))", "Bij teken", "twee punten")]
    [InlineData("S_INTERSECTS(geom, GEOMETRYCOLLECTION(POINT(1 2)))", "Bij teken 20", "met OR")]
    [InlineData("T_AFTER(soort, DATE('2020-01-01'))", "Bij teken 9", "geen datum")]
    [InlineData("geplant_op = DATE('2020-02-30')", "Bij teken 19", "geen datum")]
    [InlineData("hoogte + 1 > 2", "Bij teken", "")]
    [InlineData("pg_sleep(10) = 1", "Bij teken 1", "kennen we niet")]
    [InlineData("soort = 'x'; drop table versie", "Bij teken 12", "';'")]
    public async Task Faults(string filter, string plek, string reden)
    {
        var detail = await FoutAsync($"{Items}?filter={Uri.EscapeDataString(filter)}");

        Assert.Contains(plek, detail, StringComparison.Ordinal);
        Assert.Contains(reden, detail, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "/req/filter/filter-lang-param: another language is refused")]
    public async Task Language() =>
        Assert.Contains(
            "cql2-text",
            await FoutAsync($"{Items}?filter=x&filter-lang=cql2-json"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task What_is_deep_or_long_costs_nothing()
    {
        var hoeken = string.Join(',', Enumerable.Range(0, 501).Select(i => $"{i % 9} 1"));
        foreach (
            var (filter, reden) in new[]
            {
                (new string('(', 1900), "lagen"),
                (string.Concat(Enumerable.Repeat("NOT ", 900)), "lagen"),
                (string.Concat(Enumerable.Repeat("CASEI(", 600)), "lagen"),
                ($"S_INTERSECTS(geom,LINESTRING({hoeken}))", "hoeken"),
                ($"jaar IN ({string.Join(',', Enumerable.Repeat("1", 301))})", "waarden"),
                (new string('x', 4001), "4000"),
            }
        )
        {
            var detail = await FoutAsync($"{Items}?filter={Uri.EscapeDataString(filter)}");
            Assert.Contains(reden, detail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whatever_is_typed_is_an_answer_or_a_reason()
    {
        var woorden = (
            "soort hoogte geom geplant_op = <> > ( ) , ' \" AND OR NOT IN LIKE BETWEEN IS NULL TRUE DATE INTERVAL "
            + "S_INTERSECTS T_AFTER POINT POLYGON BBOX CASEI 1 -2.5 'eik' '2020-01-01' % -- \\ ;"
        ).Split(' ');
        var gok = new Random(14);
        for (var i = 0; i < 150; i++)
        {
            var filter = string.Join(
                ' ',
                Enumerable.Range(0, gok.Next(1, 12)).Select(_ => gok.GetItems(woorden, 1)[0])
            );
            using var antwoord = await VraagAsync($"{Items}?limit=1&filter={Uri.EscapeDataString(filter)}");
            Assert.True(
                antwoord.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest,
                $"{(int)antwoord.StatusCode} {filter}"
            );
        }
    }
}
