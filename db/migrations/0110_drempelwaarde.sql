-- Limits that a municipality sets itself at /beheer (docs/decisions/0039); absent is the default of Drempels.
create table drempelwaarde (
    code   text primary key check (code in ('klein', 'krimp', 'verlies')),
    waarde int not null check (waarde between 0 and 100),
    op     timestamptz not null default now()
);
revoke all on drempelwaarde from portal_lezer, portal_schrijver;
grant select on drempelwaarde to portal_schrijver;
grant insert, update on drempelwaarde to portal_beheer;
