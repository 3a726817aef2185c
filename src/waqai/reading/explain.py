"""Why something was read, or was not: derivations, missing slots, and the mentions that no frame used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from waqai.reading.clauses import events_of
from waqai.reading.engine import Chart, Rule, candidates, matches
from waqai.reading.knowledge import load
from waqai.reading.model import EventMention, Mention
from waqai.reading.read import Text, read, sentence_tokens

WIDTH = 44
USED = frozenset("act place actor weapon when casualty damage outcome facility person bomber".split())


def explain(text: str) -> str:
    """The derivation of every event, then of every mention that no event used; Arabic stands last on a line."""
    done = read(text)
    lines: list[str] = []
    used: set[Mention] = set()
    for first, last in sentence_tokens(done):
        for event in events_of(done.chart, first, last):
            lines += _event(done, event)
            used |= {event.trigger, *(mention for _, mention in event.arguments)}
    rest = [m for m in _outer(done.chart) if m not in used and not _within(m, used)]
    if rest:
        lines.append("not used by an event:")
        for mention in rest:
            lines += _mention(done, mention, mention.kind, 1)
    return "\n".join(lines) if lines else "nothing was read here"


def _event(text: Text, event: EventMention) -> list[str]:
    lines = _mention(text, event.trigger, f"event {event.act}", 0)
    for role, mention in event.arguments:
        lines += _mention(text, mention, role, 1)
    return lines


def _mention(text: Text, mention: Mention, role: str, depth: int) -> list[str]:
    label = f"{'  ' * depth}{role} = {_plain(mention.value)}"
    line = f"{label:<{WIDTH}} {mention.rule:<34} {text.folded.quote(mention.start, mention.end)}"
    lines = [line]
    for name, part in mention.parts:
        lines += _mention(text, part, name, depth + 1)
    return lines


def _plain(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(str(item) for item in value if item not in ("", None, ()))
    return str(value)


def _outer(chart: Chart) -> list[Mention]:
    """Mentions that are part of no other."""
    parts = {part for mention in chart.seen for _, part in mention.parts}
    return sorted((m for m in chart.seen if m not in parts), key=lambda m: (m.start, -m.end))


def _within(mention: Mention, used: set[Mention]) -> bool:
    return any(other.start <= mention.start and mention.end <= other.end for other in used)


@dataclass(frozen=True, slots=True)
class UnknownRuleError(Exception):
    """No rule has this name; `near` are names that look like it."""

    name: str
    near: tuple[str, ...]

    def __str__(self) -> str:
        """What is wrong, and what to try."""
        hint = f"; did you mean {', '.join(self.near)}?" if self.near else ""
        return f"no rule is called «{self.name}»{hint}"


def rules() -> dict[str, Rule]:
    """All rules by their public names."""
    return {rule.id: rule for _, topic in load().rules for rule in topic}


def why_not(rule_id: str, text: str) -> str:
    """How far the rule came in the text: what filled its slots, and which slot found nothing."""
    known = rules()
    if rule_id not in known:
        topic = rule_id.split(".", maxsplit=1)[0]
        near = tuple(name for name in known if name.startswith(topic + "."))
        raise UnknownRuleError(rule_id, near)
    rule = known[rule_id]
    done = read(text)
    fired = [m for m in done.chart.seen if m.rule == rule_id]
    if fired:
        quotes = " · ".join(done.folded.quote(m.start, m.end) for m in fired)
        return f"{rule_id} did read: {quotes}"
    if rule.find is not None:
        return f"{rule_id} computes and read nothing here; it reads things like: {rule.about}"
    if any(True for _ in matches(rule, done.chart)):
        return f"{rule_id}: all slots were filled, but a longer reading won or the values did not fit together"
    return f"{rule_id}: {_furthest(rule, done)}"


def _furthest(rule: Rule, done: Text) -> str:
    """The slot at which the best attempt stopped."""
    head = rule.slots[0]
    best: tuple[Mention, ...] = ()
    for kind in head.kinds:
        for mention in done.chart.kinds.get(kind, ()):
            if head.takes(mention):
                best = max(best, _extend(rule, (mention,), done.chart), key=len)
    if not best:
        return f"wanted {head.role}, a {' or '.join(head.kinds)}, and found none in the text"
    got = ", ".join(
        f"{slot.role} ({m.rule}) {done.folded.quote(m.start, m.end)}" for slot, m in zip(rule.slots, best, strict=False)
    )
    missing = rule.slots[len(best)]
    after = f" after {'/'.join(sorted(missing.after))}" if missing.after else ""
    return f"then wanted {missing.role}, a {' or '.join(missing.kinds)}{after}, and found none next; got {got}"


def _extend(rule: Rule, filled: tuple[Mention, ...], chart: Chart) -> tuple[Mention, ...]:
    if len(filled) == len(rule.slots):
        return filled[:-1]
    found = candidates(rule.slots[len(filled)], filled[-1], chart)
    return max((_extend(rule, (*filled, m), chart) for m in found), key=len, default=filled)


def unread(texts: Iterable[str]) -> list[tuple[str, str, int]]:
    """(kind, folded words, how often) of mentions that no event used, the commonest first."""
    counts: Counter[tuple[str, str]] = Counter()
    for text in texts:
        done = read(text)
        used: set[Mention] = set()
        for first, last in sentence_tokens(done):
            for event in events_of(done.chart, first, last):
                used |= {event.trigger, *(mention for _, mention in event.arguments)}
        for mention in _outer(done.chart):
            if mention.kind in USED and mention not in used and not _within(mention, used):
                counts[mention.kind, done.folded.text[mention.start : mention.end]] += 1
    return [(kind, word, count) for (kind, word), count in sorted(counts.items(), key=lambda i: (-i[1], i[0]))]
