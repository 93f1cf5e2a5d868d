using System.CommandLine;
using Portal.Data.Ophalen;

namespace Portal.Web;

public static partial class Opdrachten
{
    private static Command GemeenteOpdracht()
    {
        var gemeente = new Argument<string?>("gemeente")
        {
            Description = "De naam of de code: Utrecht, of GM0344. Leeg: de gemeente van dit portaal.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var alleen = new Option<string[]>("--bron")
        {
            Description = "Alleen deze bron, bijvoorbeeld cbs-kerncijfers. Mag vaker.",
            AllowMultipleArgumentsPerToken = true,
        };
        return Doe(
            "gemeente",
            "Een portaal vullen met wat landelijke bronnen van een gemeente weten: gebieden, inwoners, cijfers, geld, "
                + "bekendmakingen en lagen. Nog een keer werkt bij wat veranderd is.",
            [gemeente, alleen],
            async (r, ct) =>
            {
                await using var db = Database();
                using var bronnen = await Bronwerk.MaakAsync(Nu(), db, ct);
                var lijst = Kies(bronnen.Lijst, r.GetValue(alleen) ?? []);
                var nummer = 0;
                var vuller = new Vuller(bronnen.Gereedschap, lijst)
                {
                    Begin = b => Console.WriteLine($"[{++nummer}/{lijst.Count}] {b.Titel} …"),
                };
                var verslagen = new List<Verslag>();
                await foreach (var verslag in vuller.VulAsync(r.GetValue(gemeente), alleenAlsHetTijdIs: false, ct))
                {
                    Bronverslag.Toon(verslag, Nu().Archief);
                    verslagen.Add(verslag);
                }
                Bronverslag.Tabel(verslagen);
                return Bronverslag.Afloopcode(verslagen);
            }
        );
    }

    private static IReadOnlyList<Bron> Kies(IReadOnlyList<Bron> bronnen, string[] codes) =>
        codes.FirstOrDefault(c => bronnen.All(b => b.Code != c)) is { } onbekend
            ? throw new Data.ImportFout(
                $"Er is geen bron '{onbekend}'. Wel: {string.Join(", ", bronnen.Select(b => b.Code))}."
            )
        : codes.Length == 0 ? bronnen
        : [.. bronnen.Where(b => codes.Contains(b.Code))];
}
