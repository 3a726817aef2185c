"""Figures that sum up many acts or a long stretch of time: they are tallies and no act's toll (codebook, section 8)."""

from __future__ import annotations

from waqai.claims.model import When
from waqai.reading.model import Casualty, Mention
from waqai.reading.read import Text

LONG = 14
"""Days; a shorter stretch may be one battle."""
OVER = frozenset("خلال طوال طيله منذ مدي مدار غضون".split())
UNITS = frozenset(
    """اشهر شهور اسابيع سنوات سنه اعوام عام الاعوام الاشهر الشهور الاسابيع السنوات السنين شهرين اسبوعين عامين
    الفتره المده المرحله شهرا عاما الشهر العام السنه الحرب النزاع الصراع الازمه الثوره
    الحمله العدوان الاحداث الحصار المعارك جوله موجه التصعيد الانتفاضه""".split()
)
BEGINNINGS = frozenset(
    """انهيار تجدد اندلاع بدء بدايه انطلاق اعلان نشوب تفجر تولي سقوط الاطاحه عزل انقلاب الانقلاب تدخل دخول وصول توقيع
    سيطره انسحاب تصاعد""".split()
)
RISING = frozenset("لترتفع ليرتفع لتبلغ ليبلغ لتصل ليصل يرفع ليرفع لترفع رافعا".split())
"""«أسفر عن مقتل ثمانية، لترتفع الحصيلة منذ مطلع الشهر إلى 1031»: only what rose is the sum."""
RECENT = frozenset("اليوم امس الاشتباكات المواجهات الهجوم القصف المعركه صباح مساء فجر ليل ساعات الليله".split())
"""«منذ بدء الاشتباكات», «منذ بدء القصف أمس»: it may be one act yet."""
FIRST = frozenset("اول اولي الاول الاولي نوعه نوعها اعنف اكبر اسوا ادمي".split())
"""«في أول هجوم من نوعه منذ بدء الحملة»: one act, the first."""
WHOLE = frozenset("اجمالي اجماليا الاجمالي الاجماليه مجموع مجموعه محصله بمجملها بمجموعها".split())
INCIDENTS = frozenset("حوادث حادثين حادثتين احداث هجمات اعمال اعتداءات عمليات تفجيرات انفجارات".split())
NUMBERS = frozenset(["اعداد"])
"""«ازدياد أعداد القتلى التي وصلت إلى 120»: they grew over many acts."""
APART = frozenset("متفرقه منفصله منفصلين منفصلتين متفرقين مختلفه".split())
PLACED = frozenset("place facility".split())
RELATIVE = frozenset("التي الذي الذين حيث".split())
ORDINALS = ("الاول", "الثان", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر", "الحادي")
LOOK = 4
SCATTERED = frozenset("متفرقه مختلفه انحاء متعدده منفصله منفصلين متفرقين عده".split())
SCATTER_REACH = 4
WIDE = 4
"""The precision of a governorate or a country."""
HARM = frozenset(["harm", "victim", "fate", "casualty"])
SEVERAL_REACH = 12
MOST = 2000
"""More dead than this are no single act's but in the rarest case."""


def sums_up(text: Text, figures: list[Mention], bounds: tuple[int, int], whens: dict[Mention, When]) -> bool:
    """Whether the figures of a row are told over a long time, or as a whole of several acts."""
    first, last = min(m.first for m in figures), max(m.last for m in figures)
    if all(isinstance(m.value, Casualty) and m.value.count.high == 0 for m in figures):
        return False
    if (
        _of_a_month(text, bounds[0], first)
        or _over_time(text, (first, last), bounds, whens)
        or _several_incidents(text, last, bounds[1])
    ):
        return True
    if any(isinstance(m.value, Casualty) and m.value.kind == "killed" and m.value.count.low >= MOST for m in figures):
        return True
    around = {token.text.removeprefix("و").removeprefix("ب") for token in text.tokens[max(bounds[0], first - 6) : last]}
    total = any(isinstance(m.value, Casualty) and m.value.total for m in figures)
    if total and (around & NUMBERS or _of_hours(text, bounds)):
        return True
    return bool(around & WHOLE) and (total or bool(around & UNITS))


def _of_a_month(text: Text, start: int, first: int) -> bool:
    """«– الشهر الثالث، استهدافان تسببا بإصابة اثنين»: an entry of a list by months; «كما» leaves the sum."""
    head = [token.text for token in text.tokens[start : start + LOOK]]
    month = next((at for at, word in enumerate(head[:-1]) if word == "الشهر"), None)
    listed = month is not None and head[month + 1].startswith(ORDINALS)
    return listed and "كما" not in {token.text for token in text.tokens[start:first]}


def _of_hours(text: Text, bounds: tuple[int, int]) -> bool:
    """«ارتفع عدد ضحايا القصف خلال 24 ساعة إلى 13»: the toll of a day's acts."""
    words = [token.text for token in text.tokens[slice(*bounds)]]
    heads = (at for at, word in enumerate(words) if word.removeprefix("و") in OVER)
    return any({"ساعه", "الساعات"} & set(words[at + 1 : at + LOOK]) for at in heads)


def _several_incidents(text: Text, index: int, end: int) -> bool:
    """«قُتل أربعة في ثلاثة حوادث أمنية منفصلة»"""
    words = [token.text.removeprefix("ب") for token in text.tokens[index : min(end, index + SEVERAL_REACH)]]
    return any(word in INCIDENTS and APART & set(words[at + 1 : at + 4]) for at, word in enumerate(words))


def _over_time(text: Text, row: tuple[int, int], bounds: tuple[int, int], whens: dict[Mention, When]) -> bool:
    """«قُتل 170 مدنيا خلال عشرة أشهر», «منذ مطلع العام قُتل …», where the time is the figure's, not a place's."""
    heads = [i for i in range(*bounds) if text.tokens[i].text.removeprefix("و").removeprefix("ف") in OVER]
    long = (index for index in heads if _is_long(text, index, whens))
    return any(not _of_place(text, index, row) and not _parted(text, index, row) for index in long)


def _is_long(text: Text, index: int, whens: dict[Mention, When]) -> bool:
    """A stretch of more than a fortnight begins behind the word."""
    since = text.tokens[index].text.removeprefix("و") == "منذ"
    if since and text.tokens[index + 1].text in BEGINNINGS and _of_an_age(text, index):
        return True
    for at in range(index, index + LOOK):
        for mention in text.chart.starts.get(at, ()):
            when = whens.get(mention)
            if when is not None and when.earliest is not None and when.latest is not None:
                return (when.latest - when.earliest).days > LONG or _runs_on(text, index, mention, when)
    ahead = {token.text for token in text.tokens[index + 1 : index + 1 + LOOK]}
    return bool(ahead & UNITS)


def _of_an_age(text: Text, index: int) -> bool:
    """«منذ انهيار وقف إطلاق النار في يوليو», «منذ إعلان نقل السفارة»: it began with another matter, long ago."""
    ahead = {token.text for token in text.tokens[index + 2 : index + 2 + 2 * LOOK]}
    before = {token.text for token in text.tokens[max(0, index - 2 * LOOK) : index]}
    return not (ahead & RECENT or before & FIRST)


def _runs_on(text: Text, index: int, mention: Mention, when: When) -> bool:
    """«منذ مارس 2015», «منذ عام 2011»: from a month or a year up to now."""
    since = "منذ" in text.tokens[index].text or getattr(mention.value, "flag", "") == "since"
    return since and when.precision.value in ("month", "year")


def _of_place(text: Text, index: int, row: tuple[int, int]) -> bool:
    """«في مدينة تحاصرها القوات منذ عام»: a relative clause of a place stands between."""
    if index < row[1]:
        return False
    between = range(row[1], index)
    for at in between:
        if text.tokens[at].text in RELATIVE and any(
            m.last == at and m.kind in PLACED for i in range(max(0, at - 4), at) for m in text.chart.starts.get(i, ())
        ):
            return True
    return False


def _parted(text: Text, index: int, row: tuple[int, int]) -> bool:
    """Another clause: «…؛», «منذ 1974: …», «فيما», «، وخلال شهر …», «خلال الأسابيع الماضية وأنها تسببت في مقتل»."""
    behind = index >= row[1]
    low, high = (row[1], index) if behind else (index, row[0])
    words = [token.text for token in text.tokens[low:high]]
    if {word.removeprefix("و") for word in words} & {"فيما", "بينما", "؛", ":"}:
        return True
    if behind and set(words) & RISING:
        return True
    if not behind:
        return bool(set(words) & {"وان", "وانه", "وانها", "وانهم", "وكان", "وكانت"})
    return any(
        text.tokens[at].text == "،"
        and text.tokens[at + 1].text.startswith("و")
        and not any(m.kind in HARM for m in text.chart.starts.get(at + 1, ()))
        for at in range(low, min(high, len(text.tokens) - 1))
    )


def scattered(text: Text, act: Mention, sites: tuple[Mention, ...]) -> bool:
    """«تفجيرات متفرقة», «هجمات في أنحاء البلاد»: acts in the plural, over many places."""
    if not act.form.startswith(("noun.plural", "noun.dual")):
        return False
    after = {token.text.removeprefix("ب") for token in text.tokens[act.last : act.last + SCATTER_REACH]}
    fine = any(getattr(site.value, "precision", WIDE) < WIDE for site in sites)
    return bool(after & SCATTERED) and not fine
