namespace Portal.Data.Begrotingen;

/// <summary>
/// A place named in a text: the words [Begin, Eind) and the area that they mean; null when they mean none here.
/// <paramref name="AlleenInLijst"/>: by itself no proof, but beside a place that is proof it is a place too.
/// </summary>
internal sealed record Plaats(int Begin, int Eind, string Tekst, HerkenbaarGebied? Gebied, bool AlleenInLijst = false);

/// <summary>The places that one text names, and whether all members of its lists are known.</summary>
internal sealed class Plaatslezing
{
    private readonly Plaatstekst _tekst;
    private readonly Gebiedsnamen _namen;
    private readonly string? _stadsdeel;
    private readonly List<Plaats> _genoemd = [];

    public Plaatslezing(Plaatstekst tekst, Gebiedsnamen namen, string? stadsdeel)
    {
        (_tekst, _namen, _stadsdeel) = (tekst, namen, stadsdeel);
        VindNamen();
        var hier = _genoemd.Where(p => p is { Gebied: not null, AlleenInLijst: false }).ToList();
        var samen = hier.Concat(hier.SelectMany(p => LedenErvoor(p).Concat(LedenErna(p)))).ToList();
        Onbekend = samen.Any(p => p.Gebied is null);
        Plaatsen = Onbekend ? [] : [.. samen.Where(p => !(hier.Contains(p) && samen.Any(q => Omvat(p, q))))];
    }

    public IReadOnlyList<Plaats> Plaatsen { get; }

    /// <summary>A list has a member that is a place too, but not one that is known here.</summary>
    public bool Onbekend { get; }

    private void VindNamen()
    {
        for (var i = 0; i < _tekst.Aantal; )
        {
            var plaats = Langste(i);
            if (plaats is not null && !IsStaart(plaats))
            {
                var geenBewijs = _namen.IsGeenBewijs(_tekst.Sleutel(plaats.Begin, plaats.Eind), _stadsdeel);
                var streng = _stadsdeel is null || plaats.Gebied?.Plek is not null;
                if (geenBewijs || Plaatswoorden.IsBewijs(_tekst, plaats, streng))
                {
                    _genoemd.Add(plaats with { AlleenInLijst = geenBewijs });
                }
            }
            i = plaats?.Eind ?? i + 1;
        }
    }

    // "Jordaan Zuid" is not the Jordaan and Zuid.
    private bool IsStaart(Plaats plaats) =>
        plaats.Eind == plaats.Begin + 1
        && Plaatswoorden.IsWindstreek(_tekst[plaats.Begin])
        && !_tekst.Breekt(plaats.Begin)
        && _genoemd.LastOrDefault()?.Eind == plaats.Begin;

    private Plaats? Langste(int begin)
    {
        Plaats? langste = null;
        for (var eind = begin + 1; eind <= _tekst.Aantal && (eind == begin + 1 || !_tekst.Breekt(eind - 1)); eind++)
        {
            var sleutel = _tekst.Sleutel(begin, eind);
            if (sleutel.Length > _namen.LangsteNaam)
            {
                break;
            }
            if (_namen.Kent(sleutel) || _namen.IsGeenBewijs(sleutel, _stadsdeel))
            {
                langste = new(begin, eind, _tekst.Stuk(begin, eind), _namen.Vind(sleutel, _stadsdeel));
            }
        }
        return langste;
    }

    /// <summary>
    /// What stands before a place in its list: half words ("Marathon- en Schinkelbuurt"), places of elsewhere, unknown
    /// ones.
    /// </summary>
    private List<Plaats> LedenErvoor(Plaats plaats)
    {
        var leden = new List<Plaats>();
        var lid = _tekst.VorigLid(plaats.Begin);
        while (lid is { } half && Genoemd(half) is null && Afgemaakt(half, plaats) is { } heel)
        {
            leden.Add(heel);
            lid = _tekst.VorigLid(half);
        }
        if (lid is { } i)
        {
            leden.AddRange(
                Genoemd(i) is { } bekend ? Meetellend(bekend)
                : _tekst.Hangt(i) || Plaatswoorden.LijktPlaats(_tekst, i) || IsEigennaam(i, i + 1) ? [Onbekende(i)]
                : []
            );
        }
        return leden;
    }

    /// <summary>
    /// What follows a place in its list: "Buitenveldert-Oost en -West", places of elsewhere, unknown ones.
    /// </summary>
    private List<Plaats> LedenErna(Plaats plaats)
    {
        var leden = new List<Plaats>();
        if (
            _tekst.IsEnAndere(plaats.Eind)
            || Genoemd(plaats.Eind) is { Gebied: null }
                && !_tekst.Breekt(plaats.Eind)
                && _tekst.MetHoofdletter(plaats.Eind)
        )
        {
            leden.Add(Onbekende(plaats.Eind));
        }
        var lid = _tekst.VolgendLid(plaats.Eind);
        while (lid is { } half && MetAnderEind(plaats, half) is { } heel)
        {
            leden.Add(heel);
            lid = _tekst.VolgendLid(half + 1);
        }
        if (lid is { } i)
        {
            leden.AddRange(
                Genoemd(i) is { } bekend ? Meetellend(bekend)
                : _tekst.Lid(i).Any(w => Plaatswoorden.LijktPlaats(_tekst, w))
                || IsEigennaam(i, plaats.Eind)
                || plaats.Gebied?.Plek is not null && _tekst.MetHoofdletter(i)
                    ? [Onbekende(i)]
                : []
            );
        }
        return leden;
    }

    private Plaats Onbekende(int woord) => new(woord, woord + 1, _tekst[woord], null);

    // A name of this stadsdeel counts for itself already; what is no proof by itself or lies elsewhere counts as a
    // member.
    private IEnumerable<Plaats> Meetellend(Plaats bekend) =>
        (
            bekend.Gebied is null
                ? Enumerable.Range(bekend.Begin, bekend.Eind - bekend.Begin).Any(_tekst.MetHoofdletter)
                : bekend.AlleenInLijst
        )
            ? [bekend]
            : [];

    private Plaats? MetAnderEind(Plaats plaats, int woord)
    {
        var sleutel = _tekst.Sleutel(plaats.Begin, plaats.Eind - 1) + _tekst[woord];
        return plaats.Eind - plaats.Begin > 1 && _namen.Kent(sleutel)
            ? new(woord, woord + 1, _tekst[woord], _namen.Vind(sleutel, _stadsdeel))
            : null;
    }

    /// <summary>
    /// After or before "en" a capital is another name: "Jacob Geelbuurt en Piet Mondriaan", but not "Jongeren IJburg en
    /// Vrouwen IJburg".
    /// </summary>
    private bool IsEigennaam(int woord, int en) =>
        _tekst.IsEn(en)
        && _tekst.MetHoofdletter(woord)
        && !Plaatswoorden.IsGewoon(_tekst[woord])
        && !(woord > en && _tekst.Lid(woord).Any(w => Genoemd(w) is not null));

    private Plaats? Genoemd(int woord) => _genoemd.Find(p => p.Begin <= woord && woord < p.Eind);

    /// <summary>A half word with the end of the place that closes the list: "H" and "D-buurt" is the H-buurt.</summary>
    private Plaats? Afgemaakt(int woord, Plaats plaats)
    {
        var laatste = _tekst[plaats.Eind - 1];
        var staarten = Plaatswoorden.Staarten(laatste).Concat(plaats.Eind - plaats.Begin > 1 ? [laatste] : []);
        var sleutel = staarten.Select(staart => _tekst[woord] + staart).FirstOrDefault(_namen.Kent);
        return sleutel is null ? null : new(woord, woord + 1, sleutel, _namen.Vind(sleutel, _stadsdeel));
    }

    /// <summary>
    /// Whether the one only says where the other lies: "Bos en Lommer (Landlust)", but not "Landlust en Bos en Lommer".
    /// </summary>
    private bool Omvat(Plaats ruim, Plaats eng) =>
        ruim.Gebied != eng.Gebied
        && eng.Gebied!.LigtIn(ruim.Gebied!.Code)
        && !Nevengeschikt(ruim, eng)
        && !Nevengeschikt(eng, ruim);

    private bool Nevengeschikt(Plaats eerste, Plaats tweede) =>
        eerste.Eind == tweede.Begin && _tekst.Vast(tweede.Begin)
        || !_tekst.Komma(eerste.Eind)
            && _tekst.VolgendLid(eerste.Eind) is { } lid
            && tweede.Begin <= lid
            && lid < tweede.Eind;
}
