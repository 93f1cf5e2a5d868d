using Portal.Data;
using Portal.Data.Gebieden;
using Portal.Data.Uitvoer;
using Portal.Web.Pages.Kaart;

namespace Portal.Web.Pages.Collecties;

/// <summary>
/// A collection as GeoJSON: what a map of ours shows at once is kept, for every visitor of the page asks for it; more
/// than that is a download, and comes as a stream.
/// </summary>
internal static class KaartOfStroom
{
    private const string TeVeel = "Dit zijn er te veel om te bewaren.";

    public static Task GeefAsync(
        HttpContext context,
        string[] onderwerpen,
        Func<CancellationToken, Task<Collectie?>> vind,
        GebiedQueries gebieden,
        Uitvoerder uitvoerder,
        Kaartgegevens gegevens
    )
    {
        async Task<(Collectie? Wat, CollectieKeuze Keuze, Formaat Vorm, string? Reden)> LeesAsync(CancellationToken ct)
        {
            var (vorm, fout) = Uitvoervorm.Lees(GeoJsonFormaat.Formaat, context.Request.Query);
            if (await vind(ct) is not { } collectie)
            {
                return (null, new(new(), null, 1, null), vorm, null);
            }
            var keuze = await CollectieKeuze.LeesAsync(context.Request.Query, collectie, gebieden, ct);
            return (collectie, keuze, vorm, keuze.Reden ?? fout);
        }

        async Task<(byte[]? Bytes, string? Reden)> MaakAsync(CancellationToken ct)
        {
            var (collectie, keuze, vorm, reden) = await LeesAsync(ct);
            if (collectie is null || reden is not null)
            {
                return (null, reden);
            }
            if (await uitvoerder.MeerDanAsync(collectie, keuze.Filter, Kaartlagen.MeesteInEens, ct))
            {
                return (null, TeVeel);
            }
            using var bytes = new MemoryStream();
            var basis = CollectiesEndpoints.Basis(context.Request);
            await uitvoerder.SchrijfAsync(vorm, collectie, keuze.Filter, basis, bytes, ct);
            return (bytes.ToArray(), null);
        }

        async Task StroomAsync()
        {
            if (await LeesAsync(context.RequestAborted) is ({ } collectie, var keuze, var vorm, null))
            {
                await CollectiesEndpoints.SchrijfAsync(context, vorm, collectie, keuze, uitvoerder);
            }
        }

        return gegevens.GeefAsync(
            context,
            Kaartsoort.GeoJson,
            onderwerpen,
            MaakAsync,
            reden =>
                reden == TeVeel
                    ? Downloads.LaatDoorAsync(context, StroomAsync)
                    : Ongeldig.Probleem(reden).ExecuteAsync(context)
        );
    }
}
