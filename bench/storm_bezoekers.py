"""The visitors of bench/storm, and its table. Standard library only; the database is asked through psql (PG*)."""

import asyncio
import collections
import contextlib
import os
import random
import socket
import statistics
import subprocess
import sys
import time

PORT, SITE, SECONDS = int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
OUT = os.environ["STORM_OUT"]
BUURT, WIJKEN = os.environ["STORM_BUURT"], os.environ["STORM_WIJKEN"].split()  # addresses of pages
CACHED = ["/", "/buurten.geojson", BUURT]
BIG = "/begroting/posten.csv?jaar=2016&fase=realisatie"
WORDS = "onderhoud groen speelplek project stichting buurtwerk nummer jaar verkeer zorg".split()
PATIENCE = 20  # seconds for a request, and for the pools to come to rest
Answer = collections.namedtuple("Answer", "status retry seconds")
random.seed(7)


def sql(query):
    done = subprocess.run(["psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-c", query], capture_output=True, text=True, check=True)
    return done.stdout.strip()


# ---- one request


async def ask(path, visitor="10.9.9.9", host=None, headers="", slow=False, leave=None, until=None):
    """Status 0: no answer, or we left."""
    begin = time.monotonic()
    writer, status, retry = None, 0, False
    try:
        async with asyncio.timeout(leave or (max(0.1, until - begin) if until else PATIENCE * 2)):
            sock = socket.socket()
            if slow:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            sock.setblocking(False)
            await asyncio.get_running_loop().sock_connect(sock, ("127.0.0.1", PORT))
            reader, writer = await asyncio.open_connection(sock=sock, limit=2048 if slow else 65536)
            writer.write(
                f"GET {path} HTTP/1.1\r\nHost: {host or f'localhost:{PORT}'}\r\nX-Forwarded-For: {visitor}\r\n"
                f"{headers or 'Accept-Encoding: br' + chr(13) + chr(10)}Connection: close\r\n\r\n".encode()
            )
            head = b""
            while b"\r\n\r\n" not in head and (part := await reader.read(2048)):
                head += part
            status = int(head[9:12] or 0)
            retry = b"\r\nretry-after:" in head.lower()
            while await reader.read(2048 if slow else 65536):
                if slow:
                    await asyncio.sleep(0.5)
    except (OSError, TimeoutError, ValueError, asyncio.CancelledError):
        pass
    finally:
        if writer:
            writer.transport.abort()
    return Answer(status, retry, time.monotonic() - begin)


# ---- what comes when: lists of (moment, arguments of ask)


def many():
    return f"10.{random.randrange(200)}.{random.randrange(200)}.{random.randrange(1, 200)}"


def spread(seconds, rate, make):
    return [(i / rate, make(i)) for i in range(int(seconds * rate))]


def patterns(seconds, visitor):
    forms = [
        lambda: "/begroting/posten?van=1" + "+" * 800 + "x",
        lambda: "/begroting/posten?van=1" + "+" * 390 + "x",
        lambda: "/begroting/posten.csv?van=1" + "%20" * 390 + "x",
        lambda: "/begroting/posten?tot=" + "1" * 300,
        lambda: "/begroting/posten?van=" + "1." * 150,
        lambda: "/begroting/posten.json?van=" + "1," * 150 + "x",
        lambda: "/begroting/posten?zoek=" + "+".join(random.choices(WORDS, k=30)),
        lambda: "/begroting/posten?zoek=" + "-a+" * 80,
        lambda: "/begroting/posten?zoek=" + "a-" * 120 + f"{random.random()}",
        lambda: "/begroting/posten?zoek=" + "%22" * 200,
        lambda: "/begroting/posten?ontvanger=" + "a" * 300 + f"{random.random()}",
        lambda: f"/begroting/posten?ontvanger=e{random.randrange(10**6)}&sorteer=naam",
        lambda: "/begroting/posten?gebied=" + "a+" * 190,
        lambda: "/vergunningen?zoek=" + "%28" * 200 + f"{random.random()}",
        lambda: "/buurten?zoek=" + "%25_" * 90,
    ]
    return spread(seconds, 20, lambda i: {"path": forms[i % len(forms)](), "visitor": visitor()})


def search():
    a, b = random.choices(WORDS, k=2)
    return f"/begroting/posten?jaar=2016&fase=realisatie&zoek={a}+{b[:3]}&van={random.randrange(10**6) / 100}&sorteer=naam"


def crowd(seconds, visitor):
    slow = [(i * 0.02, {"path": f"{BIG}&van={i}", "visitor": visitor(), "slow": True}) for i in range(70)]
    at = [(t, {"path": search(), "visitor": visitor()}) for t in (2, seconds / 2) for _ in range(200)]
    return slow + at


def leavers(seconds, visitor):
    kinds = ["csv", "json", "ndjson"]
    return [
        (i * seconds / 60, {"path": f"/begroting/posten.{kinds[i % 3]}?zoek=onderhoud&van={i}", "visitor": visitor(), "leave": 0.05 + (i % 8) * 0.05})
        for i in range(50)
    ]


def junk(seconds, visitor):
    def one(i):
        n, ask_ = random.randrange(10**9), {"visitor": visitor()}
        forms = [
            {"path": f"/kaart?x{n}={n}"},
            {"path": f"/kaart?jaar={n}"},
            {"path": f"/kaart?JAAR=+2016&x={n}"},
            {"path": "/kaart?" + "&".join(f"p{k}=1" for k in range(200))},
            {"path": "/", "host": f"h{n}.nl"},
            {"path": "/", "host": f"localhost:{n % 65535 + 1}"},
            {"path": "/", "headers": f"Accept-Encoding: x{n}, br;q=0.{n % 10}\r\n"},
            {"path": "/", "headers": f"X-Forwarded-Host: h{n}\r\nX-Forwarded-Proto: {'https' if n % 2 else 'ftp'}\r\n"},
            {"path": f"/buurten.geojson?x={n}"},
            {"path": f"/buurten.geojson?programma=p{n}"},
            {"path": f"{BUURT}-naam{n}"},
            {"path": f"/lagen/l{n}?x={n}"},
            {"path": f"/%{n % 256:02x}%{n % 256:02X}"},
            {"path": f"http://h{n}/"},
            {"path": f"/begroting/posten?na={n}~{n}&gebied=g{n}"},
        ]
        return ask_ | forms[i % len(forms)]

    return spread(seconds, 40, one)


def together(seconds, visitor):
    return patterns(seconds, visitor) + crowd(seconds, visitor) + leavers(seconds, visitor) + junk(seconds, visitor)


async def play(plan, seconds, cheap=False):
    """Open loop: who comes does not wait for who came before. What is still being read at the end is left."""
    begin = time.monotonic()

    async def one(at, what):
        await asyncio.sleep(max(0, begin + at - time.monotonic()))
        if cheap:
            what = {"path": random.choice(CACHED), "visitor": what["visitor"]}
        elif what.get("slow"):
            what = what | {"until": begin + seconds}
        return (what, await ask(**what))

    answers = await asyncio.gather(*(one(at, what) for at, what in plan))
    await asyncio.sleep(max(0, begin + seconds - time.monotonic()))
    return answers


# ---- first hits: how often was it made? Against the statements of one making of another such address


def calls():
    return int(sql("select coalesce(sum(calls), 0) from pg_stat_statements s join pg_roles r on r.oid = s.userid where rolname in ('portal_site', 'portal_lezer')"))


async def first_hits():
    kinds = {
        "GeoJSON of the map": tuple(f"/wijken.geojson?tel=direct&programma={p}" for p in ("sport-en-recreatie", "welzijn-en-zorg", "onderwijs-en-jeugd")),
        "page": tuple(WIJKEN),
        "register GeoJSON": ("/grenzen.geojson?soort=stadsdeel", "/grenzen.geojson?soort=wijk", "/grenzen.geojson?soort=buurt"),
        "layer GeoJSON": ("/lagen/parken.geojson?zoek=bos", "/lagen/parken.geojson?zoek=park", "/lagen/parken.geojson"),
    }
    answers, rows = [], []
    for kind, (warm, control, hit) in kinds.items():
        await ask(warm)
        before = calls()
        await ask(control)
        one = calls() - before
        before, begin = calls(), time.monotonic()
        plan = [(0, {"path": hit, "visitor": many()}) for _ in range(500)]
        done = await play(plan, 0)
        answers += done
        took = calls() - before
        good = sum(a.status == 200 for _, a in done)
        rows.append((kind, good, took, one, time.monotonic() - begin))
    return answers, rows


# ---- the one who asks cached pages, in a process of her own: over one connection, as a browser does


def measure():
    sock = socket.create_connection(("127.0.0.1", PORT))
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    with open(OUT, "w", buffering=1) as out:
        i = 0
        while True:
            path = CACHED[i % len(CACHED)]
            i += 1
            begin = time.monotonic()
            sock.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost:{PORT}\r\nX-Forwarded-For: 192.0.2.1\r\nAccept-Encoding: br\r\n\r\n".encode())
            data = b""
            while b"\r\n\r\n" not in data:
                data += sock.recv(65536)
            head, _, body = data.partition(b"\r\n\r\n")
            lower = head.lower()
            if b"content-length:" in lower:
                length = int(lower.split(b"content-length:")[1].split(b"\r\n")[0])
                got = len(body)
                while got < length:
                    got += len(sock.recv(65536))
            else:
                while not body.endswith(b"0\r\n\r\n"):
                    body += sock.recv(65536)
            out.write(f"{begin:.4f} {(time.monotonic() - begin) * 1000:.3f} {head[9:12].decode()}\n")
            time.sleep(0.004)


def times(begin, end):
    with open(OUT) as lines:
        rows = [line.split() for line in lines if line.endswith("\n")]
    return sorted(float(ms) for at, ms, _ in rows if begin <= float(at) < end), [s for at, _, s in rows if begin <= float(at) < end and s != "200"]


def p(values, part):
    return values[min(len(values) - 1, int(part * len(values)))] if values else float("nan")


def rss(what="VmRSS"):
    with open(f"/proc/{SITE}/status") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith(what)) // 1024


def active():
    return int(sql("select count(*) from pg_stat_activity where usename = 'portal_site' and state <> 'idle' and query !~ '^listen'"))


# ---- the run

faults = []


def fault(text):
    faults.append(text)


def row(name, answers, begin, end):
    values, wrong = times(begin, end)
    status = collections.Counter(a.status for _, a in answers)
    bad = sum(n for s, n in status.items() if s >= 500 and s != 503)
    bare = sum(a.status == 503 and not a.retry for _, a in answers)
    for what, answer in answers:
        if answer.status >= 500 and answer.status != 503:
            fault(f"{answer.status} at {what['path'][:120]}")
    if bare:
        fault(f"{bare} times 503 without Retry-After ({name})")
    if wrong:
        fault(f"cached pages answered {collections.Counter(wrong)} ({name})")
    waits = [a.seconds for w, a in answers if a.status == 503]
    print(
        f"{name:<42} {len(answers):>6} {status[200]:>6} {sum(n for s, n in status.items() if 300 <= s < 500):>6} {status[503]:>5} {bad:>5} {status[0]:>5}"
        f" {max(waits, default=0):>7.1f} {p(values, 0.5):>8.2f} {p(values, 0.99):>8.2f} {max(values, default=0):>7.0f} {len(values):>6} {rss():>6}",
        flush=True,
    )
    return values


async def stage(name, plan, seconds, cheap=False):
    begin = time.monotonic()
    answers = await play(plan, seconds, cheap)
    return row(name, answers, begin, time.monotonic())


async def main():
    meter = subprocess.Popen([sys.executable, __file__, *sys.argv[1:4], "measure"], start_new_session=True)
    with contextlib.suppress(OSError), open(f"/proc/{meter.pid}/autogroup", "w") as priority:
        priority.write("-15")
    os.nice(5)  # in reality they are elsewhere
    part, short = SECONDS / 7, max(5, SECONDS / 10)
    all_values = []
    print(f"{'':<42} {'asked':>6} {'200':>6} {'3-4xx':>6} {'503':>5} {'5xx':>5} {'left':>5} {'s/503':>7} {'p50 ms':>8} {'p99 ms':>8} {'most':>7} {'asked':>6} {'MiB':>6}")
    try:
        await asyncio.sleep(2)
        quiet = await stage("nobody else", [], short)
        cheap = await stage("a storm of cached pages, as many", together(short, many), short, cheap=True)
        burners = [
            subprocess.Popen(["psql", "-Xq", "-c", "set statement_timeout = '10min'", "-c", "select count(*) from generate_series(1, 1000000000000)"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            for _ in range(14)
        ]
        await asyncio.sleep(0.5)
        try:
            busy = await stage("and the database busy 14 times", together(short, many), short, cheap=True)
        finally:
            for burner in burners:
                burner.terminate()
            sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'psql' and pid <> pg_backend_pid()")
        for name, make, visitor in (
            ("1 slow patterns", patterns, many),
            ("2 70 slow readers, 400 searches", crowd, many),
            ("3 50 downloads left while sorting", leavers, many),
        ):
            all_values += await stage(name, make(part, visitor), part)
        begin = time.monotonic()
        answers, hits = await first_hits()
        all_values += row("4 500 first hits at once, four times", answers, begin, time.monotonic())
        all_values += await stage("5 junk addresses", junk(part, many), part)
        before = calls()
        for path in CACHED:
            await ask(path)
        kept = calls() - before
        all_values += await stage("6 all of it at once", together(part, many), part)
        probe = asyncio.create_task(after(part / 2, "/begroting/posten.csv?zoek=speelplek&van=5000"))
        all_values += await stage("7 all of it, by one visitor", together(part, lambda: "10.9.9.9"), part)
        other = await probe
        end = time.monotonic()
        await asyncio.sleep(2)
        left = active()
        while active() and time.monotonic() - end < PATIENCE:
            await asyncio.sleep(0.2)
        rest = time.monotonic() - end
        still = active()
    finally:
        meter.terminate()
    all_values.sort()
    print(f"{'the whole storm':<42} {'':>47} {p(all_values, 0.5):>8.2f} {p(all_values, 0.99):>8.2f} {all_values[-1]:>7.0f} {len(all_values):>6} {rss('VmHWM'):>6} (most)")
    print()
    for kind, good, took, one, seconds in hits:
        made = took / one if one else float("nan")
        print(f"500 at once, {kind:<20} {good} times 200 in {seconds:.1f} s; {took} statements, one making takes {one}: {'made once' if made < 1.5 else f'MADE {made:.1f} TIMES'}")
        if made >= 1.5:  # a statement more may be the question whether a connection still lives
            fault(f"{kind} was made {made:.1f} times for 500 who asked at once")
        if good < 500:
            fault(f"{500 - good} of 500 got no {kind}")
    print(f"statements for the cached pages after the junk: {kept}")
    if kept:
        fault("junk took pages out of the cache")
    print(f"a download by another, beside 70 slow readers of one visitor: {other.status} after {other.seconds:.1f} s")
    if other.status != 200:
        fault("the slow readers of one visitor keep others from downloading")
    print(f"queries of the site two seconds after the end: {left}; pools at rest after {rest:.1f} s")
    if left:
        fault(f"{left} queries were active two seconds after the end")
    if still:
        fault(f"{still} connections were not at rest after {PATIENCE} s")
    for name, values in (("nobody else", quiet), ("as many cached", cheap), ("as many cached, a busy database", busy)):
        print(f"p99 of the storm over {name:<34} {p(all_values, 0.99) / p(values, 0.99):.2f}")
    if p(all_values, 0.99) > 2 * p(cheap, 0.99):
        fault("cached pages are over twice as slow (p99) in the storm as beside as many cheap requests")
    for text, n in collections.Counter(faults).items():
        print(f"FAILED: {text}" + (f" ({n} times)" if n > 1 else ""))
    return 1 if faults else 0


async def after(seconds, path):
    await asyncio.sleep(seconds)
    return await ask(path, visitor="10.8.8.8")


if sys.argv[4:] == ["measure"]:
    measure()
else:
    sys.exit(asyncio.run(main()))
