using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data.Beheer;
using Portal.Tests.Gebieden;
using Portal.Web.Beheer;
using Xunit;

namespace Portal.Tests.Beheer;

/// <summary>
/// A browser of somebody at /beheer. Its cookies are kept by hand: they are Secure, which Chromium keeps on localhost
/// and
/// .NET does not.
/// </summary>
internal sealed partial class Bezoek(PortalFixture portaal)
{
    public const string Wachtwoord = "kraai-sokken-tafel-mist";

    private readonly Dictionary<string, string> _koekjes = [];

    public string Email { get; private set; } = "";
    public string Geheim { get; private set; } = "";
    public string Pagina { get; private set; } = "";
    public IReadOnlyList<string> Herstelcodes { get; private set; } = [];
    public IReadOnlyDictionary<string, string> Koekjes => _koekjes;
    public List<string> Gezet { get; } = [];

    /// <summary>Somebody who was invited and has just come in.</summary>
    public static async Task<Bezoek> VanAsync(PortalFixture portaal, string rol, string? email = null)
    {
        var bezoek = new Bezoek(portaal);
        await bezoek.KomAsync(email ?? $"{rol}-{Guid.NewGuid():N}@gemeente.example", rol);
        return bezoek;
    }

    /// <summary>The same person, in another browser.</summary>
    public Bezoek Kopie()
    {
        var kopie = new Bezoek(portaal) { Email = Email, Geheim = Geheim };
        foreach (var (naam, waarde) in _koekjes)
        {
            kopie._koekjes[naam] = waarde;
        }
        return kopie;
    }

    public async Task KomAsync(string email, string rol)
    {
        var geheim = await portaal.Services.GetRequiredService<Uitnodigingen>().MaakAsync(email, rol, default);
        Email = email;
        Assert.Equal(HttpStatusCode.OK, await GetAsync($"/beheer/uitnodiging/{geheim}"));
        Geheim = Sleutel().Match(Pagina).Groups[1].Value;
        var status = await PostAsync(
            $"/beheer/uitnodiging/{geheim}",
            ("naam", $"Sam {rol}"),
            ("wachtwoord", Wachtwoord),
            ("code", Totp.Code(Geheim, Totp.Stap(DateTimeOffset.UtcNow))),
            ("sleutel", Verborgen("sleutel"))
        );
        Assert.Equal(HttpStatusCode.OK, status);
        Herstelcodes = [.. Code().Matches(Pagina).Select(m => m.Groups[1].Value)];
        Assert.Equal(10, Herstelcodes.Count);
    }

    public async Task<HttpStatusCode> GetAsync(string pad)
    {
        using var antwoord = await VraagAsync(new(HttpMethod.Get, pad));
        return antwoord.StatusCode;
    }

    /// <summary>Sends a form, with the token of the page that was read last.</summary>
    public async Task<HttpStatusCode> PostAsync(string pad, params (string Naam, string Waarde)[] velden)
    {
        using var antwoord = await StuurAsync(pad, velden);
        return antwoord.StatusCode;
    }

    /// <summary>The same, and where it leads.</summary>
    public async Task<string> NaarAsync(string pad, params (string Naam, string Waarde)[] velden)
    {
        using var antwoord = await StuurAsync(pad, velden);
        return antwoord.Headers.Location?.OriginalString ?? throw new InvalidOperationException(Pagina);
    }

    private Task<HttpResponseMessage> StuurAsync(string pad, (string Naam, string Waarde)[] velden)
    {
        var vraag = new HttpRequestMessage(HttpMethod.Post, pad)
        {
            Content = new FormUrlEncodedContent(
                velden
                    .Append(("__RequestVerificationToken", Verborgen("__RequestVerificationToken")))
                    .Select(v => KeyValuePair.Create(v.Item1, v.Item2))
            ),
        };
        return VraagAsync(vraag);
    }

    public async Task<HttpResponseMessage> VraagAsync(HttpRequestMessage vraag)
    {
        vraag.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _koekjes.Select(k => $"{k.Key}={k.Value}")));
        var antwoord = await portaal.Haast.SendAsync(vraag);
        foreach (var koekje in antwoord.Headers.TryGetValues("Set-Cookie", out var gezet) ? gezet : [])
        {
            Gezet.Add(koekje);
            var delen = koekje.Split(';')[0].Split('=', 2);
            _koekjes[delen[0]] = delen[1];
        }
        var tekst = await antwoord.Content.ReadAsStringAsync();
        Pagina = tekst.Length > 0 ? tekst : Pagina;
        return antwoord;
    }

    /// <summary>Both steps; whether she is in after them.</summary>
    public async Task<bool> LogInAsync(string wachtwoord = Wachtwoord, string? code = null)
    {
        await GetAsync("/beheer/inloggen");
        if (await PostAsync("/beheer/inloggen", ("email", Email), ("wachtwoord", wachtwoord)) != HttpStatusCode.Found)
        {
            return false;
        }
        await GetAsync("/beheer/code");
        return await CodeAsync(code ?? await VerseCodeAsync()) == HttpStatusCode.Found;
    }

    public Task<HttpStatusCode> CodeAsync(string code) => PostAsync("/beheer/code", ("code", code));

    /// <summary>A code that counts, also when that of this half minute was used.</summary>
    public async Task<string> VerseCodeAsync()
    {
        await portaal.Db.ExecuteAsync("update medewerker set totp_stap = 0 where email = @Email", new { Email });
        return Totp.Code(Geheim, Totp.Stap(DateTimeOffset.UtcNow));
    }

    public string Verborgen(string naam) =>
        WebUtility.HtmlDecode(
            Regex
                .Match(Pagina, string.Create(CultureInfo.InvariantCulture, $"name=\"{naam}\"[^>]*value=\"([^\"]*)\""))
                .Groups[1]
                .Value
        );

    [GeneratedRegex("class=\"sleutel\"[^>]*>([A-Z2-7]+)<")]
    private static partial Regex Sleutel();

    [GeneratedRegex("<li><code>([a-z0-9-]+)</code>")]
    private static partial Regex Code();
}
