using Portal.Web.Pages.Gebieden.Blokken;

namespace Portal.Web.Pages.Gebieden;

/// <summary>
/// One part of the page of an area, all of it in one file: what it reads, and how it draws that. A new one is a file in
/// <c>Blokken</c> and a line below.
/// </summary>
/// <param name="Id">Anchor of its heading; a part of another part has none.</param>
/// <param name="Naam">As it stands in the list of what is on the page, or in that of what is not known yet.</param>
/// <param name="Component">Draws it, from the parameters <c>Blik</c> and <c>Inhoud</c>.</param>
/// <param name="Lees">What it shows; null: there is nothing to show.</param>
/// <param name="Diep">Also of one programme or taakveld of the area.</param>
/// <param name="Gemist">Whether its absence is said; not of what is only another way to look.</param>
public sealed record Gebiedsblok(
    string? Id,
    string Naam,
    Type Component,
    Func<IServiceProvider, Gebiedsblik, CancellationToken, Task<object?>> Lees,
    bool Diep = false,
    bool Gemist = true
)
{
    /// <summary>In the order of the page.</summary>
    public static readonly IReadOnlyList<Gebiedsblok> Alle =
    [
        Labels.Blok,
        Ladder.Blok,
        Verhaal.Blok,
        Waaraan.Blok,
        WieKreeg.Blok,
        AlleSoorten.Blok,
        Begroot.Blok,
        Veranderd.Blok,
        Jaren.Blok,
        OpAdres.Blok,
        HeleBegroting.Blok,
        Plannen.Blok,
        Vergunningen.Blok,
        Blokken.Cijfers.Blok,
        Erin.Blok,
        Bronnen.Blok,
    ];
}

/// <summary>A part of the page with what it read.</summary>
public sealed record GelezenBlok(Gebiedsblok Blok, object Inhoud);
