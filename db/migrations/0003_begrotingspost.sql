create table programma (
    code      text primary key, -- as in the URL
    naam      text not null unique,
    volgorde  smallint not null unique,
    uitleg    text not null
);
-- The eleven programmes of the Buurtbegroting Oost (2013); a municipality may change this table.
insert into programma (volgorde, code, naam, uitleg) values
    (1, 'bestuur-en-gebiedsmanagement', 'Bestuur en gebiedsmanagement', 'Besturen van de gemeente en werken in en met de buurten.'),
    (2, 'verkeer-en-infrastructuur', 'Verkeer en infrastructuur', 'Wegen, bruggen, fietspaden, parkeren en verkeersveiligheid.'),
    (3, 'openbare-ruimte-en-groen', 'Openbare ruimte en groen', 'Straten schoon en heel, parken, bomen en speelplekken.'),
    (4, 'stedelijke-ontwikkeling', 'Stedelijke ontwikkeling', 'Bouwen, wonen en plannen voor nieuwe stukken stad.'),
    (5, 'onderwijs-en-jeugd', 'Onderwijs en jeugd', 'Scholen, voorschool, jeugdhulp en jongerenwerk.'),
    (6, 'sport-en-recreatie', 'Sport en recreatie', 'Sportvelden, zwembaden, sportclubs en plekken om te ontspannen.'),
    (7, 'welzijn-en-zorg', 'Welzijn en zorg', 'Buurthuizen, hulp thuis, ontmoeting en zorg voor wie dat nodig heeft.'),
    (8, 'werk-inkomen-en-economie', 'Werk, inkomen en economie', 'Uitkeringen, hulp bij werk en schulden, winkels en bedrijven.'),
    (9, 'openbare-orde-en-veiligheid', 'Openbare orde en veiligheid', 'Handhaving, brandweer en een veilige buurt.'),
    (10, 'cultuur-en-monumenten', 'Cultuur en monumenten', 'Kunst, musea, bibliotheken, festivals en oude gebouwen.'),
    (11, 'milieu-en-water', 'Milieu en water', 'Afval, energie, schone lucht, riool en water.');

-- Which policy field of the subsidy register counts as which programme. A field that fits none stays without.
create table beleidsterrein_programma (
    beleidsterrein  text primary key,
    programma_code  text not null references programma
);
insert into beleidsterrein_programma values
    ('Sociaal', 'welzijn-en-zorg'), ('Sociale basis', 'welzijn-en-zorg'), ('Zorg', 'welzijn-en-zorg'),
    ('Diversiteit', 'welzijn-en-zorg'), ('Ruimte en duurzaamheid', 'milieu-en-water'),
    ('Cultuur', 'cultuur-en-monumenten'), ('Monumenten', 'cultuur-en-monumenten'),
    ('Onderwijs', 'onderwijs-en-jeugd'), ('Jeugd', 'onderwijs-en-jeugd'),
    ('Economie', 'werk-inkomen-en-economie'), ('Werk', 'werk-inkomen-en-economie'), ('Inkomen', 'werk-inkomen-en-economie'),
    ('Sport', 'sport-en-recreatie'), ('Stedelijke ontwikkeling en wonen', 'stedelijke-ontwikkeling'),
    ('Bestuur en ondersteuning', 'bestuur-en-gebiedsmanagement'), ('Interne Dienstverlening', 'bestuur-en-gebiedsmanagement'),
    ('Bedrijfsvoering', 'bestuur-en-gebiedsmanagement'), ('Dienstverlening en informatie', 'bestuur-en-gebiedsmanagement'),
    ('Participatie', 'bestuur-en-gebiedsmanagement'), ('Verkeer en openbare ruimte', 'verkeer-en-infrastructuur'),
    ('Openbare orde en veiligheid', 'openbare-orde-en-veiligheid');

-- One line of money with its source row. Euros with two decimals; null is "not known", never zero.
create table begrotingspost (
    id               bigint generated always as identity primary key,
    versie_id        int not null references versie,
    rij              int not null,  -- row number in the delivery, the header is row 1
    bronsleutel      text not null, -- the source's own key; unique in a version
    jaar             smallint not null check (jaar between 1990 and 2100),
    fase             text not null check (fase in ('begroting', 'begrotingswijziging', 'realisatie', 'verleend')),
    bl               char(1) not null check (bl in ('L', 'B')), -- lasten, baten
    programma_code   text references programma,
    taakveld         text,
    categorie        text,
    beleidsterrein   text, -- the source's own word, before it was mapped to a programme
    toerekening      text not null check (toerekening in ('direct_adres', 'direct_gebied', 'afgeleid', 'sleutel', 'stadsbreed')),
    indeling         smallint,
    gebied_soort     text check (gebied_soort in ('stad', 'stadsdeel', 'gebied', 'wijk', 'buurt')),
    gebied_code      text,
    herkend          text, -- the text in which the area was recognised
    sleutel          text, -- the key that divides the line, e.g. 'inwoners 2025'
    project_id       text,
    project          text,
    omschrijving     text,
    regeling         text,
    ontvanger_soort  text check (ontvanger_soort in ('organisatie', 'particulier', 'gemeente')),
    ontvanger        text,
    bedrag           numeric(14, 2), -- of this phase; a subsidy that is not granted yet has none
    aangevraagd      numeric(14, 2),
    vastgesteld      numeric(14, 2),
    peildatum        date,
    unique (versie_id, bronsleutel),
    check ((toerekening in ('stadsbreed', 'sleutel')) = (gebied_code is null)),
    check ((gebied_code is null) = (gebied_soort is null) and (gebied_code is null or indeling is not null)),
    check ((toerekening = 'afgeleid') = (herkend is not null)),
    check ((toerekening = 'sleutel') = (sleutel is not null)),
    check (fase = 'verleend' or bedrag is not null),
    check (fase = 'verleend' or (aangevraagd is null and vastgesteld is null)),
    check (ontvanger_soort is distinct from 'particulier' or (ontvanger = '(Particulier)' and project is null))
);
create index begrotingspost_gebied on begrotingspost (versie_id, gebied_code, jaar);

-- What a key gave each area. The parts of a line add up to the line, to the cent.
create table postdeel (
    post_id      bigint not null references begrotingspost on delete cascade,
    indeling     smallint not null,
    gebied_code  text not null,
    bedrag       numeric(14, 2) not null,
    primary key (post_id, gebied_code)
);
create index postdeel_gebied on postdeel (gebied_code);

-- Every euro once per phase and area: the only place from which sums are made.
create view postbedrag as
    select p.id as post_id, p.versie_id, p.jaar, f.fase, p.bl, p.programma_code, p.toerekening,
           coalesce(d.indeling, p.indeling) as indeling,
           case when d.post_id is null then p.gebied_soort else 'buurt' end as gebied_soort,
           coalesce(d.gebied_code, p.gebied_code) as gebied_code,
           coalesce(d.bedrag, f.bedrag) as bedrag
    from begrotingspost p
    cross join lateral (values (p.fase, p.bedrag), ('aangevraagd', p.aangevraagd), ('vastgesteld', p.vastgesteld)) f (fase, bedrag)
    left join postdeel d on d.post_id = p.id
    where f.bedrag is not null;

-- Sums of the view above per version, filled inside the publishing transaction: pages read these.
create table begrotingsom (
    versie_id       int not null references versie,
    jaar            smallint not null,
    fase            text not null,
    bl              char(1) not null,
    programma_code  text,
    toerekening     text not null,
    indeling        smallint,
    gebied_soort    text,
    gebied_code     text,
    bedrag          numeric(16, 2) not null,
    posten          int not null
);
create index begrotingsom_jaar on begrotingsom (jaar, fase, bl);
create index begrotingsom_gebied on begrotingsom (gebied_code);

create view begrotingsom_nu as
    select s.* from begrotingsom s join versie v on v.id = s.versie_id where v.status = 'gepubliceerd';

create view begrotingspost_nu as
    select p.* from begrotingspost p join versie v on v.id = p.versie_id where v.status = 'gepubliceerd';
