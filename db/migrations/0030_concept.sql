-- A delivery is first a concept, seen by staff only, and then published in a short transaction (decision 0018).
alter table versie drop constraint versie_status_check;
alter table versie add constraint versie_status_check
    check (status in ('laden', 'concept', 'gepubliceerd', 'vervangen', 'ingetrokken', 'mislukt'));
alter table versie alter column status set default 'laden';
alter table versie alter column nummer drop not null; -- a load that fails takes no number
alter table versie add constraint versie_genummerd check (nummer is not null or status in ('laden', 'mislukt'));
alter table versie add column gepubliceerd_op timestamptz;
alter table versie add column reden text; -- why it was withdrawn
alter table versie add column gegevens jsonb; -- title, owner, licence … of the dataset as this delivery says them
alter table versie add column opties jsonb not null default '{}'; -- what the operator said beside the file, for what follows at publication
update versie set gepubliceerd_op = geladen_op where status in ('gepubliceerd', 'vervangen');

alter table dataset drop constraint dataset_onderwerp_check; -- Portal.Data/Onderwerpen.cs is the one list of subjects

-- Only what the public sees makes a cached page stale.
drop trigger versie_gewijzigd on versie;
create trigger versie_gewijzigd after update of status on versie
    for each row when (old.status is distinct from new.status and 'gepubliceerd' in (old.status, new.status)) execute function meld_versie();

-- The website's role sees no version before it is published, whatever it asks. Views run as their owner and say themselves what counts.
alter table versie enable row level security;
create policy openbaar on versie for select to portal_lezer using (status in ('gepubliceerd', 'vervangen', 'ingetrokken'));

-- The same for the rows of a version. To be called for each new table whose rows belong to one (or, row by row, begin with one).
create function alleen_openbaar(tabel regclass, kolom text default 'versie_id') returns void language plpgsql as $$
begin
    execute format('alter table %s enable row level security', tabel);
    execute format('create policy openbaar on %s for select to portal_lezer using (%I in (select id from versie))', tabel, kolom);
end $$;

do $$
declare tabel regclass;
begin
    for tabel in select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'versie_id' and not a.attisdropped
                 where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
    loop
        perform alleen_openbaar(tabel);
    end loop;
end $$;
