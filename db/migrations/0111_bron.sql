-- Sources that staff added at /beheer, described as a file of bronnen/ is (docs/decisions/0039).
create table bron (
    code           text primary key,
    beschrijving   jsonb not null,
    medewerker_id  int not null references medewerker,
    gemaakt_op     timestamptz not null default now()
);
revoke all on bron from portal_lezer, portal_schrijver;
grant select on bron to portal_schrijver;
grant insert on bron to portal_beheer;
