namespace Portal.Data.Indicatoren;

/// <summary>
/// Which of the hidden figures could be worked out from those that are shown, by adding up and taking away: the totals
/// as equations, with the hidden figures as unknowns. Needed where totals cross, of areas and of indicators: there no
/// total may have one unknown, and one of them can still be known.
/// </summary>
internal static class Afleiding
{
    private const long Priem = 2_147_483_647; // counting modulo a prime: no fractions, and nothing gets large

    public static string? Eerste(IReadOnlyList<Familie> families, IReadOnlySet<string> verborgen)
    {
        var vrij = new Dictionary<string, Dictionary<string, long>>(); // per unknown, what it is equal to of the others
        foreach (var familie in families)
        {
            var rij = new Dictionary<string, long>();
            foreach (var cel in familie.Delen.Append(familie.Geheel).Where(verborgen.Contains))
            {
                Tel(rij, cel, cel == familie.Geheel ? Priem - 1 : 1);
            }
            Vul(rij, vrij);
            if (rij.Count > 0)
            {
                var spil = rij.Keys.First();
                Schaal(rij, spil);
                foreach (var ander in vrij.Values)
                {
                    Vervang(ander, spil, rij);
                }
                vrij[spil] = rij;
            }
        }
        return vrij.FirstOrDefault(r => r.Value.Count == 1).Key;
    }

    // What is known of earlier unknowns is filled in
    private static void Vul(Dictionary<string, long> rij, Dictionary<string, Dictionary<string, long>> vrij)
    {
        foreach (var spil in rij.Keys.Where(vrij.ContainsKey).ToList())
        {
            Vervang(rij, spil, vrij[spil]);
        }
    }

    private static void Vervang(Dictionary<string, long> rij, string spil, Dictionary<string, long> door)
    {
        if (rij.GetValueOrDefault(spil) is var maal and not 0)
        {
            foreach (var (cel, waarde) in door)
            {
                Tel(rij, cel, (Priem - maal) * waarde % Priem);
            }
        }
    }

    private static void Schaal(Dictionary<string, long> rij, string spil)
    {
        var maal = (long)System.Numerics.BigInteger.ModPow(rij[spil], Priem - 2, Priem);
        foreach (var cel in rij.Keys.ToList())
        {
            rij[cel] = rij[cel] * maal % Priem;
        }
    }

    private static void Tel(Dictionary<string, long> rij, string cel, long waarde)
    {
        var som = (rij.GetValueOrDefault(cel) + waarde) % Priem;
        if (som == 0)
        {
            rij.Remove(cel);
        }
        else
        {
            rij[cel] = som;
        }
    }
}
