"""An incident in one sentence: what, where, when, by whom and with what toll, as the voices have it."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.web import naming
from waqai.web.catalogue.card import Card, Range, Side
from waqai.web.wording import Tongue

_MOST = 3
_SAID = {"suspects": "say-suspected", "claims_responsibility": "say-claimed", "denies": "say-denied", None: "say-by"}


def sentence(tongue: Tongue, card: Card) -> str:
    """The sentence, with what no report says left out."""
    wider = naming.area(tongue, card.site)
    first = naming.heading(tongue, card) + (f"{tongue('comma')} {wider}" if wider else "")
    parts = [f"{first} {_when(tongue, card)}".strip(), *_sides(tongue, card)]
    toll = [words for words in (_toll(tongue, "killed", card.killed), _toll(tongue, "injured", card.injured)) if words]
    outcome = [tongue.term(value) for value in card.outcome]
    clauses = [f"{tongue('comma')} ".join(parts)]
    if toll:
        clauses.append(tongue("and", one=toll[0], other=toll[1]) if len(toll) == 2 else toll[0])
    if outcome:
        clauses.append(tongue.listed(outcome))
    return ("؛ " if tongue.code == "ar" else "; ").join(clauses) + "."


def _when(tongue: Tongue, card: Card) -> str:
    if card.start is None:
        return f"({tongue('undated')})"
    days = tongue.days(card.start, card.end, card.date_precision)
    single = card.end in {None, card.start}
    return tongue("weekday", day=days) if single else f"({days})"


def _sides(tongue: Tongue, card: Card) -> Iterator[str]:
    """Who is said to have done it, grouped by how surely; at whom it was aimed."""
    if not card.by:
        yield tongue("say-no-author")
    for stance, key in _SAID.items():
        named = [naming.side(tongue, one) for one in card.by if one.stance == stance]
        if named:
            yield tongue(key, who=_some(tongue, named))
    if card.on and not card.by:
        yield tongue("say-target", who=_some(tongue, [naming.side(tongue, one) for one in card.on]))


def _some(tongue: Tongue, names: list[str]) -> str:
    shown = list(dict.fromkeys(names))
    rest = "" if len(shown) <= _MOST else " …"
    return tongue.listed(shown[:_MOST]) + rest


def _toll(tongue: Tongue, kind: str, toll: Range) -> str:
    low, best, high = toll
    if best is None or low is None:
        return ""
    if low == 0 and high != 0 and (high is None or best == 0):
        return tongue(f"say-{kind}-disputed")
    said = tongue(f"say-{kind}", n=best)
    if high is None:
        return said + tongue("say-least")
    return said if low == high else said + tongue("say-range", range=tongue.figure(low, high))


def sides(tongue: Tongue, named: tuple[Side, ...]) -> str:
    """The parties on one line, a suspicion marked as one."""
    shown = []
    for one in named[:_MOST]:
        name = naming.side(tongue, one)
        shown.append(name if one.stance is None else f"{name} ({tongue.term(one.stance)})")
    return tongue.listed(dict.fromkeys(shown)) + ("" if len(named) <= _MOST else " …")


def toll(tongue: Tongue, card: Card) -> str:
    """The toll on one line, nothing where none is told."""
    parts = [_toll(tongue, kind, told) for kind, told in (("killed", card.killed), ("injured", card.injured))]
    return tongue.listed(part for part in parts if part)
