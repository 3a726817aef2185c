"""Places of acts that their own clause leaves unsaid, looked for when it is settled which mentions tell one act.

Found in this order: at the far end of the act's sentence («… على طريق في منطقة كذا»); what «المدينة» beside it points
back to; where the act told just before was. What is taken from elsewhere says so by its rule.
"""

from __future__ import annotations

from dataclasses import replace

from waqai.claims import backreference
from waqai.claims.drafts import Draft
from waqai.claims.nearby import turns
from waqai.reading.model import EventMention, Mention
from waqai.reading.places.refs import PlaceRef, is_nameless, place_of
from waqai.reading.read import Text, sentence_tokens
from waqai.reading.siting import REACH, before, is_told_at, kinds_before, place_role

FARTHEST = 30
"""Words from an act to the place that closes its sentence, at most."""
STOPS = frozenset("؛ : \n".split(" "))
BACK = 2
"""Sentences that an act without a place reaches back, at most."""
OPENING = 3
RUNNING_ON = "places.running-on"
CLOSE = 8
SAME = frozenset(["ذات", "نفس"])
"""«أغارت قبل أيام على ذات الموقع»."""
APART = frozenset("truce take withdrawal transfer protest".split())
"""«بعد سيطرته على المحافظة», «اتفاق وقف إطلاق النار», «قتلى الاحتجاجات»: wider than the act told before."""
LEADING = frozenset("في صوب نحو باتجاه".split())
ASIDE = frozenset(["whereabouts", "travel", "ranked", "saying"])
BETWEEN = frozenset(["act", "saying", "place", "tally"])
DISTRICT = 3


def placed(text: Text, drafts: list[Draft]) -> None:
    """Every act has the place that its sentence closes with, or that its words point back to, if it has none finer."""
    bounds = sentence_tokens(text)
    for draft in drafts:
        if any(place_of(m).precision <= DISTRICT for m in draft.of("site") if isinstance(m.value, PlaceRef)):
            continue
        for number, event in enumerate(draft.mentions):
            found = _far(text, event, bounds[draft.sentences[number]])
            if found is not None:
                draft.mentions[number] = replace(event, arguments=(*event.arguments, ("site", found)))
                break
        else:
            _point_back(text, draft, drafts)


def inherited(text: Text, drafts: list[Draft]) -> None:
    """An act of which no place is said anywhere was where the act told just before it was."""
    for draft in drafts:
        if draft.of("site"):
            continue
        event = draft.mentions[0]
        found = next(filter(None, (look(text, draft, drafts) for look in (_beside, _just_before, _just_behind))), None)
        if found is not None:
            told = replace(found, rule=RUNNING_ON)
            draft.mentions[0] = replace(event, arguments=(*event.arguments, ("site", told)))


def _beside(text: Text, draft: Draft, drafts: list[Draft]) -> Mention | None:
    """«تدمير عربات كان ينوي تفجيرها في حي كذا», «بدأت تقدمها صوب بلدة كذا»: named behind it, best for no other act."""
    bounds = sentence_tokens(text)
    clauses = [
        (event.trigger.last, min(bounds[number][1], event.trigger.last + FARTHEST))
        for number, event in zip(draft.sentences, draft.mentions, strict=True)
    ]
    found = [m for first, last in clauses for m in _told(text, first, last) if _is_fine(m)]
    owned = {m.start for other in drafts for event in other.mentions for _, m in event.arguments}
    return min(found, key=lambda m: (m.start in owned, m.first), default=None)


def _just_behind(text: Text, draft: Draft, drafts: list[Draft]) -> Mention | None:
    """«قتل ثلاثة جنود بعبوة. وقالت القيادة إنهم كانوا قرب مدينة كذا»: the next sentence names it."""
    bounds, here = sentence_tokens(text), draft.sentences[0] + 1
    if here >= len(bounds) or _turns(text, bounds[here][0]):
        return None
    owned = {m.start for other in drafts for event in other.mentions for _, m in event.arguments}
    found = [m for m in _told(text, *bounds[here]) if _is_fine(m) and m.start not in owned]
    return min(found, key=lambda m: m.first, default=None)


def _told(text: Text, first: int, last: int) -> list[Mention]:
    """The places between the tokens that something is told to be at: no dateline, nobody’s home, no goal."""
    return [
        m
        for m in text.chart.kinds.get("place", ())
        if first <= m.first and m.last <= last and not is_told_at(text.chart, m)
        if m.rule == "places.directed" or m.lead == "ب" or before(text.chart, m) in LEADING
        if not kinds_before(text.chart, m, 1 if m.lead else 2) & ASIDE
    ]


def _just_before(text: Text, draft: Draft, drafts: list[Draft]) -> Mention | None:
    """The site of the act told last before, at most two sentences back, if no other matter begins between."""
    here = draft.sentences[0]
    bounds = sentence_tokens(text)
    if not _runs_on(text, draft.mentions[0]):
        return None
    found = [
        (at, event.trigger.first, site)
        for other in drafts
        if other is not draft
        for at, event in zip(other.sentences, other.mentions, strict=True)
        for site in event.of("site")
        if 0 <= here - at <= BACK and event.trigger.first < draft.mentions[0].trigger.first and _is_fine(site)
    ]
    if not found:
        return None
    at, _, site = max(found, key=lambda one: one[:2])
    return None if any(_turns(text, bounds[number][0]) for number in range(at + 1, here + 1)) else site


def _runs_on(text: Text, event: EventMention) -> bool:
    """Whether the act may be told as one more of the same place: no count of acts, no truce, no day of its own."""
    counted = any(m.last == event.trigger.first for m in text.chart.kinds.get("count", ()))
    ahead = {token.text for token in text.tokens[event.trigger.last : event.trigger.last + CLOSE]}
    return not counted and event.act not in APART and (not event.of("when") or bool(ahead & SAME))


def _turns(text: Text, first: int) -> bool:
    """«كما», «من جهة أخرى»: another matter begins with the sentence."""
    shifts = (m for i in range(first, first + OPENING) for m in text.chart.starts.get(i, ()))
    return turns(text, first) or any(m.kind == "shift" for m in shifts)


def _is_fine(site: Mention) -> bool:
    """Whether the place is no finer than a district, and has a name."""
    return isinstance(site.value, PlaceRef) and place_of(site).precision <= DISTRICT and not is_nameless(site)


def _far(text: Text, event: EventMention, bounds: tuple[int, int]) -> Mention | None:
    """«انفجرت عند وصول قافلة … على طريق في منطقة كذا»: the first place behind the act, with nothing told between."""
    acts = [event.trigger, *event.of("act")]
    start = max(m.last for m in acts)
    ahead = [m for m in text.chart.kinds.get("place", ()) if start + REACH < m.first <= start + FARTHEST]
    place = min((m for m in ahead if m.last <= bounds[1]), key=lambda m: (m.first, -m.last), default=None)
    if place is None or not (place.lead == "ب" or before(text.chart, place) == "في"):
        return None
    if any(m.kind in BETWEEN for i in range(start, place.first - 1) for m in text.chart.starts.get(i, ())):
        return None
    if any(token.text in STOPS for token in text.tokens[start : place.first]):
        return None
    taken = [part for part in event.arguments if part[0] != "act"]
    return place if place_role(text.chart, acts, place, taken, reach=FARTHEST) == "site" else None


def _point_back(text: Text, draft: Draft, drafts: list[Draft]) -> None:
    """«خلال اشتباكات بالمدينة»: an act of which no place is said is where the word points."""
    if draft.of("site"):
        return
    for number, event in enumerate(draft.mentions):
        told = backreference.sited(text, event, drafts, joined=True)
        if told is not event:
            draft.mentions[number] = told
            return
