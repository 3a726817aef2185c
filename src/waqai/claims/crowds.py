"""Whose a protest is: the crowd are its initiators, and whoever breaks it up is a target (codebook, section 4).

«أطلقت الشرطة الغاز المسيل للدموع على المحتجين»: the clause has it the other way round.
"""

from __future__ import annotations

from waqai.claims.drafts import Draft, codebook_id
from waqai.claims.model import Party, Stance
from waqai.claims.quoting import words
from waqai.language.fold import fold
from waqai.reading.actors.model import ActorRef
from waqai.reading.model import Mention
from waqai.reading.read import Text

BROKEN_UP = frozenset(["Protest with intervention", "Excessive force against protesters"])
PROTESTS = BROKEN_UP | {"Peaceful protest", "Violent demonstration"}
CROWD = ("متظاهر", "محتج", "معتصم", "مشيع", "متجمهر")
POLICE = ("شرط", "الشرط", "الامن", "قوات الامن", "قوي الامن", "قوات مكافحه الشغب", "الدرك")
SINGULAR = 4
ORDER = frozenset(["police", "force"])

Sides = tuple[tuple[Party, ...], tuple[Party, ...]]


def sides(text: Text, draft: Draft, sub: str, named: tuple[Party, ...], aims: tuple[Party, ...]) -> Sides:
    """Initiators and targets of the draft; of a protest the crowd, and whoever broke it up."""
    if sub not in PROTESTS:
        return named, aims
    told = (*named, *aims)
    crowd = [party for party in told if _is_crowd(party)]
    if sub in BROKEN_UP:
        crowd += [party for party in aims if party not in crowd and party.actor is None and not _is_police(party)]
    crowd = crowd or [Party(words(text, one), "civilians") for one in _crowds(text, draft)]
    if sub in BROKEN_UP:
        order = [party for party in told if party not in crowd]
        order = order or [Party(words(text, one), codebook_id(one)) for one in _forces(text, draft)]
        crowd = crowd[:1]
    else:
        order = [party for party in told if not _is_crowd(party) and (party in aims or _is_police(party))]
        crowd = [party for party in named if party not in order] or crowd[:1]
    doers = tuple(Party(p.words, p.actor, p.according_to, p.stance or Stance.ASSERTS) for p in crowd)
    return doers, tuple(Party(party.words, party.actor) for party in order)


def _is_crowd(party: Party) -> bool:
    said = fold(party.words.text).text
    return party.actor == "civilians" or any(stem in said for stem in CROWD)


def _is_police(party: Party) -> bool:
    return fold(party.words.text).text.startswith(POLICE)


def _crowds(text: Text, draft: Draft) -> list[Mention]:
    """The first word for protesters («المحتجين») in the sentences of the draft."""
    for start, end in (text.sentences[number] for number in draft.sentences):
        for index, token in enumerate(text.tokens):
            lead = token.text[: len(token.text) - len(token.text.lstrip("ولب"))]
            bare = token.text[len(lead) :].removeprefix("ال")
            if start <= token.start < end and bare.startswith(CROWD) and len(bare) > SINGULAR:
                at = token.start + len(lead)
                return [Mention("crowd", "", at, token.end, index, index + 1, "parties.crowd", "", lead)]
    return []


def _forces(text: Text, draft: Draft) -> list[Mention]:
    """The first of the police or army that the sentences of the draft name."""
    spans = [text.sentences[number] for number in draft.sentences]
    here = [m for m in text.chart.kinds.get("actor", ()) if any(start <= m.start < end for start, end in spans)]
    return [m for m in here if _keeps_order(text, m)][:1]


def _keeps_order(text: Text, actor: Mention) -> bool:
    ranked = isinstance(actor.value, ActorRef) and actor.value.sort in ORDER
    return ranked or text.folded.text[actor.start :].startswith(POLICE)
