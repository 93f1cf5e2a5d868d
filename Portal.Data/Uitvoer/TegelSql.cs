namespace Portal.Data.Uitvoer;

/// <summary>
/// The statements over a square of a collection: put together as those of <see cref="CollectieSql"/>.
/// </summary>
internal sealed class TegelSql(Collectie collectie, string van)
{
    /// <summary>More rows than these are counted together.</summary>
    public const int MeesteRijen = 10_000;

    // By the index; the edges of a square are no straight lines in RD, so what is found is held to the square again.
    private const string Zoekvak = """
        c.geom && ST_Expand(ST_Transform(ST_MakeEnvelope(@Fzoekwest, @Fzoekzuid, @Fzoekoost, @Fzoeknoord, 3857), 28992),
            50 + (@Fzoekoost - @Fzoekwest) / 50)
        """;

    // One place of each row, reckoned once ("offset 0": a planner would write it out wherever it is named). A point on
    // the edge between two squares is of one of them.
    private string Punten =>
        $"""
            select p.dataset, p.sleutel, p.titel, p.waarde, ST_X(p.w) as x, ST_Y(p.w) as y
            from (select c.dataset, c.sleutel, c.titel, {Waarde} as waarde,
                    ST_Transform(case when GeometryType(c.geom) = 'POINT' then c.geom
                    else ST_PointOnSurface(c.geom) end, 3857) as w
                {_van} offset 0) p
            where ST_X(p.w) >= @Fwest and ST_X(p.w) < @Foost and ST_Y(p.w) > @Fzuid and ST_Y(p.w) <= @Fnoord offset 0
            """;

    // What the legend colours by
    private string Waarde =>
        collectie.Legenda is { Kolom: { } kolom } && collectie.Kolommen.Any(k => k.Naam == kolom)
            ? $"c.{Collectie.Naam(kolom)}::numeric"
            : "null::numeric";

    private readonly string _van = $"{van} and {Zoekvak}";

    /// <summary>
    /// How many rows may be in it, counted no further than needed, and every row with its own shape (Mapbox Vector
    /// Tile).
    /// </summary>
    public string Rijen =>
        $"""
            with r as materialized (
                select c.id, c.dataset, c.sleutel, c.titel, c.gebied_code{string.Concat(
                collectie.Kolommen.Select(k => ", " + CollectieSql.Gewoon(k))
            )}, c.geom {_van} limit {MeesteRijen + 1})
            select count(*)::int, case when count(*) <= {MeesteRijen} then (
                select ST_AsMVT(q, @Fnaam, 4096, 'geom') from (
                    select c.dataset, c.sleutel, c.titel, c.gebied_code{string.Concat(
                collectie.Kolommen.Select(k => ", " + CollectieSql.Gewoon(k))
            )},
                        ST_AsMVTGeom(ST_Transform(c.geom, 3857), ST_MakeEnvelope(@Fwest, @Fzuid, @Foost, @Fnoord, 3857),
                        4096, 64) as geom
                    from r c order by c.id) q
                where q.geom is not null) end
            from r
            """;

    /// <summary>Per cell how many, as a point in their middle; of one its own name.</summary>
    public string Trossen =>
        $"""
            select ST_AsMVT(q, @Fnaam, 4096, 'geom') from (
                select t.aantal, t.dataset, t.sleutel, t.titel,
                    ST_AsMVTGeom(ST_SetSRID(ST_MakePoint(t.x, t.y), 3857),
                    ST_MakeEnvelope(@Fwest, @Fzuid, @Foost, @Fnoord, 3857), 4096, 64) as geom
                from ({Cellen}) t order by t.cx, t.cy) q
            where q.geom is not null
            """;

    /// <summary>
    /// The same for our own map: latitude, longitude, how many, and of one its dataset, key and title, and what the
    /// legend colours by.
    /// </summary>
    public string Json =>
        $"""
            select coalesce(json_agg(case when t.aantal = 1
                then json_build_array(round(ST_Y(t.plek)::numeric, 5), round(ST_X(t.plek)::numeric, 5), 1, t.dataset,
                t.sleutel, t.titel{(collectie.Legenda is null ? "" : ", t.waarde")})
                else json_build_array(round(ST_Y(t.plek)::numeric, 5), round(ST_X(t.plek)::numeric, 5), t.aantal) end
                order by t.cx, t.cy), '[]')::text
            from (select c.*, ST_Transform(ST_SetSRID(ST_MakePoint(c.x, c.y), 3857), 4326) as plek from ({Cellen}) c) t
            """;

    // Of many near the middle of their cell, so that numbers do not stand over each other.
    private static string Midden(string waar, string begin) =>
        $"""
            case when count(*) = 1 then avg({waar}) else
                (floor((avg({waar}) - {begin}) / @Fcel) + least(0.6, greatest(0.4, (avg({waar}) - {begin}) / @Fcel - floor((avg({waar}) - {begin}) / @Fcel)))) * @Fcel + {begin} end
            """;

    private string Cellen =>
        $"""
            select floor((p.x - @Fwest) / @Fcel) as cx, floor((@Fnoord - p.y) / @Fcel) as cy, count(*) as aantal,
                {Midden("p.x", "@Fwest")} as x, {Midden("p.y", "@Fzuid")} as y,
                case when count(*) = 1 then min(p.dataset) end as dataset,
                    case when count(*) = 1 then min(p.sleutel) end as sleutel,
                case when count(*) = 1 then min(p.titel) end as titel, min(p.waarde) as waarde
            from ({Punten}) p
            group by 1, 2
            """;
}
