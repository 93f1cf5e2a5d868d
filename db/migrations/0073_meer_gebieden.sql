-- Whether something lies in an area too: a point or a line that touches it, a surface of which more than a hundredth is in it (what
-- only shares a border is beside it).
create function ligt_ook_in(vorm geometry, gebied geometry) returns boolean language sql immutable parallel safe as $$
    select ST_Intersects(vorm, gebied)
       and (ST_Dimension(vorm) < 2 or ST_Area(ST_Intersection(vorm, gebied)) > 0.01 * ST_Area(vorm))
$$;
