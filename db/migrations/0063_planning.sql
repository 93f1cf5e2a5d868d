-- A concept that was approved, and goes public at a set time.
create table planning (
    versie_id      int primary key references versie,
    medewerker_id  int not null references medewerker, -- who approved it
    op             timestamptz not null,
    wijziging      text not null,
    fout           text, -- why it did not go
    gemaakt_op     timestamptz not null default now()
);
select alleen_openbaar('planning');
revoke all on planning from portal_lezer, portal_schrijver;
grant insert, update, delete on planning to portal_beheer;

-- When it left the site, beside why
alter table versie add column ingetrokken_op timestamptz;
