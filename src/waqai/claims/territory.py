"""Ground that changes hands: whether it did, whether all of it, whether it was ground at all, and who has it now."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.claims.drafts import Draft, codebook_id
from waqai.claims.kinds import GOVERNMENTS
from waqai.reading.government import PREPOSITIONS, governor
from waqai.reading.model import EventMention, Mention
from waqai.reading.read import Text

PART = frozenset("مناطق شوارع معظم اغلب اجزاء جزء بعض عدد شطر نصف مساحات مبان مباني كتل ابنيه".split())
PART_REACH = 4
ON_REACH = 9
"""Words from «سيطرت» over who and when to «على معظم أحياء المدينة»."""
FOR = frozenset("عمليات عمليه معركه معارك محاوله محاولات بهدف لاجل اجل حمله بدء انطلاق استكمال مواصله".split())
GOODS = tuple(
    """منازل منزل بيوت ممتلكات سيارات سياره شاحن اموال محال متاجر اراض مزارع مساعدات بضايع محتويات قطيع اغنام
    ماشيه""".split()
)
WHO = frozenset("الذي التي الذين اللذين اللتين".split())
WHO_REACH = 3
SUBJECT_REACH = 8
"""Words from the gainer to «وسيطرتها على»."""


def takes(text: Text, event: EventMention) -> list[Mention]:
    """The words of the mention for taking ground, but for «الذي يسيطر على المدينة»: who holds it all along."""
    acts = (event.trigger, *event.of("act"))
    return [act for act in acts if act.value == "take" and not _holds(text, act)]


def _holds(text: Text, take: Mention) -> bool:
    before = {token.text for token in text.tokens[max(0, take.first - WHO_REACH) : take.first]}
    return take.form == "verb.present" and bool(before & WHO)


def is_ongoing(text: Text, take: Mention) -> bool:
    """«عمليات استعادة المدينة», «معركة تحرير الموصل», «لاستكمال بسط سيطرتنا»: they fight for it still."""
    first = take.first
    while any(m.kind == "act" and m.value == "take" and m.last == first for m in text.chart.starts.get(first - 1, ())):
        first -= 1
    before = text.tokens[first - 1].text.removeprefix("و") if first else ""
    aimed = any(before.startswith(("ل", "ب")) and before[1:] == word for word in FOR)
    return (not take.form.startswith("verb") and (before in FOR or aimed)) or take.lead.endswith("ل")


def is_property(text: Text, take: Mention) -> bool:
    """«استولى على منازل المدنيين», «الاستيلاء على شاحنة مساعدات»: goods, not ground."""
    near = [token.text for token in text.tokens[take.last : take.last + PART_REACH + 2]]
    return "علي" in near and any(word.startswith(GOODS) for word in near[near.index("علي") :])


def is_part(text: Text, take: Mention) -> bool:
    """«السيطرة على معظم أحياء المدينة»: not the place but a part of it."""
    near = [token.text for token in text.tokens[take.last : take.last + ON_REACH]]
    on = near.index("علي") + 1 if "علي" in near else 0
    return bool(set(near[:PART_REACH]) & PART) or bool(on and set(near[on : on + 1]) & PART)


def gainer(text: Text, draft: Draft, mentions: Sequence[EventMention]) -> str | None:
    """The codebook's id of who has the ground now: the first doer told of the taking; None where none is told."""
    taking = [event for event in mentions if takes(text, event)]
    doers = [doer for event in taking for doer in event.of("initiator")]
    own = [actor for event in taking for take in takes(text, event) if (actor := _subject(text, take)) is not None]
    for actor in (*own, *sorted(doers, key=lambda m: m.start), *draft.of("initiator")):
        known = codebook_id(actor)
        if known is not None:
            return known
    named = next((known for one in draft.authors if (known := codebook_id(one.actor)) is not None), None)
    return named or _winner(draft, taking)


def _winner(draft: Draft, taking: list[EventMention]) -> str | None:
    """«فقدت القوات الحكومية السيطرة على البلدة»: whoever has it now fights the state, if nobody else is named."""
    lost = any(act.rule == "clashes.lost" for event in taking for act in (event.trigger, *event.of("act")))
    losers = {codebook_id(m) for m in draft.of("target")}
    return "unidentified" if lost and losers & GOVERNMENTS else None


def _subject(text: Text, take: Mention) -> Mention | None:
    """«أحرزت المقاومة تقدما … وسيطرتها على»: the last party before the pronoun, in no other's company."""
    if not take.tail or take.form.startswith("verb"):
        return None
    for index in range(take.first - 1, max(-1, take.first - SUBJECT_REACH), -1):
        if text.tokens[index].text in (".", "؛", "\n"):
            return None
        for actor in text.chart.starts.get(index, ()):
            if actor.kind == "actor" and not actor.lead and governor(text.chart, actor) not in PREPOSITIONS:
                return actor
    return None
