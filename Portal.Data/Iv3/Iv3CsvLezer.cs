using System.Globalization;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;

namespace Portal.Data.Iv3;

/// <summary>
/// The CSV with a row per municipality and taakveld to two amounts a row, lasten and baten, in euros.
/// </summary>
internal sealed class Iv3CsvLezer(CsvBestand csv, Iv3Definities? definities, ImportRapport rapport)
{
    // Not a municipality but the sum of all: to load it would count every euro twice.
    private const string Totaal = "Nederland";
    private const decimal Grens = 999_999_999_999.99m; // numeric(14,2)

    private static readonly (string Kolom, string Bl)[] Kanten = [("Lasten", "L"), ("Baten", "B")];

    private readonly Notatie _notatie = Bedrag.Herken(csv.Rijen.SelectMany(r => new[] { r["Lasten"], r["Baten"] }));
    private readonly HashSet<(string, string)> _gezien = [];
    private readonly Dictionary<string, string> _namen = [];

    public IEnumerable<(string Code, string Naam, string Hoofd, string HoofdNaam)> Namen =>
        _namen.Select(n => (n.Key, n.Value, n.Key[..1], TaakveldLijst.Hoofd.GetValueOrDefault(n.Key[..1], "Overig")));

    public IReadOnlyList<Iv3Rij> Lees()
    {
        var rijen = csv.Rijen.Where(r => !r.IsLeeg).ToList();
        rapport.Gelezen = rijen.Count;
        var totalen = rijen.RemoveAll(r => r["Gemeenten"] == Totaal);
        if (totalen > 0)
        {
            rapport.Meldingen.Add(
                $"{totalen} rijen van '{Totaal}' zijn de som van alle gemeenten en zijn niet geladen."
            );
        }
        var gelezen = rijen.Select(LeesRij).OfType<List<Iv3Rij>>().ToList();
        rapport.Geladen = gelezen.Count;
        var stil = gelezen
            .SelectMany(r => r)
            .GroupBy(r => r.Gemeente)
            .Where(g => g.All(r => r.Bedrag is null or 0))
            .Select(g => g.Key)
            .ToHashSet();
        foreach (var gemeente in stil)
        {
            rapport.Meldingen.Add(
                $"{gemeente} heeft bij geen enkel taakveld een bedrag: dat is 'geen gegevens', geen nul."
            );
        }
        return [.. gelezen.SelectMany(r => r).Select(r => stil.Contains(r.Gemeente) ? r with { Bedrag = null } : r)];
    }

    private List<Iv3Rij>? LeesRij(CsvRij rij)
    {
        var aantal = rapport.Afwijzingen.Count;
        var gemeente = rij["Gemeenten"];
        var (code, naam) = TaakveldLijst.Splits(rij["Taakveld"]);
        if (gemeente is null)
        {
            rapport.Wijs(rij.Nummer, "Gemeenten", null, "de naam van de gemeente ontbreekt");
        }
        if (code is null || (definities is not null && !definities.KentTaakveld(code)))
        {
            rapport.Wijs(
                rij.Nummer,
                "Taakveld",
                rij["Taakveld"],
                code is null
                    ? "begin met de code van een taakveld, zoals 0.1 of 6.71a"
                    : $"dit taakveld bestaat niet in {definities!.Jaar}"
            );
        }
        else if (gemeente is not null && !_gezien.Add((gemeente, code)))
        {
            rapport.Wijs(
                rij.Nummer,
                "Taakveld",
                rij["Taakveld"],
                $"dit taakveld van {gemeente} stond al eerder in het bestand"
            );
        }
        var inwoners = Inwoners(rij);
        var bedragen = Kanten.Select(k => Euro(rij, k.Kolom)).ToList();
        if (rapport.Afwijzingen.Count > aantal)
        {
            return null;
        }
        _namen.TryAdd(code!, naam!);
        return
        [
            .. Kanten.Select(
                (k, i) =>
                    new Iv3Rij(
                        rij.Nummer,
                        null,
                        gemeente!,
                        code!,
                        null,
                        k.Bl,
                        bedragen[i],
                        inwoners,
                        rij["Gemeentegrootte"],
                        rij["Provincie"]
                    )
            ),
        ];
    }

    private decimal? Euro(CsvRij rij, string kolom)
    {
        var (duizend, reden) = Bedrag.Lees(rij[kolom], _notatie);
        if (reden is null && Math.Abs(duizend ?? 0) > Grens / 1000)
        {
            reden = "het bedrag is te groot";
        }
        if (reden is not null)
        {
            rapport.Wijs(rij.Nummer, kolom, rij[kolom], reden);
            return null;
        }
        return duizend * 1000;
    }

    private int? Inwoners(CsvRij rij)
    {
        if (rij["Inwonertal"] is not { } tekst)
        {
            return null;
        }
        if (int.TryParse(tekst, NumberStyles.None, CultureInfo.InvariantCulture, out var inwoners))
        {
            return inwoners;
        }
        rapport.Wijs(rij.Nummer, "Inwonertal", tekst, "dit is geen aantal inwoners");
        return null;
    }
}
