using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using Portal.Data.Begrotingen;
using Portal.Data.Bekendmakingen;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Data.Indicatoren;
using Portal.Data.Iv3;
using Portal.Data.Lagen;
using Portal.Data.Registers;
using Portal.Data.Uitgaven;
using Portal.Data.Uitvoer;
using Portal.Data.Zoeken;

namespace Portal.Data;

/// <summary>The one place where the website's data source and its queries are registered.</summary>
public static class PortalData
{
    /// <summary>The role the website reads as; the migrations create it, it can write nothing.</summary>
    public const string LezerRol = "portal_lezer";

    public static IServiceCollection AddPortalData(
        this IServiceCollection services,
        string connectionString,
        string archief,
        string uitgaven,
        TimeSpan paginaTijd
    )
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        services.AddSingleton(_ => NpgsqlDataSource.Create(AlsLezer(connectionString, paginaTijd)));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Klok>();
        services.AddSingleton(new Onderwerplijst(Onderwerpen.Alle));
        services.AddSingleton(_ => new DownloadBron(connectionString));
        services.AddScoped<Lezing>();
        services.AddScoped<BegrotingQueries>();
        services.AddScoped<BekendmakingQueries>();
        services.AddScoped<BladQueries>();
        services.AddScoped<BronQueries>();
        services.AddScoped<Bundel>();
        services.AddScoped<BrugQueries>();
        services.AddScoped<CijferQueries>();
        services.AddScoped<CollectieQueries>();
        services.AddScoped<DatasetQueries>();
        services.AddScoped<EigenGebiedQueries>();
        services.AddScoped<GebiedGeldQueries>();
        services.AddScoped<Geldplekken>();
        services.AddScoped<GebiedQueries>();
        services.AddScoped<GebiedslabelQueries>();
        services.AddScoped<HerkenningQueries>();
        services.AddScoped<KaartjeQueries>();
        services.AddScoped<LaagQueries>();
        services.AddScoped<MetingQueries>();
        services.AddScoped<Woorden.PaginatekstQueries>();
        services.AddScoped<PostQueries>();
        services.AddScoped<PostDetailQueries>();
        services.AddSingleton(s => new PostArchief(s.GetRequiredService<DownloadBron>().Db, archief));
        services.AddScoped<PostVerschillen>();
        services.AddScoped<RegisterVersies>();
        services.AddScoped<SamenhangQueries>();
        services.AddScoped<StraatQueries>();
        services.AddScoped<StandQueries>();
        services.AddScoped<TegelQueries>();
        services.AddScoped<UitgaveQueries>();
        services.AddScoped<VersieverschilQueries>();
        services.AddScoped<Uitgever>();
        services.AddSingleton(new Uitgavemap(uitgaven));
        services.AddScoped<Uitvoerder>();
        services.AddScoped<VersieQueries>();
        services.AddScoped<VormQueries>();
        services.AddScoped<ZoekQueries>();
        services.AddScoped<Iv3Queries>();
        return services;
    }

    /// <summary>
    /// Of the 60 that our own PostgreSQL gives: with downloads and the one that listens 27 a node, so that two nodes
    /// and an import fit.
    /// </summary>
    public const int Verbindingen = 20;

    /// <summary>The role an import writes as: rows, no tables.</summary>
    public const string SchrijverRol = "portal_schrijver";

    /// <summary>
    /// The same database for a command that loads or publishes. Who is killed is noticed, so that what it held is free
    /// within seconds; who waits for a lock of a table waits a minute and says so (<see cref="Datasets.Slot"/> is what
    /// imports wait for).
    /// </summary>
    public static string AlsSchrijver(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = "portal import",
            MaxPoolSize = 6,
            CommandTimeout = 0, // a large delivery takes as long as it takes
            Options = $"-c role={SchrijverRol} -c lock_timeout=60s -c client_connection_check_interval=2s",
        }.ConnectionString;

    /// <summary>
    /// The same database, seen through the read-only role, with a limit to the time of a statement: five seconds for a
    /// page.
    /// </summary>
    public static string AlsLezer(string connectionString, TimeSpan? langst = null) =>
        new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = "portal",
            MaxPoolSize = Verbindingen,
            Timeout = 5,
            MaxAutoPrepare = 50,
            NoResetOnClose = true, // no query of the website changes its session
            CancellationTimeout = 500, // milliseconds; then the connection is cut off, and the server sees that
            Options =
                $"-c role={LezerRol} -c default_transaction_read_only=on -c jit=off -c "
                + "client_connection_check_interval=500 -c "
                + $"statement_timeout={(long)(langst ?? TimeSpan.FromSeconds(5)).TotalMilliseconds}",
        }.ConnectionString;
}
