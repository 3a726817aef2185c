"""Who says what in an incident, gathered from its tellings with the outlet beside each voice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from waqai.incidents.model import Author, Telling


def speaker(telling: Telling, voice: str | None) -> str:
    """The chain of who speaks, outlet first: «الشرق الأوسط ← المرصد»; the outlet alone in its own voice."""
    outlet = telling.outlet or telling.report
    return f"{outlet} ← {voice}" if voice else outlet


def voices(tellings: Iterable[Telling]) -> tuple[tuple[str, str, str], ...]:
    """(who, stance, report) of all who say that it happened; the outlet itself where it names nobody."""
    out: dict[tuple[str, str, str], None] = {}
    for telling in tellings:
        for voice in telling.event.voices:
            out[(voice.words.text, voice.stance.value, telling.report)] = None
        if not telling.event.voices:
            out[(telling.outlet or telling.report, "asserts", telling.report)] = None
    return tuple(out)


def authors(tellings: Sequence[Telling]) -> tuple[Author, ...]:
    """Everyone named as having done it, once for each stance and voice, with the reports that say so."""
    found: dict[tuple[str, str | None, str | None], Author] = {}
    for telling in tellings:
        for party in telling.event.initiators:
            stance = party.stance.value if party.stance else None
            who = party.according_to.text if party.according_to else None
            same = party.actor if party.actor not in {None, "unidentified"} else party.words.text
            author = Author(party.actor, party.words.text, stance, who, (telling.report,))
            before = found.setdefault((str(same), stance, who), author)
            if telling.report not in before.reports:
                found[(str(same), stance, who)] = replace(before, reports=(*before.reports, telling.report))
    return tuple(found.values())
