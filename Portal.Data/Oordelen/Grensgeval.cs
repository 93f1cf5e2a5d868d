namespace Portal.Data.Oordelen;

/// <summary>
/// Where doubt begins: classes of texts that name nobody more often than somebody, and yet are masked until a steward
/// has looked, for that takes a minute and a name that was shown cannot be taken back (docs/decisions/0012).
/// </summary>
internal sealed class Grensgeval(Naamkennis namen)
{
    private const int MeesteWoorden = 4; // a longer name says what the organisation is
    private const int KortsteGewone = 5; // a surname that is a word as well
    private const int KortsteZuivere = 3;

    /// <summary>Of a recipient without a legal form that no other rule masks.</summary>
    public bool Ontvanger(List<Woord> woorden) =>
        woorden[0].Schrift != Schrift.Klein
        && (
            woorden.Exists(woord => Woordsoorten.IsTaxi(woord.Kaal)) && IsTaxiVan(woorden)
            || HeetVoluit(woorden)
            || (woorden.Count <= MeesteWoorden && (HeeftAchternaam(woorden) || HeeftLosseLetter(woorden)))
        );

    /// <summary>
    /// Of a title that no other rule masks: one given name, last of all or right after "van", "met", "door".
    /// </summary>
    public bool Titel(string tekst, List<Woord> woorden) =>
        woorden.Count > 1
        && woorden[0].Schrift == Schrift.Gemengd
        && (IsVanIemand(woorden) || (EindigtOpVoornaam(woorden) && !Woordsoorten.Rechtsvorm().IsMatch(tekst)));

    /// <summary>"Poelier Bakker", "Sportcentrum Pietersen", but not after an article.</summary>
    private bool HeeftAchternaam(List<Woord> woorden) =>
        !woorden.Exists(woord => Beroepen.IsSamen(woord.Kaal))
        && woorden
            .Where((woord, i) => IsAchternaam(woord) && !(i > 0 && Woordsoorten.IsLidwoord(woorden[i - 1].Kaal)))
            .Any();

    private bool IsAchternaam(Woord woord) =>
        namen.Achternaam(woord) == Sterkte.Zeker
        && woord.Kaal.Length >= (namen.IsAlleenNaam(woord.Kaal) ? KortsteZuivere : KortsteGewone);

    /// <summary>
    /// "P Molenwerf Groep": one initial, perhaps without its dot; but "A. R. C. Molenwerf" is a club.
    /// </summary>
    private bool HeeftLosseLetter(List<Woord> woorden) =>
        woorden
            .Zip(woorden.Skip(1))
            .Where(
                (paar, i) =>
                    IsVoorletter(paar.First)
                    && !(i > 0 && IsVoorletter(woorden[i - 1]))
                    && paar.Second.Kaal.Length >= KortsteGewone
                    && namen.Achternaam(paar.Second) > Sterkte.Geen
            )
            .Any();

    private static bool IsVoorletter(Woord woord) => woord.IsLetter || woord.IsInitiaal;

    /// <summary>"Voetbalschool Petra van den Hoek": a school of somebody who is not long dead.</summary>
    private bool HeetVoluit(List<Woord> woorden)
    {
        for (var i = 0; i + 2 < woorden.Count; i++)
        {
            var achter = woorden.FindIndex(i + 1, woord => !Naamkennis.IsTussenvoegsel(woord));
            if (
                achter > i + 1
                && namen.IsVoornaam(woorden[i].Kaal)
                && namen.Voornaam(woorden[i]) > Sterkte.Geen
                && namen.Achternaam(woorden[achter]) == Sterkte.Zeker
            )
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>
    /// "Taxi Iris": one word beside "taxi" that is a name of somebody or of a place, whatever else it is.
    /// </summary>
    private bool IsTaxiVan(List<Woord> woorden) =>
        woorden
            .Where(woord =>
                woord.Kaal.Length >= KortsteZuivere
                && !Woordsoorten.IsBedrijfswoord(woord.Kaal)
                && !Woordsoorten.IsPlaats(woord.Kaal)
                && !Naamkennis.IsTussenvoegsel(woord)
            )
            .ToList()
            is [var over]
        && (namen.IsOoitNaam(over) || namen.IsEigennaam(over.Kaal));

    private bool EindigtOpVoornaam(List<Woord> woorden) =>
        namen.IsGangbareVoornaam(woorden[^1].Kaal)
        && namen.Voornaam(woorden[^1]) == Sterkte.Zeker
        && (
            woorden[^1].Los
            || !(Woordsoorten.IsInstelling(woorden[^2].Kaal) || Woordsoorten.IsLidwoord(woorden[^2].Kaal))
        );

    private bool IsVanIemand(List<Woord> woorden)
    {
        for (var i = 1; i < woorden.Count; i++)
        {
            if (
                Woordsoorten.IsVoorzetsel(woorden[i - 1].Kaal)
                && woorden[i].MetHoofdletter
                && !woorden[i].Los
                && namen.IsAlleenGangbareVoornaam(woorden[i].Kaal)
                && namen.Voornaam(woorden[i]) == Sterkte.Zeker
                && !(i + 1 < woorden.Count && Woordsoorten.IsInstelling(woorden[i + 1].Kaal))
            )
            {
                return true;
            }
        }
        return false;
    }
}
