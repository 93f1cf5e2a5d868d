-- An area that is what it was keeps its figures where they are: only what is made anew is written.
alter table overgang
    add column verschoven numeric(8, 6) not null default 0, -- which part of the area of now is not what one old area was
    add column zelfde boolean not null default false; -- this old area is what that one was, for 95 % or more
update overgang o set verschoven = 1 - b.beste, zelfde = b.beste >= 0.95 and least(o.gewicht, o.deel) = b.beste
from (select van_indeling, naar_code, max(least(gewicht, deel)) as beste from overgang group by van_indeling, naar_code) b
where b.van_indeling = o.van_indeling and b.naar_code = o.naar_code;
create index overgang_zelfde on overgang (van_indeling, van_code) where zelfde;
delete from meting_herrekend where not herrekend;

create or replace view meting_hier as
    select m.versie_id, m.indicator, m.indeling, m.code, m.jaar, m.maand, m.waarde, m.n, m.voorlopig, m.onderdrukt,
           m.koppeling, m.bronnaam, false as herrekend, 0::numeric as verschoven, m.indeling as van_indeling
    from meting_nu m where m.indeling = (select max(indeling) from gebied_gepubliceerd)
    union all
    select m.versie_id, m.indicator, o.naar_indeling, o.naar_code, m.jaar, m.maand, m.waarde, m.n, m.voorlopig, m.onderdrukt,
           m.koppeling, m.bronnaam, false, o.verschoven, m.indeling
    from meting_nu m join overgang o on o.van_indeling = m.indeling and o.van_code = m.code and o.zelfde
    where not exists (select from meting e where e.versie_id = m.versie_id and e.indicator = m.indicator and e.code = o.naar_code
                      and e.jaar = m.jaar and e.maand = m.maand and e.indeling = o.naar_indeling)
    union all
    select h.versie_id, h.indicator, (select max(indeling) from gebied_gepubliceerd), h.code, h.jaar, h.maand, h.waarde, null,
           h.voorlopig, h.onderdrukt, 'naam', '', h.herrekend, h.verschoven, h.van_indeling
    from meting_herrekend h join versie v on v.id = h.versie_id and v.status = 'gepubliceerd';
