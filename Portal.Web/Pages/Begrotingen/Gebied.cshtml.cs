using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Data.Iv3;
using Portal.Web.Components;
using Portal.Web.Pages.Gebieden;

namespace Portal.Web.Pages.Begrotingen;

/// <summary>
/// The money of one area, from its programmes down to a post; <c>?programma=</c> and <c>?taakveld=</c> go a level
/// deeper.
/// </summary>
[Toont(BegrotingOnderwerp.Code)]
public sealed class GebiedBegrotingModel(
    GebiedQueries gebieden,
    BegrotingQueries begroting,
    GebiedGeldQueries geld,
    PostQueries posten
) : PageModel
{
    public GebiedDetail Gebied { get; private set; } = null!;
    public BegrotingAanbod Aanbod { get; private set; } = new([], []);
    public BegrotingKeuze Keuze { get; private set; } = null!;
    public string? Taakveld { get; private set; }
    public GebiedBedragRow? Bedrag { get; private set; }
    public Sommen Sommen { get; private set; } = Sommen.Geen;
    public Sommen VorigJaar { get; private set; } = Sommen.Geen;
    public IReadOnlyList<DeelRow> Delen { get; private set; } = [];
    public IReadOnlyList<DeelRow> Ontvangers { get; private set; } = [];

    /// <summary>
    /// Five whole years up to the chosen one, promised and what it became; years that are not complete are no point of
    /// a line.
    /// </summary>
    public IReadOnlyList<JaarBedrag> Jaren { get; private set; } = [];

    public PlaatsRow Plaats { get; private set; } = new(null, null, null);

    public string? Programma => Aanbod.Programmas.FirstOrDefault(p => p.Code == Keuze.Programma)?.Naam;
    public decimal? Totaal => Sommen.Van(Keuze).Totaal;
    public string Pagina => Opmaak.Adres(Gebied.Soort, Gebied.Code, Gebied.Naam);

    public async Task<IActionResult> OnGetAsync(
        [FromRoute] string? soorten,
        [FromRoute] string? sleutel,
        BegrotingFilter filter,
        string? taakveld,
        CancellationToken ct
    )
    {
        var soort = soorten is null ? "stad" : Gebiedsoorten.Enkelvoud(soorten);
        var code = sleutel?.Split('-')[0] ?? await gebieden.StadAsync(ct) ?? "";
        if (await gebieden.FindAsync(soort, code, ct) is not { } gebied)
        {
            return NotFound();
        }
        Aanbod = await begroting.AanbodAsync(ct);
        if (
            Aanbod.Kies(filter with { Tel = "alles" }) is not { } keuze
            || (taakveld is not null && keuze.Programma is null)
        )
        {
            return Ongeldig.Antwoord(this, Aanbod.Reden(filter) ?? "Kies bij een taakveld ook een programma.");
        }
        (Gebied, Keuze, Taakveld) = (gebied, keuze, taakveld);
        if (
            Request.Path.Value != $"{Pagina}/begroting"
            && Uri.UnescapeDataString(Pagina) + "/begroting" != Request.Path.Value
        )
        {
            return RedirectPermanent(Pagina + "/begroting" + Request.QueryString);
        }
        await LeesAsync(ct);
        return Taakveld is not (null or "-") && Delen.Count == 0 && !TaakveldLijst.Namen.ContainsKey(Taakveld)
            ? Ongeldig.Antwoord(this, $"Het taakveld '{Taakveld}' bestaat niet.")
            : Page();
    }

    private async Task LeesAsync(CancellationToken ct)
    {
        var (soort, code) = (Gebied.Soort, Gebied.Code);
        Bedrag = await begroting.FindAsync(soort, code, Keuze with { Programma = null }, ct);
        Sommen = await begroting.SommenAsync(soort, code, Keuze.Jaar, Keuze.Jaarsoort, ct);
        VorigJaar = await begroting.SommenAsync(soort, code, Keuze.Jaar - 1, Keuze.Jaarsoort, ct);
        var keuze = new PostKeuze(Keuze, code, soort == "stad", Taakveld);
        Delen =
            Keuze.Programma is null ? []
            : Taakveld is null ? await geld.TaakveldenAsync(keuze, ct)
            : await geld.ProjectenAsync(keuze, ct);
        _totaal = Keuze.Programma is null ? null : (await posten.TotaalAsync(keuze, ct)).Bedrag;
        Ontvangers = await geld.OntvangersAsync(keuze, ct);
        Jaren = Taakveld is not null
            ? []
            : [.. (await geld.JarenAsync(soort, code, Keuze, ct)).Select(Jaar).Where(j => j.Bekend)];
        Jaren =
        [
            .. Jaren.Count(j => j.Jaar <= Keuze.Jaar) >= 3
                ? Jaren.Where(j => j.Jaar <= Keuze.Jaar).TakeLast(5)
                : Jaren.Take(5),
        ];
        Plaats = Taakveld is not null ? Plaats : await geld.PlaatsAsync(soort, code, Keuze, ct);
    }

    /// <summary>Whether the choice is of subsidies: promised is then granted, and what it became is settled.</summary>
    public bool Subsidie => Keuze.Subsidie;

    private JaarBedrag Jaar(JaarRow j) =>
        Subsidie
            ? Jaar(
                j.Jaar,
                Heel(j.Jaar, "verleend", j.Verleend),
                Heel(j.Jaar, "vastgesteld", j.Vastgesteld),
                j.Verleend,
                j.Vastgesteld
            )
            : Jaar(
                j.Jaar,
                Heel(j.Jaar, "begroting", j.Begroot),
                Heel(j.Jaar, "realisatie", j.Besteed),
                j.Begroot,
                j.Besteed
            );

    private static JaarBedrag Jaar(
        int jaar,
        decimal? beloofd,
        decimal? geworden,
        decimal? ookBeloofd,
        decimal? ookGeworden
    ) =>
        new(
            jaar,
            beloofd,
            geworden,
            null,
            (beloofd is null && ookBeloofd is not null) || (geworden is null && ookGeworden is not null)
        );

    private decimal? Heel(int jaar, string fase, decimal? bedrag) =>
        Aanbod.Profiel(jaar, fase, Keuze.Bl, Keuze.Jaarsoort) is { Volledig: true } ? bedrag : null;

    /// <summary>Why the chosen year does not stand beside another one here; null when it may.</summary>
    public string? BreukMet(int jaar, bool perProgramma, IStringLocalizer<Teksten> tekst) =>
        Jaarzinnen.Breuk(Aanbod, Keuze, jaar, Gebied.Soort == "stad", perProgramma, tekst);

    /// <summary>Between which years of the trend no line may be drawn, and why: by the later of the two.</summary>
    public IReadOnlyDictionary<int, string> Breuken(IStringLocalizer<Teksten> tekst) =>
        Jaren
            .Zip(Jaren.Skip(1))
            .Select(p =>
                (
                    p.Second.Jaar,
                    Reden: Jaarzinnen.Breuk(
                        Aanbod,
                        Keuze with
                        {
                            Jaar = p.Second.Jaar,
                        },
                        p.First.Jaar,
                        Gebied.Soort == "stad",
                        Keuze.Programma is not null,
                        tekst
                    )
                )
            )
            .Where(b => b.Reden is not null)
            .ToDictionary(b => b.Jaar, b => b.Reden!);

    /// <summary>
    /// Every programme beside another sum of it, also what belongs to no programme: the rows add up to the whole.
    /// </summary>
    public IReadOnlyList<Verandering> PerProgramma(Sommen was, string wasFase, Sommen werd, string werdFase) =>
        [
            .. Aanbod
                .Programmas.Select(p => (p.Naam, Code: (string?)p.Code))
                .Append(("Bij geen programma", null))
                .Select(p => new Verandering(
                    p.Naam,
                    was.Van(wasFase, Keuze.Bl).Bij(p.Code).Totaal,
                    werd.Van(werdFase, Keuze.Bl).Bij(p.Code).Totaal,
                    p.Code is null ? null : Met(p.Code)
                ))
                .Where(v => v.Was is not null || v.Werd is not null),
        ];

    /// <summary>This page with another choice.</summary>
    public string Met(string? programma, string? taakveld = null) =>
        $"{Pagina}/begroting"
        + QueryString.Create(
            new Dictionary<string, string?>
            {
                ["jaar"] = $"{Keuze.Jaar}",
                ["fase"] = Keuze.Fase,
                ["bl"] = Keuze.Bl,
                ["programma"] = programma,
                ["taakveld"] = taakveld,
                ["jaarsoort"] = Keuze.Afwijkend(),
            }.Where(k => k.Value is not null)
        );

    public string Posten(string? taakveld = null, string? zoek = null) =>
        "/begroting/posten"
        + QueryString.Create(
            new Dictionary<string, string?>
            {
                ["gebied"] = Gebied.Code,
                ["jaar"] = $"{Keuze.Jaar}",
                ["fase"] = Keuze.Fase,
                ["bl"] = Keuze.Bl,
                ["programma"] = Keuze.Programma,
                ["taakveld"] = taakveld ?? Taakveld,
                ["ontvanger"] = zoek,
                ["jaarsoort"] = Keuze.Afwijkend(),
            }.Where(k => k.Value is not null)
        );

    /// <summary>The parts at the level that is chosen, each leading one level deeper, down to a post.</summary>
    public IReadOnlyList<Staaf> Boom =>
        Keuze.Programma is null
            ?
            [
                .. Sommen
                    .Van(Keuze)
                    .PerProgramma.Select(g => new Staaf(
                        g.Naam ?? "Bij geen programma",
                        g.Bedrag,
                        Aanbod.Programmas.FirstOrDefault(p => p.Code == g.Code)?.Uitleg,
                        g.Code is null ? null : Met(g.Code)
                    ))
                    .Where(s => s.Bedrag != 0)
                    .OrderByDescending(s => s.Bedrag),
            ]
            :
            [
                .. Delen.Where(d => d.Bedrag != 0).Select(Staaf),
                .. (_totaal ?? 0) - Delen.Sum(d => d.Bedrag) is not 0 and var rest
                    ? [new Staaf("Alle andere", rest, null, Posten())]
                    : Array.Empty<Staaf>(),
            ];

    private Staaf Staaf(DeelRow d) =>
        new Staaf(
            Taakveld is null && d.Sleutel is not null ? TaakveldLijst.Titel(d.Sleutel) : d.Naam,
            d.Bedrag,
            Taakveld is null && d.Sleutel is not null ? TaakveldLijst.Uitleg.GetValueOrDefault(d.Sleutel) : null,
            Taakveld is null ? Met(Keuze.Programma, d.Sleutel ?? "-")
                : d.PostId is null ? Posten()
                : $"/begroting/post/{d.PostId}"
        );

    /// <summary>The sum of what is chosen: of a programme or taakveld when the reader went that deep.</summary>
    public decimal? Gekozen => Taakveld is null ? VanProgramma.Totaal : _totaal;

    private decimal? _totaal;

    /// <summary>How the choice was attributed, in the order of <see cref="Teksten.Toerekeningen"/>.</summary>
    public IEnumerable<(string Naam, decimal Bedrag)> Toegerekend =>
        Teksten
            .Toerekeningen.Select(t => (t.Value.Naam, VanProgramma.Toegerekend(t.Key).Totaal))
            .Where(t => t.Totaal is not null)
            .Select(t => (t.Naam, t.Totaal!.Value));

    private Sommen VanProgramma => Keuze.Programma is null ? Sommen.Van(Keuze) : Sommen.Van(Keuze).Bij(Keuze.Programma);

    /// <summary>
    /// One of the two years has money by a key and the other has none, as when the inhabitants of a year are not known:
    /// then the difference says nothing of spending.
    /// </summary>
    public bool AndersVerdeeld =>
        Verdeeld(Sommen) is var nu
        && Verdeeld(VorigJaar) is var toen
        && nu is not null
        && toen is not null
        && nu != toen;

    private bool? Verdeeld(Sommen sommen) =>
        sommen.Van(Keuze) is { Count: > 0 } gekozen ? gekozen.Toegerekend("sleutel").Count > 0 : null;

    /// <summary>The largest recipients, and all others as one: together the money of the choice.</summary>
    public IReadOnlyList<Staaf> NaarWie(IStringLocalizer<Teksten> tekst)
    {
        var rest = (Gekozen ?? 0) - Ontvangers.Sum(o => o.Bedrag);
        var genoemd = Ontvangers.Select(o => new Staaf(
            o.Naam,
            o.Bedrag,
            null,
            o.Sleutel is null ? null : Posten(null, o.Sleutel)
        ));
        return rest == 0 ? [.. genoemd] : [.. genoemd, new(tekst["Alle andere ontvangers"], rest)];
    }

    /// <summary>One sentence in plain Dutch that says what the figures say.</summary>
    public string Zin(IStringLocalizer<Teksten> tekst)
    {
        if (Totaal is not { } totaal)
        {
            return tekst["Van {0} zijn over {1} geen bedragen van deze soort bekend.", Gebied.Naam, Keuze.Jaar];
        }
        var werkwoord = (Keuze.Fase, Keuze.Bl) switch
        {
            ("realisatie", "L") => tekst["gaf de gemeente in {0} {1} uit", Gebied.Naam, Opmaak.EuroKort(totaal)],
            ("realisatie", _) => tekst["ontving de gemeente voor {0} {1}", Gebied.Naam, Opmaak.EuroKort(totaal)],
            ("begroting" or "begrotingswijziging", _) => tekst[
                "begrootte de gemeente voor {0} {1}",
                Gebied.Naam,
                Opmaak.EuroKort(totaal)
            ],
            _ => tekst["is in {0} {1} subsidie {2}", Gebied.Naam, Opmaak.EuroKort(totaal), Keuze.Fase],
        };
        var hoofd =
            GebiedBedragRow.MagPerHoofd(Bedrag?.Inwoners) && Keuze.PerHoofd
                ? tekst[", {0} per inwoner", Opmaak.EuroPerHoofd(totaal / Bedrag!.Inwoners!.Value)].Value
                : "";
        if (hoofd.Length > 0 && Bedrag!.InwonersJaar != Keuze.Jaar)
        {
            hoofd += tekst[" (met het aantal inwoners van {0})", Bedrag.InwonersJaar!];
        }
        var jaar = Aanbod.Profiel(Keuze) is { Tot: { } tot, Jaarsoort: BegrotingKeuze.Toekenning }
            ? tekst["{0} (tot en met {1})", Keuze.Jaar, Jaarzinnen.Datum(tot)].Value
            : $"{Keuze.Jaar}";
        var begin = Jaarzinnen.Jaar(Aanbod, Keuze, tekst, jaar);
        return tekst["{0} {1}{2}{3}.", char.ToUpperInvariant(begin[0]) + begin[1..], werkwoord, hoofd, Meeste(tekst)];
    }

    // Money without a programme competes too: else a programme is named that most of the money is not known to be of.
    private string Meeste(IStringLocalizer<Teksten> tekst)
    {
        var meeste = Sommen.Van(Keuze).PerProgramma.MaxBy(g => g.Bedrag);
        return meeste.Bedrag <= 0 ? ""
            : meeste.Naam is null ? tekst["; van het meeste is het programma niet bekend"]
            : tekst["; het meeste ging naar {0}", meeste.Naam];
    }
}
