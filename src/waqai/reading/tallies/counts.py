"""Counts of acts, and the totals made of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from waqai.reading.engine import Chart
from waqai.reading.model import Count, Mention

ACT_NOUNS = ("noun", "noun.plural", "noun.dual", "")


class Tally(NamedTuple):
    """How many acts, of what kind; `ordinal` where the text says which one of a series this is."""

    count: int  # type: ignore[assignment]  # how many, not tuple.count
    approximate: bool
    what: str
    ordinal: bool

    def __str__(self) -> str:
        number = f"no. {self.count}" if self.ordinal else f"{self.count}{'+' if self.approximate else ''}"
        return f"{number} {self.what}"


def acts(chart: Chart, index: int) -> Mention | None:
    """A noun for acts, or weapons, that begins at the token."""
    found = [
        m
        for m in chart.starts.get(index, ())
        if m.kind == "act" and m.form.removesuffix(".the") in ACT_NOUNS and m.value != "killed" and not m.lead
    ]
    return max(found, key=lambda m: m.end, default=None)


def cases(chart: Chart, index: int) -> Mention | None:
    """«حادث», «خرق», «عملية أمنية» that begins at the token: acts whose kind is not said; no mishap of the road."""
    found = [m for m in chart.starts.get(index, ()) if m.kind in ("case", "not-case") and m.lead in ("", "و")]
    longest = max(found, key=lambda m: m.end, default=None)
    return longest if longest is not None and longest.kind == "case" else None


def counted(chart: Chart) -> Iterator[tuple[Mention, Mention]]:
    """Counts of acts, of cases too: «23 غارة», «عشرات من الهجمات», «87 خرقا»."""
    for count in chart.of("count"):
        if isinstance(count.value, Count) and count.value.low > 1 and count.value.vague != "several":
            at = count.last + (chart.tokens[count.last].text == "من" if count.last < len(chart.tokens) else 0)
            what = acts(chart, at) or cases(chart, at)
            if what is not None:
                yield count, what


def least(count: Mention) -> int:
    """The smallest number that the count may stand for; 0 where it says only «some»."""
    return count.value.low if isinstance(count.value, Count) and count.value.vague != "several" else 0


def tally(rule: str, count: Mention, last: int, what: str, part: tuple[str, Mention]) -> Mention:
    """The total that begins with the count and ends with the part: what is counted, or where."""
    many = count.value if isinstance(count.value, Count) else Count(0, 0)
    value = Tally(many.low, many.high != many.low, what, ordinal=False)
    return Mention(
        "tally",
        value,
        count.start,
        part[1].end,
        count.first,
        last,
        rule,
        "",
        count.lead,
        "",
        (("count", count), part),
    )
