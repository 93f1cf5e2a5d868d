using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;

namespace Portal.Web.Pages.Begrotingen;

/// <summary>
/// Explain this number: from a post to the row as it was delivered. The address is a citation, so it answers for ever:
/// a post whose rows are no longer in the database is read again from the archived delivery.
/// </summary>
[Toont(BegrotingOnderwerp.Code)]
public sealed class PostModel(
    Lezing lezing,
    PostDetailQueries posten,
    PostArchief archief,
    GebiedQueries gebieden,
    BegrotingQueries begroting
) : PageModel
{
    public PostDetail Post { get; private set; } = null!;
    public PostVersie Versie { get; private set; } = null!;
    public IReadOnlyList<PostDeelRow> Delen { get; private set; } = [];
    public IReadOnlyList<PostVersieRow> Versies { get; private set; } = [];

    /// <summary>What the source calls it.</summary>
    public string? Naam => Post.Project ?? Post.Omschrijving ?? Post.Regeling;

    public string Titel => Naam ?? Taal.Zin("Bedrag zonder omschrijving");

    /// <summary>
    /// The cells of the source row, in the order of the file; empty when the post has no file (the example
    /// municipality).
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> Bronrij =>
        Post.Bron is null ? [] : [.. JsonSerializer.Deserialize<Dictionary<string, string>>(Post.Bron)!];

    public string Permalink => Engels.Url(Request, PostAdres.Van(Versie.DatasetCode, Versie.Nummer, Post.Bronsleutel));

    public async Task<IActionResult> OnGetAsync(
        [FromRoute] string dataset,
        [FromRoute] int? versie,
        [FromRoute] string? sleutel,
        CancellationToken ct
    )
    {
        if (versie is null || sleutel is null)
        {
            // The number that a post once had in the database: it leads on while that row is there.
            return long.TryParse(dataset, out var id) && await posten.AdresAsync(id, ct) is { } adres
                ? RedirectPermanent(adres)
                : NotFound();
        }
        if (
            await posten.VersieAsync(dataset, versie.Value, ct) is not { } gevonden
            || await VindAsync(gevonden, sleutel, ct) is not { } post
        )
        {
            return NotFound();
        }
        (Versie, Post) = (gevonden, post);
        Delen = post.Id is { } nummer ? await posten.DelenAsync(nummer, ct) : [];
        Versies = await posten.VersiesAsync(dataset, sleutel, ct);
        return Page();
    }

    // A delivery that was withdrawn is not shown, by whatever way it was kept.
    private async Task<PostDetail?> VindAsync(PostVersie versie, string sleutel, CancellationToken ct) =>
        versie.Status == "ingetrokken" ? null
        : versie.MetPosten ? await posten.FindAsync(versie.Id, sleutel, ct)
        : (await archief.LeesAsync(lezing, versie.DatasetCode, versie.Bestand, versie.Sha256, ct))?.GetValueOrDefault(
            sleutel
        )
            is { } rij
            ? await UitArchiefAsync(rij, ct)
        : null;

    private async Task<PostDetail> UitArchiefAsync(PostRij p, CancellationToken ct)
    {
        var gebied = p.GebiedCode is null ? null : await gebieden.OpCodeAsync(p.GebiedCode, ct);
        var programma = (await begroting.AanbodAsync(ct)).Programmas.FirstOrDefault(r => r.Code == p.ProgrammaCode);
        return new()
        {
            Bronsleutel = p.Bronsleutel,
            Jaar = p.Jaar,
            Fase = p.Fase,
            Bl = p.Bl,
            Programma = p.ProgrammaCode,
            ProgrammaNaam = programma?.Naam,
            Taakveld = p.Taakveld,
            Categorie = p.Categorie,
            Beleidsterrein = p.Beleidsterrein,
            Toerekening = p.Toerekening,
            Herkend = p.Herkend,
            Sleutel = p.Sleutel,
            GebiedSoort = p.GebiedSoort,
            GebiedCode = p.GebiedCode,
            Gebied = gebied?.Naam,
            Project = p.Project,
            Omschrijving = p.Omschrijving,
            Regeling = p.Regeling,
            Ontvanger = p.Ontvanger,
            Bedrag = p.Bedrag,
            Aangevraagd = p.Aangevraagd,
            Vastgesteld = p.Vastgesteld,
            Peildatum = p.Peildatum,
            JaarBasis = p.JaarBasis,
            VoorVan = p.VoorVan,
            VoorTot = p.VoorTot,
            VoorTekst = p.VoorTekst,
            Bron = p.Bron,
            Rij = p.Rij,
        };
    }
}
