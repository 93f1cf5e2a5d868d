using System.Globalization;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Spectre.Console;

namespace Portal.Web;

/// <summary>
/// What an operator sees of an import: a bar on a terminal and plain lines elsewhere, then the report.
/// </summary>
public static class ImportVerslag
{
    private static readonly CultureInfo Nl = CultureInfo.GetCultureInfo("nl-NL");
    private const int Getoond = 20;
    private const int LangsteMelding = 600;
    private const int LangsteWaarde = 1000;

    public static async Task<ImportRapport> MetVoortgangAsync(Func<IProgress<(int, int)>?, Task<ImportRapport>> import)
    {
        if (Console.IsOutputRedirected)
        {
            await using var regels = new Regels();
            return await import(regels);
        }
        return await AnsiConsole
            .Progress()
            .HideCompleted(true)
            .StartAsync(async context =>
            {
                var taak = context.AddTask("Laden");
                taak.IsIndeterminate = true;
                return await import(new Balk(taak));
            });
    }

    /// <summary>What was wrong with a delivery of which nothing was loaded.</summary>
    public static void ToonGeweigerd(ImportRapport rapport, string archief)
    {
        Console.WriteLine(
            string.Create(
                Nl,
                $"{rapport.Dataset}: {Zin.Veilig(rapport.Bestand)} is geweigerd; gelezen "
                    + $"{Zin.Rijen(rapport.Gelezen)}, geladen geen"
            )
        );
        ToonMeldingen(rapport, archief);
    }

    public static void Toon(ImportRapport rapport, string archief)
    {
        Console.WriteLine(
            $"{rapport.Dataset}, versie {rapport.Versie}: {Zin.Veilig(rapport.Bestand)} (SHA-256 "
                + $"{rapport.Sha256[..12]}…)"
        );
        if (rapport.AlGeladen)
        {
            Console.WriteLine($"  al geladen, SHA-256 {rapport.Sha256}; er is niets veranderd");
            return;
        }
        Console.WriteLine(
            string.Create(
                Nl,
                $"  gelezen {rapport.Gelezen:N0}, geladen {rapport.Geladen:N0}, nieuw of gewijzigd "
                    + $"{rapport.Gewijzigd:N0}, vervallen {rapport.Vervallen:N0}, afgewezen "
                    + $"{Math.Max(rapport.Afwijzingen.Rijen, rapport.EerderAfgewezen):N0}"
            )
        );
        ToonMeldingen(rapport, archief);
        if (rapport.Concept)
        {
            Console.WriteLine(
                $"  dit is een concept: nog niemand ziet het. Publiceren: portal publiceer "
                    + $"{rapport.Dataset} --versie {rapport.Versie}; "
                    + $"weggooien: portal intrekken {rapport.Dataset} --versie {rapport.Versie} --reden \"…\""
            );
        }
    }

    private static void ToonMeldingen(ImportRapport rapport, string archief)
    {
        foreach (var melding in rapport.Meldingen.Take(Getoond))
        {
            Console.WriteLine($"  let op: {Zin.Veilig(melding, LangsteMelding)}");
        }
        Rest(rapport.Meldingen.Count, "meldingen; zie /data op de site");
        foreach (var a in rapport.Afwijzingen.Take(Getoond))
        {
            Console.WriteLine(
                $"  afgewezen, rij {a.Rij}, kolom {Zin.Veilig(a.Kolom, 40)}: "
                    + $"{Zin.Veilig(a.Reden)}{(a.Waarde is null ? "" : $" (er staat: {Zin.Veilig(a.Waarde, 80)})")}"
            );
        }
        if (rapport.Afwijzingen.Count > 0)
        {
            Rest(rapport.Afwijzingen.Count, "afwijzingen");
            Console.WriteLine(Bewaar(rapport, archief));
        }
    }

    public static void Toon(IReadOnlyList<DatasetRow> datasets)
    {
        if (datasets.Count == 0)
        {
            Console.WriteLine(
                "Er is nog niets geladen. Begin met: portal voorbeeld, of: portal import gebieden BESTAND "
                    + "--indeling JAAR."
            );
        }
        foreach (var d in datasets)
        {
            var dagen = (int)(DateTime.UtcNow - d.GeladenOp.ToUniversalTime()).TotalDays;
            Console.WriteLine(
                string.Create(
                    Nl,
                    $"{d.Code, -28} versie {d.Versie, 3}  {d.Rijen, 9:N0} "
                        + $"{(d.Rijen == 1 ? "rij  " : "rijen")}{(d.Afgewezen == 0 ? "" : $", {d.Afgewezen.ToString("N0", Nl)} afgewezen")}  "
                        + $"{(dagen == 0 ? "vandaag" : $"{dagen} dagen oud"), -14} {Zin.Veilig(d.Bestand, 80)}  "
                        + $"({Zin.Veilig(d.Bron, 80)})"
                )
            );
        }
    }

    /// <summary>What is not public, and what can be done with it.</summary>
    public static void Toon(IReadOnlyList<WachtendRow> wachtend)
    {
        foreach (var v in wachtend)
        {
            Console.WriteLine(
                v.Status switch
                {
                    "concept" => string.Create(
                        Nl,
                        $"{v.Code, -28} concept {v.Nummer, 3}  {v.Geladen, 9:N0} "
                            + $"{(v.Geladen == 1 ? "rij" : "rijen")}, nog niet openbaar: "
                            + $"portal publiceer {v.Code} --versie {v.Nummer}"
                    ),
                    "laden" => $"{v.Code, -28} wordt nu geladen: {Zin.Veilig(v.Bestand, 80)}, sinds "
                        + $"{Opmaak.Moment(v.GeladenOp)}",
                    _ => $"{v.Code, -28} mislukt op {Opmaak.Moment(v.GeladenOp)}: {Zin.Veilig(v.Bestand, 80)}. "
                        + $"{Zin.Veilig(v.Reden ?? "", LangsteMelding)}",
                }
            );
        }
    }

    private static void Rest(int aantal, string wat)
    {
        if (aantal > Getoond)
        {
            Console.WriteLine($"  … en nog {aantal - Getoond} {wat}");
        }
    }

    /// <summary>All rejected rows as a CSV.</summary>
    public static void Bewaar(IEnumerable<Afwijzing> afwijzingen, string pad)
    {
        using var bestand = new FileStream(pad, Levering.AlleenVanOns());
        using var schrijver = new StreamWriter(bestand, new System.Text.UTF8Encoding(true));
        schrijver.WriteLine("rij;kolom;waarde;reden");
        foreach (var a in afwijzingen)
        {
            schrijver.WriteLine(string.Join(';', new[] { $"{a.Rij}", a.Kolom, a.Waarde ?? "", a.Reden }.Select(Veld)));
        }
    }

    internal static string Bewaar(ImportRapport rapport, string archief)
    {
        try
        {
            var map = Path.Combine(archief, "afgewezen");
            Levering.MaakMap(map);
            var pad = Path.Combine(map, $"{rapport.Dataset}-{rapport.Sha256[..12]}.csv");
            Bewaar(rapport.Afwijzingen, pad);
            return $"  alle afwijzingen staan in {pad}";
        }
        catch (Exception fout) when (fout is IOException or UnauthorizedAccessException)
        {
            // What was loaded stays loaded: this is only the list.
            return $"  de lijst van afwijzingen kon niet worden geschreven in {archief}: is de schijf vol, of "
                + "ontbreken de "
                + "rechten? Wat hierboven staat, geldt.";
        }
    }

    private static string Veld(string tekst)
    {
        var vrij = Formule.Vrij(tekst.Length > LangsteWaarde ? tekst[..LangsteWaarde] + "…" : tekst);
        return vrij.AsSpan().ContainsAny("\";\r\n") ? $"\"{vrij.Replace("\"", "\"\"")}\"" : vrij;
    }

    /// <summary>For a log: every ten seconds a line, also while nothing is counted.</summary>
    private sealed class Regels : IProgress<(int Gedaan, int Totaal)>, IAsyncDisposable
    {
        private static readonly TimeSpan Om = TimeSpan.FromSeconds(10);
        private readonly System.Diagnostics.Stopwatch _klok = System.Diagnostics.Stopwatch.StartNew();
        private readonly Timer _timer;
        private (int Gedaan, int Totaal) _stand;

        public Regels() => _timer = new(_ => Zeg(), null, Om, Om);

        public void Report((int Gedaan, int Totaal) value) => _stand = value;

        private void Zeg()
        {
            var (gedaan, totaal) = _stand;
            var van = totaal > 0 ? $" van {totaal.ToString("N0", Nl)}" : "";
            var rijen = gedaan == 0 ? "" : $": {gedaan.ToString("N0", Nl)}{van} rijen";
            Console.WriteLine($"  bezig, {_klok.Elapsed.TotalSeconds.ToString("N0", Nl)} seconden{rijen}");
        }

        public ValueTask DisposeAsync() => _timer.DisposeAsync();
    }

    private sealed class Balk(ProgressTask taak) : IProgress<(int Gedaan, int Totaal)>
    {
        public void Report((int Gedaan, int Totaal) value)
        {
            taak.IsIndeterminate = false;
            taak.MaxValue = value.Totaal;
            taak.Value = value.Gedaan;
        }
    }
}
