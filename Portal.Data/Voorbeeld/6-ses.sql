-- A measure of need beside the money, as CBS would give it: an invented score per buurt where people live, and the mean of it above.
with score as (
    select g.code, round((('x' || left(md5(g.code), 6))::bit(24)::int % 1000) / 1250.0 - 0.4, 3) as waarde, i.inwoners
    from gebied g join gebied_inwoners i on i.versie_id = g.versie_id and i.code = g.code and i.jaar = 2024
    where g.soort = 'buurt' and i.inwoners >= 50 and g.versie_id = (select max(versie_id) from gebied where code = 'GM9999'))
insert into meting (versie_id, rij, indicator, indeling, code, jaar, waarde, bronnaam)
select current_setting('voorbeeld.versie')::int, row_number() over (order by g.code), 'ses-woa', 2025, g.code, 2023, round(sum(s.waarde * s.inwoners) / sum(s.inwoners), 3), g.naam
from gebied g join score s on g.soort = 'stad' or s.code like g.code || '%'
where g.versie_id = (select max(versie_id) from gebied where code = 'GM9999')
group by g.code, g.naam;
insert into indicator (versie_id, code, naam, definitie, eenheid, thema, richting, methode, bron, laagste_schaal, optelbaar, naast_geld)
values (current_setting('voorbeeld.versie')::int, 'ses-woa', 'Sociaal-economische score (SES-WOA)',
    'Welvaart, opleiding en werk van de huishoudens in een gebied, in één getal. 0 is het gemiddelde van Nederland.', 'punten',
    'werk_inkomen', 'hoog', 'Verzonnen, in de vorm van de score van het CBS.', 'Verzonnen door de makers van dit portaal', 'buurt', false, true);
-- Five more, of six years: per buurt an invented height and direction, and the mean by inhabitants above it.
with soort (code, naam, eenheid, definitie, thema, richting, kern, beleving, laag, hoog, plek) as (values
    ('tevreden', 'Hoe tevreden mensen zijn met hun buurt', 'rapportcijfer', 'Het rapportcijfer dat bewoners aan hun buurt geven, van 1 tot en met 10.', 'samenleven', 'hoog', null, true, 5.8, 8.4, 1),
    ('schoon', 'Hoe schoon mensen straten en stoepen vinden', 'rapportcijfer', 'Het rapportcijfer dat bewoners geven voor het schoonhouden van hun straat.', 'openbare_ruimte', 'hoog', 'schoon', true, 4.9, 7.8, 2),
    ('heel', 'Hoe heel mensen straten en stoepen vinden', 'rapportcijfer', 'Het rapportcijfer dat bewoners geven voor het onderhoud van hun straat.', 'openbare_ruimte', 'hoog', 'heel', true, 5.1, 7.9, 3),
    ('veilig', 'Hoe veilig mensen zich ''s avonds voelen', 'rapportcijfer', 'Het rapportcijfer dat bewoners geven op de vraag hoe veilig zij zich ''s avonds voelen.', 'veiligheid', 'hoog', 'veilig', true, 5.5, 8.6, 4),
    ('laag-inkomen', 'Huishoudens met een laag inkomen', '%', 'Het deel van de huishoudens dat rond moet komen van een laag inkomen.', 'werk_inkomen', 'laag', null, false, 3.0, 24.0, 5)),
indicatoren as (
    insert into indicator (versie_id, code, naam, eenheid, definitie, thema, richting, kern, beleving, methode, bron, laagste_schaal, optelbaar, plek)
    select current_setting('voorbeeld.versie')::int, code, naam, eenheid, definitie, thema, richting, kern, beleving, 'Verzonnen.', 'Verzonnen door de makers van dit portaal', 'buurt', false, plek from soort),
buurt as (
    select g.code, i.inwoners, s.code as indicator, s.plek, j.jaar,
           s.laag + (s.hoog - s.laag) * (('x' || left(md5(s.code || g.code), 6))::bit(24)::int % 1000) / 1000.0
               + (s.hoog - s.laag) * (j.jaar - 2022) * ((('x' || left(md5(g.code || s.code), 6))::bit(24)::int % 100) - 40) / 2000.0 as waarde
    from gebied g join gebied_inwoners i on i.versie_id = g.versie_id and i.code = g.code and i.jaar = 2024
    cross join soort s cross join generate_series(2019, 2024) as j (jaar)
    where g.soort = 'buurt' and i.inwoners >= 50 and g.versie_id = (select max(versie_id) from gebied where code = 'GM9999'))
insert into meting (versie_id, rij, indicator, indeling, code, jaar, waarde, bronnaam)
select current_setting('voorbeeld.versie')::int, 1000 + row_number() over (order by b.plek, b.jaar, g.code), b.indicator, 2025, g.code, b.jaar,
       round(sum(b.waarde * b.inwoners) / sum(b.inwoners), 1), g.naam
from gebied g join buurt b on g.soort = 'stad' or b.code like g.code || '%'
where g.versie_id = (select max(versie_id) from gebied where code = 'GM9999')
group by b.indicator, b.plek, b.jaar, g.code, g.naam;
