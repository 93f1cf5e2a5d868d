using System.Text.RegularExpressions;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Localization;

namespace Portal.Web;

/// <summary>
/// How the portal is called and looks: a municipality sets its name, and a folder with its own tokens of NL Design
/// System (<c>thema.css</c>), logo (<c>logo.svg</c>) and fonts. Read at start.
/// </summary>
public sealed partial class Thema : IDisposable
{
    /// <summary>What a browser may load from the folder: whatever else lies in it stays where it is.</summary>
    private static readonly string[] Soorten = [".css", ".svg", ".woff2", ".png"];

    private readonly string? _naam;
    private readonly PhysicalFileProvider? _map;

    public Thema(Instellingen instellingen)
    {
        _naam = instellingen.Naam;
        if (instellingen.Thema is not { } map)
        {
            return;
        }
        _map = new(Path.GetFullPath(map));
        var tekst = File.ReadAllText(Path.Combine(map, "thema.css"));
        Klasse = Themaklasse().Match(tekst) is { Success: true } gevonden ? gevonden.Groups[1].Value : "";
        Stijl =
            $"/thema/thema.css?v={Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(tekst)))[..12]}";
        Logo = _map.GetFileInfo("logo.svg").Exists ? "/thema/logo.svg" : null;
    }

    /// <summary>Themes of NL Design System put their tokens under a class, as in ".groningen-theme".</summary>
    public string Klasse { get; } = "";

    public string? Stijl { get; }

    public string? Logo { get; }

    /// <summary>The name of the portal, as it stands above every page and in its title.</summary>
    public string Naam(string? plaats, IStringLocalizer<Teksten> tekst) =>
        _naam ?? (plaats is null ? tekst["Kaart en buurtbegroting"].Value : tekst["Kaart van {0}", plaats].Value);

    public void Bedien(WebApplication app)
    {
        if (_map is null)
        {
            return;
        }
        app.UseWhen(
            c => Soorten.Contains(Path.GetExtension(c.Request.Path.Value), StringComparer.OrdinalIgnoreCase),
            tak =>
                tak.UseStaticFiles(
                    new StaticFileOptions
                    {
                        FileProvider = _map,
                        RequestPath = "/thema",
                        OnPrepareResponse = c => c.Context.Response.Headers.CacheControl = "no-cache",
                    }
                )
        );
    }

    public void Dispose() => _map?.Dispose();

    [GeneratedRegex(@"\.([a-z0-9-]+-theme)\b")]
    private static partial Regex Themaklasse();
}
