-- From which year on an indicator was made in another way: what is before it does not stand beside what is after it.
alter table indicator add column breuk smallint;
create or replace view indicator_nu as
    select i.versie_id, i.code, i.naam, i.definitie, i.eenheid, i.thema, i.richting, i.methode, i.bron, i.laagste_schaal, i.drempel,
           i.optelbaar, i.beleving, i.kern, i.naast_geld, i.plek, d.code as dataset, d.titel as dataset_titel, v.nummer as versie, i.breuk
    from indicator i join versie v on v.id = i.versie_id join dataset d on d.id = v.dataset_id where v.status = 'gepubliceerd';
