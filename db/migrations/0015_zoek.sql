-- PostgreSQL takes "2024-2025" for 2024 and minus 2025, and "jekuntmeer.nl" for the name of a computer: parted by spaces they are the words that people look for.
drop index begrotingspost_zoek;
drop view begrotingspost_nu;
alter table begrotingspost drop column zoek;
alter table begrotingspost add column zoek tsvector generated always as (
    to_tsvector('dutch', regexp_replace(coalesce(project, '') || ' ' || coalesce(omschrijving, '') || ' ' || coalesce(regeling, '') || ' ' || coalesce(ontvanger, ''), '[^[:alnum:]]+', ' ', 'g'))) stored;
create index begrotingspost_zoek on begrotingspost using gin (zoek);
create view begrotingspost_nu as
    select p.*, d.titel as dataset, d.code as dataset_code, v.nummer as versie
    from begrotingspost p join versie v on v.id = p.versie_id join dataset d on d.id = v.dataset_id where v.status = 'gepubliceerd';
