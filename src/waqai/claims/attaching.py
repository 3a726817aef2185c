"""To which act of the report a figure or a damage belongs: the act that its clause tells it of, else the one before.

A figure is read with its row («قُتل ثلاثة وأصيب خمسة بينهم طفل»): the whole row belongs to one act. A total over
many acts belongs to none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from waqai.claims.drafts import Draft
from waqai.claims.factuality import HAPPENED, status
from waqai.claims.model import When
from waqai.claims.nearby import turns
from waqai.claims.sums import scattered, sums_up
from waqai.claims.tollrows import PEOPLE_ACTS, Row, disown_headline, disown_totals, fits, rows
from waqai.claims.tolls import PARTS
from waqai.reading.grouping import related
from waqai.reading.model import Casualty, EventMention, Mention
from waqai.reading.read import Text, sentence_tokens

LINKS = frozenset("في اثر جراء نتيجه خلال بسبب عندما حين لدي اثناء ضمن عقب بعد بعدما وسط بواسطه جرا من بفعل".split())
"""What stands between a figure and the act behind it: «مقتل ثلاثة جراء قصف»."""
CAUSES = frozenset("اثر جراء نتيجه بسبب جرا بفعل عندما".split())
LED = 3
"""Words behind the figure where the cause may open: «أصيبت امرأة بجروح إثر شن الطيران الروسي غارات»."""
RESULT = frozenset(
    """ادي ادت يؤدي مؤديا مؤديه اسفر اسفرت مسفرا مسفره اوقع اوقعت موقعا موقعه خلف خلفت مخلفا مخلفه تسبب تسببت
    متسببا متسببه نجم نتج اودي اودت راح راحت ضحيته ضحيتها فيه فيها خلاله خلالها حصد حصدت اثره اثرها ذهب تكبد
    تكبدت كبد كبدت الحق الحقت""".split()
)
"""What stands between an act and the figure that came of it: «قصف أدى إلى مقتل ثلاثة»."""
APART = frozenset("فيما بينما وفيما وبينما كما حيث جهه ناحيه المقابل السياق ذلك".split())
ANSWERING = frozenset("ردا انتقاما رد كرد الرد للرد غداه".split())
SUSPECTED = frozenset("يشتبه اشتبه مشتبه المشتبه متهم متهمين المتهم المتهمين متورطين المتورطين".split())
"""«القبض على ثلاثة يشتبه في خطفهم طبيبا»: what they are suspected of did not hold them."""
OTHER = frozenset("اخر اخري ثان ثانيه مماثل مماثله منفصل منفصله جديد جديده".split())
HELD = frozenset("مناطق منطقه تحت خاضعه الخاضعه خارج نقاط".split())
UNDONE = frozenset("planned wanted threatened conditional".split())
"""«هجوما كانت تحضر له لمداهمة المدينة»: no figure comes of what was not done."""
FOUND = frozenset("عثر العثور عثرت عثروا وجدت".split())
RUBBLE = frozenset("الانقاض انقاض ركام الركام".split())
THOSE = frozenset("تلك هذه".split())
STOPS = frozenset('. ! ؟ » ” "'.split())
AHEAD = 24
NEAR = 7
LAG = 2
LEAD = 3


class Attacher:
    """The acts of a report by their place, and the drafts that tell them."""

    def __init__(
        self, text: Text, drafts: list[Draft], whens: dict[Mention, When], series: Iterable[EventMention]
    ) -> None:
        """Every act word of a draft is known by where it begins, and those that sum up several acts."""
        self.summed = {event.trigger.start for event in series}
        self.text = text
        self.whens = whens
        self.tokens = text.tokens
        self.drafts = drafts
        self.telling = {
            act.start: draft
            for draft in drafts
            for event in draft.mentions
            for act in (event.trigger, *event.of("act"))
        }
        self.sites = {e.trigger.start: e.of("site") for draft in drafts for e in draft.mentions}
        self.bounds = sentence_tokens(text)
        self.last_of: dict[int, Draft] = {}
        self.totals: list[Mention] = []
        for draft in drafts:
            for event, sentence in zip(draft.mentions, draft.sentences, strict=True):
                self._note(event.trigger, sentence, draft)

    def _note(self, trigger: Mention, sentence: int, draft: Draft) -> None:
        """The draft told last in the sentence."""
        known = self.last_of.get(sentence)
        starts = (
            [e.trigger.start for e, s in zip(known.mentions, known.sentences, strict=True) if s == sentence]
            if known
            else []
        )
        if not starts or max(starts) <= trigger.start:
            self.last_of[sentence] = draft

    def sentence(self, mention: Mention) -> int:
        """The number of the sentence in which the mention begins."""
        return bisect_right(self.bounds, (mention.first, len(self.tokens))) - 1

    def acts(self, first: int, last: int) -> list[Mention]:
        """The act words of a sentence that a figure can be told of, each place once."""
        found: dict[int, Mention] = {}
        for index in range(first, last):
            for mention in self.text.chart.starts.get(index, ()):
                if mention.kind == "act" and mention.value != "killed" and self._is_act(mention):
                    found.setdefault(mention.first, mention)
        return list(found.values())

    def row_acts(self, number: int) -> tuple[list[Mention], set[int]]:
        """The act words of a sentence, and where those begin that a draft tells."""
        acts = self.acts(*self.bounds[number])
        return acts, {act.first for act in acts if act.start in self.telling}

    def _is_act(self, act: Mention) -> bool:
        if act.value == "fall" and self._of_victims(act):
            return False
        if act.start in self.telling:
            return True
        standing = act.value == "take" and (act.form == "verb.present" or bool(self._before(act.first) & HELD))
        return act.value not in PEOPLE_ACTS and not standing

    def _of_victims(self, act: Mention) -> bool:
        """«سقوط قتلى», «سقط 30 قتيلا»: who fell are the victims."""
        figures = self.text.chart.kinds.get("casualty", ())
        return any(act.first <= m.first <= act.last + 1 or m.last == act.first for m in figures)

    def _before(self, index: int, reach: int = 2) -> set[str]:
        return {token.text for token in self.tokens[max(0, index - reach) : index]}

    def draft_of(self, row: Row, number: int) -> Draft | None:
        """The draft that the row belongs to; None for a total, or where no act is told."""
        first, last = self.bounds[number]
        row.figures = [m for m in row.figures if self._happened(m)]
        if not row.figures:
            return None
        if sums_up(self.text, row.figures, (first, last), self.whens) or self._of_those(row, number):
            self.totals += [m for m in row.figures if m.rule not in PARTS]
            row.figures = [m for m in row.figures if m.rule in PARTS]
            return self._of_part(row, number) if row.figures else None
        acts = self.acts(first, last)
        inside = [act for act in acts if row.first <= act.first < row.last and not self._follows(act, acts)]
        act = inside[0] if inside else self._governing(row, acts)
        if act is not None and len(self.drafts) > 1 and scattered(self.text, act, self.sites.get(act.start, ())):
            return None
        if act is not None:
            return self.telling.get(act.start) or self._known(act, number)
        return self._own(row) or self._told_before(row, number) or self._headline(number)

    def _of_those(self, row: Row, number: int) -> bool:
        """«استجابت الفرق لأكثر من 393 هجوما. وتسببت تلك الهجمات بمقتل 94»: what a total of acts did is a total."""
        first, last = self.bounds[number]
        low = self.bounds[max(0, number - LAG)][0]
        told = any(low <= tally.first < last for tally in self.text.chart.kinds.get("tally", ()))
        if not told or not isinstance(row.figures[0].value, Casualty):
            return False
        return any(
            token.text.lstrip("ول") in THOSE and self._is_many(index + 1)
            for index, token in enumerate(self.tokens[first:last], first)
        )

    def _is_many(self, index: int) -> bool:
        return any(m.kind == "act" and m.form.startswith("noun.plural") for m in self.text.chart.starts.get(index, ()))

    def _of_part(self, row: Row, number: int) -> Draft | None:
        """«منذ مطلع الشهر قتل 13 جنديا، ثلاثة منهم في مكمن استهدف قافلة»: the three are the ambush's."""
        act = next((act for act in self.acts(*self.bounds[number]) if act.first >= row.last), None)
        return self.telling.get(act.start) if act is not None and self._linked(row, act) else None

    def _follows(self, act: Mention, acts: list[Mention]) -> bool:
        """«غارات … إضافة إلى تدمير موقع»: the destruction is what came of the act before it."""
        noun = act.value == "destroy" and not act.form.startswith("verb")
        return noun and any(other.last <= act.first for other in acts)

    def _headline(self, number: int) -> Draft | None:
        """The figure of a headline is of the act that the report tells first."""
        return self.drafts[0] if self.drafts and number == 0 and min(self.drafts[0].sentences) <= LAG else None

    def _happened(self, figure: Mention) -> bool:
        """«احتمال وقوع قتلى», «ذكرى اغتيال …» tell no toll."""
        told = figure.part("outcome")
        return told is None or status(self.text, told) == HAPPENED

    def _governing(self, row: Row, acts: list[Mention]) -> Mention | None:
        done = (act for act in reversed(acts) if act.last <= row.first and status(self.text, act) not in UNDONE)
        before = next(done, None)
        after = next((act for act in acts if act.first >= row.last), None)
        if before is not None and self._results(before, row):
            return before
        if after is not None and self._linked(row, after):
            return after
        own = self._own(row)
        mine = before is not None and own is not None and self.telling.get(before.start) is not own
        return before if before is not None and not mine and not self._parted(before, row) else None

    def _results(self, act: Mention, row: Row) -> bool:
        """«قصف … ما أدى إلى مقتل ثلاثة», «هجوم قتل فيه ضابط»."""
        near = self.tokens[max(act.last, row.first - NEAR) : row.last]
        return any(token.text.removeprefix("و") in RESULT for token in near)

    def _linked(self, row: Row, act: Mention) -> bool:
        """«مقتل ثلاثة في قصف», «بتفجير», «عندما استهدفت»: a link stands right before the act, no clause between."""
        between = [token.text for token in self.tokens[row.last : act.first]]
        if len(between) > AHEAD or set(between) & (ANSWERING | SUSPECTED) or "؛" in between:
            return False
        if act.lead.endswith("ب") or (act.lead.endswith("ل") and "حصيله" in between):
            return True
        near = between[-3:]
        if act.lead.startswith("و"):
            return False
        led = any(word in CAUSES for word in between[:LED]) and "،" not in between
        return led or any(word in LINKS for word in near)

    def _parted(self, act: Mention, row: Row) -> bool:
        """«… قصف …، فيما قُتل ثلاثة», «قصف ردا على مقتل شرطيين»: the figure is told of something else."""
        between = [token.text for token in self.tokens[act.last : row.first]]
        return bool(set(between) & APART) or bool(set(between[-3:]) & ANSWERING)

    def _known(self, act: Mention, number: int) -> Draft | None:
        """«الهجوم»: the last act told that it can be; an indefinite one only of this sentence and those before."""
        definite = act.form.endswith(".the") or bool(act.tail) or self.tokens[act.first].text.startswith(("ال", "وال"))
        after = {token.text for token in self.tokens[act.last : act.last + 3]}
        tallies = self.text.chart.kinds.get("tally", ())
        if any(tally.first <= act.first < tally.last for tally in tallies):
            return None
        if act.start in self.summed or after & OTHER:
            return None
        plural = act.form.startswith(("noun.plural", "noun.dual"))
        told = status(self.text, act)
        if (told not in (HAPPENED, "prevented")) or (not definite and (plural or told != HAPPENED)):
            return None
        for sentence in range(number, -1 if definite else max(-1, number - LAG - 1), -1):
            draft = self.last_of.get(sentence)
            if draft is not None and any(related(str(act.value), value) for value in draft.acts()):
                return draft
        return None

    def _own(self, row: Row) -> Draft | None:
        """The draft that the word for harm itself began or joined: «قُتل ثلاثة في صعدة»."""
        for index in range(row.first, row.last):
            for mention in self.text.chart.starts.get(index, ()):
                if mention.kind == "act" and mention.start in self.telling:
                    return self.telling[mention.start]
        return None

    def _told_before(self, row: Row, number: int) -> Draft | None:
        """The act told last, in this sentence or one of the two before, unless the figure opens another matter."""
        first = self.bounds[number][0]
        if any(turns(self.text, index) for index in range(first, min(row.first, first + 3))):
            return None
        if self._is_headline(row, number):
            return None
        lag = 0 if self._is_found(row, number) else LAG
        if lag and len(self.drafts) == 1 and self._ends(number):
            return self.drafts[0] if min(self.drafts[0].sentences) < number else None
        for sentence in range(number, max(-1, number - lag - 1), -1):
            if sentence in self.last_of:
                return self.last_of[sentence]
        return None

    def _ends(self, number: int) -> bool:
        """Whether the line is a sentence of the article; headlines below it end without a stop."""
        low, high = self.bounds[number]
        return any(token.text in STOPS for token in self.tokens[max(low, high - 2) : high + 1])

    def _is_headline(self, row: Row, number: int) -> bool:
        """«قتلى وجرحى بغارات …» in a line below: a headline of another article."""
        some = all(isinstance(m.value, Casualty) and m.value.count.vague in ("plural", "several") for m in row.figures)
        return some and number > LAG and not self._ends(number)

    def _is_found(self, row: Row, number: int) -> bool:
        """«عثر على جثة شخص في البادية»: of an act that nobody tells; but «تحت الأنقاض» of the one told before."""
        first, last = self.bounds[number]
        found = any(token.text.lstrip("و") in FOUND for token in self.tokens[max(first, row.first - LEAD) : row.first])
        return found and not {token.text for token in self.tokens[first:last]} & RUBBLE


def attach(
    text: Text, drafts: list[Draft], whens: dict[Mention, When], series: Iterable[EventMention] = ()
) -> list[Mention]:
    """Every figure and every damage stands with the draft it belongs to, in the order of the text.

    The figures that sum up several acts or a long time are given back: they are tallies.
    """
    attacher = Attacher(text, drafts, whens, series)
    for number, row in rows(text, attacher.bounds, "casualty", attacher.row_acts):
        draft = attacher.draft_of(row, number)
        if draft is not None:
            draft.figures += [m for m in row.figures if fits(draft, m)]
    for number, row in rows(text, attacher.bounds, "damage", attacher.row_acts):
        draft = attacher.draft_of(row, number)
        if draft is not None:
            draft.damage += row.figures
    disown_headline(text, drafts)
    disown_totals(text, drafts, attacher.totals)
    return attacher.totals
