"""Whose words a stretch of a report are: attributions with what they govern, and who is meant by «المصدر».

«قال فلان إن …» governs to the end of its sentence and on through «وأضاف …»; «…، بحسب فلان» governs what
stands before it; «الهجوم الذي تبناه فلان» governs its clause. What nobody is named for is the outlet's own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple, cast

from waqai.claims.cast import STATEMENT, Cast, stem, told_words
from waqai.claims.model import Stance
from waqai.claims.scopes import Scoped, scoped
from waqai.claims.stances import AUTHOR, EVENT, FIGURE, passes_on_denial, stances
from waqai.language.quotations import quotations
from waqai.reading.attribution.said import Said
from waqai.reading.model import Mention
from waqai.reading.read import Text
from waqai.reference.sources import Kind, load

__all__ = ["AUTHOR", "EVENT", "FIGURE", "UNKNOWN", "Attribution", "Outlet", "Scope", "Voices", "voices"]
WITHOUT_SOURCE = frozenset(["condemns", "own"])
UNSIGNED = frozenset("information toll investigation estimate".split())
"""«وفق حصيلة أولية», «بحسب معلومات»: figures and findings; a body that they are of is a voice."""
MEDIA = frozenset(stem(word) for word in "صحيفه جريده قناه موقع وكاله شبكه مجله اذاعه فضاييه مصادر".split())
PASSING = ("اولي", "جديد", "اخير", "سابق", "موقت", "نهايي", "غير", "متوفر", "متاح", "مختلف", "حديث", "الاولي", "الاخير")
BATCH = 200
"""Attributions of one sentence that are weighed together; a line without full stops may hold thousands."""
LISTED = ("act", "harm")
ABROAD = frozenset("FR GB US DE".split())
"""Where the agencies of the world are, whose correspondents any paper quotes."""
OPENING = 30
OWN_NAMES = ("source-name", "spokesperson")
IN_TURN = frozenset("بدوره بدورها بدورهم".split())
OWN_SIDE = frozenset("جهته جهتها جهتهم جانبه جانبها جانبهم ناحيته ناحيتها".split())
TURNS = ("forward", "backward")
QUOTED = '«“"”'


@dataclass(slots=True, unsafe_hash=True)
class Attribution:
    """Who is given as saying something, with what stance, in which words.

    `about` says what a stance is taken on: the event, its author or a figure;
    `canonical` is the first and fullest mention of the same speaker in the report.
    """

    speaker: Mention
    stance: Stance
    cue: Mention
    about: str
    canonical: Mention


@dataclass(slots=True, unsafe_hash=True)
class Scope:
    """What an attribution governs, in folded offsets, half-open."""

    start: int
    end: int
    attribution: Attribution


@dataclass(frozen=True, slots=True)
class Voices:
    """All attributions of a text with what they govern, and the doubts that nobody is named for."""

    scopes: tuple[Scope, ...]
    hedges: tuple[tuple[int, int, Mention], ...] = ()

    def at(self, start: int, end: int) -> tuple[Attribution, ...]:
        """Who says what stands at start:end, the nearest cue first; () where it is the outlet's own voice."""
        middle = (start + end) // 2
        over = [scope for scope in self.scopes if scope.start <= start < scope.end]
        over.sort(key=lambda scope: abs(scope.attribution.cue.start - middle))
        return tuple(dict.fromkeys(scope.attribution for scope in over))

    def canonical(self, speaker: Mention) -> Mention:
        """The fullest mention of this speaker in the report; itself where no attribution names it."""
        told = (scope.attribution for scope in self.scopes)
        return next((one.canonical for one in told if one.speaker == speaker), speaker)

    def speaker_of(self, said: Mention) -> Mention | None:
        """Who speaks in the attribution, also where it is left out («وأعلن مسؤوليته عن …»)."""
        cue = said.part("cue") or said
        told = (scope.attribution for scope in self.scopes)
        return next((one.canonical for one in told if one.cue == cue), None)

    def hedge_at(self, start: int, end: int) -> Mention | None:
        """The doubt of no named speaker («يُعتقد أن», «على الأرجح») in whose clause start:end stands."""
        return next((cue for low, high, cue in self.hedges if low < end and start < high), None)


SILENT = Voices(())
"""Nobody named."""


class Outlet(NamedTuple):
    """Who publishes the report: by name, and the id of the source that it is; None where not known."""

    name: str | None = None
    source: str | None = None


UNKNOWN = Outlet()


def voices(text: Text, outlet: Outlet = UNKNOWN) -> Voices:
    """Every attribution of the text with its scope, its speaker traced back; the outlet is no source of itself."""
    return _Walk(text, outlet).run()


class _Walk:
    """One walk over the sentences, in order; `last` spoke last, `current` speaks at the moment."""

    def __init__(self, text: Text, outlet: Outlet = UNKNOWN) -> None:
        self.text = text
        self.own = outlet.source
        self.outlet = told_words(outlet.name) if outlet.name else []
        self.cast = Cast(text)
        self.quoted = quotations(text.folded.text)
        self.last: tuple[Attribution, ...] = ()
        self.current: tuple[Attribution, ...] = ()
        self.scopes: list[Scope] = []
        self.hedges: list[tuple[int, int, Mention]] = []

    def run(self) -> Voices:
        """The voices of all sentences."""
        parts = list(self._parts())
        for (start, end, items), (_, _, following) in pairwise([*parts, (0, 0, [])]):
            self._sentence(start, end, items, following)
        return Voices(tuple(self.scopes), tuple(self.hedges))

    def _parts(self) -> Iterator[tuple[int, int, list[Scoped]]]:
        """The sentences, or parts of overlong ones, with the attributions that stand in them."""
        said = sorted(self.text.chart.kinds.get("attribution", ()), key=lambda m: (m.start, -m.end))
        waiting = 0
        for start, end in self.text.sentences:
            here = []
            while waiting < len(said) and said[waiting].start < end:
                here.append(said[waiting])
                waiting += 1
            bounds = [start, *(mention.start for mention in here[BATCH::BATCH]), end]
            for number, (low, high) in enumerate(pairwise(bounds)):
                yield low, high, scoped(self.text, low, high, here[number * BATCH : (number + 1) * BATCH])

    def _sentence(self, start: int, end: int, items: list[Scoped], following: list[Scoped]) -> None:
        items = [self._after_full_stop(start, end, item) for item in items]
        if self._another_speaks(start, items):
            self.last = self.current = ()
        self.hedges += [(item.start, item.end, item.mention) for item in items if item.way == "hedge"]
        turns = [item for item in items if item.way in TURNS]
        if not turns:
            self._goes_on(start, end, following)
        for item in items:
            if item.way == "hedge":
                continue
            spoken = self._spoken(item)
            self.scopes += [Scope(item.start, item.end, one) for one in spoken]
            if item in turns:
                self.current = spoken
                self.last = spoken or self._condemning(item) or self.last

    def _another_speaks(self, start: int, items: list[Scoped]) -> bool:
        """«من جهته، وجه المجلس نداء، مشيرا إلى …»: whoever it is, it is not he who spoke last."""
        opening = self.text.folded.text[start : start + OPENING].replace("،", " ").split()[:3]
        words = [word.lstrip("و") for word in opening]
        turned = words[:1] and (words[0] in IN_TURN or (words[0] == "من" and words[1:2] and words[1] in OWN_SIDE))
        turn = next((item for item in items if item.way in TURNS), None)
        return bool(turned) and turn is not None and turn.mention.part("speaker") is None

    def _denied_too(self, taken: list[tuple[Stance, str]], cue: Mention) -> tuple[Attribution, ...]:
        """«وذكر التلفزيون أن …، ونقل عن مصادر نفيها أن …»: who just spoke passes the denial on as his."""
        speakers = dict.fromkeys((old.speaker, old.canonical) for old in self.last)
        return tuple(Attribution(old, stance, cue, about, full) for old, full in speakers for stance, about in taken)

    def _condemning(self, item: Scoped) -> tuple[Attribution, ...]:
        """«دان الحزب القصف. وقال إن …»: who condemns is no source of the act, but it is he who goes on speaking."""
        speaker, cue = item.mention.part("speaker"), item.mention.part("cue") or item.mention
        if speaker is None or getattr(item.mention.value, "stance", "") != "condemns":
            return ()
        return (Attribution(speaker, Stance.ASSERTS, cue, EVENT, self.cast.first_of(speaker)),)

    def _adding(self, said: Said, speaker: Mention) -> Mention | None:
        """«وأضاف القائد الميداني»: who adds has spoken before; a man told only by his post is the last who spoke."""
        post = self.text.tokens[speaker.first].text.startswith("ال") and speaker.part("name") is None
        if said.cue != "add" or not post or speaker.form != "person" or len(self.last) != 1:
            return None
        known, last = self.cast.first_of(speaker), self.last[0].canonical
        return last if known is speaker and last.form in ("name", "person", "people") else None

    def _is_own(self, speaker: Mention) -> bool:
        """«رصدت صحيفة البلاد …», in that paper: the outlet is no source of itself, nor a monitor on its own site."""
        inside = (m for i in range(speaker.first, speaker.last) for m in self.text.chart.starts.get(i, ()))
        if self.own is not None and any(m.kind in OWN_NAMES and str(m.value) == self.own for m in inside):
            return True
        told = told_words(self.text.folded.text[speaker.start : speaker.end])
        return bool(self.outlet) and told[-len(self.outlet) :] == self.outlet and set(told) <= {*self.outlet, *MEDIA}

    def _of_another_outlet(self, speaker: Mention) -> bool:
        """«بحسب مراسل لوكالة فرانس برس»: the correspondent of an agency is its voice, in any paper but its own."""
        sources = load()
        inside = (m for i in range(speaker.first, speaker.last) for m in self.text.chart.starts.get(i, ()))
        named = (sources.get(str(m.value)) for m in inside if m.kind == "source-name")
        world = (one for one in named if one is not None and one.kind is Kind.AGENCY and one.country in ABROAD)
        return any(one.id != self.own for one in world)

    def _unsigned(self, speaker: Mention) -> bool:
        """Whether the speaker is a figure or a finding of nobody in particular."""
        rest = self.text.tokens[speaker.first + 1 : speaker.last]
        if (
            speaker.value == STATEMENT
            and not rest
            and not self.text.tokens[speaker.first].text.startswith(("ال", "لل"))
        ):
            return True  # حسب بيان نشرته عبر صفحتها
        return speaker.value in UNSIGNED and all(token.text.startswith(PASSING) for token in rest)

    def _goes_on(self, start: int, end: int, following: list[Scoped]) -> None:
        """No cue: an open quotation goes on, another begins, or the speaker is back next; else the outlet speaks."""
        text = self.text.folded.text
        open_still = any(low < start - 1 and start < high for low, high in self.quoted)
        another = text[start] in QUOTED and text[start:end].rstrip(" .،!؟")[-1:] in '»”"'
        explains = text.startswith("فقد ", start)
        if not (open_still or another or explains or self._is_back(start, following) or self._listed_on(start)):
            self.current = ()
        self.scopes += [Scope(start, end, one) for one in self.current]

    def _listed_on(self, start: int) -> bool:
        """«وقال البيان إن … . كما أغارت القوات على …»: in one paragraph the next act of the list is the speaker's."""
        text, tokens = self.text.folded.text, self.text.tokens
        if not self.current or any(one.stance is not Stance.ASSERTS for one in self.current):
            return False
        if "\n" in text[self.current[0].cue.end : start]:
            return False
        first = bisect_left(tokens, start, key=lambda token: token.start)
        first += tokens[first].text == "كما"
        stated = any(one.canonical.form == "text" for one in self.current)
        led = first < len(tokens) and stated and tokens[first].text.startswith("و")
        listed = first < len(tokens) and (led or tokens[first - 1].text == "كما")
        return listed and any(
            m.kind in LISTED and m.form.startswith("verb") for m in self.text.chart.starts.get(first, ())
        )

    def _after_full_stop(self, start: int, end: int, item: Scoped) -> Scoped:
        """«… . وفقا لرويترز.»: a sentence that only names a speaker is about the one before it."""
        aside = len(self.text.folded.text[start : item.mention.start]) + len(
            self.text.folded.text[item.mention.end : end].rstrip(" .\n")
        )
        if item.way not in TURNS or aside > 1 or str(getattr(item.mention.value, "cue", "")) != "according":
            return item
        before = max((low for low, high in self.text.sentences if high <= start), default=start)
        return replace(item, way="backward", start=before)

    def _is_back(self, start: int, following: list[Scoped]) -> bool:
        """قال البيان … . كما أغارت … . وأشار البيان إلى …: what stands between is the statement's, too."""
        turn = next((item for item in following if item.way in TURNS), None)
        if turn is None or not self.current:
            return False
        if self._apart(start):
            return False
        speaker = turn.mention.part("speaker")
        if speaker is None:
            return turn.way == "forward"
        return self.cast.first_of(speaker) in {one.canonical for one in self.current}

    def _apart(self, start: int) -> bool:
        """Whether a line ends between whoever speaks, unless it is a statement, and the offset."""
        stated = any(one.canonical.form == "text" for one in self.current)
        return not stated and "\n" in self.text.folded.text[self.current[0].cue.end : start]

    def _spoken(self, item: Scoped) -> tuple[Attribution, ...]:
        """The attributions that the mention makes."""
        mention, said = item.mention, cast("Said", item.mention.value)
        cue, speaker = mention.part("cue") or mention, mention.part("speaker")
        foreign = said.stance == "own" and speaker is not None and self._of_another_outlet(speaker)
        if (said.stance in WITHOUT_SOURCE and not foreign) or (
            speaker is not None and (self._unsigned(speaker) or self._is_own(speaker))
        ):
            return ()
        taken = stances(self.text, mention, Stance.ASSERTS if foreign else Stance(said.stance))
        if speaker is not None:
            canonical = self._adding(said, speaker) or self.cast.first_of(speaker)
            spoken = tuple(Attribution(speaker, stance, cue, about, canonical) for stance, about in taken)
            return spoken + (self._denied_too(taken, cue) if passes_on_denial(self.text, mention) else ())
        speakers = dict.fromkeys((old.speaker, old.canonical) for old in self.last)
        return tuple(
            Attribution(old, stance, cue, about, canonical) for old, canonical in speakers for stance, about in taken
        )
