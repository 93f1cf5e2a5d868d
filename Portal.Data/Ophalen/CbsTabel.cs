using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Portal.Data.Ophalen;

/// <summary>
/// A table of CBS or of a third party at CBS, by OData 3. Its columns carry a number that differs from year to year:
/// they are looked up by what stands before it. Its codes are padded with spaces.
/// </summary>
/// <param name="basis">https://opendata.cbs.nl/ODataFeed/odata/85984NED</param>
public sealed partial class CbsTabel(Paginas paginas, Uri basis)
{
    private Dictionary<string, string>? _kolommen;

    /// <summary>When it last changed, as it says itself.</summary>
    public async Task<string?> GewijzigdAsync(CancellationToken ct)
    {
        await foreach (var rij in paginas.RijenAsync(Adres("TableInfos", ""), ct))
        {
            return Tekst(rij, "Modified");
        }
        return null;
    }

    /// <summary>How the table calls a column in its data; null: it has none that is called so.</summary>
    public async Task<string?> KolomAsync(string naam, CancellationToken ct)
    {
        if (_kolommen is null)
        {
            var kolommen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            await foreach (var rij in paginas.RijenAsync(Adres("DataProperties", ""), ct))
            {
                if (Tekst(rij, "Key") is { Length: > 0 } sleutel)
                {
                    kolommen.TryAdd(Kaal(sleutel), sleutel); // a heading has none
                }
            }
            _kolommen = kolommen;
        }
        return _kolommen.GetValueOrDefault(naam);
    }

    /// <param name="filter">OData; that the source may take no notice of, so whoever asks looks at each row.</param>
    public async IAsyncEnumerable<JsonElement> RijenAsync(
        string filter,
        IEnumerable<string> kolommen,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var keuze = $"&$filter={Uri.EscapeDataString(filter)}&$select={string.Join(',', kolommen)}";
        await foreach (var rij in paginas.RijenAsync(Adres("TypedDataSet", keuze), ct))
        {
            yield return rij;
        }
    }

    /// <summary>A text without its padding; a number as it was written; null: there is none.</summary>
    public static string? Tekst(JsonElement rij, string kolom) =>
        rij.TryGetProperty(kolom, out var waarde)
            ? waarde.ValueKind switch
            {
                JsonValueKind.String => waarde.GetString()!.Trim(),
                JsonValueKind.Number => waarde.GetRawText(),
                _ => null,
            }
            : null;

    /// <summary>A code in a filter: a quote in it ends nothing.</summary>
    public static string Aangehaald(string code) => $"'{code.Replace("'", "''", StringComparison.Ordinal)}'";

    private Uri Adres(string deel, string keuze) => new($"{basis.ToString().TrimEnd('/')}/{deel}?$format=json{keuze}");

    /// <summary>AantalInwoners of AantalInwoners_5.</summary>
    private static string Kaal(string kolom) => Volgnummer().Replace(kolom, "");

    [GeneratedRegex(@"_\d+$")]
    private static partial Regex Volgnummer();
}
