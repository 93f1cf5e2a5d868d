using Portal.Data.Begrotingen;
using Portal.Data.Uitvoer;

namespace Portal.Web.Pages.Api;

/// <summary>All that the API gives as a list.</summary>
public static class ApiInhoud
{
    /// <summary>
    /// The posts of the money first: their filters are their own, what is written of a row is as of any.
    /// </summary>
    public static async Task<IReadOnlyList<Collectie>> VanAsync(Collectielijst lijst) =>
        [PostCollectie.Collectie, .. await lijst.AlleAsync()];
}
