"""Figures of persons that stand before the word for harm: «تسعة متمردين قتلوا», «رصدت خمسة مسلحين وقتلتهم»."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.reading.casualties.elided import of_theirs
from waqai.reading.casualties.figure import (
    begins,
    ending,
    ends,
    figure,
    folded,
    persons,
    shared,
    taken,
    word,
)
from waqai.reading.casualties.harms import AMONG, LIVES, behind, happens, harms
from waqai.reading.casualties.sufferers import PREPOSITIONS, amount, candidate
from waqai.reading.engine import QUOTES, Chart
from waqai.reading.model import Casualty, Count, Mention, Part

RULE = "casualties.sufferer-first"
HOLES = folded("قد كان كانوا كانا وقد جميعهم هم بعضهم منهم")
MANY = frozenset(["هم", "هن"])
PRONOUNS = MANY | {"ه", "ها", "هما"}
REACH = 25
CONSTRUCT = ("ي", "عناصر", "افراد", "رجال", "جنود", "قوات")
"""How a noun ends whose owner follows: «مقاتلي المجلس», «عناصر الكتيبة»."""


def sufferer_first(chart: Chart) -> Iterator[Mention]:
    """«تسعة متمردين قتلوا», «أن شخصا قتل», «أبو فلان لقي مصرعه», «ستة أشخاص على الأقل اعتقلوا»."""
    for harm in harms(chart):
        active = harm.form == "verb.present" or (harm.value == "injured" and word(chart, harm.first).startswith("اصاب"))
        active = active or word(chart, harm.first) in ("فقد", "اسر")  # «أما التنظيم فقد قتل …», «أسر الشهداء»
        if not harm.form.startswith("verb") or harm.lead or active:
            continue
        found = of_theirs(chart, harm) or _before(chart, harm) or _named_before(chart, harm)
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
        joint = _joint(chart, harm)
        last = behind(chart, harm, joint.last if joint is not None else harm.last)
        lost = harm.value == "missing" and word(chart, last) in LIVES  # اثنين منهم فقدا حياتهما
        befell, last = ("killed", last + 1) if lost else (str(harm.value), last)
        count = shared(count) if joint is not None else count
        mention = figure(chart, RULE, Casualty(befell, count), (found.first, last), parts)
        if taken(chart, mention, RULE):
            continue
        yield mention
        if joint is not None:
            yield figure(chart, RULE, Casualty(str(joint.value), count), (found.first, last), parts)
        beside = _beside(chart, found)
        if beside is not None:
            group = beside.part("group")
            parts = (("outcome", harm), ("person", beside), *((("group", group),) if group else ()))
            value = Casualty(str(harm.value), amount(beside) or count)
            yield figure(chart, RULE, value, (beside.first, beside.last), parts)


def _joint(chart: Chart, harm: Mention) -> Mention | None:
    """«20 مدنيا استشهدوا وأصيبوا»: one figure for both."""
    following = begins(chart, harm.last, "harm")
    plural = following is not None and following.lead == "و" and word(chart, following.last - 1).endswith("وا")
    alone = following is not None and candidate(chart, following.last) is None
    return following if plural and alone and following is not None and following.value != harm.value else None


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
        among = _among(chart, found) if found is not None else None
        if among is not None:
            index = among
            continue
        if found is not None and found.lead in ("", "و", "ب", "ل"):
            return found if _suits(found) else None
        beside = ending(chart, index, "actor") if found is None else None
        if beside is not None and beside.lead == "و":
            index = beside.first  # 5 من الحوثيين وقوات صالح قتلوا
            continue
        text = word(chart, index - 1)
        if text.startswith("ال") and word(chart, index - 2).endswith(CONSTRUCT):
            held = ending(chart, index - 1, "person")
            return held if held is not None and persons(held).count is not None else None
        if ends(chart, index - 1) or not (text in HOLES or text in QUOTES or text == "،"):
            return None
        index -= 1
    return None


def _named_before(chart: Chart, harm: Mention) -> Mention | None:
    """«أن المواطن فواز أوسي (31 عاما)، من أهالي القرية، أصيب برصاصة»: the one whom the clause is about."""
    if word(chart, harm.first).startswith(("قتل", "اعتقل", "خطف", "اسر")) or candidate(chart, harm.last) is not None:
        return None
    for index in range(harm.first - 1, max(-1, harm.first - REACH), -1):
        if ends(chart, index) or any(m.kind in ("act", "harm", "casualty") for m in chart.starts.get(index, ())):
            return None
        if word(chart, index) in ("ان", "بان"):
            found = begins(chart, index + 1, "person", "person-weak", "name")
            told = found is not None and (found.kind == "name" or persons(found).definite)
            return found if told and found is not None and amount(found) == Count(1, 1) else None
    return None


def _among(chart: Chart, found: Mention) -> int | None:
    """«أربعة مدنيين بينهم رجل مسن وامرأة قتلوا»: where the part begins that ends with these persons."""
    first = found.first
    for _ in range(3):
        while begins(chart, first - 1, "human", "force", "member") is not None and word(chart, first - 1) not in AMONG:
            first -= 1
        if word(chart, first - 1) in AMONG:
            return first - 1 - (word(chart, first - 2) == "من")
        other = ending(chart, first, "person", "name") if found.lead == "و" else None
        if other is None:
            return None
        first = other.first
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


def pronoun(chart: Chart) -> Iterator[Mention]:
    """«رصدت خمسة مسلحين وقتلتهم», «عشرة أشخاص اعتقلتهم القوات», «أطلقوا النار على شرطي فأردوه قتيلا»."""
    for harm in chart.of("harm"):
        if harm.tail not in PRONOUNS or harm.form == "verb.present" or not harm.form.startswith("verb"):
            continue
        if word(chart, harm.first - 1) in PREPOSITIONS or word(chart, harm.first).lstrip("وف").startswith("اصاب"):
            continue  # «إثر إصابته» is written like «أصابته»
        found = _meant(chart, harm) if happens(chart, harm) else None
        count = amount(found) if found is not None else None
        if found is None or count is None:
            continue
        group = found.part("group")
        parts: tuple[Part, ...] = (("outcome", harm), ("person", found), *((("group", group),) if group else ()))
        last = harm.last + word(chart, harm.last).startswith(("جميع", "قتيل", "قتلي", "صريع", "صرعي"))
        mention = figure(chart, "casualties.pronoun", Casualty(str(harm.value), count), (harm.first, last), parts)
        if not taken(chart, mention, "casualties.pronoun"):
            yield mention


def _meant(chart: Chart, harm: Mention) -> Mention | None:
    """The nearest persons before the verb that its pronoun agrees with, unless a figure has them already."""
    for index in range(harm.first - 1, max(-1, harm.first - REACH), -1):
        if ends(chart, index):
            return None
        found = begins(chart, index, "person")
        if found is None or found.last > harm.first or not _agrees(harm, found):
            continue
        figures = (m for m in chart.kinds.get("casualty", ()) if m.first <= found.first < m.last)
        held = any(isinstance(m.value, Casualty) and m.value.kind == harm.value for m in figures)
        return None if held or word(chart, index - 1) in AMONG else found
    return None


def _agrees(harm: Mention, found: Mention) -> bool:
    """«هم» goes with a number of persons, «ه» with one told for the first time."""
    count, value = amount(found), persons(found)
    if count is None or value.side == "others":
        return False
    if harm.tail in MANY:
        return found.part("count") is not None and count != Count(1, 1)
    if harm.tail == "هما":
        return count == Count(2, 2)
    return count == Count(1, 1) and not value.definite and found.part("count") is None
