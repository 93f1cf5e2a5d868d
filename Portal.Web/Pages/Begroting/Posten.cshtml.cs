using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Data.Begrotingen;
using Portal.Data.Gebieden;

namespace Portal.Web.Pages.Begroting;

/// <summary>Every post of a choice, with the sum of all of them; the downloads give exactly this view.</summary>
[OutputCache(PolicyName = Caching.OpenData)]
public sealed class PostenModel(BegrotingQueries begroting, PostQueries posten, GebiedQueries gebieden) : PageModel
{
    private const int PerPagina = 50;

    public BegrotingAanbod Aanbod { get; private set; } = new([], []);
    public BegrotingKeuze Keuze { get; private set; } = null!;
    public PostFilter Filter { get; private set; } = null!;
    public GebiedRow? Gebied { get; private set; }
    public IReadOnlyList<PostLijstRow> Posten { get; private set; } = [];
    public PostTotaal Totaal { get; private set; } = new(0, null);

    public async Task<IActionResult> OnGetAsync(PostFilter filter, CancellationToken ct)
    {
        Aanbod = await begroting.AanbodAsync(ct);
        Gebied = await Postenkeuze.GebiedAsync(filter, gebieden, ct);
        if (Postenkeuze.Kies(filter, Aanbod, Gebied) is not { } keuze)
        {
            return BadRequest();
        }
        (Filter, Keuze) = (filter, keuze);
        var heleStad = Gebied?.Soort == "stad";
        Posten = await posten.ListAsync(filter, keuze, heleStad, PerPagina, ct);
        Totaal = await posten.TotaalAsync(filter, keuze, heleStad, ct);
        return Page();
    }

    /// <summary>Where the next page starts; null on the last.</summary>
    public string? Volgende => Posten.Count < PerPagina ? null : Adres("/begroting/posten", Filter with { Na = string.Create(CultureInfo.InvariantCulture, $"{Posten[^1].Bedrag}~{Posten[^1].Id}") });

    /// <summary>This view elsewhere: as a download, or in another order.</summary>
    public string Adres(string pad, PostFilter filter) =>
        pad + QueryString.Create(new Dictionary<string, string?>
        {
            ["jaar"] = $"{Keuze.Jaar}", ["fase"] = Keuze.Fase, ["bl"] = Keuze.Bl, ["tel"] = Keuze.Tel, ["programma"] = Keuze.Programma, ["taakveld"] = filter.Taakveld, ["gebied"] = filter.Gebied,
            ["zoek"] = filter.Zoek, ["ontvanger"] = filter.Ontvanger, ["van"] = filter.Van?.ToString(CultureInfo.InvariantCulture), ["tot"] = filter.Tot?.ToString(CultureInfo.InvariantCulture),
            ["sorteer"] = filter.Sorteer, ["na"] = filter.Na,
        }.Where(k => !string.IsNullOrEmpty(k.Value)));
}

/// <summary>What page and downloads have in common: the checks on the filter.</summary>
internal static class Postenkeuze
{
    public static async Task<GebiedRow?> GebiedAsync(PostFilter filter, GebiedQueries gebieden, CancellationToken ct) =>
        string.IsNullOrEmpty(filter.Gebied) ? null : await gebieden.OpCodeAsync(filter.Gebied, ct);

    /// <returns>The choice; null when the URL asks for what does not exist.</returns>
    public static BegrotingKeuze? Kies(PostFilter filter, BegrotingAanbod aanbod, GebiedRow? gebied)
    {
        var naGoed = filter.Na is null || (filter.Na.Split('~') is [var bedrag, var id] && decimal.TryParse(bedrag, NumberStyles.Float, CultureInfo.InvariantCulture, out _) && long.TryParse(id, out _));
        return naGoed && filter.Sorteer is null or "" or "hoog" or "laag" && (string.IsNullOrEmpty(filter.Gebied) || gebied is not null) ? aanbod.Kies(filter.Begroting) : null;
    }
}
