namespace Portal.Web.Components;

/// <summary>What one thing was and became; null is not known, and then there is no difference either.</summary>
public sealed record Verandering(string Naam, decimal? Was, decimal? Werd, string? Url = null)
{
    public decimal? Verschil => Werd - Was;

    /// <summary>"+ € 1.234 meer": sign and word, so that neither colour nor a thin dash has to say it.</summary>
    public string InWoorden =>
        Verschil switch
        {
            null => "niet te berekenen",
            0 => "gelijk",
            > 0 => $"+\u00A0{Bedrag(Verschil.Value)} meer",
            < 0 => $"−\u00A0{Bedrag(-Verschil.Value)} minder",
        };

    // A difference of cents is not "€ 0 meer".
    private static string Bedrag(decimal verschil) => verschil < 1 ? Opmaak.EuroCent(verschil) : Opmaak.Euro(verschil);
}
