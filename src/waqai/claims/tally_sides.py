"""Whose acts a stated total counts, and against whom (codebook, section 9: totals over many acts)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from waqai.claims.drafts import codebook_id
from waqai.claims.targets import identity
from waqai.reading.agents import AGAINST, HITTING
from waqai.reading.clauses import events_of
from waqai.reading.government import word_at
from waqai.reading.model import EventMention, Mention
from waqai.reading.read import Text, sentence_tokens

AHEAD = 6
"""Words from a total to «على», «ضد», «من قبل» and «استهدفت» that still speak of it."""
DOING = frozenset(
    "شن شنت تشن يشن نفذ نفذت تنفذ ينفذ اطلق اطلقت وجه وجهت القي القت اسقط اسقطت ارتكب ارتكبت تنفيذ شنوا نفذوا".split()
)
DONE_BY = frozenset(
    "نفذتها نفذها نفذته نفذه شنتها شنها شنته شنه تشنها يشنها اطلقتها اطلقها القتها القاها ارتكبتها".split()
)
FROM_THE_SIDE = (("من", "قبل"), ("من", "جانب"), ("من", "طرف"), ("علي", "يد"), ("علي", "ايدي"))
AIMED = HITTING | frozenset("استهدفت استهدف استهدفا تستهدف يستهدف طاولت طاول".split())
SUFFERING = frozenset("تعرضت تعرض تتعرض يتعرض تعرضوا".split())
BACK = 9
"""Words from «تعرضت», «شنت» to the total that they lead to."""
ENDS = frozenset(".؟!؛")
DIRECTING = frozenset("وجهنا وجه وجهت وجهوا نوجه".split())
"""«وجهنا 20 ضربة للحزب»: not the party's own."""
PARTIES = ("facility", "actor", "person", "nisba")
"""A country is where the acts were: «50 ضربة على سوريا»."""


class Sides(NamedTuple):
    """The codebook's ids of those whose acts are counted, and of those that these hit; empty where nothing says so."""

    by: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


def sides(text: Text, total: Mention) -> Sides:
    """«نحو خمسين هجوما على القواعد الأميركية», «شنت إسرائيل 30 غارة»: both as far as the total's own clause says."""
    acts = [event for event in _events(text, total) if _tells(event, total)]
    by = _ids(codebook_id(m) for event in acts for m in event.of("initiator"))
    hit = (m for event in acts for m in event.of("target") if m.kind != "metonym")
    against = _ids(identity(text, m.start, m.end) for m in hit)
    if total.rule != "tallies.nth-time":  # «المرة الأولى التي تستهدف فيها …»: what follows is the act, and read as one
        by, against = by or _doers(text, total), against or _aims(text, total)
    # «غارات هي الأولى للجيش التركي على …»: whose they are, they did not hit
    return Sides(by, tuple(one for one in against if one not in by))


def _events(text: Text, total: Mention) -> Iterable[EventMention]:
    for first, last in sentence_tokens(text):
        if first <= total.first < last:
            return events_of(text.chart, first, last)
    return ()


def _tells(event: EventMention, total: Mention) -> bool:
    """Whether the act is the one that is counted: «أول غارة», «ثاني هجوم»."""
    return event.trigger.start < total.end and total.start < event.trigger.end


def _ids(found: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({one for one in found if one is not None and one != "unidentified"}))


def _doers(text: Text, total: Mention) -> tuple[str, ...]:
    """«شنت إسرائيل مئات الضربات», «إسرائيل شنت …», «30 غارة إسرائيلية», «… من قبل قوات النظام وروسيا»."""
    chart = text.chart
    found = _subjects(text, total)
    near = (m for index in range(total.first, total.last + 1) for m in chart.starts.get(index, ()))
    found += [m for m in near if m.kind == "nisba" and not m.lead]
    if word_at(chart, total.first - 1).removeprefix("و") not in DIRECTING:
        found += _row(text, total.last, "ل")
    for index in range(total.last, total.last + AHEAD):
        if word_at(chart, index) in DONE_BY:
            found += _row(text, index + 1)
        elif _from_the_side(text, index):
            found += _row(text, index + 2)
    return _ids(codebook_id(m) for m in found)


def _subjects(text: Text, total: Mention) -> list[Mention]:
    """Who stands with the verb that leads to the total, or whose acts «عدد الهجمات الحوثية» are."""
    chart = text.chart
    for index in range(total.first - 1, max(-1, total.first - BACK), -1):
        if text.tokens[index].kind == "newline" or word_at(chart, index) in ENDS:
            break
        if word_at(chart, index).removeprefix("و") in DOING:
            return _row(text, index + 1) or [m for m in _ending(text, index) if m.kind in ("actor", "metonym")]
        if any(m.kind == "total-word" for m in chart.starts.get(index, ())):
            within = [m for at in range(index, min(index + 4, total.first)) for m in chart.starts.get(at, ())]
            return [m for m in within if m.kind == "nisba" and not m.lead]
    return []


def _aims(text: Text, total: Mention) -> tuple[str, ...]:
    """«… على قواعد التحالف», «… استهدفت المدنيين», «استهدفت سبعون هجمة السفارة الأميركية».

    Before it only what suffered them: «تعرضت القواعد لـ40 هجوما».
    """
    chart = text.chart
    if word_at(chart, total.first - 1).removeprefix("و") in AIMED:
        return _aimed(text, total.last)
    for index in range(total.last, min(total.last + AHEAD, len(chart.tokens))):
        if chart.tokens[index - 1].kind == "newline" or _from_the_side(text, index):
            break
        if word_at(chart, index) in AGAINST | AIMED:
            return _aimed(text, index + 1)
    for index in range(total.first - 1, max(-1, total.first - BACK), -1):
        if word_at(chart, index).removeprefix("و") in SUFFERING:
            return _aimed(text, index + 1)
    return ()


def _from_the_side(text: Text, index: int) -> bool:
    return (word_at(text.chart, index), word_at(text.chart, index + 1)) in FROM_THE_SIDE


def _aimed(text: Text, index: int) -> tuple[str, ...]:
    """The ids of the parties named there in a row, or whose the thing there is: «السفارات الأميركية».

    None where the row goes on to what is not known: «مواقع قوات النظام وأخرى للحزب» are not the army's alone.
    """
    chart, found = text.chart, list[str | None]()
    if any(m.kind == "toponym" for m in chart.starts.get(index, ())) and not _stands(text, index):
        return ()
    while row := [m for m in chart.starts.get(index, ()) if m.kind in PARTIES and m.lead == ("و" if found else "")]:
        longest = max(row, key=lambda m: m.end)
        found.append(identity(text, longest.start, longest.end))
        index = longest.last
    if found:
        return () if None in found or _goes_on(text, index) else _ids(found)
    if any(m.kind == "place" for m in chart.starts.get(index, ())):
        return ()
    owner = [m for m in chart.starts.get(index + 1, ()) if m.kind in ("nisba", "actor") and m.lead in ("", "ل")]
    return _ids(codebook_id(m) for m in owner)


def _stands(text: Text, index: int) -> bool:
    """Whether a thing or a side begins there, and not only a place: «سوريا» is also «سوري» in another case."""
    return any(m.kind in ("facility", "actor") for m in text.chart.starts.get(index, ()))


def _goes_on(text: Text, index: int) -> bool:
    """Whether a word joined by «و» stands there that is neither a verb of its own nor a place or time."""
    if not word_at(text.chart, index).startswith("و"):
        return False
    known = ("verb", "act", "place", "when", "reporting")
    return not any(m.kind in known for m in text.chart.starts.get(index, ()))


def _ending(text: Text, index: int) -> list[Mention]:
    """What ends right before the token, told in at most four words."""
    return [m for at in range(max(0, index - 4), index) for m in text.chart.starts.get(at, ()) if m.last == index]


def _row(text: Text, index: int, lead: str = "") -> list[Mention]:
    """The actor that begins there and those joined to it: «قوات النظام وروسيا», «للنظام وروسيا»."""
    found: list[Mention] = []
    while True:
        here = [m for m in text.chart.starts.get(index, ()) if m.kind in ("actor", "metonym")]
        here = [m for m in here if m.lead == ("و" if found else lead)]
        if not here:
            return found
        found.append(max(here, key=lambda m: m.last))
        index = found[-1].last
