-- Words of pages that staff write: each saving is a row, and nothing of it goes (docs/decisions/0032).
create table paginatekst (
    id               bigint generated always as identity primary key,
    plek             text not null, -- uitleg, or gebied-CODE
    markdown         text not null, -- empty: nothing stands there
    medewerker_id    int not null references medewerker,
    gemaakt_op       timestamptz not null default now(),
    gepubliceerd_op  timestamptz
);
create index paginatekst_plek on paginatekst (plek, id);
revoke all on paginatekst from portal_lezer, portal_schrijver;
grant insert, update on paginatekst to portal_beheer;

create view paginatekst_nu as
    select distinct on (plek) plek, markdown, gepubliceerd_op
    from paginatekst where gepubliceerd_op is not null order by plek, gepubliceerd_op desc, id desc;
grant select on paginatekst_nu to portal_lezer;

-- Every page shows the areas, so all that is kept goes
create function meld_paginatekst() returns trigger language plpgsql as $$
begin
    perform pg_notify('portal_versie', 'gebieden');
    return null;
end $$;
create trigger paginatekst_gewijzigd after update of gepubliceerd_op on paginatekst
    for each row execute function meld_paginatekst();
