-- What names mean in texts, per municipality: another name of an area, or a name that is no proof of a place.
create table gebiedsnaam (
    versie_id  int not null references versie,
    rij        int not null,
    naam       text not null,
    gebied     text, -- code or identificatie, as delivered
    reden      text, -- why it is no proof; beside an area: why it counts only in a row of that stadsdeel
    stadsdeel  text, -- the stadsdeel that once counted the area as its own
    primary key (versie_id, rij),
    check (gebied is not null or reden is not null),
    check (stadsdeel is null or gebied is not null)
);
create view gebiedsnaam_nu as
    select n.* from gebiedsnaam n join versie v on v.id = n.versie_id where v.status = 'gepubliceerd';

-- How often recognition is right, read by people: true of one municipality, and of the names that it was measured with.
create table herkenning_meting (
    versie_id       int primary key references versie,
    gemeente        text not null,
    bron            text not null, -- what was read, 'Subsidieregister van Amsterdam'
    gemeten_op      date not null,
    indeling        smallint not null,
    gelezen         int not null,
    goed            int not null check (goed <= gelezen),
    euro_gelezen    numeric(14, 2) not null,
    euro_goed       numeric(14, 2) not null check (euro_goed <= euro_gelezen),
    te_vinden       int not null, -- rows that name a place, by people's judgement
    gevonden        int not null check (gevonden <= te_vinden)
);
create view herkenning_meting_nu as
    select m.* from herkenning_meting m join versie v on v.id = m.versie_id where v.status = 'gepubliceerd';
