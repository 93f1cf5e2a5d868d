-- What was refused and need not stand in the work list any longer.
alter table aanlevering drop constraint aanlevering_status_check,
    add constraint aanlevering_status_check check (status in ('wacht', 'bezig', 'klaar', 'geweigerd', 'weggelegd'));
