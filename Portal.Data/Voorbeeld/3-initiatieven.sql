-- Plans of the residents of Markerwaard, 2022-2025. Runs in a transaction that has set voorbeeld.versie.
create or replace function pg_temp.loting(tekst text, n int) returns int language sql immutable as
    $$ select ('x' || substr(md5(tekst), 1, 7))::bit(28)::int % n $$;

-- Every idea comes back in three places.
create temp table vb_idee (nr int generated always as identity, thema text, kosten int, titel text, omschrijving text) on commit drop;
insert into vb_idee (thema, kosten, titel, omschrijving) values
    ('Groen', 3500, 'Bijenlint {b}', 'Een strook bloemen waar bijen en vlinders eten vinden.'),
    ('Groen', 6000, 'Moestuin {b}', 'Samen groente kweken op een leeg stuk grond.'),
    ('Groen', 4500, 'Geveltuinen {b}', 'Een rij tegels eruit, planten erin.'),
    ('Groen', 9000, 'Pluktuin {b}', 'Appels, peren en bessen die iedereen mag plukken.'),
    ('Groen', 1200, 'Nestkasten {b}', 'Kinderen timmeren kastjes voor mezen en mussen.'),
    ('Groen', 2500, 'Geadopteerde boomspiegels {b}', 'Bewoners zorgen voor de planten rond de bomen.'),
    ('Groen', 15000, 'Klein bos {b}', 'Een bosje van tweehonderd jonge bomen, zo groot als een tennisveld.'),
    ('Groen', 7500, 'Bloembollen {b}', 'Tienduizend bollen langs de vaart, geplant door de buurt.'),
    ('Ontmoeten', 2000, 'Lange tafel {b}', 'Eén keer per jaar eet de hele straat aan één tafel.'),
    ('Ontmoeten', 3000, 'Koffiekar {b}', 'Een kar met koffie die elke week op een andere hoek staat.'),
    ('Ontmoeten', 12000, 'Picknicktafels {b}', 'Tafels en banken aan het water.'),
    ('Ontmoeten', 1500, 'Welkomsttas {b}', 'Nieuwe bewoners krijgen een tas met tips van de buren.'),
    ('Ontmoeten', 5000, 'Eetclub {b}', 'Elke donderdag samen koken voor een kleine prijs.'),
    ('Ontmoeten', 4000, 'Buurtbarbecue {b}', 'Een vaste plek om samen buiten te koken.'),
    ('Ontmoeten', 8000, 'Huiskamer {b}', 'Twee middagen per week een warme plek met thee.'),
    ('Ontmoeten', 900, 'Ruilkast {b}', 'Een kast op straat voor boeken en spelletjes.'),
    ('Sport en spel', 18000, 'Pumptrack {b}', 'Een baan met heuvels voor fietsjes, stepjes en skates.'),
    ('Sport en spel', 6500, 'Jeu de boules {b}', 'Twee banen met een bank erbij.'),
    ('Sport en spel', 3500, 'Tafeltennis {b}', 'Een stevige tafel op het plein.'),
    ('Sport en spel', 9500, 'Zwemtrap {b}', 'Veilig het water in en weer eruit.'),
    ('Sport en spel', 14000, 'Speelschip {b}', 'Een houten schip om op te klimmen.'),
    ('Sport en spel', 2200, 'Wandelclub {b}', 'Elke zaterdag een rondje langs de dijk.'),
    ('Sport en spel', 11000, 'Basketbalpaal {b}', 'Een paal en een nieuw veldje voor jongeren.'),
    ('Sport en spel', 5500, 'Schaatsen {b}', 'Een kleine ijsbaan als het vriest.'),
    ('Schoon', 1800, 'Opruimdag {b}', 'Vier keer per jaar samen zwerfvuil prikken.'),
    ('Schoon', 7000, 'Plantenbakken bij containers {b}', 'Waar bloemen staan, zet niemand vuil neer.'),
    ('Schoon', 2600, 'Plastic vissen {b}', 'Met een bootje plastic uit de vaart halen.'),
    ('Schoon', 3200, 'Repaircafé {b}', 'Kapotte spullen samen maken.'),
    ('Schoon', 1400, 'Hondenpoepzakjes {b}', 'Kastjes met zakjes langs de uitlaatroute.'),
    ('Duurzaam', 4800, 'Regentonnen {b}', 'Vijftig tonnen om regenwater te bewaren.'),
    ('Duurzaam', 25000, 'Zonnedak {b}', 'Zonnepanelen op het dak van de school, voor de hele buurt.'),
    ('Duurzaam', 6200, 'Energiecoaches {b}', 'Buren helpen buren met een lagere rekening.'),
    ('Duurzaam', 16000, 'Deelbakfietsen {b}', 'Vier bakfietsen die bewoners samen delen.'),
    ('Duurzaam', 5200, 'Kledingruil {b}', 'Twee keer per jaar kleding ruilen in de gymzaal.'),
    ('Duurzaam', 8800, 'Wormenhotels {b}', 'Van groenteafval wordt compost gemaakt.'),
    ('Cultuur', 9800, 'Muurschildering {b}', 'Een schildering over het leven op de bodem van de zee.'),
    ('Cultuur', 4200, 'Openluchtfilm {b}', 'Drie avonden film op een groot doek.'),
    ('Cultuur', 6800, 'Buurtorkest {b}', 'Iedereen die een instrument heeft doet mee.'),
    ('Cultuur', 2900, 'Verhalenbank {b}', 'Een bank waarop je verhalen van bewoners hoort.'),
    ('Cultuur', 3700, 'Lichtjesroute {b}', 'In december een route met lampen die bewoners maken.'),
    ('Cultuur', 5400, 'Kindertheater {b}', 'Kinderen spelen een stuk over de polder.'),
    ('Veilig', 8500, 'Verlichte route {b}', 'Lampen langs het donkere pad naar de bus.'),
    ('Veilig', 2400, 'Trage straat {b}', 'Verf en bloembakken, zodat auto''s langzamer rijden.'),
    ('Veilig', 1600, 'AED-kast {b}', 'Een kast met een AED en een cursus voor twintig buren.'),
    ('Veilig', 3900, 'Fietsvaardig {b}', 'Fietsles voor kinderen en volwassenen.'),
    ('Zorg voor elkaar', 7200, 'Klussendienst {b}', 'Handige buren helpen met kleine klussen.'),
    ('Zorg voor elkaar', 4600, 'Maaltijdmaatjes {b}', 'Buren koken een extra portie voor iemand die ziek is.'),
    ('Zorg voor elkaar', 5800, 'Digicafé {b}', 'Hulp met telefoon, computer en DigiD.'),
    ('Zorg voor elkaar', 3300, 'Duofiets {b}', 'Een fiets voor twee, voor wie niet alleen kan fietsen.'),
    ('Zorg voor elkaar', 2100, 'Voorleesmiddag {b}', 'Ouderen lezen voor aan kinderen.');

-- What became of a plan, by its year: a hundred tickets each.
create temp table vb_uitslag (van int, tot int, status text, tickets int) on commit drop;
insert into vb_uitslag values
    (2022, 2023, 'klaar', 46), (2022, 2023, 'niet_gekozen', 36), (2022, 2023, 'deels_gekozen', 6), (2022, 2023, 'gestopt', 7), (2022, 2023, 'loopt', 5),
    (2024, 2024, 'niet_gekozen', 33), (2024, 2024, 'loopt', 26), (2024, 2024, 'klaar', 22), (2024, 2024, 'gekozen', 9), (2024, 2024, 'deels_gekozen', 7),
    (2024, 2024, 'gestopt', 3), (2025, 2025, 'voorgesteld', 36), (2025, 2025, 'gekozen', 20), (2025, 2025, 'niet_gekozen', 20), (2025, 2025, 'loopt', 16),
    (2025, 2025, 'deels_gekozen', 6), (2025, 2025, 'gestopt', 2);

with gebieden as (
    select g.code, g.soort, split_part(g.naam, ' <', 1) as naam, g.geom, row_number() over (partition by g.soort order by g.code)::int - 1 as rang, count(*) over (partition by g.soort)::int as aantal
    from gebied g
    where g.versie_id = (select max(versie_id) from gebied where indeling = 2025) and g.soort in ('buurt', 'wijk')
      and exists (select from gebied_inwoners i where (i.versie_id, i.code, i.jaar) = (g.versie_id, g.code, 2024) and i.inwoners >= 50)
), plan as (
    select i.*, n, i.nr || '-' || n as sleutel, 2022 + (i.nr + n + pg_temp.loting('jaar' || i.nr, 4)) % 4 as jaar,
           case when pg_temp.loting('soort' || i.nr || n, 100) < 24 then 'wijk' else 'buurt' end as soort,
           pg_temp.loting('lot' || i.nr || n, 100) as lot
    from vb_idee i cross join generate_series(1, 3) n
), uitslag as (
    select *, sum(tickets) over (partition by van order by tickets desc, status) as laatste from vb_uitslag
), besluit as (
    select p.*, u.status
    from plan p join uitslag u on p.jaar between u.van and u.tot and p.lot >= u.laatste - u.tickets and p.lot < u.laatste
)
insert into initiatief (dataset_id, vanaf, rij, sleutel, inhoud, titel, gebied_code, indeling, geom, omschrijving, thema, status, jaar, kosten, stemmen)
select v.dataset_id, v.id, 1 + row_number() over alles,
       'INI-' || jaar || '-' || lpad((row_number() over (partition by jaar order by nr, n))::text, 3, '0'), '',
       replace(titel, '{b}', g.naam), g.code, 2025,
       ST_SnapToGrid(ST_GeometryN(ST_GeneratePoints(ST_Buffer(g.geom, -40), 1, 1 + pg_temp.loting('punt' || sleutel, 100000000)), 1), 0.1),
       omschrijving, thema, status, jaar,
       case when status <> 'voorgesteld' or b.lot % 3 > 0 then round(kosten * (0.7 + pg_temp.loting('kosten' || sleutel, 61) / 100.0) / 50) * 50 end,
       case when status = 'voorgesteld' then null when status = 'niet_gekozen' then 12 + pg_temp.loting('nee' || sleutel, 190)
            else 140 + pg_temp.loting('ja' || sleutel, 760) end
from besluit b
join gebieden g on g.soort = b.soort
    and g.rang = (pg_temp.loting('plek' || nr, g.aantal) + n * (g.aantal / 3)) % g.aantal
cross join (select id, dataset_id from versie where id = current_setting('voorbeeld.versie')::int) v
window alles as (order by jaar, nr, n);

-- A few plans with a title as no clerk would write it; so among the posts (2-begroting.sql).
update initiatief i set titel = n.titel
from (values
    ('INI-2022-002', '<b>Geveltuinen</b> "Kajuit" & ''t Dek'),
    ('INI-2022-003', '=1+1 pluktuin Ankerbuurt'),
    ('INI-2022-004', E'Nestkasten \u200Fקן\u200F Sluiswijk-Oost'),
    ('INI-2022-005', 'Geadopteerde' || repeat('boom', 70) || 'spiegels')) n (sleutel, titel)
where i.vanaf = current_setting('voorbeeld.versie')::int and i.sleutel = n.sleutel;
