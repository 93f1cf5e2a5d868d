namespace Portal.Data.Bestanden;

/// <summary>The notation of a column whose values come by one at a time.</summary>
internal sealed class Notaties
{
    private bool _komma;
    private bool _punt;

    public Notatie Notatie =>
        (_komma, _punt) switch
        {
            (true, false) => Notatie.Komma,
            (false, true) => Notatie.Punt,
            _ => Notatie.Onbekend,
        };

    public void Zie(string? waarde)
    {
        var teken = waarde is null ? [] : Bedrag.Teken(waarde);
        _komma |= teken is ",";
        _punt |= teken is ".";
    }
}
