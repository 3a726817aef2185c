"""Figures that a word for harm makes with the persons beside it: «قُتل ثلاثة مدنيين», «تسعة متمردين قتلوا»."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.reading.casualties.figure import (
    begins,
    ending,
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
from waqai.reading.casualties.sufferers import PREPOSITIONS, amount, candidate, sufferer
from waqai.reading.engine import QUOTES, Chart
from waqai.reading.model import Casualty, Mention, Part

PURPOSE = folded(
    "محاولة محاولته محاولات تهديد هدد هددت خطة خططوا بهدف بغية قصد نية كادت كاد يعتزم حكم حكمت "
    "المحكمة محكمة قضت أحكام حكما عقوبة تنفيذ طالب طالبت مخطط يريد تريد أراد أرادت ينوي تنوي يحاول "
    "حاول تحاول حاولت رغبة تخطيط يخطط تهمة اتهام"
)
NEGATED = folded("لم لن لا قد سوف أن قبل")
LED = folded("أدى أدت يؤدي تؤدي مؤدية مؤديا مما ما تسبب تسببت إضافة بالإضافة نتيجة تعرض الذكرى ذكرى")
REAPED = folded("حصد حصدت يحصد تحصد أزهق أزهقت أودى أودت خطف خطفت")
HOLES = folded("قد كان كانوا كانا وقد جميعهم هم بعضهم منهم")
AMONG = folded("بينهم بينهن بينها منهم ضمنهم فيهم بينهما وبينهم هم وهم")
RULE = "casualties.suffered"


def harms(chart: Chart) -> list[Mention]:
    """The words for harm of the text, and «لقي …» with its «مصرعهم», without those that only threaten it."""
    found = [m for m in chart.of("harm") if not m.tail and _happens(chart, m)]
    return sorted(found + [m for m in chart.of("fate") if _demise(chart, m)], key=lambda m: (m.first, -m.last))


def _happens(chart: Chart, harm: Mention) -> bool:
    before = word(chart, harm.first - 1)
    if word(chart, harm.first) == "ارواح":
        return any(is_one(word(chart, i), REAPED) for i in range(max(0, harm.first - 5), harm.first))
    around = {_stripped(word(chart, i)) for i in range(max(0, harm.first - 2), harm.first)}
    if around & PURPOSE or harm.form.endswith(".the"):
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


def _stripped(text: str) -> str:
    """The word without conjunction and preposition: «ولمحاولة», «بمحاولة»."""
    for letter in ("و", "ل", "ب"):
        text = text.removeprefix(letter) if len(text) > 4 else text
    return text


def _demise(chart: Chart, fate: Mention) -> Mention | None:
    """«لقي ثلاثة أشخاص مصرعهم», «فارق الحياة»: the word that makes the verb mean death."""
    for at in range(fate.last, fate.last + 16):
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
        if found is None or _cut(chart, paired or harm, found):
            continue
        count = amount(found)
        lost = harm.value == "missing" and (found.first > harm.last or _definite_one(found))
        if count is None or lost:
            continue
        if (paired is not None and paired.value != harm.value) or _paired_before(chart, harm):
            count = shared(count)
        parts = _parts(chart, harm, found, row)
        last = _behind(chart, harm, found.last)
        mention = figure(chart, RULE, Casualty(str(harm.value), count), (harm.first, last), parts)
        if not taken(chart, mention, RULE):
            row.append(mention)
            yield mention


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
    return following if joined else None


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
    ]


def _cut(chart: Chart, harm: Mention, found: Mention) -> bool:
    """Another word for harm stands between, and takes the persons itself."""
    inner = [m for i in range(harm.last + 1, found.first) for m in chart.starts.get(i, ()) if m.kind == "harm"]
    return any(m.form.startswith("verb") or m.lead for m in inner)


def _behind(chart: Chart, harm: Mention, last: int) -> int:
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


def sufferer_first(chart: Chart) -> Iterator[Mention]:
    """«تسعة متمردين قتلوا», «أن شخصا قتل», «أبو فلان لقي مصرعه», «ستة أشخاص على الأقل اعتقلوا»."""
    for harm in harms(chart):
        active = harm.form == "verb.present" or (harm.value == "injured" and word(chart, harm.first).startswith("اصاب"))
        active = active or word(chart, harm.first) in ("فقد", "اسر")  # «أما التنظيم فقد قتل …», «أسر الشهداء»
        if not harm.form.startswith("verb") or harm.lead or active:
            continue
        found = _before(chart, harm)
        if found is None or (harm.kind == "harm" and _has_object(chart, harm)):
            continue
        count = amount(found)
        if count is None or (persons(found).shape == "many" and persons(found).definite):
            continue
        group = found.part("group")
        parts: tuple[Part, ...] = (
            ("outcome", harm),
            ("person", found),
            *((("group", group),) if group else ()),
        )
        last = _behind(chart, harm, harm.last)
        mention = figure(
            chart, "casualties.sufferer-first", Casualty(str(harm.value), count), (found.first, last), parts
        )
        if taken(chart, mention, "casualties.sufferer-first"):
            continue
        yield mention
        beside = _beside(chart, found)
        if beside is not None:
            group = beside.part("group")
            parts = (("outcome", harm), ("person", beside), *((("group", group),) if group else ()))
            value = Casualty(str(harm.value), amount(beside) or count)
            yield figure(chart, "casualties.sufferer-first", value, (beside.first, beside.last), parts)


def _beside(chart: Chart, found: Mention) -> Mention | None:
    """«امرأة وثلاثة أطفال قتلوا», «الخبير وتسعة آخرون، قتلوا»: those before the «و» suffered the same."""
    glued = word(chart, found.first - 1) == "و"
    if not (glued or found.lead == "و"):
        return None
    index = found.first - glued
    index -= word(chart, index - 1) == "،"
    other = ending(chart, index, "person", "name")
    known = other is not None and amount(other) is not None and persons(other).shape != "many"
    return other if known and other is not None and other.lead in ("", "ال") else None


def _before(chart: Chart, harm: Mention) -> Mention | None:
    """The persons right before the verb; their phrase may stand a few words back."""
    index = harm.first
    for _ in range(5):
        found = ending(chart, index, "person", "person-weak", "subset", "name") or _number(chart, index)
        if found is not None and word(chart, found.first - 1) in AMONG:
            index = found.first - 1 - (word(chart, found.first - 2) == "من")
            continue
        if found is not None and found.lead in ("", "و", "ب", "ل"):
            return found if _suits(found) else None
        text = word(chart, index - 1)
        if ends(chart, index - 1) or not (text in HOLES or text in QUOTES or text == "،"):
            return None
        index -= 1
    return None


def _number(chart: Chart, index: int) -> Mention | None:
    """«11 قتلوا»; a number behind a preposition is none."""
    found = ending(chart, index, "count")
    if found is None or word(chart, found.first - 1) in PREPOSITIONS:
        return None
    return found


def _suits(found: Mention) -> bool:
    value = persons(found)
    if found.kind == "person-weak" and value.side == "neutral" and found.part("count") is None:
        return False
    if found.kind in ("count", "name") or (found.kind == "subset" and found.part("of") is not None):
        return True
    return value.count is not None or value.shape == "either"


def _has_object(chart: Chart, harm: Mention) -> bool:
    """«مسلح قتل شرطيا»: those before the verb did it."""
    if harm.form == "verb.passive":
        return False
    following = candidate(chart, harm.last)
    return following is not None and not following.lead
