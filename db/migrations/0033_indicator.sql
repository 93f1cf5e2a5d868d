-- What an indicator is, as its delivery says: so that a new one is rows, not code.
create table indicator (
    versie_id  int not null references versie,
    code       text not null,
    naam       text not null,
    definitie  text not null,
    eenheid    text not null,
    primary key (versie_id, code)
);
select alleen_openbaar('indicator');

create view indicator_nu as
    select i.*, d.code as dataset, d.titel as dataset_titel, v.nummer as versie
    from indicator i join versie v on v.id = i.versie_id join dataset d on d.id = v.dataset_id where v.status = 'gepubliceerd';
