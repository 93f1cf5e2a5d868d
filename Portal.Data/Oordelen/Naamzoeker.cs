namespace Portal.Data.Oordelen;

internal enum Sterkte
{
    Geen,

    /// <summary>Built like a name, but no list knows its words.</summary>
    Vorm,
    Misschien,
    Zeker,
}

/// <summary>Finds a given name or initials with a surname in a row of words.</summary>
internal sealed class Naamzoeker(Namenlijst lijst)
{
    private const int KortsteOnbekende = 5;
    private const Kenmerken Voornamen = Kenmerken.Voornaam | Kenmerken.ZeldzameVoornaam;

    /// <summary>The strongest name that is not part of the name of a street or an institution.</summary>
    public Sterkte Sterkste(List<Woord> woorden, bool inZin)
    {
        var sterkste = Sterkte.Geen;
        for (var i = 0; i < woorden.Count; i++)
        {
            var (sterkte, einde) = Vanaf(woorden, i, inZin);
            if (
                sterkte == Sterkte.Vorm
                && einde - i == 1
                && i > 0
                && !lijst.IsGewoonWoord(woorden[i].Kaal)
                && Sluit(woorden, i)
                && Woordsoorten.IsVoorzetsel(woorden[i - 1].Kaal)
            )
            {
                sterkte = Sterkte.Misschien; // "met Xxxxx Yyyyy": nobody says that of a thing
            }
            if (sterkte > sterkste && !HoortBijInstelling(woorden, i, einde))
            {
                sterkste = sterkte;
            }
            // The rest of a name is no other name
            i = sterkte >= Sterkte.Misschien || woorden[i].IsInitiaal ? einde : i;
        }
        return sterkste;
    }

    /// <returns>How sure it is that a name starts here, and the place of its last word.</returns>
    public (Sterkte, int) Vanaf(List<Woord> woorden, int begin, bool inZin)
    {
        var voor = Voorkant(woorden, begin, out var na);
        if (voor == Sterkte.Geen)
        {
            return (Sterkte.Geen, begin);
        }
        var achter = NaTussenvoegsels(woorden, na);
        if (
            Sluit(woorden, achter)
            && Achterkant(woorden, na, achter, woorden[begin].IsInitiaal) is var kant and > Sterkte.Geen
        )
        {
            return (Oordeel(woorden[begin..(achter + 1)], na - begin, voor, kant, inZin), achter);
        }
        // "Anna Maria": the last given name serves as the surname.
        return na - begin > 1 && !woorden[na - 1].IsInitiaal && !woorden[na - 1].IsLetter
            ? (Samen(voor, Achternaam(woorden[na - 1]), false), na - 1)
            : (Sterkte.Geen, begin);
    }

    private Sterkte Achterkant(List<Woord> woorden, int na, int achter, bool initialen)
    {
        var (naam, los) = (woorden[achter], achter == na);
        var geen =
            woorden[achter - 1].Kaal is "in" or "op"
            || (los && lijst.IsGeenPersoon(naam.Kaal))
            || (!initialen && IsGebouw(naam.Kaal));
        return geen ? Sterkte.Geen : Achternaam(naam);
    }

    /// <param name="na">How many of the words come before "van" or the surname.</param>
    private Sterkte Oordeel(List<Woord> naam, int na, Sterkte voor, Sterkte achter, bool inZin)
    {
        var tussen = naam.Count - 1 > na;
        // "Anders Communiceren": two ordinary words, of which the first happens to be a name as well.
        if (
            inZin
            && naam.Count == 2
            && voor == Sterkte.Zeker
            && achter == Sterkte.Vorm
            && naam.TrueForAll(woord => lijst.IsGewoonWoord(woord.Kaal))
        )
        {
            return Sterkte.Vorm;
        }
        var voluit =
            tussen && lijst.Is(naam[0].Kaal, Voornamen) && (voor >= Sterkte.Misschien || naam[na].Kaal == "van");
        return voluit ? Voluit(voor, achter) : Samen(voor, achter, tussen);
    }

    /// <summary>A surname by itself, with what stands before it: "Van den Hoek", but not "La Plaza".</summary>
    public bool IsAlleenAchternaam(List<Woord> woorden, int begin)
    {
        var achter = NaTussenvoegsels(woorden, begin);
        return achter == woorden.Count - 1
            && achter > begin
            && woorden.Skip(begin).Any(woord => woord.Kaal is "van" or "der" or "den" or "el" or "ben" or "ait")
            && Achternaam(woorden[achter]) >= Sterkte.Misschien;
    }

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

    public bool IsAlleenVoornaam(string kaal) => lijst.Is(kaal, Voornamen) && !lijst.Is(kaal, Kenmerken.Achternaam);

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

    private Sterkte Voorkant(List<Woord> woorden, int begin, out int na)
    {
        var sterkte = Voornaam(woorden[begin]);
        na = begin + 1;
        while (
            sterkte > Sterkte.Geen
            && Sluit(woorden, na)
            && Voornaam(woorden[na]) is var volgende and >= Sterkte.Misschien
        )
        {
            sterkte = volgende > sterkte ? volgende : sterkte;
            na++;
        }
        return sterkte == Sterkte.Zeker && woorden[na - 1].IsInitiaal
            ? AlsClub(woorden[na - 1].Kaal, na - begin)
            : sterkte;
    }

    /// <summary>
    /// "A.A.S.R. Nereus", "T.V. De Meer": initials that end as the words vereniging, roeien and club do.
    /// </summary>
    private static Sterkte AlsClub(string laatste, int aantal) =>
        (laatste, aantal) switch
        {
            ("v" or "r" or "c" or "u", > 2) => Sterkte.Vorm,
            ("v", 2) => Sterkte.Misschien,
            _ => Sterkte.Zeker,
        };

    /// <summary>"Joy van Dijk": a given name and a surname with "van" prove each other.</summary>
    private static Sterkte Voluit(Sterkte voor, Sterkte achter) =>
        voor == Sterkte.Zeker && achter >= Sterkte.Vorm ? Sterkte.Zeker : Sterkte.Misschien;

    private static Sterkte Samen(Sterkte voor, Sterkte achter, bool tussenvoegsel) =>
        (voor, achter) switch
        {
            (_, Sterkte.Geen) => Sterkte.Geen,
            (Sterkte.Zeker, Sterkte.Vorm) => tussenvoegsel ? Sterkte.Zeker : Sterkte.Misschien,
            (Sterkte.Zeker, _) => Sterkte.Zeker,
            (_, Sterkte.Vorm) => Sterkte.Geen,
            (Sterkte.Misschien, Sterkte.Zeker) => Sterkte.Misschien,
            (Sterkte.Misschien, _) => Sterkte.Misschien,
            _ => Sterkte.Vorm,
        };

    private bool IsGebouw(string kaal) => Woordsoorten.IsGebouw(kaal) && !lijst.Is(kaal, Kenmerken.Achternaam);

    private static bool GeenNaam(string kaal) =>
        (Woordsoorten.IsInstelling(kaal) && !Woordsoorten.IsOokAchternaam(kaal))
        || Woordsoorten.IsPlaats(kaal)
        || Woordsoorten.IsBedrijfswoord(kaal)
        || Woordsoorten.IsBegrip(kaal);

    /// <summary>
    /// "Theo Thijssen school", "Basisschool Anne Frank", "de Gerard Dou": the name is of an institution or a street.
    /// </summary>
    private static bool HoortBijInstelling(List<Woord> woorden, int begin, int einde)
    {
        var na =
            Sluit(woorden, einde + 2) && woorden[einde + 1].Kaal is "de" && woorden[einde + 2].MetHoofdletter
                ? einde + 2
                : einde + 1;
        return (Sluit(woorden, na) && Woordsoorten.IsInstelling(woorden[na].Kaal))
            || (
                begin > 0
                && Sluit(woorden, begin)
                && (
                    Woordsoorten.IsInstelling(woorden[begin - 1].Kaal)
                    || Woordsoorten.IsLidwoord(woorden[begin - 1].Kaal)
                )
            );
    }

    private static bool IsTussenvoegsel(Woord woord) => Woordsoorten.Tussenvoegsels.Contains(woord.Kaal);

    private static int NaTussenvoegsels(List<Woord> woorden, int i)
    {
        while (i < woorden.Count && (i == 0 || Sluit(woorden, i)) && IsTussenvoegsel(woorden[i]))
        {
            i++;
        }
        return i;
    }

    private static bool Sluit(List<Woord> woorden, int i) => i < woorden.Count && !woorden[i].Los;
}
