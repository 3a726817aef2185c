#!/usr/bin/env python3
"""How long claims take to become incidents: a made-up war of N claims, one hot day included, judged and assembled.

    PYTHONPATH=src python bench/incidents.py [--days DAYS] [CLAIMS ...]

Prints, for each number of claims, seconds, of which one core worked, the pairs that were compared, both for a claim as
a ratio to the first number of claims, what n log n would be, and the most memory used. It uses one core: on a busy
machine its work is what to look at; the pairs tell how the work grows whatever the machine's memory costs.
The data is random with a fixed seed: places, days and sides as in a war (few places have most of it), each act told by
one report to dozens, and 50,000 claims (or a twentieth) on one town and one day: the hot block. Nothing is read: what
is timed is everything from accounts on (parts, blocks, pairs, features, judgements, groups, names, incidents, links).
Wars last 1,000 days, so that larger ones are denser; with fewer days a smaller war is as dense as a large one.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import subprocess
import sys
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from math import log
from resource import RUSAGE_SELF, getrusage
from time import perf_counter, process_time

from waqai.claims.model import (
    Account,
    Party,
    Precision,
    ReportedEvent,
    Stance,
    Toll,
    Voice,
    Weapon,
    When,
    Where,
    Words,
)
from waqai.claims.rows import claims_of
from waqai.incidents import join as joining
from waqai.incidents.pairs import partners
from waqai.incidents.scene import Scene
from waqai.reference import places
from waqai.reference.places import Gazetteer, Place
from waqai.reports.model import Metadata, Report

HOT = 50_000
KINDS = (
    ("Explosions/Remote violence", "Air/drone strike", "aircraft"),
    ("Explosions/Remote violence", "Shelling/artillery/missile attack", "artillery"),
    ("Explosions/Remote violence", "Remote explosive/landmine/IED", "ied"),
    ("Battles", "Armed clash", "small_arms"),
    ("Violence against civilians", "Attack", "small_arms"),
)
SIDES = ("us_forces", "iran_backed_militias", "syrian_government", "sdf", "turkey", "islamic_state", "russia")
OUTLETS = tuple(f"outlet {number}" for number in range(300))
FIRST = date(2021, 1, 1)
DAYS = 1000


def _words(text: str, start: int) -> Words:
    return Words(text, start, start + len(text), "bench.rule")


def _event(chance: random.Random, at: Place, day: date, toll: int) -> ReportedEvent:
    """One act at that place and day."""
    kind = chance.choice(KINDS)
    author, struck = chance.sample(SIDES, 2)
    return ReportedEvent(
        "e1",
        kind[0],
        kind[1],
        _words("هجوم", 10),
        When(day, day, Precision.DAY),
        places=(Where(_words(at.name, 20), candidates=(at.id,), chosen=at.id),),
        initiators=(Party(_words("جهة", 40), author, None, Stance.ASSERTS),),
        targets=(Party(_words("هدف", 50), struck),),
        weapons=(Weapon(_words("سلاح", 60), kind[2], chance.choice((None, None, 2, 3, 14))),),
        casualties=(Toll("killed", toll, toll, _words("قتلى", 70)),),
        voices=(Voice(_words("المرصد السوري لحقوق الإنسان", 80), Stance.ASSERTS, "sohr"),),
    )


CLAIMS_OF_ONE = len(
    claims_of(
        Report("0", "r", "", Metadata()),
        [_event(random.Random(0), next(iter(places.load().by_id.values())), FIRST, 1)],
    )
)


def war(claims: int, gazetteer: Gazetteer, days: int = DAYS) -> list[Account]:
    """So many claims, in reports of five acts each."""
    chance = random.Random(1)
    towns = [one for one in gazetteer.by_id.values() if one.kind in {"town", "village", "city"}]
    weights = [1 / (rank + 10) for rank in range(len(towns))]
    told: list[ReportedEvent] = []
    hot = min(HOT, claims // 20)
    while len(told) * CLAIMS_OF_ONE < claims - hot:
        at = chance.choices(towns, weights)[0]
        day = FIRST + timedelta(days=chance.randrange(days))
        one = _event(chance, at, day, chance.randrange(20))
        told += [one] * min(int(chance.paretovariate(1.2)), 60)
    day = FIRST + timedelta(days=days // 2)
    told += [_event(chance, towns[0], day, chance.randrange(200)) for _ in range(hot // CLAIMS_OF_ONE)]
    chance.shuffle(told)
    return [_account(number, told[number : number + 5]) for number in range(0, len(told), 5)]


def _account(number: int, events: list[ReportedEvent]) -> Account:
    numbered = []
    for place, one in enumerate(events, start=1):
        fields = {name: getattr(one, name) for name in one.__slots__}
        fields |= {"id": f"e{place}", "trigger": _words("هجوم", 200 * place)}
        numbered.append(ReportedEvent(**fields))
    last = max(one.when.latest for one in events if one.when.latest)
    sha = hashlib.sha256(str(number).encode()).hexdigest()
    return Account(sha, f"r{number}", OUTLETS[number % len(OUTLETS)], None, last, tuple(numbered))


def timed(claims: int, days: int = DAYS) -> dict[str, float]:
    """One war of that size, in this process."""
    gazetteer = places.load()
    accounts = war(claims, gazetteer, days)
    made = sum(len(one.events) for one in accounts) * CLAIMS_OF_ONE
    compared = 0

    def counted(seen: Sequence[Scene]) -> list[list[int]]:
        nonlocal compared
        found = partners(seen)
        compared = sum(map(len, found))
        return found

    joining.partners = counted
    start, worked = perf_counter(), process_time()
    joined = joining.join(accounts, gazetteer)
    seconds, worked = perf_counter() - start, process_time() - worked
    sizes: dict[int, int] = defaultdict(int)
    for one in joined.incidents:
        sizes[len(one.events)] += 1
    most = getrusage(RUSAGE_SELF).ru_maxrss / 2**20
    return {
        "claims": made,
        "tellings": len(joined.tellings),
        "incidents": len(joined.incidents),
        "compared": compared,
        "judged": len(joined.judgements),
        "largest": max(sizes),
        "seconds": round(seconds, 1),
        "of one core": round(worked, 1),
        "gigabytes": round(most, 2),
    }


def main() -> None:
    """Each size in a process of its own, so that one's memory is not another's."""
    wanted = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    wanted.add_argument("claims", type=int, nargs="*", default=[250_000, 500_000, 1_000_000])
    wanted.add_argument("--days", type=int, default=DAYS)
    wanted.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    asked = wanted.parse_args()
    if asked.one:
        print(json.dumps(timed(asked.claims[0], asked.days)))
        return
    first = None
    for size in asked.claims:
        done = subprocess.run(
            [sys.executable, __file__, "--one", "--days", str(asked.days), str(size)],
            capture_output=True,
            text=True,
            check=True,
        )
        row = json.loads(done.stdout)
        first = first or row
        said = {name: _growth(first, row, name) for name in ("of one core", "compared")}
        expected = round(log(row["claims"]) / log(first["claims"]), 2)
        print(json.dumps(row | {"a claim, to the first": said | {"n log n": expected}}), flush=True)


def _growth(first: dict[str, float], row: dict[str, float], name: str) -> float:
    """What it is for one claim, as a ratio to the first war's."""
    return round(row[name] / row["claims"] / (first[name] / first["claims"]), 2)


if __name__ == "__main__":
    main()
