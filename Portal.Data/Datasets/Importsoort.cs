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

    public short? Jaar(string naam) =>
        Tekst(naam) is { } jaar ? short.Parse(jaar, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    public bool Ja(string naam) => Tekst(naam) == "ja";

    /// <exception cref="ImportFout">It was not said.</exception>
    public string Eis(string naam) => Tekst(naam) ?? throw new ImportFout($"Geef --{naam} mee.");
}
