namespace Portal.Tests.Gebieden;

/// <summary>A portal that nobody loaded anything into.</summary>
public sealed class LeegFixture : PortalFixture
{
    protected override Task VulAsync(ITestDatabase database) => Task.CompletedTask;
}
