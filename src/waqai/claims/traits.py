"""What of a draft decides its type: act words, weapons, sides, and how armed those were whom it hit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from waqai.claims.drafts import Draft, codebook_id
from waqai.claims.kinds import AIMED, FROM_AIR, Traits
from waqai.claims.model import Party
from waqai.reading.actors.model import ActorRef
from waqai.reading.model import EventMention, Mention
from waqai.reading.read import Text

PART = frozenset("معظم اغلب اجزاء جزء بعض عدد مواقع نقاط شطر نصف مساحات مبان مباني كتل ابنيه".split())
PART_REACH = 4


def traits(text: Text, draft: Draft, weapons: Sequence[str], targets: Sequence[Party]) -> Traits:
    """The traits of the act as the report tells it."""
    doers = draft.of("initiator")
    by_air = any(isinstance(m.value, ActorRef) and m.value.sort == "aircraft" for m in doers)
    means = {str(m.value) for event in draft.mentions for m in _means(text, event)}
    acts = [act for event in draft.mentions for act in _acts(event)]
    return Traits(
        acts=draft.acts(),
        weapons=(*weapons, *means),
        initiators={i for m in [*doers, *(a.actor for a in draft.authors)] if (i := codebook_id(m))},
        targets={i for p in targets if (i := p.actor)},
        by_air=by_air or bool(means & FROM_AIR),
        bomber=any(m.kind == "bomber" for m in doers),
        arrests=any(getattr(m.value, "kind", "") == "captured" for m in draft.figures),
        armed=any(_is_armed(m) for m in draft.of("target")),
        soldiers=any(_is_armed(m.part("person")) for m in draft.figures),
        repelled="repelled" in {str(m.value) for m in draft.of("outcome")},
        aimed_only=all(_stem(text, act) in AIMED for act in acts if act.value == "strike"),
        part=any(_is_part(text, act) for act in acts if act.value == "take"),
    )


def _is_armed(mention: Mention | None) -> bool:
    """A post, a patrol, soldiers: `people` calls them military."""
    return mention is not None and str(mention.value).split()[0] == "military"


def _acts(event: EventMention) -> Iterator[Mention]:
    yield event.trigger
    yield from (mention for role, mention in event.arguments if role == "act")


def _means(text: Text, event: EventMention) -> list[Mention]:
    """Adjectives of means right after the trigger: قصف صاروخي."""
    return [m for m in text.chart.starts.get(event.trigger.last, ()) if m.kind == "means"]


def _stem(text: Text, act: Mention) -> str:
    """The first letters of the act's word, by which «استهدف», «طال» and «ضرب» are told from «قصف»."""
    said = text.folded.text[act.start : act.end].removeprefix("ال")
    if said.startswith("ضرب") and not act.form.startswith("verb"):
        return said
    return next((stem for stem in AIMED if said.lstrip("يتن").startswith(stem)), said)


def _is_part(text: Text, take: Mention) -> bool:
    """«السيطرة على معظم أحياء المدينة»: not the place but a part of it."""
    return any(token.text in PART for token in text.tokens[take.last : take.last + PART_REACH])
