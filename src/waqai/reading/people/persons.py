"""Persons as they are counted and described: «14 مسلحا», «جنديان», «ستة من عناصرها», «طفل وامرأة»."""

from __future__ import annotations

from typing import NamedTuple

from waqai.reading.engine import Chart
from waqai.reading.model import Count, Mention, Part
from waqai.reading.people.extent import begins, is_definite, word
from waqai.reading.people.words import OTHERS

NO_GROUP = frozenset("شخص شخصا اشخاص شخصان شخصين فرد افراد فردا فردين رجل رجلا رجال رجلان رجلين نفر ناس".split())
WEAK_SIDES = ("national", "kin", "family")
NISBA_SINGULAR = ("ي", "يا", "يه")


class Persons(NamedTuple):
    """Who, how many (None: an uncounted plural), and in which shape.

    side: civilian, military, official, neutral, kin or others; shape: counted, one, two, many (a plural
    without number), either («شرطيين»: two or many), others («آخرون»).
    """

    side: str
    count: Count | None  # type: ignore[assignment]  # how many, not tuple.count
    shape: str
    definite: bool = False

    def __str__(self) -> str:
        if self.count is None:
            return f"{self.side} {self.shape}"
        low, high = self.count.low, self.count.high
        return f"{self.side} {low}{'+' if high is None else '' if high == low else f'-{high}'}"


class Draft(NamedTuple):
    """A mention of persons before its afterthoughts («آخرين», «على الأقل») are read."""

    rule: str
    value: Persons
    parts: tuple[Part, ...]
    first: Mention
    last: int


def finished(chart: Chart, draft: Draft, kind: str = "person") -> Mention:
    """The mention with what belongs behind it: «واحد», «اثنين», «آخرين», «على الأقل»."""
    value, index = draft.value, draft.last
    for _ in range(3):
        number = begins(chart, index, "number")
        hedge = begins(chart, index, "post-quantifier")
        kin = value.side == "kin" and number is not None and draft.first.tail  # «زوجها وأحد أطفالها»
        if number is not None and not kin and number.value in (1, 2) and value.shape in ("one", "two", "either"):
            amount = int(str(number.value))
            value, index = value._replace(count=Count(amount, amount), shape="counted"), number.last
        elif word(chart, index) in OTHERS:
            index += 1
        elif hedge is not None:
            value, index = _hedged(value, hedge), hedge.last
        else:
            break
    first, end = draft.first, chart.tokens[index - 1].end
    tail = ""
    return Mention(
        kind,
        value,
        first.start,
        end,
        first.first,
        index,
        draft.rule,
        first.form,
        first.lead,
        tail,
        draft.parts,
    )


def _hedged(value: Persons, hedge: Mention) -> Persons:
    if hedge.value != "at-least" or value.count is None or value.count.high is None:
        return value
    return value._replace(count=Count(value.count.low, None, "at-least"))


def shape_of(head: Mention, text: str) -> str:
    """one, two, many or either, by the form of the noun."""
    if head.form.startswith("noun.plural") or not head.form:
        return "many"
    if head.form.startswith("noun.dual"):
        if head.kind == "member" and not text.removesuffix(head.tail).endswith("ا" if head.tail else "ان"):
            return "either"
        return "two"
    return "one"


def described(head: Mention, text: str) -> Persons:
    """The value of a noun without a number."""
    shape = shape_of(head, text)
    amount = {"one": Count(1, 1), "two": Count(2, 2)}.get(shape)
    return Persons(side_of(head), amount, shape, is_definite(head))


def side_of(head: Mention) -> str:
    """The side of a person noun; a nationality alone says none."""
    return "neutral" if head.value in ("national", "family") else str(head.value)


def is_weak(head: Mention, text: str) -> bool:
    """Whether the word alone is more often an adjective, or no one in particular: «مدني», «سوري», «والد»."""
    if head.value in WEAK_SIDES:
        return True
    return head.kind == "member" and head.form in ("noun", "noun.the") and text.endswith(NISBA_SINGULAR)


def group_of(chart: Chart, head: Mention, last: int) -> tuple[Part, ...]:
    """The words that say of which group they are; none for «شخص» and «رجل» alone."""
    text = chart.tokens[head.last - 1].text
    bare = text.removeprefix(head.lead)
    if last == head.last and bare.removeprefix("ال") in NO_GROUP:
        return ()
    end = chart.tokens[last - 1].end
    return (("group", Mention("group", "", head.start, end, head.first, last, "people.group", lead=head.lead)),)
