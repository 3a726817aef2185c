"""How fast the page answers with many incidents: python scripts/page_load.py MADE.db [--incidents N] [--seconds S].

Makes a catalogue of N incidents (200,000) beside an empty record, serves it as `waqai serve` does, and asks it by 32
connections for S seconds: home lists, searches, incident pages. Prints the server's own times (Server-Timing).
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import httpx2

from waqai.claims.model import Party, Precision, ReportedEvent, Stance, Toll, When, Where, Words
from waqai.incidents.identity import Naming
from waqai.incidents.join import Joined
from waqai.incidents.model import Disagreement, Incident, Telling
from waqai.record.store import Record
from waqai.reference import places
from waqai.web.catalogue import file
from waqai.web.settings import Settings
from waqai.web.shelf import Shelf, stamp

CONNECTIONS = 32
KINDS = (
    ("Explosions/Remote violence", "Air/drone strike"),
    ("Explosions/Remote violence", "Shelling/artillery/missile attack"),
    ("Battles", "Armed clash"),
    ("Violence against civilians", "Attack"),
    ("Strategic developments", "Arrests"),
)
ACTORS = ("us_forces", "sdf", "syrian_government", "islamic_state", "turkey", "israel", "hezbollah", "houthis")
OUTLETS = tuple(f"وكالة {number}" for number in range(60))
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def made(count: int) -> Joined:
    """Incidents over ten years and all towns of the gazetteer, each with one telling, some with disagreement."""
    dice = random.Random(7)
    towns = [place for place in places.load().by_id.values() if place.kind in {"city", "town", "village"}]
    incidents, tellings = [], {}
    for number in range(count):
        name = identity(number)
        one, telling = _pair(dice, name, number, dice.choice(towns))
        incidents.append(one)
        tellings[telling.key] = telling
    incidents.sort(key=lambda one: (one.start or "", one.id))
    return Joined(tuple(incidents), (), tellings, (), Naming((), {}, {}))


def _pair(dice: random.Random, name: str, number: int, town: places.Place) -> tuple[Incident, Telling]:
    day = date(2014, 1, 1) + timedelta(days=dice.randrange(4000))
    kind, actor, killed = dice.choice(KINDS), dice.choice(ACTORS), min(int(dice.expovariate(0.4)), 90)
    words = Words(town.name, 10, 10 + len(town.name), "places.name")
    event = ReportedEvent(
        id="e1",
        event_type=kind[0],
        sub_event_type=kind[1],
        trigger=Words("قصف", 0, 3, "strikes.act"),
        when=When(day, day, Precision.DAY),
        places=(Where(words, candidates=(town.id,), chosen=town.id),),
        initiators=(Party(Words(actor, 0, 3), actor, None, Stance.ASSERTS),),
        casualties=(Toll("killed", killed, killed, words),),
    )
    report = f"r{number}"
    telling = Telling(f"{report}/e1", report, dice.choice(OUTLETS), f"قصف على {town.name}", day, event, f"c{number}")
    rival = (Disagreement("killed", ((str(killed), ("أ",)), (str(killed + 1), ("ب",)))),) if number % 9 == 0 else ()
    toll = (killed, killed, killed)
    one = Incident(
        *(name, (telling.key,), (report,), *kind, str(day), str(day), "day", ((town.name, town.lat, town.lon),)),
        *((actor,), (), toll, (None, None, None), (), ((str(telling.outlet), "asserts", report),), rival),
    )
    return one, telling


def prepare(path: Path, count: int) -> None:
    """The catalogue stands beside the record, as one made from it would."""
    for old in path.parent.glob(path.name + "*"):
        old.unlink()
    Record(path, create=True)
    settings = Settings(path)
    start = time.perf_counter()
    file.write(settings.page_file, made(count), {}, places.load())
    file.sign(settings.page_file, stamp(path))
    took, size = time.perf_counter() - start, settings.page_file.stat().st_size / 1e6
    print(f"catalogue of {count:,} written in {took:.0f} s, {size:.0f} MB", flush=True)
    start = time.perf_counter()
    Shelf(settings)
    print(f"opened in {time.perf_counter() - start:.1f} s", flush=True)


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
        await client.get(f"/ar/?token={token}", follow_redirects=True)
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


def identity(number: int) -> str:
    """The id of the incident of that number."""
    return "WQ-" + "".join(LETTERS[(number >> (5 * place)) & 31] for place in range(6))


def main() -> None:
    """The whole measurement."""
    parser = argparse.ArgumentParser()
    parser.add_argument("record", type=Path)
    parser.add_argument("--incidents", type=int, default=200_000)
    parser.add_argument("--keep", action="store_true", help="ask the catalogue that an earlier run made")
    parser.add_argument("--seconds", type=float, default=60)
    given = parser.parse_args()
    if not given.keep:
        prepare(given.record, given.incidents)
    code = (
        "import sys\nfrom pathlib import Path\nfrom waqai.web.serving import serve_page\n"
        "from waqai.web.settings import Settings\n"
        "serve_page(Settings(Path(sys.argv[1]), port=8799, token='load'), print)"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(given.record)], stdout=subprocess.DEVNULL) as server:
        try:
            wait("http://127.0.0.1:8799")
            names = [
                "WQ-" + "".join(LETTERS[(n >> (5 * p)) & 31] for p in range(6)) for n in range(0, given.incidents, 97)
            ]
            times = asyncio.run(load("http://127.0.0.1:8799", "load", questions(names), given.seconds))
        finally:
            server.terminate()
    for kind, found in times.items():
        if found:
            cuts = statistics.quantiles(found, n=100) if len(found) > 1 else found * 99
            print(f"{kind:9} {len(found):6} median {statistics.median(found):7.1f} ms  p99 {cuts[98]:7.1f} ms")
    print(f"errors    {len(times['error'])}")


if __name__ == "__main__":
    main()
