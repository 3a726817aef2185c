"""Several acts told as one: series, totals, the work of months; their figures are tallies (codebook, section 9)."""

from __future__ import annotations

from waqai.claims.factuality import breaks
from waqai.claims.model import When
from waqai.claims.nearby import before, folded
from waqai.claims.periods import in_period, is_long
from waqai.reading.model import Casualty, EventMention, Mention
from waqai.reading.places.grammar import PlaceRef
from waqai.reading.read import Text

SERIES = folded("سلسله سلسه مجموعه وتيره حمله موجه نوع انواع احدث اخر جميع كل معظم غالبيه نتائج سلسل مسلسل تصعيد")
WAVE = folded("موجه موجات مسلسل وتيره")
SCATTERED = folded("متفرقه مختلفه انحاء مختلف عموم متعدده متكرره متواصله يوميه المتكرره المتواصله شبه المستمره")
NEEDS_TOLL = frozenset(["killed"])
HELD = frozenset(["arrest"])
BREAKDOWN = 60
DRIVEN = 1
DAYS = 7
RELATIVE = 4
COUNTRY, GOVERNORATE = 5, 4
SEVERAL = 3
LISTED = 12
"""Words back to «سلسلة» and the acts that it lists."""
MASS, WAR = 100, 500
TIMES = 5
COUNTED_TIMES = folded("عدد المرات")
"""«عدد المرات التي تم فيها استهداف المواقع»."""
LOSSES = frozenset(["killed", "arrest"])
RISING = ("يرفع", "ترفع", "ترتفع", "يرتفع", "ارتفع", "تصل", "يصل", "بلغ", "تبلغ", "يبلغ", "حصيله")
"""«مقتل ثمانية، لترتفع الحصيلة منذ شباط إلى ألف»: the long time is that of the sum."""
THIS = folded("هذه تلك ذات نفس")
SPAN = folded("المده الفتره الاشهر الاسابيع السنوات الاعوام الايام الحمله")
"""«أحصى المرصد مقتل العشرات خلال هذه المدة»: a time that was named before."""
BEGINNINGS = folded(
    """بدء بدايه اندلاع انهيار انطلاق تجدد استئناف مطلع نشوب تصاعد اعلان اجتياح غزو احتلال انقلاب عوده توقيع
    الاطاحه عزل تولي انتهاء سقوط"""
)
"""«قتل مئات المسلحين منذ انهيار الهدنة»: what a long time begins with."""


def in_tally(text: Text, event: EventMention, whens: dict[Mention, When]) -> bool:
    """A total of acts (استهدف نحو خمسين هجوما …), of weapons over a time, or a bulletin's that is broken down below."""
    trigger = event.trigger
    for tally in text.chart.of("tally", "bulletin"):
        driven = trigger.form.startswith("verb") and 0 <= tally.first - trigger.last <= DRIVEN
        if not (tally.first - 1 <= trigger.first < tally.last or (driven and tally.kind == "tally")):
            continue
        if tally.kind == "bulletin":
            return _is_broken_down(text, tally)
        return tally.rule != "tallies.weapons" or in_period(text, event, whens)
    return False


def _is_broken_down(text: Text, bulletin: Mention) -> bool:
    """20 غارة في العراق … إن خمس غارات قرب الرمادي قصفت: the places have counted acts of their own."""
    for index in range(bulletin.last, bulletin.last + BREAKDOWN):
        starting = text.chart.starts.get(index, ())
        if any(m.kind == "bulletin" for m in starting):
            continue
        for count in starting:
            if count.kind == "count" and any(m.kind == "act" for m in text.chart.starts.get(count.last, ())):
                return True
    return False


def _is_plural(event: EventMention) -> bool:
    return event.trigger.form.split(".the")[0] in ("noun.plural", "noun.dual")


def is_series(text: Text, event: EventMention, whens: dict[Mention, When]) -> bool:
    """الهجمات الأخيرة، سلسلة من الهجمات، الهجومين، قتل 3042 خلال عشرة أشهر: several acts, none singled out."""
    if (
        _is_listed_in_series(text, event)
        or _follows_series(text, event)
        or _sums_up(text, event)
        or _is_of_months(text, event, whens)
    ):
        return True
    if before(text, event, TIMES) >= COUNTED_TIMES:
        return True
    if in_period(text, event, whens):
        return _is_plural(event) or event.act in NEEDS_TOLL | HELD or event.trigger.form == "verb.present"
    sites = _precisions(event)
    if not _is_plural(event):
        return bool(before(text, event, 2) & WAVE)
    if _is_scattered(text, event) and min(sites, default=COUNTRY) >= COUNTRY:
        return True
    if _is_sum(text, event, sites) or _is_vaguely_dated(event, whens):
        return True
    if event.act != "attack" or event.of("weapon") or event.of("casualty") or event.of("when"):
        return False
    return (
        "من" in before(text, event, 1)
        or event.trigger.form.endswith(".the")
        or bool(before(text, event, 2) & SERIES)
        or bool(event.trigger.tail)
    )


def _is_listed_in_series(text: Text, event: EventMention) -> bool:
    """«سلسلة من عمليات طعن وإطلاق نار ودهس», «490 هجوما على منازل، و4 هجمات على مدارس»: the next of what is counted."""
    trigger = event.trigger
    joined = trigger.lead == "و" or text.tokens[trigger.first - 1].text.startswith("و")
    if trigger.form.endswith(".the") or not trigger.first or not joined:
        return False
    start = next((a for a, b in text.sentences if a <= trigger.start < b), 0)
    before_it = [t.text for t in text.tokens[max(0, trigger.first - LISTED) : trigger.first] if t.start >= start]
    acts = [
        m for m in text.chart.kinds.get("act", ()) if start <= m.start < trigger.start and not m.form.endswith(".the")
    ]
    near = [m for m in acts if trigger.first - m.last <= LISTED and not m.form.startswith("verb")]
    if any("سلسله" in word for word in before_it) and near:
        return trigger.first - near[-1].last <= 1
    if trigger.form.startswith("verb"):
        return False
    counted = any(m.kind == "count" and m.last == trigger.first for m in text.chart.starts.get(trigger.first - 1, ()))
    totals = [m for m in text.chart.kinds.get("tally", ()) if start <= m.start < trigger.start]
    return counted and bool(totals) and not event.of("casualty")


def _sums_up(text: Text, event: EventMention) -> bool:
    """130 هجوما … قتل على إثر تلك الهجمات 47 شخصا: what a total led to; more than five hundred dead in one figure."""
    if max(_dead(event), default=0) >= WAR:
        return True
    plural = _is_plural(event) and bool(before(text, event, 1) & folded("تلك هذه"))
    if event.act not in NEEDS_TOLL and not plural:
        return False
    start = next((a for a, b in text.sentences if a <= event.trigger.start < b), 0)
    totals = [m for m in text.chart.kinds.get("tally", ()) if start <= m.start < event.trigger.start]
    return bool(totals) and min(_precisions(event), default=COUNTRY) >= GOVERNORATE


def _is_of_months(text: Text, event: EventMention, whens: dict[Mention, When]) -> bool:
    """«مقتل 38 شخصا واعتقال 19 في المحافظة خلال كانون الأول», «قتل مئات منذ انهيار الهدنة»: losses of a long time."""
    if event.act not in LOSSES or not event.of("casualty") or event.of("when"):
        return False
    _, end = next(((a, b) for a, b in text.sentences if a <= event.trigger.start < b), (0, 0))
    for index in range(event.trigger.last, len(text.tokens)):
        here = text.chart.starts.get(index, ())
        if text.tokens[index].start >= end or any(m.kind == "act" and m.value not in LOSSES for m in here):
            return False
        if text.tokens[index].text.removeprefix("ما").removeprefix("ل").startswith(RISING):
            return False
        if text.tokens[index].text == "منذ" and text.tokens[min(index + 1, len(text.tokens) - 1)].text in BEGINNINGS:
            return True
        if text.tokens[index].text in THIS and text.tokens[min(index + 1, len(text.tokens) - 1)].text in SPAN:
            return True
        if any(m.kind == "when" and m in whens for m in here):
            return any(m.kind == "when" and is_long(text, m, whens) for m in here)
    return False


def _precisions(event: EventMention) -> list[int]:
    return [m.value.precision for m in event.of("site") if isinstance(m.value, PlaceRef)]


def _dead(event: EventMention) -> list[int]:
    figures = [m.value for m in event.of("casualty") if isinstance(m.value, Casualty)]
    rising = any(m.rule != "casualties.toll" for m in event.of("casualty"))  # «مقتل ثمانية، لترتفع الحصيلة إلى 1031»
    return [figure.count.low for figure in figures if figure.kind == "killed" and not (figure.total and rising)]


def _is_vaguely_dated(event: EventMention, whens: dict[Mention, When]) -> bool:
    """هجمات مكثفة مطلع عام 2020: several, at no day."""
    if event.act != "attack" or event.of("casualty") or event.trigger.form.endswith(".the"):
        return False
    spans = [(w.latest - w.earliest).days for m in event.of("when") if (w := whens.get(m)) and w.earliest and w.latest]
    return bool(spans) and min(spans) > DAYS


def _is_sum(text: Text, event: EventMention, sites: list[int]) -> bool:
    """عدد الهجمات، مئات الغارات; strikes all over three governorates, or with more than a hundred dead."""
    if before(text, event, 1) & folded("عدد تعداد مجموع اجمالي حصيله مئات الاف عشرات"):
        return True
    return sites.count(GOVERNORATE) >= SEVERAL or max(_dead(event), default=0) >= MASS


def _is_scattered(text: Text, event: EventMention) -> bool:
    """تفجيرات متفرقة، سلسلة تفجيرات، هجمات في أنحاء البلاد"""
    after = {token.text for token in text.tokens[event.trigger.last : event.trigger.last + 3]}
    return bool(after & SCATTERED) or bool(before(text, event, 2) & (SERIES - {"حمله"}))


def _is_of(text: Text, tally: Mention, trigger: Mention) -> bool:
    """5 هجمات استهدفت المخيم، مئات الضربات التي طالت مواقع: the verb stands right behind the total."""
    near = 0 <= trigger.first - tally.last <= RELATIVE
    return near and not any(breaks(text, index) for index in range(tally.last, trigger.first))


def _follows_series(text: Text, event: EventMention) -> bool:
    """سلسلة تفجيرات استهدفت مناطق، موجة تفجيرات تضرب المدينة: the verb of a series."""
    trigger = event.trigger
    if not trigger.form.startswith("verb"):
        return False
    if any(_is_of(text, tally, trigger) for tally in text.chart.kinds.get("tally", ())):
        return not event.of("when") and not event.of("casualty")
    for index in range(trigger.first - 1, max(-1, trigger.first - 5), -1):
        if breaks(text, index):
            return False
        for act in text.chart.starts.get(index, ()):
            if act.kind == "act" and act.form.startswith("noun"):
                around = {t.text.removeprefix("و") for t in text.tokens[max(0, index - 2) : index]}
                return bool(around & WAVE) or (act.form.startswith("noun.plural") and "سلسله" in around)
    return False
