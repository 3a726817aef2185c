"""Why the rules hold what they hold, in the reader's language: what they say in English, said again."""

from __future__ import annotations

from waqai.incidents.model import Feature, Link
from waqai.web import naming
from waqai.web.wording import Tongue

_ACTORS = frozenset({"initiators", "targets"})


def feature(tongue: Tongue, one: Feature) -> tuple[str, str]:
    """The feature's name and its words. What is quoted from reports stays as it is."""
    return tongue.term(f"feature-{one.name}"), said(tongue, one.words, one.name)


def said(tongue: Tongue, words: str, name: str = "") -> str:
    """A rule's words: statements, of which each opens with one of a few phrases; values follow the colon."""
    return ("؛ " if tongue.code == "ar" else "; ").join(_said(tongue, name, part) for part in words.split("; "))


def link(tongue: Tongue, one: Link) -> str:
    """Why an answer was inferred; of a stated one its cue as it stands."""
    turned, _, rest = one.words.partition("; ")
    first, then, _ = turned.partition(", then ")
    author, on, struck = first.partition(" on ")
    if one.stated or not then or not on:
        return one.words
    sides = tongue("sides-turned", one=naming.actor(tongue, author, author), other=naming.actor(tongue, struck, struck))
    return f"{sides}{'؛' if tongue.code == 'ar' else ';'} {said(tongue, rest)}"


def _said(tongue: Tongue, name: str, words: str) -> str:
    opening, colon, values = words.partition(": ")
    if name == "toll" and not colon:
        kind, _, values = words.partition(" ")
        return f"{tongue.term(kind)}: {values}"
    phrase = tongue.reasons.get(" ".join("#" if _is_figure(part) else part for part in opening.split()), opening)
    for figure in filter(_is_figure, opening.split()):
        phrase = phrase.replace("#", figure, 1)
    return f"{phrase}: {_values(tongue, name, values)}" if colon else phrase


def _is_figure(part: str) -> bool:
    return part.rstrip("%").isdigit()


def _values(tongue: Tongue, name: str, values: str) -> str:
    if name == "kind":
        return " / ".join(tongue.term(one) for one in values.split(" / "))
    if name in _ACTORS:
        sides = ((naming.actor(tongue, one, one) for one in side.split(", ")) for side in values.split(" / "))
        return " / ".join(tongue.listed(side) for side in sides)
    if name == "time":
        return " / ".join(_days(tongue, one) for one in values.split(" / "))
    return values


def _days(tongue: Tongue, value: str) -> str:
    first, _, last = value.partition("..")
    return tongue.days(first, last or first)
