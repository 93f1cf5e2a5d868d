using System.Globalization;
using Dapper;
using Npgsql;

namespace Portal.Bench;

/// <summary>
/// What bench/run and bench/begroting measure is done here by the product's own classes, on the database of PORTAL_DB.
/// </summary>
internal static class Program
{
    private const string Uitleg = """
        vragen YEAR AREA TIMES  the p95 of each query, in ms
        sql YEAR                the query of the map, for psql
        tegels Z N mvt|json     N random squares of the map: z/x/y in the first half, then the statements, for psql
        poort LIST N FIRST      N mutations of the files of a list; 1 when one crashes, hangs or takes too much memory
        tel VERSION             sums a version and lets it count; in s
        """;

    private static async Task<int> Main(string[] args)
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        await using var db = NpgsqlDataSource.Create(Environment.GetEnvironmentVariable("PORTAL_DB") ?? "");
        switch (args)
        {
            case ["vragen", var jaar, var gebied, var keer]:
                await foreach (var (naam, p95) in Vragen.MeetAsync(db, Getal(jaar), gebied, Getal(keer)))
                {
                    Schrijf($"{naam} {p95.TotalMilliseconds:0.0}");
                }
                return 0;
            case ["sql", var jaar]:
                Schrijf($"{await Vragen.GeoJsonSqlAsync(db, Getal(jaar))};");
                return 0;
            case ["tegels", var zoom, var aantal, var vorm]:
                var tegels = Tegels.Maak(Getal(zoom), Getal(aantal), vorm == "json").ToList();
                tegels.ForEach(t => Console.WriteLine(t.Pad));
                tegels.ForEach(t => Console.WriteLine(t.Sql.ReplaceLineEndings(" ")));
                return 0;
            case ["tel", var versie]:
                Schrijf($"{(await Sommen.TelAsync(db, Getal(versie))).TotalSeconds:0.0}");
                return 0;
            case ["poort", var lijst, var aantal, var begin]:
                return await PoortOpdracht.DraaiAsync(lijst, Getal(aantal), Getal(begin));
            default:
                await Console.Error.WriteLineAsync(Uitleg);
                return 2;
        }
    }

    private static void Schrijf(FormattableString regel) =>
        Console.WriteLine(regel.ToString(CultureInfo.InvariantCulture));

    private static int Getal(string tekst) => int.Parse(tekst, CultureInfo.InvariantCulture);
}
