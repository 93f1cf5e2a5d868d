-- How a figure of the source came to an area of ours: the source's areas may be older than ours.
alter table meting add column koppeling text not null default 'naam' check (koppeling in ('naam', 'uitsluiting', 'buurten', 'gewogen'));

create or replace view meting_nu as
    select m.* from meting m join versie v on v.id = m.versie_id where v.status = 'gepubliceerd';
