"""The incident table in a terminal: one incident a line, under it where its voices disagree.

Arabic stands last on each line, so that terminals with and without right-to-left text show the columns alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from waqai.incidents.model import Author, Disagreement, Incident, Link
from waqai.publish.safe import safe

_HEADER = ("incident", "date", "what", "by whom", "toll", "reports", "where (told by)")
_WIDEST = (10, 22, 34, 46, 26, 7)
_MAX_PLACES = 4
_MAX_VOICES = 3
Range = tuple[int | None, int | None, int | None]


def lines(incidents: Sequence[Incident], links: Iterable[Link]) -> Iterator[Text]:
    """The header, the incidents, and a closing line that counts them."""
    if not incidents:
        yield Text("no incidents")
        return
    causes: dict[str, list[str]] = {}
    for link in links:
        causes.setdefault(link.answer, []).append(link.cause)
    rows = [_cells(one) for one in incidents]
    widths = [min(max(len(row[column]) for row in (*rows, _HEADER)), widest) for column, widest in enumerate(_WIDEST)]
    yield _row(_HEADER, widths, "bold")
    for incident, row in zip(incidents, rows, strict=True):
        yield _row(row, widths, "dim" if incident.background else "")
        for cause in causes.get(incident.id, []):
            yield Text(f"    answers {cause}", style="cyan")
        yield from _suspicions(incident)
        for disagreement in incident.disagreements:
            yield from _versions(disagreement)
    disagreeing = sum(bool(one.disagreements) for one in incidents)
    yield Text(f"{len(incidents)} incidents, {disagreeing} with disagreement", style="dim")


def date_words(incident: Incident) -> str:
    """The date as far as it is known: 2021-07-07, 2021-07-07..07-08, or undated."""
    if incident.start is None:
        return "undated"
    if incident.end is None or incident.end == incident.start:
        return incident.start
    same_year = incident.end[:5] == incident.start[:5]
    return f"{incident.start}..{incident.end[5:] if same_year else incident.end}"


def toll_words(incident: Incident) -> str:
    """The toll with its range: killed 3 (3-5), injured 10+; a dash where nothing is told."""
    parts = [
        f"{kind} {_range(toll)}"
        for kind, toll in (("killed", incident.killed), ("injured", incident.injured))
        if toll[0] is not None
    ]
    return ", ".join(parts) or "-"


def _range(toll: Range) -> str:
    low, best, high = toll
    if high is None:
        return f"{low}+"
    if best is None:  # a figure for several acts together bounds this one, and is its best figure not
        return f"{low}-{high}"
    return str(best) if low == high else f"{best} ({low}-{high})"


def _cells(incident: Incident) -> tuple[str, ...]:
    """The columns; the last one is Arabic: where, by whom if there is no id for them, who tells it."""
    kind = incident.sub_event_type + (f" ({', '.join(incident.outcome)})" if incident.outcome else "")
    return (
        incident.id,
        date_words(incident),
        kind,
        _authors(incident.authors),
        toll_words(incident),
        str(len(incident.reports)),
        _arabic(incident),
    )


def _authors(authors: Iterable[Author]) -> str:
    """Each author once with the stances taken on it, bare assertion left out: us_forces, sdf (suspects)."""
    stances: dict[str, list[str]] = {}
    for author in authors:
        known = stances.setdefault(author.actor or "another", [])
        if author.stance and author.stance not in known:
            known.append(author.stance)
    named = (f"{actor} ({', '.join(how)})" if set(how) - {"asserts"} else actor for actor, how in stances.items())
    return ", ".join(named) or "-"


def _arabic(incident: Incident) -> str:
    names = [safe(name) for name, _, _ in incident.places]
    shown = "، ".join(names[:_MAX_PLACES]) + (" …" if len(names) > _MAX_PLACES else "")
    others = dict.fromkeys(safe(author.words) for author in incident.authors if author.actor is None)
    voices = list(dict.fromkeys(safe(who) for who, _, _ in incident.voices))
    told = "، ".join(voices[:_MAX_VOICES]) + (" …" if len(voices) > _MAX_VOICES else "")
    return f"{shown}{' — ' + '، '.join(others) if others else ''} ({told})".strip()


def _suspicions(incident: Incident) -> Iterator[Text]:
    """A line for each author that somebody does not just name: who suspects, denies, or claims it."""
    if any(one.field == "author" for one in incident.disagreements):
        return  # the versions say it
    for author in incident.authors:
        if author.according_to and author.stance not in {None, "asserts"}:
            name = author.actor or "another"
            yield Text(f"    {name} ({author.stance}): {safe(author.according_to)}", style="magenta")


def _row(cells: Sequence[str], widths: Sequence[int], style: str) -> Text:
    fixed = (_fit(cell, width) for cell, width in zip(cells, widths, strict=False))
    return Text("  ".join((*fixed, cells[-1])), style=style)


def _fit(cell: str, width: int) -> str:
    return cell.ljust(width) if len(cell) <= width else cell[: width - 1] + "…"


def _versions(disagreement: Disagreement) -> Iterator[Text]:
    """A line for each version: the value, then who says it."""
    for value, who in disagreement.versions:
        names = "، ".join(safe(name) for name in who)
        yield Text(f"    {disagreement.field}: {safe(value)}: {names}", style="yellow")
