namespace Portal.Data.Oordelen;

/// <summary>
/// Says of a text whether it may name a natural person; what is not caught stands in docs/decisions/0012-personen.md.
/// </summary>
public sealed class Beoordelaar
{
    // Words; in a longer text without capitals nothing tells a name from a word
    private const int LangsteKleineTekst = 4;

    private const int LangsteNaam = 30; // letters; a legal form further on is not that of who is announced

    private static readonly Lazy<Beoordelaar> Enige = new(() => new(Namenlijst.Lees()));

    private readonly Namenlijst _lijst;
    private readonly Naamkennis _kennis;
    private readonly Naamzoeker _namen;
    private readonly Eenling _eenling;
    private readonly Grensgeval _grens;

    private Beoordelaar(Namenlijst lijst)
    {
        _lijst = lijst;
        _kennis = new(lijst);
        _namen = new(_kennis);
        _eenling = new(_namen, _kennis);
        _grens = new(_kennis);
    }

    public static Beoordelaar Standaard => Enige.Value;

    /// <summary>
    /// What the half of the labels in Portal.Tests/Oordelen that the last change was not made on says of it; a test
    /// counts it again.
    /// </summary>
    public static OordeelMeting Meting { get; } =
        new(
            "GM0363",
            "subsidieregister van Amsterdam",
            new(2026, 11, 30),
            new(391, 34, 31, new(91.7m, 93.0m, 99.8m), 82, 100, 96, 100, new(2.8m, 0.7m, 0.1m), new(7.4m, 1.7m, 0.1m)),
            new(2391, 27, 23, new(78.9m, 80.2m, 88.2m), 60, 97, 40, 100, new(1.3m, 1.3m, 2.7m), new(1.4m, 1.3m, 2.7m))
        );

    /// <summary>Whether a word (folded) stands in a dictionary in lower case.</summary>
    public bool IsGewoonWoord(string kaal) => _lijst.IsGewoonWoord(kaal);

    /// <summary>Whether a word (folded) stands in a dictionary, or is made of two that do.</summary>
    public bool IsWoord(string kaal) => _lijst.IsGewoonWoord(kaal) || _lijst.IsSamenstelling(kaal);

    /// <summary>
    /// Whether a word (folded) of a masked name tells whose it is: "taxi", "amsterdam" and "kinderen" do not.
    /// </summary>
    public bool IsHerkenbaar(string kaal) =>
        !(
            Woordsoorten.IsBedrijfswoord(kaal)
            || Woordsoorten.IsInstelling(kaal)
            || Woordsoorten.IsPlaats(kaal)
            || Woordsoorten.IsBegrip(kaal)
            || _lijst.IsAlledaags(kaal)
        );

    /// <summary>Of a recipient that its source calls an organisation.</summary>
    public Uitspraak Ontvanger(string naam)
    {
        var woorden = Woord.Splits(naam);
        if (Woordsoorten.Rechtsvorm().IsMatch(naam))
        {
            return IsVoorletters(woorden) || _eenling.IsEchtpaar(woorden) ? Uitspraak.Twijfel : Uitspraak.Openbaar;
        }
        if (IsAangesproken(woorden))
        {
            return Uitspraak.Persoon;
        }
        if (IsGezelschap(woorden) && !Woordsoorten.OnderDeNaam().IsMatch(naam))
        {
            return _eenling.HeeftVoorletters(woorden) ? Uitspraak.Twijfel : Uitspraak.Openbaar;
        }
        return Sterkste(woorden, Sterkte.Misschien, inZin: false) switch
        {
            Sterkte.Zeker => Uitspraak.Persoon,
            Sterkte.Misschien => Uitspraak.Twijfel,
            Sterkte.Vorm when IsTweeNamen(woorden) => Uitspraak.Twijfel,
            _ when Woordsoorten.OnderDeNaam().IsMatch(naam)
                    || IsOmgekeerd(woorden)
                    || _eenling.Lijkt(Woord.Splits(naam.Split('(')[0]))
                    || (woorden.Count > 0 && _grens.Ontvanger(woorden)) => Uitspraak.Twijfel,
            _ => Uitspraak.Openbaar,
        };
    }

    /// <summary>Of a title or another free text.</summary>
    public Uitspraak Titel(string tekst)
    {
        var woorden = Woord.Splits(tekst);
        if (IsAangesproken(woorden))
        {
            return Uitspraak.Persoon;
        }
        // The names of shopping streets are those of people.
        var sterkte = Woordsoorten.Winkelgebied().IsMatch(tekst)
            ? Sterkte.Geen
            : Sterkste(woorden, Sterkte.Zeker, inZin: true);
        return sterkte switch
        {
            Sterkte.Zeker => Uitspraak.Persoon,
            _ when Aangekondigd(tekst) is var oordeel and > Uitspraak.Openbaar => oordeel,
            Sterkte.Misschien => Uitspraak.Twijfel,
            _ when AlleenVoornaam.Staat(tekst, _kennis) || IsAfgekort(woorden) || _grens.Titel(tekst, woorden) =>
                Uitspraak.Twijfel,
            _ => Uitspraak.Openbaar,
        };
    }

    /// <summary>Nothing but "PJ Pietersen".</summary>
    private bool IsAfgekort(List<Woord> woorden) =>
        woorden.Count == 2
        && woorden[0] is { IsAfkorting: true, Schrift: Schrift.Gemengd, Tekst.Length: 2 }
        && _kennis.Achternaam(woorden[1]) == Sterkte.Zeker
        && !_kennis.IsWoord(woorden[1].Kaal);

    /// <summary>
    /// Where capitals are lacking, only a short text is heard, and only from <paramref name="vanaf"/> up.
    /// </summary>
    private Sterkte Sterkste(List<Woord> woorden, Sterkte vanaf, bool inZin)
    {
        var sterkte = _namen.Sterkste(woorden, inZin);
        return
            woorden.Count > 0
            && woorden[0] is { Schrift: Schrift.Klein, IsInitiaal: false }
            && (woorden.Count > LangsteKleineTekst || sterkte < vanaf)
            ? Sterkte.Geen
            : sterkte;
    }

    /// <summary>
    /// "B.V. de Groot", "E.V. Jansen": two initials that look like a legal form, and a surname that the lists know; but
    /// "N.V. Zeedijk", "S.V. De Meer".
    /// </summary>
    private bool IsVoorletters(List<Woord> woorden)
    {
        var na = woorden.FindIndex(woord =>
            !Woordsoorten.Tussenvoegsels.Contains(woord.Tekst)
            && !(
                woord.Kaal.Length <= 3 && woord.Tekst.Contains('.') && woord.Tekst.All(c => c == '.' || char.IsUpper(c))
            )
        );
        return na > 0
            && na == woorden.Count - 1
            && woorden[0].Tekst.Contains('.')
            && _kennis.Achternaam(woorden[na]) == Sterkte.Zeker
            && !_kennis.IsGewoonWoord(woorden[na].Kaal);
    }

    /// <summary>"Koor …", "… Team", "… Nederland".</summary>
    private static bool IsGezelschap(List<Woord> woorden) =>
        woorden.Exists(woord => Woordsoorten.IsGezelschap(woord.Kaal))
        || woorden[^1].Kaal is "nederland" or "holland" or "international";

    /// <summary>Nothing but two words that no list knows, and perhaps a trade: "Xxxxx Yyyyy".</summary>
    private bool IsTweeNamen(List<Woord> woorden) =>
        woorden[0].Schrift == Schrift.Gemengd
        && woorden
            .Where(woord =>
                !Woordsoorten.IsBedrijfswoord(woord.Kaal) && !Woordsoorten.Tussenvoegsels.Contains(woord.Kaal)
            )
            .ToList()
            is { Count: 2 } over
        && _kennis.IsPaar(over[0], over[1]);

    /// <summary>"aanvrager: Fatima", "t.a.v. Jansen", but not "namens Stichting De Hoek".</summary>
    private Uitspraak Aangekondigd(string tekst)
    {
        foreach (var plek in Woordsoorten.Aankondiging().EnumerateMatches(tekst))
        {
            var woorden = Woord.Splits(tekst[(plek.Index + plek.Length)..]);
            if (
                woorden.Count == 0
                || Woordsoorten.Rechtsvorm().Match(tekst[(plek.Index + plek.Length)..])
                    is { Success: true, Index: < LangsteNaam }
            )
            {
                continue;
            }
            woorden.RemoveRange(0, Math.Max(0, woorden.FindIndex(woord => !Woordsoorten.IsBedrijfswoord(woord.Kaal))));
            if (_namen.Vanaf(woorden, 0, inZin: true).Item1 > Sterkte.Geen)
            {
                return Uitspraak.Persoon;
            }
            if (_kennis.Voornaam(woorden[0]) > Sterkte.Geen || _namen.IsAlleenAchternaam(woorden, 0))
            {
                return Uitspraak.Twijfel;
            }
        }
        return Uitspraak.Openbaar;
    }

    /// <summary>"Jansen, Petra" and "Bhageloe, R."</summary>
    private bool IsOmgekeerd(List<Woord> woorden)
    {
        var komma = woorden.Count < 2 ? -1 : woorden.FindIndex(1, woord => woord.Los);
        return komma is 1 or 2
            && woorden.Count <= komma + 3
            && _kennis.Voornaam(woorden[komma]) == Sterkte.Zeker
            && _kennis.Achternaam(woorden[komma - 1]) >= Sterkte.Misschien;
    }

    /// <summary>"mw. Jansen", "de heer El Amrani".</summary>
    private bool IsAangesproken(List<Woord> woorden)
    {
        for (var i = 0; i + 1 < woorden.Count; i++)
        {
            var vorm =
                Woordsoorten.Aanspreekvormen.Contains(woorden[i].Kaal)
                || (woorden[i].Kaal == "heer" && i > 0 && woorden[i - 1].Kaal is "de" or "den");
            if (vorm && !woorden[i].IsAfkorting && !woorden[i + 1].Los && Heet(woorden, i + 1))
            {
                return true;
            }
        }
        return false;
    }

    private bool Heet(List<Woord> woorden, int i)
    {
        while (
            i + 1 < woorden.Count
            && !woorden[i + 1].Los
            && (
                Woordsoorten.Tussenvoegsels.Contains(woorden[i].Kaal)
                || woorden[i].IsInitiaal
                || Woordsoorten.Titels.Contains(woorden[i].Kaal)
            )
        )
        {
            i++;
        }
        return woorden[i].Schrift != Schrift.Klein
            && (
                _kennis.Achternaam(woorden[i]) >= Sterkte.Misschien || _kennis.Voornaam(woorden[i]) >= Sterkte.Misschien
            );
    }
}
