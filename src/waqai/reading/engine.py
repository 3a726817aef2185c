"""The engine: a chart of typed mentions, and rules that compose them. It knows no Arabic and no topic.

A rule is a public name, a row of slots and a production; rules from YAML and rules from Python are this same
object. Rules run in strata: a kind is complete before rules of later topics use it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field

from waqai.language.tokens import Token
from waqai.reading.model import Mention, Part

Production = Callable[[dict[str, Mention]], Hashable | None]
QUOTES = frozenset("«»“”\"„‹›'’‘()[]")
CAP = 4000


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a rule: which kinds fill it, and what must stand before it.

    `after`: words or proclitics of which one must stand just before (empty: none may, save «و» on a first
    slot); `gap`: how many other tokens may stand between; `forms`: prefixes of allowed forms.
    """

    role: str
    kinds: tuple[str, ...]
    optional: bool = False
    after: frozenset[str] = frozenset()
    gap: int = 0
    forms: tuple[str, ...] = ()
    values: frozenset[Hashable] = frozenset()
    test: Callable[[Hashable], bool] | None = None

    def takes(self, mention: Mention) -> bool:
        """Whether the mention may fill this slot, wherever it stands."""
        if mention.kind not in self.kinds or (self.values and mention.value not in self.values):
            return False
        if self.forms and not mention.form.startswith(self.forms):
            return False
        return self.test is None or self.test(mention.value)


def everything(filled: dict[str, Mention]) -> Hashable:
    """The value of a rule that only gathers: (role, value) for every filled slot."""
    return tuple((role, mention.value) for role, mention in filled.items())


@dataclass(frozen=True, slots=True)
class Rule:
    """A named construction: `slots` in order make a mention of `kind` whose value `make` gives (None: refuses).

    A rule that cannot be said in slots has `find`, which reads the chart itself; it reads it once, in its place among
    the rules of its topic, or with `again` as long as there is anything new. `forbidden` kinds may not stand directly
    before the first slot.
    """

    id: str
    kind: str
    slots: tuple[Slot, ...] = ()
    make: Production = everything
    forbidden: tuple[str, ...] = ()
    find: Callable[[Chart], Iterable[Mention]] | None = None
    again: bool = False
    about: str = field(default="", compare=False)


@dataclass(slots=True, eq=False)
class Chart:
    """All mentions of a text by where they begin; tokens are those of the whole report."""

    tokens: list[Token]
    starts: dict[int, list[Mention]] = field(default_factory=dict)
    kinds: dict[str, list[Mention]] = field(default_factory=dict)
    seen: set[Mention] = field(default_factory=set)
    cap: int = field(init=False)
    after: list[int] = field(init=False)
    words: dict[int, str] = field(init=False)
    rows: dict[str, tuple[list[int], list[Mention]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """`cap`: how many mentions it takes; `after`: for every token the first from it on that is no mark.

        `words`: the text of every token by its index; `rows`: see `within`.
        """
        self.cap = CAP + 40 * len(self.tokens)
        self.words = dict(enumerate([token.text for token in self.tokens]))
        index = len(self.tokens)
        self.after = [index] * (index + 1)
        for at in range(index - 1, -1, -1):
            if self.tokens[at].text not in QUOTES:
                index = at
            self.after[at] = index

    def add(self, mention: Mention) -> bool:
        """The mention is in the chart; False where it was already, or the chart is full."""
        seen = self.seen
        size = len(seen)
        if size >= self.cap:
            return False
        seen.add(mention)
        if len(seen) == size:
            return False
        first, kind = mention.first, mention.kind
        if first in self.starts:
            self.starts[first].append(mention)
        else:
            self.starts[first] = [mention]
        if kind in self.kinds:
            self.kinds[kind].append(mention)
        else:
            self.kinds[kind] = [mention]
        if kind in self.rows:
            del self.rows[kind]
        return True

    def remove(self, mention: Mention) -> None:
        """The mention is not in the chart."""
        self.seen.discard(mention)
        self.starts[mention.first].remove(mention)
        self.kinds[mention.kind].remove(mention)
        self.rows.pop(mention.kind, None)

    def within(self, kind: str, first: int, last: int) -> list[Mention]:
        """The mentions of the kind that begin in the tokens first:last, by where they begin."""
        found = self.kinds.get(kind)
        if not found or last <= first:
            return []
        row = self.rows.get(kind)
        if row is None:
            ordered = sorted(found, key=_first)
            row = self.rows[kind] = [mention.first for mention in ordered], ordered
        return row[1][bisect_left(row[0], first) : bisect_left(row[0], last)]

    def of(self, *kinds: str) -> list[Mention]:
        """All mentions of these kinds in the order of the text."""
        found = [mention for kind in kinds for mention in self.kinds.get(kind, ())]
        if len(found) > 1:
            found.sort(key=_place)
        return found

    def next_token(self, index: int) -> int:
        """The index of the next token at or after `index` that is no quotation mark or bracket."""
        return self.after[index] if 0 <= index < len(self.after) else index


def _first(mention: Mention) -> int:
    return mention.first


def _place(mention: Mention) -> tuple[int, int]:
    return mention.start, -mention.end


Match = tuple[tuple[Part, ...], Mention]


def matches(rule: Rule, chart: Chart) -> Iterator[dict[str, Mention]]:
    """Every way in which mentions of the chart fill the slots of the rule."""
    head = rule.slots[0]
    for kind in head.kinds:
        for mention in tuple(chart.kinds.get(kind, ())):
            if rule.forbidden and _follows(rule.forbidden, mention, chart):
                continue
            if head.takes(mention) and _preceded(head, mention, chart, mention.first):
                yield from _fill(rule, 1, {head.role: mention}, mention, chart)


def _fill(
    rule: Rule, position: int, filled: dict[str, Mention], last: Mention, chart: Chart
) -> Iterator[dict[str, Mention]]:
    if position == len(rule.slots):
        yield filled
        return
    slot = rule.slots[position]
    found = False
    for mention in candidates(slot, last, chart):
        found = True
        yield from _fill(rule, position + 1, {**filled, slot.role: mention}, mention, chart)
    if slot.optional and not found:
        yield from _fill(rule, position + 1, filled, last, chart)


def candidates(slot: Slot, last: Mention, chart: Chart) -> list[Mention]:
    """The mentions after `last` that may fill the slot, the nearest first."""
    if last.tail:
        return []
    found: list[Mention] = []
    kinds, tokens, starts, floor = slot.kinds, chart.tokens, chart.starts, last.last
    index = chart.next_token(floor)
    reach = slot.gap + (1 if slot.after else 0)
    for _ in range(reach + 1):
        found += [
            mention
            for mention in starts.get(index, ())
            if mention.kind in kinds and slot.takes(mention) and _preceded(slot, mention, chart, floor)
        ]
        if index >= len(tokens) or tokens[index].kind == "newline":
            break
        index = chart.next_token(index + 1)
    return found


def _preceded(slot: Slot, mention: Mention, chart: Chart, floor: int) -> bool:
    """Whether what stands before the mention is what the slot asks for."""
    if not slot.after:
        return floor == mention.first or mention.lead == "" or slot.gap > 0
    if mention.lead and any(mention.lead.endswith(word) for word in slot.after if len(word) == 1):
        return True
    before = mention.first - 1
    while before >= 0 and chart.tokens[before].text in QUOTES:
        before -= 1
    return (before >= 0 and chart.tokens[before].text.lstrip("وف") in slot.after) or (
        before >= 0 and chart.tokens[before].text in slot.after
    )


def _follows(kinds: tuple[str, ...], mention: Mention, chart: Chart) -> bool:
    """Whether a mention of one of the kinds ends where this one begins."""
    return any(other.last == mention.first for kind in kinds for other in chart.kinds.get(kind, ()))


def apply(rule: Rule, chart: Chart) -> Iterable[Mention]:
    """The new mentions that the rule reads in the chart."""
    return _composed(rule, chart) if rule.find is None else rule.find(chart)


def _composed(rule: Rule, chart: Chart) -> Iterator[Mention]:
    for filled in matches(rule, chart):
        value = rule.make(filled)
        if value is None:
            continue
        parts = tuple(filled.items())
        ordered = [mention for _, mention in parts]
        head, tail = ordered[0], max(ordered, key=lambda m: m.end)
        yield Mention(
            rule.kind,
            value,
            head.start,
            tail.end,
            head.first,
            tail.last,
            rule.id,
            head.form,
            head.lead,
            tail.tail,
            parts,
        )


def saturate(chart: Chart, rules: Iterable[Rule]) -> None:
    """Every rule has read the chart in order; those in slots, and those that read `again`, until nothing is new."""
    pending = tuple(rules)
    counts: dict[str, int] = {}
    while pending:
        new = False
        for rule in pending:
            if rule.find is None:
                count = _fillers(rule, chart)
                if counts.get(rule.id, 0) == count:
                    continue
                counts[rule.id] = count
            for mention in list(apply(rule, chart)):
                new = chart.add(mention) or new
        if not new:
            return
        pending = tuple(rule for rule in pending if rule.find is None or rule.again)


def _fillers(rule: Rule, chart: Chart) -> int:
    """How many mentions may fill the rule's slots; 0 where one that must be filled cannot be."""
    count, kinds = 0, chart.kinds
    for slot in rule.slots:
        before = count
        for kind in slot.kinds:
            if kind in kinds:
                count += len(kinds[kind])
        if count == before and not slot.optional:
            return 0
    return count


def keep_longest(chart: Chart, kinds: Iterable[str]) -> None:
    """Of overlapping mentions of one of these kinds only the longest, then leftmost, stays in the chart."""
    for kind in kinds:
        taken: set[int] = set()
        for mention in sorted(chart.kinds.get(kind, ()), key=lambda m: (m.start - m.end, m.start, "/" in m.rule)):
            letters = range(mention.start, mention.end)
            if taken.isdisjoint(letters):
                taken.update(letters)
            else:
                chart.remove(mention)
