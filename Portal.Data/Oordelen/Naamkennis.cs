using System.Text.RegularExpressions;

namespace Portal.Data.Oordelen;

/// <summary>What the lists and our grammar say of one word: whether it may be somebody's name.</summary>
internal sealed partial class Naamkennis(Namenlijst lijst)
{
    private const int KortsteOnbekende = 5;
    private const int KortsteDeel = 3;
    private const Kenmerken Voornamen = Kenmerken.Voornaam | Kenmerken.ZeldzameVoornaam;

    public bool IsOnbekend(Woord woord) =>
        lijst.Dubbel(woord.Kaal) == Kenmerken.Geen && !lijst.IsSamenstelling(woord.Kaal);

    /// <summary>In a list of names, whatever else it is.</summary>
    public bool IsOoitNaam(Woord woord) => lijst.Is(woord.Kaal, Voornamen | Kenmerken.Achternaam);

    public bool IsNaamdeel(Woord woord) =>
        woord.Schrift == Schrift.Gemengd
        && woord.MetHoofdletter
        && !woord.IsAfkorting
        && !woord.HeeftCijfer
        && (woord.Kaal.Length >= KortsteDeel || IsOoitNaam(woord))
        && !GeenNaam(woord.Kaal)
        && !IsTussenvoegsel(woord)
        && !lijst.Is(woord.Kaal, Kenmerken.Eigennaam | Kenmerken.Land)
        && !lijst.IsSamenstelling(woord.Kaal);

    public bool IsGewoonWoord(string kaal) =>
        (
            lijst.Is(kaal, Kenmerken.Eigennaam | Kenmerken.Land)
            && !lijst.Is(kaal, Kenmerken.Achternaam | Kenmerken.NederlandseVoornaam)
        ) || (lijst.IsGewoonWoord(kaal) && !lijst.Is(kaal, Kenmerken.NederlandseVoornaam));

    /// <summary>Two words that are no ordinary ones, and known as a name or long enough not to be a brand.</summary>
    public bool IsPaar(Woord voor, Woord achter) =>
        (lijst.Is(voor.Kaal, Voornamen) && lijst.Is(achter.Kaal, Kenmerken.Achternaam))
        || (
            !lijst.IsGewoonWoord(voor.Kaal)
            && !lijst.IsGewoonWoord(achter.Kaal)
            && (
                IsBekend(voor.Kaal)
                || IsBekend(achter.Kaal)
                || Math.Min(voor.Kaal.Length, achter.Kaal.Length) >= KortsteOnbekende
            )
        );

    public bool IsEigennaam(string kaal) => lijst.Is(kaal, Kenmerken.Eigennaam);

    public bool IsAlleenVoornaam(string kaal) => lijst.Is(kaal, Voornamen) && !lijst.Is(kaal, Kenmerken.Achternaam);

    /// <summary>In a list of names, and not a word or a place as well.</summary>
    public bool IsAlleenNaam(string kaal) =>
        lijst.Is(kaal, Voornamen | Kenmerken.Achternaam)
        && !lijst.Is(kaal, Kenmerken.GewoonWoord | Kenmerken.Eigennaam | Kenmerken.Land);

    /// <summary>A given name that Dutch lists have, or a surname that is not a short word as well.</summary>
    public bool IsNaam(string kaal) =>
        kaal.Length >= KortsteOnbekende && lijst.Is(kaal, Kenmerken.NederlandseVoornaam | Kenmerken.Achternaam);

    /// <summary>A word, or two in one, that is nobody's name.</summary>
    public bool IsAlledaags(string kaal) =>
        !IsBekend(kaal) && (lijst.IsGewoonWoord(kaal) || lijst.IsSamenstelling(kaal));

    public bool IsAchternaam(string kaal) => lijst.Is(kaal, Kenmerken.Achternaam);

    public bool IsGangbareVoornaam(string kaal) => lijst.Is(kaal, Kenmerken.NederlandseVoornaam);

    /// <summary>A given name in more than one list, and not a word or a place as well.</summary>
    public bool IsAlleenGangbareVoornaam(string kaal) =>
        lijst.Is(kaal, Kenmerken.Voornaam)
        && !lijst.Is(kaal, Kenmerken.GewoonWoord | Kenmerken.Land)
        && (lijst.Is(kaal, Kenmerken.NederlandseVoornaam) || !lijst.Is(kaal, Kenmerken.Eigennaam));

    public bool IsErgens(string kaal) => lijst[kaal] != Kenmerken.Geen;

    /// <summary>"petravandenhoek", "PetraPietersen": a given name and a surname written as one word.</summary>
    public bool IsAaneen(Woord woord)
    {
        var van = woord.Kaal.IndexOf("van", Math.Min(KortsteDeel, woord.Kaal.Length), StringComparison.Ordinal);
        if (van > 0 && IsGangbareVoornaam(woord.Kaal[..van]))
        {
            return woord.Kaal.Length - van > "van".Length + KortsteDeel;
        }
        if (GeplaktVan().IsMatch(woord.Tekst))
        {
            return true;
        }
        var hoofdletter = woord.Tekst.Length == woord.Kaal.Length ? HoofdletterBinnen(woord.Tekst) : -1;
        return hoofdletter >= KortsteDeel
            && lijst.Is(woord.Kaal[..hoofdletter], Kenmerken.Voornaam)
            && lijst.Is(woord.Kaal[hoofdletter..], Kenmerken.Achternaam)
            && !IsGewoonWoord(woord.Kaal[..hoofdletter]);
    }

    /// <summary>"VandenHoek".</summary>
    [GeneratedRegex(@"^Van(?:de[rn]?)?\p{Lu}\p{Ll}+$", RegexOptions.CultureInvariant)]
    private static partial Regex GeplaktVan();

    private static int HoofdletterBinnen(string tekst) => tekst.AsSpan(1).IndexOfAnyInRange('A', 'Z') + 1;

    public bool IsBekend(string kaal) => lijst.Is(kaal, Voornamen | Kenmerken.Achternaam) && !IsGewoonWoord(kaal);

    public Sterkte Voornaam(Woord woord)
    {
        if (woord.IsInitiaal || woord.IsLetter)
        {
            return woord.IsInitiaal ? Sterkte.Zeker : Sterkte.Vorm;
        }
        if (
            !woord.MetHoofdletter
            || woord.HeeftCijfer
            || woord.IsAfkorting
            || GeenNaam(woord.Kaal)
            || Woordsoorten.IsInstelling(woord.Kaal)
            || (IsTussenvoegsel(woord) && woord.Kaal is not "ben")
        )
        {
            return Sterkte.Geen;
        }
        return lijst.Dubbel(woord.Kaal) switch
        {
            var k when k.HasFlag(Kenmerken.Land) => Sterkte.Geen,
            var k when k.HasFlag(Kenmerken.NederlandseVoornaam) => Sterkte.Zeker,
            var k when k.HasFlag(Kenmerken.GewoonWoord) => (k & (Kenmerken.Voornaam | Kenmerken.Achternaam)) != 0
                ? Sterkte.Vorm
                : Sterkte.Geen,
            var k when k.HasFlag(Kenmerken.Voornaam) => Sterkte.Zeker,
            var k when (k & (Kenmerken.ZeldzameVoornaam | Kenmerken.Achternaam)) != 0 => Sterkte.Misschien,
            var k when k.HasFlag(Kenmerken.Eigennaam) || lijst.IsSamenstelling(woord.Kaal) => Sterkte.Geen,
            _ => Sterkte.Vorm,
        };
    }

    public Sterkte Achternaam(Woord woord)
    {
        if (
            !woord.MetHoofdletter
            || woord.Kaal.Length < 2
            || woord.IsAfkorting
            || woord.HeeftCijfer
            || woord.Kaal.AsSpan().ContainsAny('&', '@')
            || GeenNaam(woord.Kaal)
        )
        {
            return Sterkte.Geen;
        }
        return lijst.Dubbel(woord.Kaal) switch
        {
            var k when k.HasFlag(Kenmerken.Land) => Sterkte.Geen,
            var k when k.HasFlag(Kenmerken.Achternaam) => Sterkte.Zeker,
            var k when k.HasFlag(Kenmerken.GewoonWoord) => Sterkte.Vorm,
            var k when (k & (Kenmerken.Voornaam | Kenmerken.ZeldzameVoornaam)) != 0 => Sterkte.Misschien,
            var k when k.HasFlag(Kenmerken.Eigennaam) || lijst.IsSamenstelling(woord.Kaal) => Sterkte.Vorm,
            _ => Sterkte.Misschien,
        };
    }

    public bool IsGebouw(string kaal) => Woordsoorten.IsGebouw(kaal) && !lijst.Is(kaal, Kenmerken.Achternaam);

    private static bool GeenNaam(string kaal) =>
        (Woordsoorten.IsInstelling(kaal) && !Woordsoorten.IsOokAchternaam(kaal))
        || Woordsoorten.IsPlaats(kaal)
        || Woordsoorten.IsBedrijfswoord(kaal)
        || Woordsoorten.IsBegrip(kaal);

    public bool IsVoornaam(string kaal) => lijst.Is(kaal, Voornamen);

    /// <summary>In a dictionary, whatever else it is.</summary>
    public bool IsWoord(string kaal) => lijst.IsGewoonWoord(kaal);

    public bool IsGeenPersoon(string kaal) => lijst.IsGeenPersoon(kaal);

    public static bool IsTussenvoegsel(Woord woord) => Woordsoorten.Tussenvoegsels.Contains(woord.Kaal);
}
