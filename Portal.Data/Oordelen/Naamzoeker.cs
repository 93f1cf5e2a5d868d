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
internal sealed class Naamzoeker(Naamkennis kennis)
{
    private const int KortsteOnbekende = 5;

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
                && !kennis.IsWoord(woorden[i].Kaal)
                && Sluit(woorden, i)
                && Woordsoorten.IsVoorzetsel(woorden[i - 1].Kaal)
            )
            {
                sterkte = Sterkte.Misschien; // "met Xxxxx Yyyyy": nobody says that of a thing
            }
            if (sterkte < Sterkte.Misschien && inZin && IsAangekondigd(woorden, i))
            {
                (sterkte, einde) = (Sterkte.Misschien, i + 1);
            }
            if (sterkte > sterkste && !HoortBijInstelling(woorden, i, einde, inZin))
            {
                sterkste = sterkte;
            }
            // The rest of a name is no other name
            i = sterkte >= Sterkte.Misschien || woorden[i].IsInitiaal ? einde : i;
        }
        return sterkste;
    }

    /// <summary>
    /// "regie Xxxxx Yyyyy", "tentoonstelling van Les Xxxx": somebody, when no list knows one of both words, or both are names.
    /// </summary>
    private bool IsAangekondigd(List<Woord> woorden, int i) =>
        i > 0
        && Sluit(woorden, i)
        && Sluit(woorden, i + 1)
        && Woordsoorten.KondigtAan(woorden[i - 1].Kaal)
        && kennis.IsNaamdeel(woorden[i])
        && kennis.IsNaamdeel(woorden[i + 1])
        && (
            kennis.IsOnbekend(woorden[i])
            || kennis.IsOnbekend(woorden[i + 1])
            || (kennis.IsOoitNaam(woorden[i]) && kennis.IsOoitNaam(woorden[i + 1]))
        );

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
            ? (Samen(ZonderLaatste(woorden, begin, na, voor), kennis.Achternaam(woorden[na - 1]), false), na - 1)
            : (Sterkte.Geen, begin);
    }

    /// <summary>
    /// "A.R.C. Ulysses": that the surname is a given name as well makes no initials of a club's letters.
    /// </summary>
    private static Sterkte ZonderLaatste(List<Woord> woorden, int begin, int na, Sterkte voor) =>
        woorden[na - 2].IsInitiaal ? AlsClub(woorden[na - 2].Kaal, na - 1 - begin) : voor;

    private Sterkte Achterkant(List<Woord> woorden, int na, int achter, bool initialen)
    {
        var (naam, los) = (woorden[achter], achter == na);
        var geen =
            woorden[achter - 1].Kaal is "in" or "op"
            || (los && kennis.IsGeenPersoon(naam.Kaal))
            || (!initialen && kennis.IsGebouw(naam.Kaal));
        return geen ? Sterkte.Geen : kennis.Achternaam(naam);
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
            && naam.TrueForAll(woord => kennis.IsWoord(woord.Kaal))
        )
        {
            return Sterkte.Vorm;
        }
        // "Xxxxx van der Molen": such a surname is a word nearly always
        if (
            voor == Sterkte.Vorm
            && naam.Count - na > 2
            && naam[na].Kaal == "van"
            && naam[na + 1].Kaal is "der" or "den"
            && naam[0].Kaal.Length >= KortsteOnbekende
            && !kennis.IsWoord(naam[0].Kaal)
        )
        {
            return Sterkte.Misschien;
        }
        var voluit = tussen && kennis.IsVoornaam(naam[0].Kaal) && (voor >= Sterkte.Misschien || naam[na].Kaal == "van");
        return voluit ? Voluit(voor, achter) : Samen(voor, achter, tussen);
    }

    /// <summary>A surname by itself, with what stands before it: "Van den Hoek", but not "La Plaza".</summary>
    public bool IsAlleenAchternaam(List<Woord> woorden, int begin)
    {
        var achter = NaTussenvoegsels(woorden, begin);
        return achter == woorden.Count - 1
            && achter > begin
            && woorden.Skip(begin).Any(woord => woord.Kaal is "van" or "der" or "den" or "el" or "ben" or "ait")
            && kennis.Achternaam(woorden[achter]) >= Sterkte.Misschien;
    }

    private Sterkte Voorkant(List<Woord> woorden, int begin, out int na)
    {
        var sterkte = kennis.Voornaam(woorden[begin]);
        na = begin + 1;
        while (
            sterkte > Sterkte.Geen
            && Sluit(woorden, na)
            && kennis.Voornaam(woorden[na]) is var volgende and >= Sterkte.Misschien
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

    /// <summary>
    /// "Theo Thijssen school", "Basisschool Anne Frank", "de Gerard Dou": the name is of an institution or a street.
    /// </summary>
    private static bool HoortBijInstelling(List<Woord> woorden, int begin, int einde, bool inZin)
    {
        var na =
            Sluit(woorden, einde + 2) && woorden[einde + 1].Kaal is "de" && woorden[einde + 2].MetHoofdletter
                ? einde + 2
                : einde + 1;
        // Of a recipient "Tuinen" is the trade
        return (
                Sluit(woorden, na)
                && Woordsoorten.IsInstelling(woorden[na].Kaal)
                && !Woordsoorten.IsPlek(woorden[na].Kaal)
                && (inZin || !Woordsoorten.IsBedrijfswoord(woorden[na].Kaal))
            )
            || (
                begin > 0
                && Sluit(woorden, begin)
                && (
                    Woordsoorten.IsInstelling(woorden[begin - 1].Kaal)
                    || Woordsoorten.IsLidwoord(woorden[begin - 1].Kaal)
                )
            );
    }

    private static int NaTussenvoegsels(List<Woord> woorden, int i)
    {
        while (i < woorden.Count && (i == 0 || Sluit(woorden, i)) && Naamkennis.IsTussenvoegsel(woorden[i]))
        {
            i++;
        }
        return i;
    }

    private static bool Sluit(List<Woord> woorden, int i) => i < woorden.Count && !woorden[i].Los;
}
