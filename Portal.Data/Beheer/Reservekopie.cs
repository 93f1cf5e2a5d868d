using System.Diagnostics;
using System.Formats.Tar;
using System.Globalization;
using System.Security.Cryptography;
using Dapper;
using Npgsql;
using Portal.Data.Datasets;

namespace Portal.Data.Beheer;

/// <summary>What a dataset that is public holds: as many rows of these values.</summary>
public sealed record Datasetsom(string Code, int Versie, string Sha256, long Rijen, string Som)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Code};{Versie};{Sha256};{Rijen};{Som}");
}

/// <summary>
/// Everything that the portal cannot make again, in one folder: the database (pg_dump, custom format), the archive of
/// deliveries, the keys, and the sums by which a restore is checked.
/// </summary>
/// <param name="database">The login that owns the tables.</param>
public sealed class Reservekopie(string database, string archief, string sleutels)
{
    private const string Dump = "database.dump";
    private const string Archief = "archief.tar";
    private const string Sleutels = "sleutels.tar";
    private const string Sommen = "datasets.csv";
    private const string Lijst = "SHA256SUMS";

    /// <summary>Into a new folder; nothing half-made has its name.</summary>
    /// <returns>What is in it.</returns>
    public async Task<IReadOnlyList<Datasetsom>> MaakAsync(string map, CancellationToken ct)
    {
        if (Directory.Exists(map) || File.Exists(map))
        {
            throw new ImportFout($"{map} bestaat al. Noem een map die er nog niet is.");
        }
        var half = $"{map.TrimEnd('/')}.half";
        if (Directory.Exists(half))
        {
            Directory.Delete(half, recursive: true);
        }
        Levering.MaakMap(half);
        // Every file that a version names is there before the version is: so the database first, then the archive
        await using var db = NpgsqlDataSource.Create(database);
        var sommen = await SommenAsync(db, ct);
        await DraaiAsync(
            "pg_dump",
            ["--format=custom", "--no-owner", "--no-comments", "--file", Path.Combine(half, Dump)],
            ct
        );
        await PakAsync(archief, Path.Combine(half, Archief), ct);
        await PakAsync(sleutels, Path.Combine(half, Sleutels), ct);
        await File.WriteAllLinesAsync(Path.Combine(half, Sommen), sommen.Select(s => s.ToString()), ct);
        await File.WriteAllLinesAsync(Path.Combine(half, Lijst), await HashesAsync(half, ct), ct);
        Directory.Move(half, map);
        return sommen;
    }

    /// <summary>Into an empty database and empty folders, and only a copy that is whole.</summary>
    /// <exception cref="ImportFout">The copy is damaged, or there is something already.</exception>
    public async Task<IReadOnlyList<Datasetsom>> ZetTerugAsync(string map, CancellationToken ct)
    {
        await EisHeelAsync(map, ct);
        EisLeeg(archief);
        EisLeeg(sleutels);
        await using var db = NpgsqlDataSource.Create(database);
        await EisLegeDatabaseAsync(db, ct);
        await DraaiAsync(
            "pg_restore",
            [
                "--no-owner",
                "--no-comments",
                "--exit-on-error",
                "--single-transaction",
                "--dbname",
                Naam,
                Path.Combine(map, Dump),
            ],
            ct
        );
        await PakUitAsync(Path.Combine(map, Archief), archief, ct);
        await PakUitAsync(Path.Combine(map, Sleutels), sleutels, ct);
        var sommen = await SommenAsync(db, ct);
        var bewaard = await File.ReadAllLinesAsync(Path.Combine(map, Sommen), ct);
        var anders = bewaard.Except(sommen.Select(s => s.ToString())).ToList();
        return anders.Count == 0 && bewaard.Length == sommen.Count
            ? sommen
            : throw new ImportFout(
                "De database is teruggezet, maar van deze datasets klopt de som niet: "
                    + $"{string.Join(", ", anders.Select(a => a.Split(';')[0]))}."
            );
    }

    /// <summary>Of each dataset that is public: how many rows, and a sum over all their values.</summary>
    public static async Task<IReadOnlyList<Datasetsom>> SommenAsync(NpgsqlDataSource db, CancellationToken ct)
    {
        const string versies = """
            select d.code, d.onderwerp, v.id, v.nummer, v.sha256
            from dataset d join versie v on v.dataset_id = d.id and v.status = 'gepubliceerd' order by d.code
            """;

        await using var connection = await db.OpenConnectionAsync(ct);
        var sommen = new List<Datasetsom>();
        var lijst = await connection.QueryAsync<(string Code, string Onderwerp, int Id, int Nummer, string Sha256)>(
            new(versies, cancellationToken: ct)
        );
        foreach (var v in lijst.ToList())
        {
            var (rijen, som) = (0L, 0m);
            foreach (var tabel in Onderwerpen.Van(v.Onderwerp).Tabellen)
            {
                var (n, s) = await connection.QuerySingleAsync<(long, decimal)>(
                    new(SomSql(tabel), new { v.Id }, commandTimeout: 0, cancellationToken: ct)
                );
                (rijen, som) = (rijen + n, som + s);
            }
            sommen.Add(new(v.Code, v.Nummer, v.Sha256, rijen, som.ToString(CultureInfo.InvariantCulture)));
        }
        return sommen;
    }

    private static string SomSql(Tabel tabel)
    {
        var waar =
            tabel.Leven == Leven.Geheel
                ? "t.versie_id = @Id"
                : "t.dataset_id = (select dataset_id from versie where id = @Id) and t.vanaf <= @Id and (t.tot "
                    + "is null or t.tot > @Id)";
        return $"select count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) from {tabel.Naam} t "
            + $"where {waar}";
    }

    private NpgsqlConnectionStringBuilder Verbinding => new(database);

    private string Naam => Verbinding.Database ?? "portal";

    private async Task DraaiAsync(string programma, string[] argumenten, CancellationToken ct)
    {
        var (verbinding, pad) = (Verbinding, Programma(programma));
        var start = new ProcessStartInfo(pad) { RedirectStandardError = true };
        foreach (var argument in argumenten)
        {
            start.ArgumentList.Add(argument);
        }
        (start.Environment["PGHOST"], start.Environment["PGUSER"]) = (verbinding.Host, verbinding.Username);
        start.Environment["PGPORT"] = verbinding.Port.ToString(CultureInfo.InvariantCulture);
        (start.Environment["PGDATABASE"], start.Environment["PGPASSWORD"]) = (Naam, verbinding.Password);
        using var proces = Process.Start(start)!;
        var fout = await proces.StandardError.ReadToEndAsync(ct);
        await proces.WaitForExitAsync(ct);
        if (proces.ExitCode != 0)
        {
            var regel = fout.Split('\n').FirstOrDefault(r => r.Length > 0);
            throw new ImportFout($"{programma} is niet gelukt: {regel}. Er is niets veranderd.");
        }
    }

    // Debian keeps those of each version in a folder of its own; the newest reads all that are older
    private static string Programma(string naam)
    {
        const string debian = "/usr/lib/postgresql";
        var versies = Directory.Exists(debian) ? Directory.GetDirectories(debian) : [];
        return versies
                .OrderByDescending(v =>
                    int.TryParse(Path.GetFileName(v), CultureInfo.InvariantCulture, out var n) ? n : 0
                )
                .Select(v => Path.Combine(v, "bin", naam))
                .FirstOrDefault(File.Exists)
            ?? naam;
    }

    private static async Task PakAsync(string map, string naar, CancellationToken ct)
    {
        Levering.MaakMap(map);
        await using var tar = new FileStream(naar, Levering.AlleenVanOns());
        await TarFile.CreateFromDirectoryAsync(map, tar, includeBaseDirectory: false, ct);
    }

    private static async Task PakUitAsync(string van, string map, CancellationToken ct)
    {
        Levering.MaakMap(map);
        await TarFile.ExtractToDirectoryAsync(van, map, overwriteFiles: false, ct);
    }

    private static async Task<IReadOnlyList<string>> HashesAsync(string map, CancellationToken ct)
    {
        var regels = new List<string>();
        foreach (var naam in new[] { Dump, Archief, Sleutels, Sommen })
        {
            await using var bestand = File.OpenRead(Path.Combine(map, naam));
            regels.Add($"{Convert.ToHexStringLower(await SHA256.HashDataAsync(bestand, ct))}  {naam}");
        }
        return regels;
    }

    private static async Task EisHeelAsync(string map, CancellationToken ct)
    {
        if (!File.Exists(Path.Combine(map, Lijst)))
        {
            throw new ImportFout($"In {map} staat geen reservekopie: {Lijst} ontbreekt. Er is niets veranderd.");
        }
        foreach (var naam in new[] { Dump, Archief, Sleutels, Sommen }.Where(n => !File.Exists(Path.Combine(map, n))))
        {
            throw new ImportFout($"In de reservekopie ontbreekt {naam}. Er is niets veranderd.");
        }
        var verwacht = await File.ReadAllLinesAsync(Path.Combine(map, Lijst), ct);
        var anders = (await HashesAsync(map, ct)).Except(verwacht).Select(r => r[66..]).ToList();
        if (anders.Count > 0)
        {
            throw new ImportFout(
                $"De reservekopie is beschadigd: {string.Join(", ", anders)} is anders dan toen hij werd gemaakt. "
                    + "Er is niets veranderd."
            );
        }
    }

    private static void EisLeeg(string map)
    {
        if (Directory.Exists(map) && Directory.EnumerateFileSystemEntries(map).Any())
        {
            throw new ImportFout($"{map} is niet leeg. Zet terug op een nieuwe plek. Er is niets veranderd.");
        }
    }

    private static async Task EisLegeDatabaseAsync(NpgsqlDataSource db, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        if (
            await connection.QuerySingleAsync<bool>(
                new("select to_regclass('public.versie') is not null", cancellationToken: ct)
            )
        )
        {
            throw new ImportFout(
                "In de database staat al een portaal. Zet terug in een lege database. Er is niets veranderd."
            );
        }
    }
}
