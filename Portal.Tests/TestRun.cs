using System.Reflection;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestFramework("Portal.Tests.TestRun", "Portal.Tests")]
[assembly: CollectionBehavior(MaxParallelThreads = 2)] // our cores; one more made pages wait longer than a browser does

namespace Portal.Tests;

/// <summary>What promises to be ready in seconds runs alone, after the rest.</summary>
[CollectionDefinition(Naam, DisableParallelization = true)]
public static class Alleen
{
    public const string Naam = nameof(Alleen);
}

/// <summary>
/// Every class is a collection and runs beside the others; what they share goes when the last is done.
/// </summary>
public sealed class TestRun(IMessageSink sink) : XunitTestFramework(sink)
{
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Executor(AssemblyName name, ISourceInformationProvider sources, IMessageSink sink)
        : XunitTestFrameworkExecutor(name, sources, sink)
    {
        protected override async void RunTestCases(
            IEnumerable<IXunitTestCase> testCases,
            IMessageSink executionMessageSink,
            ITestFrameworkExecutionOptions executionOptions
        )
        {
            using var run = new Runner(
                TestAssembly,
                testCases,
                DiagnosticMessageSink,
                executionMessageSink,
                executionOptions
            );
            await run.RunAsync();
        }
    }

    private sealed class Runner(
        ITestAssembly assembly,
        IEnumerable<IXunitTestCase> testCases,
        IMessageSink diagnostics,
        IMessageSink results,
        ITestFrameworkExecutionOptions options
    ) : XunitTestAssemblyRunner(assembly, testCases, diagnostics, results, options)
    {
        protected override async Task BeforeTestAssemblyFinishedAsync()
        {
            await Chromium.CloseAsync();
            await TestDatabase.DropTemplatesAsync();
            await base.BeforeTestAssemblyFinishedAsync();
        }
    }
}
