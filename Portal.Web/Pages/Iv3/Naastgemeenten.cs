using Portal.Data.Bestanden;
using Portal.Data.Iv3;

namespace Portal.Web.Pages.Iv3;

/// <summary>Which municipalities stand by name beside the chosen one, and in what order all of them.</summary>
public static class Naastgemeenten
{
    public const int Meeste = 4;
    public const int Gelijk = 20;
    private const int Vanzelf = 3;

    private static readonly StringComparer OpNaam = StringComparer.Create(Taal.Nederlands, ignoreCase: true);

    public static string? TeVeel(string[] namen) =>
        namen.Length > Meeste ? $"Zet ten hoogste {Meeste} gemeenten ernaast." : null;

    /// <summary>What was typed as the municipality is called; as it was typed where none is called so.</summary>
    public static string? Heet(string? getypt, IReadOnlyList<Iv3GemeenteRow> alle) =>
        getypt is null ? null : alle.FirstOrDefault(g => Tekst.Kaal(g.Naam) == Tekst.Kaal(getypt))?.Naam ?? getypt;

    /// <summary>Those that were asked for; else the ones whose inhabitants differ least in number.</summary>
    public static IReadOnlyList<string> Kies(string[] gevraagd, string eigen, IReadOnlyList<Iv3GemeenteRow> alle) =>
        gevraagd.Length > 0
            ? [.. gevraagd.Select(n => Heet(n, alle)!).Where(n => n != eigen).Distinct()]
            : Dichtbij(alle.FirstOrDefault(g => g.Naam == eigen), alle);

    private static IReadOnlyList<string> Dichtbij(Iv3GemeenteRow? eigen, IReadOnlyList<Iv3GemeenteRow> alle) =>
        eigen?.Inwoners is not { } inwoners
            ? []
            :
            [
                .. alle.Where(g => g.Gemeld && g.Inwoners > 0 && g.Naam != eigen.Naam)
                    .OrderBy(g => Math.Abs(g.Inwoners!.Value - inwoners))
                    .Take(Vanzelf)
                    .OrderByDescending(g => g.Inwoners)
                    .Select(g => g.Naam),
            ];

    /// <summary>Those with a name, and the twenty whose inhabitants differ least in number.</summary>
    public static IEnumerable<PerInwonerRow> Om(
        IReadOnlyList<PerInwonerRow> alle,
        string eigen,
        IReadOnlyList<string> naast,
        int? inwoners
    )
    {
        var genoemd = alle.ToLookup(p => p.Gemeente == eigen || naast.Contains(p.Gemeente));
        return genoemd[true].Concat(genoemd[false].OrderBy(p => Math.Abs(p.Inwoners - (inwoners ?? 0))).Take(Gelijk));
    }

    public static IEnumerable<PerInwonerRow> Orden(IEnumerable<PerInwonerRow> rijen, string sorteer) =>
        sorteer switch
        {
            Iv3Filter.OpNaam => rijen.OrderBy(r => r.Gemeente, OpNaam),
            Iv3Filter.OpInwoners => rijen.OrderByDescending(r => r.Inwoners).ThenBy(r => r.Gemeente, OpNaam),
            _ => rijen.OrderByDescending(r => r.Bedrag).ThenBy(r => r.Gemeente, OpNaam),
        };
}
