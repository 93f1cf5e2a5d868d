-- Objects of layers that staff invent: columns that no migration knows, declared with the version (versie.opties) and cast when read.
create table laagobject (
    like register_basis including all,
    kenmerken jsonb not null
);
select maak_register('laagobject');
