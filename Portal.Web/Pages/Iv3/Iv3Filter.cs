using Portal.Data;

namespace Portal.Web.Pages.Iv3;

/// <summary>What a reader chose, as it stands in the URL. Null is: choose for me.</summary>
/// <param name="Taakveld">Its code, that of a subject ("5"), or "alles".</param>
/// <param name="Naast">Municipalities that are named beside the chosen one.</param>
public sealed record Iv3Filter(
    int? Jaar,
    string? Fase,
    string? Gemeente,
    string? Taakveld,
    string[]? Naast,
    [Standaard(Iv3Filter.OpBedrag)] string? Sorteer
)
{
    public const string OpBedrag = "bedrag";
    public const string OpNaam = "naam";
    public const string OpInwoners = "inwoners";

    public static readonly string[] Volgordes = [OpBedrag, OpNaam, OpInwoners];

    public string[] Namen =>
        [.. (Naast ?? []).Select(n => n.Trim()).Where(n => n.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    public string Adres(string pad) =>
        pad
        + QueryString.Create(
            new KeyValuePair<string, string?>[]
            {
                new("jaar", Jaar is null ? null : $"{Jaar}"),
                new("fase", Fase),
                new("gemeente", Gemeente),
                new("taakveld", Taakveld),
            }
                .Concat(Namen.Select(n => new KeyValuePair<string, string?>("naast", n)))
                .Append(new("sorteer", Sorteer == OpBedrag ? null : Sorteer))
                .Where(k => k.Value is not null)
        );
}
