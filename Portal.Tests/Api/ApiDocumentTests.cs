using System.Diagnostics;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Xunit;

namespace Portal.Tests.Api;

/// <summary>
/// The description of the API: what it promises is there, and it follows the rules of the government.
/// </summary>
[Collection(ProgrammaFixture.Naam)]
public sealed class ApiDocumentTests(ProgrammaFixture portaal)
{
    [Fact]
    public async Task Every_example_can_be_asked()
    {
        using var document = JsonDocument.Parse(await portaal.Http.GetStringAsync("/api/v1/openapi.json"));
        var adressen = document
            .RootElement.GetProperty("paths")
            .EnumerateObject()
            .SelectMany(p => Voorbeelden(document.RootElement, p.Name, p.Value.GetProperty("get")))
            .ToList();

        Assert.True(adressen.Count > 40, $"{adressen.Count}");
        foreach (var adres in adressen)
        {
            using var antwoord = await portaal.Http.GetAsync($"/api/v1{adres}");
            Assert.True(antwoord.StatusCode == HttpStatusCode.OK, $"{(int)antwoord.StatusCode} {adres}");
        }
    }

    [SpectralFact]
    public async Task Spectral_finds_no_error_against_the_nl_api_design_rules()
    {
        var bestand = Path.Combine(portaal.Archief, "openapi.json");
        await File.WriteAllTextAsync(bestand, await portaal.Http.GetStringAsync("/api/v1/openapi.json"));

        var (code, tekst) = await SpectralFactAttribute.KeurAsync(bestand);

        Assert.True(
            code == 0 && tekst.Contains("(0 errors", StringComparison.Ordinal)
                || tekst.Contains("No results", StringComparison.Ordinal),
            tekst
        );
    }

    // Each with its own example, and the list without any
    private static IEnumerable<string> Voorbeelden(JsonElement document, string pad, JsonElement get)
    {
        var parameters = get.GetProperty("parameters").EnumerateArray().Select(p => Volg(document, p)).ToList();
        foreach (var p in parameters.Where(p => p.GetProperty("in").GetString() == "path"))
        {
            var waarde = Uri.EscapeDataString(p.GetProperty("example").ToString());
            pad = pad.Replace($"{{{p.GetProperty("name")}}}", waarde, StringComparison.Ordinal);
        }
        yield return pad;
        foreach (var p in parameters.Where(p => p.GetProperty("in").GetString() == "query"))
        {
            if (p.TryGetProperty("example", out var waarde))
            {
                yield return $"{pad}?{p.GetProperty("name")}={Uri.EscapeDataString(waarde.ToString())}";
            }
        }
    }

    private static JsonElement Volg(JsonElement document, JsonElement element) =>
        element.TryGetProperty("$ref", out var naar)
            ? naar.GetString()!.Split('/')[1..].Aggregate(document, (e, deel) => e.GetProperty(deel))
            : element;
}

/// <summary>Skipped where the rule set of the government is not beside the repository.</summary>
public sealed class SpectralFactAttribute : FactAttribute
{
    private static readonly string Hier = Path.GetFullPath(Path.Combine(Map(), ".."));
    private static readonly string Regels = Path.GetFullPath(
        Path.Combine(Hier, "..", "..", "shared", "standards", "adr-linter.yaml")
    );

    public SpectralFactAttribute() => Skip = File.Exists(Regels) ? null : "skipped: no ../shared/standards";

    public static async Task<(int Code, string Tekst)> KeurAsync(string bestand)
    {
        var spectral = Path.Combine(Hier, "Lint", "node_modules", "@stoplight", "spectral-cli", "dist", "index.js");
        var opdracht = new ProcessStartInfo(
            "node",
            [spectral, "lint", "-r", Regels, "--fail-severity", "error", bestand]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var proces = Process.Start(opdracht)!;
        var (uit, fout) = (proces.StandardOutput.ReadToEndAsync(), proces.StandardError.ReadToEndAsync());
        await proces.WaitForExitAsync();
        return (proces.ExitCode, await uit + await fout);
    }

    private static string Map([CallerFilePath] string hier = "") => Path.GetDirectoryName(hier)!;
}
