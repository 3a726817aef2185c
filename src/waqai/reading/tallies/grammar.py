"""Totals and ordinals over many acts: «نحو خمسين هجوما منذ مطلع العام», «ثاني غارة خلال يومين»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from waqai.language.fold import fold_word
from waqai.reading.engine import Chart, Rule
from waqai.reading.model import Count, Mention
from waqai.reading.tallies.counts import Tally, acts, cases, counted, least, tally
from waqai.reading.tallies.shares import parts, shares

ENDS = frozenset(".؟!؛\n")
CONDITIONAL = frozenset(fold_word(w) for w in "إذا حال لو إن تأكد ستكون سيكون وستكون وسيكون".split())
LARGE = 100
MANY = 5
REACH = 12
LEADING = 8
COUNTRY_CODE = 2
OPENING = 3
UNITS = frozenset(fold_word(w) for w in "شهر الشهر عام العام سنة الأسبوع أسبوع".split())


def _ends(chart: Chart, index: int) -> bool:
    return (
        not 0 <= index < len(chart.tokens) or chart.tokens[index].text in ENDS or chart.tokens[index].kind == "newline"
    )


def _behind(chart: Chart, index: int, kind: str, reach: int = REACH) -> Mention | None:
    """The first mention of a kind in the sentence behind a token."""
    for at in range(index, index + reach):
        if _ends(chart, at):
            return None
        found = next((m for m in chart.starts.get(at, ()) if m.kind == kind), None)
        if found is not None:
            return found
    return None


def _before(chart: Chart, index: int, kind: str, reach: int = 6) -> Mention | None:
    for at in range(index - 1, max(-1, index - 1 - reach), -1):
        if _ends(chart, at):
            return None
        found = next((m for m in chart.starts.get(at, ()) if m.kind == kind), None)
        if found is not None:
            return found
    return None


def totals(chart: Chart) -> Iterator[Mention]:
    """A count of acts over a period, as a total, or too large for one act: «23 غارة خلال يومين»."""
    for count, what in counted(chart):
        if _over_many(chart, count, what.last):
            yield tally("tallies.total", count, what.last, str(what.value), ("what", what))


def risen(chart: Chart) -> Iterator[Mention]:
    """«يرتفع إلى 172 تعداد الغارات», «بلغ عدد الهجمات 40 هجوما»: a number told with the word for a count of acts."""
    for count in chart.of("count", "number"):
        if not isinstance(count.value, Count | int) or any(
            m.first <= count.first < m.last for m in chart.kinds.get("when", ())
        ):
            continue
        word = next((m for m in chart.starts.get(count.last, ()) if m.kind == "total-word"), None)
        what = acts(chart, word.last) if word is not None else None
        if what is not None:
            amount = count.value if isinstance(count.value, Count) else Count(count.value, count.value)
            found = replace(count, kind="count", value=amount)
            yield tally("tallies.risen", found, what.last, str(what.value), ("what", what))


def bulletins(chart: Chart) -> Iterator[Mention]:
    """«23 غارة في العراق»: one bulletin's total for a whole country, and still an act where nothing finer is told."""
    for count, what in counted(chart):
        if what.kind != "act" or least(count) < MANY or _over_many(chart, count, what.last):
            continue
        if _country_wide(chart, what.last):
            yield replace(tally("tallies.bulletin", count, what.last, str(what.value), ("what", what)), kind="bulletin")


def weapons(chart: Chart) -> Iterator[Mention]:
    """«500 برميل متفجر خلال أسبوع», «أكثر من 300 قذيفة منذ …»."""
    for weapon in chart.of("weapon"):
        count = weapon.part("count")
        if count is None or not isinstance(count.value, Count) or not isinstance(weapon.value, tuple):
            continue
        if _over_many(chart, count, weapon.last):
            yield tally("tallies.weapons", count, weapon.last, str(weapon.value[0]), ("what", weapon))


def _over_many(chart: Chart, count: Mention, last: int) -> bool:
    if (amount := least(count)) < 2:
        return False
    if amount >= LARGE or _before(chart, count.first, "total-word", LEADING) is not None:
        return True
    if _behind(chart, last, "period") is not None or _lasting_before(chart, count.first):
        return True
    return _of_a_month(chart, count.first) or _in_list(chart, count.first)


def _lasting_before(chart: Chart, index: int) -> bool:
    """«وخلال شباط 14 غارة»; but «خلال نهار أمس 14 غارة» are of one day."""
    period = _before(chart, index, "period", 3)
    behind = chart.starts.get(period.last, ()) if period is not None else ()
    return period is not None and not any(
        m.kind == "daypart" or (m.kind == "when" and getattr(m.value, "names_day", False)) for m in behind
    )


def _of_a_month(chart: Chart, index: int) -> bool:
    """«وخلال شهر شباط وحده، سجلت أربع هجمات»"""
    period = _before(chart, index, "period", LEADING)
    return period is not None and chart.tokens[period.last].text in UNITS


def _in_list(chart: Chart, index: int) -> bool:
    """«- الشهر الثاني، 10 استهدافات»: a line of a list by months or years."""
    line = index
    while line > 0 and chart.tokens[line - 1].kind != "newline" and index - line <= LEADING:
        line -= 1
    opening = {chart.tokens[at].text.removeprefix("و") for at in range(line, min(line + OPENING, index))}
    return index - line <= LEADING and bool(opening & UNITS)


def _country_wide(chart: Chart, index: int) -> bool:
    """«23 غارة في العراق»: over a whole country, as the first place behind says; its id has two letters."""
    names = _behind(chart, index, "toponym")
    ids = names.value if names is not None and isinstance(names.value, tuple) else ()
    return len(ids) == 1 and len(str(ids[0])) == COUNTRY_CODE


def repeated(chart: Chart) -> Iterator[Mention]:
    """«قصف المدينة ثلاث مرات», «هوجمت القاعدة أربع مرات خلال شهر»."""
    for times in chart.of("time-of"):
        if times.value != "times-noun":
            continue
        for count in chart.of("count"):
            if count.last == times.first and isinstance(count.value, Count) and count.value.low > 1:
                act = _before(chart, count.first, "act", REACH)
                if act is not None:
                    yield tally("tallies.repeated", count, times.last, str(act.value), ("times", times))


def ordinals(chart: Chart) -> Iterator[Mention]:
    """«ثاني هجوم …», «الهجوم الثالث من نوعه», «أولى غاراته»."""
    for ordinal in chart.of("ordinal"):
        if _of_a_day(chart, ordinal):
            continue
        following = acts(chart, ordinal.last)
        leading = _act_before(chart, ordinal) or _act_at(chart, ordinal) or _case_before(chart, ordinal)
        if following is not None and not ordinal.form.endswith(".the") and not _article(chart, ordinal):
            first, last, act = ordinal, following, following
        elif leading is not None and (_in_series(chart, ordinal) or _behind(chart, ordinal.last, "period", 8)):
            first, last, act = leading, ordinal, leading
        else:
            continue
        if not _conditional(chart, first):
            yield _nth("tallies.ordinal", ordinal, first, last, str(act.value))


def _of_a_day(chart: Chart, ordinal: Mention) -> bool:
    """«منذ اندلاع المواجهات في الثامن من أكتوبر»: the number of a day."""
    return any(m.first <= ordinal.first < m.last for m in chart.kinds.get("when", ()))


def _in_series(chart: Chart, ordinal: Mention) -> bool:
    """«الغارة التاسعة», «غارات هي الأولى», «العملية الأولى التي …»."""
    behind = chart.tokens[ordinal.last].text if ordinal.last < len(chart.tokens) else ""
    before = chart.tokens[ordinal.first - 1].text if ordinal.first else ""
    return int(str(ordinal.value)) > 3 or behind in ("التي", "الذي") or before in ("هي", "هو")


def _article(chart: Chart, ordinal: Mention) -> bool:
    return chart.tokens[ordinal.first].text.removeprefix(ordinal.lead).startswith("ال")


def _act_before(chart: Chart, ordinal: Mention) -> Mention | None:
    """«الهجوم الثالث», «الهجوم الانتحاري الثالث», «غارات هي الأولى»."""
    for at in range(ordinal.first - 1, max(-1, ordinal.first - 4), -1):
        found = acts(chart, at)
        if found is not None and _article(chart, ordinal):
            return found
    return None


def _case_before(chart: Chart, ordinal: Mention) -> Mention | None:
    """«الحادث الثالث من نوعه», «الواقعة الثانية خلال أسبوع»: only of its kind, or in a stretch of time."""
    if not _article(chart, ordinal) or _behind(chart, ordinal.last, "period", 2) is None:
        return None
    return cases(chart, ordinal.first - 1)


def _act_at(chart: Chart, ordinal: Mention) -> Mention | None:
    """«الهجوم على مطار عدن الثاني منذ الأحد»: the ordinal behind the place that was hit."""
    if not _article(chart, ordinal):
        return None
    for place in chart.kinds.get("place", ()):
        if place.last == ordinal.first and chart.tokens[place.first - 1].text in ("علي", "في"):
            return next((m for m in chart.of("act") if m.last == place.first - 1 and m.form.endswith(".the")), None)
    return None


def _nth(rule: str, ordinal: Mention, first: Mention, last: Mention, what: str) -> Mention:
    value = Tally(int(str(ordinal.value)), approximate=False, what=what, ordinal=True)
    return Mention(
        "nth-act",
        value,
        first.start,
        last.end,
        first.first,
        last.last,
        rule,
        "",
        first.lead,
        "",
        (("ordinal", ordinal),),
    )


def nth_time(chart: Chart) -> Iterator[Mention]:
    """«للمرة الثانية خلال أسبوع», «المرة الأولى التي …», «رابع مرة يُقصف فيها …», where an act is told."""
    for times in chart.of("time-of"):
        row = [m for m in chart.starts.get(times.last, ()) if m.kind == "ordinal" and times.value == "times"]
        if times.value == "times-noun" and times.form == "noun":
            row = [m for m in chart.starts.get(times.first - 1, ()) if m.kind == "ordinal" and not _article(chart, m)]
        if not row or _conditional(chart, times):
            continue
        first, last = sorted((times, row[0]), key=lambda m: m.first)
        act = _before(chart, first.first, "act", REACH) or _behind(chart, last.last, "act")
        if act is not None:
            yield _nth("tallies.nth-time", row[0], first, last, str(act.value))


def _conditional(chart: Chart, mention: Mention) -> bool:
    """«إذا تأكد ذلك، فسيكون أول هجوم»: not coded."""
    for at in range(mention.first - 1, max(-1, mention.first - REACH), -1):
        if _ends(chart, at):
            return False
        text = chart.tokens[at].text
        if text in CONDITIONAL - {"ان"} or text.removeprefix("ف") in ("ستكون", "سيكون", "اذا"):
            return True
    return False


RULES = (
    Rule("tallies.total", "tally", find=totals, about="نحو خمسين هجوما منذ مطلع العام"),
    Rule("tallies.risen", "tally", find=risen, about="يرتفع إلى 172 تعداد الغارات"),
    Rule("tallies.part", "tally", find=parts, about="نحو 60 غارة منذ مطلع العام، منها 20 غارة على إدلب"),
    Rule("tallies.share", "tally", find=shares, about="135 هجوما على القواعد، منها 36 على العمر"),
    Rule("tallies.bulletin", "bulletin", find=bulletins, about="23 غارة جوية في العراق"),
    Rule("tallies.weapons", "tally", find=weapons, about="500 برميل متفجر خلال أسبوع"),
    Rule("tallies.repeated", "tally", find=repeated, about="ثلاث مرات"),
    Rule("tallies.ordinal", "nth-act", find=ordinals, about="الهجوم الثالث من نوعه خلال أسبوع"),
    Rule("tallies.nth-time", "nth-act", find=nth_time, about="للمرة الثانية خلال شهر"),
)
