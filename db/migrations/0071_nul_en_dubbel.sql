-- Of each year: the rows of 0 euros, and what the source itself calls a duplicate of another application
-- (docs/decisions/0015). Versions from before this migration say nothing of it.
alter table jaarprofiel
    add column nul        int not null default 0,
    add column duplicaten int not null default 0,
    add column duplicaat  numeric(16, 2) not null default 0;
create or replace view jaarprofiel_nu as
    select p.versie_id, p.jaarsoort, p.jaar, p.fase, p.bl, p.posten, p.bedrag, p.zonder_plek, p.ander_jaar, p.later,
           p.meer_jaren, p.zonder_jaar, p.zonder_programma,
           coalesce(b.dekking, p.dekking) as dekking,
           case when b.dekking is null then p.tot when b.dekking = 'deel' then coalesce(b.tot, p.tot) end as tot,
           case when b.dekking is null then p.reden else b.door end as reden, b.toelichting,
           p.nul, p.duplicaten, p.duplicaat
    from jaarprofiel p join versie v on v.id = p.versie_id and v.status = 'gepubliceerd'
    left join lateral (
        select * from dekking_besluit b
        where b.dataset_id = v.dataset_id and b.jaar = p.jaar and b.fase = p.fase
          and (b.versie_id is null or b.versie_id = p.versie_id)
        order by b.door limit 1) b on true; -- 'beheer' before 'levering'
