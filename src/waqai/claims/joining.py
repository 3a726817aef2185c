"""Which sentences of a report tell the same act: every event mention joins a draft or begins one."""

from __future__ import annotations

from datetime import date

from waqai.claims.counting import counted_back
from waqai.claims.drafts import Draft
from waqai.claims.likeness import beginnings, features
from waqai.claims.outline import Calendar, Outline, outline
from waqai.claims.pointing import (
    carrier_of,
    comes_after,
    goes_on,
    is_definite,
    is_plural,
    is_result,
    repels,
    wording,
)
from waqai.claims.setting import Setting
from waqai.claims.weights import choice
from waqai.reading.engine import Chart
from waqai.reading.grouping import related
from waqai.reading.model import EventMention, Mention

OPENING = 2
AGAIN = "places.same-again"
"""«تواصل القوات قصفها للمنطقة»: the place is one that was named before."""
COUNTABLE = frozenset("attack air_strike explosion ied suicide_bomb assault".split())
WAITING = 4
ANSWERING = 20
"""Words from an act to «ردا على» that calls it an answer."""
PERFECT = frozenset("وكان وكانت كان كانت وكانا وكانوا".split())
KNOWN = frozenset(["definite", "possessive"])
FRONT = frozenset("في وفي اما".split())
TOLD = 3
DAY_FIRST = 2
TELLING = frozenset(["carry", "launching", "agency"])


def _is_single(draft: Draft) -> bool:
    """«هجوم», never «هجمات»: one attack, which «الضربات» does not name; «قصف» may be any number."""
    nouns = [act for event in draft.mentions for act in (event.trigger, *event.of("act")) if act.value != "killed"]
    nouns = [act for act in nouns if act.form.startswith("noun") and act.value in COUNTABLE]
    return bool(nouns) and not any(is_plural(act) for act in nouns)


def _shares(mine: Outline, theirs: Outline) -> bool:
    """Whether both name a place or a doer: a title of several acts waits for each of them."""
    return bool(mine.names & theirs.names or mine.exact & theirs.exact or mine.doers & theirs.doers)


class Joiner:
    """Drafts of one report, grown sentence by sentence."""

    def __init__(self, chart: Chart, calendar: Calendar, published: date | None, parts: tuple[int, int]) -> None:
        """No draft yet; the calendar gives what a date expression means.

        `parts` are the numbers of the sentences that begin the lead and the body.
        """
        self.chart = chart
        self.lead, self.body = parts
        self.published = published
        self.calendar = calendar
        self.drafts: list[Draft] = []
        self.outlines: list[Outline] = []
        self.turns: list[int] = []
        self.last = -1
        self.telling: list[int] = []

    def add(self, event: EventMention, sentence: int, opening: int, *, new: bool = True) -> Draft | None:
        """The event mention is part of a draft: the likeliest, if likely enough, else (if `new`) a new one.

        `opening` is the first token of its sentence.
        """
        if sentence not in self.telling:
            self.telling.append(sentence)
        self._turn(sentence, opening)
        mine = outline(self.chart, event, self.calendar)
        mine.until = self._answered_on(event)
        mine.answers = self._is_response(event, "answer")
        found = [self.why(event, mine, sentence, opening, i) for i in range(len(self.drafts))]
        number = self.choose(found, self.beginnings(mine, event, sentence, new=new))
        if number is None:
            return None
        self.last = number
        if number == len(self.drafts):
            self.drafts.append(Draft([event], [sentence], [opening]))
            self.outlines.append(mine)
            return self.drafts[number]
        draft = self.drafts[number]
        draft.mentions.append(event)
        draft.sentences.append(sentence)
        draft.openings.append(opening)
        self.outlines[number].add(mine)
        return draft

    def choose(self, found: list[list[str] | None], own: list[str]) -> int | None:
        """The number of the draft that the mention is part of; that of the next one if it begins an act; else None."""
        return choice(found, own)

    def beginnings(self, mine: Outline, event: EventMention, sentence: int, *, new: bool) -> list[str]:
        """What the mention has of its own that an act can begin with."""
        told = beginnings(mine, event, wording(self.chart, event), sentence)
        setting = {
            "known only": not new,
            "carried": self.is_carried(event),
            "answer": self._is_response(event, "answer", "answered"),
            "told late": self._is_told_of(event),
            "goes on": goes_on(self.chart, event),
            "goes on as before": self._is_own(event) and all(site.rule == AGAIN for site in event.of("site")),
        }
        return [*told, *(name for name, holds_ in setting.items() if holds_)]

    def why(self, event: EventMention, mine: Outline, sentence: int, opening: int, number: int) -> list[str] | None:
        """The features for and against; None where the mention can't tell the act of the draft with the number."""
        draft = self.drafts[number]
        worded = wording(self.chart, event)
        back = counted_back(self.chart, event.trigger)
        theirs = self.outlines[number]
        turned = any(draft.sentences[-1] < turn <= sentence for turn in self.turns)
        # «ردت القوات على الهجوم … جاء هذا الهجوم غداة ضربات»: what came before it is not what answered it
        earlier = back is not None and self.outlines[number].answers and not mine.answers
        setting = Setting(
            lag=self.telling.index(sentence) - self.telling.index(draft.sentences[-1]),
            lead=number == 0,
            only=len(self.drafts) == 1,
            last=number == self.last,
            headline=not turned and self._waits(draft, sentence) and self._is_that_of_title(event, mine, number),
            turned=turned,
            wording=worded,
            projectile=self._is_of_known_arms(event),
            recalled=self._is_recalled(opening) and not self._is_recalled(draft.openings[0]),
            answered=earlier or (number == self.last and self._is_answered(event, opening)),
            others_word=self._is_others_word(event, mine, number),
            number=worded == "definite" and is_plural(event.trigger) and _is_single(draft),
            counted=earlier or (back is not None and sentence - draft.sentences[-1] <= 1),
            alike=back is not None and back == counted_back(self.chart, draft.mentions[0].trigger),
            carried=self.is_carried(event),
            result=worded in KNOWN and number == self.last and is_result(self.chart, event),
            goes_on=goes_on(self.chart, event),
            own=self._is_own(event),
            so_called=worded in KNOWN and self._is_only_so_called(mine, number),
            tells_on=draft.sentences[-1] > self.lead and not self._is_said_aside(event),
            day_first=any(m.first - opening <= DAY_FIRST and self._is_day(m) for m in event.of("when")),
            followed=self._followed(event, number),
            place_first=self.chart.tokens[opening].text in FRONT
            and any(m.first - opening <= 3 for m in event.of("site")),
        )
        setting.beside = self._is_beside(event, mine, theirs, (draft.openings[-1], opening))
        setting.recalls = setting.recalled and self._recalls(mine, theirs, draft)
        setting.repels = number == self.last and repels(self.chart, event)
        return features(mine, theirs, setting, self.published)

    def _is_beside(self, event: EventMention, mine: Outline, theirs: Outline, spots: tuple[int, int]) -> bool:
        """«قتلى بقصف على السوق.. والجيش يضرب قافلة»: on one title line a doer of its own with a verb of its own."""
        title = self.telling[-1] < self.lead and not any(t.kind == "newline" for t in self.chart.tokens[slice(*spots)])
        return title and event.trigger.form.startswith("verb") and bool(mine.doers - theirs.doers)

    def _recalls(self, mine: Outline, theirs: Outline, draft: Draft) -> bool:
        """«وكان المقاتلون قد قصفوا البلدة»: an earlier act of theirs that was told there as one of an earlier day."""
        if not (mine.doers & theirs.doers and (mine.exact & theirs.exact or mine.names & theirs.names) and theirs.days):
            return False
        latest = max(days[1] for days in theirs.days)
        told = zip(self.drafts, self.outlines, strict=True)
        return any(days[0] > latest for other, one in told if other is not draft for days in one.days)

    def _waits(self, draft: Draft, sentence: int) -> bool:
        """Whether the draft is one of the title that the lead has still to tell, and the sentence may be where."""
        above = draft.sentences[0] < max(1, self.lead) and not 0 < sentence < self.lead
        return above and draft.sentences[-1] < self.body and sentence <= self.body + WAITING

    def _is_that_of_title(self, event: EventMention, mine: Outline, number: int) -> bool:
        """The first act of the title waits for any, those after it for what names their place or doer."""
        first = self.drafts[number].sentences[0] == 0
        return first or (_shares(mine, self.outlines[number]) and not self._is_response(event, "answered"))

    def _is_said_aside(self, event: EventMention) -> bool:
        """«إلى ذلك قال طبيب إن … ردا على قصف»: the turn is to the answer; nor are bare dead what it turns to."""
        return self._is_response(event, "answered") or (event.act == "killed" and not event.of("site"))

    def _is_day(self, when: Mention) -> bool:
        """Whether it is a day or a night, and not that of the words."""
        days = self.calendar.days.get(when)
        return days is not None and when not in self.calendar.spoken and (days[1] - days[0]).days <= 1

    def _followed(self, event: EventMention, number: int) -> bool:
        """«قصفت الطائرات الجبل بعد الهجوم»: the act that came before it may be that of the draft."""
        known = comes_after(self.chart, event)
        return known is not None and any(related(str(known.value), act) for act in self.outlines[number].acts)

    def _turn(self, sentence: int, opening: int) -> None:
        """من جهة أخرى at the head of a sentence turns to another matter."""
        if any(m.first - opening <= OPENING and m.first >= opening for m in self.chart.kinds.get("shift", ())):
            self.turns.append(sentence)

    def _is_recalled(self, opening: int) -> bool:
        """وكانت القوات قد قصفت …، يذكر أن …: the sentence recalls."""
        cues = self.chart.kinds.get("recall", ())
        return self.chart.tokens[opening].text in PERFECT or any(0 <= m.first - opening <= OPENING for m in cues)

    def _is_own(self, event: EventMention) -> bool:
        """«كثفت القوات قصفها على …»: hers, who is named in the clause; nothing was told of it."""
        return wording(self.chart, event) == "possessive" and self.is_carried(event) and bool(event.of("initiator"))

    def _is_of_known_arms(self, event: EventMention) -> bool:
        """«سقطت القذائف», «وكانت الصواريخ تستهدف»: the arms were named before."""
        known = [m for m in event.of("weapon") if is_definite(self.chart, m)]
        if event.act == "strike":
            return any(m.last == event.trigger.first for m in known)
        return event.act in ("fall", "launch") and bool(known)

    def _is_others_word(self, event: EventMention, mine: Outline, number: int) -> bool:
        """«الضربات» after «ضربات» here and «هجوم» there: the noun with the article is of the act so called."""
        theirs = self.outlines[number]
        if not mine.words or mine.words & theirs.words or mine.exact & theirs.exact:
            return False
        if wording(self.chart, event) != "definite":
            return False
        return any(mine.words & other.words for other in self.outlines)

    def _is_only_so_called(self, mine: Outline, number: int) -> bool:
        """«القصف» where one act alone was called «قصف»: it is that one."""
        called = [i for i, told in enumerate(self.outlines) if told.words & mine.words]
        return called == [number]

    def _is_answered(self, event: EventMention, opening: int) -> bool:
        """«والعملية رد على الهجوم»: what is answered is not what was told just before, the answer.

        «وردا على الغارة، قصفت»: at the head of its sentence it is.
        """
        cues = (cue for cue in self.chart.kinds.get("cue", ()) if cue.value == "responds_to" and cue.first > opening)
        parts = (cue.part("answered") for cue in cues)
        return any(part is not None and part.start == event.trigger.start for part in parts)

    def _is_response(self, event: EventMention, *roles: str) -> bool:
        """«… هجوما ردا على الغارات»: the act is told as an answer, or as what was answered."""
        acts = {event.trigger.start, *(act.start for act in event.of("act"))}
        cues = (cue for cue in self.chart.kinds.get("cue", ()) if cue.value == "responds_to")
        parts = (cue.part(role) for cue in cues for role in roles)
        return any(part is not None and part.start in acts for part in parts)

    def _answered_on(self, event: EventMention) -> date | None:
        """«قصفت الأسبوع الماضي … ردا على استهداف القاعدة»: the last day of the answer, if it is told already."""
        answers = [
            part.start
            for cue in self.chart.kinds.get("cue", ())
            if cue.value == "responds_to" and (part := cue.part("answer") or self._just_told(cue)) is not None
            if (answered := cue.part("answered")) is not None and answered.start == event.trigger.start
        ]
        told = (
            outlined
            for draft, outlined in zip(self.drafts, self.outlines, strict=True)
            for mention in draft.mentions
            if any(act.start in answers for act in (mention.trigger, *mention.of("act")))
        )
        return max((days[1] for outlined in told for days in outlined.days), default=None)

    def _just_told(self, cue: Mention) -> Mention | None:
        """«قصفت القوات التلال … ردا على هجوم»: what is told right before the cue is the answer."""
        told = [act for draft in self.drafts[self.last :][:1] for act in draft.mentions[-1].of("act")]
        told += [draft.mentions[-1].trigger for draft in self.drafts[self.last :][:1]]
        near = [act for act in told if 0 <= cue.first - act.last <= ANSWERING]
        return max(near, key=lambda act: act.first, default=None)

    def is_carried(self, event: EventMention) -> bool:
        """«شنت الطائرات عددا من الغارات», «تمكنت من السيطرة»: a finite verb before the noun says that it was done."""
        verb = carrier_of(self.chart, event)
        return verb is not None and not (verb.kind == "repelling" and wording(self.chart, event) == "definite")

    def _is_told_of(self, event: EventMention) -> bool:
        """«المعركة التي دارت بين …», «هجوم شنه المقاتلون»: a clause behind the noun tells the act."""
        noun = event.trigger
        if noun.form.startswith("verb"):
            return False
        behind = range(noun.last, noun.last + TOLD)
        return any(
            m.kind in TELLING and m.form.startswith("verb") for i in behind for m in self.chart.starts.get(i, ())
        )
