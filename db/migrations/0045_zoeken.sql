-- Searching forgives typing errors: pg_trgm compares names by their groups of three letters.
create extension if not exists pg_trgm;

-- How names are compared: lower case, no accents, words apart by one space.
create function kaal(tekst text) returns text language sql stable parallel safe as
    $$ select trim(regexp_replace(lower(unaccent(tekst)), '[^a-z0-9]+', ' ', 'g')) $$;
