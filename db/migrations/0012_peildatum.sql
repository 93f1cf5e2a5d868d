-- The last date that a delivery of money speaks of: a year that it does not reach the end of is a part of a year.
update versie v set peildatum = p.laatste
from (select versie_id, max(peildatum) filter (where peildatum <= current_date) as laatste from begrotingspost group by versie_id) p
where p.versie_id = v.id and p.laatste is not null;

-- Versions from before 0011 have no sums of their posts yet.
insert into postsom (versie_id, jaar, fase, bl, programma_code, taakveld, bedrag)
select p.versie_id, p.jaar, f.fase, p.bl, p.programma_code, p.taakveld, sum(f.bedrag)
from begrotingspost p
cross join lateral (values (p.fase, p.bedrag), ('aangevraagd', p.aangevraagd), ('vastgesteld', p.vastgesteld)) f (fase, bedrag)
where f.bedrag is not null and not exists (select from postsom s where s.versie_id = p.versie_id)
group by p.versie_id, p.jaar, f.fase, p.bl, p.programma_code, p.taakveld;
