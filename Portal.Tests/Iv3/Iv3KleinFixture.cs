using Portal.Data.Datasets;
using Portal.Data.Iv3;

namespace Portal.Tests.Iv3;

/// <summary>
/// Eight invented municipalities in the form of the files of CBS: the country among them, cut-off names of taakvelden,
/// one
/// that reported nothing, costs below zero; and the budget first as Excel saves it (Windows-1252, decimal comma, CRLF).
/// </summary>
public sealed class Iv3KleinFixture : PortalFixture
{
    public const string Excel = "iv3_2024_begroting_win1252_decimaalkomma.csv";
    public const string Rekening = "iv3_2023_jaarrekening.csv";
    public const string Begroting = "iv3_2024_begroting.csv";

    /// <summary>Of the one time that they are loaded.</summary>
    public static List<ImportRapport> Rapporten { get; } = [];

    public static string Pad(string bestand) => Path.Combine(AppContext.BaseDirectory, "Iv3", "klein", bestand);

    protected override async Task VulAsync(ITestDatabase database)
    {
        foreach (var bestand in new[] { Excel, Rekening, Begroting })
        {
            Rapporten.Add(
                await new Iv3Import(database.Publicatie).LaadAsync(Pad(bestand), new(), CancellationToken.None)
            );
        }
    }
}
