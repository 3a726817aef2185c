"""Places that the act's own words leave unsaid: «قصف القرية», «في المنطقة ذاتها»، and the place named just before.

What is taken from elsewhere says so: its rule is `places.same-again` (the words point back) or `places.running-on`
(nothing else is said between).
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from waqai.claims.drafts import Draft
from waqai.reading.model import EventMention, Mention
from waqai.reading.places.refs import PlaceRef, is_nameless, place_of
from waqai.reading.read import Text, sentence_tokens
from waqai.reading.siting import is_told_at

TOWNS = frozenset("city town village".split())
ALIKE = {
    "city": TOWNS,
    "town": TOWNS,
    "village": TOWNS,
    "camp": frozenset(["camp"]),
    "base": frozenset(["base", "airport"]),
    "airport": frozenset(["airport", "base"]),
    "neighbourhood": frozenset(["neighbourhood"]),
    "district": frozenset(["district"]),
    "governorate": frozenset(["governorate"]),
    "mountain": frozenset(["mountain"]),
    "oil_field": frozenset(["oil_field", "gas_field"]),
    "crossing": frozenset(["crossing"]),
    "facility": frozenset[str](),
}
BEFORE = frozenset("في علي داخل وسط قرب محيط اطراف بمحيط وفي وعلي نفس ذات هذه هذا تلك".split())
SAME = frozenset("ذات نفس ذاته ذاتها نفسه نفسها عينه عينها".split())
HOLDING = frozenset(["take", "withdrawal"])
"""«سيطرته على المدينة»: who holds the place is often told in passing."""
REACH = 14
BACK = 3
"""Sentences that «القرية» reaches back."""


def sited(text: Text, event: EventMention, drafts: list[Draft], *, joined: bool = False) -> EventMention:
    """The event mention, with the place that «القرية» or «ذات الموقع» beside it points back to as its site.

    Before it is `joined`, the words of one act («قُتل … خلال اشتباكات بالمدينة») part it from such a word too.
    """
    if event.act in HOLDING or any(
        isinstance(m.value, PlaceRef) and place_of(m).precision <= BACK for m in event.of("site")
    ):
        return event
    word = _pointing(text, event, joined=joined)
    known = word and _antecedent(text, word, drafts)
    if not known:
        return event
    again = replace(known, rule="places.same-again")
    return replace(event, arguments=(*event.arguments, ("site", again)))


def _pointing(text: Text, event: EventMention, *, joined: bool) -> Mention | None:
    """«على القرية», «ذات المخيم», «استهدف المدينة»: the definite kind word in the act's clause."""
    acts = [event.trigger, *event.of("act")]
    end = max(m.last for m in acts) if joined else acts[-1].last
    first, last = min(m.first for m in acts), max(m.last for m in acts)
    parties = [m.last for role, m in event.arguments if role in ("initiator", "target", "weapon", "when")]
    last = max([last, *(end for end in parties if end - last <= REACH)])
    for word in text.chart.kinds.get("placeword", ()):
        if not (first < word.first <= last + REACH) or word.last - word.first > 1:
            continue
        if _is_definite(text, word) and _is_alone(text, word) and not _parted(text, end, word.first):
            return word
    return None


def _is_definite(text: Text, word: Mention) -> bool:
    before = text.tokens[word.first - 1].text if word.first else ""
    if word.form != "the":
        return before in SAME
    return (
        before in BEFORE
        or word.lead.endswith(("ب", "ل"))
        or any(m.kind == "act" and m.last == word.first for m in text.chart.starts.get(word.first - 1, ()))
    )


def _is_alone(text: Text, word: Mention) -> bool:
    """Not «المنطقة الشمالية», «المدينة القديمة» or the name of a place itself."""
    inside = any(p.first <= word.first < p.last for p in text.chart.kinds.get("place", ()))
    after = text.tokens[word.last].text if word.last < len(text.tokens) else ""
    return not inside and (after in SAME or not after.startswith("ال"))


def _parted(text: Text, start: int, end: int) -> bool:
    """Whether another act is told between."""
    return any(
        m.kind == "act" and m.value != "killed" for index in range(start, end) for m in text.chart.starts.get(index, ())
    )


def _antecedent(text: Text, word: Mention, drafts: list[Draft]) -> Mention | None:
    """The place of its kind where an act was told last; else, but for «المنطقة», the last place of its kind."""
    alike = ALIKE.get(str(word.value), frozenset([str(word.value)]))
    bounds = sentence_tokens(text)
    floor = bounds[max(0, bisect_right(bounds, (word.first, len(text.tokens))) - 1 - BACK)][0]
    sites = [m for draft in drafts for m in draft.of("site") if isinstance(m.value, PlaceRef)]
    loose = word.value in ("region", "facility")
    named = [] if loose else [m for m in text.chart.kinds.get("place", ()) if not is_told_at(text.chart, m)]
    near = [m for m in named if word.first - m.last <= REACH and not m.lead.endswith("ل")]
    for known in (near, sites, named):
        found = [m for m in known if floor <= m.first < word.first and not is_nameless(m)]
        found = [m for m in found if (place_of(m).precision <= BACK if loose else place_of(m).kind in alike)]
        if found:
            return max(found, key=lambda m: (m.first, m.last))
    return None


def run_on(text: Text, drafts: list[Draft]) -> None:
    """An act of which no place is said has the one named last before it in its sentence, with those beside it."""
    bounds = sentence_tokens(text)
    for draft in drafts:
        if draft.of("site"):
            continue
        for number, event in enumerate(draft.mentions):
            found = _just_before(text, event, bounds[draft.sentences[number]])
            if found is not None:
                beside = _beside(found, drafts, event)
                told = tuple(("site", replace(place, rule="places.running-on")) for place in beside)
                draft.mentions[number] = replace(event, arguments=(*event.arguments, *told))
                break


def _beside(found: Mention, drafts: list[Draft], event: EventMention) -> list[Mention]:
    """«اقتحمت القوات قريتي س وص جنوب ع واعتقلت خمسة»: all the places of the act told just before."""
    for draft in drafts:
        for other in draft.mentions:
            sites = [m for m in other.of("site") if isinstance(m.value, PlaceRef) and m.last <= event.trigger.first]
            if any(m.start == found.start for m in sites):
                return [m for m in sites if m.last <= found.last]
    return [found]


def _just_before(text: Text, event: EventMention, bounds: tuple[int, int]) -> Mention | None:
    found = [
        m
        for m in text.chart.kinds.get("place", ())
        if bounds[0] <= m.first and m.last <= event.trigger.first and not is_told_at(text.chart, m)
        if not any(other.start == m.start for other in text.chart.kinds.get("metonym", ()))
        if text.tokens[m.first - 1].text != "او" or m.first == 0
    ]
    return max(found, key=lambda m: (m.first, m.last), default=None)
