using Portal.Data.Uitvoer;

namespace Portal.Web.Pages.Api;

/// <summary>What an address of the API means: a collection, or with a dataset and a key one row of it.</summary>
public sealed record ApiPad(Collectie Collectie, string? Dataset, string? Sleutel)
{
    /// <returns>Null: there is nothing there.</returns>
    public static ApiPad? Vind(IReadOnlyList<Collectie> alle, string? pad)
    {
        if (pad is null)
        {
            return null;
        }
        if (alle.FirstOrDefault(c => c.Pad == pad) is { } collectie)
        {
            return new(collectie, null, null);
        }
        var van = alle.FirstOrDefault(c => pad.StartsWith(c.Pad + "/", StringComparison.Ordinal));
        return
            van is not null
            && pad[(van.Pad.Length + 1)..].Split('/', 2) is [{ Length: > 0 } dataset, { Length: > 0 } sleutel]
            ? new(van, dataset, Uri.UnescapeDataString(sleutel))
            : null;
    }
}
