"""Reading from Python: `waqai.read(text)` gives what was read, and a notebook shows it with its evidence marked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from waqai.claims.model import Account, Claim, ReportedEvent
from waqai.pipeline import read_report
from waqai.publish.coded import Coded, coded
from waqai.reports.model import Metadata, Report
from waqai.web.evidence import Mark, Piece, outside, paragraphs, shown

COLOURS = {
    "type": "#fde68a",
    "happened": "#fde68a",
    "date": "#bfdbfe",
    "site": "#bbf7d0",
    "origin": "#bbf7d0",
    "initiator": "#fecaca",
    "target": "#e9d5ff",
    "weapon": "#fed7aa",
    "killed": "#fbcfe8",
    "injured": "#fbcfe8",
}
OTHER = "#e5e7eb"


@dataclass(frozen=True, slots=True)
class Told:
    """What was read from one text: events, claims and their words; shown as HTML in a notebook."""

    report: Report
    account: Account

    @property
    def events(self) -> tuple[ReportedEvent, ...]:
        """The acts that the text tells, in its order."""
        return self.account.events

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What each voice says of each property of each event, with the words."""
        return self.account.claims

    def coded(self) -> Coded:
        """The codebook's own format (section 10), as plain dicts and lists."""
        return coded(self.account)

    def _repr_html_(self) -> str:
        """The text with the words of every claim marked, above it one line for each event."""
        lines = Markup("").join(_line(event) for event in self.events)
        marks = [
            Mark(c.words.start, c.words.end, c.property, c.event, f"{c.event} {c.property}: {c.value}")
            for c in self.claims
            if c.words is not None
        ]
        body = Markup("").join(
            Markup('<p dir="rtl" lang="ar">{}</p>').format(Markup("").join(map(_piece, paragraph.pieces)))
            for paragraph in paragraphs(self.report.text, marks)
        )
        return str(Markup('<div class="waqai"><ol>{}</ol>{}</div>').format(lines, body))


def read(text: str, published: date | None = None, *, outlet: str | None = None, title: str | None = None) -> Told:
    """What the Arabic text tells; `published` is the day that «أمس» and «الثلاثاء» are counted from.

    ReadingError (of `waqai.pipeline`) where the reader fails, which is a defect of Waqai.
    """
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    report = Report(digest, digest[:12], text, Metadata(outlet=outlet, title=title, published=published))
    return Told(report, read_report(report))


def _line(event: ReportedEvent) -> Markup:
    """«e1 Air/drone strike, 2021-06-28: killed 4 · …»."""
    when = f"{event.when.earliest} – {event.when.latest}" if event.when.earliest else "undated"
    named = Markup("").join(_named(event))
    return Markup("<li><b>{}</b>, {}{}</li>").format(event.sub_event_type, when, named)


def _named(event: ReportedEvent) -> Iterator[Markup]:
    for label, found in (
        ("where", [place.words.text for place in event.places]),
        ("by", [party.words.text for party in event.initiators]),
        ("against", [party.words.text for party in event.targets]),
        ("toll", [toll.words.text for toll in event.casualties]),
    ):
        if found:
            yield Markup(" · {}: ").format(label) + Markup("، ").join(outside(text) for text in found)


def _piece(piece: Piece) -> Markup:
    if not piece.marks:
        return shown(piece.text)
    colour = COLOURS.get(piece.inner.kind, OTHER)
    return Markup('<mark style="background:{};color:#111" title="{}">{}</mark>').format(
        colour, piece.title, shown(piece.text)
    )
