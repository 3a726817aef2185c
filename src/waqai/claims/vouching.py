"""Whose word stands for an act beside the sentences that tell it: the lead's for the items, a witness's for the scene.

«قالت مصادر بالشرطة إن تفجيرات هزت العاصمة. … وفي الكرادة انفجرت سيارة»: what the lead sums up by somebody's word, the
items tell by it. «… استهدف هجوم السوق. وقال طبيب إن ثلاثين جريحا ما زالوا في المستشفى»: he speaks of that attack.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from waqai.claims.cast import bare, stem
from waqai.claims.drafts import Draft
from waqai.claims.model import Stance
from waqai.claims.voices import EVENT, FIGURE, Attribution, Scope, Voices
from waqai.language.tokens import Token
from waqai.reading.grouping import related
from waqai.reading.model import EventMention
from waqai.reading.people.facilities import Facility
from waqai.reading.read import Text

LEAD = 3
"""Sentences in which a round-up says who tells it."""
BOMBS = frozenset("explosion ied suicide_bomb attack".split())
AFTER = 2
"""Sentences after an act in which somebody may go on to speak of it without naming it."""
HURT = ("جريح", "جرحي", "قتيل", "قتلي", "جثث", "جثه", "ضحايا", "مصاب", "مصابون", "شهداء", "اشلاء")
ASIDE = frozenset("transmit saying-noun denying-noun accusing-noun claiming-noun".split())
"""«نشرت الصحف صور جثث الضحايا», «اتهام المقاومة بالقتل»: no telling of what happened."""
OPINING = ("اعتبر", "يعتبر", "تعتبر", "راي", "رات", "يري", "تري", "حذر", "يحذر", "تحذر", "توقع", "دعا", "طالب")
THIS = frozenset("هذه هذا تلك ذلك هولاء".split())
"""«هذه القذائف لن تزيدنا إلا عزما»: a comment."""
SUMMING = frozenset("منذ النزاع الحرب احصاييه سابقا مماثله".split())
"""«230 ألف قتيل منذ اندلاع النزاع»: a sum of many acts."""
TURNING = frozenset("اخري اخر صعيد سياق موازاه غضون شان منفصل مقابل".split())
GENERAL = frozenset("مواقع موقع اهداف هدف مناطق منطق نقاط نقط".split())
"""Things that every act may have: «المواقع المستهدفة» may be another's."""
OPENING = 4
CLITICS = "وفبكل"


def vouched(
    text: Text, voices: Voices, drafts: list[Draft], told: list[tuple[int, EventMention]]
) -> dict[int, tuple[Attribution, ...]]:
    """Who else vouches for each draft, by the draft's `id`."""
    found: dict[int, list[Attribution]] = {}
    heard = (
        *_elaborating(text, voices, drafts),
        *_summed_up(voices, drafts, told),
        *_denying(text, voices, drafts),
    )
    for draft, one in heard:
        found.setdefault(id(draft), []).append(one)
    return {key: tuple(dict.fromkeys(all_of)) for key, all_of in found.items()}


def _summed_up(
    voices: Voices, drafts: list[Draft], told: list[tuple[int, EventMention]]
) -> Iterator[tuple[Draft, Attribution]]:
    """The acts of a round-up that nobody is named for, with who told the lead's sum of them."""
    number, lead, acts = _lead(voices, told)
    for draft in drafts if lead else ():
        alone = not any(voices.at(e.trigger.start, e.trigger.end) for e in draft.mentions)
        alone = alone and not any(voices.at(m.start, m.end) for m in draft.of("casualty"))
        if alone and min(draft.sentences) > number and any(related(act, own) for act in acts for own in draft.acts()):
            yield from ((draft, one) for one in lead)


def _denying(text: Text, voices: Voices, drafts: list[Draft]) -> Iterator[tuple[Draft, Attribution]]:
    """«لكن الحركة نفت هذه الحصيلة»: who denies the figure of the act told last before, in a sentence of his own."""
    triggers = sorted(event.trigger.start for draft in drafts for event in draft.mentions)
    for scope in voices.scopes:
        one = scope.attribution
        at = bisect_left(triggers, scope.start)
        if one.stance is not Stance.DENIES or one.about != FIGURE or (at < len(triggers) and triggers[at] < scope.end):
            continue
        draft = _last(text, drafts, scope)
        if draft is not None and draft.of("casualty"):
            yield draft, one


def _lead(voices: Voices, told: list[tuple[int, EventMention]]) -> tuple[int, tuple[Attribution, ...], set[str]]:
    """The first sentence that tells of many acts at once by somebody's word, and of what acts."""
    for number, event in told:
        if number > LEAD:
            break
        if _sums_up(event):
            heard = tuple(one for one in voices.at(event.trigger.start, event.trigger.end) if _asserts(one))
            if heard:
                return number, heard, {event.act}
    return 0, (), set()


def _sums_up(event: EventMention) -> bool:
    """تفجيرات في أنحاء العراق أدت إلى مقتل 32: several acts, new to the reader, with what they did."""
    form = event.trigger.form
    plural = form.startswith("noun.plural") and not form.endswith(".the")
    return plural and event.act in BOMBS and bool(event.of("casualty"))


def _elaborating(text: Text, voices: Voices, drafts: list[Draft]) -> Iterator[tuple[Draft, Attribution]]:
    """Speakers of sentences that tell no act, each with the act told last before, if it is of that they speak."""
    taken = sorted(m.start for d in drafts for m in (*(e.trigger for e in d.mentions), *d.of("casualty")))
    for scope in voices.scopes:
        cue = str(scope.attribution.cue.value)
        at = bisect_left(taken, scope.start)
        mute = not _asserts(scope.attribution) or cue in ASIDE or _opines(text, scope.attribution)
        if mute or (at < len(taken) and taken[at] < scope.end):
            continue
        draft = _last(text, drafts, scope)
        if draft is not None and _speaks_of(text, scope, draft):
            yield draft, scope.attribution


def _opines(text: Text, one: Attribution) -> bool:
    """«واعتبر الممثل أن المدينة على وشك كارثة»: a judgement, no telling."""
    return text.tokens[one.cue.first].text.lstrip("وف").startswith(OPINING)


def _asserts(one: Attribution) -> bool:
    return one.stance is Stance.ASSERTS and one.about == EVENT


def _last(text: Text, drafts: list[Draft], scope: Scope) -> Draft | None:
    """The act told last before the words, near enough and with no turn to another matter between."""
    number = bisect_left(text.sentences, scope.start + 1, key=lambda bounds: bounds[0]) - 1
    if number < 0:
        return None
    opening = list(_tokens(text, text.sentences[number][0], scope.end))[:OPENING]
    if any(token.text in TURNING for token in opening):
        return None
    before = [
        (max(n for n in draft.sentences if n < number), i)
        for i, draft in enumerate(drafts)
        if min(draft.sentences) < number
    ]
    latest, i = max(before, default=(-AFTER - 1, 0))
    return drafts[i] if number - latest <= AFTER else None


def _tokens(text: Text, start: int, end: int) -> Iterator[Token]:
    index = bisect_left(text.tokens, start, key=lambda token: token.start)
    while index < len(text.tokens) and text.tokens[index].start < end:
        yield text.tokens[index]
        index += 1


def _speaks_of(text: Text, scope: Scope, draft: Draft) -> bool:
    """Whether the words tell of its victims, of a thing that was hit, or of the act by its name."""
    speaker, before = scope.attribution.speaker, ""
    hurt = bool(draft.of("casualty"))
    things = {_stem(text.tokens[m.first].text) for m in draft.of("target") if isinstance(m.value, Facility)} - GENERAL
    said = tuple(_tokens(text, scope.start, scope.end))
    if any(token.text.lstrip("و") in SUMMING for token in said):
        return False
    for token in said:
        word, led = token.text, before.lstrip(CLITICS) in THIS
        before = word
        if speaker.start <= token.start < speaker.end:
            continue
        if hurt and bare(word.lstrip("وب")).startswith(HURT):
            return True
        definite = word.lstrip(CLITICS).startswith("ال") or word.lstrip("وف").startswith("لل")
        if definite and not led and (_stem(word) in things or _names_it(text, token, draft)):
            return True
    return False


def _names_it(text: Text, token: Token, draft: Draft) -> bool:
    """«التفجير», «الهجومين»; «الهجمات» may be any."""
    index = bisect_left(text.tokens, token.start, key=lambda one: one.start)
    return any(
        m.kind == "act" and m.value in draft.acts() and m.value != "truce" and "plural" not in m.form
        for m in text.chart.starts.get(index, ())
    )


def _stem(word: str) -> str:
    return stem(bare(word.lstrip("وفب")))
