namespace Portal.Web.Components;

/// <summary>One bar. <paramref name="Uitleg"/> is one plain sentence, shown under the name.</summary>
/// <param name="Bron">Name and explanation are words of a source, not ours.</param>
/// <param name="Teken">The colour and icon of its programme, see <see cref="Programmateken"/>.</param>
public sealed record Staaf(
    string Naam,
    decimal Bedrag,
    string? Uitleg = null,
    string? Url = null,
    string? Teken = null,
    bool Bron = false
);
