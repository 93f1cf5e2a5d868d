-- Whether every ring of a shape ends where it began: PostGIS reads one that does not, and fails on it later.
create function ringen_dicht(vorm geometry) returns boolean language sql immutable as $$
    select coalesce(bool_and(ST_IsClosed(ST_ExteriorRing(r.geom))), true)
    from ST_Dump(vorm) d cross join lateral ST_DumpRings(case when GeometryType(d.geom) = 'POLYGON' then d.geom end) r
$$;

-- What of a shape is a surface: of a collection its polygons, as one.
create function vlak_van(vorm geometry) returns geometry language sql immutable as $$
    select case when GeometryType(vorm) = 'GEOMETRYCOLLECTION'
        then ST_UnaryUnion(ST_MakeValid(ST_CollectionExtract(vorm, 3), 'method=structure')) else vorm end
$$;

-- Why a border is not valid, in Dutch; ST_IsValidReason says it in English.
create function reden_ongeldig(vorm geometry) returns text language sql immutable as $$
    select case substring(reden from '^[A-Za-z -]+')
            when 'Self-intersection' then 'de lijn kruist zichzelf'
            when 'Ring Self-intersection' then 'de lijn raakt zichzelf'
            when 'Hole lies outside shell' then 'een gat ligt buiten het vlak'
            when 'Holes are nested' then 'een gat ligt in een gat'
            when 'Nested shells' then 'een vlak ligt in een vlak'
            when 'Duplicate Rings' then 'een ring staat er twee keer'
            when 'Too few points in geometry component' then 'een ring heeft te weinig punten'
            when 'Interior is disconnected' then 'een gat snijdt het vlak door'
            else 'de lijnen kloppen niet' end
        || coalesce(' bij ' || replace(substring(reden from '\[([^]]+)\]'), ' ', ', '), '')
    from ST_IsValidReason(vorm) reden
$$;
