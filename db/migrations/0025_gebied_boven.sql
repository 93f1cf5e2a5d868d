-- Which rows are of the division that is shown: whatever asks what lies in an area asks it of that one, and need not find out first which it is.
alter table gebied_boven add column nu boolean not null default false;
update gebied_boven set nu = true where indeling = (select max(indeling) from gebied_gepubliceerd where soort = 'buurt');
create index gebied_boven_nu on gebied_boven (boven_code, indeling, code) where nu;
