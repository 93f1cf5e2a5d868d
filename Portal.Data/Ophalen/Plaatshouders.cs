using System.Globalization;

namespace Portal.Data.Ophalen;

/// <summary>The municipality that is fetched.</summary>
/// <param name="Code">GM0344.</param>
/// <param name="Vak">West, south, east and north in degrees; null while there are no areas.</param>
public sealed record Gemeente(string Code, string Naam, (double W, double Z, double O, double N)? Vak = null)
{
    public string Nummer => Code[2..];

    /// <summary>An address of a source for this municipality.</summary>
    /// <exception cref="ImportFout">It asks for a place, and that is not known yet.</exception>
    public Uri Adres(string adres, int? jaar = null, string? tabel = null)
    {
        if (adres.Contains("{bbox}", StringComparison.Ordinal) && Vak is null)
        {
            throw new ImportFout("Waar de gemeente ligt is nog niet bekend: haal eerst de gebieden op.");
        }
        return new(
            adres
                .Replace("{gemeente}", Code, StringComparison.Ordinal)
                .Replace("{nummer}", Nummer, StringComparison.Ordinal)
                .Replace("{naam}", Uri.EscapeDataString(Naam), StringComparison.Ordinal)
                .Replace("{jaar}", jaar?.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{tabel}", tabel, StringComparison.Ordinal)
                .Replace("{bbox}", Bbox(), StringComparison.Ordinal)
        );
    }

    private string? Bbox() =>
        Vak is var (w, z, o, n) ? string.Create(CultureInfo.InvariantCulture, $"{w:F5},{z:F5},{o:F5},{n:F5}") : null;
}
