using System.Diagnostics;
using Npgsql;
using Portal.Data;
using Portal.Data.Datasets;

namespace Portal.Bench;

/// <summary>A file as it should be, and how it is imported.</summary>
public sealed record Zaad(string Soort, string Naam, byte[] Inhoud, Keuzes Keuzes);

/// <summary>What came of mutated files.</summary>
/// <param name="Kapot">What was neither loaded nor refused in a sentence, with what makes it happen again.</param>
public sealed record PoortUitslag(int Geladen, int Geweigerd, IReadOnlyList<string> Kapot, TimeSpan Langst, string Traagst);

/// <summary>
/// Gives mutated files to the product's own imports, up to the concept, and throws that away again: what the database
/// holds stays the same, so each file meets the same portal.
/// </summary>
public static class Poort
{
    private static readonly TimeSpan TeLang = TimeSpan.FromSeconds(10);

    /// <param name="zaden">Each is mutated in turn.</param>
    /// <param name="getallen">One mutation for each.</param>
    public static async Task<PoortUitslag> DraaiAsync(
        NpgsqlDataSource db,
        string archief,
        IReadOnlyList<Zaad> zaden,
        IEnumerable<int> getallen
    )
    {
        var soorten = Onderwerpen.Alle.SelectMany(o => o.Imports).ToDictionary(s => s.Naam);
        var (geladen, geweigerd, kapot) = (0, 0, new List<string>());
        var (langst, traagst) = (TimeSpan.Zero, "");
        var map = Directory.CreateTempSubdirectory("portal-poort");
        foreach (var getal in getallen)
        {
            var zaad = zaden[(int)((uint)getal % zaden.Count)];
            var naam = $"{zaad.Naam} zaad {getal}";
            var pad = Path.Combine(map.FullName, zaad.Naam);
            await File.WriteAllBytesAsync(pad, Mutatie.Muteer(zaad.Inhoud, getal));
            var klok = Stopwatch.StartNew();
            try
            {
                var rapport = await soorten[zaad.Soort]
                    .Laad(Publicatie(db, archief), pad, zaad.Keuzes, CancellationToken.None)
                    .WaitAsync(3 * TeLang);
                geladen++;
                if (rapport.Concept)
                {
                    await new Versiebeheer(db, archief).TrekInAsync(rapport.Dataset, rapport.Versie, "poort", default);
                }
            }
            catch (Exception fout) when (fout is ImportFout or AfgekeurdeLevering)
            {
                geweigerd++;
            }
            catch (Exception fout)
            {
                kapot.Add($"{naam}: {fout.GetType().Name} {fout.Message} {Waar(fout)}");
            }
            (langst, traagst) = klok.Elapsed > langst ? (klok.Elapsed, naam) : (langst, traagst);
            if (klok.Elapsed > TeLang)
            {
                kapot.Add($"{naam}: {klok.Elapsed.TotalSeconds:0} s");
            }
        }
        map.Delete(recursive: true);
        return new(geladen, geweigerd, kapot, langst, traagst);
    }

    private static Publicatie Publicatie(NpgsqlDataSource db, string archief) =>
        new(db, archief)
        {
            AlleenConcept = true,
            MagKrimpen = true,
            MagVerliezen = true,
            Opnieuw = true,
        };

    private static string? Waar(Exception fout) =>
        fout.StackTrace?.Split('\n').FirstOrDefault(r => r.Contains("Portal.Data", StringComparison.Ordinal))?.Trim();
}
