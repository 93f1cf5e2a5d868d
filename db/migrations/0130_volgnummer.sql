-- Programs read rows in parts, after a number: these had none, so that each part cost the sorting of all (decision 0042).
alter table meting add column id bigint generated always as identity;
create unique index meting_id on meting (id);
alter table meting_herrekend add column id bigint generated always as identity (start with 1000000000000000); -- after those of meting
create unique index meting_herrekend_id on meting_herrekend (id);
alter table gebied_inwoners add column id bigint generated always as identity;
create unique index gebied_inwoners_id on gebied_inwoners (id);

-- Old sums stay for good, so these are sorted: there are few that count.
-- Sums were kept apart by how the years of a post are known, which nobody ever read: together they are a row each.
drop view begrotingsom_nu;
create temp table som on commit drop as
    select versie_id, jaarsoort, jaar, fase, bl, programma_code, toerekening, indeling, gebied_soort, gebied_code,
           sum(bedrag) as bedrag, sum(posten)::int as posten
    from begrotingsom group by versie_id, jaarsoort, jaar, fase, bl, programma_code, toerekening, indeling, gebied_soort, gebied_code;
truncate begrotingsom;
alter table begrotingsom drop column jaar_basis, add column id bigint generated always as identity;
insert into begrotingsom (versie_id, jaarsoort, jaar, fase, bl, programma_code, toerekening, indeling, gebied_soort, gebied_code, bedrag, posten)
    select versie_id, jaarsoort, jaar, fase, bl, programma_code, toerekening, indeling, gebied_soort, gebied_code, bedrag, posten
    from som order by versie_id, jaarsoort, jaar, fase, bl, programma_code, toerekening, indeling, gebied_code;
create view begrotingsom_nu as
    select s.* from begrotingsom s join versie v on v.id = s.versie_id where v.status = 'gepubliceerd';
