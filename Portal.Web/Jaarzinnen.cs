using Microsoft.Extensions.Localization;
using Portal.Data.Begrotingen;

namespace Portal.Web;

/// <summary>Why two years do not stand beside each other, in one sentence.</summary>
/// <param name="Uitleg">How much it is; null: there is no more to say.</param>
public sealed record Breukzin(string Zin, string? Uitleg);

/// <summary>
/// What a year means, how complete it is, and why two years do not stand beside each other: in plain Dutch.
/// </summary>
public static class Jaarzinnen
{
    /// <summary>Below this share it is not worth a word.</summary>
    private const decimal Vaak = 0.10m;

    public static string Datum(DateOnly datum) => datum.ToString("d MMMM yyyy", Taal.Cultuur);

    /// <summary>
    /// What the year of subsidies is; null where the year needs no word: of a budget, or where the source itself says
    /// the year.
    /// </summary>
    public static string? Betekenis(BegrotingAanbod aanbod, BegrotingKeuze keuze, IStringLocalizer<Teksten> tekst) =>
        !keuze.Subsidie || aanbod.Profiel(keuze) is not { } p ? null
        : p.Jaarsoort == BegrotingKeuze.Waarvoor ? Waarvoor(p, tekst)
        : p.AnderJaar == 0 && p.ZonderJaar == 0 ? null
        : string.Join(
            ' ',
            new[] { Aanvragen(p, tekst), Later(p, tekst), Onbekend(p, tekst) }.Where(z => z is not null)
        );

    /// <summary>
    /// The year as it goes after the name of a phase: "in 2023" of a budget, "op aanvragen uit 2023" where only the
    /// application has a year.
    /// </summary>
    public static string Jaar(
        BegrotingAanbod aanbod,
        BegrotingKeuze keuze,
        IStringLocalizer<Teksten> tekst,
        string? geschreven = null
    )
    {
        var jaar = geschreven ?? $"{keuze.Jaar}";
        return !keuze.Subsidie
            || aanbod.Profiel(keuze) is null or { Jaarsoort: BegrotingKeuze.Toekenning, AnderJaar: 0, ZonderJaar: 0 }
                ? tekst["in {0}", jaar]
            : keuze.Jaarsoort == BegrotingKeuze.Waarvoor ? tekst["voor {0}", jaar]
            : keuze.Fase == "aangevraagd" ? tekst["in aanvragen uit {0}", jaar]
            : tekst["op aanvragen uit {0}", jaar];
    }

    private static string Aanvragen(Jaarprofiel p, IStringLocalizer<Teksten> tekst)
    {
        var vaak = p.Deel(p.Later) >= Vaak ? tekst[", vaak voor {0} en later", p.Jaar + 1].Value : "";
        return p.Fase switch
        {
            "aangevraagd" => tekst["Gevraagd in aanvragen uit {0}{1}.", p.Jaar, vaak],
            "vastgesteld" => tekst["Vastgesteld op aanvragen uit {0}{1}.", p.Jaar, vaak],
            _ => tekst["Toegekend op aanvragen uit {0}{1}.", p.Jaar, vaak],
        };
    }

    private static string? Later(Jaarprofiel p, IStringLocalizer<Teksten> tekst) =>
        p.AnderJaar == 0
            ? null
            : tekst[
                "Van alle subsidie uit dat jaar, in de hele gemeente, is {0} ({1}) voor andere jaren of voor "
                    + "meer jaren "
                    + "tegelijk.",
                Opmaak.EuroKort(p.AnderJaar),
                Opmaak.Procent(p.AnderJaar, p.Bedrag)
            ].Value;

    private static string? Onbekend(Jaarprofiel p, IStringLocalizer<Teksten> tekst) =>
        p.ZonderJaar == 0
            ? null
            : tekst[
                "Van {0} ({1}) weten we niet voor welk jaar.",
                Opmaak.EuroKort(p.ZonderJaar),
                Opmaak.Procent(p.ZonderJaar, p.Bedrag)
            ].Value;

    private static string Waarvoor(Jaarprofiel p, IStringLocalizer<Teksten> tekst) =>
        tekst[
            "Subsidie voor {0}, ook als die in een ander jaar is aangevraagd. Subsidie voor meer jaren is "
                + "gelijk over die jaren verdeeld.",
            p.Jaar
        ]
        + (
            p.ZonderJaar == 0
                ? ""
                : " "
                    + tekst[
                        "Niet meegeteld is, van de hele gemeente, {0}: dat kan ook voor {1} zijn, maar dat "
                            + "weten we niet. Het zijn aanvragen uit {2} en {1} zonder jaar, en subsidies "
                            + "waarvan we het laatste jaar niet kennen.",
                        Opmaak.EuroKort(p.ZonderJaar),
                        p.Jaar,
                        p.Jaar - 1
                    ]
        );

    /// <summary>That the source has applications twice; null when it has not, or when it does not count.</summary>
    public static string? Dubbel(Jaarprofiel? profiel, IStringLocalizer<Teksten> tekst) =>
        profiel is not { Fase: "aangevraagd", Duplicaten: > 0 }
            ? null
            : tekst[
                "In de hele gemeente noemt de bron {0} aanvragen een duplicaat van een andere aanvraag. Wat daarin is "
                    + "gevraagd ({1}) telt hier dus dubbel.",
                Opmaak.Getal(profiel.Duplicaten),
                Opmaak.EuroKort(profiel.Duplicaat)
            ].Value;

    /// <summary>Why a year is not complete; null when it is.</summary>
    public static string? Dekking(Jaarprofiel? profiel, IStringLocalizer<Teksten> tekst) =>
        profiel switch
        {
            null or { Volledig: true } => null,
            { Toelichting: { } toelichting } => toelichting,
            { Dekking: "deel", Tot: { } tot, Jaarsoort: BegrotingKeuze.Waarvoor } => tekst[
                "Dit is wat tot en met {0} voor {1} is toegekend. Er kan nog geld bij komen. Vergelijk de "
                    + "bedragen niet met een ander jaar.",
                Datum(tot),
                profiel.Jaar
            ],
            { Reden: "jaar" } => tekst[
                "Van te veel geld weten we niet of het voor {0} is. Vergelijk de bedragen niet met een "
                    + "ander jaar, en gebieden niet met elkaar.",
                profiel.Jaar
            ],
            { Dekking: "deel", Tot: { } tot } => tekst[
                "De bedragen gaan over een deel van het jaar: onze bron loopt tot en met {0}. Vergelijk ze "
                    + "niet met een heel jaar.",
                Datum(tot)
            ],
            { Reden: "rijen" } => tekst[
                "Van dit jaar staat maar een klein deel in onze bron: veel minder bedragen dan van andere "
                    + "jaren. Vergelijk de bedragen niet met een ander jaar."
            ],
            { Reden: "vaststelling" } => tekst[
                "Meer dan een tiende van wat is verleend, is nog niet vastgesteld. Het bedrag wordt dus "
                    + "nog hoger. Vergelijk het niet met een ander jaar."
            ],
            _ => tekst[
                "Volgens de gemeente zijn de gegevens van dit jaar niet compleet. Vergelijk ze niet met een ander jaar."
            ],
        };

    /// <summary>Why the chosen year and another do not stand beside each other; null when they may.</summary>
    public static Breukzin? Breuk(
        BegrotingAanbod aanbod,
        BegrotingKeuze keuze,
        int ander,
        bool heleStad,
        bool perProgramma,
        IStringLocalizer<Teksten> tekst
    )
    {
        if (aanbod.Breekt(keuze, ander, heleStad, perProgramma) is not { } breuk)
        {
            return null;
        }
        var (nu, toen) = (aanbod.Profiel(keuze)!, aanbod.Profiel(ander, keuze.Fase, keuze.Bl, keuze.Jaarsoort)!);
        return breuk switch
        {
            Data.Begrotingen.Breuk.Dekking => new(tekst["{0} is niet compleet.", (nu.Volledig ? toen : nu).Jaar], null),
            Data.Begrotingen.Breuk.Looptijd => new(
                tekst["Het geld is niet voor dezelfde soort jaren."],
                tekst[
                    "In de hele gemeente is van alle subsidie uit {0} {1} voor latere jaren, en uit {2} {3}. "
                        + "Voor meer jaren tegelijk is dat {4} en {5}.",
                    toen.Jaar,
                    Opmaak.Procent(toen.Later, toen.Bedrag),
                    nu.Jaar,
                    Opmaak.Procent(nu.Later, nu.Bedrag),
                    Opmaak.Procent(toen.MeerJaren, toen.Bedrag),
                    Opmaak.Procent(nu.MeerJaren, nu.Bedrag)
                ]
            ),
            Data.Begrotingen.Breuk.ZonderProgramma => new(
                tekst["Van een ander deel zegt de bron niet bij welk programma het hoort."],
                Samen(p => p.ZonderProgramma)
            ),
            _ => new(
                tekst["Van een ander deel staat niet in de bron naar welk stadsdeel het ging."],
                Samen(p => p.ZonderPlek)
            ),
        };

        string Samen(Func<Jaarprofiel, decimal> deel) =>
            tekst[
                "In de hele gemeente is dat van {0} {1}, en van {2} {3}.",
                toen.Jaar,
                Opmaak.Procent(deel(toen), toen.Bedrag),
                nu.Jaar,
                Opmaak.Procent(deel(nu), nu.Bedrag)
            ];
    }

    /// <summary>For which years one post is, and how we know.</summary>
    public static string VoorWelkeJaren(PostDetail p, IStringLocalizer<Teksten> tekst)
    {
        var jaren = p switch
        {
            { VoorVan: null } => tekst[
                "niet bekend; alleen het jaar van de aanvraag ({0}) staat in de bron",
                p.Jaar
            ].Value,
            { VoorTot: null } => tekst["vanaf {0}, tot wanneer is niet bekend", p.VoorVan!.Value].Value,
            _ when p.VoorVan == p.VoorTot => $"{p.VoorVan}",
            _ => tekst["{0} tot en met {1}", p.VoorVan!.Value, p.VoorTot!.Value].Value,
        };
        return p.JaarBasis == "tekst"
            ? $"{jaren} ({tekst["gelezen in de tekst: \"{0}\"", p.VoorTekst!].Value})"
            : jaren;
    }

    /// <summary>A choice as it stands in the query of an address.</summary>
    public static string Query(this BegrotingKeuze keuze) =>
        $"jaar={keuze.Jaar}&fase={keuze.Fase}&bl={keuze.Bl}"
        + $"{(keuze.Jaarsoort == BegrotingKeuze.Toekenning ? "" : $"&jaarsoort={keuze.Jaarsoort}")}";

    /// <summary>What a page writes in its address only when it is not the usual choice.</summary>
    public static string? Afwijkend(this BegrotingKeuze keuze) =>
        keuze.Jaarsoort == BegrotingKeuze.Toekenning ? null : keuze.Jaarsoort;
}
