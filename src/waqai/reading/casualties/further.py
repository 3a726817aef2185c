"""Figures beside a figure: a state behind the persons, more of the same, and parts of a toll."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.reading.casualties.figure import (
    begins,
    ending,
    figure,
    folded,
    is_one,
    persons,
    taken,
    word,
)
from waqai.reading.casualties.sufferers import amount
from waqai.reading.engine import Chart
from waqai.reading.model import Casualty, Count, Mention, Part

OWN = {"ه": 1, "ها": 1, "هما": 2}
CAUSED = folded("أدى أدت يؤدي تؤدي أفضى أفضت أسفر أسفرت تسبب تسببت متسببا مسفرا نجم نتج")
FALL_VERBS = folded(
    "وقوع سقوط وقعوا سقط سقطت سقطوا سقطا عثر العثور راح وقع ارتقى ارتقت وجد خر هوى أردى أردته أرداه أردوه"
)
STATES = {
    "killed": folded("قتيلا قتيلين قتلى شهيدا شهداء شهيدين صريعا صرعى مقتولين مقتولا مقتولة مقتولان شهيدة"),
    "injured": folded("جريحا جرحى جريحين مصابا مصابين"),
    "captured": folded("أسيرا أسيرين"),
}
WITH = folded("مع وبرفقة برفقة رفقة")
INJURED = folded("بالاختناق بجروح بجراح بشظايا بالرصاص بحروق بكسور بإصابات")
COMPANIONS = tuple(
    """مرافق حراس حرس ابنا اولاد اشقا افراد رفاق مساعد معاون اقارب زملا حماي طاقم رجال عناصر جنود مقاتلي ضباط
    موظف عايلت اسرت ركاب سايق""".split()
)
POSSESSED = ("ه", "ها", "هم", "هما")
"""«اثنين من مرافقيه», «ثلاثة من حمايته»: theirs who was told before."""
NAMED = 7
OTHERS = folded("آخرين آخرون")
FELL = folded("سقوط سقط سقطوا سقطت")
IN_ACT = folded("في جراء إثر خلال نتيجة بسبب")
BESIDES = (
    ("بالاضافه", "الي"),
    ("اضافه", "الي"),
    ("الي", "جانب"),
    ("فضلا", "عن"),
    ("والي", "جانب"),
    ("علاوه", "علي"),
)


def fallen(chart: Chart) -> Iterator[Mention]:
    """«سقط جندي قتيلا», «العثور على ضابطي شرطة مقتولين»: the state stands behind the persons."""
    for kind, states in STATES.items():
        for index, text in chart.words.items():
            held = text == "في" and kind == "captured" and word(chart, index + 1) == "الاسر"
            if text not in states and not held:
                continue
            found = ending(chart, index, "person", "person-weak", "name")
            around = any(is_one(word(chart, i), FALL_VERBS) for i in range(max(0, index - 12), index))
            count = amount(found) if found is not None else None
            if found is None or count is None or not around:
                continue
            group = found.part("group")
            parts: tuple[Part, ...] = (("person", found), *((("group", group),) if group else ()))
            span = (found.first, index + 1 + held)
            mention = figure(chart, "casualties.fallen", Casualty(kind, count), span, parts)
            if not taken(chart, mention, "casualties.fallen"):
                yield mention


def fell(chart: Chart) -> Iterator[Mention]:
    """«سقوط 40 مدنيا بقصف», «سقط ثلاثة جنود في كمين»: they were killed, where nothing else is said of them."""
    for index, text in chart.words.items():
        if text.removeprefix("و").removeprefix("ب").removeprefix("ل") not in FELL:
            continue
        found = begins(chart, index + 1, "person")
        if found is None or found.lead or found.part("count") is None or not isinstance(amount(found), Count):
            continue
        if not _of_an_act(chart, found.last):
            continue
        group = found.part("group")
        parts: tuple[Part, ...] = (("person", found), *((("group", group),) if group else ()))
        value = Casualty("killed", amount(found) or Count(1, 1))
        mention = figure(chart, "casualties.fell", value, (index, found.last), parts)
        if not taken(chart, mention, "casualties.fell"):
            yield mention


def _of_an_act(chart: Chart, index: int) -> bool:
    """Whether the act that they fell in stands right behind: «بقصف», «في كمين», «جراء غارة»."""
    linked = word(chart, index) in IN_ACT
    here = chart.starts.get(index + linked, ())
    return any(m.kind == "act" and (linked or m.lead == "ب") for m in here)


def further(chart: Chart) -> Iterator[Mention]:
    """«قتل ثلاثة جنود وضابط», «مع مسلحين اثنين آخرين», «بالإضافة إلى مدير الشرطة»: more of the same."""
    for before in chart.of("casualty"):
        if not isinstance(before.value, Casualty):
            continue
        found = _more(chart, before.last) if before.part("person") is not None else _of_others(chart, before)
        count = amount(found) if found is not None else None
        if found is None or count is None or acts_itself(chart, found.last):
            continue
        group = found.part("group")
        parts: tuple[Part, ...] = (("person", found), *((("group", group),) if group else ()))
        value = Casualty(before.value.kind, count)
        mention = figure(chart, "casualties.further", value, (found.first, found.last), parts)
        if not taken(chart, mention, "casualties.further"):
            yield mention


def _of_others(chart: Chart, before: Mention) -> Mention | None:
    """«13 قتيلا من الحوثيين وأربعة من المقاومة»: as many dead of the other side."""
    count = begins(chart, before.last, "count")
    sided = before.part("group") is not None and before.part("count") is not None
    if count is None or count.lead != "و" or not sided or word(chart, count.last) not in ("من", "في"):
        return None
    person = begins(chart, before.last, "person")
    others = begins(chart, count.last + 1, "actor")
    return person or (count if others is not None else None)


def acts_itself(chart: Chart, index: int) -> bool:
    """«… وجنديان أصيبا»: the persons have a verb of their own."""
    harm = begins(chart, index, "harm")
    return harm is not None and harm.form.startswith("verb") and not harm.lead


def _more(chart: Chart, index: int) -> Mention | None:
    timed = begins(chart, index, "when")
    while timed is not None and word(chart, timed.last) in WITH | {"،"}:
        index, timed = timed.last, None
    named = begins(chart, index, "name")
    index = named.last if named is not None and not named.lead else index
    text, following = word(chart, index), word(chart, index + 1)
    if text in WITH:
        return _counted(chart, index + 1)
    if (text, following) in BESIDES:
        return _counted(chart, index + 2)
    comma = text == "،" and begins(chart, index + 1, "person") is not None
    found = joined(chart, index + comma)
    if found is not None and comma and found.part("count") is None:
        return None
    glued = word(chart, index + comma) == "و"
    found = found or _companions(chart, index) or _beside_him(chart, index)
    return found if found is not None and (glued or found.lead == "و") and specific(found) else None


def _companions(chart: Chart, index: int) -> Mention | None:
    """«مقتل القائد فلان بن فلان، واثنين من مرافقيه»: behind his name, whatever it is."""
    for at in range(index, index + NAMED):
        if any(m.kind in ("act", "harm", "casualty") for m in chart.starts.get(at, ())) or word(chart, at) in (
            ".",
            "في",
        ):
            return None
        count = begins(chart, at, "count")
        led = count is not None and (count.lead == "و" or word(chart, at - 1) in WITH)
        if count is not None and led and word(chart, count.last) == "من":
            whose = word(chart, count.last + 1)
            return count if whose.startswith(COMPANIONS) and whose.endswith(POSSESSED) else None
    return None


def _beside_him(chart: Chart, index: int) -> Mention | None:
    """«استشهاد قائد اللواء شيركو فلان، و16 مقاتلا آخرين»: behind his name, whatever it is."""
    for at in range(index, index + NAMED):
        if chart.tokens[at : at + 1] == [] or chart.tokens[at].kind not in ("word", "punct") or word(chart, at) == ".":
            return None
        glued = word(chart, at) == "و"
        found = begins(chart, at + glued, "person", "person-weak")
        if found is not None and (glued or found.lead == "و"):
            counted = found.part("count") is not None and word(chart, found.last - 1) in OTHERS
            return found if counted else None
        if any(m.kind in ("act", "harm", "casualty") for m in chart.starts.get(at, ())) or word(chart, at) == "في":
            return None
    return None


def joined(chart: Chart, index: int) -> Mention | None:
    """Persons that begin here, also behind a «و» that stands before digits; «واثنان من معاونيه»."""
    index += word(chart, index) == "و"
    found = begins(chart, index, "person", "person-weak", "name")
    count = begins(chart, index, "count") if found is None else None
    if count is not None and (word(chart, count.last) == "من" or word(chart, count.last) in INJURED):
        return count
    return found


def _counted(chart: Chart, index: int) -> Mention | None:
    found = begins(chart, index, "person", "person-weak")
    count = begins(chart, index, "count") if found is None else None
    if count is not None and word(chart, count.last) == "من" and word(chart, count.last + 1).startswith(COMPANIONS):
        return count
    return found if found is not None and specific(found) else None


def specific(found: Mention) -> bool:
    """Whether the persons are so many that they are a figure: no «آخرون», no bare plural."""
    if found.kind == "count":
        return True
    value = persons(found)
    return value.count is not None and value.side != "others" and not isinstance(value.count, str)


def own(chart: Chart) -> Iterator[Mention]:
    """«ما أدى إلى مقتله على الفور», «أسفر عن إصابتهما»: who was named before suffered of what is told."""
    for harm in chart.of("harm", "own-death"):
        count = 1 if harm.kind == "own-death" else OWN.get(harm.tail)
        led = any(is_one(word(chart, i), CAUSED) for i in range(max(0, harm.first - 4), harm.first))
        if harm.value not in ("killed", "injured") or count is None or not led or not _nominal(chart, harm):
            continue
        value = Casualty(str(harm.value), Count(count, count))
        last = harm.last + (word(chart, harm.last) in INJURED)
        mention = figure(chart, "casualties.own", value, (harm.first, last), (("outcome", harm),))
        if not taken(chart, mention, "casualties.own"):
            yield mention


def _nominal(chart: Chart, harm: Mention) -> bool:
    """«أدى إلى إصابته»; the verb «أصابته» is written like it, and stands behind no preposition."""
    behind = word(chart, harm.first - 1) in ("الي", "عن", "في") or harm.lead.endswith(("ل", "ب"))
    return not harm.form.startswith("verb") and (harm.value == "killed" or behind)
