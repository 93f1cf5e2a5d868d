using Xunit;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Portal.Tests.BrowsersFirst", "Portal.Tests")]

namespace Portal.Tests;

/// <summary>What takes longest starts first, or the last minute would be one class on one core.</summary>
public sealed class BrowsersFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections
            .OrderByDescending(c => c.DisplayName.Contains("BrowserTests", StringComparison.Ordinal))
            .ThenBy(c => c.DisplayName, StringComparer.Ordinal);
}
