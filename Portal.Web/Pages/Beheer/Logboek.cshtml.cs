using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Portal.Data.Beheer;
using Portal.Web.Beheer;

namespace Portal.Web.Pages.Beheer;

/// <summary>The last lines of the log.</summary>
[Authorize(Roles = Rollen.Beheerder)]
public sealed class LogboekModel(Logboek logboek) : BeheerModel
{
    public const int Aantal = 200;

    public IReadOnlyList<LogboekRow> Regels { get; private set; } = [];

    /// <summary>What is said beside a line, as somebody reads it; the log itself keeps it as it is.</summary>
    public static string Woorden(string details)
    {
        using var json = JsonDocument.Parse(details);
        return Woorden(json.RootElement);
    }

    private static string Woorden(JsonElement wat) =>
        wat.ValueKind switch
        {
            JsonValueKind.Object => string.Join(
                "; ",
                wat.EnumerateObject()
                    .Where(v => v.Value.ValueKind != JsonValueKind.Null)
                    .Select(v =>
                        v.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array
                            ? $"{v.Name} ({Woorden(v.Value)})"
                            : $"{v.Name}: {Woorden(v.Value)}"
                    )
            ),
            JsonValueKind.Array => string.Join(", ", wat.EnumerateArray().Select(Woorden)),
            JsonValueKind.True => "ja",
            JsonValueKind.False => "nee",
            _ => wat.ToString(),
        };

    public async Task OnGetAsync(CancellationToken ct) => Regels = await logboek.ListAsync(Aantal, ct);
}
