using Xunit;

namespace Portal.Tests.Iv3;

public sealed class Iv3LeegTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    [Fact]
    public async Task A_portal_without_iv3_says_so() =>
        Assert.Contains(
            "nog geen cijfers van gemeenten geladen",
            await dorp.Http.GetStringAsync("/begroting/gemeenten"),
            StringComparison.Ordinal
        );
}
