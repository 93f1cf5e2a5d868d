using System.Globalization;

namespace Portal.Data.Datasets;

/// <summary>
/// One way to load one kind of file. The command line, and later the upload form, walk the list of them.
/// </summary>
/// <param name="Naam">The word after <c>portal import</c>.</param>
/// <param name="Laad">Takes the path of the file and what the operator said beside it.</param>
public sealed record Importsoort(
    string Naam,
    string Uitleg,
    IReadOnlyList<Optie> Opties,
    Func<Publicatie, string, Keuzes, CancellationToken, Task<ImportRapport>> Laad
);

public enum OptieSoort
{
    Tekst,
    Jaar,
    JaNee,

    /// <summary>A second file, by its place on this machine: for the command line only.</summary>
    Bestand,
}

/// <summary>Something that the operator can say beside a file.</summary>
/// <param name="Keuze">The words it may be; empty is any.</param>
public sealed record Optie(
    string Naam,
    string Uitleg,
    OptieSoort Soort = OptieSoort.Tekst,
    bool Verplicht = false,
    params string[] Keuze
);

/// <summary>What the operator said: per option its text, absent is not said.</summary>
public sealed class Keuzes(IReadOnlyDictionary<string, string> gezegd)
{
    public static readonly Keuzes Geen = new(new Dictionary<string, string>());

    public string? Tekst(string naam) => gezegd.TryGetValue(naam, out var tekst) ? tekst : null;

    /// <exception cref="ImportFout">It is no year that a delivery can be of.</exception>
    public short? Jaar(string naam) => Tekst(naam) is { } jaar ? Jaartal.Eis(naam, jaar) : null;

    public bool Ja(string naam) => Tekst(naam) == "ja";

    /// <exception cref="ImportFout">It was not said.</exception>
    public string Eis(string naam) => Tekst(naam) ?? throw new ImportFout($"Geef --{naam} mee.");
}

/// <summary>The years that a delivery, or a row of it, can be of: what lies outside is a slip of the pen.</summary>
public static class Jaartal
{
    public const int Eerste = 1990;

    public static int Laatste => Klok.Systeem.Vandaag.Year + 1;

    /// <summary>Why a year is refused.</summary>
    public static string Reden => $"dit jaar kan niet; kies een jaar van {Eerste} tot en met {Laatste}";

    public static bool Kan(int jaar) => jaar >= Eerste && jaar <= Laatste;

    /// <exception cref="ImportFout">It is no such year.</exception>
    public static short Eis(string optie, string tekst) =>
        short.TryParse(tekst, NumberStyles.None, CultureInfo.InvariantCulture, out var jaar) && Kan(jaar)
            ? jaar
            : throw new ImportFout($"--{optie} {tekst}: {Reden}. Er is niets veranderd.");
}
