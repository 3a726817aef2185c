"""Figures that a noun for victims makes: «30 قتيلا على الأقل», «قتلى وجرحى», «ارتفع عدد القتلى إلى 18»."""

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
from waqai.reading.engine import Chart
from waqai.reading.model import Casualty, Count, Mention

MANY = Count(2, None, "plural")
TOLL = folded("عدد حصيلة أعداد عداد الحصيلة العدد عددهم")
RISEN = folded("ارتفاع ارتفع ارتفعت ليرتفع لترتفع ترتفع يرتفع بلغ بلغت وصل وصلت")
BANNED = folded(
    "عدد أعداد حصيلة نقل دفن تشييع كل جميع هوية هويات أسماء ذوي عائلات أسر أهالي جثث جثامين علاج "
    "إسعاف إجلاء إخلاء انتشال مئات بعض صور ملف تبادل وزارة مؤسسة هيئة سحب تسليم بين لأسر أحد مواراة "
    "معظم غالبية أغلب ساحة شارع حي ذكرى"
)
FALLEN = folded(
    "سقوط سقط وقوع وقع أوقع أوقعت خلف خلفت مخلفا مخلفة موقعا عن إلى هناك تسجيل سجل سجلت حدوث ارتقاء ارتقى وسط"
)
HITS = folded("مباشرة دقيقة محققة المباشرة مباشرا")
ILLNESS = ("بفيروس", "بكورونا", "بالكوليرا", "بالفيروس", "بالحمي", "بمرض", "بحمي", "بالحصبه", "بسرطان")
LINKS = folded(
    "إلى بلغ بلغت يبلغ تبلغ وصل وصلت يصل هو هي : عند تجاوز تجاوزت يتجاوز تتجاوز بلغوا وصلوا ليصل لتصل ليبلغ يناهز "
    "ناهز ناهزت يقارب قارب قدر قدرت يقدر تعدى يتعدى يفوق فاق"
)
REACHED = folded("بلغ بلغت ليبلغ يبلغ وصل وصلت ليصل تجاوز تجاوزت")
STILL = folded("مازالوا مازال لايزالون يرقدون يتلقون يخضعون")
BODIES = frozenset("جثث جثه جثامين".split())
BOTH_BODIES = frozenset("جثتي جثتين جثتا ضحيتين".split())
ONES = frozenset("قتيل جريح شهيد شهيدت جريحت مصابت قتيلت".split())
THAT = frozenset("ان بان".split())
TOLL_REACH = 12
RISING_REACH = 20


def victims(chart: Chart) -> Iterator[Mention]:
    """Counted victims, duals, and plurals that say only «قتلى»."""
    last: Mention | None = None
    for victim in chart.of("victim", "losses"):
        if last is not None and victim.first < last.last and victim.first >= last.first:
            continue
        read = _read(chart, victim, last)
        if read is None:
            continue
        count, first = read
        if word(chart, victim.last) in STILL or (word(chart, victim.last), word(chart, victim.last + 1)) == (
            "ما",
            "زالوا",
        ):
            continue
        if _shared(chart, victim, count):
            count = shared(count)
        total = _total(chart, first)
        count = reached(count) if total else count
        value = Casualty(str(victim.value), count, total)
        found = [value._replace(kind=k) for k in ("killed", "injured")] if _shared(chart, victim, count) else [value]
        if victim.kind == "losses":
            found = [value._replace(kind="killed")]
        end = victim.last + (len(found) > 1)
        head = begins(chart, first, "count") if first < victim.first else None
        parts = ((("count", head),) if head else ()) + (("outcome", victim),)
        for one in found:
            mention = figure(chart, "casualties.victims", one, (first, end), _with_group(chart, parts, end))
            if not taken(chart, mention, "casualties.victims"):
                yield mention
                last = mention


def _with_group(chart: Chart, parts: tuple[tuple[str, Mention], ...], end: int) -> tuple[tuple[str, Mention], ...]:
    """«قتلى مدنيين», «جثث 5 أشخاص»: the group stands right behind."""
    follower = begins(chart, end, "person", "person-weak")
    if follower is None or follower.lead or persons(follower).shape == "one":
        return parts
    group = follower.part("group")
    return (*parts, ("group", group)) if group else parts


def _read(chart: Chart, victim: Mention, last: Mention | None) -> tuple[Count, int] | None:
    """How many, and from which token on; None where the noun gives no figure."""
    if victim.kind == "losses" or _hits(chart, victim) or silenced(chart, victim.first):
        return (MANY, victim.first) if victim.kind == "losses" and _bare_plural(chart, victim) else None
    count = ending(chart, victim.first, "count")
    if count is None and word(chart, victim.first - 1) == "من":
        count = _vague(ending(chart, victim.first - 1, "count"))
    if count is not None and isinstance(count.value, Count) and not victim.lead:
        return count.value, count.first
    chained = last is not None and last.last == victim.first and victim.lead == "و"
    if victim.value == "captured" and not chained:
        return None
    if _two(chart, victim):
        return Count(2, 2), victim.first
    amount = _persons_behind(chart, victim)
    if amount is not None:
        return amount, victim.first
    return _uncounted(chart, victim, last if chained else None)


def _same(last: Mention) -> Count:
    """«عشرات القتلى والجرحى»: a vague number holds for both; «قتلى وجرحى» are some of each."""
    open_above = isinstance(last.value, Casualty) and last.value.count.high is None
    return last.value.count if open_above and isinstance(last.value, Casualty) else MANY


def _uncounted(chart: Chart, victim: Mention, before: Mention | None) -> tuple[Count, int] | None:
    """«سقوط قتيل» is one, «سقوط قتلى» two or more; `before` is the figure that «وجرحى» continues."""
    if before is not None and _plural(victim):
        return _same(before), before.first
    if victim.form == "noun" and not victim.tail and not word(chart, victim.last - 1).endswith("ا"):
        return (Count(1, 1), victim.first) if _single(chart, victim, chained=before is not None) else None
    return (MANY, victim.first) if _plural(victim, bare_only=True) and _bare_plural(chart, victim) else None


def _persons_behind(chart: Chart, victim: Mention) -> Count | None:
    """«جثث 5 أشخاص»: as many dead as persons."""
    follower = begins(chart, victim.last, "person", "count")
    bodies = word(chart, victim.first).removeprefix("و") in BODIES
    if follower is None or follower.lead or not bodies:
        return None
    return follower.value if isinstance(follower.value, Count) else persons(follower).count


def _vague(count: Mention | None) -> Mention | None:
    """«العشرات من القتلى» are as many dead; «32 من الجرحى» are only some of the wounded."""
    vague = count is not None and isinstance(count.value, Count) and count.value.vague in ("vague", "several")
    return count if vague else None


def _two(chart: Chart, victim: Mention) -> bool:
    """«قتيلان», «جثتي شرطيين», «سقوط قتيلين»."""
    text = word(chart, victim.last - 1).removeprefix("و")
    if text.removeprefix("ب").removeprefix("ل") in ("اصابتين", "اصابتان"):
        return True
    dual = victim.form.startswith("noun.dual")
    if victim.last > victim.first + 1:
        return dual  # «حالتا وفاة»
    return dual and (text.endswith("ان") or text.removesuffix("ين") in ONES or text in BOTH_BODIES)


def _plural(victim: Mention, *, bare_only: bool = False) -> bool:
    plural = victim.form.startswith("noun.plural") or victim.form == ""
    return plural and not victim.tail and not (bare_only and victim.form.endswith(".the"))


def _bare_plural(chart: Chart, victim: Mention) -> bool:
    """«سقوط قتلى وجرحى», «قتلى في صفوف …»; not «نقل جرحى», «قتلى الجيش»."""
    before = word(chart, victim.first - 1)
    text = word(chart, victim.first)
    if is_one(before, BANNED) or victim.lead in ("ل", "ك") or silenced(chart, victim.first):
        return False
    if text.removeprefix("و").startswith(("اصابات", "خسائر")):
        return is_one(before, FALLEN) or word(chart, victim.last) in ("في", "بين")
    following = word(chart, victim.last)
    if text.removeprefix("و") in (
        "ضحايا",
        "جثث",
        "جثثا",
        "شهداء",
        "وفيات",
        "مصابون",
        "مصابين",
        "مفقودين",
    ) and not (
        _fell(chart, victim.first)
        or victim.first == 0
        or begins(chart, victim.last, "victim")
        or following in ("بين", "وفي")
    ):
        return False
    return not (
        following.startswith("ال")
        and following != "الي"
        and begins(chart, victim.last, "person", "person-weak") is None
    )


def _fell(chart: Chart, index: int) -> bool:
    """«خلف القصف ضحايا», «سقوط ضحايا»: a word for falling up to three words before."""
    words = [word(chart, i) for i in range(max(0, index - 3), index)]
    if any(w.removeprefix("لل").removeprefix("ال").endswith("بحث") for w in words):
        return False  # «البحث عن ضحايا»
    return bool(words) and (is_one(words[-1], FALLEN) or any(_falls(w) for w in words))


def _falls(text: str) -> bool:
    """«سقوط», «وسقوط», «بوقوع»"""
    fallen = FALLEN - {"عن", "الي"}
    return is_one(text, fallen) or (text[:1] in ("ب", "ل") and text[1:] in fallen)


def _single(chart: Chart, victim: Mention, *, chained: bool) -> bool:
    """«سقوط قتيل», «قتيل وثلاثة جرحى»; not «الشهيد», «عثر عليه قتيلا»."""
    follower = begins(chart, victim.last, "count", "victim")
    row = (
        follower is not None
        and follower.lead == "و"
        and (follower.kind == "victim" or begins(chart, follower.last, "victim") is not None)
    )
    return chained or row or _falls(word(chart, victim.first - 1))


def _hits(chart: Chart, victim: Mention) -> bool:
    return word(chart, victim.last) in HITS or word(chart, victim.last).startswith(ILLNESS)


def _shared(chart: Chart, victim: Mention, count: Count) -> bool:
    """«عشرات القتلى والجرحى» is as many of each; «15 قتيلا وجريحا» is handled as one figure."""
    following = begins(chart, victim.last, "victim")
    joint = following is not None and following.lead == "و" and {victim.value, following.value} == {"killed", "injured"}
    if not joint or following is None:
        return False
    single = following.form == "noun" and word(chart, following.last - 1).endswith("ا")
    return single or (count.high is None and _plural(following))


def _total(chart: Chart, first: int) -> bool:
    """«ارتفعت حصيلة … إلى 20 قتيلا»: the figure is a toll as it stands now."""
    for index in range(first - 1, max(-1, first - 12), -1):
        if ends(chart, index) or index < 0:
            return False
        if is_one(word(chart, index), RISEN | TOLL):
            return True
    return False


def toll(chart: Chart) -> Iterator[Mention]:
    """«ارتفع عدد القتلى إلى 18», «بلغ عدد القتلى 12», «الجرحى الذين بلغ عددهم نحو مئة»."""
    ended = -1
    for victim in chart.of("victim"):
        if victim.form == "noun" or silenced(chart, victim.first):
            continue
        before = [word(chart, i) for i in range(max(0, victim.first - 3), victim.first)]
        goes_on = ended == victim.first and victim.lead == "و"  # «بلغت حصيلة القتلى 19 والجرحى 35»
        told = goes_on or any(is_one(text, TOLL) for text in before)
        linked = goes_on or any(is_one(text, REACHED) for text in before)
        rising = any(is_one(text, RISEN) for text in before) and any(is_one(text, TOLL) for text in before)
        for at in range(victim.last, victim.last + (RISING_REACH if rising else TOLL_REACH)):
            text = word(chart, at)
            if text == "،" and rising and word(chart, at + 1) in ("الي", "حتي"):
                continue  # «ارتفعت حصيلة ضحايا القصف الذي طال القرية، إلى 3»
            if ends(chart, at) or text in ("،", "و") or begins(chart, at, "victim") is not None:
                break
            told, linked = told or is_one(text, TOLL), linked or is_one(text, LINKS)
            if at == victim.last and before[-1:] and before[-1] in THAT:
                told = linked = True  # «ذكر المستشفى أن القتلى أربعة»
            count = begins(chart, at, "count")
            if count is None or not (linked or count.part("quantifier")):
                continue
            mention = _toll(chart, victim, count) if told and _is_amount(chart, count) else None
            if mention is not None and not taken(chart, mention, "casualties.toll"):
                ended = mention.last
                yield mention
            break


def _is_amount(chart: Chart, count: Mention) -> bool:
    """The number stands for the victims themselves: «18», «18 شخصا»; «18 قتيلا» is read elsewhere."""
    victim = begins(chart, count.last, "victim")
    return victim is None or victim.lead == "و" or begins(chart, count.last, "person") is not None


def reached(count: Count) -> Count:
    """«عدد القتلى وصل إلى 55»: in a toll the number that is reached is the number."""
    return Count(count.high, count.high) if count.vague == "up-to" and count.high is not None else count


def _toll(chart: Chart, victim: Mention, count: Mention) -> Mention | None:
    if not isinstance(count.value, Count):
        return None
    amount = reached(count.value)
    whole = begins(chart, count.first, "person")
    last = whole.last if whole is not None else count.last
    group = whole.part("group") if whole is not None else None
    parts = (("count", count), ("outcome", victim), *((("group", group),) if group else ()))
    value = Casualty(str(victim.value), amount, total=True)
    return figure(chart, "casualties.toll", value, (victim.first, last), parts)
