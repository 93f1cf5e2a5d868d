using Microsoft.Playwright;

namespace Portal.Tests;

/// <summary>Debian's Chromium: one process for the whole run, a profile of its own for each test.</summary>
internal static class Chromium
{
    private static readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> Process = new(StartAsync);

    /// <summary>A fresh profile, as wide as a phone or a desk, on this portal. It closes with its pages.</summary>
    public static async Task<IBrowserContext> OpenAsync(
        PortalFixture portaal,
        int breed = 1280,
        int hoog = 720,
        bool javascript = true,
        ColorScheme kleuren = ColorScheme.Light
    ) =>
        await (await Process.Value).Browser.NewContextAsync(
            new()
            {
                BaseURL = portaal.Adres.ToString(),
                ViewportSize = new() { Width = breed, Height = hoog },
                JavaScriptEnabled = javascript,
                ColorScheme = kleuren,
            }
        );

    public static async Task CloseAsync()
    {
        if (Process.IsValueCreated)
        {
            var (driver, browser) = await Process.Value;
            await browser.DisposeAsync();
            driver.Dispose();
        }
    }

    private static async Task<(IPlaywright, IBrowser)> StartAsync()
    {
        Assertions.SetDefaultExpectTimeout(30_000); // a busy machine is no fault of the page
        var driver = await Playwright.CreateAsync();
        var browser = await driver.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Environment.GetEnvironmentVariable("PORTAL_TEST_CHROMIUM") ?? "/usr/bin/chromium",
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
        return (driver, browser);
    }
}
