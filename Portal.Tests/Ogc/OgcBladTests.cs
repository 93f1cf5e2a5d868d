using Portal.Tests.Api;
using Portal.Tests.Web;
using Xunit;

namespace Portal.Tests.Ogc;

/// <summary>The pages for programmers are for people too.</summary>
[Collection(ProgrammaFixture.Naam)]
public sealed class OgcBladTests(ProgrammaFixture portaal)
{
    [Fact]
    public Task They_break_no_rule_of_axe_and_fit_a_phone() =>
        Scherm.ZonderGebrekenAsync(
            portaal,
            [
                "/api/v1",
                "/ogc",
                "/ogc/api",
                "/ogc/collections/bomen/queryables",
                "/ogc/collections/bomen/items",
                "/ogc/collections/bomen/items/bomenlijst:T%2F1",
            ],
            360,
            740,
            null
        );
}
