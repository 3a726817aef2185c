"""Who did it and what it hit, each in the report's words, with the voice that names the author."""

from __future__ import annotations

from collections.abc import Callable

from waqai.claims.drafts import Draft, codebook_id
from waqai.claims.model import Party, Stance, Words
from waqai.claims.quoting import stretch, words
from waqai.reading.model import Mention
from waqai.reading.places.grammar import PlaceRef
from waqai.reading.read import Text

Naming = Callable[[Mention], tuple[Words | None, Stance]]
AIMED_PLACES = frozenset("base airport oil_field gas_field facility camp".split())
AIMED = frozenset("علي استهدف استهدفت استهداف استهدافه ضد طال طالت قصف ضرب ضربت هاجم هاجمت".split())


def initiators(text: Text, draft: Draft, naming: Naming) -> tuple[Party, ...]:
    """The authors of the act, one entry an actor (two only where voices differ in stance)."""
    found: dict[tuple[str, Stance], Party] = {}
    for author in draft.authors:
        said = words(text, author.actor)
        speaker = words(text, author.speaker) if author.speaker is not None else None
        key = (codebook_id(author.actor) or said.text, author.stance)
        found.setdefault(key, Party(said, codebook_id(author.actor), speaker, author.stance))
    for mention in draft.of("initiator"):
        actor = codebook_id(mention) if mention.kind != "bomber" else "unidentified"
        speaker, stance = naming(mention)
        said = words(text, mention)
        if any(actor is not None and party.actor == actor for party in found.values()):
            continue
        key = (actor or said.text, stance)
        found.setdefault(key, Party(said, actor, speaker, stance))
    parties = list(found.values())
    known = [party for party in parties if party.actor not in (None, "unidentified")]
    return tuple(known or parties[:1])


def targets(text: Text, draft: Draft) -> tuple[Party, ...]:
    """Persons and facilities that the act was aimed at; a base or field that was hit is both place and target."""
    found: dict[str, Party] = {}
    for mention in draft.of("target"):
        said, actor = _target(text, mention)
        found.setdefault(said.text, Party(said, actor))
    for mention in draft.of("site"):
        value = mention.value
        if isinstance(value, PlaceRef) and value.kind in AIMED_PLACES and _aimed(text, mention):
            said = words(text, mention)
            found.setdefault(said.text, Party(said, _owner(text, mention)[1]))
    return tuple(found.values())


def _aimed(text: Text, mention: Mention) -> bool:
    if mention.first == 0:
        return False
    return text.tokens[mention.first - 1].text.lstrip("و") in AIMED


def _target(text: Text, mention: Mention) -> tuple[Words, str | None]:
    """A facility with its owner (مواقع لتنظيم داعش), a civilian one, or an actor."""
    if mention.kind == "actor":
        return words(text, mention), codebook_id(mention)
    owner, actor = _owner(text, mention)
    said = stretch(text, mention.start, owner.end, mention.rule) if owner is not None else words(text, mention)
    return said, actor


def _owner(text: Text, mention: Mention) -> tuple[Mention | None, str | None]:
    """The actor that directly follows or stands inside, and its id; civilians where the thing is civilian."""
    inner = [
        actor
        for kind in ("actor", "nisba")
        for actor in text.chart.kinds.get(kind, ())
        if mention.start <= actor.start <= mention.end + 12
        and actor.first <= mention.last + 2
        and not actor.lead.startswith("و")
        and actor.lead not in ("ب", "ف")
    ]
    known = [actor for actor in inner if codebook_id(actor)]
    if known:
        nearest = min(known, key=lambda m: m.start)
        return (nearest if nearest.end > mention.end else None), codebook_id(nearest)
    civilian = "civilian" in str(mention.value)
    return None, "civilians" if civilian else None
