"""An answer is linked to what it answers: «ردا على …» with the act that the words point at."""

from __future__ import annotations

from waqai.claims.drafts import Draft
from waqai.reading.model import Mention
from waqai.reading.read import Text

REACH = 12


def link(text: Text, drafts: list[Draft]) -> None:
    """Every draft that a response cue belongs to knows which drafts it answers."""
    for cue in text.chart.kinds.get("cue", ()):
        if cue.value != "responds_to":
            continue
        answered = _telling(drafts, cue.part("answered")) or _after(drafts, cue)
        answer = _telling(drafts, cue.part("answer")) or _before(drafts, cue, answered)
        if answered is None and answer is not None:
            answered = _earlier(drafts, answer)
        if answer is not None and answered is not None and answer is not answered:
            _tie(answer, answered, cue)


def _tie(answer: Draft, answered: Draft, cue: Mention) -> None:
    if all(other is not answered for other in answer.answers):
        answer.answers.append(answered)
        answer.cue = answer.cue or cue


def _telling(drafts: list[Draft], act: Mention | None) -> Draft | None:
    """The draft that has this act word among those that tell it."""
    if act is None:
        return None
    for draft in drafts:
        for event in draft.mentions:
            told = [event.trigger, *(mention for role, mention in event.arguments if role == "act")]
            if any(one.start == act.start for one in told):
                return draft
    return None


def _triggers(draft: Draft) -> list[Mention]:
    return [event.trigger for event in draft.mentions]


def _after(drafts: list[Draft], cue: Mention) -> Draft | None:
    """The act named within a few words after the cue."""
    near = [
        (trigger.first, number)
        for number, draft in enumerate(drafts)
        for trigger in _triggers(draft)
        if cue.last <= trigger.first <= cue.last + REACH
    ]
    return drafts[min(near)[1]] if near else None


def _before(drafts: list[Draft], cue: Mention, barred: Draft | None) -> Draft | None:
    """The act that the cue is said of: the last one told before it."""
    near = [
        (trigger.first, number)
        for number, draft in enumerate(drafts)
        for trigger in _triggers(draft)
        if draft is not barred and cue.first - 60 <= trigger.first < cue.first
    ]
    return drafts[max(near)[1]] if near else None


def _earlier(drafts: list[Draft], answer: Draft) -> Draft | None:
    """Without an act named, what is answered is the act told before."""
    number = next(i for i, draft in enumerate(drafts) if draft is answer)
    return drafts[number - 1] if number else None
