-- Registers: datasets that are kept up to date row by row. A row counts from version `vanaf` until version `tot`; a change closes
-- it and opens another, so that history, differences and undo are queries (decision 0018).
create table register_basis ( -- never filled: what each register's table is made like
    id           bigint generated always as identity,
    dataset_id   int not null,
    vanaf        int not null,
    tot          int,
    rij          int not null,
    sleutel      text not null, -- the source's own key
    inhoud       text not null, -- hash of what was delivered: an equal row is not written again
    titel        text not null,
    gebied_code  text,          -- null: not known where
    indeling     smallint,
    geom         geometry(Geometry, 28992),
    check (tot > vanaf)
);

-- What every register needs beside its columns. In a migration: create table x (like register_basis including all, …); select maak_register('x');
create function maak_register(tabel regclass) returns void language plpgsql as $$
begin
    execute format('alter table %1$s add primary key (id), add foreign key (dataset_id) references dataset, add foreign key (vanaf) references versie, add foreign key (tot) references versie', tabel);
    execute format('create unique index on %s (dataset_id, sleutel) where tot is null', tabel);
    execute format('create index on %s (dataset_id, sleutel, vanaf)', tabel);
    execute format('create index on %s (vanaf)', tabel);
    execute format('create index on %s (tot) where tot is not null', tabel);
    execute format('create index on %s (gebied_code)', tabel);
    execute format('create index on %s using gist (geom)', tabel);
    execute format('create view %1$s_nu as select r.*, d.code as dataset, d.titel as dataset_titel, v.nummer as versie from %1$s r
        join versie v on v.dataset_id = r.dataset_id and v.status = ''gepubliceerd'' join dataset d on d.id = r.dataset_id
        where r.vanaf <= v.id and (r.tot is null or r.tot > v.id)', tabel);
    perform alleen_openbaar(tabel, 'vanaf');
end $$;

-- The columns of a register's own, as a list for a statement.
create function register_kolommen(tabel regclass) returns text language sql stable as $$
    select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
    where attrelid = tabel and attnum > 0 and not attisdropped and attname not in ('id', 'vanaf', 'tot')
$$;

-- Makes version `nieuw` of a register equal to version `als`, where `nu` is what counts. Rows that are equal in both are not written.
create function register_terug(tabel regclass, van_dataset int, nu int, als int, nieuw int) returns void language plpgsql as $$
declare
    kolommen text := register_kolommen(tabel);
    geldt text := 'dataset_id = %1$s and vanaf <= %2$s and (tot is null or tot > %2$s)';
    was text := format(geldt, van_dataset, als);
    is_nu text := format(geldt, van_dataset, nu);
begin
    execute format('update %s set tot = %s where %s and not (%s)', tabel, nieuw, is_nu, was);
    execute format('insert into %1$s (vanaf, %2$s) select %3$s, %2$s from %1$s where %4$s and not (%5$s or tot is null)', tabel, kolommen, nieuw, was, is_nu);
end $$;

-- Where a shape lies: the smallest area that holds nine tenths of it. Null: nowhere in the municipality, or no shape.
create function gebied_van(vorm geometry) returns table (code text, indeling smallint) language sql stable as $$
    select g.code, g.indeling from gebied_nu g
    where vorm is not null and g.geom && vorm and ST_Intersects(g.geom, vorm)
      and case ST_Dimension(vorm) when 0 then true
            when 1 then ST_Length(ST_Intersection(g.geom, vorm)) >= 0.9 * ST_Length(vorm)
            else ST_Area(ST_Intersection(g.geom, vorm)) >= 0.9 * ST_Area(vorm) end
    order by array_position(array['buurt', 'wijk', 'gebied', 'stadsdeel', 'stad'], g.soort), g.code limit 1
$$;

-- A geometry out of WKT, or null where the text is none.
create function lees_wkt(tekst text) returns geometry language plpgsql immutable as $$
begin
    return ST_SetSRID(ST_Force2D(ST_GeomFromText(tekst)), 0);
exception when others then
    return null;
end $$;

-- Permits and announcements: until now only the example had any, and it is loaded anew.
drop view vergunning_nu, bekendmaking_nu;
drop table vergunning, bekendmaking;
update versie set status = 'ingetrokken'
where status = 'gepubliceerd' and dataset_id in (select id from dataset where onderwerp = 'vergunningen');

create table vergunning (
    like register_basis including all,
    soort           text not null, -- omgevingsvergunning, evenementenvergunning …
    fase            text not null check (fase in ('aanvraag', 'verlengd', 'verleend', 'geweigerd', 'ingetrokken')),
    adres           text,
    aangevraagd_op  date,
    besloten_op     date,
    bezwaar_tot     date,
    url             text
);
select maak_register('vergunning');

create table bekendmaking (
    like register_basis including all,
    soort            text not null,
    zaaknummer       text, -- of the permit it is about
    publicatiedatum  date not null,
    reactie_tot      date,
    omschrijving     text,
    url              text
);
select maak_register('bekendmaking');
create index on bekendmaking (zaaknummer);

-- Plans become a register. The rows of the published versions stay; those of older ones are in the archive.
drop view initiatief_nu;
alter table initiatief rename to initiatief_oud;
create table initiatief (
    like register_basis including all,
    omschrijving  text,
    thema         text,
    status        text not null check (status in ('voorgesteld', 'gekozen', 'deels_gekozen', 'niet_gekozen', 'loopt', 'klaar', 'gestopt')),
    jaar          smallint not null,
    kosten        numeric(14, 2),
    stemmen       int check (stemmen >= 0)
);
select maak_register('initiatief');
insert into initiatief (dataset_id, vanaf, rij, sleutel, inhoud, titel, gebied_code, indeling, geom, omschrijving, thema, status, jaar, kosten, stemmen)
select v.dataset_id, v.id, o.rij, o.bronsleutel, '', o.titel, o.gebied_code, o.indeling, o.geom, o.omschrijving, o.thema, o.status, o.jaar, o.kosten, o.stemmen
from initiatief_oud o join versie v on v.id = o.versie_id and v.status = 'gepubliceerd';
drop table initiatief_oud;
