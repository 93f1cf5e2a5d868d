-- Which indicators add up to which (rule T27 across indicators), and which one says how many people came or went (register R16).
alter table indicator
    add column deel_van text, -- code of the indicator of the same delivery that this one is a part of
    add column doorstroom boolean not null default false;
create or replace view indicator_nu as
    select i.versie_id, i.code, i.naam, i.definitie, i.eenheid, i.thema, i.richting, i.methode, i.bron, i.laagste_schaal, i.drempel,
           i.optelbaar, i.beleving, i.kern, i.naast_geld, i.plek, d.code as dataset, d.titel as dataset_titel, v.nummer as versie, i.breuk,
           i.deel_van, i.doorstroom
    from indicator i join versie v on v.id = i.versie_id join dataset d on d.id = v.dataset_id where v.status = 'gepubliceerd';
