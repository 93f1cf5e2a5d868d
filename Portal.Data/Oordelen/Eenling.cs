namespace Portal.Data.Oordelen;

/// <summary>A sole trader under a name of his or her own: one name, and what the trade is ("Taxi Jansen").</summary>
internal sealed class Eenling(Naamzoeker zoeker, Naamkennis namen)
{
    private const int KortsteGewone = 5; // a surname that is a word as well: "Visser", but not "Dam"
    private const int KortsteZuivere = 3;
    private const int KortsteAaneen = 4;
    private static readonly string[] Zaakstaarten = ["tax", "taxi", "driver", "advocatuur", "consultancy", "montage"];
    private const int LangsteVoorletters = 2; // "AB Jansen Taxi"
    private const int LangsteMetVan = 5;

    public bool Lijkt(List<Woord> woorden)
    {
        if (
            zoeker.IsAlleenAchternaam(woorden, 0)
            || IsVak(woorden)
            || IsEchtpaar(woorden)
            || HeeftVoorletters(woorden)
            || IsVan(woorden)
            || IsNaamMetWoord(woorden)
            || IsKaleNaam(woorden)
            || woorden.Exists(namen.IsAaneen)
            || woorden.Exists(MetZaakErachter)
        )
        {
            return true;
        }
        var over = woorden.Where(woord => !IsBijzaak(woord)).ToList();
        return over.Count switch
        {
            0 => woorden.Exists(MetTaxiAaneen),
            1 when over.Count < woorden.Count => IsEigenZaak(woorden, over[0])
                || DoetHetAlleen(woorden, over[0])
                || IsOnbekendeZaak(woorden, over[0]),
            _ => false,
        };
    }

    private bool DoetHetAlleen(List<Woord> woorden, Woord over)
    {
        var naam = namen.Achternaam(over with { Schrift = Schrift.Klein });
        if (
            woorden.Exists(woord => Woordsoorten.IsTaxi(woord.Kaal))
            && (naam >= Sterkte.Misschien || namen.IsGangbareVoornaam(over.Kaal))
            && Heet(over)
        )
        {
            return true;
        }
        var plek = woorden.IndexOf(over);
        return naam > Sterkte.Geen
            && (
                (
                    woorden.Exists(woord => Beroepen.IsAlleen(woord.Kaal))
                    && Heet(over)
                    && !namen.IsAlleenVoornaam(over.Kaal)
                ) || (woorden.Exists(Alleen) && plek > 0 && woorden[plek - 1].Kaal is "van" or "der" or "den")
            );
    }

    /// <summary>"Petra The Food Stylist": a name first, and further on what somebody is.</summary>
    private bool IsVak(List<Woord> woorden) =>
        woorden.Count > 1
        && namen.IsNaam(woorden[0].Kaal)
        && woorden.Skip(1).Any(woord => Beroepen.IsNaam(woord.Kaal))
        && !woorden.Exists(woord => Beroepen.IsSamen(woord.Kaal) || Beroepen.IsZaak(woord.Kaal));

    /// <summary>"A en B Jansen", also with "V.O.F." behind it.</summary>
    public bool IsEchtpaar(List<Woord> woorden) =>
        woorden.Count >= 4
        && woorden.Skip(4).All(woord => woord.Kaal.Length <= 3)
        && woorden[0].Kaal.Length == 1
        && woorden[1].Kaal is "en" or "&"
        && woorden[2].Kaal.Length == 1
        && namen.Achternaam(woorden[3]) >= Sterkte.Misschien;

    /// <summary>"JP van Pietersen": letters before "van" are initials without their dots.</summary>
    public bool HeeftVoorletters(List<Woord> woorden)
    {
        for (var i = 0; i + 2 < woorden.Count; i++)
        {
            var achter = woorden[i + 2].Kaal is "de" or "der" or "den" && i + 3 < woorden.Count ? i + 3 : i + 2;
            if (
                woorden[i].IsAfkorting
                && woorden[i].Kaal.Length <= LangsteVoorletters + 1
                && woorden[i + 1].Kaal is "van" or "vd" or "der"
                && namen.Achternaam(woorden[achter]) >= Sterkte.Misschien
            )
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>"Firma van Pietersen", "v/d Pietersen Bouw": a surname with "van" beside work, or alone.</summary>
    private bool IsVan(List<Woord> woorden)
    {
        var van = woorden.FindIndex(woord => woord.Kaal is "van" or "v" or "vd" or "ten" or "ter");
        var naam = van < 0 ? -1 : woorden.FindIndex(van, woord => !Naamkennis.IsTussenvoegsel(woord));
        return naam > van
            && woorden.Count <= LangsteMetVan
            && woorden[naam].Schrift == Schrift.Gemengd
            && namen.Achternaam(woorden[naam])
                >= (woorden.Take(van).All(IsZaakwoord) ? Sterkte.Vorm : Sterkte.Misschien)
            && !woorden.Exists(woord => Woordsoorten.IsInstelling(woord.Kaal) || Woordsoorten.IsPlaats(woord.Kaal))
            && woorden.Take(van).All(woord => namen.IsWoord(woord.Kaal) || IsZaakwoord(woord) || IsKort(woord));
    }

    private static bool IsZaakwoord(Woord woord) => Woordsoorten.IsBedrijfswoord(woord.Kaal);

    private static bool IsKort(Woord woord) => woord.Kaal.Length <= LangsteVoorletters * 2; // "abc van Pietersen"

    /// <summary>"Pietersen Wonen": what is known as a surname only, and an ordinary word.</summary>
    private bool IsNaamMetWoord(List<Woord> woorden) =>
        woorden.Count == 2
        && woorden[0].Schrift == Schrift.Gemengd
        && woorden[0].Kaal.Length >= KortsteGewone
        && namen.IsAlleenNaam(woorden[0].Kaal)
        && namen.IsAchternaam(woorden[0].Kaal)
        && !namen.IsVoornaam(woorden[0].Kaal)
        && namen.IsAlledaags(woorden[1].Kaal)
        && !Beroepen.IsBedrijf(woorden[1].Kaal)
        && !Woordsoorten.IsInstelling(woorden[1].Kaal);

    /// <summary>
    /// "Pietersen", "Pietersen PJ", "Prins de Visser": a surname by itself, or after another with "de".
    /// </summary>
    private bool IsKaleNaam(List<Woord> woorden)
    {
        var lang = woorden.Where(woord => woord.Kaal.Length > LangsteVoorletters).ToList();
        return lang switch
        {
            [var naam] => naam.Kaal.Length >= KortsteGewone
                && namen.IsAchternaam(naam.Kaal)
                && (woorden.Count > 1 ? woorden[0] == naam : namen.IsAlleenNaam(naam.Kaal)),
            [var voor, var achter] => woorden is [_, { Kaal: "de" or "van" }, _]
                && voor.Schrift == Schrift.Gemengd
                && voor.MetHoofdletter
                && achter.MetHoofdletter
                && namen.Achternaam(achter) == Sterkte.Zeker
                && namen.Achternaam(voor) > Sterkte.Geen,
            _ => false,
        };
    }

    /// <summary>
    /// "Studio Xxxxxx": a word that no list knows, written as a name is, beside work that is not a company's.
    /// </summary>
    private bool IsOnbekendeZaak(List<Woord> woorden, Woord naam) =>
        namen.IsOnbekend(naam)
        && naam.Schrift == Schrift.Gemengd
        && char.IsUpper(naam.Tekst[0])
        && naam.Kaal.All(char.IsLetter)
        && !naam.IsAfkorting
        && !Woordsoorten.IsInstelling(naam.Kaal)
        && Heet(naam)
        && woorden.Exists(IsZaakwoord)
        && !woorden.Exists(woord => Beroepen.IsBedrijf(woord.Kaal));

    /// <summary>
    /// "Pietersen Montage", "Karim Consultancy", "Lepel Advocaat": a word that is only known as a name beside any work,
    /// or any word before what somebody is.
    /// </summary>
    private bool IsEigenZaak(List<Woord> woorden, Woord naam) =>
        !woorden.Exists(woord => Beroepen.IsSamen(woord.Kaal) || Beroepen.IsZaak(woord.Kaal))
        && naam.Kaal.Length >= KortsteZuivere
        && (
            (
                (
                    woorden.Exists(woord => Beroepen.IsWinkel(woord.Kaal))
                        ? namen.IsAlleenNaam(naam.Kaal)
                            && (namen.IsAchternaam(naam.Kaal) || !namen.IsGangbareVoornaam(naam.Kaal))
                        : namen.IsAlleenNaam(naam.Kaal) || namen.IsGangbareVoornaam(naam.Kaal)
                ) && woorden.Exists(woord => Woordsoorten.IsBedrijfswoord(woord.Kaal))
            ) || (woorden.Count == 2 && Beroepen.IsNaam(woorden[1].Kaal) && naam.MetHoofdletter)
        );

    // Whoever drives a taxi mostly drives it alone, under any name; a shop or a company is as often named after
    // somebody else.
    private static bool Alleen(Woord woord) => Woordsoorten.IsTaxi(woord.Kaal) || Beroepen.IsAlleen(woord.Kaal);

    private bool Heet(Woord woord) =>
        (
            !namen.IsGewoonWoord(woord.Kaal)
            || (namen.Achternaam(woord) == Sterkte.Zeker && woord.Kaal.Length >= KortsteGewone)
        )
        && woord.Kaal.Any(letter => "aeiouy".Contains(letter))
        && woord.Tekst.Skip(1).Any(char.IsUpper) == woord.Tekst.All(char.IsUpper);

    /// <summary>"Taxijansen".</summary>
    private bool MetTaxiAaneen(Woord woord) =>
        woord.Kaal.StartsWith("taxi", StringComparison.Ordinal)
        && woord.Kaal.Length > "taxi".Length + LangsteVoorletters
        && namen.IsBekend(woord.Kaal["taxi".Length..]);

    /// <summary>"Jansentaxi", "JansenDriver".</summary>
    private bool MetZaakErachter(Woord woord)
    {
        var staart = Array.Find(Zaakstaarten, s => woord.Kaal.EndsWith(s, StringComparison.Ordinal));
        var rest = staart is null ? "" : woord.Kaal[..^staart.Length];
        return rest.Length >= KortsteAaneen
            && !namen.IsGewoonWoord(rest)
            && namen.Achternaam(woord with { Tekst = rest, Kaal = rest, Schrift = Schrift.Klein }) >= Sterkte.Misschien;
    }

    private bool IsBijzaak(Woord woord) =>
        woord.HeeftCijfer
        || !woord.MetHoofdletter && namen.IsAlledaags(woord.Kaal)
        || woord.Kaal.Length <= LangsteVoorletters
        || (woord.IsAfkorting && woord.Kaal.Length == LangsteVoorletters + 1)
        || Woordsoorten.IsBedrijfswoord(woord.Kaal)
        || Woordsoorten.IsPlaats(woord.Kaal)
        || Woordsoorten.Tussenvoegsels.Contains(woord.Kaal);
}
