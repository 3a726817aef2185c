"""One incident: the sentence, the table of voices, each report's words, the chain, the reasons, the decisions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from waqai.incidents.decisions import Decision
from waqai.incidents.edits import FIELDS
from waqai.incidents.judge import points
from waqai.incidents.model import Incident, Judgement, Link
from waqai.web import naming, reasons, voices
from waqai.web.catalogue.card import Card
from waqai.web.evidence import Mark, Paragraph, paragraphs
from waqai.web.visit import Visit, visit
from waqai.web.wording import Tongue

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Text:
    """A report under the table: its row, its marked paragraphs, its address."""

    row: voices.Row
    paragraphs: tuple[Paragraph, ...]
    url: str | None
    copy_of: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A neighbour in the chain: whether this incident answers it, the link that says so, and its card."""

    answers: bool
    link: Link
    words: str
    card: Card


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two tellings are one act: their reports, the points, each feature in words."""

    left: str
    right: str
    points: float
    by: str
    features: tuple[tuple[str, float, str], ...]


@router.get("/{lang}/incident/{name}")
async def incident(request: Request, name: str) -> Response:
    """The page of an incident; an id that was merged into another leads there."""
    visited = visit(request)
    now = visited.shelf.current(visited.catalogue, name) if not visited.is_public else name.upper()
    at = visited.catalogue.position.get(now or "")
    if now is None or at is None or not visited.visible >> at & 1:
        raise HTTPException(404)
    if now != name:
        return RedirectResponse(
            visited.path(f"incident/{now}", **({"was": name.upper()} if now != name.upper() else {}))
        )
    card = visited.shelf.card(visited.catalogue, at)
    if visited.is_public:
        return visited.render("incident_public.html", card=card)
    return _whole(visited, card)


def _whole(visited: Visit, card: Card) -> Response:
    shelf, catalogue = visited.shelf, visited.catalogue
    found = shelf.incident(catalogue, card.id)
    table = voices.rows(visited.tongue, found, [shelf.telling(catalogue, key) for key in found.events])
    return visited.render(
        "incident.html",
        card=card,
        incident=found,
        columns=voices.COLUMNS,
        rows=table,
        texts=[_text(visited, row, _origins(found)) for row in table],
        disagreements=list(_disagreements(visited, found)),
        chain=list(_chain(visited, card.id)),
        reasons=[reason_of(visited.tongue, one) for one in shelf.reasons(catalogue, card.id)],
        history=list(_history(visited, found)),
        was=visited.request.query_params.get("was", ""),
        said=visited.request.query_params.get("said", ""),
        seen=len(shelf.decisions()),
        joining=shelf.is_joining,
        fields=list(FIELDS),
        because={field: reasons.said(visited.tongue, rule) for field, rule in found.chosen_by},
        graded=reasons.said(visited.tongue, found.graded_by),
    )


def _history(visited: Visit, found: Incident) -> Iterator[Decision]:
    """What was decided of it: of its id, of one that leads to it, or of its reports' events."""
    shelf = visited.shelf
    reports = set(found.reports)
    for one in shelf.decisions():
        about = one.incident and shelf.current(visited.catalogue, one.incident) == found.id
        if about or (len(one.events) > 1 and {anchor.report for anchor in one.events} <= reports):
            yield one


def _origins(found: Incident) -> dict[str, str]:
    """The report that each copy is a copy of."""
    return {copy: group[0] for group in found.copies for copy in group[1:]}


def _text(visited: Visit, row: voices.Row, origins: dict[str, str]) -> Text:
    """The report's text with the words of this row's values marked."""
    report = visited.shelf.report(row.telling.report)
    if report is None:
        return Text(row, (), None)
    marks = [
        Mark(said.start, said.end, said.kind, name, f"{said.value} · {said.rule}")
        for name, said in row.all()
        if said.start is not None and said.end is not None and report.text[said.start : said.end] == said.quote
    ]
    copied = origins.get(row.telling.report, "")
    return Text(row, tuple(paragraphs(report.text, marks)), safe_url(report.metadata.url), copied)


def safe_url(url: str | None) -> str | None:
    """The address, if it leads to a page and not to a script."""
    return url if url and url.startswith(("https://", "http://")) else None


def _disagreements(visited: Visit, found: Incident) -> Iterator[tuple[str, list[tuple[str, tuple[str, ...]]]]]:
    """Each field in words, with its versions and who says them."""
    for one in found.disagreements:
        shown = [(_version(visited, one.field, value), who) for value, who in one.versions]
        yield one.field, shown


def _version(visited: Visit, field: str, value: str) -> str:
    """A version as people write it: actors by name, figures in words, terms of the codebook translated."""
    tongue = visited.tongue
    if field in {"killed", "injured"}:
        low, _, high = value.partition("-")
        if value.endswith("+"):
            return tongue("at-least", figure=value[:-1])
        return tongue("range", first=low, last=high) if high else value
    if field == "date":
        first, _, last = value.partition("..")
        return tongue.days(first, last or first)
    name, _, stance = value.partition(" (")
    shown = naming.actor(tongue, name, name) if field == "author" else ", ".join(map(tongue.term, name.split(", ")))
    if field == "place":
        shown = value
    return f"{shown} ({tongue.term(stance.rstrip(')'))})" if stance and field == "author" else shown


def _chain(visited: Visit, name: str) -> Iterator[Step]:
    for link in visited.shelf.links(visited.catalogue, name):
        answers = link.answer == name
        other = link.cause if answers else link.answer
        at = visited.catalogue.position.get(other)
        if at is not None:
            words = reasons.link(visited.tongue, link)
            yield Step(answers, link, words, visited.shelf.card(visited.catalogue, at))


def reason_of(tongue: Tongue, one: Judgement) -> Reason:
    """The judgement as the page shows it, what weighs most first."""
    told = ((*reasons.feature(tongue, part), part.score * part.weight) for part in one.features)
    features = tuple(sorted(((name, gain, words) for name, words, gain in told), key=lambda row: -abs(row[1])))
    left, right = (key.rpartition("/")[0] for key in (one.left, one.right))
    return Reason(left, right, points(one), one.by, features)
