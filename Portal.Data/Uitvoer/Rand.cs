using System.Text;

namespace Portal.Data.Uitvoer;

/// <summary>
/// What stands around the rows of a file. It is written when the first of them is there: until then a fault can be
/// told.
/// </summary>
internal sealed record Rand
{
    public byte[] Begin { get; init; } = [];

    /// <summary>So many bytes of the rows are left out: the comma before the first of a list.</summary>
    public int EersteWeg { get; init; }

    public byte[] Eind { get; init; } = [];

    public static readonly Rand Geen = new();

    /// <summary>Of rows that each have a comma before them.</summary>
    public static Rand Lijst(string begin, string eind) =>
        new()
        {
            Begin = Encoding.UTF8.GetBytes(begin + "\n"),
            EersteWeg = 1,
            Eind = Encoding.UTF8.GetBytes(eind),
        };
}
