namespace Portal.Data.Ogc;

/// <summary>The words of a filter, one after the other, and the values that they leave for the statement.</summary>
internal sealed class Cql2Lezer(string tekst, IReadOnlyList<Kiesveld> queryables, Crs crs)
{
    private const int MeesteWaarden = 300;

    private readonly List<Cql2Woord> _woorden = Cql2Woord.Lees(tekst);
    private int _plek;

    public IReadOnlyList<Kiesveld> Queryables => queryables;

    /// <summary>Of the shapes in the filter.</summary>
    public Crs Crs => crs;

    public Dictionary<string, object?> Waarden { get; } = [];

    public Cql2Woord Nu => _woorden[_plek];

    public Cql2Woord Straks => _woorden[Math.Min(_plek + 1, _woorden.Count - 1)];

    public Cql2Woord Neem()
    {
        var woord = Nu;
        _plek = Math.Min(_plek + 1, _woorden.Count - 1);
        return woord;
    }

    public bool Neem(string woord)
    {
        if (!Nu.Is(woord))
        {
            return false;
        }
        Neem();
        return true;
    }

    /// <exception cref="Cql2Fout">Something else stands there.</exception>
    public void Eis(string woord)
    {
        if (!Neem(woord))
        {
            throw Fout($"hier hoort {woord} te staan{Gevonden}.");
        }
    }

    public string Gevonden => Nu.Soort == Cql2Soort.Einde ? ", maar het filter houdt op" : $", niet '{Nu.Tekst}'";

    public Cql2Fout Fout(string reden) => new(Nu.Plek, reden);

    /// <summary>What a visitor wrote goes into the statement as this alone.</summary>
    public string Parameter(object waarde)
    {
        if (Waarden.Count >= MeesteWaarden)
        {
            throw Fout($"er staan meer dan {MeesteWaarden} waarden in het filter.");
        }
        var naam = $"Fcql{Waarden.Count}";
        Waarden[naam] = waarde;
        return "@" + naam;
    }

    /// <exception cref="Cql2Fout">There is no such column.</exception>
    public Kiesveld Kolom()
    {
        var woord = Neem();
        return queryables.FirstOrDefault(q => q.Naam == woord.Tekst)
            ?? throw new Cql2Fout(
                woord.Plek,
                $"er is geen kolom '{woord.Tekst}'. Kies uit: {string.Join(", ", queryables.Select(q => q.Naam))}."
            );
    }
}
