-- Who works at /beheer, and what they did (docs/decisions/0029). The staff pages ask as portal_beheer: it reads everything,
-- concepts too, and writes only what stands here; the public pages and imports cannot read any of it.
do $$
begin
    if not exists (select from pg_roles where rolname = 'portal_beheer') then
        create role portal_beheer nologin bypassrls; -- who checks a delivery sees concepts
    end if;
end $$;
grant portal_beheer to current_user;
grant usage on schema public to portal_beheer;
grant select on all tables in schema public to portal_beheer;
alter default privileges in schema public grant select on tables to portal_beheer;

create table medewerker (
    id          int generated always as identity primary key,
    email       text not null unique check (email = lower(email)),
    naam        text not null,
    rol         text not null check (rol in ('redacteur', 'publicist', 'beheerder')),
    wachtwoord  text not null, -- as ASP.NET Core Identity hashes it
    stempel     text not null, -- another one ends every session
    totp        text not null, -- the secret of the second factor, protected with keys that are not in this database
    totp_stap   bigint not null default 0, -- a code is good once
    pogingen    int not null default 0, -- begun and not yet succeeded, of password and code together
    dicht_tot   timestamptz,
    actief      boolean not null default true,
    gemaakt_op  timestamptz not null default now()
);

create table uitnodiging (
    id           int generated always as identity primary key,
    email        text not null check (email = lower(email)),
    rol          text not null check (rol in ('redacteur', 'publicist', 'beheerder')),
    hash         bytea not null unique, -- sha256 of what stands in the link
    gemaakt_op   timestamptz not null default now(),
    geldig_tot   timestamptz not null,
    gebruikt_op  timestamptz
);

create table herstelcode (
    medewerker_id  int not null references medewerker,
    hash           bytea not null,
    gebruikt_op    timestamptz,
    primary key (medewerker_id, hash)
);

create table sessie (
    hash           bytea primary key, -- sha256 of what stands in the cookie
    medewerker_id  int not null references medewerker,
    stempel        text not null,
    begonnen       timestamptz not null default now(),
    laatst         timestamptz not null default now()
);
create index sessie_medewerker on sessie (medewerker_id);

create table logboek (
    nummer   bigint primary key,
    op       timestamptz not null,
    wie      text not null,
    wat      text not null,
    dataset  text,
    versie   int,
    details  jsonb not null,
    vorige   bytea not null,
    hash     bytea not null
);

-- The number, the time and the hash are not for the writer to say. One at a time, so that the chain has one end.
create function logboek_keten() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare laatste logboek;
begin
    perform pg_advisory_xact_lock(5080, -2);
    select * into laatste from logboek order by nummer desc limit 1;
    new.nummer := coalesce(laatste.nummer, 0) + 1;
    new.op := clock_timestamp();
    new.vorige := coalesce(laatste.hash, '\x');
    new.hash := sha256(new.vorige || convert_to(jsonb_build_array(new.nummer, extract(epoch from new.op)::text, new.wie,
        new.wat, new.dataset, new.versie, new.details)::text, 'UTF8'));
    return new;
end $$;
create trigger logboek_keten before insert on logboek for each row execute function logboek_keten();

create function logboek_blijft() returns trigger language plpgsql as $$
begin
    raise exception 'Het logboek kan niet worden veranderd.';
end $$;
create trigger logboek_blijft before update or delete or truncate on logboek execute function logboek_blijft();

revoke all on medewerker, uitnodiging, herstelcode, sessie, logboek from portal_lezer, portal_schrijver;
grant insert, update on medewerker, uitnodiging to portal_beheer;
grant insert, update, delete on herstelcode, sessie to portal_beheer;
grant insert on logboek to portal_beheer;
