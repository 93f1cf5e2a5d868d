-- Who may do what (docs/decisions/0019): the site reads (portal_lezer), an import writes rows and nothing else (portal_schrijver),
-- a migration owns the tables. Logins that are given one of the two roles need no other right.
do $$
begin
    if not exists (select from pg_roles where rolname = 'portal_schrijver') then
        create role portal_schrijver nologin bypassrls; -- who loads sees concepts; COPY takes no policy
    end if;
end $$;
grant portal_schrijver to current_user;
grant usage on schema public to portal_schrijver;
grant select, insert, update, delete on all tables in schema public to portal_schrijver;
alter default privileges in schema public grant select, insert, update, delete on tables to portal_schrijver;
revoke insert, update, delete on migratie, spatial_ref_sys from portal_schrijver;

-- After a large load the planner must know; only the owner of a table may tell it.
create function ververs_statistiek(variadic tabellen regclass[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare tabel regclass;
begin
    foreach tabel in array tabellen loop
        execute format('analyze %s', tabel);
    end loop;
end $$;
revoke execute on function ververs_statistiek from public;
grant execute on function ververs_statistiek to portal_schrijver;
