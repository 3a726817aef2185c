"""One report: its whole text with every event marked, what was set aside, what stayed unread, its versions."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from waqai.claims.model import Account, ReportedEvent, Words
from waqai.reports.model import Report
from waqai.web.catalogue.beside import totals_of
from waqai.web.catalogue.card import Card
from waqai.web.evidence import Mark, paragraphs
from waqai.web.pages.incident import safe_url
from waqai.web.people.person import Role
from waqai.web.visit import Visit, visit

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Told:
    """An event of the report and the incident that it became."""

    number: int
    event: ReportedEvent
    card: Card | None


@router.get("/{lang}/report/{name:path}")
async def report(request: Request, name: str) -> Response:
    """The page of a report."""
    visited = visit(request)
    visited.needs(Role.VIEWER)
    found, account = visited.shelf.report(name), visited.shelf.account(name)
    if found is None:
        raise HTTPException(404)
    told = list(_told(visited, name, account)) if account else []
    versions = visited.shelf.versions(name)
    return visited.render(
        "report.html",
        report=found,
        account=account,
        told=told,
        totals=totals_of(visited.catalogue, name),
        url=safe_url(found.metadata.url),
        paragraphs=paragraphs(found.text, list(_marks(visited, account, told))),
        versions=versions,
        changes=list(_changes(versions)),
        unread=_unread(found.text) if request.query_params.get("unread") == "yes" else None,
        kept=visited.people.keeps(visited.person.name, name),
    )


def _unread(text: str) -> list[tuple[str, str, int]]:
    """What the reader knows of the text and did not use: kind, words, how often."""
    from waqai.reading.explain import unread  # noqa: PLC0415  # the reader takes a second to load; most pages need none

    return unread([text])[:60]


def _told(visited: Visit, name: str, account: Account) -> Iterator[Told]:
    catalogue = visited.catalogue
    cards = {}
    for at in catalogue.select_report(name):
        card = visited.shelf.card(catalogue, at)
        for key in visited.shelf.incident(catalogue, card.id).events:
            cards[key] = card
    for number, event in enumerate(account.events, start=1):
        yield Told(number, event, cards.get(f"{name}/{event.id}"))


def _marks(visited: Visit, account: Account | None, told: list[Told]) -> Iterator[Mark]:
    """Furniture, what was set aside, and the words of each event."""
    if account is None:
        return
    for aside in account.furniture:
        yield Mark(aside.start, aside.end, "aside", "", f"{visited.tongue('set-aside')}: {aside.rule}")
    for one in told:
        title = f"{one.number} · {visited.tongue.term(one.event.sub_event_type)}"
        event = one.event
        yield Mark(event.trigger.start, event.trigger.end, "act", str(one.number), title)
        for words in _quoted(event):
            yield Mark(words.start, words.end, "part", str(one.number), title)
        if event.when.words is not None:
            yield Mark(event.when.words.start, event.when.words.end, "date", str(one.number), title)


def _quoted(event: ReportedEvent) -> Iterator[Words]:
    """The words of everything that is said of the event."""
    yield from (where.words for where in event.places)
    yield from (party.words for party in (*event.initiators, *event.targets))
    yield from (weapon.words for weapon in event.weapons)
    yield from (toll.words for toll in event.casualties)
    yield from (voice.words for voice in event.voices)


def _changes(versions: list[Report]) -> Iterator[tuple[int, list[tuple[str, str]]]]:
    """For each version after the first, the lines that went and came."""
    for number, (old, new) in enumerate(pairwise(versions), start=2):
        lines = difflib.ndiff(old.text.splitlines(), new.text.splitlines())
        yield number, [(line[0], line[2:]) for line in lines if line[0] in "+-" and line[2:].strip()]
