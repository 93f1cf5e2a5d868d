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
