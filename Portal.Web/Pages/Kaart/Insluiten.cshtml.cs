using Microsoft.AspNetCore.Mvc;
using Portal.Data.Begrotingen;
using Portal.Data.Bekendmakingen;
using Portal.Data.Gebieden;
using Portal.Data.Initiatieven;
using Portal.Data.Lagen;
using Portal.Data.Vergunningen;

namespace Portal.Web.Pages.Kaart;

/// <summary>The map alone, for a frame in a page of another site.</summary>
[MagIngesloten]
[Toont(
    BegrotingOnderwerp.Code,
    InitiatiefOnderwerp.Code,
    VergunningOnderwerp.Code,
    BekendmakingOnderwerp.Code,
    LaagOnderwerp.Code
)]
public sealed class InsluitenModel(
    BegrotingQueries queries,
    GebiedQueries gebieden,
    Werkgebied werkgebied,
    Kaartlagen kaartlagen,
    VormQueries vormen
) : KaartModel(queries, kaartlagen)
{
    public async Task<IActionResult> OnGetAsync(BegrotingFilter filter, KaartWeergave weergave, CancellationToken ct)
    {
        if (await LeesAsync(filter, weergave, ct) is { } antwoord)
        {
            return antwoord;
        }
        await TekenAsync(vormen, werkgebied, gebieden, ct);
        return Page();
    }
}
