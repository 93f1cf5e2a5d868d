using Microsoft.Extensions.Configuration;
using Portal.Data;
using Portal.Web;
using Xunit;

namespace Portal.Tests.Web;

/// <summary>Without a proxy that was named, nobody's word counts about https.</summary>
public sealed class ProxyTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    [Fact]
    public async Task A_reader_cannot_say_that_she_came_by_https()
    {
        using var vraag = new HttpRequestMessage(HttpMethod.Get, "/stad");
        vraag.Headers.Add("X-Forwarded-Proto", "https");
        using var antwoord = await dorp.Http.SendAsync(vraag);

        Assert.False(antwoord.Headers.Contains("Strict-Transport-Security"));
        Assert.DoesNotContain("https://127", await antwoord.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void Proxies_are_addresses_or_networks()
    {
        Assert.Equal(
            ["10.0.0.5/32", "192.168.0.0/16", "::1/128"],
            Lees("10.0.0.5, 192.168.0.0/16,::1").Proxy.Select(p => p.ToString())
        );
        Assert.Empty(Lees("").Proxy);
        Assert.Contains(
            "'nginx'",
            Assert.Throws<InstellingFout>(() => Lees("nginx")).Message,
            StringComparison.Ordinal
        );
    }

    private static Instellingen Lees(string proxy) =>
        Instellingen.Lees(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    new Dictionary<string, string?> { ["PORTAL_DB"] = "Host=x", ["PORTAL_PROXY"] = proxy }
                )
                .Build()
        );
}
