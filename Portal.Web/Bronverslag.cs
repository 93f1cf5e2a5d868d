using System.Globalization;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Ophalen;

namespace Portal.Web;

/// <summary>What an operator sees of a portal that is filled from its sources.</summary>
internal static class Bronverslag
{
    private static readonly CultureInfo Nl = CultureInfo.GetCultureInfo("nl-NL");
    private const int Getoond = 3;

    /// <summary>0: all is well; 1: something failed or was rejected; 2: nothing came.</summary>
    public static int Afloopcode(IReadOnlyList<Verslag> verslagen) =>
        verslagen.All(v => v.Afloop is Afloop.Mislukt or Afloop.Overgeslagen) ? 2
        : verslagen.Any(v => v.Afloop is Afloop.Mislukt or Afloop.Overgeslagen || Afgewezen(v) > 0) ? 1
        : 0;

    /// <summary>One source: a line for each delivery, and what is odd.</summary>
    public static void Toon(Verslag verslag, string archief)
    {
        if (verslag.Afloop == Afloop.Overgeslagen)
        {
            return; // the table says it
        }
        foreach (var rapport in verslag.Rapporten.Where(r => verslag.Afloop != Afloop.Mislukt))
        {
            var wat = rapport.AlGeladen
                ? "niets veranderd"
                : string.Create(Nl, $"{rapport.Geladen:N0} rijen, {rapport.Gewijzigd:N0} nieuw of anders");
            var afgewezen = rapport.Afwijzingen.Rijen;
            Console.WriteLine(
                $"  {rapport.Dataset}, versie {rapport.Versie}: "
                    + $"{wat}{(afgewezen > 0 ? $", {afgewezen.ToString("N0", Nl)} afgewezen" : "")}"
            );
            ToonAfwijzingen(rapport, archief);
        }
        var soort = verslag.Afloop is Afloop.Mislukt ? "MISLUKT" : "let op";
        foreach (var melding in verslag.Meldingen)
        {
            Console.WriteLine($"  {soort}: {Zin.Veilig(melding, 600)}");
        }
        Console.WriteLine(
            string.Create(Nl, $"  {verslag.Bron.Code}: {Woord(verslag.Afloop)} in {verslag.Duur.TotalSeconds:N1} s")
        );
    }

    /// <summary>All of it, at the end.</summary>
    public static void Tabel(IReadOnlyList<Verslag> verslagen)
    {
        Console.WriteLine();
        Console.WriteLine(Regel("bron", "afloop", "rijen", "afgewezen", "seconden"));
        foreach (var v in verslagen)
        {
            Console.WriteLine(
                Regel(
                    v.Bron.Code,
                    Woord(v.Afloop),
                    Rijen(v),
                    Afgewezen(v).ToString("N0", Nl),
                    v.Duur.TotalSeconds.ToString("N1", Nl)
                )
            );
        }
        var fout = verslagen.Count(v => v.Afloop is Afloop.Mislukt or Afloop.Overgeslagen);
        Console.WriteLine();
        Console.WriteLine(
            fout == 0 ? $"Alle {verslagen.Count} bronnen zijn bij. Hoe vers ze zijn staat op /bronnen."
            : Afloopcode(verslagen) == 2
                ? "Er kwam niets, en er is niets veranderd. Geef dezelfde opdracht later nog eens."
                    + (verslagen.Any(v => v.Afloop == Afloop.Overgeslagen) ? " Zonder gebieden kan de rest niet." : "")
            : $"{fout} van de {verslagen.Count} bronnen kwamen niet; de rest staat er. Geef dezelfde opdracht "
                + "later nog eens: "
                + "wat er al is, blijft."
        );
    }

    private static void ToonAfwijzingen(ImportRapport rapport, string archief)
    {
        foreach (var a in rapport.Afwijzingen.Take(Getoond))
        {
            Console.WriteLine(
                $"    afgewezen, rij {a.Rij}, kolom {Zin.Veilig(a.Kolom, 40)}: {Zin.Veilig(a.Reden)}"
                    + (a.Waarde is null ? "" : $" (er staat: {Zin.Veilig(a.Waarde, 80)})")
            );
        }
        if (rapport.Afwijzingen.Count > Getoond)
        {
            Console.WriteLine(ImportVerslag.Bewaar(rapport, archief));
        }
    }

    // Of a dataset that came in parts the last one says how much there is of it
    private static string Rijen(Verslag verslag) =>
        verslag.Afloop == Afloop.Mislukt || verslag.Rapporten.Count == 0
            ? ""
            : verslag.Rapporten.GroupBy(r => r.Dataset).Sum(g => g.Last().Geladen).ToString("N0", Nl);

    private static int Afgewezen(Verslag verslag) => verslag.Rapporten.Sum(r => r.Afwijzingen.Rijen);

    private static string Woord(Afloop afloop) =>
        afloop switch
        {
            Afloop.Nieuw => "bijgewerkt",
            Afloop.Gelijk => "niets nieuws",
            Afloop.Mislukt => "mislukt",
            _ => "overgeslagen",
        };

    private static string Regel(string bron, string afloop, string rijen, string afgewezen, string seconden) =>
        $"{bron, -24} {afloop, -14} {rijen, 10} {afgewezen, 10} {seconden, 9}";
}
