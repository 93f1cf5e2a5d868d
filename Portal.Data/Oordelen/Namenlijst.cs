namespace Portal.Data.Oordelen;

/// <summary>What the lists know of a word; a word can be several things ("Roos", "Wil", "Bakker").</summary>
[Flags]
internal enum Kenmerken
{
    Geen = 0,

    /// <summary>A given name in several of the packages.</summary>
    Voornaam = 1,

    /// <summary>A given name in one package.</summary>
    ZeldzameVoornaam = 2,
    Achternaam = 4,

    /// <summary>Written with a capital in the Dutch dictionary, but no person's: a place, a people, a make.</summary>
    Eigennaam = 8,

    /// <summary>In the Dutch or the English dictionary in lower case.</summary>
    GewoonWoord = 16,
    Land = 32,
    NederlandseVoornaam = 64,
}

/// <summary>The lists that scripts/restore-namen.mjs made, as one dictionary of folded words.</summary>
internal sealed class Namenlijst
{
    private const int KortsteDeel = 4; // of a compound; below that nearly every name falls apart into words
    private const int LangsteNaam = 14;

    private readonly Dictionary<string, Kenmerken> _woorden = new(450_000);

    public static Namenlijst Lees()
    {
        var lijst = new Namenlijst();
        lijst.Neem("achternamen", Kenmerken.Achternaam);
        lijst.Neem("eigennamen", Kenmerken.Eigennaam);
        lijst.Neem("landen", Kenmerken.Land);
        lijst.Neem("woorden", Kenmerken.GewoonWoord);
        foreach (var regel in Regels("voornamen"))
        {
            var spatie = regel.IndexOf(' ');
            lijst.Voeg(regel[..spatie], Bekendheid(regel[^1]));
        }
        return lijst;
    }

    private static Kenmerken Bekendheid(char cijfer) =>
        cijfer switch
        {
            '1' => Kenmerken.ZeldzameVoornaam,
            '2' => Kenmerken.Voornaam,
            _ => Kenmerken.Voornaam | Kenmerken.NederlandseVoornaam,
        };

    public Kenmerken this[string kaal] => _woorden.GetValueOrDefault(kaal);

    /// <summary>A double name ("Anne-Marie", "Jansen-Bouzid") is what its first half is.</summary>
    public Kenmerken Dubbel(string kaal) =>
        this[kaal] is var heel and > Kenmerken.Geen ? heel
        : kaal.IndexOf('-') is var streep and > 2 ? this[kaal[..streep]]
        : Kenmerken.Geen;

    public bool Is(string kaal, Kenmerken een) => (this[kaal] & een) != 0;

    /// <summary>A place, a people or a make that is nobody's name: "Volendam", "Surinaams".</summary>
    public bool IsGeenPersoon(string kaal) =>
        Is(kaal, Kenmerken.Eigennaam | Kenmerken.Land) && !Is(kaal, Kenmerken.Voornaam | Kenmerken.Achternaam);

    public bool IsGewoonWoord(string kaal) => Is(kaal, Kenmerken.GewoonWoord);

    /// <summary>A word or a place that is nobody's name; "bakker" and "roos" are somebody's.</summary>
    public bool IsAlledaags(string kaal) =>
        IsGeenPersoon(kaal) || (IsGewoonWoord(kaal) && !Is(kaal, Kenmerken.Voornaam | Kenmerken.Achternaam));

    /// <summary>Two ordinary words written as one, as Dutch does: "buurtkringloop", "bewonersacademie".</summary>
    public bool IsSamenstelling(string kaal)
    {
        if (kaal.Length > LangsteNaam)
        {
            return true;
        }
        for (var i = KortsteDeel; i <= kaal.Length - KortsteDeel; i++)
        {
            if (
                IsGewoonWoord(kaal[..i])
                && (
                    IsGewoonWoord(kaal[i..])
                    || (kaal[i] == 's' && kaal.Length - i > KortsteDeel && IsGewoonWoord(kaal[(i + 1)..]))
                )
            )
            {
                return true;
            }
        }
        return false;
    }

    private void Neem(string naam, Kenmerken kenmerk)
    {
        foreach (var woord in Regels(naam))
        {
            Voeg(woord, kenmerk);
        }
    }

    private void Voeg(string woord, Kenmerken kenmerk) => _woorden[woord] = this[woord] | kenmerk;

    private static string[] Regels(string naam) =>
        Resource.Read($"namen/{naam}").Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
