-- The words of a plan's name by which its area was recognised, where the source only says of which stadsdeel it is.
alter table initiatief add column herkend text;
drop view initiatief_nu;
select maak_register_view('initiatief');
