-- Dataset and version: the one mechanism under everything (docs/principles.md).
create extension if not exists postgis;
create extension if not exists unaccent;

-- The website reads as this role and can write nothing.
do $$
begin
    if not exists (select from pg_roles where rolname = 'portal_lezer') then
        create role portal_lezer nologin;
    end if;
end $$;
grant portal_lezer to current_user;
grant usage on schema public to portal_lezer;
alter default privileges in schema public grant select on tables to portal_lezer;

create table dataset (
    id            int generated always as identity primary key,
    code          text not null unique check (code ~ '^[a-z0-9-]+$'),
    titel         text not null,
    onderwerp     text not null check (onderwerp in ('gebieden', 'begroting', 'initiatieven', 'vergunningen')),
    doel          text not null, -- what a resident can use it for
    eigenaar      text not null,
    bron          text not null,
    licentie      text not null,
    licentie_url  text,
    voorbeeld     boolean not null default false -- invented data, labelled so on every page
);

-- A version is a delivery: one file or one run, never changed after it is published.
create table versie (
    id            int generated always as identity primary key,
    dataset_id    int not null references dataset,
    nummer        int not null,
    bestand       text not null,
    sha256        text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes         bigint not null,
    peildatum     date,
    geladen_op    timestamptz not null default now(),
    geladen_door  text not null default session_user,
    gelezen       int not null default 0,
    geladen       int not null default 0,
    gewijzigd     int not null default 0,
    afgewezen     int not null default 0,
    status        text not null default 'concept'
                  check (status in ('concept', 'gepubliceerd', 'vervangen', 'ingetrokken')),
    toelichting   text,
    unique (dataset_id, nummer)
);
create unique index versie_gepubliceerd on versie (dataset_id) where status = 'gepubliceerd';

-- Every running portal listens: what is published or withdrawn leaves its cache at commit.
create function meld_versie() returns trigger language plpgsql as $$
begin
    perform pg_notify('portal_versie', (select onderwerp from dataset where id = new.dataset_id));
    return null;
end $$;
create trigger versie_gewijzigd after update of status on versie
    for each row when (old.status is distinct from new.status) execute function meld_versie();
