-- Meetings for residents.
create table bijeenkomst (
    like register_basis including all,
    soort  text not null,
    datum  date not null,
    plek   text
);
select maak_register('bijeenkomst');
