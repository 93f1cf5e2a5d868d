-- Places by name (decision 0040): how often texts that name a thing of a layer mean it, read by people in one municipality. A layer
-- whose names were not measured here, or are too often wrong, gives no places.
create table plaatsmeting (
    versie_id     int not null references versie,
    gemeente      text not null,
    laag          text not null, -- code of the layer's dataset
    bron          text not null, -- what was read
    gemeten_op    date not null,
    gelezen       int not null check (gelezen > 0),
    goed          int not null check (goed <= gelezen),
    euro_gelezen  numeric(14, 2) not null check (euro_gelezen > 0),
    euro_goed     numeric(14, 2) not null check (euro_goed <= euro_gelezen),
    telt          boolean not null generated always as (goed >= 0.97 * gelezen and euro_goed >= 0.98 * euro_gelezen) stored,
    primary key (versie_id, laag)
);
create view plaatsmeting_nu as
    select m.* from plaatsmeting m join versie v on v.id = m.versie_id where v.status = 'gepubliceerd';
select alleen_openbaar('plaatsmeting');

-- Of a place that was recognised in a text: what it is called, in which layer, and the words. Null: the delivery gave the place.
alter table postplek add column plaats text, add column laag text, add column herkend text,
    add check (num_nulls(plaats, laag, herkend) in (0, 3));
