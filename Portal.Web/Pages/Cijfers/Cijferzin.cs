using Portal.Data.Indicatoren;

namespace Portal.Web.Pages.Cijfers;

/// <summary>
/// What an indicator says, in sentences. Where an area stands is never said without range and number.
/// </summary>
public static class Cijferzin
{
    /// <summary>Figures of fewer years are no trend.</summary>
    public const int MinstePunten = 3;

    public static string Antwoord(CijferBlik blik, string stad)
    {
        if (blik.Gekozen is not { } periode)
        {
            return Taal.Zin("Hiervan is geen cijfer bekend.");
        }
        var eigen = blik.Gebied is { } gebied
            ? blik.Van(gebied.Code) is { } punt
                ? punt.Onderdrukt
                    ? Taal.Zin("Van {0} is het cijfer van {1} te klein om te tonen.", gebied.Naam, periode.Naam)
                    : Taal.Zin("In {0} was dit {1} in {2}.", gebied.Naam, blik.Toon(punt.Waarde), periode.Naam)
                : Taal.Zin("Van {0} is geen cijfer bekend in {1}.", gebied.Naam, periode.Naam)
            : null;
        var heel = blik.VanStad is { } waarde
            ? eigen is null
                ? Taal.Zin("In heel {0} was dit {1} in {2}.", stad, blik.Toon(waarde), periode.Naam)
                : Taal.Zin("In heel {0} was dat {1}.", stad, blik.Toon(waarde))
            : null;
        return string.Join(' ', new[] { eigen, heel, Bereik(blik, periode) }.OfType<string>());
    }

    private static string? Bereik(CijferBlik blik, Periode periode) =>
        blik.Waarden.Count < 2 || blik.Niveau.Soort == "stad" ? null
        : blik.Gebied is { } g && blik.Van(g.Code)?.Waarde is { } eigen
            ? Stand(eigen, blik.Waarden, blik.Soorten, w => blik.Toon(w))
        : Taal.Zin(
            "Van {0} van de {1} {2} is in {3} een cijfer bekend: van {4} tot {5}.",
            blik.Waarden.Count,
            blik.Gebieden.Count,
            blik.Soorten,
            periode.Naam,
            blik.Toon(blik.Waarden.Min()),
            blik.Toon(blik.Waarden.Max())
        );

    /// <summary>Where a figure stands among all of its kind: with how many there are, and from what to what.</summary>
    public static string Stand(
        decimal eigen,
        IReadOnlyCollection<decimal> alle,
        string soorten,
        Func<decimal, string> toon
    ) =>
        Taal.Zin(
            "Van de {0} {1} met een cijfer is het in {2} lager en in {3} hoger; het loopt van {4} tot {5}.",
            alle.Count,
            soorten,
            alle.Count(w => w < eigen),
            alle.Count(w => w > eigen),
            toon(alle.Min()),
            toon(alle.Max())
        );

    /// <summary>A figure is of who lived there then: how many came or went in a year is said beside it.</summary>
    public static string Doorstroom(DoorstroomRow rij, string gebied) =>
        Taal.Zin(
            "In {0} kwam of ging in één jaar {1} van de mensen ({2}). Een verandering kan dus ook komen doordat er andere mensen wonen.",
            gebied,
            Meetwaarde.Met(rij.Waarde, rij.Eenheid),
            rij.Jaar
        );

    /// <summary>
    /// From the first figure to the last that stand beside each other, so after the last break; null: there are too
    /// few.
    /// </summary>
    public static string? Trend(IReadOnlyList<Meetpunt> reeks, int? breuk, Func<decimal?, string> toon)
    {
        var breuken = Breuken(reeks, breuk);
        var begin = reeks.Select((p, i) => breuken.Contains(Periode.Van(p)) ? i : 0).DefaultIfEmpty(0).Max();
        var bekend = reeks.Skip(begin).Where(p => p.Waarde is not null).ToList();
        if (bekend.Count < MinstePunten)
        {
            return null;
        }
        var (eerste, laatste) = (bekend[0], bekend[^1]);
        var (van, tot) = (Periode.Van(eerste).Naam, Periode.Van(laatste).Naam);
        return eerste.Waarde == laatste.Waarde
                ? Taal.Zin("In {0} was het evenveel als in {1}: {2}.", tot, van, toon(laatste.Waarde))
            : eerste.Waarde < laatste.Waarde
                ? Taal.Zin(
                    "Tussen {0} en {1} ging het omhoog: van {2} naar {3}.",
                    van,
                    tot,
                    toon(eerste.Waarde),
                    toon(laatste.Waarde)
                )
            : Taal.Zin(
                "Tussen {0} en {1} ging het omlaag: van {2} naar {3}.",
                van,
                tot,
                toon(eerste.Waarde),
                toon(laatste.Waarde)
            );
    }

    /// <summary>
    /// The periods that do not stand beside the one before: made in another way, or of another division in which over 5
    /// % of the area lay elsewhere.
    /// </summary>
    public static IReadOnlySet<Periode> Breuken(IReadOnlyList<Meetpunt> reeks, int? breuk) =>
        reeks
            .Skip(1)
            .Zip(reeks)
            .Where(p =>
                p.Second.Jaar < breuk && p.First.Jaar >= breuk
                || p.First.VanIndeling != p.Second.VanIndeling
                    && Math.Max(p.First.Verschoven, p.Second.Verschoven) > 0.05m
            )
            .Select(p => Periode.Van(p.First))
            .ToHashSet();
}
