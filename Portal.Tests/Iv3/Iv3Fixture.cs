using Portal.Data.Datasets;
using Portal.Data.Iv3;
using Xunit;

namespace Portal.Tests.Iv3;

/// <summary>The two real files of CBS, the second first as its awkward twin of six municipalities; empty where they are absent.</summary>
public sealed class Iv3Fixture : PortalFixture
{
    public const string Naam = nameof(Iv3Fixture);

    public static readonly string[] Bestanden =
    [
        "awkward/iv3_2024_begroting_win1252_decimaalkomma.csv",
        "iv3_2023_jaarrekening.csv",
        "iv3_2024_begroting.csv",
    ];

    public List<ImportRapport> Rapporten { get; } = [];

    protected override async Task VulAsync()
    {
        foreach (var bestand in EchteData.Aanwezig ? Bestanden : [])
        {
            Rapporten.Add(
                await new Iv3Import(Publicatie).LaadAsync(EchteData.Pad(bestand), new(), CancellationToken.None)
            );
        }
    }
}

[CollectionDefinition(Iv3Fixture.Naam)]
public sealed class Iv3Groep : ICollectionFixture<Iv3Fixture>;
