"""What is said of no casualties: «دون خسائر بشرية», «لم يصب أحد»; and of no word about them."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.reading.casualties.figure import Figure, begins, ends, folded, is_one, joined, word
from waqai.reading.engine import Chart
from waqai.reading.model import Count, Mention

NEGATORS = folded("لم لا دون بدون بلا عدم غير نفى نفت ينفي تنفي نفوا نافيا نافية")
DENYING = folded("نفى نفت ينفي تنفي نفوا نافيا نافية")
LIGHT = folded(
    "يسفر تسفر أسفر أسفرت يؤد يؤدي تؤد تؤدي أدى أدت يوقع توقع يخلف تخلف خلف خلفت ينجم تنجم نجم نجمت "
    "ينتج تنتج نتج يسجل تسجل سجلت سجل يقع تقع وقعت يحدث تحدث حدثت حدوث وقوع سقوط تسجيل وجود يتسبب "
    "تتسبب يسقط تسقط سقط يتكبد تتكبد تكبد توجد يوجد هناك تلحق يلحق إلحاق إيقاع التسبب يوقعوا يرد وقع "
    "يسبب تسبب سبب سببت يكن تكن تكبدها تحصل يحصل حصول تكبيد يبلغ تبلغ"
)
SMALL = folded("عن إلى في أي أية ب أن ذلك من حتى أيضا هذا هذه عنه عنها عنهم منه منها فيه فيها أو")
SILENT = folded(
    "معلومات أنباء تقارير حصيلة ترد يرد يعرف تعرف يتضح تتضح تعلن يعلن يذكر تذكر يشر تشر تشير يشير "
    "يحدد تحدد تفصح يفصح يكشف تكشف تتوفر يتوفر تتوافر ورود بيانات إحصائية الإعلان إعلان الإفصاح "
    "الإشارة ذكر معرفة معرفتها تأكيد يتسن يتسنى تحديد توضيح يوضح توضح تفاصيل بيان توافر خبر إشارة "
    "المعروف معروف المعروفة معروفا الواضح واضح واضحا المعلوم معلوم المؤكد مؤكدا"
)
REPORTING = folded("التقارير تقارير الأولية أولية التقييم التقييمات تقييمات التحقيقات الأولي")
"""«التقارير الأولية لم تشر إلى إصابات»: who looked found none."""
SHOWN = folded("يشر تشر تشير يشير")
HURT = folded("يصب تصب يصاب تصاب يتأذ يتأذى أصيب يصيب يتعرض")
KILLED = folded("يقتل تقتل قتل يستشهد يمت")
NOBODY = folded("أحد أحدا أي أحدهم شخص مدني مدنيون مدنيين")
ANYONE = folded("أحد أحدا أيا أي")
BEFORE = 6
FATAL = frozenset(["killed", "injured"])
MORE = folded("أخرى إضافية جديدة آخرين أخر")
"""«عدم وجود إصابات أخرى»: besides those told."""
UNDENIED = folded("ينف تنف ينفوا يستبعد تستبعد يستبعدوا ينكر تنكر")
"""«لم تنف سقوط قتلى» denies nothing."""
ANSWERABLE = ("مسوولي", "علاقت", "ضلوع", "تورط", "صلت", "استهداف", "مسؤولي")
NEGATING = joined(NEGATORS) | {"ولا", "ولم"}
REACH = 9
FAR = 18
"""Words between «لم يسفر» with its subject and the victims."""
ANYWAY = frozenset(["losses"])


def no_word(chart: Chart) -> Iterator[Mention]:
    """«لم ترد أنباء عن سقوط ضحايا», «دون معلومات عن …»: the words up to the victims say nothing."""
    for index, last in _negated(chart, silent=True):
        yield Mention(
            "no-word",
            "",
            chart.tokens[index].start,
            chart.tokens[last - 1].end,
            index,
            last,
            "casualties.no-word",
        )


def none(chart: Chart) -> Iterator[Mention]:
    """«دون خسائر بشرية»: killed and injured 0; «دون إصابات»: injured 0."""
    for index, last in _negated(chart, silent=False):
        for kind in sorted(_kinds(chart, index, last)):
            value = Figure(kind, Count(0, 0))
            start, end = chart.tokens[index].start, chart.tokens[last - 1].end
            yield Mention("casualty", value, start, end, index, last, "casualties.none")


def _negated(chart: Chart, *, silent: bool) -> Iterator[tuple[int, int]]:
    """From each negation to the last word for victims behind it."""
    for index, text in chart.words.items():
        if text not in NEGATING:
            continue
        found = _object(chart, index)
        if found is not None and found[1] == silent:
            yield index, found[0]


def _object(chart: Chart, index: int) -> tuple[int, bool] | None:
    """Where the words for victims end, and whether news is what is denied; None where there are none."""
    light = silent = False
    denying = is_one(word(chart, index), DENYING)
    told = is_one(word(chart, index + 1), LIGHT)  # «لم يسفر الهجوم الصاروخي على المطار عن إصابات»
    for at in range(index + 1, index + 1 + (FAR if told else REACH)):
        text = word(chart, at)
        if ends(chart, at) or text == "،" or text in UNDENIED or (denying and text.startswith(ANSWERABLE)):
            return None
        shown = text in SHOWN and word(chart, index - 1).removeprefix("و") in REPORTING
        silent = silent or (text in SILENT and not shown)
        light = light or shown or is_one(text, LIGHT)
        victim = _victim(chart, at) or (_harm(chart, at) if denying else None)
        if victim is not None and (light or silent or denying or _near(chart, index, at)):
            last = _further(chart, victim.last)
            return None if word(chart, last) in MORE else (last, silent)
        if text in HURT | KILLED and at == index + 1 and not silent and _nobody_before(chart, index):
            return at + 1, False
        if text in HURT | KILLED and (silent or at == index + 1 or word(chart, at - 1) == "ان"):
            return (_nobody(chart, at, silent=silent), silent) if _nobody(chart, at, silent=silent) else None
    return None


def _harm(chart: Chart, at: int) -> Mention | None:
    """«نفت الحركة مقتل قائدها»: what is denied is a harm to somebody."""
    found = begins(chart, at, "harm")
    return found if found is not None and found.form.startswith("noun") and found.value in FATAL else None


def _near(chart: Chart, index: int, at: int) -> bool:
    """Only small words between the negation and the victims."""
    return all(word(chart, i) in SMALL for i in range(index + 1, at))


def _victim(chart: Chart, at: int) -> Mention | None:
    found = begins(chart, at, "losses")
    if found is None:
        found = begins(chart, at, "victim")
        if found is not None and not (found.form.startswith("noun.plural") or found.form == ""):
            single = word(chart, at - 1) in ("اي", "ايه")
            found = found if single else None
    if found is None:
        found = _any_of(chart, at)
    if found is None and word(chart, at) in ("اصابه", "باصابه") and word(chart, at - 1) in ("اي", "ايه"):
        found = begins(chart, at, "harm")
    return found


def _any_of(chart: Chart, at: int) -> Mention | None:
    """«مقتل أي جندي», «إصابة أحد»: a noun for harm that nobody suffers."""
    if word(chart, at + 1) not in ("اي", "احد", "ايه"):
        return None
    found = begins(chart, at, "harm")
    return found if found is not None and found.form.startswith("noun") else None


def _further(chart: Chart, last: int) -> int:
    """«ضحايا أو إصابات»: as far as the row of victims goes."""
    for _ in range(3):
        at = last + (word(chart, last) in ("او", "و", "ولا"))
        following = begins(chart, at, "victim", "losses")
        if following is None or (at == last and following.lead != "و"):
            break
        last = following.last
    return last


def _nobody(chart: Chart, at: int, *, silent: bool) -> int:
    """«لم يصب أحد بأذى»: behind the word for nobody; 0 where there is none."""
    if silent:
        return 0
    for step in range(1, 5):
        if ends(chart, at + step):
            return 0
        if word(chart, at + step) in NOBODY:
            last = at + step + 1
            return last + 1 if word(chart, last) in ("باذي", "بجروح", "بسوء", "باصابات", "للاذي", "لاذي") else last
    return 0


def _nobody_before(chart: Chart, index: int) -> bool:
    """«أن أحدا من جنوده لم يصب», «أي من عمالها لم يقتل»: nobody stands before the negation."""
    for at in range(index - 1, index - BEFORE, -1):
        if ends(chart, at) or word(chart, at) == "،":
            return False
        if word(chart, at) in ANYONE:
            return word(chart, at + 1) == "من" or at == index - 1
    return False


def _kinds(chart: Chart, index: int, last: int) -> set[str]:
    kinds: set[str] = set()
    for at in range(index, last):
        text = word(chart, at)
        found = begins(chart, at, "losses", "victim") or _any_of(chart, at)
        everyone = text.removeprefix("و") in ("ضحايا", "الضحايا")
        if found is not None and (everyone or found.kind == "losses"):
            kinds |= {"killed", "injured"}
        elif found is not None:
            kinds.add(str(found.value))
        elif text in HURT:
            kinds |= {"killed", "injured"}
        elif is_one(word(chart, index), DENYING) and (harm := _harm(chart, at)) is not None:
            kinds.add(str(harm.value))
        elif text in KILLED:
            kinds.add("killed")
        elif text == "اصابه":
            kinds.add("injured")
    return kinds & {"killed", "injured"}
