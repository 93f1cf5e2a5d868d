-- A defined figure per area and period, e.g. the socio-economic score that stands beside spending.
create table meting (
    versie_id  int not null references versie,
    rij        int not null,
    indicator  text not null, -- 'ses-woa'
    indeling   smallint not null,
    code       text not null,
    jaar       smallint not null,
    waarde     numeric, -- null: the source gives no figure
    bronnaam   text not null, -- the area's name in the source, by which it was joined
    primary key (versie_id, indicator, code, jaar)
);
create view meting_nu as
    select m.* from meting m join versie v on v.id = m.versie_id where v.status = 'gepubliceerd';
