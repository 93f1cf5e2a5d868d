-- What staff hand over at /beheer (docs/decisions/0029): a file in the archive, waiting to be loaded as a concept.
create table aanlevering (
    id             int generated always as identity primary key,
    medewerker_id  int not null references medewerker,
    soort          text not null, -- of Importsoort
    bestand        text not null, -- as it was called
    map            text not null unique check (map ~ '^[0-9a-f]{32}$'), -- where it lies, in the folder aanlevering of the archive
    keuzes         jsonb not null,
    reden          text, -- why it may have far fewer rows, or lose many
    status         text not null default 'wacht' check (status in ('wacht', 'bezig', 'klaar', 'geweigerd')),
    gemaakt_op     timestamptz not null default now(),
    klaar_op       timestamptz,
    fout           text, -- why it was refused
    rapport        jsonb,
    versie_id      int references versie -- the concept
);
create index aanlevering_versie on aanlevering (versie_id);
create index aanlevering_wacht on aanlevering (id) where status in ('wacht', 'bezig');
select alleen_openbaar('aanlevering');
revoke all on aanlevering from portal_lezer, portal_schrijver;
grant insert, update on aanlevering to portal_beheer;

alter table versie add column wijziging text; -- what is new in it, for readers
