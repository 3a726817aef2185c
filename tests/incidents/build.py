"""Accounts built by hand, for tests of what comes after reading. Every text here is invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

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
from waqai.reference.places import Gazetteer, Place

STRIKE = ("Explosions/Remote violence", "Air/drone strike")
SHELLING = ("Explosions/Remote violence", "Shelling/artillery/missile attack")
CLASH = ("Battles", "Armed clash")
PROTEST = ("Protests", "Peaceful protest")


def words(text: str, start: int = 0) -> Words:
    return Words(text, start, start + len(text), "test.rule")


def when(start: str | None, end: str | None = None) -> When:
    if start is None:
        return When(None, None, Precision.UNKNOWN)
    first, last = date.fromisoformat(start), date.fromisoformat(end or start)
    apart = (last - first).days
    return When(first, last, Precision.DAY if not apart else Precision.DAYS if apart < 9 else Precision.MONTH)


def where(text: str, chosen: str | None = None, precision: int = 1) -> Where:
    return Where(words(text), candidates=(chosen,) if chosen else (), chosen=chosen, precision=precision)


def by(actor: str | None, voice: str | None = None, stance: Stance = Stance.ASSERTS) -> Party:
    return Party(words(actor or "مجموعة"), actor, words(voice) if voice else None, stance)


def killed(low: int, high: int | None = None, voice: str | None = None, group: str | None = None) -> Toll:
    top = low if high is None else high
    return Toll("killed", low, top, words("قتلى"), words(group) if group else None, words(voice) if voice else None)


def weapon(kind: str, count: int | None = None) -> Weapon:
    return Weapon(words("سلاح"), kind, count)


def voice(text: str, stance: Stance = Stance.ASSERTS) -> Voice:
    return Voice(words(text), stance)


def event(number: int = 1, kind: tuple[str, str] = STRIKE, **fields: Any) -> ReportedEvent:  # noqa: ANN401
    """An event; its trigger stands at another place of the report for each number."""
    fields.setdefault("when", when("2023-05-17"))
    fields.setdefault("places", (where("حقل الورد", "rose"),))
    return ReportedEvent(f"e{number}", *kind, words("هجوم", 10 * number), **fields)


def account(name: str, *events: ReportedEvent, published: str = "2023-05-18") -> Account:
    numbered = tuple(replace(one, id=f"e{n}") for n, one in enumerate(events, start=1))
    return Account(f"sha-{name}", name, f"صحيفة {name}", "عنوان", date.fromisoformat(published), numbered)


def _place(name: str, arabic: str, at: tuple[float, float], kind: str, parent: str | None) -> Place:
    return Place(name, arabic, (arabic,), name, kind, parent, "xx", *at, "exact", None, "")


def gazetteer() -> Gazetteer:
    """A country of one governorate: a field, a base four kilometres from it, a village and a far town."""
    places = (
        _place("land", "بلاد الزهر", (35.0, 40.0), "country", None),
        _place("east", "محافظة الشرق", (35.0, 40.0), "governorate", "land"),
        _place("rose", "حقل الورد", (35.0, 40.0), "oil_field", "east"),
        _place("rose-base", "قاعدة الورد", (35.03, 40.03), "base", "east"),
        _place("village", "قرية الياسمين", (35.07, 40.0), "village", "east"),
        _place("town", "بلدة النرجس", (36.0, 41.0), "town", "east"),
    )
    kinds = {"حقل": "oil_field", "قاعدة": "base", "قرية": "village"}
    return Gazetteer({place.id: place for place in places}, kinds, {}, {})
