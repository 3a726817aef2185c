"""What was damaged and what was not: «تدمير مستودع», «أضرار مادية», «دون وقوع أضرار»."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.language.fold import fold_word
from waqai.reading.engine import Chart, Rule
from waqai.reading.model import Mention

NEGATORS = frozenset(fold_word(w) for w in "لم دون بدون بلا عدم ولم ولا ودون وبدون وبلا وعدم لا".split())
SILENT = frozenset(
    fold_word(w)
    for w in ("معلومات أنباء تقارير ترد يعرف يتضح حجم تذكر يحدد ورود معرفة تفاصيل الإعلان بيانات يعلن تعلن").split()
)
ENDS = frozenset(".،؟!؛\n")
HYPOTHETICAL = frozenset(fold_word(w) for w in ("قد سوف لن بهدف محاولة يهدد هدد تهدد بغية أسلحة سلاح أسباب").split())
UNTOLD = frozenset(fold_word(w) for w in "تقييم حصر تقدير تقدر حجم بعد قبل عقب إصلاح ترميم تعويض".split())
"""«تقييم الأضرار», «تدخلت بعد احتراق آليات»: not what the act did."""
LED = frozenset(fold_word(w) for w in "أدى أدت يؤدي مما ما إضافة بالإضافة تسبب تسببت تعرض تعرضت نتيجة مؤديا".split())
REACH = 8
SHATTERED = frozenset("تحطم تحطمت تهشم تهشمت".split())
WHOLLY = frozenset("بالكامل كليا تماما كاملا نهاييا".split())
FLOWN = ("طاير", "مروح", "مقاتل", "مسير", "هليكوبتر")


def _negator(chart: Chart, word: Mention) -> int | None:
    """The token of the negation before the word in its clause."""
    for index in range(word.first - 1, max(-1, word.first - 1 - REACH), -1):
        text = chart.tokens[index].text
        if text in ENDS or chart.tokens[index].kind == "newline":
            return None
        if text in NEGATORS or (text == "غير" and chart.tokens[index - 1].text in ("من", "ومن")):
            return index  # «من غير أن تسبب أضرارا»
    return None


def _words(chart: Chart) -> list[Mention]:
    return [m for m in chart.of("damage-word") if m.value not in ("collapse", "hit")]


def none(chart: Chart) -> Iterator[Mention]:
    """«دون أضرار», «لم تلحق به أضرار مادية»: that nothing was damaged."""
    for word in _words(chart):
        index = _negator(chart, word)
        if index is None or word.value == "destroyed":
            continue
        if any(token.text in SILENT for token in chart.tokens[index : word.first]):
            continue
        start = chart.tokens[index].start
        yield Mention("damage", "none", start, word.end, index, word.last, "damage.none", parts=(("word", word),))


def affirmed(chart: Chart) -> Iterator[Mention]:
    """«دمرت», «تضرر», «اندلاع حرائق», as long as it is neither denied nor only threatened."""
    for word in _words(chart):
        before = chart.tokens[word.first - 1].text.removeprefix("و") if word.first else ""
        threatened = (
            "س" in word.lead or before in HYPOTHETICAL | UNTOLD or (word.form == "verb.present" and "ل" in word.lead)
        )
        purpose = word.form == "noun" and word.lead.endswith("ل") and not _led(chart, word)
        if threatened or purpose or _negator(chart, word) is not None or _named(chart, word) or _many(chart, word):
            continue
        yield Mention(
            "damage",
            word.value,
            word.start,
            word.end,
            word.first,
            word.last,
            "damage.affirmed",
            word.form,
            word.lead,
            word.tail,
            (("word", word),),
        )


def _led(chart: Chart, word: Mention) -> bool:
    """«أدى لتدمير سيارتين», «إضافة لاندلاع حريق», «تعرض للدمار»: what came of it, no purpose."""
    before = {chart.tokens[i].text.removeprefix("و") for i in range(max(0, word.first - 4), word.first)}
    return bool(before & LED)


def _named(chart: Chart, word: Mention) -> bool:
    """«مدينة تدمر»: a place is named so."""
    places = (m for m in chart.starts.get(word.first, ()) if m.kind in ("place", "toponym"))
    return word.form == "verb.present" and any(m.last >= word.last for m in places)


def _many(chart: Chart, word: Mention) -> bool:
    """«الدمار الشامل» are weapons."""
    return word.last < len(chart.tokens) and chart.tokens[word.last].text in ("الشامل", "شامل")


def shattered(chart: Chart) -> Iterator[Mention]:
    """«وتحطم قاربهم بالكامل», «تحطمت حافلتان»: a thing that is no aircraft, which falls of itself."""
    for index, token in enumerate(chart.tokens[:-1]):
        if token.text.removeprefix("و").removeprefix("ف") not in SHATTERED:
            continue
        things = [m for m in chart.starts.get(index + 1, ()) if m.kind == "facility" and not m.lead]
        if not things or chart.tokens[index + 1].text.removeprefix("ال").startswith(FLOWN):
            continue
        last = max(m.last for m in things)
        wholly = any(one.text in WHOLLY for one in chart.tokens[last : last + 1])
        end = last + wholly
        yield Mention(
            "damage",
            "destroyed" if wholly else "material",
            token.start,
            chart.tokens[end - 1].end,
            index,
            end,
            "damage.shattered",
            "verb",
        )


RULES = (
    Rule("damage.none", "damage", find=none, about="دون وقوع أضرار مادية"),
    Rule("damage.shattered", "damage", find=shattered, about="تحطم قاربهم بالكامل"),
    Rule("damage.affirmed", "damage", find=affirmed, about="تدمير مستودع أسلحة"),
)
