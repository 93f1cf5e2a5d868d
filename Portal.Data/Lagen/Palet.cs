namespace Portal.Data.Lagen;

/// <summary>
/// Colours for the classes of a legend, from light to dark: checked (PaletTests) to be told apart by who sees no red,
/// no green or no blue, and the darkest against the ground.
/// </summary>
public sealed record Palet(string Code, string Naam, IReadOnlyList<string> Kleuren)
{
    public static readonly IReadOnlyList<Palet> Alle =
    [
        new("zee", "Groen naar donkerblauw", ["#cdefe3", "#77cdc2", "#2ca0ac", "#006d91", "#0f3861"]),
        new("vuur", "Geel naar donkerrood", ["#fdeec1", "#f9c05b", "#e7843a", "#b64a26", "#6b1d1d"]),
        new("paars", "Lila naar paars", ["#efe3f4", "#cfb1de", "#a97fc4", "#7b4b9f", "#45216b"]),
        new("grijs", "Lichtgrijs naar zwart", ["#ececec", "#bdbdbd", "#8d8d8d", "#5c5c5c", "#262626"]),
    ];

    /// <summary>So many colours, spread over all of it.</summary>
    public IReadOnlyList<string> Van(int klassen) =>
        [
            .. Enumerable
                .Range(0, klassen)
                .Select(i => Kleuren[klassen == 1 ? Kleuren.Count - 1 : i * (Kleuren.Count - 1) / (klassen - 1)]),
        ];

    public static Palet Vind(string code) => Alle.FirstOrDefault(p => p.Code == code) ?? Alle[0];
}
