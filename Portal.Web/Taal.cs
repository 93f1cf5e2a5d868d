using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;

namespace Portal.Web;

/// <summary>
/// In which language an answer is, and its sentences: the Dutch sentence is the key of the English one
/// (<c>Teksten.en.json</c>, docs/decisions/0025).
/// </summary>
public static class Taal
{
    public static readonly CultureInfo Nederlands = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>Our own, so that a machine which is set to English is not taken for a reader of English.</summary>
    public static readonly CultureInfo Engels = CultureInfo.ReadOnly(new CultureInfo("en-GB", useUserOverride: false));

    public static readonly FrozenDictionary<string, string> Engelse = Lees();

    public static bool IsEngels => ReferenceEquals(CultureInfo.CurrentUICulture, Engels);

    public static CultureInfo Cultuur => IsEngels ? Engels : Nederlands;

    /// <summary>
    /// How a number is written for a reader: with − (U+2212) before what is below zero. Not in <see cref="Cultuur"/>,
    /// which also writes the numbers of drawings and addresses.
    /// </summary>
    public static NumberFormatInfo Getallen => IsEngels ? EngelseGetallen : NederlandseGetallen;

    private static readonly NumberFormatInfo NederlandseGetallen = MetMin(Nederlands);
    private static readonly NumberFormatInfo EngelseGetallen = MetMin(Engels);

    private static NumberFormatInfo MetMin(CultureInfo cultuur)
    {
        var getallen = (NumberFormatInfo)cultuur.NumberFormat.Clone();
        getallen.NegativeSign = "\u2212";
        return NumberFormatInfo.ReadOnly(getallen);
    }

    public static string Code => IsEngels ? "en" : "nl";

    /// <summary>
    /// For on an element with words of a source, which are Dutch: nothing on a page that is Dutch itself.
    /// </summary>
    public static string? Bron => IsEngels ? "nl" : null;

    /// <summary>For the rest of the request: what is written from here on is in this language.</summary>
    public static void Spreek(CultureInfo taal) =>
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (taal, taal);

    /// <summary>A sentence of ours where no localizer is at hand.</summary>
    public static string Zin(string nederlands, params object?[] delen) =>
        delen.Length == 0 ? Vertaal(nederlands) : string.Format(Cultuur, Vertaal(nederlands), delen);

    /// <summary>The words of a source, on a page in another language told apart from ours.</summary>
    public static object? Woorden(string? tekst) =>
        tekst is null || !IsEngels ? tekst : new Microsoft.AspNetCore.Html.HtmlString(Gemerkt(tekst));

    /// <summary>The same in a sentence that a component puts on the page as it is.</summary>
    public static string Gemerkt(string tekst) =>
        IsEngels
            ? $"<span lang=\"nl\">{System.Net.WebUtility.HtmlEncode(tekst)}</span>"
            : System.Net.WebUtility.HtmlEncode(tekst);

    internal static string Vertaal(string nederlands) =>
        IsEngels ? Engelse.GetValueOrDefault(nederlands, nederlands) : nederlands;

    private static FrozenDictionary<string, string> Lees()
    {
        using var bestand = typeof(Taal).Assembly.GetManifestResourceStream("Teksten.en.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(bestand)!.ToFrozenDictionary();
    }
}

/// <summary>What <c>@S</c> and <c>@T</c> on a page ask.</summary>
public sealed class Vertaler : IStringLocalizerFactory, IStringLocalizer
{
    public LocalizedString this[string name] => new(name, Taal.Vertaal(name));

    public LocalizedString this[string name, params object[] arguments] => new(name, Taal.Zin(name, arguments));

    public IStringLocalizer Create(Type resourceSource) => this;

    public IStringLocalizer Create(string baseName, string location) => this;

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        Taal.Engelse.Select(t => new LocalizedString(t.Key, t.Value));
}
