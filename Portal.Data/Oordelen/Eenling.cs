namespace Portal.Data.Oordelen;

/// <summary>A sole trader under a name of his or her own: one name, and what the trade is ("Taxi Jansen").</summary>
internal sealed class Eenling(Naamzoeker namen)
{
    private const int KortsteGewone = 5; // a surname that is a word as well: "Visser", but not "Dam"
    private const int LangsteVoorletters = 2; // "AB Jansen Taxi"

    public bool Lijkt(List<Woord> woorden)
    {
        if (namen.IsAlleenAchternaam(woorden, 0))
        {
            return true;
        }
        var over = woorden.Where(woord => !IsBijzaak(woord)).ToList();
        if (over.Count == 0)
        {
            return woorden.Any(MetTaxiAaneen);
        }
        if (over.Count != 1 || over.Count == woorden.Count)
        {
            return false;
        }
        var plek = woorden.IndexOf(over[0]);
        var naam = namen.Achternaam(over[0] with { Schrift = Schrift.Klein });
        return (woorden.Any(woord => Woordsoorten.IsTaxi(woord.Kaal)) && naam >= Sterkte.Misschien && Heet(over[0]))
            || (
                woorden.Any(woord => Woordsoorten.IsBeroep(woord.Kaal))
                && naam > Sterkte.Geen
                && Heet(over[0])
                && !namen.IsAlleenVoornaam(over[0].Kaal)
            )
            || (
                woorden.Any(Alleen)
                && naam > Sterkte.Geen
                && plek > 0
                && woorden[plek - 1].Kaal is "van" or "der" or "den"
            );
    }

    // Whoever drives a taxi mostly drives it alone, under any name; a shop or a company is as often named after
    // somebody else.
    private static bool Alleen(Woord woord) => Woordsoorten.IsTaxi(woord.Kaal) || Woordsoorten.IsBeroep(woord.Kaal);

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

    private static bool IsBijzaak(Woord woord) =>
        woord.HeeftCijfer
        || woord.Kaal.Length <= LangsteVoorletters
        || (woord.IsAfkorting && woord.Kaal.Length == LangsteVoorletters + 1)
        || Woordsoorten.IsBedrijfswoord(woord.Kaal)
        || Woordsoorten.IsPlaats(woord.Kaal)
        || Woordsoorten.Tussenvoegsels.Contains(woord.Kaal);
}
