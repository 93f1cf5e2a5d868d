-- Sums stay for good and a page asks for those of the versions that are published: the version comes first in every
-- index of them, so that what the old versions hold is not read.
drop index begrotingsom_jaar, begrotingsom_gebied, postsom_jaar;
create index begrotingsom_versie on begrotingsom (versie_id, jaar, fase, bl, jaarsoort);
create index begrotingsom_gebied on begrotingsom (versie_id, indeling, gebied_code, jaar);
create index postsom_versie on postsom (versie_id, jaar, fase, bl, jaarsoort);

-- The parts of a divided post say of which version they are; a row of another version is never read for an area.
alter table postdeel add column versie_id int references versie;
update postdeel d set versie_id = p.versie_id from begrotingspost p where p.id = d.post_id;
alter table postdeel alter column versie_id set not null;
drop index postdeel_gebied;
create index postdeel_gebied on postdeel (versie_id, indeling, gebied_code);
do $$
begin
    if to_regprocedure('alleen_openbaar(regclass, text)') is not null then -- where 0030 went before
        perform alleen_openbaar('postdeel');
    end if;
end $$;

-- Every geometry is found by place.
create index gebied_kaart on gebied using gist (kaart);
create index gebied_naam_geom on gebied_naam using gist (geom);
create index initiatief_geom on initiatief using gist (geom);
create index vergunning_geom on vergunning using gist (geom);
create index bekendmaking_geom on bekendmaking using gist (geom);
