"""Actors: names of the registry, armed nouns with a side (طائرات أميركية، قوات من الحشد)، unnamed gunmen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from waqai.language.fold import fold_word
from waqai.reading.engine import QUOTES, Chart, Rule
from waqai.reading.lexicon import Lexicon
from waqai.reading.model import Entry, Mention
from waqai.reference.actors import Table, Usage, load, load_nouns
from waqai.reference.places.places import load as places

OF = frozenset("تابعه تابع التابعه التابع الموالي المواليه مواليه موالي المواليين موالين".split())
FROM = frozenset(["من"])
BACKED = frozenset("مدعومه المدعومه مدعوم المدعوم المدعومين مدعومين مدعومون بدعم".split())


class ActorRef(NamedTuple):
    """An actor: registry id and codebook id (None where there is none), and which sort of noun names it."""

    id: str | None
    codebook: str | None
    sort: str


USAGES = {Usage.METONYM: "metonym", Usage.CONTEXTUAL: "actor-context", Usage.PERSON: "leader"}


def names(lexicon: Lexicon) -> None:
    """Wordings of the registry, its adjectives, and the armed nouns are in the lexicon."""
    states = frozenset(fold_word(name) for actor in load().values() for name in actor.metonyms)
    for actor in load().values():
        for wording, usage in actor.wordings():
            kind = USAGES.get(usage, "actor-name")
            lexicon.add_name(wording, Entry(kind, actor.id, "", f"actors/{kind}/{actor.id}"))
        for nisba in actor.nisba:
            _adjective(lexicon, nisba, actor.id, states)
        for people in actor.peoples:
            for form in (people, "ال" + people):
                lexicon.add(form, Entry("nisba", actor.id, "", f"actors/nisba/{actor.id}"))
    for noun in load_nouns().values():
        if noun.table is Table.COLLECTIVE:
            for form in noun.forms:
                _noun(lexicon, form, noun.sort)


def _adjective(lexicon: Lexicon, nisba: str, actor: str, states: frozenset[str]) -> None:
    """All forms of the adjective but one that is the state's name too: تركيا is Turkey."""
    for ending in ("", "ة", "ين", "ون", "ان", "تين", "تان", "ات", "ا"):
        for form in (nisba + ending, "ال" + nisba + ending):
            if fold_word(form) not in states:
                lexicon.add(form, Entry("nisba", actor, "", f"actors/nisba/{actor}"))


def _noun(lexicon: Lexicon, form: str, sort: str) -> None:
    entry = Entry("force", sort, "", f"actors/force/{sort}", "noun", 1)
    lexicon.add(form, entry)
    lexicon.add_article(form, Entry("force", sort, "the", entry.rule, "article"))
    if form.endswith("ة"):
        lexicon.add(form[:-1] + "ت", Entry("force", sort, "", entry.rule, "noun", 2))
    if not form.endswith(("ة", "ون", "ين", "اء")):
        lexicon.add(form + "ا", Entry("force", sort, "", entry.rule, "noun"))


def _codebook(actor_id: str | None) -> str | None:
    return None if actor_id is None else load()[actor_id].codebook


def _named(chart: Chart) -> Iterator[Mention]:
    """A wording of the registry as it stands: قوات سوريا الديمقراطية."""
    for mention in tuple(chart.kinds.get("actor-name", ())):
        value = ActorRef(str(mention.value), _codebook(str(mention.value)), "name")
        yield _made(value, mention, mention, "actors.named")


def _contextual(chart: Chart) -> Iterator[Mention]:
    """التحالف، المقاومة، الجيش، التنظيم: whose, a full name elsewhere or the report's places tell."""
    spans: dict[tuple[int, int], list[Mention]] = {}
    for mention in chart.kinds.get("actor-context", ()):
        spans.setdefault((mention.start, mention.end), []).append(mention)
    if not spans:
        return
    named = Counter(str(m.value) for m in chart.kinds.get("actor-name", ()))
    lands = Counter(land for m in chart.kinds.get("place", ()) for land in _lands(m))
    for mentions in spans.values():
        best = max(mentions, key=lambda m: (_weight(str(m.value), named, lands), str(m.value)))
        if _weight(str(best.value), named, lands) > 0 or len(mentions) == 1:
            actor = str(best.value)
            yield _made(ActorRef(actor, _codebook(actor), "name"), best, best, "actors.contextual")


def _weight(actor_id: str, named: Counter[str], lands: Counter[str]) -> float:
    """What in the report speaks for the actor."""
    actor = load()[actor_id]
    around = max((lands[land] for land in actor.countries), default=0)
    return 3.0 * named[actor_id] + (lands[actor.home] if actor.home else 0) + 0.1 * around


def _lands(place: Mention) -> set[str]:
    """The countries (ISO codes) that a place may lie in."""
    ids: tuple[str, ...] = getattr(place.value, "ids", ())
    gazetteer = places()
    return {gazetteer.by_id[i].country for i in ids}


def _made(value: ActorRef, head: Mention, tail: Mention, rule: str) -> Mention:
    parts = (("head", head),) if head is tail else (("head", head), ("of", tail))
    return Mention(
        "actor",
        value,
        head.start,
        tail.end,
        head.first,
        tail.last,
        rule,
        head.form,
        head.lead,
        tail.tail,
        parts,
    )


def _at(chart: Chart, index: int, kinds: tuple[str, ...]) -> Mention | None:
    index = chart.next_token(index)
    found = [m for m in chart.starts.get(index, ()) if m.kind in kinds]
    return max(found, key=lambda m: m.end, default=None)


def _forces(chart: Chart) -> Iterator[Mention]:
    """An armed noun: its side stands after it as adjective, genitive or «التابعة ل»; else it is unnamed."""
    unnamed = [m for m in chart.kinds.get("actor-context", ()) if m.value == "unidentified"]
    for head in (*chart.kinds.get("force", ()), *unnamed):
        if head.tail or any(m.end == head.end for m in chart.starts.get(head.first, ()) if m.kind in ("act", "near")):
            continue
        side = _side(chart, head.last)
        if side is not None:
            actor = str(side.value)
            yield _made(ActorRef(actor, _codebook(actor), str(head.value)), head, side, "actors.force")
        elif head.value in ("fighters", "loaded"):
            tail = _unknown_tail(chart, head)
            yield _made(ActorRef(None, "unidentified", "fighters"), head, tail, "actors.force")
        elif head.value in ("force", "aircraft", "police"):
            yield _made(ActorRef(None, None, str(head.value)), head, head, "actors.force")


def _unknown_tail(chart: Chart, head: Mention) -> Mention:
    """مسلحون مجهولون: the adjective is part of the name."""
    more = _at(chart, head.last, ("force",))
    return more if more is not None and more.lead == "" and more.form == head.form else head


def _side(chart: Chart, index: int) -> Mention | None:
    """The name or adjective that gives the side, up to three words away: الطائرات الحربية التابعة لروسيا."""
    tokens = chart.tokens
    for step in range(4):
        at = chart.next_token(index + step)
        if at >= len(tokens) or tokens[at].kind not in ("word", "number"):
            return None
        direct = _at(chart, at, ("actor-name", "nisba"))
        if direct is not None and _linked(tokens[at - 1].text if at else "", direct, step):
            return direct
        state = _at(chart, at, ("metonym",))
        if state is not None and _owned(chart, at, state):
            return state
        word = tokens[at].text
        inner = [m for m in chart.starts.get(at, ()) if m.kind in ("force", "means", "weapon")]
        if not (word in OF or word in FROM or word in BACKED or inner or _adjectival(word)):
            return None
        if inner and any(m.lead for m in inner):
            return None
    return None


def _adjectival(word: str) -> bool:
    """Adjectives that may stand between an armed noun and its side: الحربية، المسلحة، العسكرية."""
    return word.endswith(("يه", "ي", "ين", "ون", "حه")) and len(word) > 3


def _linked(before: str, side: Mention, step: int) -> bool:
    """Whether the side stands in a genitive, an apposition, or after ل / من / في / التابعة ل."""
    if side.lead in ("و", "ف", "ب", "ك"):
        return False
    return step == 0 or side.kind == "nisba" or before not in QUOTES


def _owned(chart: Chart, at: int, state: Mention) -> bool:
    """A state or capital is a side after ل or «المدعومة من»: القوات التابعة لتركيا; not after a bare من."""
    before = [token.text for token in chart.tokens[max(0, at - 2) : at]]
    return state.lead == "ل" or (before[-1:] == ["من"] and before[0] in BACKED)


RULES = (
    Rule("actors.named", "actor", find=_named, about="قوات سوريا الديمقراطية"),
    Rule("actors.contextual", "actor", find=_contextual, about="التحالف"),
    Rule("actors.force", "actor", find=_forces, about="طائرات حربية روسية"),
)
