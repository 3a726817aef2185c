"""Review: what needs a person's eye, one after the other; each decision is signed, answers visibly, can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import islice

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from waqai.deciding import DecisionError, Desk, Signature
from waqai.incidents.decisions import Act, Decision, standing
from waqai.incidents.model import Judgement
from waqai.incidents.proposals import Proposal
from waqai.record import serial
from waqai.session import UnreadableError
from waqai.web.catalogue.beside import proposed
from waqai.web.catalogue.bits import descending, pack
from waqai.web.catalogue.card import Card
from waqai.web.deciding import PageDesk
from waqai.web.pages.incident import Reason, reason_of
from waqai.web.people.person import Role
from waqai.web.visit import Visit, form, visit

router = APIRouter()
QUEUES = ("joins", "contested", "weak", "flags", "undated")
_FACETS = {"contested": ("grade", "contested"), "weak": ("grade", "weak"), "undated": ("undated", "yes")}
_MOST = 500


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to decide on: an incident, or two that may be one, with what speaks for it."""

    cards: tuple[Card, ...]
    sentences: tuple[tuple[str, str], ...]
    reason: Reason | None = None
    proposal: Proposal | None = None


@router.get("/{lang}/review")
async def review(request: Request) -> Response:
    """The item at `at` of a queue."""
    visited = visit(request)
    visited.needs(Role.ANALYST)
    counts = {name: _count(visited, name) for name in QUEUES}
    # Without a queue in the address, the first that holds anything.
    queue = request.query_params.get("queue") or next((name for name in QUEUES if counts[name]), QUEUES[0])
    if queue not in QUEUES:
        raise HTTPException(404)
    at = request.query_params.get("at", "0")
    number = min(int(at) if at.isdecimal() else 0, max(0, counts[queue] - 1))
    undo = request.query_params.get("undo", "")
    return visited.render(
        "review.html",
        queue=queue,
        counts=counts,
        number=number,
        item=_item(visited, queue, number) if counts[queue] else None,
        seen=len(visited.shelf.decisions()),
        said=request.query_params.get("said", ""),
        undo=undo if undo.isdecimal() else "",
        joining=visited.shelf.is_joining,
    )


def _bits(visited: Visit, queue: str) -> int:
    """The incidents of a queue that nobody has looked at."""
    catalogue = visited.catalogue
    held = catalogue.holding(*_FACETS.get(queue, ("flag", "any")))
    return held & catalogue.holding("reviewed", "no")


def _count(visited: Visit, queue: str) -> int:
    if queue == "joins":
        return len(_unsure(visited))
    if queue == "undated":
        days = _proposed(visited)
        return len(days) + (_bits(visited, queue) & ~pack(days, visited.catalogue.size)).bit_count()
    return _bits(visited, queue).bit_count()


def _unsure(visited: Visit) -> list[tuple[str, str, str]]:
    """Pairs of incidents that may be one, each pair once, without those that somebody decided on."""
    decided = [_sides(one) for one in standing(visited.shelf.decisions()) if one.act in {Act.DIFFERENT, Act.MERGE}]
    rows = visited.catalogue.rows("SELECT one, other, body FROM unsure ORDER BY number LIMIT ?", (_MOST,))
    found: dict[frozenset[str], tuple[str, str, str]] = {}
    for one, other, body in rows:
        judged = serial.load(Judgement, str(body))
        left, right = judged.left.rpartition("/")[0], judged.right.rpartition("/")[0]
        if not any((left in a and right in b) or (left in b and right in a) for a, b in decided):
            found.setdefault(frozenset((str(one), str(other))), (str(one), str(other), str(body)))
    return list(found.values())


def _sides(one: Decision) -> tuple[frozenset[str], frozenset[str]]:
    """The reports that a decision holds apart, or together."""
    first = frozenset(anchor.report for anchor in one.events)
    return first, frozenset(anchor.report for anchor in one.others) if one.act is Act.DIFFERENT else first


def _item(visited: Visit, queue: str, number: int) -> Item:
    shelf, catalogue = visited.shelf, visited.catalogue
    if queue == "joins":
        one, other, body = _unsure(visited)[number]
        judged = serial.load(Judgement, body)
        cards = tuple(shelf.card(catalogue, catalogue.position[name]) for name in (one, other))
        return Item(
            cards, tuple(_quote(visited, key) for key in (judged.left, judged.right)), reason_of(visited.tongue, judged)
        )
    days = _proposed(visited) if queue == "undated" else {}
    if number < len(days):
        return _dating(visited, *list(days.items())[number])
    left = (at for at in descending(_bits(visited, queue)) if at not in days)
    card = shelf.card(catalogue, next(islice(left, number - len(days), None)))
    keys = shelf.incident(catalogue, card.id).events
    return Item((card,), tuple(_quote(visited, key) for key in keys[:6]))


def _proposed(visited: Visit) -> dict[int, Proposal]:
    """Where the first act of an undated report is that nobody has looked at -> the day proposed for the report."""
    catalogue = visited.catalogue
    reviewed = catalogue.everything & ~catalogue.holding("reviewed", "no")
    found: dict[int, Proposal] = {}
    for one in proposed(catalogue):
        for at in catalogue.select_report(one.report)[:1]:
            if not reviewed >> at & 1:
                found.setdefault(at, one)
    return found


def _dating(visited: Visit, at: int, found: Proposal) -> Item:
    """The undated report's act, the incident that it seems to tell of, and what speaks for that."""
    shelf, catalogue, judged = visited.shelf, visited.catalogue, found.judged
    other = catalogue.position.get(found.incident, at)
    keys = (judged.left, judged.right)
    if judged.left.rpartition("/")[0] != found.report:
        keys = keys[::-1]
    cards = tuple(shelf.card(catalogue, one) for one in dict.fromkeys((at, other)))
    return Item(cards, tuple(_quote(visited, key) for key in keys), reason_of(visited.tongue, judged), found)


def _quote(visited: Visit, key: str) -> tuple[str, str]:
    """Who tells it, and the line of the report that does."""
    telling = visited.shelf.telling(visited.catalogue, key)
    report = visited.shelf.report(telling.report)
    text = report.text if report else ""
    at = telling.event.trigger.start
    end = text.find("\n", at)
    return telling.outlet or telling.report, text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)].strip()


@router.post("/{lang}/review")
async def decide(request: Request) -> Response:
    """A decision, signed; 409 with both versions where somebody else decided on the same incident meanwhile."""
    visited = visit(request)
    fields = await form(visited, Role.ANALYST)
    theirs = _meanwhile(visited, fields)
    if theirs:
        return visited.render("conflict.html", 409, theirs=theirs, fields=fields)
    signature = Signature(visited.person.name, fields.get("reason", "").strip())
    try:
        made = await run_in_threadpool(partial(_decided, visited, fields, signature))
    except (DecisionError, UnreadableError) as error:
        raise HTTPException(400, str(error)) from None
    back = fields.get("back", "")
    said = "undone" if made.act is Act.UNDO else "decided"
    if back.startswith("incident/"):
        return RedirectResponse(visited.path(back, said=said, undo=str(made.number)), 303)
    where = {"queue": fields.get("queue", "joins"), "at": fields.get("at", "0"), "said": said}
    return RedirectResponse(visited.path("review", **where, undo=str(made.number)), 303)


def _meanwhile(visited: Visit, fields: dict[str, str]) -> list[Decision]:
    """What others decided on these incidents since the page was made."""
    seen = fields.get("seen", "")
    mine = {fields.get("one", ""), fields.get("other", "")} - {""}
    if not seen.isdecimal():
        raise HTTPException(400)
    since = visited.shelf.decisions()[int(seen) :]
    shelf, catalogue = visited.shelf, visited.catalogue
    now = {shelf.current(catalogue, name) for name in mine}
    return [one for one in since if one.incident and shelf.current(catalogue, one.incident) in now]


def _decided(visited: Visit, fields: dict[str, str], signature: Signature) -> Decision:
    """The decision is in the log, and the catalogue heeds it."""
    act = _ACTS.get(fields.get("act", ""))
    if act is None:
        raise HTTPException(400)
    named = {fields.get("one", "").strip(), fields.get("other", "").strip()} - {""}
    made = act(PageDesk(visited.shelf, visited.catalogue, named), fields, signature)
    visited.shelf.decided(made)
    return made


def _day(fields: dict[str, str]) -> date:
    try:
        return date.fromisoformat(fields.get("day", ""))
    except ValueError:
        raise HTTPException(400) from None


def _number(fields: dict[str, str]) -> int:
    value = fields.get("number", "")
    if not value.isdecimal():
        raise HTTPException(400)
    return int(value)


_ACTS: dict[str, Callable[[Desk, dict[str, str], Signature], Decision]] = {
    "merge": lambda desk, f, s: desk.merge([f.get("one", ""), f.get("other", "").strip()], s),
    "different": lambda desk, f, s: desk.different(f.get("one", ""), f.get("other", ""), s),
    "split": lambda desk, f, s: desk.split(f.get("one", ""), [f.get("event", "")], s),
    "accept": lambda desk, f, s: desk.accept(f.get("one", ""), s),
    "reject": lambda desk, f, s: desk.reject(f.get("one", ""), s),
    "edit": lambda desk, f, s: desk.edit(f.get("one", ""), f.get("field", ""), f.get("value", "").strip(), s),
    "date": lambda desk, f, s: desk.date(f.get("report", ""), _day(f), s),
    "undo": lambda desk, f, s: desk.undo(_number(f), s),
}
