using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;

namespace Portal.Web.Pages.Begrotingen;

/// <summary>Every post of a choice, with the sum of all of them; the downloads give exactly this view.</summary>
[Toont(BegrotingOnderwerp.Code)]
public sealed class PostenModel(
    BegrotingQueries begroting,
    PostQueries posten,
    GebiedQueries gebieden,
    DatasetQueries datasets
) : PageModel
{
    private const int PerPagina = 50;

    public BegrotingAanbod Aanbod { get; private set; } = new([], []);
    public PostFilter Filter { get; private set; } = null!;

    /// <summary>The year and so on, also while another part of the form is not right yet.</summary>
    public BegrotingKeuze Keuze { get; private set; } = null!;

    /// <summary>The datasets that the money of this year and phase is from.</summary>
    public IReadOnlyList<DatasetRow> Bronnen { get; private set; } = [];

    public GebiedVondst Vondst { get; private set; } = new(null, null, []);
    public GebiedRow? Gebied => Vondst.Gebied;

    /// <summary>What is wrong with the form; null when nothing is.</summary>
    public string? Reden { get; private set; }

    public IReadOnlyList<PostLijstRow> Posten { get; private set; } = [];
    public PostTotaal Totaal { get; private set; } = new(0, null);

    public async Task<IActionResult> OnGetAsync(PostFilter filter, CancellationToken ct)
    {
        Aanbod = await begroting.AanbodAsync(ct);
        if (Aanbod.Kies(filter.Begroting) is not { } begrotingkeuze)
        {
            return Ongeldig.Antwoord(this, Aanbod.Reden(filter.Begroting));
        }
        (Filter, Keuze) = (filter, begrotingkeuze);
        Vondst = await gebieden.VindAsync(filter.Gebied, ct);
        (var keuze, Reden) = PostKeuze.Kies(filter, Aanbod, Vondst);
        if (keuze is null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        Bronnen = await datasets.VanGeldAsync(Keuze.Jaar, Keuze.Fase, ct);
        Posten = await posten.ListAsync(keuze, PerPagina, ct);
        Totaal = await posten.TotaalAsync(keuze, ct);
        return Page();
    }

    /// <summary>Where the next page starts; null on the last.</summary>
    public string? Volgende =>
        Posten.Count < PerPagina
            ? null
            : Adres(
                "/begroting/posten",
                Filter with
                {
                    Na = Filter.Sorteer is "naam" or "ontvanger"
                        ? $"~{Posten[^1].Id}"
                        : string.Create(CultureInfo.InvariantCulture, $"{Posten[^1].Bedrag}~{Posten[^1].Id}"),
                }
            );

    /// <summary>This view elsewhere: as a download, or in another order.</summary>
    public string Adres(string pad, PostFilter filter) =>
        pad
        + QueryString.Create(
            new Dictionary<string, string?>
            {
                ["jaar"] = $"{Keuze.Jaar}",
                ["fase"] = Keuze.Fase,
                ["bl"] = Keuze.Bl,
                ["tel"] = Keuze.Tel,
                ["programma"] = Keuze.Programma,
                ["taakveld"] = filter.Taakveld,
                ["gebied"] = filter.Gebied,
                ["zoek"] = filter.Zoek,
                ["ontvanger"] = filter.Ontvanger,
                ["van"] = filter.Van,
                ["tot"] = filter.Tot,
                ["sorteer"] = filter.Sorteer,
                ["na"] = filter.Na,
                ["jaarsoort"] = Keuze.Afwijkend(),
            }.Where(k => !string.IsNullOrEmpty(k.Value))
        );
}
