"""Who did it, in the report's words, with the voice that names the author."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from waqai.claims.drafts import Draft, codebook_id
from waqai.claims.model import Party, Stance, Words
from waqai.claims.ownership import CAMPS, UNSIDED
from waqai.claims.quoting import words
from waqai.reading.government import step_back, word_at
from waqai.reading.model import Mention
from waqai.reading.read import Text

OWNERS = ("actor-name", "actor-context")
Naming = Callable[[Mention], tuple[Words | None, Stance]]


@dataclass(frozen=True, slots=True)
class Doer:
    """A party as one clause names it: its entry, the actor's id in the registry, and which clause."""

    party: Party
    id: str | None
    clause: int
    named: bool
    loose: int
    """0 where its forces are named (الجيش التركي), 1 for an adjective or a loaded word (التركي), 2 for a state."""
    fight: bool = False
    """Whether the clause tells of a fight, whose sides may be told one by one."""


def initiators(text: Text, draft: Draft, naming: Naming) -> tuple[Party, ...]:
    """The authors of the act, one entry an actor.

    Two entries where voices differ in stance, or where one clause tells two groups apart (فصائل إسلامية ومسلحون
    محليون). Who is unnamed gives way to whoever is named.
    """
    kept: list[Doer] = []
    for doer in sorted(_doers(text, draft, naming), key=lambda one: one.loose):
        if not any(_same(doer, other) for other in kept):
            kept.append(doer)
    named = [doer for doer in kept if doer.named]
    denying = [doer for doer in named if doer.party.stance is Stance.DENIES]
    named = [doer for doer in named if doer not in denying]
    unnamed = [doer for doer in kept if doer not in denying][:1]
    return tuple(doer.party for doer in (*(_agreeing(named) or unnamed), *denying))


def _agreeing(named: list[Doer]) -> list[Doer]:
    """Those whom the fullest telling names, and of the others who are of their camp, or a side of the same fight.

    «نسبت الأركان الهجوم إلى الحزب … دان الحزب القصف التركي»: what another sentence tells of a foe is another act.
    """
    if not named:
        return named
    first = [doer for doer in named if doer.clause == named[0].clause or (doer.clause < 0 and named[0].clause < 0)]
    fighting = [doer for doer in named if doer.fight]
    if len(fighting) > 1 and not any(doer.clause < 0 for doer in named):
        first = fighting  # «قصفت المليشيات الأحياء» told within a fight between two
    known = {doer.party.actor for doer in first} - UNSIDED
    friends = {friend for camp in CAMPS for friend in camp if known & camp} | known
    fight = all(doer.fight for doer in first)
    return [doer for doer in named if doer in first or doer.party.actor in friends or (fight and doer.fight)]


def _doers(text: Text, draft: Draft, naming: Naming) -> Iterator[Doer]:
    """Who is accused, suspected or claims it, then the doers as the fullest telling words them, then the others."""
    for number, author in enumerate(draft.authors):
        speaker = words(text, author.speaker) if author.speaker is not None else None
        party = Party(_identifying(text, author.actor), codebook_id(author.actor), speaker, author.stance)
        yield Doer(party, _registry_id(author.actor), -1 - number, _is_named(author.actor), loose=0)
    fullest = max(draft.mentions, key=lambda event: (len(event.arguments), -event.trigger.start))
    seen: set[Mention] = set()
    for event in sorted(draft.mentions, key=lambda event: event is not fullest):
        for mention in event.of("initiator"):
            if mention in seen or _is_of_speaker(text, mention):
                continue
            seen.add(mention)
            actor = codebook_id(mention) if mention.kind != "bomber" else "unidentified"
            speaker, stance = naming(mention)
            party = Party(_identifying(text, mention), actor, speaker, stance)
            fight = event.act == "clash"
            yield Doer(party, _registry_id(mention), event.trigger.start, _is_named(mention), _loose(mention), fight)


def _identifying(text: Text, mention: Mention) -> Words:
    """«طائرة مسيرة تابعة لسلاح الجو التركي»: whose it is says who did it (codebook, section 4: the shortest phrase)."""
    owner = mention.part("of")
    if owner is None or owner.kind not in OWNERS or not owner.lead.endswith("ل"):
        return words(text, mention)
    tied = word_at(text.chart, step_back(text.chart, owner.first)).removeprefix("ال").startswith("تابع")
    return words(text, owner) if tied else words(text, mention)


def _loose(mention: Mention) -> int:
    """How little the words say of the doer beyond its state; who announces its own act is named well enough."""
    if mention.rule == "parties.antecedent":
        return 0
    if mention.kind == "metonym" or mention.rule == "actors.possessed":
        return 2
    return int(mention.kind == "nisba" or getattr(mention.value, "sort", "") == "loaded")


def _same(doer: Doer, other: Doer) -> bool:
    """Whether both entries are one actor, said with one stance or by one clause."""
    if doer.party.actor is None and other.party.actor is None:
        return _tokens(doer.party) <= _tokens(other.party) or _tokens(other.party) <= _tokens(doer.party)
    if doer.party.actor != other.party.actor:
        return False
    apart = doer.clause == other.clause and doer.id != other.id
    return not apart and (doer.clause >= 0 or doer.party.stance is other.party.stance)


def _tokens(party: Party) -> set[str]:
    return {word.removeprefix("ال") for word in party.words.text.split()}


def _is_of_speaker(text: Text, mention: Mention) -> bool:
    """«نسبت هيئة أركان الجيش التركي الهجوم إلى …»: the adjective of who speaks is no doer."""
    speakers = text.chart.kinds.get("speaker", ())
    return mention.kind == "nisba" and any(one.start < mention.start and mention.end <= one.end for one in speakers)


def _registry_id(mention: Mention) -> str | None:
    value = getattr(mention.value, "id", mention.value if mention.kind in ("nisba", "metonym") else None)
    return None if value is None else str(value)


def _is_named(mention: Mention) -> bool:
    """Whether the words say whose it is: طائرات حربية and مسلحون do not."""
    if mention.kind in ("bomber", "person") or codebook_id(mention) == "unidentified":
        return False
    return mention.kind != "actor" or _registry_id(mention) is not None or getattr(mention.value, "sort", "") == "name"
