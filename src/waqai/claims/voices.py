"""Whose words a stretch of a report are: attributions with what they govern, and who is meant by «المصدر».

«قال فلان إن …» governs to the end of its sentence and on through «وأضاف …»; «…، بحسب فلان» governs what stands
before it; what nobody is named for is the outlet's own voice.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from waqai.claims.model import Stance
from waqai.claims.cast import Cast
from waqai.language.quotations import quotations
from waqai.reading.attribution.said import Said
from waqai.reading.model import Mention
from waqai.reading.read import Text

EVENT, AUTHOR, FIGURE = "event", "author", "figure"
POSTPOSED = frozenset("حسبما حسب بحسب وفق وفقا كما علي ما بما لما".split())
AUTHORSHIP = frozenset("وراء وراءه وراءها نفذ نفذت نفذه نفذته مسوول مسووله مسوولين مسوليه يقف تقف منفذ منفذي منفذو".split())
GUILT = ("مسوول", "مسوليت", "ضلوع", "تورط", "علاقت", "صلت", "مشاركت", "وقوفه", "تبني", "اتهام", "استهداف")
FIGURES = frozenset("حصيله الحصيله عدد الرقم ارقام الارقام الاعداد".split())
PARTING = frozenset("فيما بينما لكن".split())
WITHOUT_SOURCE = frozenset(["condemns", "own"])


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is given as saying something, with what stance, in which words; `about` says what is taken a stance on.

    `canonical` is the first and fullest mention of the same speaker in the report.
    """

    speaker: Mention
    stance: Stance
    cue: Mention
    about: str
    canonical: Mention


@dataclass(frozen=True, slots=True)
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
        """Who is given as saying what stands at start:end; () where it is the outlet's own voice."""
        found: list[Attribution] = []
        for scope in self.scopes:
            if scope.start <= start < scope.end and scope.attribution not in found:
                found.append(scope.attribution)
        return tuple(found)

    def hedge_at(self, start: int, end: int) -> Mention | None:
        """The doubt of no named speaker («يُعتقد أن», «على الأرجح») in whose clause start:end stands."""
        return next((cue for low, high, cue in self.hedges if low <= start < high), None)


def voices(text: Text) -> Voices:
    """Every attribution of the text with its scope, its speaker traced back to where the report names it in full."""
    return _Walk(text).run()


@dataclass(slots=True)
class _Turn:
    """Who speaks at the moment: the attributions that a following «وأضاف» or open quotation goes on with."""

    current: tuple[Attribution, ...] = ()


class _Walk:
    """One walk over the sentences, in order."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.cast = Cast(text)
        self.quoted = quotations(text.folded.text)
        self.turn = _Turn()
        self.scopes: list[Scope] = []
        self.hedges: list[tuple[int, int, Mention]] = []

    def run(self) -> Voices:
        """The voices of all sentences."""
        said = sorted(self.text.chart.kinds.get("attribution", ()), key=lambda m: (m.start, -m.end))
        for start, end in self.text.sentences:
            self._sentence(start, end, _kept([m for m in said if start <= m.start < end]))
        return Voices(tuple(self.scopes), tuple(self.hedges))

    def _sentence(self, start: int, end: int, said: list[Mention]) -> None:
        before = self.turn.current
        if not said:
            self._silent(start, end)
            return
        self.turn.current = ()
        for position, mention in enumerate(said):
            if _said(mention).cue == "perhaps":
                self.hedges.append((*self._clause(mention.start, start, end), mention))
                continue
            low, high = self._reach(said, position, start, end)
            spoken = self._spoken(mention, before)
            before = spoken or before
            self.scopes += [Scope(low, high, one) for one in spoken]
            if spoken or _said(mention).stance == "own":
                self.turn.current = spoken
        if not self.turn.current and all(_said(m).cue == "perhaps" for m in said):
            self._silent(start, end)

    def _silent(self, start: int, end: int) -> None:
        """No cue: an open quotation goes on, else the outlet speaks again."""
        goes_on = any(low < start - 1 and start < high for low, high in self.quoted)
        if not goes_on:
            self.turn.current = ()
        self.scopes += [Scope(start, end, one) for one in self.turn.current]

    def _clause(self, at: int, start: int, end: int) -> tuple[int, int]:
        text = self.text.folded.text
        low = max(text.rfind("،", start, at), text.rfind("؛", start, at), start)
        high = text.find("،", at, end)
        return low, high if high > 0 else end

    def _reach(self, said: list[Mention], position: int, start: int, end: int) -> tuple[int, int]:
        """From where to where the attribution governs its sentence."""
        mention = said[position]
        others = [m for m in said if _said(m).cue != "perhaps" and m.part("cue") != mention.part("cue")]
        earlier = [m.end for m in others if m.start < mention.start]
        later = [m.start for m in others if m.start > mention.start and not self._postposed(m, start)]
        if self._postposed(mention, start):
            return max(earlier, default=start) if earlier and self._postposed(said[0], start) else start, mention.end
        return mention.start if earlier or later or _said(mention).cue == "heading" else start, min(later, default=end)

    def _postposed(self, mention: Mention, start: int) -> bool:
        """«…، بحسب المرصد»، «…، كما أعلن المرصد»: it follows what it governs."""
        if mention.start - start < 12:
            return False
        if _said(mention).cue in ("according", "statement"):
            return True
        tokens = self.text.tokens
        cue = mention.part("cue") or mention
        before = [token.text for token in tokens[max(0, cue.first - 2) : cue.first]]
        return bool(before) and before[-1] in POSTPOSED or self._trailing(mention, cue)

    def _trailing(self, mention: Mention, cue: Mention) -> bool:
        """«…»، قال المتحدث. : nothing is said after it."""
        rest = self.text.tokens[mention.last : mention.last + 1]
        return not rest or rest[0].text in (".", "\n", "؛")

    def _spoken(self, mention: Mention, before: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
        """The attributions that the mention makes."""
        said = _said(mention)
        cue = mention.part("cue") or mention
        if said.stance in WITHOUT_SOURCE:
            return ()
        speaker = mention.part("speaker")
        stance = Stance(said.stance)
        if speaker is None:
            return tuple(
                dict.fromkeys(
                    replace(old, stance=new, about=about, cue=cue)
                    for old in before
                    for new, about in self._stances(stance, mention)
                )
            )
        canonical = self.cast.first_of(speaker)
        return tuple(Attribution(speaker, new, cue, about, canonical) for new, about in self._stances(stance, mention))

    def _stances(self, stance: Stance, mention: Mention) -> list[tuple[Stance, str]]:
        """What the speaker takes which stance on."""
        after = [token.text for token in self.text.tokens[mention.last : mention.last + 6]]
        if stance is Stance.SUSPECTS:
            return [(Stance.ASSERTS, EVENT), (Stance.SUSPECTS, AUTHOR)]
        if stance is Stance.CLAIMS_RESPONSIBILITY:
            return [(stance, EVENT), (stance, AUTHOR)]
        if stance is Stance.DENIES:
            if any(word in FIGURES for word in after[:3]):
                return [(stance, FIGURE)]
            guilty = any(word.lstrip("وب").startswith(GUILT) for word in after[:4])
            return [(stance, AUTHOR if guilty else EVENT)]
        return [(stance, EVENT)]


def _kept(said: list[Mention]) -> list[Mention]:
    """One attribution for each cue and speaker: the richest."""
    best: dict[tuple[int, int], Mention] = {}
    for mention in said:
        cue, speaker = mention.part("cue") or mention, mention.part("speaker")
        key = (cue.start, speaker.start if speaker else -1)
        if key not in best or len(mention.parts) > len(best[key].parts):
            best[key] = mention
    named = {key[0] for key in best if key[1] >= 0}
    return [m for key, m in sorted(best.items()) if key[1] >= 0 or key[0] not in named]


def _said(mention: Mention) -> Said:
    """The value of an attribution mention."""
    assert isinstance(mention.value, Said)
    return mention.value
