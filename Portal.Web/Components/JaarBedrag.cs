namespace Portal.Web.Components;

/// <summary>What was promised (begroot, verleend) and what it became (besteed, vastgesteld) in a year; null is not known.</summary>
public sealed record JaarBedrag(int Jaar, decimal? Beloofd, decimal? Geworden, string? Url = null)
{
    public Verandering Verandering => new("", Beloofd, Geworden);
    public bool Bekend => Beloofd is not null || Geworden is not null;
}
