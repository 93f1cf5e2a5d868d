-- A text that a spreadsheet would run as a formula (= + - @ tab return) gets an apostrophe before it: OWASP, CSV injection.
create function csv_tekst(tekst text) returns text language sql immutable parallel safe as
    $$ select case when ascii(tekst) in (9, 13, 43, 45, 61, 64) then '''' || tekst else tekst end $$;
