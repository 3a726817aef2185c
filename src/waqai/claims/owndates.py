"""The day that an act's own clauses give: which of the times told with it are its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from waqai.claims.drafts import Draft
from waqai.claims.model import Precision, When
from waqai.language.quotations import quotations
from waqai.reading.dates.model import TimeExpr
from waqai.reading.model import EventMention, Mention
from waqai.reading.read import Text

Whens = dict[Mention, When]
OPEN = frozenset(["since", "until"])
LASTING = frozenset("abduct abduction missing disappear kidnap detain arrest siege".split())
"""Acts that «منذ 12 يوليو» dates by their first day: «مخطوف منذ …»."""
AFTERMATH = frozenset("بعد غداه عقب اثر منذ قبل اعقاب".split())
SHORT = frozenset([Precision.DAY, Precision.DAYS, Precision.WEEK])
LAST = 3
"""The rank of a period that is still open: «بدأت هجوما منذ أسبوع»."""
TURN = frozenset("لكن الا غير فيما بينما".split())
THAT = frozenset("ان انه انها انهم بان بانه بانها عن : قوله قولها".split())
BETWEEN = 8
SIDE = 3


def own(text: Text, draft: Draft, whens: Whens) -> When | None:
    """The finest date that the act's own clauses give, the first of equals."""
    told = [(*one, number) for number, event in enumerate(draft.mentions) for one in _told(text, event, whens)]
    order = list(Precision)
    best = min(told, key=lambda one: (one[0], order.index(one[1].precision)), default=None)
    return _narrowed(best, told) if best is not None else None


def _narrowed(best: tuple[int, When, int], told: list[tuple[int, When, int]]) -> When:
    """«في أواخر يونيو», and elsewhere «أعلنت في الثامن والعشرين عن شن غارات»: the day announced lies in the stretch."""
    rank, when, _ = best
    dated = {at for place, _, at in told if place == 0}
    days = [
        one
        for place, one, at in told
        if place == rank + 1 and at not in dated and one.precision is Precision.DAY and _inside(one, when)
    ]
    return days[0] if when.precision is not Precision.DAY and days and rank == 0 else when


def _inside(narrow: When, wide: When) -> bool:
    if narrow.earliest is None or wide.earliest is None or narrow.latest is None or wide.latest is None:
        return False
    return wide.earliest <= narrow.earliest and narrow.latest <= wide.latest


def _told(text: Text, event: EventMention, whens: Whens) -> Iterator[tuple[int, When]]:
    """The times of the act's clause, each with its rank; the best is 0."""
    for mention in event.of("when"):
        when, rank = whens.get(mention), _rank(text, event, mention)
        if when is None or when.earliest is None or rank is None:
            continue
        flag = mention.value.flag if isinstance(mention.value, TimeExpr) else ""
        if flag not in OPEN:
            yield rank, when
        elif flag == "since" and event.act in LASTING:
            yield rank, replace(when, latest=when.earliest, precision=Precision.DAY)
        elif flag == "since" and when.precision in SHORT and not _in_tally(text, mention):
            yield LAST, when


def _in_tally(text: Text, mention: Mention) -> bool:
    """«الثاني منذ الأحد»: the time of a count."""
    if any(m.kind == "ordinal" for m in text.chart.starts.get(mention.first - 1, ())):
        return True
    return any(t.first <= mention.first and mention.last <= t.last for t in text.chart.kinds.get("tally", ()))


def _rank(text: Text, event: EventMention, mention: Mention) -> int | None:
    """0 for a time of the act's own clause, 1 for that of the words about it, 2 across a turn; None: not its own."""
    trigger = event.trigger
    if mention.last <= trigger.first and _is_aftermath(text, trigger):
        return None
    low, high = sorted((mention, trigger), key=lambda m: m.first)
    if any(token.text.lstrip("و") in TURN for token in text.tokens[low.last : high.first]):
        return 2
    return 1 if of_speaking(text, mention) or _is_vague(mention) or _is_quoted(text, mention) else 0


def _is_vague(mention: Mention) -> bool:
    """«الساعات الماضية», «الأيام الأخيرة»: a stretch of no number up to now."""
    expr = mention.value
    return isinstance(expr, TimeExpr) and expr.span == 0


def _is_quoted(text: Text, mention: Mention) -> bool:
    """«… ردا على هجوم اليوم» in somebody's words: the day is counted from when he spoke."""
    expr = mention.value
    if not isinstance(expr, TimeExpr) or expr.weekday is not None or expr.unit != "day":
        return False
    return any(low < mention.start and mention.end < high for low, high in quotations(text.folded.text))


def _is_aftermath(text: Text, trigger: Mention) -> bool:
    """«أعلن اليوم … غداة هجوم», «بعد القصف»: a time before it is that of what came after."""
    if trigger.form.startswith("verb"):
        return False
    before = text.tokens[max(0, trigger.first - SIDE) : trigger.first]
    return any(token.text.lstrip("و") in AFTERMATH for token in before)


def of_speaking(text: Text, when: Mention) -> bool:
    """قال فلان الجمعة إن …، أعلنت الوزارة أمس عن …: the day of the words, not of the act."""
    after = text.chart.next_token(when.last)
    while after < len(text.tokens) and text.tokens[after].text in "،,)":
        after += 1
    complement = after < len(text.tokens) and text.tokens[after].text in THAT
    for said in text.chart.kinds.get("attribution", ()):
        if said.first < when.first and when.last <= said.last + 2:
            return True
        near = said.last <= when.first <= said.last + BETWEEN
        if complement and near and not _acts(text, said.last, when.first):
            return True
    return complement and text.tokens[after].text not in ("عن", ":")


def _acts(text: Text, first: int, last: int) -> bool:
    """Whether an act is told between the tokens."""
    return any(m.kind == "act" for index in range(first, last) for m in text.chart.starts.get(index, ()))
