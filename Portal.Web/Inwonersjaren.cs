using Microsoft.Extensions.Localization;

namespace Portal.Web;

/// <summary>Amounts per inhabitant that stand side by side, where those are not of one year.</summary>
public static class Inwonersjaren
{
    /// <returns>Null: they are.</returns>
    public static string? Zin(IReadOnlyList<int> jaren, IStringLocalizer tekst) =>
        jaren.Count < 2
            ? null
            : tekst[
                "Let op: het aantal inwoners is niet overal van hetzelfde jaar ({0}). Deze bedragen per inwoner zijn maar ongeveer te vergelijken.",
                string.Join(", ", jaren)
            ].Value;
}
