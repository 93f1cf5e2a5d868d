-- Announcements say what happened (fase), until when one can react and how that is known, and how exact their place is.
-- A table that got columns needs its view anew.
create function maak_register_view(tabel regclass) returns void language plpgsql as $$
begin
    execute format('create view %1$s_nu as select r.*, d.code as dataset, d.titel as dataset_titel, v.nummer as versie from %1$s r
        join versie v on v.dataset_id = r.dataset_id and v.status = ''gepubliceerd'' join dataset d on d.id = r.dataset_id
        where r.vanaf <= v.id and (r.tot is null or r.tot > v.id)', tabel);
end $$;

drop view bekendmaking_nu, vergunning_nu;
alter table bekendmaking
    add activiteit   text, -- bouwen, kappen, slopen …
    add fase         text not null default 'overig' check (fase in ('aanvraag', 'verlenging', 'ontwerp', 'verleend', 'geweigerd', 'ingetrokken', 'rectificatie', 'besluit', 'melding', 'overig')),
    add reactie_hoe  text check (reactie_hoe in ('bezwaar', 'beroep', 'zienswijze')),
    add reactie_bron text check (reactie_bron in ('register', 'tekst', 'geschat')),
    add reactie_uitleg text, -- or why there is no day
    add plek         text check (plek in ('punt', 'ongeveer', 'gemeente'));
alter table bekendmaking alter fase drop default;
alter table vergunning drop constraint vergunning_fase_check;
alter table vergunning
    add constraint vergunning_fase_check check (fase in ('aanvraag', 'verlengd', 'ontwerp', 'verleend', 'geweigerd', 'ingetrokken', 'besluit')),
    add activiteit   text,
    add zaaknummer   text, -- as on its announcements
    add laatste_stap date, -- when something last happened: the list is in this order
    add bezwaar_bron text check (bezwaar_bron in ('register', 'tekst', 'geschat'));

-- Who delivers days of application and decision need not say again which of them is the last, nor a number twice.
update vergunning set laatste_stap = coalesce(besloten_op, aangevraagd_op), zaaknummer = sleutel;
create function vergunning_aanvullen() returns trigger language plpgsql as $$
begin
    new.zaaknummer := coalesce(new.zaaknummer, new.sleutel);
    new.laatste_stap := coalesce(new.laatste_stap, new.besloten_op, new.aangevraagd_op);
    return new;
end $$;
create trigger aanvullen before insert on vergunning for each row execute function vergunning_aanvullen();

-- Several points lie in the area that holds nine tenths of them; one point on a border lies in the first of its areas.
create or replace function gebied_van(vorm geometry) returns table (code text, indeling smallint) language sql stable as $$
    select g.code, g.indeling from gebied_nu g
    where vorm is not null and g.geom && vorm and ST_Intersects(g.geom, vorm)
      and case ST_Dimension(vorm) when 0 then ST_NPoints(vorm) = 1 or ST_NPoints(ST_Intersection(g.geom, vorm)) >= 0.9 * ST_NPoints(vorm)
            when 1 then ST_Length(ST_Intersection(g.geom, vorm)) >= 0.9 * ST_Length(vorm)
            else ST_Area(ST_Intersection(g.geom, vorm)) >= 0.9 * ST_Area(vorm) end
    order by array_position(array['buurt', 'wijk', 'gebied', 'stadsdeel', 'stad'], g.soort), g.code limit 1
$$;

create index on bekendmaking (publicatiedatum);
create index on bekendmaking (sleutel);
create index on vergunning (zaaknummer);
select maak_register_view('bekendmaking'), maak_register_view('vergunning');

-- The case of each announcement: its number, or the same work at the same address, with the month in which that began. After a year
-- and a half of silence it is another case (decision 0026).
create view bekendmaking_zaak as
select e.*, case when strpos(zaaknummer, ' | ') = 0 then zaaknummer
                 else zaaknummer || ' | ' || to_char(min(publicatiedatum) over (partition by dataset, zaaknummer, eiland), 'YYYY-MM') end as zaak
from (select s.*, sum(stilte) over (partition by dataset, zaaknummer order by publicatiedatum, sleutel) as eiland
      from (select b.*, (publicatiedatum - lag(publicatiedatum, 1, publicatiedatum) over (partition by dataset, zaaknummer order by publicatiedatum, sleutel) > 540)::int as stilte
            from bekendmaking_nu b where zaaknummer is not null) s) e;

-- When a source was last read to its end, also when it had nothing new.
alter table dataset add nagekeken_op timestamptz;
