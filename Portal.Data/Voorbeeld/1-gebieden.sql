-- Markerwaard, an invented town of 130,000 in the Markermeer: in the polder of that name that was never made.
-- Runs in a transaction that has set voorbeeld.versie to its version.
-- Hoepelbuurt has a name as no clerk would give it: what shows it must show it as it is (so do some posts and plans).
create temp table vb_buurt (code text, naam text, x int, y int, inwoners int) on commit drop;
insert into vb_buurt values -- a point in RD around which the buurt lies, and its inhabitants in 2025
    ('AA01', 'Havenhoofd', 141940, 506500, 2510), ('AA02', 'Lantaarnbuurt', 142550, 506290, 3240),
    ('AA03', 'Touwslagersbuurt', 142560, 505620, 2825), ('AA04', 'Vlotbrugbuurt', 142710, 507010, 3382),
    ('AA05', 'Weegbrugbuurt', 143130, 505900, 3434), ('AA06', 'Bakenbuurt', 143220, 506650, 2099),
    ('AB01', 'Mastenbuurt', 140790, 507700, 1496), ('AB02', 'Kluiverbuurt', 141240, 508740, 2984),
    ('AB03', 'Ankerbuurt', 141730, 507880, 1940), ('AB04', 'Kajuitbuurt', 141740, 507150, 1895),
    ('AB05', 'Zeilmakerswijk-Noord', 142160, 508590, 3269), ('AB06', 'Zeilmakerswijk-Zuid', 142520, 507770, 2321),
    ('AC01', 'Kluutwijk-West', 142570, 509620, 2266), ('AC02', 'Tureluurbuurt', 143160, 508840, 1772),
    ('AC03', 'Kluutwijk-Noord', 144040, 510110, 1995), ('AC04', 'Plevierbuurt', 144070, 509090, 1325),
    ('AD01', 'Bedrijvenpark Zuidersluis', 140630, 504840, 0), ('AD02', 'Schutkolkbuurt', 140940, 505940, 2066),
    ('AD03', 'Sluiswijk-Zuid', 141540, 504020, 1643), ('AD04', 'Sluiswachtersbuurt', 141670, 505550, 1911),
    ('AD05', 'Sluiswijk-Oost', 142060, 504930, 1825), ('BA01', 'Pioniersbuurt', 143770, 506390, 2350),
    ('BA02', 'Boekweitbuurt', 143770, 505560, 4204), ('BA03', 'Molenwiekbuurt', 144300, 505850, 3758),
    ('BA04', 'Klokkentorenbuurt', 144320, 506580, 2984), ('BA05', 'Ringvaartbuurt', 144850, 505470, 2262),
    ('BA06', 'Polderhart-Oost', 144910, 506450, 4491), ('BB01', 'Rietsnijdersbuurt', 143210, 507570, 2697),
    ('BB02', 'Rietzoom', 143550, 508220, 3213), ('BB03', 'Biezenbuurt', 143790, 507130, 3548),
    ('BB04', 'Lisbloembuurt', 144020, 507780, 3203), ('BB05', 'Kalmoesbuurt', 144610, 508330, 3636),
    ('BB06', 'Rietkraagbuurt', 144710, 507410, 2535), ('BC01', 'Meerkoetwijk-West', 145520, 506520, 2684),
    ('BC02', 'Meerkoetwijk-Noord', 145820, 507580, 2093), ('BC03', 'Fuutbuurt', 146250, 506720, 2908),
    ('BC04', 'Meerkoetwijk-Zuid', 146460, 506000, 2814), ('BC05', 'Roerdompbuurt', 146920, 507000, 1516),
    ('BD01', 'Griendwijk-West', 142800, 504670, 1305), ('BD02', 'Wilgenteenbuurt', 142810, 503710, 1416),
    ('BD03', 'Mandenmakersbuurt', 143460, 505000, 2443), ('BD04', 'Hoepelbuurt <b>"&''t Veer"</b>', 144120, 503350, 1717),
    ('BD05', 'Griendwijk-Oost', 144130, 504380, 1978), ('CA01', 'Gemaalbuurt', 145400, 504810, 1209),
    ('CA02', 'Peilschaalbuurt', 145580, 503560, 1432), ('CA03', 'Poldermolenbuurt', 146480, 504990, 1301),
    ('CA04', 'Tonmolenbuurt', 146970, 503860, 1263), ('CB01', 'Lisdoddewijk-West', 147430, 505430, 1618),
    ('CB02', 'Lisdoddewijk-Noord', 147890, 506320, 1617), ('CB03', 'Waterleliebuurt', 148170, 504410, 1986),
    ('CB04', 'Dotterbloembuurt', 148700, 505260, 1730), ('CB05', 'Kikkerbeetbuurt', 149160, 506280, 2015),
    ('CC01', 'Gruttobuurt', 147380, 508000, 1509), ('CC02', 'Kievitbuurt', 147920, 507220, 1630),
    ('CC03', 'Veldleeuwerikbuurt', 148260, 508800, 1342), ('CC04', 'Wulpenbuurt', 149040, 507500, 883),
    ('CD01', 'Kleizoom-West', 145250, 509150, 1815), ('CD02', 'Oeverzand', 145630, 510230, 32),
    ('CD03', 'Suikerbietbuurt', 146140, 508550, 1863), ('CD04', 'Tarwebuurt', 147060, 509610, 1499);

create temp table vb_naam (code text, naam text) on commit drop;
insert into vb_naam values
    ('A', 'Havenkant'), ('AA', 'Havenkwartier'), ('AB', 'Zeilmakerswijk'), ('AC', 'Kluutwijk'), ('AD', 'Sluiswijk'),
    ('B', 'Middenland'), ('BA', 'Polderhart'), ('BB', 'Rietsnijderswijk'), ('BC', 'Meerkoetwijk'), ('BD', 'Griendwijk'),
    ('C', 'Dijkzicht'), ('CA', 'Gemaalwijk'), ('CB', 'Lisdoddewijk'), ('CC', 'Weidewijk'), ('CD', 'Kleizoom');

-- Borders wave a little. The same point always moves the same way, so what two areas share stays shared.
create or replace function pg_temp.golf(punt geometry) returns geometry language sql immutable as $$
    select ST_SetSRID(ST_MakePoint(
        round((ST_X(punt) + 55 * sin(ST_Y(punt) / 410) + 14 * sin(ST_Y(punt) / 97 + ST_X(punt) / 350))::numeric, 2)::float8,
        round((ST_Y(punt) + 55 * sin(ST_X(punt) / 380) + 14 * sin(ST_X(punt) / 103 - ST_Y(punt) / 290))::numeric, 2)::float8), 28992)
$$;

-- Buurten: Voronoi cells of the points, cut by the ring dike. All lines are noded before they wave.
with dijk as (
    select ST_Boundary(ST_ChaikinSmoothing(ST_GeomFromText('POLYGON((139900 504600, 140200 506200, 141300 506450,
        141350 507000, 140100 507300, 140600 508900, 142100 510400, 145200 510550, 147900 510400, 149200 509000,
        149350 506900, 149900 506000, 149200 504100, 147200 503000, 144200 502850, 141600 503200, 139900 504600))', 28992), 2)) as geom
), grenzen as (
    select ST_VoronoiLines(ST_Collect(ST_SetSRID(ST_MakePoint(x, y), 28992) order by code), 0,
               (select ST_Expand(geom, 5000) from dijk)) as geom
    from vb_buurt
), lijnen as (
    select (ST_Dump(ST_UnaryUnion(ST_Collect(d.geom, g.geom), 0.01))).* from dijk d, grenzen g
), golven as (
    select ST_MakeLine(pg_temp.golf(p.geom) order by p.path) as geom
    from lijnen l, ST_DumpPoints(ST_Segmentize(l.geom, 70)) p
    group by l.path
), vlakken as (
    select (ST_Dump(ST_Polygonize(geom))).geom from golven
)
insert into gebied (versie_id, rij, soort, indeling, code, cbs_code, identificatie, volgnummer, naam, ouder_code, geldig_van, geom, kaart)
select current_setting('voorbeeld.versie')::int, 1 + row_number() over (order by b.code), 'buurt', 2025, b.code, 'BU9999' || b.code,
       '9999098' || lpad((row_number() over (order by b.code))::text, 7, '0'), 1, b.naam, left(b.code, 2), '2021-01-01',
       ST_Multi(ST_Normalize(v.geom)), ST_GeomFromText('POINT EMPTY', 4326)
from vb_buurt b join vlakken v on ST_Contains(v.geom, pg_temp.golf(ST_SetSRID(ST_MakePoint(b.x, b.y), 28992)));

-- Wijken, stadsdelen and the city are the union of what lies in them.
insert into gebied (versie_id, soort, indeling, code, cbs_code, identificatie, volgnummer, naam, ouder_code, geldig_van, geom, kaart)
select min(b.versie_id), n.soort, 2025, v.code, n.cbs || v.code, n.nummer || lpad((row_number() over (partition by n.soort order by v.code))::text, 7, '0'),
       1, v.naam, case n.soort when 'wijk' then left(v.code, 1) else 'GM9999' end, '2021-01-01',
       ST_Multi(ST_Normalize(ST_Union(b.geom order by b.code))), ST_GeomFromText('POINT EMPTY', 4326)
from vb_naam v
join (values ('wijk', 2, 'WK9999', '9999097'), ('stadsdeel', 1, null, '9999096')) n (soort, lengte, cbs, nummer) on n.lengte = length(v.code)
join gebied b on b.versie_id = current_setting('voorbeeld.versie')::int and b.soort = 'buurt' and left(b.code, n.lengte) = v.code
group by n.soort, n.cbs, n.nummer, v.code, v.naam;

insert into gebied (versie_id, soort, indeling, code, cbs_code, identificatie, volgnummer, naam, geldig_van, geom, kaart)
select versie_id, 'stad', 2025, 'GM9999', 'GM9999', '9999', 1, 'Markerwaard', '2021-01-01',
       ST_Multi(ST_Normalize(ST_Union(geom order by code))), ST_GeomFromText('POINT EMPTY', 4326)
from gebied where versie_id = current_setting('voorbeeld.versie')::int and soort = 'buurt'
group by versie_id;

-- Five decimals is about a metre; every vertex is rounded on its own, so shared borders stay shared.
update gebied set kaart = ST_SnapToGrid(ST_Transform(geom, 4326), 0.00001)
where versie_id = current_setting('voorbeeld.versie')::int;

-- Inhabitants. Oeverzand is new, nobody lives in the business park, and the count of Wulpenbuurt for 2025 is not there yet.
create temp table vb_inwoners on commit drop as
select b.code, j.jaar, case
           when b.inwoners < 50 then greatest(0, b.inwoners - 13 * (2025 - j.jaar))
           else round(b.inwoners * (1 - (2025 - j.jaar) * (0.002 + 0.0007 * (b.x / 10 % 25))))::int
       end as inwoners
from vb_buurt b cross join generate_series(2021, 2025) j (jaar);

-- The totals of wijk, stadsdeel and city are counts of their own: they include the buurt that is missing.
-- Households of two to two and a half people, so that per household says something else than per inhabitant.
insert into gebied_inwoners (versie_id, indeling, code, jaar, inwoners, huishoudens)
select g.versie_id, 2025, g.code, i.jaar, sum(i.inwoners), sum(round(i.inwoners / (2 + 0.1 * (ascii(right(i.code, 1)) % 6))))
from gebied g join vb_inwoners i on i.code like case g.soort when 'stad' then '%' else g.code || '%' end
where g.versie_id = current_setting('voorbeeld.versie')::int and (g.naam, i.jaar) <> ('Wulpenbuurt', 2025)
group by g.versie_id, g.code, i.jaar;
