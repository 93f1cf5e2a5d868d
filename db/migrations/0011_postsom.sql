-- The posts of a version added up on their own, straight from the rows: what the bridge holds the sums of the pages against.
create table postsom (
    versie_id       int not null references versie,
    jaar            smallint not null,
    fase            text not null,
    bl              char(1) not null,
    programma_code  text,
    taakveld        text,
    bedrag          numeric(16, 2) not null
);
create index postsom_jaar on postsom (jaar, fase, bl);
create view postsom_nu as
    select s.* from postsom s join versie v on v.id = s.versie_id where v.status = 'gepubliceerd';
