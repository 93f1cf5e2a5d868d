using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Data.Begrotingen;
using Portal.Data.Bekendmakingen;
using Portal.Data.Gebieden;
using Portal.Data.Indicatoren;
using Portal.Data.Initiatieven;
using Portal.Data.Iv3;
using Portal.Data.Lagen;
using Portal.Data.Vergunningen;

namespace Portal.Web;

/// <summary>
/// The page texts: the Dutch sentence is the key, so another language is one file (Teksten.en.json).
/// Words of the field stand here once, with the explanation that a page shows on the spot.
/// </summary>
public sealed class Teksten
{
    public static readonly IReadOnlyDictionary<string, (string Naam, string Uitleg)> Fasen = new Dictionary<
        string,
        (string, string)
    >
    {
        ["begroting"] = ("Begroot", "Wat de gemeente van plan was uit te geven."),
        ["begrotingswijziging"] = ("Begroting gewijzigd", "Wat er in de loop van het jaar aan het plan is veranderd."),
        ["realisatie"] = ("Besteed", "Wat de gemeente echt heeft uitgegeven."),
        ["aangevraagd"] = ("Subsidie aangevraagd", "Wat aanvragers aan subsidie vroegen."),
        ["verleend"] = (
            "Subsidie verleend",
            "Wat de gemeente aan subsidie toezegde. Toegezegd is iets anders dan uitgegeven."
        ),
        ["vastgesteld"] = (
            "Subsidie vastgesteld",
            "Wat het na afloop definitief is geworden. Dat is vaak pas jaren later bekend."
        ),
    };

    public static readonly IReadOnlyDictionary<string, (string Naam, string Uitleg)> Toerekeningen = new Dictionary<
        string,
        (string, string)
    >
    {
        ["direct"] = ("Direct", "Van deze uitgaven staat in de bron in welke buurt of wijk ze horen."),
        ["afgeleid"] = (
            "Herkend in de tekst",
            "In de naam van het project of de aanvrager staat een gebied, of in de naam van het project een plek."
        ),
        ["sleutel"] = (
            "Verdeeld",
            "Uitgaven voor de hele stad, verdeeld over de buurten met een sleutel, zoals het aantal inwoners."
        ),
        ["stadsdeel"] = ("Voor heel het stadsdeel", "De bron zegt alleen voor welk stadsdeel deze uitgaven zijn."),
        ["stadsbreed"] = ("Voor de hele stad", "Deze uitgaven horen niet bij één buurt, wijk of stadsdeel."),
        ["stadsdelen"] = (
            "Voor meer dan één stadsdeel",
            "Deze uitgaven zijn voor een paar stadsdelen samen. De bron zegt niet welke."
        ),
        ["onbekend"] = (
            "Niet bekend waar",
            "De bron zegt niet voor welk gebied deze uitgaven zijn. Dat is iets anders dan voor de hele stad."
        ),
    };

    public static readonly IReadOnlyDictionary<string, string> Tellingen = new Dictionary<string, string>
    {
        ["alles"] = "Alles, ook wat is verdeeld",
        ["afgeleid"] = "Direct en herkend in de tekst",
        ["direct"] = "Alleen direct",
    };

    /// <summary>How a figure of CBS came to an area of ours, when not by its name.</summary>
    public static readonly IReadOnlyDictionary<string, (string Naam, string Uitleg)> Koppelingen = new Dictionary<
        string,
        (string, string)
    >
    {
        ["uitsluiting"] = (
            "door uitsluiting",
            "De wijk en al haar andere buurten heten nog hetzelfde. De ene buurt die overblijft, moet de andere zijn."
        ),
        ["buurten"] = (
            "via de buurten",
            "De wijk heet nu anders. Minstens de helft van haar buurten heet nog hetzelfde, en die liggen "
                + "samen in één wijk van nu."
        ),
        ["gewogen"] = (
            "gewogen",
            "Het gebied bestaat uit meer gebieden van het CBS. We rekenen het gemiddelde uit, waarbij elk "
                + "huishouden even zwaar telt. Dat doen we alleen als van minstens 90 % van de huishoudens de "
                + "score bekend is."
        ),
    };

    /// <summary>What a dataset is about, by the code of its subject.</summary>
    public static readonly IReadOnlyDictionary<string, string> Onderwerpen = new Dictionary<string, string>
    {
        [GebiedOnderwerp.Code] = "Gebieden en inwoners",
        [BegrotingOnderwerp.Code] = "Geld",
        [IndicatorOnderwerp.Code] = "Cijfers per gebied",
        [InitiatiefOnderwerp.Code] = "Plannen van bewoners",
        [VergunningOnderwerp.Code] = "Vergunningen",
        [BekendmakingOnderwerp.Code] = "Bekendmakingen",
        [LaagOnderwerp.Code] = "Kaartlagen",
        [GebiedslabelOnderwerp.Code] = "Gebieden met extra aandacht",
    };

    /// <summary>What a subject is called: by us, else as the first of its collections calls itself.</summary>
    public static string Onderwerp(Portal.Data.Datasets.Onderwerp onderwerp) =>
        Onderwerpen.GetValueOrDefault(onderwerp.Code)
        ?? (onderwerp.Collecties is [var eerste, ..] ? eerste.Titel : onderwerp.Code);

    /// <summary>The measures of a map: a total, or divided by what makes areas comparable.</summary>
    public static readonly IReadOnlyDictionary<string, string> Maten = new Dictionary<string, string>
    {
        ["inwoner"] = "Per inwoner",
        ["huishouden"] = "Per huishouden",
        ["hectare"] = "Per hectare",
        ["totaal"] = "In totaal",
    };

    public static readonly IReadOnlyDictionary<string, string> Volgorden = new Dictionary<string, string>
    {
        ["hoog"] = "Hoogste bedrag eerst",
        ["laag"] = "Laagste bedrag eerst",
        ["naam"] = "Waarvoor, van A tot Z",
        ["ontvanger"] = "Naar wie, van A tot Z",
    };

    public static readonly IReadOnlyDictionary<string, string> Rest = new Dictionary<string, string>
    {
        ["wijk"] = "Alleen bekend per wijk",
        ["gebied"] = "Alleen bekend per gebied",
        ["stadsdeel"] = "Alleen bekend per stadsdeel",
        ["stad"] = "Voor de hele stad",
        ["stadsbreed"] = "Voor de hele stad",
        ["stadsdelen"] = "Voor meer dan één stadsdeel",
        ["onbekend"] = "Niet bekend waar",
        ["sleutel"] = "Verdeeld met een sleutel, telt nu niet mee",
        ["afgeleid"] = "Herkend in de tekst, telt nu niet mee",
        ["buurt"] = "Bij een buurt die niet meer bestaat",
    };

    /// <summary>For how large a place money is, from near to far and then not known.</summary>
    public static readonly IReadOnlyDictionary<string, string> Plekken = new Dictionary<string, string>
    {
        ["buurt"] = "Voor een buurt",
        ["wijk"] = "Voor een wijk",
        ["gebied"] = "Voor een gebied",
        ["stadsdeel"] = "Voor een stadsdeel",
        ["stadsdelen"] = "Voor meer dan één stadsdeel",
        ["stad"] = "Voor de hele stad",
        ["onbekend"] = "Niet bekend waar",
    };

    /// <summary>What a query calls recipients whose names it does not give.</summary>
    public static readonly string[] Samengenomen =
    [
        "Particulieren, samen",
        "Namen die nog niet zijn beoordeeld, samen",
        "De gemeente zelf",
        "Niet bekend",
    ];

    private const string GeenProgramma = "Bij geen programma"; // as the queries call it

    /// <summary>The name of a programme is the municipality's own; that there is none, we say.</summary>
    public static object? Programma(string naam) => naam == GeenProgramma ? Taal.Zin(naam) : Taal.Woorden(naam);

    /// <summary>Name and code of a taakveld, for a heading.</summary>
    public static string Taakveld(string code) =>
        TaakveldLijst.Namen.TryGetValue(code, out var naam) ? $"{Taal.Zin(naam)} ({code})" : code;

    /// <summary>Its name in the year of the row; in English where that is not translated, the name of now.</summary>
    public static string Taakveld(TaakveldRow rij) =>
        Taal.IsEngels && !Taal.Engelse.ContainsKey(rij.Naam)
            ? Taal.Zin(TaakveldLijst.Namen.GetValueOrDefault(rij.Code, rij.Naam))
            : Taal.Zin(rij.Naam);

    public static string? TaakveldUitleg(string code) =>
        TaakveldLijst.Uitleg.TryGetValue(code, out var uitleg) ? Taal.Zin(uitleg) : null;

    /// <summary>
    /// What a rest is of, beside a list of areas of a kind: not every buurt and wijk lies in one gebied.
    /// </summary>
    public static string RestNaam(string niveau, string rest) =>
        (niveau, rest) switch
        {
            ("gebied", "buurt") => "Bij een buurt die in geen gebied ligt",
            ("gebied", "wijk") => "Bij een wijk die niet in één gebied ligt",
            _ => Rest[rest],
        };
}

public static class PaginaDiensten
{
    public static void AddPortalPages(this IServiceCollection services)
    {
        services.AddSingleton<IStringLocalizerFactory, Vertaler>();
        services.AddLocalization();
        services
            .AddRazorPages(o =>
                o.Conventions.AddPageRoute("/Gebieden/Gebied", "/stad")
                    .AddPageRoute("/Begrotingen/Post", "/begroting/post/{dataset}")
                    .AddPageRoute("/Collecties/Index", "/lagen/{laag}")
                    .AddPageRoute("/Collecties/Detail", "/lagen/{laag}/{dataset}/{**sleutel}")
            )
            .AddViewLocalization()
            .AddMvcOptions(o =>
            {
                o.Filters.Add<RejectInvalidQuery>();
                o.Filters.Add<EenLezing>();
            });
        services.AddRazorComponents();
        services.Configure<RouteOptions>(o =>
        {
            o.LowercaseUrls = true;
            o.ConstraintMap["gebiedsoort"] = typeof(Pages.Gebieden.GebiedSoort);
            o.ConstraintMap["collectie"] = typeof(Pages.Collecties.CollectieNaam);
        });
    }
}
