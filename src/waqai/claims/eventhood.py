"""Which told acts are events: singled out, placed or dated, and news; not a series, a total or a standing fact.

Codebook, sections 1 and 2: an event is one act. What only recalls an act that is known (هذا الهجوم، بعد تحرير المدينة)
adds to it and begins none; what sums up many (سلسلة هجمات، منذ مطلع العام) is told apart, for its figures are tallies.
"""

from __future__ import annotations

from enum import Enum

from waqai.claims.factuality import breaks, clause, status
from waqai.claims.model import When
from waqai.claims.periods import in_period
from waqai.reading.model import EventMention, Mention
from waqai.reading.places.grammar import PlaceRef
from waqai.reading.read import Text


class Hood(Enum):
    """NEW may begin an act; KNOWN adds to one that is told already; SERIES sums up many; NONE is no act."""

    NEW = "new"
    KNOWN = "known"
    SERIES = "series"
    NONE = "none"


def _folded(words: str) -> frozenset[str]:
    return frozenset(words.split())


HAPPENED = frozenset(["happened"])
SERIES = _folded("سلسله سلسه وتيره حمله موجه نوع انواع احدث اخر جميع كل معظم غالبيه نتائج من سلسل مسلسل تصعيد")
WAVE = _folded("موجه موجات مسلسل وتيره")
SCATTERED = _folded("متفرقه مختلفه انحاء مختلف عموم متعدده متكرره متواصله يوميه المتكرره المتواصله شبه المستمره")
NEEDS_WEAPON = frozenset(["launch", "fall", "bombing_from_air"])
NEEDS_TOLL = frozenset(["killed"])
HOLDING = _folded(
    """مناطق منطقه تحت خاضعه الخاضعه الخاضع خارج ضمن نقاط اماكن مواقع خارطه خريطه رقعه مساحه مساحات نسبه منذ
    لفرض علي"""
)
THIS = _folded("هذا هذه ذلك تلك هذين هذان هاتين هذي")
AFTER = _folded("بعد منذ عقب غداه قبل قبيل اثر بعيد خلال اثناء جراء نتيجه بسبب رغم")
OF_THE_ACT = _folded(
    """منفذ منفذي منفذو مرتكب مرتكبي ضحايا جرحي مكان موقع مسرح اثار صور مصدر تفاصيل ملابسات خلفيه مشاهد لحظه
    ذكري طبيعه وقت تاريخ هويه مدبر مدبري مخطط تداعيات"""
)
AS = _folded("بانه بانها انه انها بوصفه باعتباره اعتبره اعتبر وصفه")
COMING = _folded(
    """دخل دخلت تدخل يدخل بدا بدات يبدا تبدا بدء سريان سري تسري يسري حيز اعلن اعلنت اعلان يعلن تعلن توصل توصلت
    التوصل اتفق اتفقت اتفقا اتفاق ابرم ابرمت وقع وقعت توقيع انجاز"""
)
AGREED = _folded("اعلن اعلنت اعلان يعلن تعلن توصل توصلت التوصل اتفق اتفقت اتفقا ابرم ابرمت حيز سريان")
BROKEN = _folded(
    """خرق خروقات خروق انتهاك انتهاكات انتهك خرقت خرقوا يخرقون يخرق رغم برغم لم تنص تخضع يخضع قرار مفاوضات مقترح
    لبحث بحث جهود محادثات بنود تطبيق لتطبيق تثبيت لتثبيت بموجب قبل قبيل منذ الي انهاء فشل"""
)
LIKE = _folded("مثل كهذا بهذا بهذه")
NEGLIGIBLE = 4
"""Words between «بدء» or «أعلنت» and the truce that it tells of."""
FLYING = frozenset(["aircraft", "helicopter", "drone"])
SHOT_DOWN = FLYING | {"rocket", "missile"}
SHIELD = 6
FIGHTING = _folded("مع بين عنيفه مسلحه مباشره ضد داميه شرسه عسكريه مفتوحه")
PARTS = _folded("تركزت تركز منها بينها ضمنها توزعت")
BREAKDOWN = 30
STARTS = 8
"""A headline has its verb among its first words: «طائرات حربية تقصف …»."""


def hood(text: Text, event: EventMention, whens: dict[Mention, When]) -> Hood:
    """What the words make of the act that they name."""
    told = status(text, event.trigger)
    if told not in HAPPENED | {"denied"} or _is_mutual(text, event) or _is_no_act(text, event):
        return Hood.NONE
    if _in_tally(text, event, whens) or _is_series(text, event, whens):
        return Hood.SERIES
    if told == "denied" or _is_recalled(text, event, whens) or not _is_singled_out(event):
        return Hood.KNOWN
    return Hood.NEW


def _before(text: Text, event: EventMention, count: int = 1) -> list[str]:
    """The words before the trigger, without و, the nearest last."""
    first = event.trigger.first
    return [token.text.removeprefix("و") for token in text.tokens[max(0, first - count) : first]]


def _is_mutual(text: Text, event: EventMention) -> bool:
    """القصف المتبادل: an exchange goes with the fight that it is part of."""
    after = text.tokens[event.trigger.last : event.trigger.last + 1]
    return bool(after) and after[0].text.removeprefix("ال").startswith("متبادل")


def _is_no_act(text: Text, event: EventMention) -> bool:
    """A standing fact, a truce that is only recalled, an arrest of things, an aircraft that only fell."""
    if event.act in ("take", "siege"):
        return _is_standing(text, event)
    if event.act == "truce":
        return not _comes_into_force(text, event)
    if event.act == "fall":
        arms = event.of("weapon")
        return bool(arms) and all(getattr(m.value, "weapon_class", "") in FLYING for m in arms)
    if event.act == "arrest":
        return _stops_things(text, event)
    if event.act == "clash":
        return _faces(text, event)
    return event.act == "destroy" and _is_result(text, event.trigger)


def _stem(text: Text, trigger: Mention) -> str:
    return text.folded.text[trigger.start : trigger.end]


def _stops_things(text: Text, event: EventMention) -> bool:
    """أوقفت العمليات، توقف جميع الأقسام: only people are arrested."""
    stopped = "وقف" in _stem(text, event.trigger) or "حتجز" in _stem(text, event.trigger)
    return stopped and not (event.of("casualty") or event.of("target"))


def _faces(text: Text, event: EventMention) -> bool:
    """في مواجهة الإرهاب، تصدت الدفاعات للصواريخ: no fight of two sides."""
    stem, trigger = _stem(text, event.trigger), event.trigger
    after = text.tokens[trigger.last].text if trigger.last < len(text.tokens) else ""
    if stem.startswith("مواجه") and trigger.form == "noun":
        led = trigger.lead.endswith(("ل", "ب")) or set(_before(text, event)) & _folded("في علي الي كيفيه سبل")
        return bool(led) or after not in FIGHTING
    if "تصد" in stem:
        arms = {getattr(m.value, "weapon_class", "") for m in event.of("weapon")}
        ahead = " ".join(token.text for token in text.tokens[trigger.first : trigger.first + SHIELD])
        return bool(arms & SHOT_DOWN) or any(word in ahead for word in ("دفاع", "معاديه", "مضادات"))
    return False


def _is_result(text: Text, trigger: Mention) -> bool:
    """أدى إلى تهدم مساكن، لتهدم المنازل: what an act did, no act."""
    noun_like = trigger.lead.endswith(("ل", "ب")) or text.tokens[trigger.first - 1].text in ("الي", "في", "من", "عن")
    return trigger.form == "verb.present" and bool(trigger.first) and noun_like


def _is_standing(text: Text, event: EventMention) -> bool:
    """مناطق سيطرة الجيش، تسيطر عليها، يحاصره التنظيم: who holds or besieges a place is no act."""
    trigger, before = event.trigger, _before(text, event)
    if trigger.form == "verb.present":
        return event.act == "take" or bool(trigger.tail) or not _opens(text, trigger)
    if event.act == "siege":
        return False
    return bool(set(before) & HOLDING) or trigger.lead == "ل" or _struggles(text, event)


def _struggles(text: Text, event: EventMention) -> bool:
    """تتصارع حكومتان على السيطرة، محاولة استعادة المدينة: fought for, not taken."""
    words = set(_before(text, event, 4))
    return bool(words & _folded("تتصارع يتصارع صراع الصراع تتنازع محاوله محاولات سعي يسعي تسعي تنافس لمحاوله"))


def _comes_into_force(text: Text, event: EventMention) -> bool:
    """دخلت الهدنة حيز التنفيذ، أعلن هدنة، توصل إلى اتفاق لوقف النار: no truce that is only spoken of."""
    trigger = event.trigger
    low, high = clause(text, trigger)
    before = [token.text.removeprefix("و").removeprefix("ف") for token in text.tokens[low : trigger.first]]
    after = [token.text for token in text.tokens[trigger.last : min(high, trigger.last + NEGLIGIBLE + 2)]]
    if set(before[-6:]) & BROKEN or trigger.form.endswith("dual"):
        return False
    return bool(set(before[-NEGLIGIBLE - 1 :]) & COMING) or bool(set(after) & AGREED)


def _in_tally(text: Text, event: EventMention, whens: dict[Mention, When]) -> bool:
    """A total of acts; a total of weapons over a stretch of time; a bulletin's total that is broken down below it."""
    trigger = event.trigger
    for tally in text.chart.of("tally", "bulletin"):
        if not tally.first - 1 <= trigger.first < tally.last:
            continue
        if tally.kind == "bulletin":
            return _is_broken_down(text, tally)
        return tally.rule != "tallies.weapons" or in_period(text, event, whens)
    return False


def _is_broken_down(text: Text, bulletin: Mention) -> bool:
    """20 غارة في العراق تركزت على أهداف قرب الرمادي: the places have acts of their own."""
    after = text.tokens[bulletin.last : bulletin.last + BREAKDOWN]
    return any(token.text.removeprefix("و") in PARTS for token in after)


def is_fine(mention: Mention) -> bool:
    """Whether the place is finer than a governorate."""
    return isinstance(mention.value, PlaceRef) and mention.value.precision < 4


def _is_plural(event: EventMention) -> bool:
    return event.trigger.form.split(".the")[0] in ("noun.plural", "noun.dual")


def _is_series(text: Text, event: EventMention, whens: dict[Mention, When]) -> bool:
    """الهجمات الأخيرة، سلسلة من الهجمات، الهجومين، قتل 3042 خلال عشرة أشهر: several acts, none singled out."""
    if _follows_series(text, event):
        return True
    if in_period(text, event, whens):
        return _is_plural(event) or event.act in NEEDS_TOLL or event.trigger.form == "verb.present"
    fine = any(is_fine(m) for m in event.of("site"))
    if not _is_plural(event):
        return bool(set(_before(text, event, 2)) & WAVE)
    if _is_scattered(text, event) and not fine:
        return True
    if event.act != "attack" or event.of("weapon") or event.of("casualty") or event.of("when"):
        return False
    return (
        event.trigger.form.endswith(".the") or bool(set(_before(text, event, 2)) & SERIES) or bool(event.trigger.tail)
    )


def _is_scattered(text: Text, event: EventMention) -> bool:
    """تفجيرات متفرقة، سلسلة تفجيرات، هجمات في أنحاء البلاد"""
    after = {token.text for token in text.tokens[event.trigger.last : event.trigger.last + 3]}
    return bool(after & SCATTERED) or bool(set(_before(text, event, 2)) & (SERIES - {"من", "حمله"}))


def _follows_series(text: Text, event: EventMention) -> bool:
    """سلسلة تفجيرات استهدفت مناطق، موجة تفجيرات تضرب المدينة: the verb of a series."""
    trigger = event.trigger
    if not trigger.form.startswith("verb"):
        return False
    for index in range(trigger.first - 1, max(-1, trigger.first - 5), -1):
        if breaks(text, index):
            return False
        for act in text.chart.starts.get(index, ()):
            if act.kind == "act" and act.form.startswith("noun"):
                before = {t.text.removeprefix("و") for t in text.tokens[max(0, index - 2) : index]}
                return bool(before & WAVE) or (act.form.startswith("noun.plural") and "سلسله" in before)
    return False


def _is_recalled(text: Text, event: EventMention, whens: dict[Mention, When]) -> bool:
    """هذا الهجوم، منفذ التفجير، بعد تحرير المدينة، وصف الانفجار بأنه عمل إرهابي: told of, not told."""
    before = _before(text, event, 1)
    if set(before) & (THIS | OF_THE_ACT | AS | LIKE):
        return True
    if _is_generic(text, event):
        return True
    return _only_dates_another(text, event, whens)


def _only_dates_another(text: Text, event: EventMention, whens: dict[Mention, When]) -> bool:
    """تعمل الموانئ منذ تحرير المدينة: a noun after بعد with no day and no figure of its own."""
    if not event.trigger.form.startswith("noun") or event.of("casualty"):
        return False
    if any(m in whens and whens[m].earliest for m in event.of("when")):
        return False
    return bool(set(_before(text, event, 1)) & _folded("بعد منذ عقب قبل قبيل")) and event.act in ("take", "withdrawal")


def _is_generic(text: Text, event: EventMention) -> bool:
    """العملية التي تستهدف صفوف التنظيم، قرى يقصفها الجيش: a present verb in a relative clause, with no figure."""
    trigger = event.trigger
    if trigger.form != "verb.present" or event.of("casualty") or event.of("when"):
        return False
    return bool(trigger.tail) or bool(set(_before(text, event, 2)) & _folded("التي الذي الذين حيث اللذين اللتين"))


def _opens(text: Text, trigger: Mention) -> bool:
    """طائرات حربية تقصف …: the verb stands among the first words of its line."""
    index = trigger.first
    while index > 0 and text.tokens[index - 1].kind != "newline" and trigger.first - index <= STARTS:
        index -= 1
    return trigger.first - index <= STARTS


def _is_singled_out(event: EventMention) -> bool:
    """Launched and fallen things need their weapon, the killed a figure or a name and a place or a day."""
    values = {event.act} | {str(m.value) for role, m in event.arguments if role == "act"}
    if values <= NEEDS_WEAPON and not event.of("weapon"):
        return False
    told = (event.of("casualty") or event.of("target")) and (event.of("site") or event.of("when"))
    return bool(told) or not values <= NEEDS_TOLL
