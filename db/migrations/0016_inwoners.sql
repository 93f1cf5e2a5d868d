-- Two deliveries may speak of one area and year (buurten apart, or with wijken): the newest counts, also when it is lower.
create or replace view inwoners_nu as
    select distinct on (i.code, i.indeling, i.jaar) i.code, i.indeling, i.jaar, i.inwoners, i.huishoudens
    from gebied_inwoners i join versie v on v.id = i.versie_id
    where v.status = 'gepubliceerd'
    order by i.code, i.indeling, i.jaar, v.id desc;
