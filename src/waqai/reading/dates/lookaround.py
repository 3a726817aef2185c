"""Times that are read by looking at what stands around them: bare months, numeric dates, steps from now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from waqai.language.fold import fold_word
from waqai.reading.dates.model import TimeExpr
from waqai.reading.dates.productions import Filled, expr, integer, month, with_year
from waqai.reading.engine import Chart
from waqai.reading.model import Mention


def _folded(text: str) -> frozenset[str]:
    return frozenset(fold_word(word) for word in text.split())


AMBIGUOUS = _folded("آب مارس ماي جوان أوت صفر رجب شعبان شوال محرم المحرم رمضان")
"""Months that are also other words or people's names: alone they need «في» or the like before them."""
APPROXIMATE = _folded("نحو حوالي حوالى قرابة زهاء أكثر أقل من ما يقارب يزيد عن على")
CUES = _folded("في منذ خلال أوائل أواخر أواسط منتصف مطلع مستهل نهاية بداية بين حتى")
YEARS = range(1900, 2101)
HIJRI_YEARS = range(1343, 1501)
DATE_CUES = _folded("يوم في بتاريخ تاريخ منذ وفي")


def _word(chart: Chart, index: int) -> str:
    """The token at an index, a conjunction taken off; "" outside the text."""
    if not 0 <= index < len(chart.tokens):
        return ""
    text = chart.tokens[index].text
    return text[1:] if len(text) > 2 and text[0] in "وف" else text


def _at(chart: Chart, index: int, *kinds: str) -> Mention | None:
    """The longest mention of one of the kinds that begins at a token."""
    found = [mention for mention in chart.starts.get(index, ()) if mention.kind in kinds]
    return max(found, key=lambda mention: mention.last, default=None)


def _when(head: Mention, last: Mention, value: TimeExpr, rule: str) -> Mention:
    parts = ((head.kind, head),) if head is last else ((head.kind, head), (last.kind, last))
    return Mention("when", value, head.start, last.end, head.first, last.last, rule, head.form, head.lead, "", parts)


def relative_days(chart: Chart) -> Iterator[Mention]:
    """«أمس», «اليوم», «غدا»; «اليوم الأول» and «في اليوم» are no today."""
    for mention in chart.of("relative-day"):
        shift = integer(mention)
        if shift == 0 and (_at(chart, mention.last, "ordinal", "few", "ordinal-word") or mention.lead.endswith("ل")):
            continue
        value = TimeExpr(unit="day", shift=shift)
        yield _when(mention, mention, value, "dates.relative-day")


def named_day(filled: Filled) -> TimeExpr | None:
    """«يوم الأحد», «يومي السبت والأحد»: the day or days that are named."""
    time, form = expr(filled["when"]), filled["unit"].form
    if time.flag or time.part or ("dual" in form) != (time.to is not None) or "plural" in form or "the" in form:
        return None
    return time if time.names_day or time.to is not None else None


def bare_months(chart: Chart) -> Iterator[Mention]:
    """A month alone, where it can be nothing else."""
    for mention in chart.of("month", "hijri-month"):
        word = chart.tokens[mention.last - 1].text
        sure = mention.parts or mention.rule.startswith("dates.")
        doubtful = mention.kind == "hijri-month" or any(word.endswith(name) for name in AMBIGUOUS)
        if sure or not doubtful or _word(chart, mention.first - 1) in CUES:
            yield _when(mention, mention, month({"month": mention}), "dates.month")


def month_year(filled: Filled) -> TimeExpr | None:
    """«آب 2013»: the year makes sure that it is a month."""
    named = filled["month"]
    when = Mention("when", month(filled), named.start, named.end, named.first, named.last, named.rule)
    return with_year({"when": when, "year": filled["year"]})


def year_numbers(chart: Chart) -> Iterator[Mention]:
    """Numbers that can be years: 2015, 1444, «ألفين وأربعة عشر»."""
    for m in chart.of("number"):
        value = integer(m)
        text = chart.tokens[m.first].text
        before = _at(chart, m.first - 1, "hijri-month", "timeunit")
        after = _at(chart, m.last, "hijri-year") or _word(chart, m.last) in ("ه", "هجري")
        spelled = before is not None and before.value == "year"
        hijri = value in HIJRI_YEARS and (after or spelled or (before is not None and before.kind == "hijri-month"))
        if hijri or (value in YEARS and (text.isdigit() or spelled)):
            yield Mention(
                "year",
                value,
                m.start,
                m.end,
                m.first,
                m.last,
                "dates.year-number",
                "",
                m.lead,
                "",
                (("number", m),),
            )


def numeric(chart: Chart) -> Iterator[Mention]:
    """«29-10-2022», «2021/07/11», «17.9.2022»; «15/5» only after a weekday, «يوم» or the like."""
    for index, token in enumerate(chart.tokens):
        if token.kind != "number":
            continue
        value = numeric_date(token.text)
        if value is None or (value.year is None and not _dated(chart, index)):
            continue
        yield Mention("when", value, token.start, token.end, index, index + 1, "dates.numeric")


def _dated(chart: Chart, index: int) -> bool:
    near = _word(chart, index - 1) in DATE_CUES or chart.tokens[index - 1].text in DATE_CUES
    return index > 0 and (near or _at(chart, index - 1, "weekday") is not None)


def numeric_date(text: str) -> TimeExpr | None:
    """The date that digits spell, day before month unless that cannot be; None where they spell none."""
    for sign in "/-.":
        parts = text.split(sign)
        if len(parts) in (2, 3) and all(part.isdigit() and len(part) <= 4 for part in parts):
            return _parts_date([int(part) for part in parts], [len(part) for part in parts], sign)
    return None


def _parts_date(numbers: list[int], widths: list[int], sign: str) -> TimeExpr | None:
    if len(numbers) == 2:
        day, mon = numbers
        if sign == "/" and max(widths) <= 2 and 1 <= day <= 31 and 1 <= mon <= 12:
            return TimeExpr(month=mon, day=day)
        return TimeExpr(month=day, year=mon) if sign == "/" and 1 <= day <= 12 and mon in YEARS else None
    year, mon, day = numbers if widths[0] == 4 else reversed(numbers)
    if widths[0] != 4 and widths[2] == 2 and sign != ".":
        year += 2000 if year < 70 else 1900
    if mon > 12:
        mon, day = day, mon
    try:
        date(year, mon, day)
    except ValueError:
        return None
    return TimeExpr(year=year, month=mon, day=day) if year in YEARS else None


def steps(chart: Chart) -> Iterator[Mention]:
    """«قبل ثلاثة أيام», «منذ أسبوعين»; «قبل يومين من الهجوم» is told from another event."""
    for step in chart.of("step", "since"):
        found = _amount(chart, step.last)
        if found is None:
            continue
        amount, unit = found
        following = _word(chart, unit.last)
        anchored = following in ("من", "علي")
        if step.kind == "step" and (anchored or step.value == "later"):
            if anchored:
                yield _when(step, unit, TimeExpr(anchor="other-event"), "dates.steps")
            continue
        shift = -amount if amount else None
        flag = "since" if step.kind == "since" else ""
        value = TimeExpr(unit=str(unit.value), shift=shift, direction="ago", flag=flag)
        yield _when(step, unit, value, "dates.steps")


def _amount(chart: Chart, index: int) -> tuple[int, Mention] | None:
    """How many of which unit: 0 where «أيام» stands without a number."""
    while _word(chart, index) in APPROXIMATE:
        index += 1
    number = _at(chart, index, "number")
    if number is not None:
        unit = _at(chart, number.last, "timeunit")
        return (integer(number), unit) if unit and unit.value != "decade" else None
    for skipped in range(2):
        unit = _at(chart, index + skipped, "timeunit")
        if unit is None:
            if _at(chart, index + skipped, "quantifier", "several"):
                continue
            return None
        if "the" in unit.form or unit.value == "decade":
            return None
        return (2 if "dual" in unit.form else 0 if "plural" in unit.form else 1), unit
    return None


NAMED_AFTER = _folded(
    """شارع حي جسر ساحة ميدان ثورة انتفاضة حركة لواء كتيبة كتائب جامعة ملعب مدرسة معسكر مدينة محور كوبري طريق مشفى
    مستشفى حزب تيار اتفاق فوج فرقة استاد قاعدة مخيم حديقة"""
)
MARKETS = _folded("سوق قرية")


def named_after(chart: Chart) -> Iterator[Mention]:
    """«شارع 14 تموز», «ثورة 25 يناير», «سوق الأحد»: names, and no times of anything told with them."""
    for mention in chart.of("when"):
        value, before = mention.value, _bare(chart, mention.first - 1)
        if not isinstance(value, TimeExpr) or mention.lead or mention.first == 0:
            continue
        dated = before in NAMED_AFTER and value == TimeExpr(month=value.month, day=value.day) and value.day is not None
        if dated or (before in MARKETS and value == TimeExpr(weekday=value.weekday)):
            head = chart.tokens[mention.first - 1]
            name = TimeExpr(anchor="name")
            yield Mention(
                "when", name, head.start, mention.end, mention.first - 1, mention.last, "dates.named-after", "", "", "",
                (("date", mention),),
            )  # fmt: skip


def _bare(chart: Chart, index: int) -> str:
    """The word there without conjunction, ب, ل and article."""
    word = _word(chart, index)
    for lead in ("بال", "لل", "ال", "ب", "ل"):
        if word.startswith(lead) and len(word) - len(lead) > 1:
            return word if word in NAMED_AFTER else word.removeprefix(lead)
    return word
