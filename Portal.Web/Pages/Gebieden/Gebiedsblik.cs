using Microsoft.Extensions.Localization;
using Portal.Data.Begrotingen;
using Portal.Data.Gebieden;
using Portal.Web.Components;

namespace Portal.Web.Pages.Gebieden;

/// <summary>What all parts of the page of an area know: the area, the choice, and its sums.</summary>
public sealed record Gebiedsblik(
    GebiedDetail Gebied,
    IReadOnlyList<GebiedRow> Boven,
    BegrotingAanbod Aanbod,
    BegrotingKeuze Keuze,
    string? Taakveld,
    GebiedBedragRow? Bedrag,
    Sommen Sommen
)
{
    public bool IsStad => Gebied.Soort == Gebiedsoorten.Stad;

    /// <summary>Whether the reader went down to a programme: then the page is of that alone.</summary>
    public bool Diep => Keuze.Programma is not null;

    public string Pagina => Opmaak.Adres(Gebied.Soort, Gebied.Code, Gebied.Naam);

    /// <summary>The sums of the chosen phase, costs or income.</summary>
    public Sommen Gekozen => Sommen.Van(Keuze);

    /// <summary>Of the whole area, whatever programme is looked at.</summary>
    public decimal? Totaal => Gekozen.Totaal;

    /// <summary>Of the programme that is looked at, or of all.</summary>
    public Sommen VanProgramma => Diep ? Gekozen.Bij(Keuze.Programma) : Gekozen;

    public string? Programma => Aanbod.Programmas.FirstOrDefault(p => p.Code == Keuze.Programma)?.Naam;

    public string? TaakveldNaam(IStringLocalizer<Teksten> tekst) =>
        Taakveld switch
        {
            null => null,
            "-" => tekst["Zonder taakveld"].Value,
            _ => Teksten.Taakveld(Taakveld),
        };

    public (string Naam, string Uitleg) Fase => Teksten.Fasen[Keuze.Fase];

    public PostKeuze Posten => new(Keuze, Gebied.Code, IsStad, Taakveld);

    /// <summary>"Subsidie verleend op aanvragen uit 2024".</summary>
    public string Wanneer(IStringLocalizer<Teksten> tekst) =>
        $"{tekst[Fase.Naam].Value} {Jaarzinnen.Jaar(Aanbod, Keuze, tekst)}";

    /// <summary>
    /// Null where the money of a phase is for other years, or fewer than 50 people live: such a figure says nothing.
    /// </summary>
    public decimal? PerInwoner(decimal? bedrag, string fase, int? inwoners) =>
        bedrag is not null
        && !(IsOvergeslagen && inwoners == Bedrag!.Inwoners)
        && GebiedBedragRow.MagPerHoofd(inwoners)
        && Aanbod.MagPerHoofd(Keuze.Jaar, fase, "L", Keuze.Jaarsoort)
            ? decimal.Round(bedrag.Value / inwoners!.Value, 2, MidpointRounding.AwayFromZero)
            : null;

    /// <summary>It got no part of what a key divides, so that an amount per inhabitant would be too low.</summary>
    public bool IsOvergeslagen => Keuze.PerHoofd && Bedrag?.IsOvergeslagen(Keuze.Jaar) == true;

    /// <summary>Of the year that was chosen, or the nearest that is known.</summary>
    public (int? Aantal, int? Jaar) Inwoners =>
        Aanbod.Jaren.Count > 0 && Bedrag is not null
            ? (Bedrag.Inwoners, Bedrag.InwonersJaar)
            : (Gebied.Inwoners, Gebied.InwonersJaar);

    /// <summary>How the choice was attributed, in the order of <see cref="Teksten.Toerekeningen"/>.</summary>
    public IEnumerable<(string Code, string Naam, decimal Bedrag)> Toegerekend =>
        Teksten
            .Toerekeningen.Select(t => (t.Key, t.Value.Naam, VanProgramma.Toegerekend(t.Key).Totaal))
            .Where(t => t.Totaal is not null and not 0)
            .Select(t => (t.Key, t.Naam, t.Totaal!.Value));

    /// <summary>This page with another programme or taakveld; null is all.</summary>
    public string Met(string? programma, string? taakveld = null) => Met(Keuze.Fase, Keuze.Bl, programma, taakveld);

    public string Met(string fase, string bl, string? programma, string? taakveld) =>
        Pagina
        + QueryString.Create(
            new Dictionary<string, string?>
            {
                ["jaar"] = $"{Keuze.Jaar}",
                ["fase"] = fase,
                ["bl"] = bl,
                ["programma"] = programma,
                ["taakveld"] = taakveld,
                ["jaarsoort"] = Keuze.Afwijkend(),
            }.Where(k => k.Value is not null)
        );

    public string PostenAdres(string? gebied = null, string? ontvanger = null) =>
        "/begroting/posten"
        + QueryString.Create(
            new Dictionary<string, string?>
            {
                ["gebied"] = gebied ?? Gebied.Code,
                ["jaar"] = $"{Keuze.Jaar}",
                ["fase"] = Keuze.Fase,
                ["bl"] = Keuze.Bl,
                ["programma"] = Keuze.Programma,
                ["taakveld"] = Taakveld,
                ["ontvanger"] = ontvanger,
                ["jaarsoort"] = Keuze.Afwijkend(),
            }.Where(k => k.Value is not null)
        );

    /// <summary>What is new here, for who follows it.</summary>
    public string Feed =>
        IsStad
            ? "/stad.atom"
            : $"/{Gebiedsoorten.Meervoud(Gebied.Soort)}/{Uri.EscapeDataString(Gebied.Code)}/nieuw.atom";

    /// <summary>The area by which rows are chosen; null: the city, that is all of them.</summary>
    public string? Deel => IsStad ? null : Gebied.Code;

    /// <summary>Why the chosen year does not stand beside another one here; null when it may.</summary>
    public Breukzin? BreukMet(int jaar, bool perProgramma, IStringLocalizer<Teksten> tekst) =>
        Jaarzinnen.Breuk(Aanbod, Keuze, jaar, IsStad, perProgramma, tekst);

    /// <summary>
    /// Every programme beside another sum of it, also what belongs to no programme: the rows add up to the whole.
    /// </summary>
    public IReadOnlyList<Verandering> PerProgramma(Sommen was, string wasFase, Sommen werd, string werdFase) =>
        [
            .. Aanbod
                .Programmas.Select(p => (p.Naam, Code: (string?)p.Code))
                .Append((Taal.Zin("Bij geen programma"), null))
                .Select(p => new Verandering(
                    p.Naam,
                    was.Van(wasFase, Keuze.Bl).Bij(p.Code).Totaal,
                    werd.Van(werdFase, Keuze.Bl).Bij(p.Code).Totaal,
                    p.Code is null ? null : Met(p.Code),
                    p.Code is not null
                ))
                .Where(v => v.Was is not null || v.Werd is not null)
                .OrderByDescending(v => v.Werd ?? v.Was),
        ];
}
