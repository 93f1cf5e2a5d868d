namespace Portal.Web.Components;

/// <summary>What one thing was and became; null is not known, and then there is no difference either.</summary>
public sealed record Verandering(string Naam, decimal? Was, decimal? Werd, string? Url = null, bool Bron = false)
{
    public decimal? Verschil => Werd - Was;

    /// <summary>"+ € 1.234 meer": sign and word, so that neither colour nor a thin dash has to say it.</summary>
    public string InWoorden =>
        Verschil switch
        {
            null => Taal.Zin("niet te berekenen"),
            0 => Taal.Zin("gelijk"),
            > 0 => Taal.Zin("+\u00A0{0} meer", Bedrag(Verschil.Value)),
            < 0 => Taal.Zin("−\u00A0{0} minder", Bedrag(-Verschil.Value)),
        };

    // A difference of cents is not "€ 0 meer".
    private static string Bedrag(decimal verschil) => verschil < 1 ? Opmaak.EuroCent(verschil) : Opmaak.Euro(verschil);
}
