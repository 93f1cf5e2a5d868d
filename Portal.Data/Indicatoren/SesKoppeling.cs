using Portal.Data.Gebieden;

namespace Portal.Data.Indicatoren;

/// <summary>
/// A row of the source in one period. <paramref name="Code"/> is the source's own: BU03630803 lies in WK036308.
/// </summary>
public sealed record SesRij(int Rij, string Code, string Soort, string Naam, int Huishoudens, decimal? Waarde)
{
    public string? Wijk => Soort == "buurt" && Code.Length >= 8 ? $"WK{Code[2..8]}" : null;
}

/// <summary>A figure of one of our areas, and how it was joined (docs/decisions/0014).</summary>
public sealed record SesMeting(
    string Code,
    int Rij,
    decimal? Waarde,
    int Huishoudens,
    string Bronnaam,
    string Koppeling
);

/// <summary>
/// Joins the areas of one period to ours, without their codes, which are older: by name; the one buurt left over in a
/// wijk
/// to the one of ours left over there; a wijk whose buurten all went to one wijk; and means weighted by households.
/// </summary>
public sealed class SesKoppeling
{
    /// <summary>The share of the households that may be without a score in a mean of it.</summary>
    public const decimal MagOntbreken = 0.1m;

    private readonly BekendeGebieden _gebieden;
    private readonly IReadOnlyList<SesRij> _bron;
    private readonly ILookup<string?, SesRij> _buurten;
    private readonly Dictionary<SesRij, string> _naar = [];
    private readonly Dictionary<string, SesRij> _van = [];
    private readonly Dictionary<string, SesMeting> _metingen = [];

    public SesKoppeling(BekendeGebieden gebieden, IReadOnlyList<SesRij> bron)
    {
        (_gebieden, _bron) = (gebieden, bron);
        _buurten = bron.ToLookup(r => r.Wijk);
        foreach (var rij in bron)
        {
            if (gebieden.OpNaam(rij.Soort, rij.Naam) is { } code)
            {
                Koppel(rij, code, "naam");
            }
        }
        DoorUitsluiting();
        MetBuurten();
        Opgegaan();
        GewogenWijken();
        GrotereGebieden();
    }

    public IReadOnlyCollection<SesMeting> Metingen => _metingen.Values;

    /// <summary>The areas of the source that no figure of ours is made of.</summary>
    public IEnumerable<SesRij> Los => _bron.Where(r => !_naar.ContainsKey(r));

    private void Koppel(SesRij rij, string code, string koppeling)
    {
        if (_metingen.TryAdd(code, new(code, rij.Rij, rij.Waarde, rij.Huishoudens, rij.Naam, koppeling)))
        {
            _naar[rij] = code;
            _van[code] = rij;
        }
    }

    // The wijk is the same by name, and so are all its buurten but one, here and there.
    private void DoorUitsluiting()
    {
        foreach (var wijk in _bron.Where(r => r.Soort == "wijk" && _naar.ContainsKey(r)))
        {
            var hier = _gebieden.BuurtenVan(_naar[wijk]);
            var (gekoppeld, los) = (
                _buurten[wijk.Code].Where(_naar.ContainsKey).ToList(),
                _buurten[wijk.Code].Where(b => !_naar.ContainsKey(b)).ToList()
            );
            if (
                los.Count == 1
                && hier.Count == gekoppeld.Count + 1
                && gekoppeld.TrueForAll(b => hier.Contains(_naar[b]))
            )
            {
                Koppel(los[0], hier.Single(b => !_van.ContainsKey(b)), "uitsluiting");
            }
        }
    }

    // Our wijk that at least half of the buurten of an old wijk are in now, and none is in another; null when there is
    // none.
    private string? Doel(SesRij wijk)
    {
        var (alle, gekoppeld) = (_buurten[wijk.Code].Count(), _buurten[wijk.Code].Where(_naar.ContainsKey).ToList());
        var wijken = gekoppeld.Select(b => _gebieden.WijkVan(_naar[b])).Distinct().ToList();
        return gekoppeld.Count > 0 && 2 * gekoppeld.Count >= alle && wijken.Count == 1 ? wijken[0] : null;
    }

    private void MetBuurten()
    {
        foreach (var wijk in _bron.Where(r => r.Soort == "wijk" && !_naar.ContainsKey(r)))
        {
            if (
                Doel(wijk) is { } doel
                && _gebieden.BuurtenVan(doel).Where(_van.ContainsKey).All(b => _van[b].Wijk == wijk.Code)
            )
            {
                Koppel(wijk, doel, "buurten");
            }
        }
    }

    // A wijk that kept its name and has since taken in another.
    private void Opgegaan()
    {
        foreach (
            var groep in _bron
                .Where(r => r.Soort == "wijk" && !_naar.ContainsKey(r))
                .GroupBy(Doel)
                .Where(g => g.Key is not null && _van.ContainsKey(g.Key))
                .ToList()
        )
        {
            List<SesRij> delen = [_van[groep.Key!], .. groep];
            if (Weeg(delen.Select(d => (d.Huishoudens, d.Waarde))) is { } waarde)
            {
                _metingen[groep.Key!] = new(
                    groep.Key!,
                    delen[0].Rij,
                    waarde,
                    delen.Sum(d => d.Huishoudens),
                    string.Join(" + ", delen.Select(d => d.Naam)),
                    "gewogen"
                );
                delen.ForEach(d => _naar[d] = groep.Key!);
            }
        }
    }

    private void GewogenWijken()
    {
        foreach (var wijk in _gebieden.Wijken.Where(w => !_metingen.ContainsKey(w)))
        {
            Weeg(wijk, _gebieden.BuurtenVan(wijk), "buurt", "buurten");
        }
    }

    // The source has no figures of these kinds.
    private void GrotereGebieden()
    {
        foreach (var (code, wijken) in _gebieden.WijkenVan.Where(g => !_metingen.ContainsKey(g.Key)))
        {
            Weeg(code, wijken, "wijk", "wijken");
        }
    }

    private void Weeg(string code, IReadOnlyCollection<string> delen, string een, string meer)
    {
        var metingen = delen.Select(_metingen.GetValueOrDefault).OfType<SesMeting>().ToList();
        if (metingen.Count == delen.Count && Weeg(metingen.Select(m => (m.Huishoudens, m.Waarde))) is { } waarde)
        {
            _metingen[code] = new(
                code,
                metingen[0].Rij,
                waarde,
                metingen.Sum(m => m.Huishoudens),
                $"{metingen.Count} {(metingen.Count == 1 ? een : meer)}",
                "gewogen"
            );
        }
    }

    /// <summary>
    /// The mean by households, to three decimals as the source; null when too many of them are without a score.
    /// </summary>
    public static decimal? Weeg(IEnumerable<(int Huishoudens, decimal? Waarde)> delen)
    {
        var alle = delen.ToList();
        var bekend = alle.Where(d => d.Waarde is not null && d.Huishoudens > 0).ToList();
        var (samen, zonder) = (
            bekend.Sum(d => d.Huishoudens),
            alle.Where(d => d.Waarde is null).Sum(d => d.Huishoudens)
        );
        return samen == 0 || zonder > MagOntbreken * (samen + zonder)
            ? null
            : decimal.Round(bekend.Sum(d => d.Huishoudens * d.Waarde!.Value) / samen, 3, MidpointRounding.AwayFromZero);
    }
}
