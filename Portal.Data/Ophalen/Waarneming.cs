using System.Text.RegularExpressions;

namespace Portal.Data.Ophalen;

/// <summary>A figure as a source states it. <paramref name="Waarde"/> null: it gives none.</summary>
/// <param name="Gebied">The code of CBS.</param>
internal sealed record Waarneming(string Gebied, int Jaar, Cijfer Cijfer, decimal? Waarde);

/// <summary>
/// What is known of areas in one year: inhabitants, households, and whether the area was the same the year before.
/// </summary>
internal sealed record Gebiedstand(string Gebied, int Jaar, string? Inwoners, string? Huishoudens, bool Anders);

/// <summary>What a source of figures gave.</summary>
internal sealed record Metingen(List<Waarneming> Cijfers, List<Gebiedstand> Standen, List<string> Meldingen)
{
    public string? Kenmerk { get; set; }
}

/// <summary>A period as CBS writes it: 2025JJ00 is a year, 2025MM06 a month; others write 2025.</summary>
internal static partial class Periode
{
    public static (int Jaar, int? Maand)? Lees(string? tekst) =>
        Vorm().Match(tekst ?? "") is { Success: true } gevonden
            ? (
                int.Parse(gevonden.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture),
                gevonden.Groups[2].Success
                    ? int.Parse(gevonden.Groups[2].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)
                    : null
            )
            : null;

    [GeneratedRegex(@"^((?:19|20)\d{2})(?:JJ00|MM(0[1-9]|1[0-2]))?$")]
    private static partial Regex Vorm();
}
