"""The murders of bench/moord: argument 1 the program, 2 the folder of the cluster, 3 how many."""

import http.client
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time

from beheer_klant import Klant

PROGRAMMA, CLUSTER, KEREN = sys.argv[1], sys.argv[2], int(sys.argv[3])
POORT, ROOT = int(os.environ["PORTAL_PORT"]), os.environ["PORTAL_ROOT"]
RIJEN = 400
ZAAD = int(os.environ.get("MOORD_ZAAD", time.time()))
random.seed(ZAAD)


def bash(opdracht):
    return subprocess.run(["bash", "-c", f'source "$PORTAL_ROOT/scripts/common.sh"; {opdracht}'], check=True, capture_output=True, text=True).stdout


def sql(vraag):
    return bash(f"cluster_psql '{CLUSTER}' portal -qAt <<'SQL'\n{vraag}\nSQL").strip()


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


def levering(n):
    dingen = [
        {"type": "Feature", "properties": {"id": str(i), "naam": f"plek {i}", "beurt": n}, "geometry": {"type": "Point", "coordinates": [121000 + i, 487000]}}
        for i in range(RIJEN + n % 7)
    ]
    return json.dumps({"type": "FeatureCollection", "features": dingen}).encode()


INVARIANT = """
with d as (select id from dataset where code = 'moord'), nu as (
    select v.* from versie v join d on d.id = v.dataset_id where v.status = 'gepubliceerd')
select json_build_object(
    'gepubliceerd', (select count(*) from nu),
    'laden', (select count(*) from versie where status = 'laden'),
    'bezig', (select count(*) from aanlevering where status in ('bezig', 'wacht')),
    'geladen', (select geladen from nu),
    'rijen', (select count(*) from laagobject_nu where dataset = 'moord'),
    'sleutels', (select count(distinct sleutel) from laagobject_nu where dataset = 'moord'),
    'beurten', (select count(distinct kenmerken ->> 'beurt') from laagobject_nu where dataset = 'moord'),
    'open', (select count(*) from laagobject t where t.dataset_id = (select id from d) and t.tot is null
             and exists (select from laagobject u where u.dataset_id = t.dataset_id and u.sleutel = t.sleutel and u.tot is null and u.id <> t.id)),
    'zwevend', (select count(*) from laagobject t join versie v on v.id = t.vanaf where v.status in ('laden', 'mislukt')),
    'concepten', (select count(*) from versie v join d on d.id = v.dataset_id where v.status = 'concept'))
"""


def eis(goed, wat):
    if not goed:
        raise SystemExit(f"NOT WHOLE (MOORD_ZAAD={ZAAD}): {wat}")


def kijk(voor):
    for _ in range(600):
        nu = json.loads(sql(INVARIANT))
        if nu["bezig"] == 0 and nu["laden"] == 0:
            break
        time.sleep(0.1)
    eis(nu["bezig"] == 0 and nu["laden"] == 0, f"a delivery is not marked after a minute: {nu}")
    eis(nu["gepubliceerd"] == 1 and nu["rijen"] == nu["geladen"] == nu["sleutels"] and nu["beurten"] == 1, nu)
    eis(nu["laden"] == 0 and nu["zwevend"] == 0 and nu["open"] == 0 and nu["concepten"] <= 1, nu)
    eis(subprocess.run([PROGRAMMA, "audit", "verify"], capture_output=True).returncode == 0, "the log")
    verbinding = http.client.HTTPConnection("localhost", POORT, timeout=30)
    verbinding.request("GET", "/lagen/moord.csv")
    antwoord = verbinding.getresponse()
    regels = antwoord.read().decode().strip().split("\n")
    eis(antwoord.status == 200 and len(regels) - 1 == nu["rijen"], f"the public file: {antwoord.status}, {len(regels) - 1} rows, {nu}")
    return nu


def main():
    site = start_site()
    redacteur, publicist = Klant(POORT, PROGRAMMA, "redacteur"), Klant(POORT, PROGRAMMA, "publicist")
    gegevens = {"dataset": "moord", "titel": "Moord"}
    eerste = redacteur.lever("laag", "0.geojson", levering(0), gegevens)
    publicist.publiceer(eerste, "Eerste.")
    kijk(0)
    gedood, stand = {"site": 0, "database": 0}, {"uploading": 0, "loaded": 0, "published": 0}
    for n in range(1, KEREN + 1):
        waar = ["uploading"]

        def werk():
            try:
                wacht = sql("select v.id from versie v join dataset d on d.id = v.dataset_id where d.code = 'moord' and v.status = 'concept'")
                controle = f"/beheer/controle/{wacht}" if wacht else redacteur.lever("laag", f"{n}.geojson", levering(n), gegevens)
                waar[0] = "loaded"
                if controle and controle.startswith("/beheer/controle/"):
                    publicist.publiceer(controle, f"Beurt {n}.")
                    waar[0] = "published"
            except (OSError, http.client.HTTPException, subprocess.CalledProcessError, AssertionError, TypeError):
                pass  # killed meanwhile, which is what this is for

        draad = threading.Thread(target=werk)
        draad.start()
        time.sleep(random.uniform(0, 2.2))
        wie = random.choice(["site", "database"])
        stand[waar[0]] += 1
        gedood[wie] += 1
        if wie == "site":
            os.kill(site.pid, signal.SIGKILL)
            site.wait()
        else:
            with open(f"{CLUSTER}/data/postmaster.pid") as pid:
                os.kill(int(pid.readline()), signal.SIGKILL)
        draad.join()
        if wie == "site":
            site = start_site()
        else:
            bash(f"cluster_start '{CLUSTER}'")
        nu = kijk(n)
        print(f"{n:3} {wie:8} while {waar[0]:9}: whole, {nu['rijen']} rows, {nu['concepten']} waiting", flush=True)
    site.kill()
    print(f"{KEREN} kills ({gedood}), while {stand}: the public version was whole after each, nothing doubled, nothing hung. MOORD_ZAAD={ZAAD}")


main()
