using Dapper;

namespace Portal.Data.Iv3;

/// <summary>One taakveld of one municipality, in euros. Null is "not reported": it is never shown as zero.</summary>
public sealed record TaakveldRow(string Code, string Naam, decimal? Lasten, decimal? Baten);

/// <summary>A municipality in a year and phase; <paramref name="Gemeld"/> is whether it reported any amount.</summary>
public sealed record Iv3GemeenteRow(string Naam, int? Inwoners, string? Grootteklasse, string? Provincie, bool Gemeld);

/// <summary>Where the middle and the edges lie of lasten per inhabitant, for one taakveld.</summary>
public sealed record VerdelingRow(
    string Taakveld,
    bool Klasse,
    long Gemeenten,
    decimal Laagste,
    decimal Kwart,
    decimal Mediaan,
    decimal DrieKwart,
    decimal Hoogste
);

/// <summary>Lasten of one municipality: euros, and per inhabitant.</summary>
public sealed record PerInwonerRow(
    string Gemeente,
    string? Grootteklasse,
    int Inwoners,
    string? Provincie,
    decimal Lasten,
    decimal Bedrag
);

/// <summary>
/// Lasten per inhabitant of one municipality for one <see cref="TaakveldLijst.Hoofd"/>, or all of them.
/// </summary>
public sealed record OnderwerpRow(string Gemeente, string Onderwerp, decimal Bedrag);

/// <summary>
/// The official figures per municipality and taakveld. Of the taakvelden only leaves are loaded, so that sums count
/// each euro once.
/// </summary>
public sealed class Iv3Queries(Lezing lezing)
{
    private const string Gekozen =
        "i.jaar = @jaar and i.fase = @fase and (i.gemeente = @gemeente or i.gemeente_code = @gemeente)";

    // Lasten per taakveld, per subject and all together (what is no spending in neither), of each municipality that
    // reported and has inhabitants; the whole euro is divided, nothing is rounded before.
    private const string PerHoofd = $"""
        mens as materialized (
            select gemeente, inwoners, grootteklasse, provincie from iv3_gemeente_nu
            where jaar = @jaar and fase = @fase and inwoners > 0),
        blad as materialized (
            select i.gemeente, i.taakveld, sum(i.bedrag) as bedrag from iv3_nu i
            where i.jaar = @jaar and i.fase = @fase and i.bl = 'L' and i.bedrag is not null
              and (@taakveld::text is null or @taakveld in (i.taakveld, left(i.taakveld, 1), '{TaakveldLijst.Alles}'))
            group by i.gemeente, i.taakveld),
        som as (
            select gemeente, taakveld, bedrag from blad
            union all
            select gemeente, coalesce(left(taakveld, 1), '{TaakveldLijst.Alles}'), sum(bedrag) from blad
            where taakveld not in {TaakveldLijst.BuitenSql}
                group by grouping sets ((gemeente, left(taakveld, 1)), (gemeente))),
        hoofd as (
            select som.gemeente, som.taakveld, mens.grootteklasse, mens.inwoners, mens.provincie,
                som.bedrag as lasten, som.bedrag / mens.inwoners as bedrag
            from som join mens on mens.gemeente = som.gemeente
            where @taakveld::text is null or som.taakveld = @taakveld)
        """;

    /// <summary>What is loaded, the newest year first.</summary>
    public async Task<IReadOnlyList<(int Jaar, string Fase)>> JarenAsync(CancellationToken ct) =>
        await LijstAsync<(int, string)>(
            "select distinct jaar::int, fase from iv3_gepubliceerd order by 1 desc, 2 desc limit 100",
            new { },
            ct
        );

    public async Task<IReadOnlyList<Iv3GemeenteRow>> GemeentenAsync(int jaar, string fase, CancellationToken ct) =>
        await LijstAsync<Iv3GemeenteRow>(
            """
            select gemeente as naam, inwoners, grootteklasse, provincie, gemeld
            from iv3_gemeente_nu where jaar = @jaar and fase = @fase order by regexp_replace(gemeente, '^''s-', '')
                limit 1000
            """,
            new { jaar, fase },
            ct
        );

    /// <summary>
    /// Whether any loaded year has this municipality: a choice that went out of use is not a fault.
    /// </summary>
    public async Task<bool> KentGemeenteAsync(string gemeente, CancellationToken ct) =>
        (
            await LijstAsync<bool>(
                "select exists (select from iv3_gepubliceerd where gemeente = @gemeente)",
                new { gemeente },
                ct
            )
        )[0];

    /// <summary>The same of a taakveld; null is none.</summary>
    public async Task<bool> KentTaakveldAsync(string? taakveld, CancellationToken ct) =>
        (
            await LijstAsync<bool>(
                "select @taakveld::text is null or exists (select from iv3_gepubliceerd where taakveld = @taakveld)",
                new { taakveld },
                ct
            )
        )[0];

    /// <summary>Every taakveld of one municipality (name or GM code), also <see cref="Taakvelden.Buiten"/>.</summary>
    public async Task<IReadOnlyList<TaakveldRow>> PerTaakveldAsync(
        string gemeente,
        int jaar,
        string fase,
        CancellationToken ct
    ) =>
        [
            .. (
                await LijstAsync<TaakveldRow>(
                    $"""
                    select i.taakveld as code, coalesce(t.naam, '') as naam,
                        sum(i.bedrag) filter (where i.bl = 'L') as lasten,
                        sum(i.bedrag) filter (where i.bl = 'B') as baten
                    from iv3_nu i left join iv3_taakveld t on t.jaar = i.jaar and t.code = i.taakveld
                    where {Gekozen} group by i.taakveld, t.naam order by i.taakveld collate "C" limit 200
                    """,
                    new
                    {
                        gemeente,
                        jaar,
                        fase,
                    },
                    ct
                )
            ).Select(t =>
                t.Naam.Length > 0 ? t : t with { Naam = TaakveldLijst.Namen.GetValueOrDefault(t.Code, t.Code) }
            ),
        ];

    /// <summary>
    /// All taakvelden of one municipality (name or GM code) together but <see cref="Taakvelden.Buiten"/>, in euros;
    /// null when nothing is loaded.
    /// </summary>
    /// <param name="bl">L (lasten) or B (baten).</param>
    public async Task<decimal?> TotaalAsync(string gemeente, int jaar, string fase, string bl, CancellationToken ct) =>
        (
            await LijstAsync<decimal?>(
                $"""
                select sum(i.bedrag) from iv3_nu i where {Gekozen} and i.bl = @bl
                    and i.taakveld not in {TaakveldLijst.BuitenSql}
                """,
                new
                {
                    gemeente,
                    jaar,
                    fase,
                    bl,
                },
                ct
            )
        )[0];

    /// <summary>
    /// All lasten of a municipality in the newest year that it closed, without the taakvelden that are no spending;
    /// null while it reported none.
    /// </summary>
    public async Task<(int Jaar, decimal Bedrag)?> NieuwsteTotaalAsync(string gemeente, CancellationToken ct) =>
        (
            await LijstAsync<(int, decimal)?>(
                $"""
                select i.jaar::int, sum(i.bedrag) from iv3_nu i
                where i.fase = 'realisatie' and i.bl = 'L' and (i.gemeente = @gemeente or i.gemeente_code = @gemeente)
                    and i.taakveld not in {TaakveldLijst.BuitenSql}
                group by i.jaar having count(i.bedrag) > 0 order by i.jaar desc limit 1
                """,
                new { gemeente },
                ct
            )
        ).FirstOrDefault();

    /// <summary>
    /// For every taakveld how lasten per inhabitant lie, over all municipalities and over one size class.
    /// </summary>
    public async Task<IReadOnlyList<VerdelingRow>> VerdelingenAsync(
        int jaar,
        string fase,
        string? klasse,
        CancellationToken ct
    ) =>
        await LijstAsync<VerdelingRow>(
            $"""
            with {PerHoofd},
            groep as (select taakveld, false as klasse, bedrag from hoofd union all select taakveld, true, bedrag
                from hoofd where grootteklasse = @klasse)
            select taakveld, klasse, count(*) as gemeenten, round(min(bedrag), 2) as laagste,
                round(percentile_cont(0.25) within group (order by bedrag)::numeric, 2) as kwart,
                   round(percentile_cont(0.5) within group (order by bedrag)::numeric, 2) as mediaan,
                   round(percentile_cont(0.75) within group (order by bedrag)::numeric, 2) as drie_kwart,
                       round(max(bedrag), 2) as hoogste
            from groep group by taakveld, klasse order by taakveld, klasse limit 500
            """,
            new
            {
                jaar,
                fase,
                klasse,
                taakveld = (string?)null,
            },
            ct
        );

    /// <summary>Of some municipalities every subject, and all of them together, per inhabitant.</summary>
    public async Task<IReadOnlyList<OnderwerpRow>> OnderwerpenAsync(
        int jaar,
        string fase,
        string[] gemeenten,
        CancellationToken ct
    ) =>
        await LijstAsync<OnderwerpRow>(
            $"""
            with {PerHoofd} select gemeente, taakveld as onderwerp, round(bedrag, 2) as bedrag from hoofd
            where gemeente = any(@gemeenten) and strpos(taakveld, '.') = 0 order by taakveld, gemeente limit 500
            """,
            new
            {
                jaar,
                fase,
                gemeenten,
                taakveld = (string?)null,
            },
            ct
        );

    /// <summary>
    /// Lasten per inhabitant of every municipality for one taakveld, one subject ("5") or
    /// <see cref="TaakveldLijst.Alles"/>.
    /// </summary>
    public async Task<IReadOnlyList<PerInwonerRow>> PerInwonerAsync(
        int jaar,
        string fase,
        string taakveld,
        CancellationToken ct
    ) =>
        await LijstAsync<PerInwonerRow>(
            $"""
            with {PerHoofd} select gemeente, grootteklasse, inwoners, provincie, lasten, round(bedrag, 2) as bedrag
            from hoofd order by bedrag, gemeente limit 1000
            """,
            new
            {
                jaar,
                fase,
                taakveld,
            },
            ct
        );

    private async Task<List<T>> LijstAsync<T>(string sql, object parameters, CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        return (await connection.QueryAsync<T>(new(sql, parameters, cancellationToken: ct))).AsList();
    }
}
