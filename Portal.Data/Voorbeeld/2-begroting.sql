-- The money of Markerwaard, 2021-2025: budget, accounts and subsidies. Runs in a transaction that has set voorbeeld.versie.
-- {b} is the name of the area, {s} a street in it, {n} the name of a community centre.

-- A fixed number from 0 to n - 1 for every text: chance without chance.
create or replace function pg_temp.loting(tekst text, n int) returns int language sql immutable as
    $$ select ('x' || substr(md5(tekst), 1, 7))::bit(28)::int % n $$;

-- Millions of euros a year at the level of 2021 for work in buurten, for work in wijken and stadsdelen, and income from buurten.
create temp table vb_programma (p int, code text, buurt numeric, hoger numeric, baten numeric) on commit drop;
insert into vb_programma values
    (1, 'bestuur-en-gebiedsmanagement', 1.2, 2.4, 0), (2, 'verkeer-en-infrastructuur', 14, 2.5, 4), (3, 'openbare-ruimte-en-groen', 16, 3, 0.3),
    (4, 'stedelijke-ontwikkeling', 11, 3, 9), (5, 'onderwijs-en-jeugd', 9, 4, 0), (6, 'sport-en-recreatie', 6, 2, 0.9),
    (7, 'welzijn-en-zorg', 9, 5, 0.6), (8, 'werk-inkomen-en-economie', 3, 2, 0.3), (9, 'openbare-orde-en-veiligheid', 1.5, 1, 0),
    (10, 'cultuur-en-monumenten', 3, 1, 0), (11, 'milieu-en-water', 9, 1.5, 0.6);

create temp table vb_gebied on commit drop as
select g.code, g.soort, n.naam, coalesce(i.inwoners, 0) as inwoners, case when i.inwoners between 1 and 49 then 2023 else 2021 end as vanaf,
       regexp_replace(n.naam, '^Bedrijvenpark |(buurt|wijk)?(-(Noord|Zuid|Oost|West))?$', '', 'g') as stam,
       (case substring(n.naam from '-(Zuid|Oost|West)$') when 'Zuid' then '{laan,plein,tuin}' when 'Oost' then '{dreef,singel,weg}'
            when 'West' then '{kade,akker,gaarde}' else '{straat,pad,hof}' end)::text[] as straten,
       (string_to_array('Dobber,Fuik,Steiger,Klinker,Plas,Boei,Kade,Wiek,Ark,Loper,Kreek,Spil,Zwaluw,Tjalk,Lamp,Bron,Knoop,Roef,Kruk,Sluis,'
           || 'Terp,Oever,Kist,Tuin,Waaier,Beun,Haak,Put,Vlonder,Kiel', ','))[1 + row_number() over (order by g.code) % 30] as huis
from gebied g
cross join lateral (select split_part(g.naam, ' <', 1) as naam) n -- the name as people say it
left join gebied_inwoners i on (i.versie_id, i.code, i.jaar) = (g.versie_id, g.code, 2024)
where g.versie_id = (select max(versie_id) from gebied where indeling = 2025);

-- What is done where. Years: 0 is every year, else how long the project takes. Chance in percent that an area has it;
-- "woonbuurt" only where people live; "als" is the line whose chance, years and street it shares.
create temp table vb_werk (nr int, p int, taakveld text, categorie text, adres boolean, jaren int, kans int, waar text, als int,
                           gewicht numeric, ontvanger text, project text, omschrijving text) on commit drop;
insert into vb_werk values
    (101, 1, '0.1', 'L3.8', false, 0, 60, 'woonbuurt', 101, 3, null, 'Bewonersbudget {b}', 'Geld voor kleine plannen van bewoners.'),
    (102, 1, '6.1', 'L4.2', false, 0, 40, 'woonbuurt', 102, 4, 'Stichting Buurtkracht Markerwaard', 'Buurtplatform {b}', 'Zaalhuur, uitnodigingen en verslagen van het buurtplatform.'),
    (103, 1, '0.1', 'L3.8', false, 1, 65, 'woonbuurt', 103, 2, null, 'Buurtpeiling {b}', 'Vragenlijst over wonen en leven in de buurt.'),
    (104, 1, '0.1', 'L3.8', false, 1, 55, 'woonbuurt', 104, 5, null, 'Buurtplan {b}', 'Bewoners en gemeente schrijven samen een plan voor de buurt.'),
    (201, 2, '2.1', 'L3.8', false, 0, 90, 'buurt', 201, 8, 'Wegenbouw Markerwaard', 'Onderhoud wegen {b}', 'Gaten vullen, tegels recht leggen en strepen verven.'),
    (202, 2, '2.1', 'L3.2', true, 2, 75, 'buurt', 202, 30, 'Wegenbouw Markerwaard', 'Herinrichting {s}', 'De straat krijgt nieuwe stenen, bredere stoepen en meer bomen.'),
    (203, 2, '2.1', 'L3.2', true, 1, 70, 'buurt', 203, 6, 'Wegenbouw Markerwaard', 'Drempels en oversteekplaats {s}', 'Auto''s rijden langzamer en kinderen steken veilig over.'),
    (204, 2, '2.1', 'L3.2', false, 2, 60, 'buurt', 204, 14, 'Wegenbouw Markerwaard', 'Fietspad {b} verbreden', 'Het fietspad wordt breder en krijgt rood asfalt.'),
    (205, 2, '2.1', 'L3.2', false, 1, 75, 'buurt', 205, 5, 'Lichtbedrijf Markerwaard', 'Lantaarnpalen {b} vervangen', 'Oude lampen worden zuinige ledlampen.'),
    (206, 2, '2.1', 'L3.2', true, 1, 45, 'buurt', 206, 18, 'Bruggenbouw Markerwaard', 'Brug {s} opknappen', 'De brug krijgt een nieuw dek en nieuwe leuningen.'),
    (207, 2, '2.2', 'L3.8', false, 1, 55, 'woonbuurt', 207, 3, null, 'Laadpalen {b}', 'Nieuwe laadpalen voor elektrische auto''s.'),
    (301, 3, '5.7', 'L3.8', false, 0, 92, 'buurt', 301, 10, 'Groenwerk Markerwaard', 'Groenonderhoud {b}', 'Gras maaien, bomen snoeien en perken bijhouden.'),
    (302, 3, '2.1', 'L3.8', false, 0, 80, 'buurt', 302, 7, null, 'Straten schoon {b}', 'Vegen, prullenbakken legen en zwerfvuil opruimen.'),
    (303, 3, '5.7', 'L3.2', true, 1, 80, 'woonbuurt', 303, 9, 'Speelbouw Markerwaard', 'Speelplek {b} vernieuwen', 'Nieuwe speeltoestellen en een zachte ondergrond.'),
    (304, 3, '5.7', 'L3.2', false, 1, 75, 'buurt', 304, 5, 'Groenwerk Markerwaard', 'Bomen planten {b}', 'Nieuwe bomen langs de straten en op de pleinen.'),
    (305, 3, '5.7', 'L3.2', true, 1, 65, 'buurt', 305, 8, 'Groenwerk Markerwaard', 'Plantsoen {s} opknappen', 'Nieuwe planten, banken en een wandelpad.'),
    (306, 3, '5.7', 'L3.2', false, 2, 45, 'buurt', 306, 12, 'Waterwerk Markerwaard', 'Natuurlijke oevers {b}', 'Oevers met riet in plaats van houten planken.'),
    (307, 3, '5.7', 'L3.2', false, 1, 40, 'woonbuurt', 307, 3, null, 'Hondenveld {b}', 'Een veld met een hek waar honden los mogen.'),
    (401, 4, '8.2', 'L3.1', true, 3, 45, 'buurt', 401, 30, null, 'Nieuwbouw {s}', 'De grond klaarmaken voor nieuwe woningen.'),
    (402, 4, '8.1', 'L3.8', false, 2, 55, 'buurt', 402, 8, null, 'Stedenbouwkundig plan {b}', 'Tekenen en rekenen aan een nieuw stuk buurt.'),
    (403, 4, '8.3', 'L4.2', false, 2, 60, 'woonbuurt', 403, 10, 'Stichting Warm Wonen Markerwaard', 'Huizen isoleren {b}', 'Hulp voor bewoners die hun huis willen isoleren.'),
    (404, 4, '8.1', 'L3.8', false, 0, 45, 'buurt', 404, 4, null, 'Omgevingsplan {b}', 'De regels voor bouwen en gebruik van de grond bijwerken.'),
    (405, 4, '8.3', 'L4.4.8', true, 2, 35, 'woonbuurt', 405, 18, 'Woonstichting Markerwaard', 'Ouderenwoningen {s}', 'Bijdrage aan woningen zonder trappen.'),
    (501, 5, '4.2', 'L3.8', true, 0, 70, 'woonbuurt', 501, 12, 'Onderwijs Markerwaard', 'Schoolgebouw {s}', 'Dak, ramen en verwarming van de school in goede staat houden.'),
    (502, 5, '4.3', 'L4.2', false, 0, 60, 'woonbuurt', 502, 10, 'Stichting Peuterkring Markerwaard', 'Voorschool {b}', 'Kinderen van 2 en 3 jaar spelen en leren Nederlands.'),
    (503, 5, '6.1', 'L4.2', false, 0, 50, 'woonbuurt', 503, 7, 'Stichting Welzijn Markerwaard', 'Jongerenwerk {b}', 'Jongerenwerkers zijn op straat en in het buurthuis.'),
    (504, 5, '4.2', 'L3.2', true, 1, 60, 'woonbuurt', 504, 5, 'Groenwerk Markerwaard', 'Groen schoolplein {s}', 'Tegels eruit, bomen en een moestuin erin.'),
    (505, 5, '4.3', 'L4.2', false, 2, 60, 'woonbuurt', 505, 3, 'Stichting Leerkans Markerwaard', 'Huiswerkhulp {b}', 'Hulp bij huiswerk voor kinderen die thuis geen rustige plek hebben.'),
    (506, 5, '4.2', 'L3.2', true, 2, 22, 'woonbuurt', 506, 40, 'Onderwijs Markerwaard', 'Uitbreiding school {s}', 'De school krijgt er vier lokalen bij.'),
    (601, 6, '5.2', 'L3.8', true, 0, 45, 'woonbuurt', 601, 8, 'Sportbedrijf Markerwaard', 'Gymzaal {s}', 'Schoonmaak, beheer en verwarming van de gymzaal.'),
    (602, 6, '5.2', 'L3.8', true, 0, 50, 'woonbuurt', 602, 9, 'Sportbedrijf Markerwaard', 'Sportveld {b}', 'Maaien, lijnen zetten en de kleedkamers schoonhouden.'),
    (603, 6, '5.1', 'L4.2', false, 0, 50, 'woonbuurt', 603, 4, 'Sportbedrijf Markerwaard', 'Buurtsportcoach {b}', 'Een sportcoach helpt bewoners om meer te bewegen.'),
    (604, 6, '5.2', 'L3.2', true, 1, 60, 'woonbuurt', 604, 5, 'Speelbouw Markerwaard', 'Trapveld {s}', 'Een trapveld met doelen en een hek.'),
    (605, 6, '5.1', 'L3.2', false, 1, 45, 'woonbuurt', 605, 3, 'Speelbouw Markerwaard', 'Beweegtuin {b}', 'Toestellen in de open lucht voor jong en oud.'),
    (606, 6, '5.2', 'L3.2', true, 1, 30, 'woonbuurt', 606, 20, 'Sportbedrijf Markerwaard', 'Nieuw kunstgras {b}', 'Het versleten veld krijgt nieuw kunstgras.'),
    (701, 7, '6.1', 'L4.2', true, 0, 55, 'woonbuurt', 701, 10, 'Stichting Welzijn Markerwaard', 'Buurthuis De {n}, {b}', 'Huur, beheer en activiteiten van het buurthuis.'),
    (702, 7, '6.1', 'L4.2', false, 0, 55, 'woonbuurt', 702, 4, 'Stichting Welzijn Markerwaard', 'Ouderenwerk {b}', 'Bezoek, hulp en activiteiten voor ouderen.'),
    (703, 7, '6.2', 'L3.8', false, 0, 40, 'woonbuurt', 703, 3, 'Stichting Zorgpunt Markerwaard', 'Spreekuur zorg {b}', 'Antwoord op vragen over zorg en hulp.'),
    (704, 7, '6.1', 'L4.2', false, 1, 65, 'woonbuurt', 704, 1, 'Stichting Buurtkracht Markerwaard', 'Samen eten {b}', 'Elke week een warme maaltijd met de buren.'),
    (705, 7, '6.1', 'L4.2', true, 2, 35, 'woonbuurt', 705, 6, 'Stichting Buurtkracht Markerwaard', 'Buurtkamer {s}', 'Een huiskamer voor de buurt, met koffie en hulp.'),
    (706, 7, '6.1', 'L4.2', false, 2, 50, 'woonbuurt', 706, 2, 'Stichting Zorgpunt Markerwaard', 'Mantelzorg {b}', 'Steun voor bewoners die voor een ander zorgen.'),
    (801, 8, '6.5', 'L3.8', false, 0, 40, 'woonbuurt', 801, 3, 'Werkplaats Markerwaard', 'Werkspreekuur {b}', 'Hulp bij het zoeken naar werk.'),
    (802, 8, '6.2', 'L3.8', false, 0, 45, 'woonbuurt', 802, 3, 'Stichting Zorgpunt Markerwaard', 'Schuldhulp {b}', 'Hulp bij schulden, brieven en formulieren.'),
    (803, 8, '3.1', 'L3.2', true, 1, 50, 'buurt', 803, 6, null, 'Winkels {s} opknappen', 'Nieuwe bankjes, lampen en planten bij de winkels.'),
    (804, 8, '3.3', 'L4.2', false, 0, 28, 'buurt', 804, 4, 'Ondernemersvereniging Markerwaard', 'Ondernemersfonds {b}', 'Ondernemers betalen samen voor hun winkelgebied.'),
    (805, 8, '6.5', 'L3.8', false, 2, 45, 'woonbuurt', 805, 3, 'Werkplaats Markerwaard', 'Leerwerkplek {b}', 'Jongeren leren een vak terwijl ze werken.'),
    (901, 9, '1.2', 'L1.1', false, 0, 65, 'buurt', 901, 5, null, 'Toezicht {b}', 'Handhavers lopen rondes en spreken mensen aan.'),
    (902, 9, '1.2', 'L3.8', false, 1, 55, 'woonbuurt', 902, 1, null, 'Buurtpreventie {b}', 'Hesjes, borden en training voor buren die samen opletten.'),
    (903, 9, '1.2', 'L3.2', true, 2, 22, 'buurt', 903, 6, null, 'Cameratoezicht {s}', 'Tijdelijke camera''s op een plek met veel overlast.'),
    (904, 9, '1.2', 'L3.8', false, 1, 45, 'woonbuurt', 904, 2, null, 'Minder inbraken {b}', 'Advies over sloten en licht bij de voordeur.'),
    (905, 9, '1.2', 'L3.2', false, 1, 40, 'buurt', 905, 3, 'Lichtbedrijf Markerwaard', 'Veilige avondroute {b}', 'Meer licht en minder struiken langs het looppad.'),
    (1001, 10, '5.6', 'L4.2', true, 0, 32, 'woonbuurt', 1001, 8, 'Bibliotheek Markerwaard', 'Bibliotheekpunt {b}', 'Boeken lenen, taalles en hulp met de computer.'),
    (1002, 10, '5.3', 'L3.8', false, 1, 60, 'buurt', 1002, 3, 'Stichting Polderkunst Markerwaard', 'Kunst op straat {b}', 'Een kunstwerk dat bewoners samen kiezen.'),
    (1003, 10, '5.3', 'L4.2', false, 1, 65, 'woonbuurt', 1003, 2, 'Stichting Polderfeest Markerwaard', 'Buurtfestival {b}', 'Muziek en theater op straat.'),
    (1004, 10, '5.5', 'L3.8', true, 2, 32, 'woonbuurt', 1004, 12, 'Stichting Erfgoed Markerwaard', 'Pioniershuis {s} herstellen', 'Een huis uit de eerste jaren van de polder wordt hersteld.'),
    (1005, 10, '5.3', 'L4.2', false, 0, 40, 'woonbuurt', 1005, 3, 'Muziekschool Markerwaard', 'Muziekles {b}', 'Muziekles voor kinderen van de basisschool.'),
    (1101, 11, '7.2', 'L3.2', true, 1, 85, 'buurt', 1101, 16, 'Waterwerk Markerwaard', 'Riool {s}', 'De oude buis vervangen en regenwater apart afvoeren.'),
    (1102, 11, '7.3', 'L3.8', false, 0, 65, 'buurt', 1102, 6, null, 'Afvalcontainers {b}', 'Ondergrondse containers legen, schoonmaken en repareren.'),
    (1103, 11, '7.2', 'L3.8', false, 0, 60, 'buurt', 1103, 5, 'Waterwerk Markerwaard', 'Sloten en duikers {b}', 'Baggeren, zodat het regenwater weg kan.'),
    (1104, 11, '7.2', 'L3.2', false, 2, 50, 'buurt', 1104, 10, 'Waterwerk Markerwaard', 'Droge voeten {b}', 'Plekken maken waar water bij een zware bui heen kan.'),
    (1105, 11, '7.4', 'L3.8', false, 2, 45, 'woonbuurt', 1105, 5, null, 'Buurtwarmte {b}', 'Onderzoek naar warmte zonder aardgas.'),
    (1106, 11, '7.3', 'L3.8', false, 1, 45, 'buurt', 1106, 1, null, 'Zwerfafval {b}', 'Prikstokken, zakken en een opruimdag.'),
    (211, 2, '0.63', 'B2.2.1', false, 0, 35, 'woonbuurt', 211, 5, null, 'Parkeergeld {b}', 'Wat bezoekers en bewoners betalen om te parkeren.'),
    (212, 2, '2.1', 'B4.4.4', false, 2, 35, 'buurt', 204, 1, null, 'Bijdrage fietspad {b}', 'De provincie betaalt mee aan het fietspad.'),
    (311, 3, '5.7', 'B3.6', false, 0, 30, 'woonbuurt', 311, 1, null, 'Volkstuinen {b}', 'Huur die de tuinders betalen.'),
    (411, 4, '8.2', 'B3.1', true, 3, 40, 'buurt', 401, 30, null, 'Verkoop bouwgrond {s}', 'Opbrengst van de grond voor nieuwe woningen.'),
    (611, 6, '5.2', 'B3.6', true, 0, 45, 'woonbuurt', 601, 3, null, 'Verhuur gymzaal {s}', 'Huur die clubs en scholen betalen.'),
    (711, 7, '6.1', 'B3.6', true, 0, 45, 'woonbuurt', 701, 2, null, 'Zaalhuur buurthuis De {n}, {b}', 'Huur voor feesten, lessen en vergaderingen.'),
    (811, 8, '3.3', 'B3.7', false, 0, 20, 'buurt', 811, 2, null, 'Marktgeld {b}', 'Wat kooplieden betalen voor een plek op de markt.'),
    (1111, 11, '7.2', 'B4.4.1', false, 2, 35, 'buurt', 1104, 4, null, 'Rijksbijdrage droge voeten {b}', 'Het Rijk betaalt mee tegen wateroverlast.'),
    (181, 1, '0.1', 'L1.1', false, 0, 100, 'wijk', 181, 4, null, 'Gebiedsteam {b}', 'Medewerkers die de wijk kennen en bewoners op weg helpen.'),
    (191, 1, '0.2', 'L3.8', false, 0, 100, 'stadsdeel', 191, 8, null, 'Stadsloket {b}', 'De balie voor paspoorten, vragen en meldingen.'),
    (281, 2, '2.1', 'L3.8', false, 0, 80, 'wijk', 281, 3, 'Wegenbouw Markerwaard', 'Verkeersplan {b}', 'Veilige kruisingen en routes naar school.'),
    (291, 2, '2.1', 'L3.8', false, 0, 100, 'stadsdeel', 291, 9, 'Wegenbouw Markerwaard', 'Hoofdwegen {b}', 'Onderhoud van de drukke wegen en de verkeerslichten.'),
    (381, 3, '5.7', 'L3.8', false, 0, 85, 'wijk', 381, 6, 'Groenwerk Markerwaard', 'Wijkpark {b}', 'Gras, paden, vijvers en banken in het park.'),
    (391, 3, '5.7', 'L3.8', false, 0, 100, 'stadsdeel', 391, 7, 'Groenwerk Markerwaard', 'Bomen {b}', 'Bomen controleren, snoeien en vervangen.'),
    (481, 4, '8.1', 'L3.8', false, 0, 70, 'wijk', 481, 8, null, 'Wijkvernieuwing {b}', 'Woningen, straten en voorzieningen samen aanpakken.'),
    (491, 4, '8.3', 'L1.1', false, 0, 100, 'stadsdeel', 491, 5, null, 'Bouwtoezicht {b}', 'Controleren of er veilig en volgens de regels wordt gebouwd.'),
    (581, 5, '6.2', 'L1.1', false, 0, 90, 'wijk', 581, 7, null, 'Jeugdteam {b}', 'Hulp bij opvoeden en opgroeien.'),
    (591, 5, '4.3', 'L3.8', false, 0, 100, 'stadsdeel', 591, 5, 'Stichting Leerkans Markerwaard', 'Naar school in {b}', 'Leerplicht en hulp voor jongeren zonder diploma.'),
    (681, 6, '5.2', 'L3.8', true, 0, 75, 'wijk', 681, 5, 'Sportbedrijf Markerwaard', 'Sporthal {b}', 'Beheer en schoonmaak van de sporthal.'),
    (691, 6, '5.2', 'L3.8', true, 0, 100, 'stadsdeel', 691, 12, 'Sportbedrijf Markerwaard', 'Zwembad {b}', 'Water, verwarming, toezicht en zwemles.'),
    (781, 7, '6.2', 'L1.1', false, 0, 100, 'wijk', 781, 8, null, 'Wijkteam {b}', 'Eén team voor vragen over zorg, geld en wonen.'),
    (791, 7, '6.71', 'L3.4.1', false, 0, 100, 'stadsdeel', 791, 9, 'Stichting Zorgpunt Markerwaard', 'Dagbesteding {b}', 'Een zinvolle dag voor wie niet kan werken.'),
    (881, 8, '6.5', 'L3.8', false, 0, 60, 'wijk', 881, 4, 'Werkplaats Markerwaard', 'Werkcafé {b}', 'Werkgevers en werkzoekenden ontmoeten elkaar.'),
    (891, 8, '3.1', 'L3.8', false, 0, 100, 'stadsdeel', 891, 5, null, 'Winkelgebieden {b}', 'Aanpak van lege winkels en hulp voor starters.'),
    (981, 9, '1.2', 'L1.1', false, 0, 80, 'wijk', 981, 3, null, 'Handhaving {b}', 'Toezicht op overlast, afval en fout parkeren.'),
    (991, 9, '1.2', 'L4.2', false, 0, 100, 'stadsdeel', 991, 4, 'Stichting Welzijn Markerwaard', 'Jeugd en veiligheid {b}', 'Minder overlast en jongeren op het goede pad.'),
    (1081, 10, '5.3', 'L4.2', false, 0, 60, 'wijk', 1081, 2, 'Stichting Polderkunst Markerwaard', 'Wijkpodium {b}', 'Optredens van bewoners en jonge kunstenaars.'),
    (1091, 10, '5.3', 'L4.2', true, 0, 100, 'stadsdeel', 1091, 5, 'Stichting Polderkunst Markerwaard', 'Cultuurhuis {b}', 'Zaal, cursussen en een klein theater.'),
    (1181, 11, '7.2', 'L3.8', true, 0, 85, 'wijk', 1181, 4, 'Waterwerk Markerwaard', 'Rioolgemaal {b}', 'Pompen die het vieze water wegbrengen.'),
    (1191, 11, '7.3', 'L3.8', true, 0, 100, 'stadsdeel', 1191, 8, null, 'Milieustraat {b}', 'Grof vuil brengen en spullen hergebruiken.');

-- What is not done in one place: millions of euros a year at the level of 2021, divided by inhabitants or for the whole city.
create temp table vb_stad (nr int generated always as identity, p int, taakveld text, categorie text, sleutel boolean, miljoen numeric,
                           omschrijving text) on commit drop;
insert into vb_stad (p, taakveld, categorie, sleutel, miljoen, omschrijving) values
    (2, '2.1', 'L3.8', true, 4.1, 'Straatverlichting: stroom en onderhoud.'), (2, '2.1', 'L3.8', true, 1.9, 'Sneeuw ruimen en strooien.'),
    (3, '5.7', 'L3.8', true, 3.1, 'Beheer van bomen, gras en planten.'), (3, '2.1', 'L3.8', true, 4.9, 'Straten vegen en zwerfvuil opruimen.'),
    (4, '8.1', 'L3.8', true, 2, 'Kaarten en gegevens van gebouwen bijhouden.'), (5, '6.72', 'L3.4.1', true, 20, 'Hulp aan kinderen en gezinnen thuis.'),
    (5, '6.82', 'L4.3.3', true, 5, 'Bescherming van kinderen die niet veilig zijn.'), (5, '4.3', 'L4.2', true, 4.5, 'Extra taalles op school.'),
    (5, '4.3', 'L3.8', true, 2.5, 'Vervoer van leerlingen die niet zelf kunnen reizen.'), (6, '5.2', 'L3.8', true, 2.2, 'Vaste kosten van zwembaden en sporthallen.'),
    (6, '5.1', 'L4.2', true, 0.8, 'Sport voor kinderen uit gezinnen met weinig geld.'), (7, '6.71', 'L3.4.1', true, 16, 'Hulp bij het huishouden.'),
    (7, '6.71', 'L3.4.1', true, 17, 'Begeleiding thuis.'), (7, '6.6', 'L3.4.1', true, 7, 'Rolstoelen en aanpassingen in huis.'),
    (7, '6.2', 'L1.1', true, 5, 'Vragen over zorg en hulp aan de telefoon en de balie.'), (8, '6.3', 'L4.1.1', true, 35, 'Bijstand: geld om van te leven.'),
    (8, '6.3', 'L4.1.1', true, 4, 'Extra geld voor huishoudens met weinig inkomen.'), (8, '6.4', 'L4.3.3', true, 5, 'Beschut werk.'),
    (9, '1.1', 'L4.3.3', true, 8.5, 'Brandweer en hulp bij rampen.'), (9, '1.2', 'L3.8', true, 1.5, 'Meldpunt voor overlast.'),
    (10, '5.6', 'L4.2', true, 2, 'De bibliotheek: boeken, pasjes en medewerkers.'), (11, '7.3', 'L3.8', true, 7.5, 'Huisvuil ophalen en verwerken.'),
    (11, '7.2', 'L3.8', true, 3, 'Riool schoonmaken en kleine reparaties.'), (11, '7.4', 'L3.8', true, 1.5, 'Advies over energie besparen.'),
    (1, '0.4', 'L1.1', false, 15.5, 'Medewerkers voor personeel, geld en gebouwen.'), (1, '0.4', 'L3.8', false, 7.5, 'Computers, software en beveiliging.'),
    (1, '0.1', 'L1.1', false, 4.5, 'Gemeenteraad, wethouders en burgemeester.'), (1, '0.2', 'L1.1', false, 4, 'Paspoorten, rijbewijzen en verkiezingen.'),
    (1, '0.5', 'L5.1', false, 2.5, 'Rente over leningen.'), (2, '2.1', 'L7.3', false, 5.2, 'Afschrijving van wegen en bruggen.'),
    (2, '2.2', 'L3.8', false, 2.3, 'Parkeergarages: beheer en schoonmaak.'), (2, '2.5', 'L3.8', false, 1.1, 'Bushaltes en de aanlegplaats van de veerboot.'),
    (2, '2.4', 'L3.8', false, 1.4, 'Haven, sluizen en vaarwegen.'), (3, '5.7', 'L1.1', false, 4.6, 'Medewerkers van de buitendienst.'),
    (3, '5.7', 'L7.3', false, 2.3, 'Afschrijving van parken en speelplekken.'), (3, '7.5', 'L3.8', false, 1.1, 'De begraafplaats.'),
    (4, '8.2', 'L3.1', false, 10.5, 'Kosten van grond die bouwrijp wordt gemaakt.'), (4, '8.3', 'L1.1', false, 5, 'Medewerkers die bouwplannen beoordelen.'),
    (4, '0.3', 'L3.8', false, 2.5, 'Gebouwen en grond die de gemeente verhuurt.'), (5, '4.2', 'L7.3', false, 11, 'Afschrijving van schoolgebouwen.'),
    (5, '6.72', 'L4.3.2', false, 23, 'Jeugdhulp die gemeenten samen inkopen.'), (5, '4.3', 'L1.1', false, 6, 'Medewerkers voor onderwijs en jeugd.'),
    (6, '5.2', 'L7.3', false, 4.1, 'Afschrijving van sporthallen en velden.'), (6, '5.1', 'L4.2', false, 1.9, 'Steun voor sportclubs.'),
    (7, '6.81', 'L4.3.2', false, 24, 'Wonen met begeleiding.'), (7, '6.81', 'L4.2', false, 7, 'Opvang voor mensen zonder huis.'),
    (7, '7.1', 'L4.3.3', false, 9, 'Gezondheidsdienst: prikken, controles en voorlichting.'), (7, '6.1', 'L1.1', false, 15, 'Medewerkers voor zorg en welzijn.'),
    (8, '6.3', 'L4.1.1', false, 49, 'Bijstand en andere uitkeringen.'), (8, '6.5', 'L3.8', false, 13, 'Hulp bij het vinden van werk.'),
    (8, '6.4', 'L4.3.3', false, 7, 'Werk voor mensen met een beperking.'), (8, '3.1', 'L3.8', false, 3, 'Hulp voor bedrijven.'),
    (9, '1.2', 'L1.1', false, 4.2, 'Medewerkers voor veiligheid en handhaving.'), (9, '1.1', 'L3.8', false, 1.8, 'Oefenen voor rampen en hoog water.'),
    (10, '5.3', 'L4.2', false, 5, 'Theater, muziekzaal en filmhuis.'), (10, '5.4', 'L4.2', false, 1.9, 'Museum De Droge Bodem.'),
    (10, '5.5', 'L3.8', false, 1.1, 'Bescherming van scheepswrakken en oude gebouwen.'), (11, '7.4', 'L1.1', false, 3, 'Medewerkers voor milieu en klimaat.'),
    (11, '7.2', 'L7.3', false, 3.6, 'Afschrijving van het riool.'), (11, '7.3', 'L7.3', false, 1.4, 'Afschrijving van vuilniswagens en containers.'),
    (1, '0.7', 'B4.3.1', false, 246, 'Geld van het Rijk uit het gemeentefonds.'), (1, '0.61', 'B2.2.2', false, 24, 'Onroerendezaakbelasting van woningen.'),
    (1, '0.62', 'B2.2.1', false, 22, 'Onroerendezaakbelasting van bedrijven.'), (1, '0.2', 'B3.7', false, 3.2, 'Leges voor paspoorten en rijbewijzen.'),
    (2, '0.63', 'B2.2.1', false, 6, 'Parkeerbelasting in de binnenstad.'), (2, '2.4', 'B3.7', false, 2.1, 'Havengeld.'),
    (3, '7.5', 'B3.7', false, 1.1, 'Rechten voor begraven.'), (4, '8.2', 'B3.1', false, 21, 'Verkoop van bouwgrond.'),
    (4, '8.3', 'B3.7', false, 6, 'Leges voor bouwplannen.'), (4, '0.3', 'B3.6', false, 5, 'Huur van gebouwen en grond.'),
    (5, '4.3', 'B4.3.1', false, 9, 'Geld van het Rijk voor taal en onderwijs.'), (5, '4.2', 'B3.6', false, 2, 'Huur die schoolbesturen betalen.'),
    (6, '5.2', 'B3.6', false, 3.6, 'Kaartjes voor het zwembad en huur van sporthallen.'), (7, '6.6', 'B3.4.2', false, 3, 'Eigen bijdragen voor zorg.'),
    (7, '6.81', 'B4.3.2', false, 12, 'Bijdrage van andere gemeenten voor wonen met begeleiding.'),
    (8, '6.3', 'B4.3.1', false, 88, 'Geld van het Rijk voor de bijstand.'), (8, '6.5', 'B4.3.7', false, 1.5, 'Europees geld voor werk.'),
    (9, '1.2', 'B3.7', false, 1, 'Vergoedingen voor handhaving.'), (10, '5.3', 'B3.6', false, 1.2, 'Huur en kaartjes van het theater.'),
    (11, '7.2', 'B3.7', false, 16, 'Rioolheffing.'), (11, '7.3', 'B3.7', false, 26, 'Afvalstoffenheffing.'),
    (11, '7.4', 'B4.3.4', false, 2, 'Bijdrage van de provincie voor klimaat.');

-- Budget and accounts. Three percent more every year; culture gives up a good quarter from 2024 on.
with werk as (
    select w.*, g.code, g.inwoners, g.vanaf, left(w.categorie, 1) as bl, 2020 + pg_temp.loting(g.code || w.als || 'begin', 6) as begin,
           replace(replace(replace(w.project, '{b}', g.naam), '{n}', g.huis), '{s}',
               g.stam || g.straten[1 + pg_temp.loting(g.code || w.als || 'straat', 3)]) as titel, g.soort
    from vb_werk w
    join vb_gebied g on case w.waar when 'woonbuurt' then g.soort = 'buurt' and g.inwoners >= 50 else g.soort = w.waar end
    where pg_temp.loting(g.code || w.als || 'kans', 100) < case when w.p = 4 and g.inwoners between 1 and 49 then 100 else w.kans end
), direct as (
    select j.jaar, w.*, w.gewicht * sqrt(greatest(w.inwoners, 1000) / 2000.0) * (0.6 + pg_temp.loting(w.code || w.nr || 'deel', 81) / 100.0) as deel
    from werk w cross join lateral generate_series(w.vanaf, 2025) j (jaar)
    where w.jaren = 0 or j.jaar between w.begin and w.begin + w.jaren - 1
), regel as (
    select d.jaar, d.nr, d.p, d.bl, d.taakveld, d.categorie, case when d.adres then 'direct_adres' else 'direct_gebied' end as toerekening,
           d.soort, d.code, 'MW-' || d.code || '-' || d.nr as project_id, d.titel, d.omschrijving, d.ontvanger, d.jaren,
           1000000 * deel / sum(deel) over (partition by d.p, d.bl, d.soort = 'buurt') * 5
               * case when d.bl = 'B' then p.baten when d.soort = 'buurt' then p.buurt else p.hoger end as basis
    from direct d join vb_programma p on p.p = d.p
    union all
    select j, 2000 + nr, p, left(categorie, 1), taakveld, categorie, case when sleutel then 'sleutel' else 'stadsbreed' end,
           null, null, null, null, omschrijving, null, null, miljoen * 1000000
    from vb_stad cross join generate_series(2021, 2025) j
), lot as (
    select *, basis * 1.03 ^ (jaar - 2021) * case when p = 10 and bl = 'L' and jaar >= 2024 then 0.72 else 1 end as begroot,
           pg_temp.loting(coalesce(code, '') || nr || jaar, 100) as lot, -- low: planned and not done; high: done and not planned
           0.97 + pg_temp.loting(p || bl || jaar, 50) / 1000.0 + case when p in (5, 7) and bl = 'L' then 0.03 else 0 end as jaarfactor
    from regel
), fase as (
    select l.*, 'begroting' as fase, make_date(jaar - 1, 11, 1) as peildatum,
           case when code is null then round(begroot, 2) else greatest(250, round(begroot / 50) * 50) end as bedrag
    from lot l where jaren is null or jaren = 0 or lot < 96
    union all
    select l.*, 'realisatie', make_date(jaar, 12, 31),
           round(greatest(200, begroot * jaarfactor * case when jaren is null then 0.98 + lot / 2500.0 when jaren = 0 then 0.93 + lot / 700.0
               else 0.74 + lot / 220.0 end + pg_temp.loting(nr || 'cent' || jaar || coalesce(code, ''), 10000) / 100.0), 2)
    from lot l where jaren is null or jaren = 0 or lot >= 6
)
insert into begrotingspost (versie_id, rij, bronsleutel, jaar, fase, bl, programma_code, taakveld, categorie, toerekening, indeling, gebied_soort,
    gebied_code, sleutel, project_id, project, omschrijving, ontvanger_soort, ontvanger, bedrag, peildatum, voor_van, voor_tot)
select current_setting('voorbeeld.versie')::int, 1 + row_number() over alles,
       'VB-' || jaar || case fase when 'begroting' then '-B-' else '-R-' end || lpad((row_number() over per_fase)::text, 6, '0'),
       jaar, fase, bl, p.code, taakveld, categorie, toerekening, case when f.code is not null then 2025 end, soort, f.code,
       case toerekening when 'sleutel' then 'inwoners ' || jaar end, project_id, titel, omschrijving,
       case when bl = 'B' or jaren is null then null when f.ontvanger is null then 'gemeente' when fase = 'realisatie' or jaren = 0 then 'organisatie' end,
       case when bl = 'B' or jaren is null then null when f.ontvanger is null then 'Gemeente Markerwaard' when fase = 'realisatie' or jaren = 0 then f.ontvanger end,
       bedrag, peildatum, jaar, jaar
from fase f join vb_programma p on p.p = f.p
window alles as (order by jaar, fase, nr, f.code), per_fase as (partition by jaar, fase order by nr, f.code);

-- What is done at an address has a place there: the same one in every year and stage.
insert into postplek (post_id, versie_id, geom)
select p.id, p.versie_id, ST_SnapToGrid(ST_GeometryN(ST_GeneratePoints(ST_Buffer(g.geom, -40), 1, 1 + pg_temp.loting(p.project_id, 65535)), 1), 0.1)
from begrotingspost p join gebied g on g.code = p.gebied_code and g.versie_id = (select max(versie_id) from gebied where indeling = 2025)
where p.versie_id = current_setting('voorbeeld.versie')::int and p.toerekening = 'direct_adres' and p.project_id is not null;

-- Subsidies: what is asked for, by whom, under which scheme. The smallest and largest request follow the field's own word.
create temp table vb_subsidie (nr int generated always as identity, regeling text, beleidsterrein text, kleinste int, grootste int,
                               aanvrager text, project text, omschrijving text) on commit drop;
insert into vb_subsidie (regeling, beleidsterrein, kleinste, grootste, aanvrager, project, omschrijving) values
    ('Subsidieregeling bewonersinitiatieven', 'Sociaal', 200, 5000, 'Bewonersvereniging Markerwaard', 'Buurtfeest {b}', 'Een feest met eten, muziek en spelletjes.'),
    ('Subsidieregeling bewonersinitiatieven', 'Sociaal', 200, 3000, 'Stichting Buurtkracht Markerwaard', 'Koffieochtend {b}', 'Elke week koffie voor wie graag mensen ontmoet.'),
    ('Subsidieregeling bewonersinitiatieven', 'Sociaal', 200, 6000, 'Stichting Samen Koken Markerwaard', 'Buurtmaaltijd {b}', 'Samen koken en eten met de buren.'),
    ('Subsidieregeling ontmoeten', 'Sociale basis', 5000, 80000, 'Stichting Welzijn Markerwaard', 'Open inloop {b}', 'Een plek waar iedereen zonder afspraak kan binnenlopen.'),
    ('Subsidieregeling ontmoeten', 'Sociale basis', 2000, 30000, 'Stichting Taalhuis Markerwaard', 'Taalcafé {b}', 'Nederlands oefenen met vrijwilligers.'),
    ('Subsidieregeling zorg voor elkaar', 'Zorg', 1500, 45000, 'Stichting Zorgpunt Markerwaard', 'Maatjes {b}', 'Vrijwilligers bezoeken mensen die alleen zijn.'),
    ('Subsidieregeling zorg voor elkaar', 'Zorg', 1500, 25000, 'Stichting Geheugenhuis Markerwaard', 'Geheugencafé {b}', 'Ontmoeting voor mensen met dementie en hun familie.'),
    ('Subsidieregeling samenleven', 'Diversiteit', 500, 12000, 'Stichting Wereldkeuken Markerwaard', 'Wereldkeuken {b}', 'Bewoners laten elkaar eten uit hun land proeven.'),
    ('Subsidieregeling groene daken', 'Ruimte en duurzaamheid', 300, 20000, 'Woonstichting Markerwaard', 'Groen dak {b}', 'Planten op het dak houden regenwater vast.'),
    ('Subsidieregeling groene daken', 'Ruimte en duurzaamheid', 200, 6000, 'Vereniging Groene Gevels Markerwaard', 'Regentonnen {b}', 'Regentonnen en geveltuinen in de straat.'),
    ('Subsidieregeling kunst in de wijk', 'Cultuur', 1000, 30000, 'Stichting Polderkunst Markerwaard', 'Muurschildering {b}', 'Een schildering op een kale muur.'),
    ('Subsidieregeling kunst in de wijk', 'Cultuur', 1000, 20000, 'Muziekschool Markerwaard', 'Straatorkest {b}', 'Kinderen maken samen muziek op straat.'),
    ('Subsidieregeling kunst in de wijk', 'Cultuur', 1500, 25000, 'Stichting Polderfeest Markerwaard', 'Openluchtfilm {b}', 'Films kijken in de open lucht.'),
    ('Subsidieregeling pioniersgebouwen', 'Monumenten', 3000, 70000, 'Stichting Erfgoed Markerwaard', 'Herstel oude barak {b}', 'Het dak en de kozijnen van de barak worden hersteld.'),
    ('Subsidieregeling taal en voorschool', 'Onderwijs', 5000, 120000, 'Stichting Peuterkring Markerwaard', 'Taal voor peuters {b}', 'Spelend Nederlands leren voor kinderen van 2 en 3 jaar.'),
    ('Subsidieregeling taal en voorschool', 'Onderwijs', 2000, 40000, 'Stichting Leerkans Markerwaard', 'Zomerschool {b}', 'Extra les en uitjes in de zomer.'),
    ('Subsidieregeling jongeren aan zet', 'Jeugd', 1000, 25000, 'Jongerenraad Markerwaard', 'Jongerenavond {b}', 'Jongeren maken zelf het programma.'),
    ('Subsidieregeling winkelgebieden', 'Economie', 2000, 40000, 'Ondernemersvereniging Markerwaard', 'Winterlicht {b}', 'Verlichting in de winkelstraten in de donkere maanden.'),
    ('Subsidieregeling kansen op werk', 'Werk', 4000, 90000, 'Werkplaats Markerwaard', 'Fietsenwerkplaats {b}', 'Werkzoekenden leren fietsen maken.'),
    ('Subsidieregeling rondkomen', 'Inkomen', 1000, 30000, 'Stichting Ruilkast Markerwaard', 'Ruilwinkel {b}', 'Kleding en speelgoed voor gezinnen met weinig geld.'),
    ('Subsidieregeling sportclubs', 'Sport', 800, 22000, 'Voetbalclub Poldergeel', 'Walking football {b}', 'Rustig voetballen voor ouderen.'),
    ('Subsidieregeling sportclubs', 'Sport', 800, 15000, 'Roeivereniging De Houten Riem', 'Leren roeien {b}', 'Roeiles voor kinderen van de basisschool.'),
    ('Subsidieregeling veilige buurt', 'Openbare orde en veiligheid', 300, 8000, 'Vereniging Buurtwacht Markerwaard', 'Buurtwacht {b}', 'Buren lopen samen een ronde in de avond.'),
    ('Subsidieregeling meedoen', 'Participatie', 500, 10000, 'Stichting Buurtkracht Markerwaard', 'Buurtgesprek {b}', 'Bewoners praten over wat beter kan.'),
    ('Eenmalige subsidies', 'Algemeen', 1000, 15000, 'Vereniging Polderverhalen Markerwaard', 'Verhalenkast {b}', 'Bewoners vertellen over de eerste jaren.');

-- One in twelve areas was recognised in the name of the project; a person has no project and no buurt.
with aanvraag as (
    select j as jaar, i as nr, s.regeling, s.beleidsterrein, s.aanvrager, s.project, s.omschrijving,
           pg_temp.loting(j || 'persoon' || i, 100) < 8 and s.grootste <= 6000 as persoon,
           pg_temp.loting(j || 'plaats' || i, 100) as plaats,
           (s.kleinste * (s.grootste::numeric / s.kleinste) ^ (pg_temp.loting(j || 'vraag' || i, 1000) / 1000.0)) as ruw
    from generate_series(2021, 2025) j cross join generate_series(1, 300) i
    join vb_subsidie s on s.nr = 1 + pg_temp.loting(j || 'subsidie' || i, 25)
), plek as (
    select a.*, g.code, g.soort, coalesce(g.naam, 'Markerwaard') as naam,
           case when plaats % 10 = 0 then round(ruw, 2) else greatest(50, round(ruw / 50) * 50) end as gevraagd
    from aanvraag a
    left join (select *, row_number() over (partition by soort order by code) - 1 as rang from vb_gebied
               where soort = 'stadsdeel' or soort = 'buurt' and inwoners >= 50) g
      on a.plaats >= 20 and g.soort = case when a.persoon or a.plaats < 40 then 'stadsdeel' else 'buurt' end
     and g.rang = pg_temp.loting(a.jaar || 'gebied' || a.nr, case when a.persoon or a.plaats < 40 then 3 else 58 end)
), besluit as (
    select p.*, case
               when jaar = 2025 and pg_temp.loting(jaar || 'wacht' || nr, 100) < 12 then null
               when pg_temp.loting(jaar || 'nee' || nr, 100) < 4 then 0
               when pg_temp.loting(jaar || 'deel' || nr, 100) < 60 then gevraagd
               else greatest(50, round(gevraagd * (0.5 + pg_temp.loting(jaar || 'hoeveel' || nr, 45) / 100.0) / 50) * 50)
           end as verleend
    from plek p
)
insert into begrotingspost (versie_id, rij, bronsleutel, jaar, fase, bl, programma_code, beleidsterrein, toerekening, indeling, gebied_soort,
    gebied_code, herkend, project_id, project, omschrijving, regeling, ontvanger_soort, ontvanger, bedrag, aangevraagd, vastgesteld, peildatum, voor_van, voor_tot)
select v.id, v.rij + row_number() over (order by jaar, nr), 'VB-' || jaar || '-S-' || lpad(b.nr::text, 6, '0'), jaar, 'verleend', 'L',
       t.programma_code, b.beleidsterrein,
       case when b.code is null then 'stadsbreed' when b.soort = 'buurt' and plaats >= 90 then 'afgeleid' else 'direct_gebied' end,
       case when b.code is not null then 2025 end, b.soort, b.code, case when b.soort = 'buurt' and plaats >= 90 then naam end,
       case when not persoon then 'SUB-' || jaar || '-' || lpad(b.nr::text, 4, '0') end,
       case when not persoon then replace(project, '{b}', naam) end, case when not persoon then omschrijving end, regeling,
       case when persoon then 'particulier' else 'organisatie' end, case when persoon then '(Particulier)' else aanvrager end,
       verleend, gevraagd,
       case when verleend > 0 and pg_temp.loting(jaar || 'klaar' || b.nr, 100) < case jaar when 2025 then 5 when 2024 then 60 else 92 end then
           case when pg_temp.loting(jaar || 'over' || b.nr, 100) < 70 then verleend
                else round(verleend * (0.68 + pg_temp.loting(jaar || 'rest' || b.nr, 3000) / 10000.0), 2) end end,
       make_date(jaar, 12, 31), jaar, jaar
from besluit b
left join beleidsterrein_programma t on t.beleidsterrein = b.beleidsterrein
cross join (select versie_id as id, max(rij) as rij from begrotingspost where versie_id = current_setting('voorbeeld.versie')::int group by versie_id) v;

-- A few of 2022 are written as no clerk would, but as some clerk will: markup, quotes, formulas, a mark that turns the
-- direction of reading, and a word of 300 letters.
update begrotingspost p set project = coalesce(n.project, p.project), ontvanger = coalesce(n.ontvanger, p.ontvanger)
from (values
    ('VB-2022-S-000018', '<b>Buurtwacht</b> "Bakens" & ''t Licht', '<script>alert("Markerwaard")</script> & Zn.'),
    ('VB-2022-S-000021', '=1+1', '+Vereniging ''Buurtwacht'' Markerwaard'),
    ('VB-2022-S-000022', '-2+3 Buurtwacht Kievitbuurt', '@SUM(A1:A9) Markerwaard'),
    ('VB-2022-S-000034', E'Buurtwacht \u200Fבית\u200F Wulpenbuurt', E'\u200Fקהילה\u200F Markerwaard'),
    ('VB-2022-S-000037', 'Buurt' || repeat('gesprek', 42) || 's', null),
    ('VB-2022-S-000038', null, 'Vereniging' || repeat('gevel', 58))) n (sleutel, project, ontvanger)
where p.versie_id = current_setting('voorbeeld.versie')::int and p.bronsleutel = n.sleutel;

-- Money that goes to persons: only the stadsdeel is known.
insert into begrotingspost (versie_id, rij, bronsleutel, jaar, fase, bl, programma_code, taakveld, categorie, toerekening, indeling, gebied_soort,
    gebied_code, regeling, ontvanger_soort, ontvanger, bedrag, peildatum, voor_van, voor_tot)
select v.id, v.rij + row_number() over alles, 'VB-' || j || '-P-' || lpad((row_number() over (partition by j order by g.code, i))::text, 6, '0'), j,
       'realisatie', 'L', 'welzijn-en-zorg', '6.6', 'L3.4.1', 'direct_gebied', 2025, g.soort, g.code, 'Tegemoetkoming aanpassen woning',
       'particulier', '(Particulier)', 1500 + pg_temp.loting(j || g.code || i, 1200000) / 100.0, make_date(j, 12, 31), j, j
from generate_series(2021, 2025) j
join vb_gebied g on g.soort = 'stadsdeel'
cross join generate_series(1, 5) i
cross join (select versie_id as id, max(rij) as rij from begrotingspost where versie_id = current_setting('voorbeeld.versie')::int group by versie_id) v
window alles as (order by j, g.code, i);

-- The control totals that a real delivery brings: the example's are its own sums.
insert into controletotaal (versie_id, rij, jaar, fase, bl, programma_code, bedrag)
select versie_id, row_number() over (order by jaar, fase, bl, programma_code), jaar, fase, bl, programma_code, sum(bedrag)
from begrotingspost
where versie_id = current_setting('voorbeeld.versie')::int and fase in ('begroting', 'realisatie')
group by versie_id, jaar, fase, bl, programma_code;
