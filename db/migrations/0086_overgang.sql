-- Areas over time (docs/decisions/0034): how areas of an older division lie in those of the division that is shown, and the
-- figures of the older ones, taken over. Both are made anew whenever areas are published.
create table overgang (
    van_indeling   smallint not null,
    van_code       text not null,
    soort          text not null,
    naar_indeling  smallint not null,
    naar_code      text, -- null: what lies in no area of its kind now
    gewicht        numeric(8, 6) not null check (gewicht between 0 and 1), -- which part of the old area; adds up to 1 per old area
    deel           numeric(8, 6) not null check (deel between 0 and 1), -- which part of the new area
    grondslag      text not null check (grondslag in ('inwoners', 'oppervlakte')),
    unique nulls not distinct (van_indeling, van_code, naar_indeling, naar_code)
);
create index overgang_naar on overgang (naar_indeling, naar_code);

create table meting_herrekend (
    versie_id     int not null references versie,
    indicator     text not null,
    code          text not null, -- of the division that is shown
    jaar          smallint not null,
    maand         smallint not null,
    van_indeling  smallint not null,
    waarde        numeric,
    voorlopig     boolean not null,
    onderdrukt    boolean not null,
    herrekend     boolean not null, -- false: the area is what it was, for 95 % or more
    verschoven    numeric(8, 6) not null, -- which part of it is not what it was
    primary key (versie_id, indicator, code, jaar, maand)
);
select alleen_openbaar('meting_herrekend');
create index meting_herrekend_gebied on meting_herrekend (code);

-- Every figure of the areas that are shown, whatever division it was made in.
create view meting_hier as
    select m.versie_id, m.indicator, m.indeling, m.code, m.jaar, m.maand, m.waarde, m.n, m.voorlopig, m.onderdrukt,
           m.koppeling, m.bronnaam, false as herrekend, 0::numeric as verschoven, m.indeling as van_indeling
    from meting_nu m where m.indeling = (select max(indeling) from gebied_gepubliceerd)
    union all
    select h.versie_id, h.indicator, (select max(indeling) from gebied_gepubliceerd), h.code, h.jaar, h.maand, h.waarde, null,
           h.voorlopig, h.onderdrukt, 'naam', '', h.herrekend, h.verschoven, h.van_indeling
    from meting_herrekend h join versie v on v.id = h.versie_id and v.status = 'gepubliceerd';
