"""Those whom an act killed as its targets: who is named, and soldiers or fighters where no other target is told.

«مقتل القيادي فلان في غارة» was aimed at him; «قتل شرطيان في انفجار عبوة» at the police; a child killed by shelling was
a victim and no target.
"""

from __future__ import annotations

from collections.abc import Iterator

from waqai.claims.drafts import Draft
from waqai.reading.government import PREPOSITIONS, verb_at, word_at
from waqai.reading.model import Casualty, Mention
from waqai.reading.people.persons import Persons
from waqai.reading.read import Text

ASSAULTS = frozenset("attack ied explosion suicide_bomb killing shooting killed".split())
KILLINGS = frozenset("killing killed shooting".split())
FROM_AIR = frozenset("air_strike strike bombing_from_air drone".split())
FIGHTS = frozenset("clash take launch shelling".split())
AIMED = frozenset("shooting strike killing attack".split())
ON_THEM = frozenset("عليه عليها عليهم عليهما عليهن".split())
THEM = frozenset("ه ها هم هما هن".split())
POINTED = 10
"""Words from whom was hit to the act that a pronoun says it of, at most."""
APPOSED = 12
"""Words from «قائد فيلق القدس …،» to his name."""


def named_victims(text: Text, draft: Draft) -> list[Mention]:
    """The persons of rank, or of no said rank, whom a strike or killing felled, by name."""
    acts = draft.acts()
    if not acts & (FROM_AIR | {"killing"}) or acts & FIGHTS:
        return []
    found = (_name(text, person) for person in _killed(draft))
    return [name for name in found if name is not None]


def armed_victims(draft: Draft) -> list[Mention]:
    """The first soldiers, police or fighters whom an attack killed, for an act that tells no other target.

    Where nothing but the killing is told («قضى مدني برصاص مجهولين», «جثة شاب مقتولا»), whoever was killed.
    """
    acts = draft.acts()
    if not acts & (ASSAULTS | FROM_AIR) or acts & FIGHTS:
        return []
    if acts <= KILLINGS:
        return list(_killed(draft))[:1]
    return [person for person in _killed(draft) if getattr(person.value, "side", "") == "military"][:1]


def pointed_at(text: Text, draft: Draft) -> list[Mention]:
    """«أصيب شخص إثر إطلاق النار عليه», «قتل شاب بإطلاق نار استهدفه»: whom a pronoun of the act points back to."""
    if draft.acts() & FIGHTS:
        return []
    for event in draft.mentions:
        acts = [event.trigger, *event.of("act")]
        if not any(act.value in AIMED and _points(text, act) for act in acts):
            continue
        for figure in event.of("casualty"):
            person = figure.part("person")
            if person is not None and any(0 < act.first - person.last <= POINTED for act in acts):
                return [person]
    return []


def _points(text: Text, act: Mention) -> bool:
    """«استهدفته», «استهدافهم», «إطلاق النار عليها»."""
    behind = word_at(text.chart, act.last)
    return behind in ON_THEM or (act.value == "strike" and act.tail in THEM)


def _killed(draft: Draft) -> Iterator[Mention]:
    """The persons of the draft's figures of killed."""
    for event in draft.mentions:
        for figure in event.of("casualty"):
            person = figure.part("person")
            if person is not None and isinstance(figure.value, Casualty) and figure.value.kind == "killed":
                yield person


def _name(text: Text, person: Mention) -> Mention | None:
    """The name inside, right behind, or in apposition to what the person is called."""
    value = person.value
    single = isinstance(value, Persons) and value.count is not None and value.count.high == 1
    if not single or getattr(value, "side", "") in ("civilian", "kin"):
        return None
    names = [m for m in text.chart.kinds.get("name", ()) if person.start <= m.start < person.end]
    if names:
        return person
    for index in range(person.last, min(person.last + APPOSED, len(text.tokens))):
        word = word_at(text.chart, index)
        if verb_at(text.chart, index) is not None or word in (".", "؛", "\n") or word.startswith("و"):
            return None
        found = [m for m in text.chart.starts.get(index, ()) if m.kind == "name" and m.lead == ""]
        if found:
            return found[0] if word_at(text.chart, index - 1) not in PREPOSITIONS else None
    return None
