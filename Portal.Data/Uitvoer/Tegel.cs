namespace Portal.Data.Uitvoer;

/// <summary>A square of a web map (EPSG:3857), by its zoom, column and row.</summary>
public readonly record struct Tegel(int Z, int X, int Y)
{
    public const int HoogsteZoom = 20;

    /// <summary>From here on a cluster is only what lies as good as in one place.</summary>
    private const int Dichtbij = 17;

    private const double Half = 20037508.342789244;

    // The Netherlands: outside of it RD says nothing.
    private static readonly (double West, double Zuid, double Oost, double Noord) Land = (
        330_000,
        6_560_000,
        820_000,
        7_140_000
    );

    /// <returns>Null: there is no such square.</returns>
    public static Tegel? Van(int z, int x, int y) =>
        z is >= 0 and <= HoogsteZoom && x >= 0 && y >= 0 && x < 1 << z && y < 1 << z ? new(z, x, y) : null;

    /// <summary>Metres of EPSG:3857.</summary>
    public double Zijde => 2 * Half / (1 << Z);

    public double West => (X * Zijde) - Half;
    public double Noord => Half - (Y * Zijde);
    public double Oost => West + Zijde;
    public double Zuid => Noord - Zijde;

    /// <summary>How many cells a side has in which points are counted together.</summary>
    public int Cellen => Z < Dichtbij ? 4 : 32;

    public bool InNederland => West < Land.Oost && Oost > Land.West && Zuid < Land.Noord && Noord > Land.Zuid;

    /// <summary>What of it lies in the Netherlands, and a hair more: where RD is asked.</summary>
    internal object Parameters =>
        new
        {
            Fwest = West,
            Fzuid = Zuid,
            Foost = Oost,
            Fnoord = Noord,
            Fcel = Zijde / Cellen,
            Fzoekwest = Math.Max(West, Land.West),
            Fzoekzuid = Math.Max(Zuid, Land.Zuid),
            Fzoekoost = Math.Min(Oost, Land.Oost),
            Fzoeknoord = Math.Min(Noord, Land.Noord),
        };
}
