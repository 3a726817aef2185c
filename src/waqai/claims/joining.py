"""Which sentences of a report tell the same act: every event mention joins a draft or begins one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from waqai.claims.drafts import Draft, acts_of, apart, codebook_id, holds, place_ids
from waqai.reading.clauses import related
from waqai.reading.engine import Chart
from waqai.reading.model import EventMention, Mention
from waqai.reading.places.grammar import PlaceRef
from waqai.reference.places.places import load as load_places

OTHER = frozenset("اخر اخري ثان ثاني ثانيه مماثل مماثله جديد جديده اخرين منفصل منفصله".split())
THIS = frozenset("هذا هذه ذلك تلك".split())
JOIN = 1.5
NEWS_DAYS = 5
FIELDS = frozenset("base airport oil_field gas_field camp crossing facility".split())
AREAS = frozenset("country governorate district region desert border river".split())
Days = tuple[date, date]


class Joiner:
    """Drafts of one report, grown sentence by sentence."""

    def __init__(self, chart: Chart, days: dict[Mention, Days | None], published: date | None) -> None:
        """No draft yet; `days` gives what each date expression means."""
        self.chart = chart
        self.published = published
        self.days = days
        self.drafts: list[Draft] = []

    def add(self, event: EventMention, sentence: int, told: Iterable[Draft] = (), *, new: bool = True) -> Draft | None:
        """The event mention is part of a draft: the likeliest, if likely enough, else (if `new`) a new one."""
        barred = set() if self._wording(event) > 0 else {id(draft) for draft in told}
        scored = [(self.likeness(event, sentence, d), i) for i, d in enumerate(self.drafts) if id(d) not in barred]
        best = max(scored, default=(0.0, -1))
        if best[0] >= JOIN:
            draft = self.drafts[best[1]]
            draft.mentions.append(event)
            draft.sentences.append(sentence)
            return draft
        if not new or not self._begins(event):
            return None
        draft = Draft([event], [sentence])
        self.drafts.append(draft)
        return draft

    def _begins(self, event: EventMention) -> bool:
        """A new act needs something of its own: a place, a day, a figure, or both sides of a verb."""
        fine = [m for m in event.of("site") if isinstance(m.value, PlaceRef) and m.value.precision < 5]
        if fine or event.of("casualty"):
            return True
        dated = any(self._is_dated(m) for m in event.of("when"))
        aimed = bool(event.of("target"))
        if self._wording(event) > 0:
            return dated and aimed
        return dated or (aimed and event.trigger.form.startswith("verb"))

    def _is_dated(self, mention: Mention) -> bool:
        """Within a month at most: «هذا العام» fixes no act."""
        days = self.days.get(mention)
        return days is not None and (days[1] - days[0]).days <= 31

    def likeness(self, event: EventMention, sentence: int, draft: Draft) -> float:
        """How much speaks for the event mention telling the draft's act; below JOIN it does not."""
        mine, theirs = acts_of(event), draft.acts()
        if not all(any(related(a, b) for b in theirs) for a in mine):
            return -9.0
        lag = sentence - draft.sentences[-1]
        score = 0.5 - 0.25 * min(4, lag) + 0.5 * bool(mine & theirs)
        score += self._places(event, draft) + self._dates(event, draft) + self._parties(event, draft)
        score += self._weapons(event, draft) + self._wording(event)
        return score + (1.0 if draft.sentences == [0] and sentence <= 2 else 0.0)

    def _weapons(self, event: EventMention, draft: Draft) -> float:
        mine = {getattr(m.value, "weapon_class", None) for m in event.of("weapon")}
        theirs = {getattr(m.value, "weapon_class", None) for m in draft.of("weapon")}
        tolls = {m.value for m in event.of("casualty")} & {m.value for m in draft.of("casualty")}
        again = any(self._is_definite(m) for m in event.of("weapon")) and event.act in ("fall", "launch")
        return 0.5 * bool(mine & theirs) + 1.0 * bool(tolls) + 0.75 * again

    def _is_definite(self, mention: Mention) -> bool:
        return self.chart.tokens[mention.first].text.lstrip("وبف").startswith("ال")

    def _places(self, event: EventMention, draft: Draft) -> float:
        sites, others = list(event.of("site")), draft.of("site")
        if not sites or not others:
            return 0.5 if not sites else 0.0
        mine, theirs = place_ids(sites), place_ids(others)
        texts = {self._name(m) for m in sites} & {self._name(m) for m in others}
        if texts or mine & _narrow(theirs, others):
            return 2.0
        fine, finer = _narrow(mine, sites), _narrow(theirs, others)
        if apart(_exact(fine), _exact(finer)):
            return -3.0
        if holds(mine, theirs) or holds(theirs, mine):
            return 0.5
        if not mine or not theirs:
            return self._unlisted(sites, others)
        return -3.0

    def _unlisted(self, sites: list[Mention], others: list[Mention]) -> float:
        """حقل غاز شرق سوريا may be any gas field; a name that no gazetteer has is another place than a listed one."""
        mine = {getattr(m.value, "kind", "") for m in sites}
        theirs = {getattr(m.value, "kind", "") for m in others}
        return 0.75 if mine & theirs & FIELDS else -1.0

    def _name(self, mention: Mention) -> str:
        name = mention.part("name") or mention
        return f"{name.start}" if name.end - name.start < 3 else self._text(name)

    def _text(self, mention: Mention) -> str:
        return " ".join(token.text for token in self.chart.tokens[mention.first : mention.last])

    def _dates(self, event: EventMention, draft: Draft) -> float:
        mine = [self.days[m] for m in event.of("when") if self.days.get(m)]
        theirs = [self.days[m] for m in draft.of("when") if self.days.get(m)]
        if not mine:
            return 0.0
        if not theirs:
            latest = max(days[1] for days in mine if days)
            old = self.published is not None and (self.published - latest).days > NEWS_DAYS
            return -2.5 if old else 0.0
        overlap = any(a and b and a[0] <= b[1] and b[0] <= a[1] for a in mine for b in theirs)
        return 1.0 if overlap else -3.0

    def _parties(self, event: EventMention, draft: Draft) -> float:
        mine = {codebook_id(m) for m in event.of("initiator")} - {None, "unidentified"}
        theirs = {codebook_id(m) for m in draft.of("initiator")} - {None, "unidentified"}
        if not mine or not theirs:
            return 0.0
        return 0.5 if mine & theirs else -2.0

    def _wording(self, event: EventMention) -> float:
        """الهجوم، هذا القصف: the act is known already; هجوم آخر: it is another."""
        trigger = event.trigger
        tokens = self.chart.tokens
        after = {token.text for token in tokens[trigger.last : trigger.last + 2]}
        prior = tokens[trigger.first - 1].text if trigger.first else ""
        if after & OTHER:
            return -2.5
        definite = trigger.form.endswith(".the") or tokens[trigger.first].text.startswith(("ال", "وال", "بال", "لل"))
        return 1.5 if definite or prior in THIS or (trigger.tail and not trigger.form.startswith("verb")) else 0.0


def _exact(ids: set[str]) -> set[str]:
    """The ids that are a point, no countryside."""
    by_id = load_places().by_id
    return {i for i in ids if by_id[i].kind not in AREAS}


def _narrow(ids: set[str], mentions: list[Mention]) -> set[str]:
    """The ids of places that are no mere country or governorate."""
    fine = {i for m in mentions if isinstance(m.value, PlaceRef) and m.value.precision < 4 for i in m.value.ids}
    return ids & fine
