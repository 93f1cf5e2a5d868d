namespace Portal.Web.Components;

/// <summary>What was planned and what was spent in a year; null is not known.</summary>
public sealed record JaarBedrag(int Jaar, decimal? Begroot, decimal? Besteed, string? Url = null)
{
    public Verandering Verandering => new("", Begroot, Besteed);
    public bool Bekend => Begroot is not null || Besteed is not null;
}
