-- The geography the rest hangs on. Geometry in RD (EPSG:28992); kaart is the simplified WGS84 twin for web maps.
create table gebied (
    versie_id      int not null references versie,
    rij            int, -- row in the delivery; null when built by union
    soort          text not null check (soort in ('stad', 'stadsdeel', 'gebied', 'wijk', 'buurt')),
    indeling       smallint not null,
    code           text not null,
    cbs_code       text,
    identificatie  text,
    volgnummer     int,
    naam           text not null,
    ouder_code     text,
    geldig_van     date,
    geldig_tot     date,
    geom           geometry(MultiPolygon, 28992) not null check (ST_IsValid(geom)),
    kaart          geometry(Geometry, 4326) not null,
    primary key (versie_id, code)
);
create index gebied_geom on gebied using gist (geom);

create table gebied_inwoners (
    versie_id  int not null references versie,
    indeling   smallint not null,
    code       text not null,
    jaar       smallint not null,
    inwoners   int not null check (inwoners >= 0),
    primary key (versie_id, code, jaar)
);

-- Which areas an area lies in, itself included; rebuilt inside each transaction that publishes areas.
create table gebied_boven (
    indeling     smallint not null,
    code         text not null,
    boven_code   text not null,
    boven_soort  text not null,
    primary key (indeling, code, boven_code)
);
create index gebied_boven_omlaag on gebied_boven (indeling, boven_code, code);

create view gebied_gepubliceerd as
    select g.* from gebied g join versie v on v.id = g.versie_id where v.status = 'gepubliceerd';

-- The areas the pages show: the newest division.
create view gebied_nu as
    select g.* from gebied_gepubliceerd g
    where g.indeling = (select max(indeling) from gebied_gepubliceerd where soort = 'buurt');

create view inwoners_nu as
    select i.code, i.indeling, i.jaar, max(i.inwoners) as inwoners
    from gebied_inwoners i join versie v on v.id = i.versie_id
    where v.status = 'gepubliceerd'
    group by i.code, i.indeling, i.jaar;

-- A geometry out of GeoJSON text, or null where the text is none: one bad row must not end an import.
create function lees_geojson(tekst text) returns geometry language plpgsql immutable as $$
begin
    return ST_SetSRID(ST_Force2D(ST_GeomFromGeoJSON(tekst)), 0);
exception when others then
    return null;
end $$;
