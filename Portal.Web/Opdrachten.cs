using System.CommandLine;
using Npgsql;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Data.Indicatoren;
using Portal.Data.Initiatieven;
using Portal.Data.Oordelen;
using Portal.Data.Voorbeeld;

namespace Portal.Web;

/// <summary>The run modes beside the website. Exit code 0: done; 1: done, but rows were rejected; 2: nothing was done.</summary>
public static partial class Opdrachten
{
    private static readonly Option<bool> Krimp = new("--krimp-toegestaan")
    {
        Description = "Ook laden als er meer dan 20 % minder rijen zijn dan in de vorige versie.",
    };
    private static readonly Option<bool> Opnieuw = new("--opnieuw")
    {
        Description = "Ook laden als precies dit bestand al is geladen.",
    };

    /// <summary>Whether the arguments name a run mode; without, the website is served.</summary>
    public static bool Herkent(string[] args) =>
        args.Length > 0
        && args[0] != "serve"
        && (!args[0].StartsWith("--", StringComparison.Ordinal) || args[0] is "--help" or "--version");

    public static async Task<int> VoerUitAsync(string[] args)
    {
        try
        {
            var resultaat = Wortel().Parse(args);
            var code = await resultaat.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
            return resultaat.Errors.Count > 0 ? 2 : code;
        }
        catch (AfgekeurdeLevering fout)
        {
            ImportVerslag.ToonGeweigerd(fout.Rapport, Nu().Archief);
            await Console.Error.WriteLineAsync(fout.Message);
        }
        catch (ImportFout fout)
        {
            await Console.Error.WriteLineAsync(fout.Message);
        }
        catch (NpgsqlException fout) when (fout is not PostgresException)
        {
            await Console.Error.WriteLineAsync(
                $"De database is niet te bereiken ({fout.Message}). Draait PostGIS en klopt PORTAL_DB?"
            );
        }
        catch (PostgresException fout)
        {
            await Console.Error.WriteLineAsync(
                $"De database weigert: {fout.MessageText}. {(fout.SqlState == "42P01" ? "Draai eerst: portal migrate." : "")}"
            );
        }
        catch (Exception fout) when (fout is not OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(
                $"Onverwachte fout, er is niets veranderd. Meld dit aan de makers: {fout}"
            );
        }
        return 2;
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
                    await using var db = Database();
                    var nieuw = await Migrator.MigrateAsync(db, ct);
                    Console.WriteLine(
                        nieuw.Count == 0 ? "De database was al bij." : $"Toegepast: {string.Join(", ", nieuw)}"
                    );
                    if (await new OordeelImport(db, Nu().Archief).WerkOudeBijAsync(ct) is > 0 and var posten)
                    {
                        Console.WriteLine(
                            $"In {posten} posten van eerdere leveringen zijn de teksten opnieuw beoordeeld: namen van personen zijn weggelaten."
                        );
                    }
                    return 0;
                }
            ),
            new Command("import", "Een levering laden.")
            {
                Gebieden(),
                Namen(),
                Inwoners(),
                Sleutel(),
                Bestand("subsidies", "Een subsidieregister (CSV of XLSX).", p => new SubsidieImport(p).LaadAsync),
                Bestand("begroting", "Een begrotingslevering (CSV of XLSX).", p => new BegrotingImport(p).LaadAsync),
                Bestand("initiatieven", "Een buurtbudget (.pb).", p => new InitiatiefImport(p).LaadAsync),
                Bestand(
                    "ses",
                    "De sociaal-economische score SES-WOA van CBS (CSV van StatLine).",
                    p => new SesImport(p).LaadAsync
                ),
                Iv3(),
                ImportOordelen(),
            },
            Voorbeeld(),
            Doe(
                "status",
                "Wat er is geladen.",
                [],
                async (_, ct) =>
                {
                    await using var db = Database();
                    ImportVerslag.Toon(await new DatasetQueries(Lezing.Los(db)).ListAsync(ct));
                    return 0;
                }
            ),
            Terug(),
            Dekking(),
            OordeelLijst(),
            Sql(),
        };

    private static Command Gebieden()
    {
        var bestand = new Argument<string>("bestand");
        var indeling = new Option<short>("--indeling")
        {
            Required = true,
            Description = "Jaar van de indeling, bijvoorbeeld 2022.",
        };
        var soort = new Option<string?>("--soort")
        {
            Description = "buurt, wijk, gebied of stadsdeel; anders volgt het uit het bestand.",
        };
        soort.AcceptOnlyFromAmong("buurt", "wijk", "gebied", "stadsdeel");
        var gemeente = new Option<string?>("--gemeente") { Description = "Code van de gemeente, bijvoorbeeld GM0363." };
        var naam = new Option<string?>("--naam") { Description = "Naam van de gemeente." };
        var namen = new Option<bool>("--alleen-namen")
        {
            Description =
                "Alleen de namen en codes van gebieden, voor gebieden die uit hun buurten zijn samengesteld (GeoJSON of codelijst).",
        };
        return Doe(
            "gebieden",
            "Buurten, wijken, gebieden of stadsdelen (GeoJSON, of JSON van de Amsterdamse API).",
            [bestand, indeling, soort, gemeente, naam, namen, Krimp, Opnieuw],
            (r, ct) =>
                ImporteerAsync(
                    r,
                    p =>
                        r.GetValue(namen)
                            ? new GebiedNamenImport(p).LaadAsync(r.GetRequiredValue(bestand), r.GetValue(indeling), ct)
                            : new GebiedImport(p).LaadAsync(
                                r.GetRequiredValue(bestand),
                                new(r.GetValue(indeling), r.GetValue(soort), r.GetValue(gemeente), r.GetValue(naam)),
                                ct
                            )
                )
        );
    }

    private static Command Inwoners()
    {
        var bestand = new Argument<string>("bestand");
        var jaar = new Option<short?>("--jaar")
        {
            Description = "Het jaar waarvan de aantallen zijn; niet nodig als het bestand het zegt (BBGA).",
        };
        var bron = new Option<string?>("--bron") { Description = "Waar de aantallen van een CSV vandaan komen." };
        return Doe(
            "inwoners",
            "Inwoners per gebied (GeoJSON met aantal_inwoners, CSV met code;inwoners, of de BBGA met alle jaren).",
            [bestand, jaar, bron, Krimp, Opnieuw],
            (r, ct) =>
                ImporteerAsync(
                    r,
                    p =>
                        new InwonersImport(p).LaadAsync(
                            r.GetRequiredValue(bestand),
                            r.GetValue(jaar),
                            r.GetValue(bron),
                            ct
                        )
                )
        );
    }

    private static Command Sleutel()
    {
        var bestand = new Argument<string>("bestand");
        var naam = new Option<string>("--naam") { Required = true, Description = "Bijvoorbeeld bomen." };
        var jaar = new Option<short>("--jaar") { Required = true };
        var bron = new Option<string>("--bron") { Required = true, Description = "Waar de gewichten vandaan komen." };
        return Doe(
            "sleutel",
            "Een verdeelsleutel (CSV met code;gewicht).",
            [bestand, naam, jaar, bron, Krimp, Opnieuw],
            (r, ct) =>
                ImporteerAsync(
                    r,
                    p =>
                        new SleutelImport(p).LaadAsync(
                            r.GetRequiredValue(bestand),
                            r.GetRequiredValue(naam),
                            r.GetValue(jaar),
                            r.GetRequiredValue(bron),
                            ct
                        )
                )
        );
    }

    private static Command Bestand(
        string naam,
        string uitleg,
        Func<Publicatie, Func<string, CancellationToken, Task<ImportRapport>>> import
    )
    {
        var bestand = new Argument<string>("bestand");
        return Doe(
            naam,
            uitleg,
            [bestand, Krimp, Opnieuw],
            (r, ct) => ImporteerAsync(r, p => import(p)(r.GetRequiredValue(bestand), ct))
        );
    }

    /// <summary>Prints the queries behind the pages with their parameters filled in, for the benchmarks.</summary>
    private static Command Sql()
    {
        var jaar = new Option<int>("--jaar") { Required = true };
        var gebied = new Option<string>("--gebied") { DefaultValueFactory = _ => "" };
        Command Toon(string naam, string sql, string soort) =>
            Doe(
                naam,
                $"De vraag achter {naam}.",
                [jaar, gebied],
                async (r, ct) =>
                {
                    await using var db = Database();
                    var keuze = (await new BegrotingQueries(Lezing.Los(db)).AanbodAsync(ct)).Kies(
                        new(r.GetValue(jaar), null, null, null, null)
                    )!;
                    Console.WriteLine(
                        sql.Replace("@Jaarsoort", $"'{keuze.Jaarsoort}'")
                            .Replace("@jaarsoort", $"'{keuze.Jaarsoort}'")
                            .Replace("@PerHoofd", "true")
                            .Replace("@Soort", $"'{soort}'")
                            .Replace("@Code", $"'{r.GetValue(gebied)}'")
                            .Replace("@VersieId", $"{r.GetValue(jaar)}")
                            .Replace("@Jaar", $"{keuze.Jaar}")
                            .Replace("@jaar", $"{keuze.Jaar}")
                            .Replace("@Fase", $"'{keuze.Fase}'")
                            .Replace("@fase", $"'{keuze.Fase}'")
                            .Replace("@Bl", $"'{keuze.Bl}'")
                            .Replace("@bl", $"'{keuze.Bl}'")
                            .Replace("@Programma", "null")
                            .Replace("@Tel", $"'{keuze.Tel}'") + ";"
                    );
                    return 0;
                }
            );
        return new Command("sql", "De SQL achter een pagina tonen, om te meten.")
        {
            Toon("buurten-geojson", BegrotingQueries.GeoJsonSql, "buurt"),
            Toon("stad", BegrotingQueries.OverzichtSql, "buurt"),
            Toon("gebied", BegrotingQueries.SommenSql, "buurt"),
            Toon("brug", BrugQueries.BrugSql, "stad"),
        };
    }

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

    private static async Task<int> ImporteerAsync(ParseResult r, Func<Publicatie, Task<ImportRapport>> import)
    {
        await using var db = Database();
        var rapport = await ImportVerslag.MetVoortgangAsync(voortgang =>
            import(
                new Publicatie(db, Nu().Archief)
                {
                    MagKrimpen = r.GetValue(Krimp),
                    Opnieuw = r.GetValue(Opnieuw),
                    Voortgang = voortgang,
                }
            )
        );
        ImportVerslag.Toon(rapport, Nu().Archief);
        return rapport.Afwijzingen.Count > 0 ? 1 : 0;
    }

    private static NpgsqlDataSource Database()
    {
        Dapper.DefaultTypeMap.MatchNamesWithUnderscores = true;
        return NpgsqlDataSource.Create(Nu().Database);
    }

    private static Instellingen Nu() => Instellingen.Lees(new ConfigurationBuilder().AddEnvironmentVariables().Build());
}
