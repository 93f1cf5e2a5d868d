#!/usr/bin/env python3
"""The national sources for an invented municipality the size of Utrecht, as a mirror on loopback: bronnen_nep.py PORT.

For bench/gemeente. Each host is a folder (/api.pdok.nl/…); every answer takes WAIT seconds, as an answer over the internet does.
"""
import json
import random
import re
import sys
import time
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

WAIT = 0.08
CODE, NAME = "GM0344", "Utrecht"
BUURTEN = [f"BU0344{w:02d}{b:02d}" for w in range(1, 11) for b in range(1, 12)]  # 110, in 10 wijken
YEARS = {"86165NED": 2025, "85984NED": 2024, "85618NED": 2023}
IV3 = {"45078NED": 2026, "45071NED": 2025, "45067NED": 2024, "45063NED": 2023}
COLUMNS = """AantalInwoners HuishoudensTotaal k_0Tot15Jaar k_15Tot25Jaar k_25Tot45Jaar k_45Tot65Jaar k_65JaarOfOuder
Eenpersoonshuishoudens HuishoudensMetKinderen GemiddeldeHuishoudensgrootte Bevolkingsdichtheid Woningvoorraad
GemiddeldeWOZWaardeVanWoningen Koopwoningen HuurwoningenTotaal InBezitWoningcorporatie GemiddeldInkomenPerInwoner
k_40PersonenMetLaagsteInkomen k_20PersonenMetHoogsteInkomen PersonenInArmoede Nettoarbeidsparticipatie
PersonenautoSPerHuishouden AfstandTotHuisartsenpraktijk AfstandTotGroteSupermarkt AfstandTotSchool""".split()
TAAKVELDEN = [f"{h}.{t}" for h in range(9) for t in range(1, 8)]
LAT, LON, DLAT, DLON, POINTS = 52.03, 5.02, 0.011, 0.016, 220


def ring(x, y, wide=1, high=1):
    """A square whose sides have many corners, as real borders do: neighbours share them."""
    n = POINTS // 4
    side = [(x + i * wide / n, y) for i in range(n)] + [(x + wide, y + i * high / n) for i in range(n)]
    side += [(x + wide - i * wide / n, y + high) for i in range(n)] + [(x, y + high - i * high / n) for i in range(n)]
    return [[round(LON + a * DLON, 7), round(LAT + b * DLAT, 7)] for a, b in side + side[:1]]


def feature(ring_, **fields):
    return {"type": "Feature", "id": "x", "geometry": {"type": "MultiPolygon", "coordinates": [[ring_]]}, "properties": fields}


def road(n, **fields):
    line = [[round(LON + (n // 8 % 110 % 11 + 0.1 * (n % 8) + d) * DLON, 7), round(LAT + (n // 88 % 10 + 0.5) * DLAT, 7)] for d in (0, 0.1)]
    return {"type": "Feature", "id": "x", "geometry": {"type": "MultiLineString", "coordinates": [line]}, "properties": fields}


def areas(kind):
    for n, buurt in enumerate(BUURTEN):
        wijk, spot = f"WK{buurt[2:8]}", divmod(n, 11)
        both = dict(wijkcode=wijk, wijknaam=f"Wijk {wijk[6:]}", gemeentecode=CODE, gemeentenaam=NAME)
        if kind == "buurten":
            yield feature(ring(spot[1], spot[0]), buurtcode=buurt, buurtnaam=f"Buurt {n + 1}", water="NEE", **both)
        elif spot[1] == 0:
            yield feature(ring(0, spot[0], 11), **both)


def table(name, part, query):
    if part == "TableInfos":
        return [{"ID": 0, "Modified": "2026-10-01T02:00:00"}]
    year = YEARS.get(name)
    if part == "DataProperties":
        keys = [f"{c}_{i + 5 + 2025 - year}" for i, c in enumerate(COLUMNS)] + ["IndelingswijzigingWijkenEnBuurten_4"] if year else (
            ["GeregistreerdeMisdrijven_1", "k_1ePlaatsing_1", "k_2ePlaatsing_2"])
        return [{"ID": i, "Type": "Topic", "Key": k, "Title": k} for i, k in enumerate(keys)]
    chance = random.Random(name + query)
    if year:
        codes = [CODE] + sorted({f"WK{b[2:8]}" for b in BUURTEN}) + BUURTEN
        return [{"WijkenEnBuurten": c.ljust(10), "IndelingswijzigingWijkenEnBuurten_4": "1", **{
            f"{k}_{i + 5 + 2025 - year}": None if chance.random() < 0.05 else chance.randrange(10, 4000)
            for i, k in enumerate(COLUMNS)}} for c in codes]
    if name == "47022NED":
        kind, year = re.search(r"SoortMisdrijf eq '([^']*)'", query)[1], re.search(r"substringof\('(20\d\d)'", query)[1]
        return [{"SoortMisdrijf": kind, "WijkenEnBuurten": c.ljust(10), "Perioden": f"{year}MM{m:02d}",
                 "GeregistreerdeMisdrijven_1": chance.randrange(30)} for c in [CODE] + BUURTEN for m in range(1, 13)]
    report = re.search(r"Verslagsoort eq '([^']*)'", query)[1]
    if report == "2026X005":
        return []
    return [{"Gemeenten": CODE.ljust(9), "TaakveldBalanspost": t.ljust(6), "Categorie": f"{s}{a}.{b}".ljust(8), "Verslagsoort": report,
             "k_1ePlaatsing_1": chance.randrange(90_000), "k_2ePlaatsing_2": None}
            for t in TAAKVELDEN for s in "LB" for a in range(1, 8) for b in range(1, 6)]


def notices(day):
    chance = random.Random(day.isoformat())
    for n in range(33):
        street = f"{chance.choice(['Kade', 'Molen', 'Haven', 'Linden', 'Oude Singel', 'Biltse '])}straat {chance.randrange(1, 300)}"
        kind, word = chance.choice([("omgevingsvergunning", "Aanvraag omgevingsvergunning"), ("andere vergunning", "Besluit vergunning Verleend")])
        lat, lon = LAT + chance.random() * 0.1, LON + chance.random() * 0.17
        yield (f"gmb-{day.year}-{day.timetuple().tm_yday * 1000 + n}", f"{word} {street} 35{chance.randrange(10, 85)}AB Utrecht", kind,
               day, f"{lat:.6f} {lon:.6f}", f"{street}, Utrecht")


def sru(query):
    first, last = (date.fromisoformat(d) for d in re.findall(r"[<>]=(\d{4}-\d\d-\d\d)", query["query"][0]))
    days = [first + timedelta(d) for d in range((last - first).days + 1)]
    found = [n for d in days for n in notices(d)]
    start, most = int(query["startRecord"][0]), int(query["maximumRecords"][0])
    records = "".join(
        f"<sru:record><sru:recordData><gzd:gzd><gzd:originalData><w:meta><w:owmskern><d:identifier>{i}</d:identifier><d:title>{escape(t)}</d:title>"
        f"<d:type>{k}</d:type><d:creator>{NAME}</d:creator><d:modified>{day}</d:modified></w:owmskern><w:owmsmantel><d:available>{day}</d:available>"
        f"<d:abstract>het vervangen van de beglazing</d:abstract></w:owmsmantel><w:tpmeta><w:activiteit>bouwen</w:activiteit>"
        f"<w:organisatietype>gemeente</w:organisatietype><w:gebiedsmarkering><w:Adres><w:locatiepunt>{p}</w:locatiepunt><w:geometrielabel>{escape(a)}</w:geometrielabel>"
        f"</w:Adres></w:gebiedsmarkering></w:tpmeta></w:meta></gzd:originalData><gzd:enrichedData><gzd:preferredUrl>https://zoek.officielebekendmakingen.nl/{i}.html"
        f"</gzd:preferredUrl></gzd:enrichedData></gzd:gzd></sru:recordData></sru:record>"
        for i, t, k, day, p, a in found[start - 1:start - 1 + most])
    return ('<sru:searchRetrieveResponse xmlns:sru="http://docs.oasis-open.org/ns/search-ws/sruResponse" xmlns:gzd="http://standaarden.overheid.nl/sru" '
            'xmlns:w="http://standaarden.overheid.nl/wetgeving/" xmlns:d="http://purl.org/dc/terms/">'
            f"<sru:numberOfRecords>{len(found)}</sru:numberOfRecords><sru:records>{records}</sru:records></sru:searchRetrieveResponse>")


def schools():
    head = "INSTELLINGSCODE,VESTIGINGSCODE,VESTIGINGSNAAM,STRAATNAAM,HUISNUMMER-TOEVOEGING,POSTCODE,PLAATSNAAM,GEMEENTENUMMER,DENOMINATIE,INTERNETADRES,ONDERWIJSSTRUCTUUR\r\n"
    return "\ufeff" + head + "".join(
        f"{n:04d},{n:04d}00,School {n},Schoolstraat,{n},3500 {chr(65 + n // 26 % 26)}{chr(65 + n % 26)},UTRECHT,{'0344' if n % 50 == 0 else '9999'},Openbaar,,VWO\r\n"
        for n in range(6000))


def childcare():
    head = "lrk_id;type_oko;actuele_naam_oko;aantal_kindplaatsen;status;opvanglocatie_adres;opvanglocatie_postcode;opvanglocatie_woonplaats;cbs_code;lrk_url;naam_houder\r\n"
    return head + "".join(
        f"{n};{('KDV', 'BSO', 'VGO')[n % 3]};Opvang {n};20;Ingeschreven;Laan {n};3501{chr(65 + n // 26 % 26)}{chr(65 + n % 26)};Utrecht;{'0344' if n % 70 == 0 else '9999'};;{'x' * 300}\r\n"
        for n in range(31_800))


def pdok(path, query):
    if path.endswith("/free"):
        postcode = re.search(r"\d{4}[A-Z]{2}", query["q"][0])
        return {"response": {"docs": [{"postcode": postcode and postcode[0], "centroide_rd": f"POINT({random.randrange(131000, 140000)} {random.randrange(450000, 460000)})"}]}}
    if "wijken-en-buurten-2025" in path:
        found = list(areas(path.split("/")[-2]))
    elif "top10nl" in path:
        found = [feature(ring(n % 11 + 0.3, n // 11 % 10 + 0.3, 0.2, 0.2), lokaal_id=str(n), typefunctioneelgebied="park", naamnl=f"Park {n}") for n in range(300)]
    elif "wegvakken" in path:
        found = [road(n, stt_naam=f"Laan {n // 8}", wpsnaam="Utrecht", gme_naam="Utrecht", **{f"veld_{v}": "RB" for v in range(50)}) for n in range(12_000)]
    else:
        return None
    return {"type": "FeatureCollection", "features": found, "numberReturned": len(found), "links": []}


def answer(host, path, query, raw):
    if host == "repository.overheid.nl":
        return sru(query)
    if host == "onderwijsdata.duo.nl":
        return schools()
    if host == "www.landelijkregisterkinderopvang.nl":
        return childcare()
    if host == "geo.leefbaarometer.nl":
        return {"features": [feature(ring(0, 0), id=b, year="2024", kscore=5, kfys=5, konv=6, ksoc=4, kvrz=8, kwon=5) for b in BUURTEN]}
    if host == "api.pdok.nl":
        return pdok(path, query)
    name, part = path.split("/")[-2:]
    return {"value": table(name, part, raw)} if name in YEARS | IV3 | {"47022NED": 0} else None


class Mirror(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        time.sleep(WAIT)
        url = urlsplit(self.path)
        _, host, path = url.path.split("/", 2)
        found = answer(host, "/" + path, parse_qs(url.query), unquote(url.query))
        body = b"" if found is None else (found if isinstance(found, str) else json.dumps(found)).encode()
        self.send_response(404 if found is None else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Quiet(ThreadingHTTPServer):
    def handle_error(self, *_):  # who asks goes away without a word
        pass


if __name__ == "__main__":
    Quiet(("127.0.0.1", int(sys.argv[1])), Mirror).serve_forever()
