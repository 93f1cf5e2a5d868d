"""The bombs of bench/bommen: argument 1 the program."""

import glob
import html
import http.client
import os
import re
import struct
import subprocess
import sys
import time
import zlib

from beheer_klant import Klant

PROGRAMMA = sys.argv[1]
POORT, ARCHIEF, TIJDELIJK = int(os.environ["PORTAL_PORT"]), os.environ["PORTAL_ARCHIEF"], os.environ["TMPDIR"]
KOP = b'{"type":"FeatureCollection","features":['
MEG = 1_000_000


def start_site():
    omgeving = {**os.environ, "ASPNETCORE_URLS": f"http://localhost:{POORT}", "Portal__Inlogpogingen": "1000", "Portal__Locatieserver": ""}
    site = subprocess.Popen([PROGRAMMA, "serve"], env=omgeving, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(300):
        try:
            verbinding = http.client.HTTPConnection("localhost", POORT, timeout=5)
            verbinding.request("GET", "/robots.txt")
            if verbinding.getresponse().status == 200:
                return site
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the site does not start")


def ding(i):
    return (
        b'{"type":"Feature","properties":{"id":"%d","naam":"plek %d","uitleg":"%s"},'
        b'"geometry":{"type":"Point","coordinates":[%d,487050]}},' % (i, i, b"fijne plek om te zitten " * 25, 121000 + i % 500)
    )


def geojson(bytes_):
    """A layer of so many bytes, in pieces."""
    geweest, i = len(KOP), 0
    yield KOP
    while geweest < bytes_:
        stuk = b"".join(ding(i + n) for n in range(1000))
        i += 1000
        geweest += len(stuk)
        yield stuk
    yield ding(i)[:-1] + b"]}"


def lang(bytes_):
    return sum(len(stuk) for stuk in geojson(bytes_))


def zip_(namen, inhoud, gezegd=None):
    """Every name is an entry of its own in the list, and all of them are the same bytes in the file."""
    pak = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = pak.compress(inhoud) + pak.flush()
    vast = struct.pack("<HHHHHIII", 20, 0, 8, 0, 0, zlib.crc32(inhoud), len(data), gezegd or len(inhoud))
    uit = b"PK\x03\x04" + vast + struct.pack("<HH", 1, 0) + b"a" + data
    lijst = b"".join(
        b"PK\x01\x02" + struct.pack("<H", 20) + vast + struct.pack("<HHHHHII", len(n), 0, 0, 0, 0, 0, 0) + n.encode() for n in namen
    )
    return uit + lijst + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, min(len(namen), 65535), min(len(namen), 65535), len(lijst), len(uit), 0)


def rss(pid, veld):
    with open(f"/proc/{pid}/status") as status:
        return int(re.search(rf"{veld}:\s+(\d+)", status.read())[1]) / 1024


def stuur(klant, naam, stukken, lengte=None):
    """Uploads in pieces, as a browser does; without a length it is chunked."""
    klant.get("/beheer/nieuw/laag")
    grens = "grensgrens"
    velden = {"dataset": "bom", "titel": "Bom", "__RequestVerificationToken": klant.verborgen("__RequestVerificationToken")}
    voor = "".join(f'--{grens}\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n' for k, v in velden.items())
    voor = (voor + f'--{grens}\r\nContent-Disposition: form-data; name="bestand"; filename="{naam}"\r\n\r\n').encode()
    na = f"\r\n--{grens}--\r\n".encode()
    verbinding = http.client.HTTPConnection("localhost", POORT, timeout=300)
    verbinding.putrequest("POST", "/beheer/nieuw/laag")
    verbinding.putheader("Cookie", "; ".join(f"{k}={v}" for k, v in klant.koekjes.items()))
    verbinding.putheader("Content-Type", f"multipart/form-data; boundary={grens}")
    verbinding.putheader(*(("Transfer-Encoding", "chunked") if lengte is None else ("Content-Length", str(len(voor) + lengte + len(na)))))
    verbinding.endheaders()
    try:
        for stuk in (voor, *stukken, na) if isinstance(stukken, tuple) else keten(voor, stukken, na):
            verbinding.send(stuk if lengte is not None else b"%x\r\n%s\r\n" % (len(stuk), stuk))
        if lengte is None:
            verbinding.send(b"0\r\n\r\n")
    except OSError:
        pass  # it does not want to hear the rest
    try:
        antwoord = verbinding.getresponse()
        klant.pagina = antwoord.read().decode("utf-8", "replace")
        return antwoord.status, antwoord.headers.get("Location")
    except (OSError, http.client.HTTPException) as fout:
        klant.pagina = ""
        return type(fout).__name__, None


def keten(voor, stukken, na):
    yield voor
    yield from stukken
    yield na


def wacht(klant, pad):
    """Until it is a concept or refused."""
    while True:
        status, verder = klant.get(pad)
        if status == 302 and verder.startswith("/beheer/controle/"):
            klant.get(verder)
            return "it is a concept"
        if "ververst vanzelf" not in klant.pagina:
            return zin(klant.pagina)
        time.sleep(0.2)


def zin(pagina):
    gevonden = re.search(r'role="alert"[^>]*>(.*?)</', pagina, re.S) or re.search(r"<h1>(.*?)</h1>", pagina, re.S)
    return html.unescape(re.sub(r"<[^>]+>|\s+", " ", gevonden[1])).strip()[:230] if gevonden else "no page"


def gebleven():
    wat = glob.glob(f"{TIJDELIJK}/*") + glob.glob(f"{ARCHIEF}/.binnen-*") + glob.glob(f"{ARCHIEF}/aanlevering/*/*")
    return sum(os.path.getsize(w) for w in wat if os.path.isfile(w) and not w.endswith(("afgewezen.csv", "gevonden.csv")))


def leest():
    for pad in ("/", "/kaart", "/lagen", "/begroting/posten.csv?jaar=2024", "/data"):
        verbinding = http.client.HTTPConnection("localhost", POORT, timeout=60)
        verbinding.request("GET", pad)
        if verbinding.getresponse().status != 200:
            return f"NOT: {pad}"
    return "goes on"


def bom(site, klant, wat, naam, stukken, lengte=None):
    with open(f"/proc/{site.pid}/clear_refs", "w") as peil:
        peil.write("5")  # VmHWM begins anew
    voor, begin = rss(site.pid, "VmRSS"), time.time()
    status, pad = stuur(klant, naam, stukken, lengte)
    afloop = wacht(klant, pad) if status == 302 else zin(klant.pagina)
    piek = rss(site.pid, "VmHWM") - voor
    for _ in range(100):
        if gebleven() == 0:
            break
        time.sleep(0.1)
    print(f"{wat}: {status}, {time.time() - begin:.1f} s, memory +{piek:.0f} MB of {voor:.0f}; left {gebleven()} bytes; reading {leest()}\n   {afloop}", flush=True)
    if afloop == "it is a concept":
        klant.get("/beheer")
        versie = re.search(r"/beheer/controle/(\d+)", klant.pagina)[1]
        klant.get(f"/beheer/controle/{versie}")
        klant.post(f"/beheer/controle/{versie}/intrekken", {"reden": "proef"})


def main():
    site = start_site()
    klant = Klant(POORT, PROGRAMMA, "redacteur")
    klein = (KOP + ding(1)[:-1] + b"]}",)
    bom(site, klant, "a small layer", "klein.geojson", klein, len(klein[0]))
    bom(site, klant, "1 GB, announced", "groot.geojson", geojson(1000 * MEG), 1_000_600_000)
    bom(site, klant, "1 GB, unannounced", "groot.geojson", geojson(1000 * MEG))
    bom(site, klant, "490 MB", "half.geojson", geojson(490 * MEG), lang(490 * MEG))
    bom(site, klant, "240 MB", "veel.geojson", geojson(240 * MEG), lang(240 * MEG))
    nul = bytes(100 * MEG)
    for wat, namen, gezegd in (
        ("a zip whose parts are one another, 100 MB each", ["l.shp", "l.shx", "l.dbf", *(f"m{i}.shp" for i in range(900))], None),
        ("the same, and it says 10 bytes", ["l.shp", "l.shx", "l.dbf"], 10),
        ("a workbook of 900 sheets that are one, 100 MB each", ["xl/workbook.xml", *(f"xl/worksheets/sheet{i}.xml" for i in range(900))], None),
        ("a zip of a million entries", ["l.shp"] * MEG, None),
    ):
        inhoud = zip_(namen, nul if len(namen) < MEG else b"x", gezegd)
        bom(site, klant, f"{wat} ({len(inhoud) / 1000:.0f} kB)", "bom.xlsx" if "sheet" in wat else "bom.zip", (inhoud,), len(inhoud))
    if os.path.ismount(ARCHIEF):
        vrij = os.statvfs(ARCHIEF)
        with open(f"{ARCHIEF}/vol", "wb") as vol:
            os.posix_fallocate(vol.fileno(), 0, vrij.f_bavail * vrij.f_frsize - 20 * MEG)
        for wat, grootte in (("a full disk, 60 MB", 60), ("a full disk, 15 MB: once it fits, twice it does not", 15)):
            bom(site, klant, wat, "vol.geojson", geojson(grootte * MEG), lang(grootte * MEG))
        os.remove(f"{ARCHIEF}/vol")
        bom(site, klant, "and when there is room again", "klein.geojson", klein, len(klein[0]))
    site.kill()


main()
