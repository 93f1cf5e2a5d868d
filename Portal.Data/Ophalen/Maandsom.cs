namespace Portal.Data.Ophalen;

/// <summary>
/// Months to years. A month of which the source gives no figure is not zero, so a year has one only when all its twelve
/// months do.
/// </summary>
internal sealed class Maandsom
{
    private readonly Dictionary<(string Gebied, int Jaar, Cijfer Cijfer), decimal?[]> _maanden = [];

    public void Neem((string Gebied, int Jaar, Cijfer Cijfer) wat, int maand, decimal? waarde)
    {
        if (!_maanden.TryGetValue(wat, out var jaar))
        {
            _maanden[wat] = jaar = new decimal?[12];
        }
        jaar[maand - 1] = waarde;
    }

    public IEnumerable<Waarneming> Jaren() =>
        _maanden.Select(m => new Waarneming(
            m.Key.Gebied,
            m.Key.Jaar,
            m.Key.Cijfer,
            m.Value.All(w => w is not null) ? m.Value.Sum() : null
        ));
}
