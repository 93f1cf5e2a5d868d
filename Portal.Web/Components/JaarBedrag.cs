namespace Portal.Web.Components;

/// <summary>
/// What was promised (begroot, verleend) and what it became (besteed, vastgesteld) in a year; null is not known.
/// </summary>
/// <param name="Onvolledig">What is not there is known in part: not a point to compare.</param>
public sealed record JaarBedrag(
    int Jaar,
    decimal? Beloofd,
    decimal? Geworden,
    string? Url = null,
    bool Onvolledig = false
)
{
    /// <summary>
    /// What stands in the place of an amount that is not there: not complete is something else than not known.
    /// </summary>
    public string Ontbreekt => Onvolledig ? Taal.Zin("niet compleet") : Opmaak.Onbekend;

    public Verandering Verandering => new("", Beloofd, Geworden);
    public bool Bekend => Beloofd is not null || Geworden is not null;
}
