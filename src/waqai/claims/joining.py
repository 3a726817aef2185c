"""Which sentences of a report tell the same act: every event mention joins a draft or begins one."""

from __future__ import annotations

from datetime import date

from waqai.claims.counting import counted_back
from waqai.claims.drafts import Draft
from waqai.claims.likeness import BEGIN, JOIN, NEVER, Setting, beginnings, features, score
from waqai.claims.outline import Calendar, Outline, outline
from waqai.reading.engine import Chart
from waqai.reading.heads import carrier
from waqai.reading.model import EventMention, Mention

OTHER = frozenset("اخر اخري ثان ثاني ثانيه مماثل مماثله جديد جديده اخرين منفصل منفصله".split())
THIS = frozenset("هذا هذه ذلك تلك".split())
OPENING = 2
COUNTABLE = frozenset("attack air_strike explosion ied suicide_bomb assault".split())
WAITING = 4
PERFECT = frozenset("وكان وكانت كان كانت وكانا وكانوا".split())
FRONT = frozenset("في وفي اما".split())
CARRIED = 14
"""Words from a verb to the noun of the act that it carries, at most."""
TOLD = 3
TELLING = frozenset(["carry", "launching", "agency"])
MEASURE = 2
MEASURES = frozenset("عدد عددا عده عديد العديد سلسله مزيدا المزيد كثير الكثير بعض".split())


def _is_plural(act: Mention) -> bool:
    return act.form.startswith("noun.plural")


def _is_single(draft: Draft) -> bool:
    """«هجوم», never «هجمات»: one attack, which «الضربات» does not name; «قصف» may be any number."""
    nouns = [act for event in draft.mentions for act in (event.trigger, *event.of("act")) if act.value != "killed"]
    nouns = [act for act in nouns if act.form.startswith("noun") and act.value in COUNTABLE]
    return bool(nouns) and not any(_is_plural(act) for act in nouns)


class Joiner:
    """Drafts of one report, grown sentence by sentence."""

    def __init__(self, chart: Chart, calendar: Calendar, published: date | None, body: int = OPENING) -> None:
        """No draft yet; the calendar gives what a date expression means, `body` the sentence that begins the body."""
        self.chart = chart
        self.body = body
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
        scored = [(self.likeness(event, mine, sentence, opening, i), i) for i in range(len(self.drafts))]
        best = max(scored, default=(NEVER, -1))
        if best[0] >= JOIN:
            self.last = best[1]
            draft = self.drafts[self.last]
            draft.mentions.append(event)
            draft.sentences.append(sentence)
            draft.openings.append(opening)
            self.outlines[self.last].add(mine)
            return draft
        if sum(BEGIN[name] for name in self.beginnings(mine, event, sentence, new=new)) < 0:
            return None
        draft = Draft([event], [sentence], [opening])
        self.drafts.append(draft)
        self.outlines.append(mine)
        self.last = len(self.drafts) - 1
        return draft

    def beginnings(self, mine: Outline, event: EventMention, sentence: int, *, new: bool) -> list[str]:
        """What the mention has of its own that an act can begin with."""
        told = beginnings(mine, event, self._wording(event), sentence)
        setting = {
            "known only": not new,
            "carried": self.is_carried(event),
            "answer": self._is_answering(event),
            "told late": self._is_told_of(event),
        }
        return [*told, *(name for name, holds_ in setting.items() if holds_)]

    def why(self, event: EventMention, mine: Outline, sentence: int, opening: int, number: int) -> list[str] | None:
        """The features for and against; None where the mention can't tell the act of the draft with the number."""
        draft = self.drafts[number]
        site = event.of("site")
        wording = self._wording(event)
        back = counted_back(self.chart, event.trigger)
        turned = any(draft.sentences[-1] < turn <= sentence for turn in self.turns)
        setting = Setting(
            lag=self.telling.index(sentence) - self.telling.index(draft.sentences[-1]),
            lead=number == 0,
            only=len(self.drafts) == 1,
            last=number == self.last,
            headline=not turned
            and draft.sentences[0] == 0
            and draft.sentences[-1] < self.body
            and sentence <= self.body + WAITING,
            turned=turned,
            wording=wording,
            projectile=event.act in ("fall", "launch") and any(self._is_definite(m) for m in event.of("weapon")),
            recalled=self._is_recalled(opening) and not self._is_recalled(draft.openings[0]),
            answered=number == self.last and self._is_answered(event),
            others_word=self._is_others_word(event, mine, number),
            number=wording == "definite" and _is_plural(event.trigger) and _is_single(draft),
            counted=back is not None and sentence - draft.sentences[-1] <= 1,
            alike=back is not None and back == counted_back(self.chart, draft.mentions[0].trigger),
            carried=self.is_carried(event),
            place_first=any(m.first - opening <= 3 and self.chart.tokens[opening].text in FRONT for m in site),
        )
        return features(mine, self.outlines[number], setting, self.published)

    def likeness(self, event: EventMention, mine: Outline, sentence: int, opening: int, number: int) -> float:
        """How much speaks for the event mention telling the draft's act; below JOIN it does not."""
        found = self.why(event, mine, sentence, opening, number)
        return NEVER if found is None else score(found)

    def _turn(self, sentence: int, opening: int) -> None:
        """من جهة أخرى at the head of a sentence turns to another matter."""
        if any(m.first - opening <= OPENING and m.first >= opening for m in self.chart.kinds.get("shift", ())):
            self.turns.append(sentence)

    def _is_recalled(self, opening: int) -> bool:
        """وكانت القوات قد قصفت …، يذكر أن …: the sentence recalls."""
        cues = self.chart.kinds.get("recall", ())
        return self.chart.tokens[opening].text in PERFECT or any(0 <= m.first - opening <= OPENING for m in cues)

    def _is_definite(self, mention: Mention) -> bool:
        return self.chart.tokens[mention.first].text.lstrip("وبف").startswith("ال")

    def _is_others_word(self, event: EventMention, mine: Outline, number: int) -> bool:
        """«الضربات» after «ضربات» here and «هجوم» there: the noun with the article is of the act so called."""
        theirs = self.outlines[number]
        if not mine.words or mine.words & theirs.words or mine.exact & theirs.exact:
            return False
        if self._wording(event) != "definite":
            return False
        return any(mine.words & other.words for other in self.outlines)

    def _is_answered(self, event: EventMention) -> bool:
        """والعملية رد على الهجوم: what is answered is not what was told just before, the answer."""
        cues = (cue.part("answered") for cue in self.chart.kinds.get("cue", ()) if cue.value == "responds_to")
        return any(part is not None and part.start == event.trigger.start for part in cues)

    def _is_answering(self, event: EventMention) -> bool:
        """«… هجوما ردا على الغارات»: the act is told as an answer, or as what was answered."""
        acts = {event.trigger.start, *(act.start for act in event.of("act"))}
        for cue in self.chart.kinds.get("cue", ()):
            parts = (cue.part("answered"), cue.part("answer"))
            if cue.value == "responds_to" and any(part is not None and part.start in acts for part in parts):
                return True
        return False

    def is_carried(self, event: EventMention) -> bool:
        """«شنت الطائرات عددا من الغارات», «تمكنت من السيطرة»: a finite verb before the noun says that it was done."""
        noun = event.trigger
        if noun.form.startswith("verb"):
            return False
        verb = carrier(self.chart, noun, max(0, noun.first - CARRIED))
        return verb is not None and not (verb.kind == "repelling" and self._wording(event) == "definite")

    def _is_told_of(self, event: EventMention) -> bool:
        """«المعركة التي دارت بين …», «هجوم شنه المقاتلون»: a clause behind the noun tells the act."""
        noun = event.trigger
        if noun.form.startswith("verb"):
            return False
        behind = range(noun.last, noun.last + TOLD)
        return any(
            m.kind in TELLING and m.form.startswith("verb") for i in behind for m in self.chart.starts.get(i, ())
        )

    def _has_known_subject(self, event: EventMention) -> bool:
        """استهدف الهجوم …: the verb tells more of an attack that is known."""
        subjects = (act for act in event.of("act") if act.form.endswith(".the"))
        return any(act.first == event.trigger.last for act in subjects)

    def _is_partitive(self, event: EventMention) -> bool:
        """«عددا من الغارات», «تمكنت من السيطرة»: the article is that of the genitive, or of the verbal noun."""
        noun = event.trigger
        if noun.first >= MEASURE and self.chart.tokens[noun.first - 1].text == "من":
            before = self.chart.tokens[noun.first - MEASURE].text.removeprefix("و")
            if before in MEASURES:
                return True
        verb = carrier(self.chart, noun, max(0, noun.first - CARRIED)) if noun.form.startswith("noun") else None
        return verb is not None and verb.kind == "agency" and self.chart.tokens[noun.first - 1].text in ("من", "في")

    def _wording(self, event: EventMention) -> str:
        """الهجوم، هذا القصف: the act is known already; هجوم آخر: it is another."""
        trigger, tokens = event.trigger, self.chart.tokens
        after = {token.text for token in tokens[trigger.last : trigger.last + 2]}
        prior = tokens[trigger.first - 1].text if trigger.first else ""
        if after & OTHER:
            return "another"
        verb = trigger.form.startswith("verb")
        if prior not in THIS and self._is_partitive(event):
            return "indefinite"
        if prior in THIS or tokens[trigger.first].text.startswith(("ال", "وال", "بال", "لل")):
            return "definite"
        if trigger.form.endswith(".the") or (verb and self._has_known_subject(event)):
            return "definite"
        if verb:
            return "verb"
        # «قصفها» is hers, but «استهدافها» the targeting of her, which may be told for the first time
        return "possessive" if trigger.tail and "ستهدا" not in tokens[trigger.first].text else "indefinite"
