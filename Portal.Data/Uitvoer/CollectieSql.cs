using Dapper;

namespace Portal.Data.Uitvoer;

/// <summary>
/// The statements over a collection. They are put together once, out of constants and of names that
/// <see cref="Collectie.Naam"/> let through; what a visitor types is always a parameter (docs/decisions/0018).
/// </summary>
internal sealed class CollectieSql
{
    private const string Vast = "c.sleutel, c.titel, c.gebied_code, c.gebied, c.gebied_soort, c.dataset, c.versie";

    private readonly Collectie _collectie;
    private readonly string _van;
    private readonly string _orde;

    public CollectieSql(Collectie collectie)
    {
        _collectie = collectie;
        var teksten = collectie.Kolommen.Where(k => k.Vrij).Select(k => $", c.{Collectie.Naam(k.Naam)}");
        var datum = collectie.Datum is null ? null : $"c.{Collectie.Naam(collectie.Datum)}";
        var periode = !collectie.MetPeriode
            ? ""
            : $" and (@Fvan::date is null or {datum} >= @Fvan) and (@Ftot::date is null or {datum} <= @Ftot)";
        var codes = collectie.Filters.Select(k =>
            $" and (@{Parameter(k)}::text is null or c.{Collectie.Naam(k.Naam)}::text = @{Parameter(k)})"
        );
        var termijn = collectie.Termijn is { } t ? $" and (@Fnog::date is null or {Gewoon(t)} >= @Fnog)" : "";
        var rond = collectie.MetPlek
            ? $" and (@Fvorm::text is null or ST_DWithin(c.geom, {Omtrek.InRd}, @Fstraal))"
            : "";
        const string binnen =
            "(c.indeling, c.gebied_code) in (select b.indeling, b.code from gebied_boven b where b.boven_code = "
            + "@Fgebied)";
        var gebied = MeerGebieden ? $"{OpIndex} and ({binnen} or {OokIn})" : binnen;
        _van = $"""
            from ({collectie.Van}) c
            where (@Fgebied::text is null or {gebied})
              and (@Fzoek::text is null or strpos(lower(concat_ws(' ', c.titel{string.Concat(
                teksten
            )})), lower(@Fzoek)) > 0){periode}{termijn}{rond}{string.Concat(codes)}
            """;
        _orde = datum is null
            ? $"order by {collectie.Orde}, c.id"
            : $"order by {datum} desc nulls last, {collectie.Orde}, c.id";
    }

    /// <summary>What lies in no one buurt is listed in each that it lies in, if it has a place.</summary>
    private bool MeerGebieden => _collectie is { MetPagina: true, MetPlek: true };

    private const string VanGebied = "(select g.geom from gebied_nu g where g.code = @Fgebied limit 1)";
    private const string OokIn =
        $"c.gebied_soort is distinct from 'buurt' and c.geom && {VanGebied} and ligt_ook_in(c.geom, {VanGebied})";

    // What the indexes answer; the rule follows it
    private const string OpIndex =
        "(c.gebied_code = any (array(select b.code from gebied_boven b where b.boven_code = @Fgebied)) or c.geom "
        + $"&& {VanGebied})";

    /// <summary>The same rows, by the square of a map.</summary>
    public TegelSql Tegel => _tegel ??= new(_collectie, _van);
    private TegelSql? _tegel;

    public string Aantal => $"select count(*) {_van}";

    public string MeerDan =>
        $"select count(*) > @Fmeeste from (select {_van} and c.geom is not null limit @Fmeeste + 1) c";

    public string AantalMetPlek => $"select count(c.geom) {_van}";

    /// <summary>How many lie in each area of a kind; what is only known of a larger area lies in none.</summary>
    public string PerGebied =>
        $"""
            with r as materialized (select c.gebied_code, c.gebied_soort, c.indeling, c.geom {_van}),
                 d as (select b.boven_code as code from r
                     join gebied_boven b on b.indeling = r.indeling and b.code = r.gebied_code
                       where b.nu and b.boven_soort = @soort{(MeerGebieden ? OokPerGebied : "")})
            select d.code, count(*) as aantal from d group by d.code
            """;

    private const string OokPerGebied = """
         union all
        select g.code from r join gebied_nu g on g.soort = @soort and g.geom && r.geom and ligt_ook_in(r.geom, g.geom)
        where r.gebied_soort is distinct from 'buurt'
          and not exists (select from gebied_boven b where b.nu and b.indeling = r.indeling and b.code = r.gebied_code
              and b.boven_code = g.code)
        """;

    /// <summary>
    /// The buurten (or the smallest areas that there are) in which a row lies that lies in more than one.
    /// </summary>
    public string Gebieden =>
        $"""
            select g.soort, g.code, g.naam from ({_collectie.Van}) c
            join gebied_nu g on g.geom && c.geom and ligt_ook_in(c.geom, g.geom)
            where c.dataset = @dataset and c.sleutel = @sleutel and c.gebied_soort is distinct from 'buurt'
              and g.soort = (select n.soort from gebied_nu n
                  order by array_position(array['buurt', 'wijk', 'gebied', 'stadsdeel', 'stad'], n.soort) limit 1)
            order by g.naam, g.code limit 40
            """;

    /// <summary>The years of its days, the newest first.</summary>
    public string Jaren =>
        $"""
            select distinct extract(year from c.{Collectie.Naam(_collectie.Datum!)})::int
            from ({_collectie.Van}) c where c.{Collectie.Naam(_collectie.Datum!)} is not null order by 1 desc limit 100
            """;

    public string Lijst => $"select {Kolommen()} {_van} {_orde} limit @aantal offset @vanaf";

    public string Een =>
        $"select {Kolommen()} from ({_collectie.Van}) c where c.dataset = @dataset and c.sleutel = @sleutel";

    /// <summary>The newest day in it.</summary>
    public string Laatste => $"select max(c.{Collectie.Naam(_collectie.Datum!)}) from ({_collectie.Van}) c";

    public string Plek =>
        $"""
            select round(ST_Y(p)::numeric, 6) || ',' || round(ST_X(p)::numeric, 6)
            from ({_collectie.Van}) c cross join lateral (select ST_Transform(ST_PointOnSurface(c.geom), 4326) as p) m
            where c.dataset = @dataset and c.sleutel = @sleutel
            """;

    public string Woorden(Kolom kolom) =>
        $"""
            select woord from (
                select {Gewoon(kolom)}::text as woord, count(*) as n from ({_collectie.Van}) c
                where {Gewoon(kolom)} is not null group by 1 order by 2 desc, 1 limit 100) w order by woord
            """;

    /// <summary>All rows, one after the other, in an order that stays.</summary>
    /// <param name="kolom">How a column is written.</param>
    /// <param name="erbij">More columns, each with a comma before it.</param>
    public string Alles(Func<Kolom, string> kolom, string vast = Vast, string erbij = "", string waar = "") =>
        $"select {vast}{string.Concat(_collectie.Kolommen.Select(k => ", " + kolom(k)))}{erbij} {_van}{waar} "
        + "order by c.id";

    /// <summary>
    /// A part of the rows in an order that stays: after the id @Fna, at most @Flimiet. Only those are written:
    /// PostgreSQL would make the JSON of all before it sorts.
    /// </summary>
    /// <param name="rij">How a row is written, of <c>c</c>.</param>
    /// <param name="waar">More conditions, each with "and" before it.</param>
    public string Blad(string rij, string waar, bool verder) =>
        $"""
            select c.id::text, {rij}
            from (select c.* {_van}{waar}{(
                verder ? " and c.id > @Fna" : ""
            )} order by c.id limit @Flimiet) c order by c.id
            """;

    public string AantalVan(string waar) => $"select count(*) {_van}{waar}";

    /// <summary>How many rows, the box around them in degrees, a little wide, and their first and last day.</summary>
    public string Omvang
    {
        get
        {
            var datum = _collectie.MetPeriode ? $"c.{Collectie.Naam(_collectie.Datum!)}" : "null::date";
            return $"""
                select o.aantal, case when o.vak is not null then
                    array[ST_XMin(g.vak) - 0.0001, ST_YMin(g.vak) - 0.0001, ST_XMax(g.vak) + 0.0001,
                    ST_YMax(g.vak) + 0.0001] end, o.van, o.tot
                from (select count(*) as aantal, ST_Extent(c.geom) as vak, min({datum}) as van, max({datum}) as tot
                      from ({_collectie.Van}) c) o
                cross join lateral (select ST_Transform(ST_Segmentize(ST_SetSRID(o.vak::geometry, 28992), 1000), 4326)
                    as vak) g
                """;
        }
    }

    /// <summary>One row of a dataset, by its key.</summary>
    public string EenAls(string rij) =>
        $"select {rij} from ({_collectie.Van}) c where c.dataset = @dataset and c.sleutel = @sleutel";

    /// <summary>
    /// How many rows, with a place, with a text that was left out (@Fmasker), with a figure too small to be shown
    /// (null: it has none), and with each column filled.
    /// </summary>
    public string Vulling(IReadOnlyList<Kolom> kolommen, string vast)
    {
        var teksten = _collectie.Kolommen.Where(k => k.Vrij).Select(k => $", {Gewoon(k)}");
        var onderdrukt = _collectie.Kolommen.Any(k => k.Naam == "onderdrukt")
            ? "count(*) filter (where c.onderdrukt)"
            : "null::bigint";
        var leemten = _collectie.Leemten.Select(l => $", count(*) filter (where {l.Waar})");
        return $"""
            select count(*), count(c.geom), count(*) filter (where @Fmasker in (c.titel{string.Concat(teksten)})),
                {onderdrukt}{string.Concat(kolommen.Select(k => $", count({Gewoon(k)})").Concat(leemten))}
            from ({Alles(Gewoon, vast, ", c.geom")}) c
            """;
    }

    /// <summary>The newest rows, for a feed.</summary>
    public string Nieuwste => $"select {Kolommen()} {_van} {_orde} limit 50";

    /// <summary>What must be done on the day of the parameter Fvandaag or later, the first to end first.</summary>
    public string Eindigend =>
        $"select {Kolommen()} {_van} and {Gewoon(_collectie.Termijn!)} >= @Fvandaag::date "
        + $"order by {Gewoon(_collectie.Termijn!)}, c.id limit 500";

    public static string Gewoon(Kolom kolom) => $"c.{Collectie.Naam(kolom.Naam)}";

    public static DynamicParameters Parameters(Collectie collectie, CollectieFilter filter) =>
        new(Waarden(collectie, filter));

    public static Dictionary<string, object?> Waarden(Collectie collectie, CollectieFilter filter)
    {
        var waarden = new Dictionary<string, object?>
        {
            ["Fgebied"] = filter.Gebied,
            ["Fzoek"] = filter.Zoek,
            ["Fvan"] = filter.Van,
            ["Ftot"] = filter.Tot,
            ["Fnog"] = filter.NogOp,
            ["Fvorm"] = filter.Omtrek?.Vorm,
            ["Fstraal"] = filter.Omtrek?.Straal,
        };
        foreach (var kolom in collectie.Filters)
        {
            waarden[Parameter(kolom)] = filter.Codes.GetValueOrDefault(kolom.Naam);
        }
        foreach (var (naam, waarde) in filter.Eigen)
        {
            waarden[naam] = waarde;
        }
        return waarden;
    }

    /// <summary>The parameter of a filter: letters only.</summary>
    private static string Parameter(Kolom kolom) => "K" + kolom.Naam.Replace("_", "", StringComparison.Ordinal);

    private string Kolommen() =>
        $"{Vast}, c.geom is not null{string.Concat(_collectie.Kolommen.Select(k => ", " + Gewoon(k)))}";
}
