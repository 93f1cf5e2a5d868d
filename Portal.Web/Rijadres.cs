using Portal.Data.Begrotingen;

namespace Portal.Web;

/// <summary>Where the rows behind a figure are.</summary>
public static class Rijadres
{
    /// <summary>
    /// The sums per area and programme, as a table. By the years that money is for there are none: then the amounts
    /// themselves.
    /// </summary>
    /// <param name="gebied">Null: of the whole city, also what lies in no area.</param>
    /// <param name="jaar">Null: of all years.</param>
    /// <param name="fase">Null: in every phase.</param>
    public static string Sommen(BegrotingKeuze keuze, string? gebied, int? jaar, string? fase = null)
    {
        var posten = keuze.Afwijkend() is not null;
        return (posten ? "/begroting/posten.csv" : "/begroting-per-gebied.csv")
            + QueryString.Create(
                new Dictionary<string, string?>
                {
                    ["gebied"] = gebied,
                    ["jaar"] = $"{(posten ? keuze.Jaar : jaar)}",
                    ["fase"] = posten ? keuze.Fase : fase,
                    ["bl"] = posten || fase is not null ? keuze.Bl : null,
                    ["programma"] = keuze.Programma,
                    ["jaarsoort"] = keuze.Afwijkend(),
                }.Where(k => !string.IsNullOrEmpty(k.Value))
            );
    }

    /// <summary>Everything of an area in one list of ours or another; a null area is the whole city.</summary>
    public static string InGebied(string pad, string? gebied) =>
        $"/{pad}" + (gebied is null ? "" : $"?gebied={Uri.EscapeDataString(gebied)}");
}
