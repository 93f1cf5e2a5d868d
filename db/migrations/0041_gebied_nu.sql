-- A municipality may deliver only wijken, or only stadsdelen: the newest division of any kind is the one that is shown.
create or replace view gebied_nu as
    select g.* from gebied_gepubliceerd g
    where g.indeling = (select max(indeling) from gebied_gepubliceerd);
update gebied_boven set nu = coalesce(indeling = (select max(indeling) from gebied_gepubliceerd), false);
