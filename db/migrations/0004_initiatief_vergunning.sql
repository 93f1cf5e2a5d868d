-- A plan of residents or entrepreneurs, with what became of it.
create table initiatief (
    id            bigint generated always as identity primary key,
    versie_id     int not null references versie,
    rij           int not null,
    bronsleutel   text not null,
    titel         text not null,
    omschrijving  text,
    thema         text,
    status        text not null check (status in ('voorgesteld', 'gekozen', 'deels_gekozen', 'niet_gekozen', 'loopt', 'klaar', 'gestopt')),
    jaar          smallint not null,
    indeling      smallint not null,
    gebied_soort  text not null,
    gebied_code   text not null,
    kosten        numeric(14, 2),
    stemmen       int check (stemmen >= 0),
    geom          geometry(Point, 28992),
    unique (versie_id, bronsleutel)
);
create index initiatief_gebied on initiatief (gebied_code);
create view initiatief_nu as
    select i.* from initiatief i join versie v on v.id = i.versie_id where v.status = 'gepubliceerd';

-- A permit case, and the official publications about it or about anything else that touches a street.
create table vergunning (
    id              bigint generated always as identity primary key,
    versie_id       int not null references versie,
    rij             int not null,
    zaaknummer      text not null,
    soort           text not null, -- omgevingsvergunning, evenementenvergunning, exploitatievergunning …
    fase            text not null check (fase in ('aanvraag', 'verlengd', 'verleend', 'geweigerd', 'ingetrokken')),
    titel           text not null,
    adres           text,
    indeling        smallint,
    gebied_code     text,
    aangevraagd_op  date,
    besloten_op     date,
    bezwaar_tot     date,
    geom            geometry(Point, 28992),
    unique (versie_id, zaaknummer)
);
create index vergunning_gebied on vergunning (gebied_code);
create view vergunning_nu as
    select x.* from vergunning x join versie v on v.id = x.versie_id where v.status = 'gepubliceerd';

create table bekendmaking (
    id               bigint generated always as identity primary key,
    versie_id        int not null references versie,
    rij              int not null,
    nummer           text not null, -- e.g. gmb-2026-291126
    soort            text not null,
    titel            text not null,
    zaaknummer       text,
    publicatiedatum  date not null,
    reactie_tot      date,
    url              text,
    indeling         smallint,
    gebied_code      text,
    geom             geometry(Point, 28992),
    unique (versie_id, nummer)
);
create index bekendmaking_gebied on bekendmaking (gebied_code);
create view bekendmaking_nu as
    select x.* from bekendmaking x join versie v on v.id = x.versie_id where v.status = 'gepubliceerd';
