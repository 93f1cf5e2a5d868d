using Dapper;

namespace Portal.Data.Indicatoren;

/// <summary>
/// The newest figure of one area for one indicator, and where that stands among all areas of its kind in that period.
/// </summary>
public sealed record StandRow
{
    public required string Dataset { get; init; }
    public required string DatasetTitel { get; init; }
    public required string Code { get; init; }
    public string Naam { get; init; } = "";
    public string Definitie { get; init; } = "";
    public string Eenheid { get; init; } = "";
    public string Thema { get; init; } = "";
    public bool Optelbaar { get; init; }
    public int? Breuk { get; init; }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Meetpunt> Reeks { get; init; } = [];
    public decimal? Stad { get; init; }

    /// <summary>Of how many areas of the kind there is a figure.</summary>
    public int Aantal { get; init; }
    public int Lager { get; init; }
    public int Hoger { get; init; }
    public decimal? Laagste { get; init; }
    public decimal? Hoogste { get; init; }

    public Meetpunt Nu => Reeks[0];
}

public sealed class StandQueries(Lezing lezing)
{
    /// <summary>Of every indicator that is explained and has a row for this area.</summary>
    public async Task<IReadOnlyList<StandRow>> ListAsync(string gebied, string soort, CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        var punten = (await connection.QueryAsync<Punt>(new(Eigen, new { gebied }, cancellationToken: ct))).AsList();
        var reeksen = punten.GroupBy(p => (p.VersieId, p.Code)).ToList();
        if (reeksen.Count == 0)
        {
            return [];
        }
        var nu = reeksen.Select(r => r.First()).ToList();
        var standen = (
            await connection.QueryAsync<Stand>(
                new(
                    Alle,
                    new
                    {
                        soort,
                        Versies = nu.Select(p => p.VersieId).ToArray(),
                        Codes = nu.Select(p => p.Code).ToArray(),
                        Jaren = nu.Select(p => p.Jaar).ToArray(),
                        Maanden = nu.Select(p => p.Maand).ToArray(),
                        Waarden = nu.Select(p => p.Waarde).ToArray(),
                    },
                    cancellationToken: ct
                )
            )
        ).ToDictionary(s => (s.VersieId, s.Code));
        return [.. reeksen.Select(r => Van(gebied, [.. r], standen.GetValueOrDefault(r.Key)))];
    }

    private static StandRow Van(string gebied, List<Punt> reeks, Stand? stand) =>
        new()
        {
            Dataset = reeks[0].Dataset,
            DatasetTitel = reeks[0].DatasetTitel,
            Code = reeks[0].Code,
            Naam = reeks[0].Naam,
            Definitie = reeks[0].Definitie,
            Eenheid = reeks[0].Eenheid,
            Thema = reeks[0].Thema,
            Optelbaar = reeks[0].Optelbaar,
            Breuk = reeks[0].Breuk,
            Reeks = [.. reeks.Select(p => p.AlsMeetpunt(gebied))],
            Stad = stand?.Stad,
            Aantal = stand?.Aantal ?? 0,
            Lager = stand?.Lager ?? 0,
            Hoger = stand?.Hoger ?? 0,
            Laagste = stand?.Laagste,
            Hoogste = stand?.Hoogste,
        };

    private const string Eigen = """
        select i.versie_id, i.dataset, i.dataset_titel, i.code, i.naam, i.definitie, i.eenheid, i.thema,
               coalesce(i.optelbaar, false) as optelbaar, i.breuk::int, m.jaar::int, m.maand::int, m.waarde, m.n,
               m.voorlopig, m.onderdrukt,
               m.herrekend, m.verschoven, m.van_indeling::int, m.koppeling
        from meting_hier m join indicator_nu i on i.versie_id = m.versie_id and i.code = m.indicator
        where m.code = @gebied and i.definitie is not null
        order by i.dataset, i.plek, i.code, m.jaar desc, m.maand desc limit 20000
        """;

    // The versions and indicators stand in the statement as lists, so that only their rows are read.
    private const string Alle = """
        with eigen as (
            select * from unnest(@Versies::int[], @Codes::text[], @Jaren::int[], @Maanden::int[], @Waarden::numeric[])
                as e (versie_id, code, jaar, maand, waarde)),
        alle as (
            select m.versie_id, m.indicator, m.jaar, m.maand, m.waarde, g.soort
            from meting_hier m join gebied_nu g on g.code = m.code and g.soort in (@soort, 'stad')
            where m.versie_id = any (@Versies) and m.indicator = any (@Codes) and m.waarde is not null)
        select e.versie_id, e.code, (max(a.waarde) filter (where a.soort = 'stad')) as stad,
               (count(*) filter (where a.soort = @soort))::int as aantal,
               (count(*) filter (where a.soort = @soort and a.waarde < e.waarde))::int as lager,
               (count(*) filter (where a.soort = @soort and a.waarde > e.waarde))::int as hoger,
               min(a.waarde) filter (where a.soort = @soort) as laagste,
               max(a.waarde) filter (where a.soort = @soort) as hoogste
        from eigen e join alle a on a.versie_id = e.versie_id and a.indicator = e.code and a.jaar = e.jaar
            and a.maand = e.maand
        group by e.versie_id, e.code
        """;

    private sealed record Stand(
        int VersieId,
        string Code,
        decimal? Stad,
        int Aantal,
        int Lager,
        int Hoger,
        decimal? Laagste,
        decimal? Hoogste
    );

    private sealed record Punt
    {
        public int VersieId { get; init; }
        public string Dataset { get; init; } = "";
        public string DatasetTitel { get; init; } = "";
        public string Code { get; init; } = "";
        public string Naam { get; init; } = "";
        public string Definitie { get; init; } = "";
        public string Eenheid { get; init; } = "";
        public string Thema { get; init; } = "";
        public bool Optelbaar { get; init; }
        public int? Breuk { get; init; }
        public int Jaar { get; init; }
        public int Maand { get; init; }
        public decimal? Waarde { get; init; }
        public int? N { get; init; }
        public bool Voorlopig { get; init; }
        public bool Onderdrukt { get; init; }
        public bool Herrekend { get; init; }
        public decimal Verschoven { get; init; }
        public int VanIndeling { get; init; }
        public string Koppeling { get; init; } = "";

        public Meetpunt AlsMeetpunt(string gebied) =>
            new(gebied, Jaar, Maand, Waarde, N, Voorlopig, Onderdrukt, Herrekend, Verschoven, VanIndeling, Koppeling);
    }
}
