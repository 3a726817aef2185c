"""Actors: names of the registry, armed nouns with a side (طائرات أميركية، قوات من الحشد)، unnamed gunmen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from waqai.language.fold import fold_word
from waqai.reading.actors.allies import allies, ally
from waqai.reading.actors.context import Context
from waqai.reading.actors.homeland import Homeland
from waqai.reading.actors.model import ActorRef, codebook
from waqai.reading.actors.sides import FROM, OF, TITLES, is_adjectival, is_backed, named_at, side_at
from waqai.reading.actors.units import units
from waqai.reading.engine import Chart, Rule
from waqai.reading.lexicon import Lexicon
from waqai.reading.model import Entry, Mention
from waqai.reference.actors import Kind, Table, Usage, load, load_nouns

NO_ADJECTIVE = frozenset("مدينه بلده قريه ناحيه مديريه كبده عده وحده جبله عمليه ثمانيه ثانيه".split())
PROTEGES = {"iran": "iran_backed_militias"}
"""Whose protégés the codebook names."""
TITLED = frozenset("الاحتلال العدو العدوان النظام".split())
"""What a hostile name begins with, whose the next word tells."""
POSSESSED = 25
RANKS = frozenset("اللواء واللواء للواء".split())
GUNMEN = ("مسلح", "انتحاري", "ملثم", "مجهول", "مهاجم", "ارهابي", "مخرب", "مقاتل")


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


def _named(chart: Chart) -> Iterator[Mention]:
    """A wording of the registry as it stands: قوات سوريا الديمقراطية."""
    homeland = Homeland(chart)
    for mention in tuple(chart.kinds.get("actor-name", ())):
        yield _made(homeland.ref(mention, "name"), mention, mention, "actors.named")


def _contextual(chart: Chart) -> Iterator[Mention]:
    """التحالف، المقاومة، الجيش، التنظيم: whose, a full name elsewhere or the report's places tell."""
    spans: dict[tuple[int, int], list[Mention]] = {}
    for mention in chart.kinds.get("actor-context", ()):
        spans.setdefault((mention.start, mention.end), []).append(mention)
    if not spans:
        return
    context, homeland = Context(chart), Homeland(chart)
    for mentions in spans.values():
        fuller = _fuller(chart, mentions[0])
        if fuller is not None:
            yield _made(homeland.ref(fuller, "name"), mentions[0], fuller, "actors.contextual")
            continue
        meant = context.meant(mentions)
        if meant is None:
            continue
        belongs = _belongs(chart, meant[0].last)
        side = side_at(chart, meant[0].last) if belongs else None
        if side is not None and _countrymen(chart, meant[0], side):
            yield _made(ActorRef(None, "unidentified", "fighters"), meant[0], side, "actors.contextual")
        elif side is not None:
            yield _made(
                ActorRef(str(side.value), codebook(str(side.value)), "name"), meant[0], side, "actors.contextual"
            )
        elif belongs and (shared := _shared_side(chart, context, meant[0])) is not None:
            yield _made(shared[1], meant[0], shared[0], "actors.contextual")
        else:
            yield _made(meant[1], meant[0], meant[0], "actors.contextual")


def _fuller(chart: Chart, shared: Mention) -> Mention | None:
    """«طائرات الاحتلال الأمريكي»: a full name that begins with the last word of the shared one says whose they are."""
    if shared.last - shared.first < 2 or chart.tokens[shared.last - 1].text not in TITLED:
        return None
    inside = chart.starts.get(shared.last - 1, ())
    return next((m for m in inside if m.kind == "actor-name" and m.last > shared.last and not m.lead), None)


def _belongs(chart: Chart, index: int) -> bool:
    """المروحيات التابعة للأسد، النظام السوري: what follows says whose."""
    at = chart.next_token(index)
    if at >= len(chart.tokens):
        return False
    return chart.tokens[at].text in OF or any(m.kind == "nisba" and m.lead == "" for m in chart.starts.get(at, ()))


def _leaders(chart: Chart) -> Iterator[Mention]:
    """الحوثيين وصالح: a leader joined to an actor stands for his side."""
    ends = {m.last for m in chart.kinds.get("actor", ())}
    for leader in tuple(chart.kinds.get("leader", ())):
        if leader.lead != "و":
            continue
        first = leader.first
        while first > 0 and chart.tokens[first - 1].text.lstrip("و") in TITLES:
            first -= 1
        if first in ends:
            yield _made(
                ActorRef(str(leader.value), codebook(str(leader.value)), "name"), leader, leader, "actors.leader"
            )


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


def _forces(chart: Chart) -> Iterator[Mention]:
    """An armed noun: its side stands after it as adjective, genitive or «التابعة ل»; else it is unnamed."""
    context, homeland = Context(chart), Homeland(chart)
    unnamed = [m for m in chart.kinds.get("actor-context", ()) if m.value == "unidentified"]
    for head in (*chart.kinds.get("force", ()), *unnamed):
        if head.tail:
            owner = _possessor(chart, head)
            if owner is not None:
                yield _made(ActorRef(owner, codebook(owner), str(head.value)), head, head, "actors.possessed")
            continue
        if _is_no_force(chart, head):
            continue
        side = side_at(chart, head.last)
        if side is not None and _countrymen(chart, head, side):
            yield _made(ActorRef(None, "unidentified", "fighters"), head, side, "actors.force")
        elif side is not None:
            backed = PROTEGES.get(str(side.value)) if is_backed(chart, side) else None
            ref = homeland.ref(side, str(head.value))
            ref = ActorRef(backed, codebook(backed), str(head.value)) if is_backed(chart, side) else ref
            yield _made(ref, head, side, "actors.force")
        elif (meant := _shared_side(chart, context, head)) is not None:
            yield _made(meant[1]._replace(sort=str(head.value)), head, meant[0], "actors.force")
        elif head.value in ("fighters", "loaded"):
            tail = _unknown_tail(chart, head)
            unknown = "unidentified" if _gunman(chart, head) else None
            yield _made(ActorRef(None, unknown, "fighters"), head, tail, "actors.force")
        elif head.value in ("force", "aircraft", "police") and chart.tokens[head.first].text not in RANKS:
            yield _described(chart, _made(ActorRef(None, None, str(head.value)), head, head, "actors.force"))


def _is_no_force(chart: Chart, head: Mention) -> bool:
    """An act's own word; «المعارضة» in «اتهمت المعارضة قوات النظام»: behind the article no genitive can stand."""
    if any(m.end == head.end for m in chart.starts.get(head.first, ()) if m.kind in ("act", "near")):
        return True
    side = side_at(chart, head.last)
    if side is None or side.kind != "actor-name" or side.first != head.last:
        return False
    bare = not chart.tokens[side.first].text.startswith(("ال", "لل", "ا"))
    return bare and chart.tokens[head.first].text.removeprefix(head.lead).startswith("ال")


def _possessor(chart: Chart, head: Mention) -> str | None:
    """طائراتها، قواته، عناصرهم: the actor named last before, not far off."""
    for index in range(head.first - 1, max(-1, head.first - POSSESSED), -1):
        for mention in chart.starts.get(index, ()):
            if mention.kind in ("actor-name", "metonym", "leader"):
                return str(mention.value)
    return None


def _shared_side(chart: Chart, context: Context, head: Mention) -> tuple[Mention, ActorRef] | None:
    """طائرات النظام، عناصر من التنظيم، القوات التابعة للتحالف: a side that several bear."""
    index = head.last
    for _ in range(4):
        at = chart.next_token(index)
        if at >= len(chart.tokens):
            return None
        meant = context.at(at)
        if meant is not None and meant[0].lead in ("", "ل"):
            return meant if meant[0].value != "unidentified" else None
        word = chart.tokens[at].text
        if not (word in OF or word in FROM or is_adjectival(word)):
            return None
        index = at + 1
    return None


def _described(chart: Chart, force: Mention) -> Mention:
    """وحدات تكتيكية، قوة أمنية: up to two adjectives of an unnamed force."""
    last = force.last
    definite = chart.tokens[force.first].text.removeprefix(force.lead).startswith("ال")
    while last < min(force.last + 2, len(chart.tokens)):
        word = chart.tokens[last].text
        if word.startswith("ال") != definite or not word.endswith(("يه", "كه", "له", "ده")) or word in NO_ADJECTIVE:
            break
        last += 1
    return force if last == force.last else replace(force, last=last, end=chart.tokens[last - 1].end)


def _gunman(chart: Chart, head: Mention) -> bool:
    """مسلحون، ملثمون، مجهولون: an unnamed doer; «عناصر» and «مجندون» belong to somebody the text leaves out."""
    return chart.tokens[head.first].text.removeprefix(head.lead).removeprefix("ال").startswith(GUNMEN)


def _countrymen(chart: Chart, head: Mention, side: Mention) -> bool:
    """«مسلحون ليبيون», «مقاتل تونسي»: where gunmen come from, not whose army they are."""
    if side.kind != "nisba" or head.value == "aircraft" or not _gunman(chart, head):
        return False
    return load()[str(side.value)].kind in (Kind.STATE_FORCE, Kind.EXTERNAL_FORCE) and side.value not in PROTEGES


def _unknown_tail(chart: Chart, head: Mention) -> Mention:
    """مسلحون مجهولون: the adjective is part of the name; «مسلحون ضابطا» is whom they shot."""
    more = named_at(chart, head.last, ("force",))
    ending = chart.tokens[head.last - 1].text[-2:]
    plural = more is not None and ending in ("ون", "ين") and not chart.tokens[more.first].text.endswith(ending)
    return more if more is not None and not plural and more.lead == "" and more.form == head.form else head


RULES = (
    Rule("actors.named", "actor", find=_named, about="قوات سوريا الديمقراطية"),
    Rule("actors.contextual", "actor", find=_contextual, about="التحالف"),
    Rule("actors.unit", "actor", find=units, about="لواء التوحيد"),
    Rule("actors.allies", "actor", find=allies, about="الولايات المتحدة وحلفاؤها"),
    Rule("actors.ally", "actor", find=ally, about="قوات النظام وحليفها الروسي"),
    Rule("actors.leader", "actor", find=_leaders, about="الحوثيين وعلي عبد الله صالح"),
    Rule("actors.force", "actor", find=_forces, about="طائرات حربية روسية"),
)
