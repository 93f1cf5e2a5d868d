using Dapper;

namespace Portal.Data.Indicatoren;

/// <summary>A figure of one area, year and perhaps month.</summary>
/// <param name="Maand">0: of the whole year.</param>
/// <param name="Onderdrukt">There is a figure, and it is too small to be shown.</param>
/// <param name="Herrekend">It was made of figures of an older division, which lay otherwise.</param>
/// <param name="Verschoven">Which part of the area is not what it was in that division.</param>
public sealed record Meetpunt(
    string Code,
    int Jaar,
    int Maand,
    decimal? Waarde,
    int? N,
    bool Voorlopig,
    bool Onderdrukt,
    bool Herrekend,
    decimal Verschoven,
    int VanIndeling,
    string Koppeling
);

/// <summary>A kind of area that an indicator has figures of, in a division.</summary>
public sealed record Meetniveau(int Indeling, string Soort, bool Nu);

/// <summary>An area with its name, of whatever division.</summary>
public sealed record Naamgebied(string Code, string Naam);

/// <summary>Which part of the inhabitants of an area came or went in a year.</summary>
public sealed record DoorstroomRow(string Dataset, string Code, int Jaar, decimal Waarde, string Eenheid);

/// <summary>One indicator whole: what it is, and its figures of all areas and years.</summary>
public sealed class CijferQueries(Lezing lezing)
{
    private const string Punt = """
        m.code, m.jaar::int, m.maand::int, m.waarde, m.n, m.voorlopig, m.onderdrukt
        """;

    private const string VanDataset = """
        join versie v on v.id = m.versie_id join dataset d on d.id = v.dataset_id and d.code = @dataset
        """;

    public async Task<Indicator?> VindAsync(string dataset, string code, CancellationToken ct)
    {
        const string sql = """
            select code, naam, eenheid, definitie, thema, richting, methode, bron, laagste_schaal, drempel, optelbaar,
                   beleving, kern, naast_geld, breuk, deel_van, doorstroom
            from indicator_nu where dataset = @dataset and code = @code
            """;

        var connection = await lezing.OpenAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<Indicator>(
            new(sql, new { dataset, code }, cancellationToken: ct)
        );
    }

    /// <summary>
    /// Which part of the inhabitants of an area came or went, in the newest year that is known; null: no indicator says
    /// it.
    /// </summary>
    public async Task<DoorstroomRow?> DoorstroomAsync(string gebied, CancellationToken ct)
    {
        const string sql = """
            select i.dataset, i.code, m.jaar::int, m.waarde, i.eenheid
            from meting_hier m
            join indicator_nu i on i.versie_id = m.versie_id and i.code = m.indicator and i.doorstroom
            where m.code = @gebied and m.maand = 0 and m.waarde is not null
            order by m.jaar desc, i.dataset, i.plek limit 1
            """;

        var connection = await lezing.OpenAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<DoorstroomRow>(
            new(sql, new { gebied }, cancellationToken: ct)
        );
    }

    /// <summary>The newest division first, in each from small to large.</summary>
    public async Task<IReadOnlyList<Meetniveau>> NiveausAsync(string dataset, string code, CancellationToken ct)
    {
        const string sql = $"""
            with nu as (select max(indeling) as i from gebied_gepubliceerd),
            alle as (
                select m.indeling, m.code from meting_nu m {VanDataset} where m.indicator = @code
                union select m.indeling, m.code from meting_hier m {VanDataset} where m.indicator = @code)
            select distinct g.indeling::int, g.soort, g.indeling = nu.i as nu,
                   array_position(array['buurt', 'wijk', 'gebied', 'stadsdeel', 'stad'], g.soort)
            from alle a join gebied_gepubliceerd g on g.indeling = a.indeling and g.code = a.code cross join nu
            order by 1 desc, 4 limit 100
            """;

        var connection = await lezing.OpenAsync(ct);
        return
        [
            .. (
                await connection.QueryAsync<(int Indeling, string Soort, bool Nu, int)>(
                    new(sql, new { dataset, code }, cancellationToken: ct)
                )
            ).Select(n => new Meetniveau(n.Indeling, n.Soort, n.Nu)),
        ];
    }

    /// <summary>Every figure of the areas of a kind, from old to new.</summary>
    public async Task<IReadOnlyList<Meetpunt>> ReeksAsync(
        string dataset,
        string code,
        Meetniveau niveau,
        CancellationToken ct
    )
    {
        const string nu = $"""
            select {Punt}, m.herrekend, m.verschoven, m.van_indeling::int, m.koppeling
            from meting_hier m join gebied_nu g on g.code = m.code and g.soort = @Soort {VanDataset}
            where m.indicator = @code order by m.jaar, m.maand, m.code limit 500000
            """;
        const string toen = $"""
            select {Punt}, false as herrekend, 0::numeric as verschoven, m.indeling::int as van_indeling, m.koppeling
            from meting_nu m
            join gebied_gepubliceerd g on g.code = m.code and g.indeling = m.indeling and g.soort = @Soort {VanDataset}
            where m.indicator = @code and m.indeling = @Indeling order by m.jaar, m.maand, m.code limit 500000
            """;

        var connection = await lezing.OpenAsync(ct);
        return (
            await connection.QueryAsync<Meetpunt>(
                new(
                    niveau.Nu ? nu : toen,
                    new
                    {
                        dataset,
                        code,
                        niveau.Soort,
                        niveau.Indeling,
                    },
                    cancellationToken: ct
                )
            )
        ).AsList();
    }

    /// <summary>The areas of a kind in a division, by name.</summary>
    public async Task<IReadOnlyList<Naamgebied>> GebiedenAsync(Meetniveau niveau, CancellationToken ct)
    {
        const string sql = """
            select code, naam from gebied_gepubliceerd where soort = @Soort and indeling = @Indeling
            order by naam, code limit 20000
            """;

        var connection = await lezing.OpenAsync(ct);
        return (
            await connection.QueryAsync<Naamgebied>(
                new(sql, new { niveau.Soort, niveau.Indeling }, cancellationToken: ct)
            )
        ).AsList();
    }
}
