"""What of a draft decides its type: act words, weapons, sides, and how armed those were whom it hit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from waqai.claims.delivery import comes_from
from waqai.claims.drafts import Draft, codebook_id
from waqai.claims.kinds import AIMED, AIR_POWERS, FROM_AIR, GOVERNMENTS, Traits
from waqai.claims.leading import leading
from waqai.claims.model import Party
from waqai.claims.suicide import is_called_suicide
from waqai.claims.territory import gainer, is_ongoing, is_part, is_property, takes
from waqai.reading.actors.model import ActorRef
from waqai.reading.model import Casualty, EventMention, Mention
from waqai.reading.read import Text

FORCES = frozenset("force fighters police".split())
BUILDINGS = tuple(
    """منزل منازل بيت بيوت مبني مباني مبان عماره عمارات مسجد جامع كنيسه مرقد ضريح مزار مدرسه ملعب خزان جسر مقر
    بنايه ابراج برج معبد متحف قصر مستشفي""".split()
)
BLOW = ("فجر", "يفجر", "تفجر", "تفجير", "نسف", "ينسف", "تنسف")
POLICE = ("شرطي", "شرطيين", "شرطيان")
MILITANTS = ("مسلح", "ارهابي", "متطرف", "داعشي", "متشدد", "تكفيري", "حوثي", "متمرد", "انقلابي")
FEW = 2
ONTO_REACH = 5
GROUND = frozenset("المدينه البلده القريه المعسكر القاعده الموقع المواقع التله الجبهه".split())
PROTESTER, MARCHER = "متظاهر", "محتج"
RAID = ("اغار", "اغاره", "يغير", "تغير")


def traits(text: Text, draft: Draft, weapons: Sequence[str], targets: Sequence[Party]) -> Traits:
    """The traits of the act as the report tells it."""
    whole, draft = draft, replace(draft, mentions=leading(text, draft))
    doers = draft.of("initiator")
    by_air = any(isinstance(m.value, ActorRef) and m.value.sort == "aircraft" for m in doers)
    means = {str(m.value) for event in draft.mentions for m in _means(text, event)}
    acts = [act for event in draft.mentions for act in _acts(event)]
    results = {str(m.value) for m in draft.of("outcome")}
    taken = [take for event in draft.mentions for take in takes(text, event)]
    return Traits(
        acts=draft.acts() if taken else draft.acts() - {"take"},
        weapons=(*weapons, *means),
        initiators={i for m in [*doers, *(a.actor for a in draft.authors)] if (i := codebook_id(m))},
        targets={i for p in targets if (i := p.actor)},
        by_air=by_air or bool(means & FROM_AIR),
        bomber=any(m.kind == "bomber" for m in doers) or is_called_suicide(text, draft),
        arrests=any(getattr(m.value, "kind", "") == "captured" for m in draft.figures),
        armed=any(_is_armed(m) for m in draft.of("target")),
        soldiers=any(_is_armed(m.part("person")) and not _is_policeman(text, m) for m in draft.figures),
        policed=any(_is_policeman(text, m) for m in draft.figures),
        fighters=_are_fighters(text, draft),
        way=comes_from(text, draft),
        thwarted="failed" in results and any(map(_is_toll, draft.figures)),
        repelled="repelled" in results,
        aimed_only=all(_stem(text, act) in AIMED for act in acts if act.value == "strike"),
        gainer=gainer(text, whole, draft.mentions),
        part=any(is_part(text, act) for act in taken),
        ongoing=all(is_ongoing(text, act) for act in taken),
        property=any(is_property(text, act) for act in taken),
        blown=_is_blown(text, draft, acts, weapons),
        grounded=_is_grounded(text, draft, acts, by_air=by_air or bool({*means, *weapons} & FROM_AIR)),
        stormed=_is_stormed(text, draft),
        protesters=any(_are_protesters(text, m) for m in (*draft.of("target"), *draft.figures)),
        killed=any(_is_toll(m) and getattr(m.value, "kind", "") == "killed" for m in draft.figures),
    )


def _is_blown(text: Text, draft: Draft, acts: Sequence[Mention], weapons: Sequence[str]) -> bool:
    """«فجر التنظيم منزل شيخ», «نسف الجيش مباني سكنية»: right behind the word, or its doer, stands a building."""
    if any(m.kind == "bomber" for m in draft.of("initiator")) or any(map(_is_toll, draft.figures)):
        return False
    holders = {i for m in draft.of("initiator") if (i := codebook_id(m))} - {"unidentified"}
    if set(weapons) - {"ied"} or (weapons and not holders):
        return False
    blasts = [act for act in acts if act.value == "explosion" and text.folded.text[act.start :].startswith(BLOW)]
    return any(_building_behind(text, act) for act in blasts)


def _is_toll(figure: Mention) -> bool:
    return isinstance(figure.value, Casualty) and figure.value.count.high != 0


def _building_behind(text: Text, blast: Mention) -> bool:
    """The object of the blast: a building, straight behind or behind its doer, with no preposition before it."""
    index = blast.last
    before = text.tokens[index - 2].text.lstrip("وف") if index > 1 else ""
    if any(stem in before for stem in AIMED):
        return False  # استهدف تفجير مقرا
    doer = max((m.last for m in text.chart.starts.get(index, ()) if m.kind == "actor"), default=index)
    object_at = max((m.last for m in text.chart.starts.get(doer, ()) if m.kind == "when"), default=doer)
    words = [token.text for token in text.tokens[object_at : object_at + 1]]
    return bool(words) and words[0].removeprefix("ال").startswith(BUILDINGS)


def _is_grounded(text: Text, draft: Draft, acts: Sequence[Mention], *, by_air: bool) -> bool:
    """«أغار مسلحون على قرية»: no aircraft, no air power, no word for the air."""
    raids = [act for act in acts if act.value == "air_strike"]
    if by_air or not raids or not all(text.folded.text[act.start : act.end].startswith(RAID) for act in raids):
        return False
    doers = {i for m in draft.of("initiator") if (i := codebook_id(m))}
    return bool(draft.of("initiator")) and not doers & AIR_POWERS


def _are_protesters(text: Text, hit: Mention) -> bool:
    """«الرصاص الحي على المتظاهرين», «مقتل متظاهر»"""
    tokens = text.tokens[hit.first : hit.last]
    return any(PROTESTER in token.text or MARCHER in token.text for token in tokens)


def _is_stormed(text: Text, draft: Draft) -> bool:
    """«شن التنظيم هجوما على مدينة الحسكة»: a named armed party against a place is met by arms."""
    doers = {i for m in draft.of("initiator") if (i := codebook_id(m))} - {"civilians", "unidentified"}
    attacks = [act for event in draft.mentions for act in _acts(event) if act.value == "attack"]
    if any(_is_launched_onto(text, act) for act in attacks):
        return True
    onto = (m for m in draft.of("site") if m.first and text.tokens[m.first - 1].text == "علي")
    return bool(doers) and any(0 <= m.first - act.last <= 3 for m in onto for act in attacks)


def _is_launched_onto(text: Text, attack: Mention) -> bool:
    """«هجوم شنوه على المدينة», «هجوم مماثل شنته على المعسكر»: whoever launched it, ground was its aim."""
    near = [token.text for token in text.tokens[attack.last : attack.last + ONTO_REACH]]
    at = near.index("علي") if "علي" in near else len(near)
    return any(word.startswith("شن") for word in near[:at]) and near[at + 1 : at + 2] != [] and near[at + 1] in GROUND


def _is_armed(mention: Mention | None) -> bool:
    """A post, a patrol, soldiers: `people` calls them military, `actors` a force."""
    if mention is None:
        return False
    if isinstance(mention.value, ActorRef):
        return mention.value.sort in FORCES
    return str(mention.value).split()[0] == "military"


def _is_policeman(text: Text, figure: Mention) -> bool:
    """«مقتل شرطي», «قتل شرطيين»: one or two, shot as the men they are; no force that could shoot back."""
    person = figure.part("person")
    few = isinstance(figure.value, Casualty) and figure.value.count.high is not None and figure.value.count.high <= FEW
    return (
        person is not None
        and few
        and any(text.tokens[i].text.removeprefix("ال").startswith(POLICE) for i in range(person.first, person.last))
    )


def _are_fighters(text: Text, draft: Draft) -> bool:
    """«قتلت قوة أمنية 19 مسلحا»: several men who bear arms against the state, whom its forces killed."""
    doers = draft.of("initiator")
    first = codebook_id(doers[0]) if doers else None
    slain = [m.part("person") for m in draft.figures if getattr(m.value, "kind", "") == "killed" and _is_many(m)]
    return first in GOVERNMENTS and any(
        text.tokens[i].text.startswith(MILITANTS) for m in slain if m is not None for i in range(m.first, m.last)
    )


def _is_many(figure: Mention) -> bool:
    return isinstance(figure.value, Casualty) and (figure.value.count.high is None or figure.value.count.high > FEW)


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
