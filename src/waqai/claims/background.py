"""Which acts a report only recalls (codebook, section 1): by their day, and by the words that recall them."""

from __future__ import annotations

from datetime import date

from waqai.claims.drafts import Draft
from waqai.claims.model import When
from waqai.reading.model import EventMention, Mention
from waqai.reading.read import Text

OLD_DAYS = 6
STALE_DAYS = 2
LEAD = 2
AFTER = frozenset("بعد وبعد عقب منذ قبل".split())
THE_DAY_AFTER = frozenset("غداه".split())
SPANS = frozenset("يوم يومين ايام اسبوع اسبوعين اسابيع شهر شهرين اشهر عام عامين سنه سنوات ساعات ساعه اليوم".split())
PERFECT = frozenset("وكان وكانت كان كانت وكانا وكانوا".split())
WHICH = frozenset("الذي التي الذين اللذين اللتين".split())
NEAR = 4


def is_background(text: Text, draft: Draft, when: When | None, published: date | None) -> bool:
    """Whether the report's reason for being is another act; `when` is the act's own date, None where it has none."""
    lag = (published - when.latest).days if published is not None and when is not None and when.latest else 0
    if lag >= OLD_DAYS:
        return True
    if is_recalled(text, draft) and (lag >= 1 or when is None):
        return True
    return lag >= STALE_DAYS and min(draft.sentences) > LEAD


def is_recalled(text: Text, draft: Draft) -> bool:
    """Whether the words that tell the act first, and most of the others, only look back on it; a new toll is news."""
    told = [_is_recalled(text, event) for event in draft.mentions]
    fresh = any(event.of("casualty") and not back for event, back in zip(draft.mentions, told, strict=True))
    return told[0] and 2 * sum(told) >= len(told) and not fresh


def _is_recalled(text: Text, event: EventMention) -> bool:
    return (
        _is_pluperfect(text, event.trigger)
        or _is_past_by(text, event)
        or _is_answered(text, event)
        or _is_relative(text, event)
    )


def _is_pluperfect(text: Text, trigger: Mention) -> bool:
    """وكانت القوات قصفت …، يذكر أن …: at the head of the sentence."""
    start = next((a for a, b in text.sentences if a <= trigger.start < b), 0)
    opening = text.folded.text[start : trigger.start].split()[:1]
    cues = text.chart.kinds.get("recall", ())
    return bool(opening and opening[0] in PERFECT) or any(start <= cue.start < start + NEAR for cue in cues)


def _is_past_by(text: Text, event: EventMention) -> bool:
    """بعد أربعة أيام على تفجير …، غداة مقتل 21 في هجمات: the act is only what another is counted from."""
    trigger = min([event.trigger, *event.of("act")], key=lambda act: act.start)
    if trigger.form.startswith("verb"):
        return False
    before = [token.text for token in text.tokens[max(0, trigger.first - 2 * NEAR) : trigger.first]]
    if set(before[-NEAR:]) & THE_DAY_AFTER:
        return True
    return any(word in AFTER and set(before[i:]) & SPANS for i, word in enumerate(before))


def _is_answered(text: Text, event: EventMention) -> bool:
    """ردا على هجوم …: what was answered, told for the answer's sake."""
    for cue in text.chart.kinds.get("cue", ()):
        if cue.value != "responds_to":
            continue
        answered = cue.part("answered")
        if answered is not None and answered.start == event.trigger.start:
            return True
        if 0 <= event.trigger.first - cue.last <= 1:
            return True
    return False


def _is_relative(text: Text, event: EventMention) -> bool:
    """المبنى الذي سيطرت عليه …: the clause only tells which building."""
    trigger = event.trigger
    before = text.tokens[trigger.first - 1].text if trigger.first else ""
    if before not in WHICH or not trigger.form.startswith("verb"):
        return False
    acts = text.chart.kinds.get("act", ())
    return not any(0 <= trigger.first - act.last <= NEAR for act in acts if act is not trigger)
