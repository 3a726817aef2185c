"""The places of an act: the most specific ones, each with the wider place that the text gives."""

from __future__ import annotations

from itertools import pairwise

from waqai.claims.drafts import Draft, holds
from waqai.claims.model import Where
from waqai.claims.quoting import words
from waqai.reading.model import Mention
from waqai.reading.places.grammar import PlaceRef, place_of
from waqai.reading.read import Text

LINKS = frozenset("في ب من علي الي ، , ( ) الواقعه الواقع التابعه التابع ل قرب".split())


def sites(text: Text, draft: Draft) -> tuple[Where, ...]:
    """Sites and origins of the act; wider places that only say where a finer one lies are its `within`."""
    found: list[Where] = []
    for role in ("site", "origin"):
        told = draft.of(role)
        wider = _within(text, told)
        mentions = _once(text, [mention for mention in told if mention not in wider.values()])
        for mention in mentions:
            if role == "site" and _covered(mention, mentions):
                continue
            within = next((wider[m] for m in told if m in wider and _same(text, m, mention)), None)
            found.append(_where(text, mention, role, within))
    return tuple(found)


def geo_precision(places: tuple[Where, ...]) -> int | None:
    """The finest precision that the sites allow; None where there is no place."""
    exact = [place.precision for place in places if place.role == "site"]
    return min(exact, default=None)


def _where(text: Text, mention: Mention, role: str, wider: Mention | None) -> Where:
    value = place_of(mention)
    ids = value.ids
    if wider is not None and len(ids) > 1 and isinstance(wider.value, PlaceRef):
        ids = tuple(i for i in ids if holds(set(wider.value.ids), {i})) or ids
    chosen = ids[0] if len(ids) == 1 else None
    inside = words(text, wider) if wider is not None else None
    return Where(words(text, mention), role, inside, ids, chosen, value.precision)


def _once(text: Text, mentions: list[Mention]) -> list[Mention]:
    """Of several mentions of one place the first and fullest stays."""
    kept: list[Mention] = []
    for mention in mentions:
        same = next((k for k in kept if _same(text, k, mention)), None)
        if same is None:
            kept.append(mention)
        elif len(words(text, mention).text) > len(words(text, same).text) + 3 and mention.value == same.value:
            kept[kept.index(same)] = mention
    return kept


def _same(text: Text, left: Mention, right: Mention) -> bool:
    a, b = place_of(left), place_of(right)
    if a.ids and b.ids:
        return bool(set(a.ids) & set(b.ids)) and (a.precision == b.precision or min(a.precision, b.precision) < 3)
    return _core(text, left) == _core(text, right)


def _core(text: Text, mention: Mention) -> str:
    name = mention.part("name") or mention
    while (inner := name.part("name")) is not None:
        name = inner
    return text.folded.text[name.start : name.end].strip('«»"“”() ')


def _within(text: Text, mentions: list[Mention]) -> dict[Mention, Mention]:
    """For each place the wider one that follows it: بلدة مراط بريف دير الزور."""
    found: dict[Mention, Mention] = {}
    ordered = sorted(mentions, key=lambda m: m.start)
    for left, right in pairwise(ordered):
        between = [t.text for t in text.tokens[left.last : right.first]]
        if len(between) > 3 or any(word not in LINKS for word in between):
            continue
        a, b = left.value, right.value
        if not isinstance(a, PlaceRef) or not isinstance(b, PlaceRef) or right.lead.startswith("و"):
            continue
        if b.precision > max(a.precision, 2) or (a.ids and b.ids and holds(set(b.ids), set(a.ids))):
            found[left] = right
    return found


def _covered(mention: Mention, mentions: list[Mention]) -> bool:
    """A country or governorate beside a finer place says nothing more."""
    value = place_of(mention)
    if value.precision < 4:
        return False
    return any(
        isinstance(other.value, PlaceRef) and other.value.precision < value.precision and other is not mention
        for other in mentions
    )
