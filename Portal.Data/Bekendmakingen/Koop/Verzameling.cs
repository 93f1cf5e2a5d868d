namespace Portal.Data.Bekendmakingen.Koop;

/// <summary>The pages of one part together; a record that comes twice is kept once, the newest of the two.</summary>
internal sealed class Verzameling(KoopVraag vraag)
{
    private readonly OrderedDictionary<string, KoopRecord> _records = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<KoopFout> _fouten = [];
    private int _gelezen;
    private int _dubbel;

    /// <summary>As the last page said it.</summary>
    public int Beloofd { get; private set; }

    public void Voeg(KoopAntwoord pagina, int begin)
    {
        Beloofd = pagina.Aantal ?? Beloofd;
        _gelezen += pagina.Gelezen;
        foreach (var record in pagina.Records.Concat(pagina.Andere))
        {
            if (_records.TryAdd(record.Identifier, record))
            {
                continue;
            }
            _dubbel++;
            if (record.Gewijzigd > _records[record.Identifier].Gewijzigd)
            {
                _records[record.Identifier] = record;
            }
        }
        _fouten.AddRange(
            pagina.Fouten.Select(f =>
                f with
                {
                    Positie = f.Positie + begin - 1,
                    Zin = $"{vraag.Van:yyyy-MM-dd}, antwoord vanaf {begin}: {f.Zin}",
                }
            )
        );
    }

    public KoopDeel Deel() =>
        new(vraag.Van, vraag.TotEnMet, [.. _records.Values.Where(r => r.InGemeenteblad)])
        {
            Andere = [.. _records.Values.Where(r => !r.InGemeenteblad)],
            Fouten = _fouten,
            Beloofd = Beloofd,
            Gelezen = _gelezen - _dubbel,
            Dubbel = _dubbel,
        };
}
