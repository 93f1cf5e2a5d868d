using Portal.Data.Datasets;
using Portal.Data.Gebieden;

namespace Portal.Data.Indicatoren;

/// <summary>A figure that may be loaded. <paramref name="Gesloten"/>: it is known, and not shown.</summary>
public sealed record GekeurdeMeting(MetingRij Rij, Meetgebied Gebied, bool Gesloten = false);

/// <summary>Judges figures by their indicator and their area.</summary>
/// <param name="indeling">The division of the whole file, where the operator said it.</param>
/// <param name="klein">The lowest threshold that the municipality allows.</param>
public sealed class MetingKeuring(
    Meetgebieden gebieden,
    IndicatorLezer lezer,
    short? indeling,
    int klein,
    ImportRapport rapport
)
{
    private readonly Dictionary<string, Indicator> _indicatoren = [];
    private readonly HashSet<(string, string, short, short)> _gezien = [];

    /// <summary>Those that a figure is of, in the order of the explanation and then of the file.</summary>
    public IReadOnlyList<Indicator> Indicatoren =>
        [
            .. lezer.Gelezen.Values.Where(i => _indicatoren.ContainsKey(i.Code)).Select(i => _indicatoren[i.Code]),
            .. _indicatoren.Values.Where(i => !lezer.Gelezen.ContainsKey(i.Code)),
        ];

    public GekeurdeMeting? Keur(MetingRij rij)
    {
        var indicator = _indicatoren.GetValueOrDefault(rij.Indicator) ?? lezer.Van(rij.Indicator);
        var gebied = gebieden.Vind(rij.Gebied, rij.Indeling ?? indeling);
        (string Kolom, string? Waarde, string Reden)? fout =
            gebied is null ? ("gebiedscode", rij.Gebied, Onbekend(rij))
            : indicator.LaagsteSchaal is { } schaal && Gebiedsoorten.LigtOnder(gebied.Soort, schaal)
                ? ("gebiedscode", rij.Gebied, $"deze indicator is er niet voor iets kleiners dan een {schaal}")
            : indicator is { Drempel: not null, Optelbaar: not true } && rij is { N: null, Waarde: not null }
                ? ("n", null, "dit is verplicht: zonder aantal is niet te zien of het cijfer boven de drempel ligt")
            : !_gezien.Add((rij.Indicator, gebied.Code, rij.Jaar, rij.Maand))
                ? ("waarde", null, "van dit gebied en dit jaar stond de waarde al eerder in het bestand")
            : null;
        if (fout is var (kolom, waarde, reden))
        {
            rapport.Wijs(rij.Rij, kolom, waarde, reden);
            return null;
        }
        _indicatoren.TryAdd(rij.Indicator, indicator.Drempel < klein ? indicator with { Drempel = klein } : indicator);
        return new(rij, gebied!);
    }

    private string Onbekend(MetingRij rij) =>
        (rij.Indeling ?? indeling) is { } van
            ? $"dit gebied is niet bekend in indeling {van}; laad die eerst"
            : "dit gebied is niet bekend; is het van een oudere indeling, laad die dan eerst";

    /// <summary>The same figures, with those marked that are not shown.</summary>
    public List<GekeurdeMeting> Onderdruk(IReadOnlyList<GekeurdeMeting> metingen, IReadOnlyList<Familie> families)
    {
        var perIndeling = families.ToLookup(f => f.Indeling);
        var uit = new List<GekeurdeMeting>(metingen.Count);
        foreach (
            var groep in metingen.GroupBy(m => (Samen(m.Rij.Indicator), m.Rij.Jaar, m.Rij.Maand, m.Gebied.Indeling))
        )
        {
            var dicht = Verborgen([.. groep], perIndeling[groep.Key.Indeling]);
            uit.AddRange(groep.Select(m => m with { Gesloten = dicht.Contains(Cel(m)) }));
        }
        var verborgen = uit.Count(m => m.Gesloten);
        if (verborgen > 0)
        {
            rapport.Meldingen.Add(
                $"{verborgen} cijfers zijn te klein om te tonen, of zouden een te klein cijfer verraden."
            );
        }
        return uit;
    }

    private IReadOnlySet<string> Verborgen(List<GekeurdeMeting> groep, IEnumerable<Familie> families)
    {
        var bekend = groep.Where(m => m.Rij.Waarde is not null).ToList();
        var grootte = bekend.ToDictionary(Cel, m => m.Rij.N ?? m.Rij.Waarde!.Value);
        var codes = groep.Select(m => m.Rij.Indicator).Distinct().ToList();
        var klein = bekend
            .Where(m => grootte[Cel(m)] < (_indicatoren[m.Rij.Indicator].Drempel ?? 0))
            .Select(Cel)
            .ToList();
        var alle = codes
            .SelectMany(c =>
                families.Select(f => new Familie(f.Indeling, Cel(c, f.Geheel), [.. f.Delen.Select(d => Cel(c, d))]))
            )
            .Concat(Opgeteld(codes, groep));
        return Onderdrukking.Verberg(grootte, alle, klein, gekruist: codes.Count > 1);
    }

    // Of each area: the indicators that add up to another one
    private IEnumerable<Familie> Opgeteld(IReadOnlyList<string> codes, List<GekeurdeMeting> groep) =>
        from deel in codes.GroupBy(c => _indicatoren[c].DeelVan)
        where deel.Key is not null
        from gebied in groep.Select(m => m.Gebied).Distinct()
        select new Familie(gebied.Indeling, Cel(deel.Key, gebied.Code), [.. deel.Select(c => Cel(c, gebied.Code))]);

    // Indicators that add up to one another are judged together: by the one that all of them are part of
    private string Samen(string code)
    {
        var gezien = new HashSet<string>();
        while (gezien.Add(code) && _indicatoren.GetValueOrDefault(code)?.DeelVan is { } geheel)
        {
            code = geheel;
        }
        return code;
    }

    private static string Cel(GekeurdeMeting m) => Cel(m.Rij.Indicator, m.Gebied.Code);

    private static string Cel(string indicator, string gebied) => $"{indicator}\u001F{gebied}";
}
