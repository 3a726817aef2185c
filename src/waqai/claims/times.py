"""When an act was: its own words, else those of its sentence's neighbours, else the news of the day."""

from __future__ import annotations

from datetime import date, timedelta

from waqai.claims.dating import resolve
from waqai.claims.drafts import Draft
from waqai.claims.model import Precision, When
from waqai.claims.quoting import words
from waqai.reading.model import Mention
from waqai.reading.read import Text

Days = tuple[date, date]
UNKNOWN = When(None, None, Precision.UNKNOWN)
THAT = frozenset("ان انه انها انهم بان بانه بانها".split())


def resolved(text: Text, published: date | None) -> dict[Mention, When]:
    """What each date expression of the report means."""
    found: dict[Mention, When] = {}
    for mention in text.chart.kinds.get("when", ()):
        when = resolve(mention.value, published)
        if when is not None:
            found[mention] = When(when.earliest, when.latest, when.precision, words(text, mention), "own words")
    return found


def days(text: Text, whens: dict[Mention, When]) -> dict[Mention, Days | None]:
    """The bounds of each expression; None where the calendar day is not known, or only that of someone's words."""
    return {
        mention: (when.earliest, when.latest)
        if when.earliest and when.latest and not _of_speaking(text, mention)
        else None
        for mention, when in whens.items()
    }


def own(text: Text, draft: Draft, whens: dict[Mention, When]) -> When | None:
    """The finest date that the act's own clauses give, the first of equals."""
    told = [m for m in draft.of("when") if m in whens and whens[m].earliest]
    mine = [whens[m] for m in told if not _of_speaking(text, m)] or [whens[m] for m in told]
    if not mine:
        return None
    order = list(Precision)
    return min(mine, key=lambda when: order.index(when.precision))


def _of_speaking(text: Text, when: Mention) -> bool:
    """قال فلان الجمعة إن …: the day of the words, not of the act."""
    for said in text.chart.kinds.get("attribution", ()):
        if said.first < when.first and when.last <= said.last + 2:
            return True
    index = text.chart.next_token(when.last)
    while index < len(text.tokens) and text.tokens[index].text in "،,":
        index += 1
    return index < len(text.tokens) and text.tokens[index].text in THAT


def news_of_the_day(published: date | None) -> When:
    """An act told as news without a time of its own: the publication day and the one before (codebook, 6)."""
    if published is None:
        return UNKNOWN
    return When(published - timedelta(days=1), published, Precision.DAYS, None, "news of the day")
