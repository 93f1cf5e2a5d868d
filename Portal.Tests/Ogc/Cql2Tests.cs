using Portal.Tests.Api;
using Xunit;

namespace Portal.Tests.Ogc;

/// <summary>OGC API - Features, Part 3: Filtering (19-079r2) with CQL2 text (21-065r2).</summary>
[Collection(ProgrammaFixture.Naam)]
public sealed class Cql2Tests(ProgrammaFixture portaal) : OgcProef(portaal)
{
    [Fact(DisplayName = "/req/queryables/get-queryables-response, /req/queryables/queryables-link")]
    public async Task Queryables()
    {
        var link = Links(await LeesAsync("/ogc/collections/bomen"))
            .Single(l => l.Rel.EndsWith("/queryables", StringComparison.Ordinal));
        var velden = (await LeesAsync(link.Href)).GetProperty("properties");

        Assert.Equal("application/schema+json", link.Soort);
        Assert.Equal("date", Tekst(velden.GetProperty("geplant_op"), "format"));
        Assert.Equal("number", Tekst(velden.GetProperty("hoogte"), "type"));
        Assert.Equal("geometry-any", Tekst(velden.GetProperty("geom"), "format"));
        Assert.Equal(["eik", "linde", "els"], Teksten(velden.GetProperty("soort").GetProperty("enum")));
    }

    [Theory(DisplayName = "/req/basic-cql2, /req/filter/filter-param, /req/features-filter: and, or, not, null")]
    [InlineData("soort = 'eik'", "T/1 T-4 T-6")]
    [InlineData("soort <> 'eik'", "T-2 T-3 T-5")]
    [InlineData("hoogte > 8", "T/1 T-2")]
    [InlineData("hoogte >= 8.0", "T/1 T-2 T-6")]
    [InlineData("hoogte < 5", "T-3")]
    [InlineData("5 >= hoogte", "T-3 T-5")]
    [InlineData("hoogte = 1.225e1", "T-2")]
    [InlineData("beschermd = TRUE", "T/1 T-4")]
    [InlineData("beschermd = false", "T-2 T-5 T-6")]
    [InlineData("hoogte IS NULL", "T-4")]
    [InlineData("geom is null", "T-3")]
    [InlineData("hoogte IS NOT NULL AND beschermd IS NULL", "T-3")]
    [InlineData("soort = 'eik' AND hoogte > 10 OR jaar = 2010", "T/1 T-3")]
    [InlineData("soort = 'eik' AND (hoogte > 10 OR jaar = 2024)", "T/1 T-6")]
    [InlineData("NOT (soort = 'eik' OR soort = 'linde')", "T-5")]
    [InlineData("not soort = 'eik' and not hoogte < 4", "T-2 T-5")]
    [InlineData("titel = 'O''Neill_plein'", "T-6")]
    [InlineData("titel = 'O\\'Neill_plein'", "T-6")]
    [InlineData("\"soort\" = 'els'", "T-5")]
    [InlineData("geplant_op = DATE('2001-11-15')", "T-2")]
    [InlineData("geplant_op > TIMESTAMP('2020-01-01T00:00:00Z')", "T-6")]
    [InlineData("geplant_op <= '1980-03-01'", "T/1")]
    [InlineData("TRUE", "T/1 T-2 T-3 T-4 T-5 T-6")]
    [InlineData("FALSE", "")]
    public Task Basic(string filter, string verwacht) => VindtAsync(filter, verwacht);

    [Theory(DisplayName = "/req/advanced-comparison-operators: LIKE, IN, BETWEEN")]
    [InlineData("titel LIKE 'Linde%'", "T-2")]
    [InlineData("titel LIKE '_osje'", "T-5")]
    [InlineData("titel LIKE '%50\\%'", "T-2")]
    [InlineData("titel LIKE '%\\_plein'", "T-6")]
    [InlineData("titel NOT LIKE '%o%'", "T/1 T-2 T-6")]
    [InlineData("soort IN ('els', 'linde')", "T-2 T-3 T-5")]
    [InlineData("jaar NOT IN (1980, 2001, 2010)", "T-5 T-6")]
    [InlineData("hoogte BETWEEN 5 AND 12.25", "T-2 T-5 T-6")]
    [InlineData("hoogte NOT BETWEEN 5 AND 12.25", "T/1 T-3")]
    [InlineData("geplant_op BETWEEN DATE('2001-01-01') AND DATE('2010-12-31')", "T-2 T-3")]
    public Task Advanced(string filter, string verwacht) => VindtAsync(filter, verwacht);

    [Theory(DisplayName = "/req/case-insensitive-comparison, /req/property-property")]
    [InlineData("CASEI(titel) = casei('BOSJE')", "T-5")]
    [InlineData("CASEI(titel) LIKE casei('LINDE%')", "T-2")]
    [InlineData("CASEI(soort) IN (CASEI('ELS'))", "T-5")]
    [InlineData("jaar > hoogte AND soort <> titel", "T/1 T-2 T-3 T-5 T-6")]
    public Task Other(string filter, string verwacht) => VindtAsync(filter, verwacht);

    [Theory(DisplayName = "/req/basic-spatial-functions, /req/spatial-functions, /req/filter/filter-crs-wgs84")]
    [InlineData("S_INTERSECTS(geom, BBOX(4.893,52.373,4.896,52.374))", "T/1 T-2")]
    [InlineData("S_INTERSECTS(geom,POLYGON((4.893 52.373,4.896 52.373,4.896 52.374,4.893 52.373)))", "T-2")]
    [InlineData("S_INTERSECTS(geom, BBOX(-180,-90,180,90))", "T/1 T-2 T-4 T-5 T-6")]
    [InlineData("S_INTERSECTS(geom, POINT(100 0))", "")]
    [InlineData("S_WITHIN(geom, BBOX(4,52,5,53)) AND soort = 'linde'", "T-2")]
    [InlineData("S_DISJOINT(geom, BBOX(4.8,52.2,5,53))", "T-4 T-6")]
    [InlineData("NOT S_INTERSECTS(geom, BBOX(4.8,52.2,5,53))", "T-4 T-6")]
    public Task Spatial(string filter, string verwacht) => VindtAsync(filter, verwacht);

    [Theory(DisplayName = "/req/filter/filter-crs-param, /req/spatial-functions: each function, in RD")]
    [InlineData("S_EQUALS(geom, POINT(121400 487400))", "T/1")]
    [InlineData("S_CONTAINS(geom, POINT(121320 487320))", "T-5")]
    [InlineData("S_TOUCHES(geom, POINT(121350 487350))", "T-5")]
    [InlineData("S_OVERLAPS(geom, BBOX(121340,487340,121600,487600))", "T-5")]
    [InlineData("S_CROSSES(geom, LINESTRING(121000 487320,122000 487320))", "T-5")]
    [InlineData("S_WITHIN(geom, MULTIPOLYGON(((121300 487300,121600 487300,121600 487600,121300 487300))))", "T-2")]
    [InlineData("S_INTERSECTS(geom, MULTIPOINT((121400 487400),(155000 463000)))", "T/1 T-4")]
    [InlineData("S_INTERSECTS(geom, MULTIPOINT(121400 487400,155000 463000))", "T/1 T-4")]
    [InlineData("S_INTERSECTS(geom, MULTILINESTRING((121400 487000,121400 488000)))", "T/1")]
    public Task Rd(string filter, string verwacht) =>
        VindtAsync(filter, verwacht, $"&filter-crs={Epsg(28992)}&filter-lang=cql2-text");

    [Fact(DisplayName = "/req/filter/filter-crs-param: latitude first where the system has it so")]
    public Task Latitude_first() =>
        VindtAsync("S_INTERSECTS(geom, BBOX(52.373,4.893,52.374,4.896))", "T/1 T-2", $"&filter-crs={Epsg(4326)}");

    [Theory(DisplayName = "/req/temporal-functions")]
    [InlineData("T_AFTER(geplant_op, DATE('2010-06-30'))", "T-5 T-6")]
    [InlineData("T_BEFORE(geplant_op, TIMESTAMP('2001-11-15T00:00:00Z'))", "T/1")]
    [InlineData("T_DURING(geplant_op, INTERVAL('2001-11-15','2020-01-01'))", "T-3")]
    [InlineData("T_INTERSECTS(geplant_op, INTERVAL('2001-11-15','2010-06-30'))", "T-2 T-3")]
    [InlineData("T_INTERSECTS(geplant_op, INTERVAL('..','2001-11-15'))", "T/1 T-2")]
    [InlineData("T_DISJOINT(geplant_op, INTERVAL('2000-01-01','..'))", "T/1")]
    [InlineData("T_EQUALS(geplant_op, '2024-02-29')", "T-6")]
    [InlineData("T_STARTS(INTERVAL(geplant_op,'2021-01-01'), INTERVAL('2020-01-01','2022-01-01'))", "T-5")]
    [InlineData("T_MEETS(INTERVAL('2000-01-01',geplant_op), INTERVAL('2001-11-15','2002-01-01'))", "T-2")]
    [InlineData("T_OVERLAPS(INTERVAL(geplant_op,'2010-01-01'), INTERVAL('2005-01-01','2015-01-01'))", "T/1 T-2")]
    public Task Temporal(string filter, string verwacht) => VindtAsync(filter, verwacht);

    [Fact(DisplayName = "/req/filter/mixing-expressions: filter goes together with bbox, datetime and columns")]
    public Task Mixed() => VindtAsync("hoogte > 1", "T/1", "&bbox=4,52,5,53&datetime=../2000-01-01&soort=eik");

    private async Task VindtAsync(string filter, string verwacht, string meer = "") =>
        Assert.Equal(verwacht.Split(' ', StringSplitOptions.RemoveEmptyEntries), await FilterAsync(filter, meer));
}
