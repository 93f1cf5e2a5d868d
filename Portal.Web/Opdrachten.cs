using System.CommandLine;
using Npgsql;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Data.Indicatoren;
using Portal.Data.Initiatieven;
using Portal.Data.Oordelen;
using Portal.Data.Voorbeeld;

namespace Portal.Web;

/// <summary>
/// The run modes beside the website. Exit code 0: done; 1: done, but rows were rejected; 2: nothing was done.
/// </summary>
public static partial class Opdrachten
{
    /// <summary>Whether the arguments name a run mode; without, the website is served.</summary>
    public static bool Herkent(string[] args) =>
        args.Length > 0
        && args[0] != "serve"
        && (!args[0].StartsWith("--", StringComparison.Ordinal) || args[0] is "--help" or "--version");

    public static async Task<int> VoerUitAsync(string[] args)
    {
        try
        {
            var wortel = Wortel();
            Opdrachthulp.Vertaal(wortel);
            var resultaat = wortel.Parse(args);
            if (resultaat.Errors.Count > 0 && resultaat.Action is not Opdrachthulp)
            {
                await Console.Error.WriteLineAsync(Opdrachtfouten.AlsTekst(resultaat));
                return 2;
            }
            return await resultaat.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
        }
        catch (AfgekeurdeLevering fout)
        {
            ImportVerslag.ToonGeweigerd(fout.Rapport, Nu().Archief);
            await ZegAsync(fout.Message);
        }
        catch (Exception fout) when (fout is ImportFout or InstellingFout)
        {
            await ZegAsync(fout.Message);
        }
        catch (PostgresException fout)
        {
            await ZegAsync($"De database weigert: {Leesfouten.Database(fout)}");
        }
        catch (NpgsqlException)
        {
            await ZegAsync(
                "De database is niet te bereiken, of de verbinding viel weg. Draait PostGIS en klopt PORTAL_DB?"
            );
        }
        catch (Exception fout) when (fout is IOException or UnauthorizedAccessException)
        {
            await ZegAsync($"Een bestand of map kan niet worden gelezen of geschreven: {fout.Message}");
        }
        catch (Exception fout) when (fout is not OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(
                $"Onverwachte fout. Kijk met portal status wat er geldt, en meld dit aan de makers: {fout}"
            );
        }
        return 2;
    }

    // A sentence may quote a file.
    private static async Task ZegAsync(string zinnen)
    {
        foreach (var zin in zinnen.Split('\n'))
        {
            await Console.Error.WriteLineAsync(Zin.Veilig(zin.TrimEnd('\r'), 1000));
        }
    }

    private static async Task ZegArchiefAsync(NpgsqlDataSource db, CancellationToken ct)
    {
        if (await new Archiefstand(db, Nu().Archief).OntbreektAsync(ct) is { } zin)
        {
            await ZegAsync(zin);
        }
    }

    private static RootCommand Wortel() =>
        new("Kaart van West & Buurtbegroting: het portaal en zijn beheer.")
        {
            new Command("serve", "De website aanbieden."),
            Doe(
                "migrate",
                "De database op orde brengen.",
                [],
                async (_, ct) =>
                {
                    await using var eigenaar = Bron(Nu().DatabaseVanMigraties);
                    var nieuw = await Migrator.MigrateAsync(eigenaar, ct);
                    await using var db = Database();
                    await Versies(db).MarkeerAfgebrokenAsync(ct);
                    Console.WriteLine(
                        nieuw.Count == 0 ? "De database was al bij." : $"Toegepast: {string.Join(", ", nieuw)}"
                    );
                    if (await new OordeelImport(db, Nu().Archief).WerkOudeBijAsync(ct) is > 0 and var posten)
                    {
                        Console.WriteLine(
                            $"In {posten} posten van eerdere leveringen zijn de teksten opnieuw beoordeeld: "
                                + "namen van personen zijn weggelaten."
                        );
                    }
                    return 0;
                }
            ),
            Import(),
            Sync(),
            GemeenteOpdracht(),
            Voorbeeld(),
            Doe(
                "status",
                "Wat er is geladen.",
                [],
                async (_, ct) =>
                {
                    await using var db = Database();
                    ImportVerslag.Toon(await new DatasetQueries(Lezing.Los(db)).ListAsync(ct));
                    await Versies(db).MarkeerAfgebrokenAsync(ct);
                    ImportVerslag.Toon(await Versies(db).WachtendAsync(ct));
                    await ZegArchiefAsync(db, ct);
                    return 0;
                }
            ),
            Publiceer(),
            Intrekken(),
            Terug(),
            Dekking(),
            OordeelLijst(),
            Plaatsen(),
            BeheerOpdracht(),
            Backup(),
            Restore(),
            Audit(),
        };

    private static Command Doe(
        string naam,
        string uitleg,
        Symbol[] symbolen,
        Func<ParseResult, CancellationToken, Task<int>> actie
    )
    {
        var command = new Command(naam, uitleg);
        foreach (var symbool in symbolen)
        {
            if (symbool is Argument argument)
            {
                command.Arguments.Add(argument);
            }
            else
            {
                command.Options.Add((Option)symbool);
            }
        }
        command.SetAction(actie);
        return command;
    }

    private static NpgsqlDataSource Database() => Bron(PortalData.AlsSchrijver(Nu().DatabaseVanImports));

    private static NpgsqlDataSource Bron(string verbinding)
    {
        Dapper.DefaultTypeMap.MatchNamesWithUnderscores = true;
        return NpgsqlDataSource.Create(verbinding);
    }

    private static Instellingen Nu()
    {
        var nu = Instellingen.Lees(new ConfigurationBuilder().AddEnvironmentVariables().Build());
        Grenzen.Nu = nu.Grenzen;
        return nu;
    }
}
