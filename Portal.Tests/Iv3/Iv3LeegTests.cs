using Xunit;

namespace Portal.Tests.Iv3;

[Collection(VoorbeeldFixture.Naam)]
public sealed class Iv3LeegTests(VoorbeeldFixture voorbeeld)
{
    [Fact]
    public async Task A_portal_without_iv3_says_so() =>
        Assert.Contains("nog geen cijfers van gemeenten geladen", await voorbeeld.Http.GetStringAsync("/begroting/gemeenten"), StringComparison.Ordinal);
}
