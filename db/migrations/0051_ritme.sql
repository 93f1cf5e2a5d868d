-- How often a source is expected to come; null: no fixed rhythm, so it is never late.
alter table dataset add ritme text check (ritme in ('dag', 'week', 'maand', 'kwartaal', 'jaar', 'eenmalig'));

-- When loading failed; why, and what was in the file, stays with staff. A view runs as its owner.
create view mislukking as
    select dataset_id, max(geladen_op) as mislukt_op from versie where status = 'mislukt' group by dataset_id;

-- Pages say how old a source is. They say it in days: looking again on the same day changes none of them.
create function meld_bron() returns trigger language plpgsql as $$
begin
    perform pg_notify('portal_versie', new.onderwerp);
    return null;
end $$;
create trigger bron_gewijzigd after update of nagekeken_op, ritme on dataset for each row
    when (old.ritme is distinct from new.ritme
          or (old.nagekeken_op at time zone 'Europe/Amsterdam')::date is distinct from (new.nagekeken_op at time zone 'Europe/Amsterdam')::date)
    execute function meld_bron();
create trigger versie_mislukt after update of status on versie
    for each row when (old.status is distinct from new.status and new.status = 'mislukt') execute function meld_versie();
