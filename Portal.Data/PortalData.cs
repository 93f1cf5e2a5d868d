using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Portal.Data.Begrotingen;
using Portal.Data.Bekendmakingen;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Data.Indicatoren;
using Portal.Data.Initiatieven;
using Portal.Data.Iv3;

namespace Portal.Data;

/// <summary>The one place where the website's data source and its queries are registered.</summary>
public static class PortalData
{
    /// <summary>The role the website reads as; the migrations create it, it can write nothing.</summary>
    public const string LezerRol = "portal_lezer";

    public static IServiceCollection AddPortalData(
        this IServiceCollection services,
        string connectionString,
        string archief
    )
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        services.AddSingleton(_ => NpgsqlDataSource.Create(AlsLezer(connectionString)));
        services.AddSingleton<BegrotingQueries>();
        services.AddSingleton<BekendmakingQueries>();
        services.AddSingleton<BrugQueries>();
        services.AddSingleton<DatasetQueries>();
        services.AddSingleton<GebiedGeldQueries>();
        services.AddSingleton<GebiedQueries>();
        services.AddSingleton<HerkenningQueries>();
        services.AddSingleton<InitiatiefQueries>();
        services.AddSingleton<MetingQueries>();
        services.AddSingleton<PostQueries>();
        services.AddSingleton<PostDetailQueries>();
        services.AddSingleton(s => new PostArchief(s.GetRequiredService<NpgsqlDataSource>(), archief));
        services.AddSingleton<PostVerschillen>();
        services.AddSingleton<VersieQueries>();
        services.AddSingleton<Iv3Queries>();
        return services;
    }

    /// <summary>The same database, seen through the read-only role, with a limit of five seconds a statement.</summary>
    public static string AlsLezer(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = "portal",
            MaxAutoPrepare = 50,
            NoResetOnClose = true, // no query of the website changes its session
            Options = $"-c role={LezerRol} -c default_transaction_read_only=on -c statement_timeout=5000",
        }.ConnectionString;
}
