using System.Diagnostics;
using Xunit;

namespace Portal.Tests.Uitvoer;

/// <summary>Runs a program of others on a file that the portal gave.</summary>
internal static class Programma
{
    public static async Task<string> VoerUitAsync(string map, string programma, params string[] woorden)
    {
        var start = new ProcessStartInfo(programma, woorden)
        {
            WorkingDirectory = map,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var proces = Process.Start(start)!;
        var fouten = proces.StandardError.ReadToEndAsync();
        var uit = await proces.StandardOutput.ReadToEndAsync();
        await proces.WaitForExitAsync();
        Assert.True(proces.ExitCode == 0, $"{programma} {string.Join(' ', woorden)}: {await fouten}");
        return uit;
    }
}
