"""Figures that a word for harm makes with the persons beside it: «قُتل ثلاثة مدنيين», «تسعة متمردين قتلوا»."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.reading.casualties.figure import (
    bare,
    begins,
    ends,
    figure,
    folded,
    is_one,
    persons,
    shared,
    silenced,
    taken,
    word,
)
from waqai.reading.casualties.rumours import is_rumour
from waqai.reading.casualties.sufferers import amount, sufferer
from waqai.reading.engine import Chart
from waqai.reading.model import Casualty, Count, Mention, Part

PURPOSE = folded(
    "محاولة محاولته محاولات تهديد هدد هددت خطة خططوا بهدف بغية قصد نية كادت كاد يعتزم حكم حكمت "
    "المحكمة محكمة قضت أحكام حكما عقوبة تنفيذ طالب طالبت مخطط يريد تريد أراد أرادت ينوي تنوي يحاول "
    "حاول تحاول حاولت رغبة تخطيط يخطط تهمة اتهام"
)
NEGATED = folded("لم لن لا قد سوف أن قبل")
LED = folded("أدى أدت يؤدي تؤدي مؤدية مؤديا مما ما تسبب تسببت إضافة بالإضافة نتيجة تعرض الذكرى ذكرى")
ONE, TWO = Count(1, 1), Count(2, 2)
REAPED = folded("حصد حصدت يحصد تحصد أزهق أزهقت أودى أودت خطف خطفت")
HOLES = folded("قد كان كانوا كانا وقد جميعهم هم بعضهم منهم")
LIVES = folded("لحياته لحياتها لحياتهم لحياتهما حياته حياتها حياتهم")
AMONG = folded("بينهم بينهن بينها منهم ضمنهم فيهم بينهما وبينهم هم وهم")
RULE = "casualties.suffered"
DEMISE_REACH = 24
MOST_PLURAL = 10
"""Above ten the counted noun is a singular: «13 جنديا»."""
SUBJECT_BEFORE = ("وا", "ن", "تا")
"""Endings of a verb whose subject stands before it: «سبعة منهم قتلوا وأصيب اثنان»."""


def harms(chart: Chart) -> list[Mention]:
    """The words for harm of the text, and «لقي …» with its «مصرعهم», without those that only threaten it."""
    found = [m for m in chart.of("harm") if not m.tail and happens(chart, m)]
    return sorted(found + [m for m in chart.of("fate") if _demise(chart, m)], key=lambda m: (m.first, -m.last))


def happens(chart: Chart, harm: Mention) -> bool:
    """Whether the word tells a harm that came about: no plan, charge, attempt or negation stands before it."""
    before = word(chart, harm.first - 1)
    if word(chart, harm.first) == "ارواح":
        return any(is_one(word(chart, i), REAPED) for i in range(max(0, harm.first - 5), harm.first))
    around = {bare(chart, i) for i in range(max(0, harm.first - 2), harm.first)}
    if around & PURPOSE or harm.form.endswith(".the") or is_rumour(chart, harm):
        return False
    if harm.form.startswith("verb"):
        fate = any(m.first == harm.first for m in chart.kinds.get("fate", ()) if _demise(chart, m))
        future = (
            "س" in harm.lead or (harm.form == "verb.present" and before in NEGATED) or before in ("لن", "لم", "سوف")
        )
        return not future and "ل" not in harm.lead and not (fate and harm.value == "missing")
    if harm.lead.endswith("ل"):
        return any(is_one(word(chart, i), LED) for i in range(max(0, harm.first - 4), harm.first))
    return not silenced(chart, harm.first)


def _demise(chart: Chart, fate: Mention) -> Mention | None:
    """«لقي ثلاثة أشخاص مصرعهم», «فارق الحياة»: the word that makes the verb mean death."""
    for at in range(fate.last, fate.last + DEMISE_REACH):
        if ends(chart, at):
            return None
        found = begins(chart, at, "demise") or _own_death(chart, at)
        if found is not None and (
            found.tail or found.kind == "harm" or word(chart, at) in ("الحياه", "حياته", "حياتها")
        ):
            return found
    return None


def _own_death(chart: Chart, at: int) -> Mention | None:
    found = begins(chart, at, "harm")
    return found if found is not None and found.tail and word(chart, at).startswith("مصرع") else None


def suffered(chart: Chart) -> Iterator[Mention]:
    """«قُتل 3 وأصيب 5 آخرون», «مقتل 14 مسلحا», «مقتل وجرح عدد من …», «لقي … مصرعهم»."""
    row: list[Mention] = []
    for harm in harms(chart):
        paired = _paired(chart, harm)
        if paired is None and (_same_before(chart, harm) or _read_as_noun(chart, harm)):
            continue
        found = sufferer(chart, paired or harm)
        if found is None or _cut(chart, paired or harm, found, near=paired is None):
            continue
        count = amount(found)
        lost = harm.value == "missing" and (found.first > harm.last or _definite_one(found))
        if count is None or lost:
            continue
        if (paired is not None and paired.value != harm.value) or _paired_before(chart, harm):
            count = shared(count)
        second = _second(chart, found, count)
        demise = _demise(chart, harm) if harm.kind == "fate" and count == ONE else None
        count = TWO if demise is not None and demise.tail == "هما" else count
        count = TWO if second is not None and count == ONE else count
        parts = _parts(chart, harm, found, row)
        last = behind(chart, harm, second.last if second is not None else found.last)
        mention = figure(chart, RULE, Casualty(str(harm.value), count), (harm.first, last), parts)
        if harm.value == "missing" and word(chart, mention.last) in LIVES:
            mention = figure(chart, RULE, Casualty("killed", count), (harm.first, mention.last + 1), mention.parts)
        if not taken(chart, mention, RULE):
            row.append(mention)
            yield mention


def _second(chart: Chart, found: Mention, count: Count) -> Mention | None:
    """«مقتل رجل وامرأة», «اختطاف الوزير ومدير مكتبه»: one figure of two; «13 جنديا وشرطيا» are of both sorts."""
    glued = word(chart, found.last) == "و"
    other = begins(chart, found.last + glued, "person", "name")
    one = word(chart, found.last) == "واحد"  # «إصابة زوجها وأحد أطفالها»
    if other is not None and one and count == ONE and persons(other).count == ONE:
        return other
    if other is None or not (glued or other.lead == "و") or begins(chart, other.last, "harm") is not None:
        return None
    if persons(other).side == "others" or other.part("count") is not None or persons(other).shape != "one":
        return None
    if count == ONE:
        return other
    singular = (word(chart, (one.part("noun") or one).last - 1).endswith("ا") for one in (found, other))
    return other if count.low > MOST_PLURAL and all(singular) else None


def _definite_one(found: Mention) -> bool:
    """«فقد المرشح أصواتا»: he lost something; who is missing is named or new."""
    group = found.part("group")
    named = found.kind == "name" or (group is not None and group.last > group.first + 1)
    return persons(found).shape == "one" and persons(found).definite and not named


def _paired(chart: Chart, harm: Mention) -> Mention | None:
    """«مقتل وإصابة عدد من …», «قتل أو جرح آخرون»: the second word, which the persons follow."""
    either = word(chart, harm.last) == "او"
    following = begins(chart, harm.last + either, "harm")
    joined = following is not None and (following.lead == "و" or (either and not following.lead))
    return following if joined and following is not None and _agree(chart, harm, following) else None


def _agree(chart: Chart, harm: Mention, following: Mention) -> bool:
    """«قتل وأصيب عشرون», not «قتلوا وأصيب اثنان»: the plural verb has its subject before it."""
    if not (harm.form.startswith("verb") and following.form.startswith("verb")):
        return True
    plural = [word(chart, verb.last - 1).endswith(SUBJECT_BEFORE) for verb in (harm, following)]
    return plural[0] == plural[1]


def _paired_before(chart: Chart, harm: Mention) -> bool:
    """The second word of «مقتل وإصابة …»."""
    return any(other.value != harm.value for other in _joined_before(chart, harm))


def _same_before(chart: Chart, harm: Mention) -> bool:
    """The second word of «استشهاد ومصرع …», which says the same."""
    return any(other.value == harm.value for other in _joined_before(chart, harm))


def _read_as_noun(chart: Chart, harm: Mention) -> bool:
    """«مقتل وجرح 45»: «جرح» is the noun here, though a verb is written alike."""
    twins = (m for m in chart.starts.get(harm.first, ()) if m.kind == "harm" and m.form != harm.form)
    return not _joined_before(chart, harm) and any(_joined_before(chart, twin) for twin in twins)


def _joined_before(chart: Chart, harm: Mention) -> list[Mention]:
    """The words for harm that this one continues with «و», verb with verb or noun with noun."""
    if harm.lead != "و" and word(chart, harm.first - 1) != "او":
        return []
    before = [m for i in range(max(0, harm.first - 4), harm.first) for m in chart.starts.get(i, ())]
    sufferers = {m.last for m in chart.kinds.get("casualty", ()) if m.rule == "casualties.sufferer-first"}
    return [
        m
        for m in before
        if m.kind == "harm"
        and m.last == harm.first - (word(chart, harm.first - 1) == "او")
        and not m.tail
        and m.last not in sufferers
        and m.form.startswith("verb") == harm.form.startswith("verb")
        and _agree(chart, m, harm)
    ]


def _cut(chart: Chart, harm: Mention, found: Mention, *, near: bool) -> bool:
    """Another word for harm stands between, and takes the persons itself: «قتلوا وأصيب اثنان»."""
    behind = range(harm.last, found.first)
    inner = [(i, m) for i in behind for m in chart.starts.get(i, ()) if m.kind == "harm"]
    return any(
        (m.form.startswith("verb") or m.lead) and (i > harm.last or (near and not _agree(chart, harm, m)))
        for i, m in inner
    )


def behind(chart: Chart, harm: Mention, last: int) -> int:
    """«بجروح متفاوتة», «مصرعهم» belong to the figure."""
    if harm.kind == "fate":
        demise = _demise(chart, harm)
        if demise is not None and last <= demise.first <= last + 4:
            return demise.last
    if word(chart, last) in ("بجروح", "بجراح", "بشظايا", "باصابات"):
        return last + 1 + word(chart, last + 1).startswith(("متفاوت", "خطير", "بليغ", "طفيف", "بالغ"))
    return last


def _parts(chart: Chart, harm: Mention, found: Mention, row: list[Mention]) -> tuple[Part, ...]:
    """Who, how many, of which group; «آخرون» are of the group before, a bare number of the group behind."""
    parts: list[Part] = [("outcome", harm), ("person", found)]
    count = found if found.kind == "count" else found.part("count")
    if count is not None:
        parts.append(("count", count))
    group = found.part("group")
    if group is None and persons(found).side == "others":
        last = row[-1] if row and not any(ends(chart, i) for i in range(row[-1].last, found.first)) else None
        group = last.part("group") if last else None
    if group is None and found.kind == "count":
        group = _group_ahead(chart, found.last)
    if group is not None:
        parts.append(("group", group))
    return tuple(parts)


def _group_ahead(chart: Chart, index: int) -> Mention | None:
    """«مقتل 14 وإصابة 33 من ميليشيات …»: the second number's group is the first's too."""
    harm = begins(chart, index, "harm")
    if harm is None or not harm.lead.startswith("و"):
        return None
    following = begins(chart, harm.last, "person")
    return following.part("group") if following is not None and following.part("count") is not None else None
