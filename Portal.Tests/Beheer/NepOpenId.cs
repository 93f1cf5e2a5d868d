using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Portal.Tests.Beheer;

/// <summary>A provider of accounts, as that of a municipality: whoever comes is whom the test says.</summary>
internal sealed class NepOpenId : IDisposable
{
    private readonly RsaSecurityKey _sleutel = new(RSA.Create(2048)) { KeyId = "k" };
    private readonly ConcurrentDictionary<string, string> _nonces = [];
    private readonly WebApplication _app;

    /// <summary>Of whoever signs in.</summary>
    public Dictionary<string, object> Claims { get; set; } = [];

    public string Adres => _app.Urls.Single();

    public NepOpenId()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/.well-known/openid-configuration", () => Beschrijving());
        _app.MapGet(
            "/sleutels",
            () => new { keys = new[] { JsonWebKeyConverter.ConvertFromRSASecurityKey(Openbaar()) } }
        );
        _app.MapGet("/in", (string state, string nonce, string redirect_uri) => In(state, nonce, redirect_uri));
        _app.MapPost("/token", async (HttpRequest vraag) => Token((await vraag.ReadFormAsync())["code"]!));
        _app.StartAsync().GetAwaiter().GetResult();
    }

    private object Beschrijving() =>
        new
        {
            issuer = Adres,
            authorization_endpoint = $"{Adres}/in",
            token_endpoint = $"{Adres}/token",
            jwks_uri = $"{Adres}/sleutels",
        };

    private RsaSecurityKey Openbaar() => new(_sleutel.Rsa.ExportParameters(false)) { KeyId = _sleutel.KeyId };

    private IResult In(string state, string nonce, string terug)
    {
        var code = Guid.NewGuid().ToString("N");
        _nonces[code] = nonce;
        return Results.Redirect($"{terug}?code={code}&state={Uri.EscapeDataString(state)}");
    }

    private object Token(string code)
    {
        _nonces.TryRemove(code, out var nonce);
        var token = new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Adres,
                Audience = "portaal",
                Expires = DateTime.UtcNow.AddMinutes(5),
                Claims = new Dictionary<string, object>(Claims) { ["sub"] = "1", ["nonce"] = nonce! },
                SigningCredentials = new(_sleutel, SecurityAlgorithms.RsaSha256),
            }
        );
        return new
        {
            access_token = "x",
            token_type = "Bearer",
            id_token = token,
        };
    }

    public void Dispose() => _app.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
