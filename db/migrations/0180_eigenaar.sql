-- Who a dataset is of, with the name of the municipality: "Gemeente, subsidiebureau" does not say which one to whom
-- cites it. A name that is given already stays.
create function eigenaar_voluit(eigenaar text) returns text language sql stable as $$
  select coalesce(
    (select regexp_replace(eigenaar, '^(De g|G)emeente(?=,|$)',
              'Gemeente ' || replace(regexp_replace(naam, '^Gemeente ', ''), '\', '\\'))
     from gebied_nu where soort = 'stad' order by code limit 1),
    eigenaar)
$$;
