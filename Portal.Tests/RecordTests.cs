using Portal.Data;
using Xunit;

namespace Portal.Tests;

/// <summary>What is told apart by its place alone stays short (house style, 12).</summary>
public sealed class RecordTests
{
    [Fact]
    public void No_record_has_more_than_twelve_fields_by_place() =>
        Assert.Empty(
            new[] { typeof(Klok).Assembly, typeof(Portal.Web.Adressen).Assembly }
                .SelectMany(a => a.GetTypes())
                .Where(t => t.GetMethod("<Clone>$") is not null)
                .Where(t => t.GetConstructors().Any(c => c.GetParameters().Length > 12))
                .Select(t => t.Name)
        );
}
