using Dapper;
using Portal.Data.Iv3;

namespace Portal.Data.Begrotingen;

/// <summary>
/// One programme on the bridge: its money in buurten, its money in none, the sum, and what it is checked against.
/// </summary>
public sealed record BrugRow
{
    public string? Programma { get; init; }
    public required string Naam { get; init; }
    public decimal? Direct { get; init; }
    public decimal? Afgeleid { get; init; }
    public decimal? Verdeeld { get; init; }
    public decimal? Wijk { get; init; }
    public decimal? Gebied { get; init; }
    public decimal? Stadsdeel { get; init; }
    public decimal? Stad { get; init; }

    /// <summary>Of more than one stadsdeel; the source does not say which.</summary>
    public decimal? Stadsdelen { get; init; }

    /// <summary>The source does not say where: not of the whole city.</summary>
    public decimal? Onbekend { get; init; }

    public decimal Totaal { get; init; }

    /// <summary>
    /// The sum of the posts themselves, counted apart from the sums that the pages read, when the version was
    /// published.
    /// </summary>
    public decimal Posten { get; init; }

    /// <summary>The control total of the delivery; null when none was given.</summary>
    public decimal? Controle { get; init; }

    public decimal InBuurten => (Direct ?? 0) + (Afgeleid ?? 0) + (Verdeeld ?? 0);
    public decimal InGeenBuurt =>
        (Wijk ?? 0) + (Gebied ?? 0) + (Stadsdeel ?? 0) + (Stadsdelen ?? 0) + (Stad ?? 0) + (Onbekend ?? 0);

    /// <summary>True or false is computed; null is: nothing to compare with.</summary>
    public bool? Klopt =>
        InBuurten + InGeenBuurt != Totaal || Posten != Totaal ? false
        : Controle is null ? null
        : Controle == Totaal;
}

/// <summary>One taakveld in the posts and in Iv3, in euros.</summary>
public sealed record Iv3BrugRow(string? Taakveld, decimal? Posten, decimal? Iv3)
{
    // Iv3 is in whole thousands of euros.
    private const decimal Afronding = 500;

    public bool Klopt => Posten is not null && Iv3 is not null && Math.Abs(Posten.Value - Iv3.Value) <= Afronding;
}

/// <summary>The whole bridge of one year and phase: programmes, all of them together, and beside Iv3.</summary>
/// <param name="Jaarsoort">Whether the year is that of the dossiers (toekenning), or the year the money is for
/// (waarvoor).</param>
/// <param name="Dekking">volledig, deel or onvolledig; null when there is no money of this choice.</param>
/// <param name="Tot">The last day that the figures run to when the year is a part.</param>
/// <param name="ZonderJaar">Of the years that money is for: euros that may be for this year, but that is not known; not
/// in the sums.</param>
/// <param name="Iv3">Empty when there is no Iv3 of this year and phase, and for subsidies.</param>
public sealed record Brug(
    int Jaar,
    string Fase,
    string Bl,
    string Jaarsoort,
    string? Dekking,
    DateOnly? Tot,
    decimal? ZonderJaar,
    IReadOnlyList<BrugRow> Programmas,
    IReadOnlyList<Iv3BrugRow> Iv3
)
{
    /// <summary>
    /// All rows together; the control total only counts where every programme has one. Null when there is no money of
    /// this choice: nothing is not zero.
    /// </summary>
    public BrugRow? Samen =>
        Programmas.Count == 0
            ? null
            : new()
            {
                Naam = "Samen",
                Direct = Som(r => r.Direct),
                Afgeleid = Som(r => r.Afgeleid),
                Verdeeld = Som(r => r.Verdeeld),
                Wijk = Som(r => r.Wijk),
                Gebied = Som(r => r.Gebied),
                Stadsdeel = Som(r => r.Stadsdeel),
                Stad = Som(r => r.Stad),
                Stadsdelen = Som(r => r.Stadsdelen),
                Onbekend = Som(r => r.Onbekend),
                Totaal = Programmas.Sum(r => r.Totaal),
                Posten = Programmas.Sum(r => r.Posten),
                Controle = Programmas.All(r => r.Controle is not null) ? Programmas.Sum(r => r.Controle) : null,
            };

    private decimal? Som(Func<BrugRow, decimal?> deel) =>
        Programmas.Any(r => deel(r) is not null) ? Programmas.Sum(deel) : null;

    /// <summary>Null is: nothing to compare with.</summary>
    public bool? KloptMetIv3 => Iv3.Count == 0 ? null : Iv3.All(i => i.Klopt);
}

public sealed class BrugQueries(Lezing lezing)
{
    private const string BrugSql = """
        with som as (
            select programma_code,
                   sum(bedrag) filter (where gebied_soort = 'buurt' and toerekening not in ('afgeleid', 'sleutel'))
                   as direct,
                   sum(bedrag) filter (where gebied_soort = 'buurt' and toerekening = 'afgeleid') as afgeleid,
                   sum(bedrag) filter (where gebied_soort = 'buurt' and toerekening = 'sleutel') as verdeeld,
                   sum(bedrag) filter (where gebied_soort = 'wijk') as wijk,
                   sum(bedrag) filter (where gebied_soort = 'gebied') as gebied,
                   sum(bedrag) filter (where gebied_soort = 'stadsdeel') as stadsdeel,
                   sum(bedrag) filter (where toerekening not in ('stadsdelen', 'onbekend')
                   and (gebied_code is null or gebied_soort = 'stad')) as stad,
                   sum(bedrag) filter (where toerekening = 'stadsdelen') as stadsdelen,
                   sum(bedrag) filter (where toerekening = 'onbekend') as onbekend,
                   sum(bedrag) as totaal
            from begrotingsom_nu where jaar = @jaar and fase = @fase and bl = @bl and jaarsoort = @jaarsoort
                group by programma_code),
        post as (
            select programma_code, sum(bedrag) as posten from postsom_nu
                where jaar = @jaar and fase = @fase and bl = @bl and jaarsoort = @jaarsoort group by programma_code),
        controle as (
            select programma_code, sum(bedrag) as controle from controletotaal_nu
                where jaar = @jaar and fase = @fase and bl = @bl and taakveld is null and @jaarsoort = 'toekenning'
                group by programma_code)
        select s.programma_code as programma, coalesce(r.naam, 'Bij geen programma') as naam, s.direct, s.afgeleid,
            s.verdeeld, s.wijk, s.gebied, s.stadsdeel, s.stad, s.stadsdelen, s.onbekend, s.totaal,
            coalesce(p.posten, 0) as posten, c.controle
        from som s
        left join post p on p.programma_code is not distinct from s.programma_code
        left join controle c on c.programma_code is not distinct from s.programma_code
        left join programma r on r.code = s.programma_code
        order by r.volgorde nulls last limit 100
        """;

    /// <param name="gemeente">The name of the municipality in Iv3; null while no areas are loaded.</param>
    public async Task<Brug> LeesAsync(
        BegrotingAanbod aanbod,
        BegrotingKeuze keuze,
        string? gemeente,
        CancellationToken ct
    ) =>
        new(
            keuze.Jaar,
            keuze.Fase,
            keuze.Bl,
            keuze.Jaarsoort,
            aanbod.Profiel(keuze)?.Dekking,
            aanbod.Profiel(keuze)?.Tot,
            keuze.Jaarsoort == BegrotingKeuze.Waarvoor ? aanbod.Profiel(keuze)?.ZonderJaar : null,
            await ListAsync(keuze.Jaar, keuze.Fase, keuze.Bl, keuze.Jaarsoort, ct),
            gemeente is null || keuze.Fase is not ("begroting" or "realisatie")
                ? []
                : await Iv3Async(gemeente, keuze.Jaar, keuze.Fase, keuze.Bl, ct)
        );

    public async Task<IReadOnlyList<BrugRow>> ListAsync(
        int jaar,
        string fase,
        string bl,
        string jaarsoort,
        CancellationToken ct
    )
    {
        var connection = await lezing.OpenAsync(ct);
        return (
            await connection.QueryAsync<BrugRow>(
                new(
                    BrugSql,
                    new
                    {
                        jaar,
                        fase,
                        bl,
                        jaarsoort,
                    },
                    cancellationToken: ct
                )
            )
        ).AsList();
    }

    /// <summary>
    /// The same money by taakveld beside what the municipality reported to CBS; empty while that is not loaded, or for
    /// subsidies.
    /// </summary>
    public async Task<IReadOnlyList<Iv3BrugRow>> Iv3Async(
        string gemeente,
        int jaar,
        string fase,
        string bl,
        CancellationToken ct
    )
    {
        const string sql = $"""
            with post as (select taakveld, sum(bedrag) as posten from postsom_nu
                where jaar = @jaar and fase = @fase and bl = @bl and jaarsoort = 'toekenning' group by taakveld),
            opgave as (select taakveld, sum(bedrag) as iv3 from iv3_nu
                where gemeente = @gemeente and jaar = @jaar and fase = @fase and bl = @bl
                and taakveld not in {TaakveldLijst.BuitenSql} group by taakveld)
            select coalesce(p.taakveld, o.taakveld) as taakveld, p.posten, o.iv3
            from post p full join opgave o on o.taakveld = p.taakveld
            where exists (select from opgave) order by 1 nulls last limit 200
            """;

        var connection = await lezing.OpenAsync(ct);
        return (
            await connection.QueryAsync<Iv3BrugRow>(
                new(
                    sql,
                    new
                    {
                        gemeente,
                        jaar,
                        fase,
                        bl,
                    },
                    cancellationToken: ct
                )
            )
        ).AsList();
    }
}
