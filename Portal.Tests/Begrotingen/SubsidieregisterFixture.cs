using Portal.Data.Begrotingen;

namespace Portal.Tests.Begrotingen;

/// <summary>
/// The village with a register of subsidies of eight years in the form of Amsterdam's: 206 invented rows.
/// </summary>
public sealed class SubsidieregisterFixture : PortalFixture
{
    public static string Pad => Path.Combine(AppContext.BaseDirectory, "Begrotingen", "register.csv");

    protected override async Task VulAsync(ITestDatabase database)
    {
        await DorpFixture.VulDorpAsync(database);
        await new SubsidieImport(database.Publicatie).LaadAsync(Pad, CancellationToken.None);
    }
}
