"""How many independent sources an incident has: copies of one text are one, and so are all who cite one voice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from waqai.claims.model import Stance, Voice
from waqai.incidents.groups import Groups
from waqai.incidents.identity import earliest
from waqai.incidents.model import Origin, Telling
from waqai.incidents.prints import COPY, Print, shared
from waqai.incidents.ratings import registered
from waqai.language.fold import fold
from waqai.reference import actors, sources

Prints = Mapping[str, Print]
# Where very many tell one incident, whether they copied each other is asked of so many of them only.
_MOST = 400


@dataclass(frozen=True, slots=True)
class Copies:
    """Reports of one text, the earliest first: the others are its copies."""

    reports: tuple[str, ...]


def copies(tellings: Sequence[Telling], prints: Prints) -> tuple[Copies, ...]:
    """The reports of an incident that are copies of one another, whole or in what they say of the act."""
    first = {telling.report: telling for telling in sorted(tellings, key=earliest, reverse=True)}
    known = [first[name] for name in sorted(first) if name in prints][:_MOST]
    whole = {one.report: prints[one.report].shingles() for one in known}
    passages = {one.report: passage(one, prints) for one in known}
    groups = Groups({name: name for name in first})
    for one, other in combinations((telling.report for telling in known), 2):
        if groups.of(one) is not groups.of(other):
            alike = max(shared(whole[one], whole[other]), shared(passages[one], passages[other]))
            if alike >= COPY:
                groups.join(one, other)
    made = (sorted(group, key=lambda name: earliest(first[name])) for group in groups.sorted() if len(group) > 1)
    return tuple(Copies(tuple(group)) for group in made)


def passage(telling: Telling, prints: Prints) -> frozenset[int]:
    """The shingles of what the report says around the act; none where its wording is not known."""
    known = prints.get(telling.report)
    trigger = telling.event.trigger
    return known.around(trigger.start, trigger.end) if known else frozenset()


def origins(tellings: Sequence[Telling], copied: Iterable[Copies]) -> tuple[Origin, ...]:
    """The independent sources, the earliest first, each with the reports that rest on it.

    A report that names a voice rests on that voice; one that names none, or nobody by name, on its outlet.
    A copy rests on what the earliest text rests on. Who denies the act is no source of it.
    """
    original = {copy: one.reports[0] for one in copied for copy in one.reports}
    told: dict[str, list[Telling]] = {}
    for telling in sorted(tellings, key=earliest):
        told.setdefault(telling.report, []).append(telling)
    resting: dict[tuple[str, str], list[str]] = {}
    for report in told:
        for root in dict.fromkeys(_roots(told[original.get(report, report)])):
            resting.setdefault(root, []).append(report)
    return tuple(Origin(name, kind, tuple(told_by), registered(name)) for (name, kind), told_by in resting.items())


def sources_words(count: int) -> str:
    """«reported by 2 independent sources»: never that it is confirmed."""
    return f"reported by {count} independent source{'' if count == 1 else 's'}"


def _roots(tellings: Iterable[Telling]) -> Iterator[tuple[str, str]]:
    """What one report rests on: (name, kind)."""
    for telling in tellings:
        voices = [voice for voice in telling.event.voices if voice.stance is not Stance.DENIES]
        named = [root for voice in voices if (root := _named(voice)) is not None]
        yield from named
        if not named and (voices or not telling.event.voices):
            yield _outlet(telling)


def _named(voice: Voice) -> tuple[str, str] | None:
    """The source or actor that speaks; None for «مصادر», «ناشطون» and others whom only the outlet knows."""
    if voice.source in sources.load():
        return str(voice.source), sources.load()[voice.source or ""].kind.value
    held = _held(voice.words.text)
    if held is not None:
        return held, sources.load()[held].kind.value
    return (str(voice.source), "armed actor") if voice.source in actors.load() else None


def _outlet(telling: Telling) -> tuple[str, str]:
    """The outlet: by its id where it is known, so that an agency and those who cite it are one source."""
    name = telling.outlet or telling.report
    known = _names().get(fold(name).text.strip())
    return (known or name, sources.load()[known].kind.value if known else "outlet")


@cache
def _names() -> Mapping[str, str]:
    """Folded full names of sources, Arabic and English -> id."""
    known = sources.load().values()
    return {fold(name).text: source.id for source in known for name in (*source.names, source.english)}


@cache
def _held(words: str) -> str | None:
    """The source whose full name the words hold: «نشطاء المرصد السوري لحقوق الإنسان»; the longest name counts."""
    text = f" {fold(words).text} "
    found = [(len(name), source) for name, source in _names().items() if f" {name} " in text]
    return max(found)[1] if found else None
