using Portal.Data.Datasets;
using Portal.Data.Iv3;

namespace Portal.Tests.Iv3;

/// <summary>
/// The two real files of CBS, the second first as its awkward twin of six municipalities; empty where they are absent.
/// </summary>
public sealed class Iv3Fixture : PortalFixture
{
    public static readonly string[] Bestanden =
    [
        "awkward/iv3_2024_begroting_win1252_decimaalkomma.csv",
        "iv3_2023_jaarrekening.csv",
        "iv3_2024_begroting.csv",
    ];

    /// <summary>Of the one time that they are loaded.</summary>
    public static List<ImportRapport> Rapporten { get; } = [];

    protected override async Task VulAsync(ITestDatabase database)
    {
        foreach (var bestand in EchteData.Aanwezig ? Bestanden : [])
        {
            Rapporten.Add(
                await new Iv3Import(database.Publicatie).LaadAsync(
                    EchteData.Pad(bestand),
                    new(),
                    CancellationToken.None
                )
            );
        }
    }
}
