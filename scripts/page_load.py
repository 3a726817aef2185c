"""How fast the page answers with many incidents: python scripts/page_load.py MADE.db [--incidents N] [--seconds S].

Makes a record of reports that tell N acts (200,000), joins them and makes the page's catalogue as `waqai serve` does,
serves it, and asks it by 32 connections for S seconds: home lists, searches, incident pages. Prints the server's own
times (Server-Timing), and the machine's load, as it is rarely idle.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import os
import random
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

import httpx2
from sqlalchemy import Connection, Table, insert

from waqai.claims.model import Account, Party, Precision, ReportedEvent, Stance, Toll, When, Where, Words
from waqai.claims.rows import READER
from waqai.record import serial, tables
from waqai.record.store import Record
from waqai.reference import places
from waqai.reports.model import Metadata, Report
from waqai.web.settings import Settings
from waqai.web.shelf import Shelf

CONNECTIONS = 32
_MORE = 1.03  # acts for each incident: the rules take some of a day and town for one
Told = tuple[Report, bytes, Account]
KINDS = (
    ("Explosions/Remote violence", "Air/drone strike"),
    ("Explosions/Remote violence", "Shelling/artillery/missile attack"),
    ("Battles", "Armed clash"),
    ("Violence against civilians", "Attack"),
    ("Strategic developments", "Arrests"),
)
ACTORS = ("us_forces", "sdf", "syrian_government", "islamic_state", "turkey", "israel", "hezbollah", "houthis")
OUTLETS = tuple(f"وكالة {number}" for number in range(60))
ACTS = {
    "Air/drone strike": "غارة جوية",
    "Shelling/artillery/missile attack": "قصف مدفعي",
    "Armed clash": "اشتباك مسلح",
    "Attack": "هجوم مسلح",
    "Arrests": "حملة اعتقالات",
}


def prepare(path: Path, count: int) -> None:
    """A record of reports that tell so many acts."""
    for old in path.parent.glob(path.name + "*"):
        old.unlink()
    record = Record(path, create=True)
    start = time.perf_counter()
    acts, written = _acts(random.Random(7), count), 0
    with record.engine.begin() as connection:
        while many := [told for some in islice(acts, 5000) for told in some]:
            _insert(connection, many)
            written += len(many)
    print(f"record of {written:,} reports written in {time.perf_counter() - start:.0f} s", flush=True)


def join(path: Path) -> None:
    """The record is joined and the page's catalogue made, as `waqai serve` does; at once where that was done before."""
    start = time.perf_counter()
    shelf = Shelf(Settings(path))
    size = shelf.settings.page_file.stat().st_size / 1e6
    took = time.perf_counter() - start
    print(f"opened: {shelf.catalogue.size:,} incidents, catalogue of {size:.0f} MB, in {took:.0f} s", flush=True)


def _insert(connection: Connection, told: list[Told]) -> None:
    """The rows that intake would write, many at a time."""
    rows: dict[Table, list[dict[str, object]]] = {tables.raw: [], tables.reports: [], tables.accounts: []}
    events = []
    for report, raw, account in told:
        key = {"name": report.name, "sha256": report.id}
        rows[tables.raw].append({"sha256": report.id, "bytes": raw})
        rows[tables.reports].append({**key, "series": report.name, "version": 1, "body": serial.dump(report)})
        body = serial.dump(replace(account, events=()))
        rows[tables.accounts].append({**key, "reader": READER, "reading": 1, "body": body})
        for position, event in enumerate(account.events):
            about = {"position": position, "id": event.id, "event_type": event.event_type, "body": serial.dump(event)}
            day = str(event.when.earliest)
            events.append({**key, "reader": READER, **about, "start": day, "end": day})
    for table, many in (*rows.items(), (tables.events, events)):
        connection.execute(insert(table), many)


def _acts(dice: random.Random, count: int) -> Iterator[list[Told]]:
    """So many acts over eleven years and all towns; every ninth is told by a second report with another toll."""
    towns = [place for place in places.load().by_id.values() if place.kind in {"city", "town", "village"}]
    for number in range(count):
        town, day = dice.choice(towns), date(2014, 1, 1) + timedelta(days=dice.randrange(4000))
        kind, actor, killed = dice.choice(KINDS), dice.choice(ACTORS), min(int(dice.expovariate(0.4)), 90)
        told = [_told(f"r{number}", dice.choice(OUTLETS[:30]), (town, day, kind, actor, killed))]
        if number % 9 == 0:
            told.append(_told(f"s{number}", dice.choice(OUTLETS[30:]), (town, day, kind, actor, killed + 1)))
        yield told


def _told(name: str, outlet: str, act: tuple[places.Place, date, tuple[str, str], str, int]) -> Told:
    """One report of a few lines, and what the reader would make of it."""
    town, day, kind, actor, killed = act
    what, toll = ACTS[kind[1]], f"مقتل {killed}"
    title = f"{what} على {town.name}"
    body = f"قالت مصادر محلية إن {what} على {town.name} يوم {day.day}/{day.month}/{day.year} أدى إلى {toll}."
    text = f"{title}\n{body}\nولم يصدر تعليق رسمي على الحادثة، بحسب {outlet} ({name})."
    words = {part: _words(text, part) for part in (what, town.name, toll)}
    event = ReportedEvent(
        id="e1",
        event_type=kind[0],
        sub_event_type=kind[1],
        trigger=words[what],
        when=When(day, day, Precision.DAY),
        places=(Where(words[town.name], candidates=(town.id,), chosen=town.id),),
        initiators=(Party(words[what], actor, None, Stance.ASSERTS),),
        casualties=(Toll("killed", killed, killed, words[toll]),),
    )
    raw = text.encode()
    report = Report(hashlib.sha256(raw).hexdigest(), name, text, Metadata(outlet, title, published=day))
    return report, raw, Account(report.id, name, outlet, title, day, (event,))


def _words(text: str, words: str) -> Words:
    start = text.index(words)
    return Words(words, start, start + len(words), "load")


def questions(names: list[str]) -> list[tuple[str, str]]:
    """What people ask, by kind."""
    dice = random.Random(11)
    towns = [place.name for place in places.load().by_id.values() if place.kind == "town"]
    asked = []
    for _ in range(3000):
        year = dice.randrange(2014, 2024)
        lists = (
            *("/ar/", f"/ar/?since={year}-01-01&until={year}-12-31", f"/en/?actor={dice.choice(ACTORS)}"),
            *(
                f"/ar/?country=SY&differ=any&sort={dice.choice(['newest', 'deadliest'])}",
                "/en/?type=Armed+clash&since=2020-01-01",
            ),
        )
        asked.append(("list", dice.choice(lists)))
        asked.append(("search", f"/ar/?q={dice.choice(towns)}"))
        asked.append(("incident", f"/en/incident/{dice.choice(names)}"))
    return asked


async def load(base: str, token: str, asked: list[tuple[str, str]], seconds: float) -> dict[str, list[float]]:
    """The server's milliseconds by kind of question; `error` holds the answers that were none."""
    times: dict[str, list[float]] = {"list": [], "search": [], "incident": [], "error": [], "waited": []}
    async with httpx2.AsyncClient(base_url=base, timeout=60) as client:
        first = await client.get(f"/ar/?token={token}", follow_redirects=True)
        if first.status_code != 200 or first.url.path != "/ar/":
            raise SystemExit(f"the page did not let us in: {first.status_code} {first.url}")
        end, turn = time.monotonic() + seconds, iter(asked * 1000)

        async def one() -> None:
            while time.monotonic() < end:
                kind, path = next(turn)
                start = time.perf_counter()
                answer = await client.get(path)
                times["waited"].append((time.perf_counter() - start) * 1000)
                if answer.status_code != 200:
                    times["error"].append(answer.status_code)
                    continue
                times[kind].append(float(answer.headers["server-timing"].partition("dur=")[2]))

        await asyncio.gather(*(one() for _ in range(CONNECTIONS)))
    return times


def wait(base: str) -> None:
    """Until the page answers; 10 minutes at most."""
    for _ in range(1200):
        try:
            httpx2.get(f"{base}/static/icon.svg")
        except httpx2.TransportError:
            time.sleep(0.5)
        else:
            return
    raise SystemExit("the page did not open within 10 minutes")


def known(path: Path, count: int) -> list[str]:
    """Some ids of the catalogue; an end where it holds fewer incidents than were asked for."""
    with closing(sqlite3.connect(Settings(path).page_file)) as connection:
        ids = [str(row[0]) for row in connection.execute("SELECT id FROM incidents ORDER BY position")]
    if len(ids) < count:
        raise SystemExit(f"{path} holds {len(ids):,} incidents, not {count:,}: run again without --keep")
    return ids[::97]


def main() -> None:
    """The whole measurement."""
    parser = argparse.ArgumentParser()
    parser.add_argument("record", type=Path)
    parser.add_argument("--incidents", type=int, default=200_000)
    parser.add_argument("--keep", action="store_true", help="use the record that an earlier run made")
    parser.add_argument("--seconds", type=float, default=60)
    given = parser.parse_args()
    print(f"load before: {os.getloadavg()[0]:.1f}", flush=True)
    if not given.keep:
        prepare(given.record, round(given.incidents * _MORE))
    join(given.record)
    names = known(given.record, given.incidents)
    code = (
        "import sys\nfrom pathlib import Path\nfrom waqai.web.serving import serve_page\n"
        "from waqai.web.settings import Settings\n"
        "serve_page(Settings(Path(sys.argv[1]), port=8799, token='load'), print)"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(given.record)], stdout=subprocess.DEVNULL) as server:
        try:
            wait("http://127.0.0.1:8799")
            times = asyncio.run(load("http://127.0.0.1:8799", "load", questions(names), given.seconds))
        finally:
            server.terminate()
    for kind, found in times.items():
        if found:
            cuts = statistics.quantiles(found, n=100) if len(found) > 1 else found * 99
            print(f"{kind:9} {len(found):6} median {statistics.median(found):7.1f} ms  p99 {cuts[98]:7.1f} ms")
    print(f"errors    {len(times['error'])}   load after: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
