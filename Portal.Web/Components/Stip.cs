using System.Globalization;

namespace Portal.Web.Components;

/// <summary>
/// One dot. <paramref name="Donker"/>: of the group that the reader compares with; <paramref name="Genoemd"/>: its name
/// stands at it.
/// </summary>
public sealed record Stip(string Naam, decimal Waarde, bool Donker = false, bool Genoemd = false);

/// <summary>A mark on the axis with its words, such as a median. <paramref name="Soort"/> is its CSS class.</summary>
public sealed record Merkstip(string Tekst, decimal Waarde, string Soort);

/// <summary>
/// Where everything of a strip plot goes: x in percent of the width, y in pixels. Values far above the rest would
/// squeeze
/// all others together; they are left out of the drawing, and counted.
/// </summary>
public sealed class StippenVlak
{
    public const int Hoogte = 210;
    public const int As = 172;
    private const int Midden = 116;
    private const int Ruimte = 46; // above and below the middle
    private const decimal Marge = 4;

    private readonly decimal _van;
    private readonly decimal _tot;

    public StippenVlak(IReadOnlyList<Stip> stippen, IEnumerable<decimal> altijd)
    {
        var op = stippen.Select(s => s.Waarde).Order().ToList();
        var nodig = altijd.DefaultIfEmpty(0).ToList();
        var (kwart, drieKwart) = op.Count == 0 ? (0, 0) : (op[op.Count / 4], op[op.Count * 3 / 4]);
        var grens = Math.Max(drieKwart + 4 * (drieKwart - kwart), nodig.Max());
        var bodem = Math.Min(kwart - 4 * (drieKwart - kwart), nodig.Min());
        var binnen = op.Where(w => w <= grens && w >= bodem).ToList();
        _van = Math.Min(0, Math.Min(binnen.DefaultIfEmpty(0).Min(), nodig.Min()));
        _tot = Math.Max(binnen.DefaultIfEmpty(0).Max(), nodig.Max());
        _tot = _tot == _van ? _van + 1 : _tot;
        TeHoog = op.Count(w => w > _tot);
        TeLaag = op.Count(w => w < _van);
        Getekend = [.. Leg(stippen.Where(s => s.Waarde >= _van && s.Waarde <= _tot))];
        Streepjes = [.. Stappen()];
    }

    public int TeHoog { get; }
    public int TeLaag { get; }
    public IReadOnlyList<(Stip Stip, string X, string Y)> Getekend { get; }
    public IReadOnlyList<decimal> Streepjes { get; }

    public string X(decimal waarde) => string.Create(CultureInfo.InvariantCulture, $"{Procent(waarde):0.#}%");

    /// <summary>
    /// The dots with a name in the order of their names, from the top: what is nearest the middle first, for names run
    /// to the middle and would cross the lines to dots that stand there.
    /// </summary>
    public IEnumerable<(Stip Stip, string X, string Y)> Genoemd =>
        Getekend.Where(p => p.Stip.Genoemd).OrderBy(p => Math.Abs(Procent(p.Stip.Waarde) - 50));

    /// <summary>The side on which words beside a mark fit.</summary>
    public string Anker(decimal waarde) => Procent(waarde) < 50 ? "start" : "end";

    private decimal Procent(decimal waarde) => Marge + (100 - 2 * Marge) * (waarde - _van) / (_tot - _van);

    // Dots with nearly the same value are stacked around the middle: 0, +1, -1, +2, ... The dark ones come last, so on
    // top.
    private IEnumerable<(Stip, string, string)> Leg(IEnumerable<Stip> stippen)
    {
        var vakken = stippen.GroupBy(s => Math.Round(Procent(s.Waarde))).ToList();
        var hoogste = vakken.Select(v => v.Count()).DefaultIfEmpty(1).Max();
        var stap = Math.Min(6, 2m * Ruimte / hoogste);
        return vakken
            .SelectMany(v =>
                v.OrderByDescending(s => s.Donker)
                    .ThenBy(s => s.Waarde)
                    .Select(
                        (s, i) =>
                            (
                                s,
                                X(s.Waarde),
                                string.Create(
                                    CultureInfo.InvariantCulture,
                                    $"{Midden + (i % 2 == 0 ? -1 : 1) * ((i + 1) / 2) * stap:0}"
                                )
                            )
                    )
            )
            .OrderBy(p => p.s.Donker);
    }

    private IEnumerable<decimal> Stappen()
    {
        var ruw = (double)(_tot - _van) / 4;
        var macht = Math.Pow(10, Math.Floor(Math.Log10(ruw)));
        var stap = (decimal)(
            macht
            * (ruw / macht) switch
            {
                <= 1.5 => 1,
                <= 3.5 => 2,
                <= 7.5 => 5,
                _ => 10,
            }
        );
        for (var waarde = Math.Ceiling(_van / stap) * stap; waarde <= _tot; waarde += stap)
        {
            yield return waarde;
        }
    }
}
