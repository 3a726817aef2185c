"""What is told with an act word and is no act: who holds a place, a truce only spoken of, work that was stopped."""

from __future__ import annotations

from itertools import pairwise

from waqai.claims.factuality import clause
from waqai.claims.nearby import before, folded, opens, stem
from waqai.reading.model import EventMention, Mention
from waqai.reading.places.refs import PlaceRef
from waqai.reading.read import Text

HOLDING = folded(
    """مناطق منطقه تحت خاضعه الخاضعه الخاضع خارج ضمن نقاط اماكن مواقع خارطه خريطه رقعه مساحه مساحات نسبه منذ
    لفرض علي لتاكيد لبسط لضمان لتعزيز لتوسيع لتثبيت"""
)
SINCE = folded("منذ")
LANDS = folded("مناطق اجزاء مساحات اراض اراضي اجزا")
WIDE = folded("واسعه شاسعه كبيره عديده")
LANDS_REACH = 6
DISTRICT = 3
FIELD = folded("ميدان ساحه ارض مسرح ساحات ميادين")
"""«أصبحت المدينة ميدان معركة»: what the place is, no fight."""
PARTED = folded("فك فض فصل وفك وفض وفصل")
"""«اتفاق فك الاشتباك»."""
COMING = folded(
    """دخل دخلت تدخل يدخل بدا بدات يبدا تبدا بدء سريان سري تسري يسري حيز اعلن اعلنت اعلان يعلن تعلن توصل توصلت
    التوصل اتفق اتفقت اتفقا اتفاق ابرم ابرمت وقع وقعت توقيع انجاز"""
)
STRUGGLING = folded(
    """يحاول تحاول حاول حاولت يحاولون حاولوا تتصارع يتصارع صراع الصراع تتنازع محاوله محاولات سعي يسعي تسعي
    تنافس لمحاوله"""
)
UNTIL = folded("حتي")
HELD_UNTIL = folded("تسيطر يسيطر سيطره خاضعه تخضع يخضع بيد قبضه معقل معقلا")
"""«كانت تسيطر على المنطقة حتى استولت القوات عليها»: how it came that another holds it now."""
AWAITED = folded("اعتبارا ابتداء تبدا يبدا ستبدا سيبدا المقرر المزمع")
RECALLED = folded("منذ الموقع الموقعه المبرم المعلن الساري الساريه الهش الهشه")
DONE = folded("تمت جرت جري نفذ نفذت افرج افرجت الافراج اطلق اطلقت شهدت انجزت انجز اطراف شملت بموجب اطار")
AGREED = folded("اعلن اعلنت اعلان يعلن تعلن توصل توصلت التوصل اتفق اتفقت اتفقا ابرم ابرمت حيز سريان")
BROKEN = folded(
    """خرق خروقات خروق انتهاك انتهاكات انتهك خرقت خرقوا يخرقون يخرق رغم برغم لم تنص تخضع يخضع قرار مفاوضات مقترح
    لبحث بحث جهود محادثات بنود تطبيق لتطبيق تثبيت لتثبيت ضمن يقع تقع مشموله المشموله بموجب قبل قبيل منذ الي انهاء فشل"""
)
IN_IT = folded("ضمن بموجب الي")
"""«أفرج عن 50 أسيرا ضمن صفقة تبادل», «بموجب اتفاق تبادل»."""
LEADING = 8
"""Words between «بدء» or «أعلنت» and the truce that it tells of, at most."""
NATURE = folded("امطار سيول رياح مياه عاصفه عواصف فيضانات فيضان زلزال الزلزال امواج انهيارات")
FLYING = frozenset(["aircraft", "helicopter", "drone"])
SHOT_DOWN = FLYING | {"rocket", "missile"}
SHIELD = 6
HELD = 8
BESIEGING = folded("عمليه عمليات واصله مواصله متابعه استمرار بعمليه")
"""What stands before the noun: «عملية محاصرة المدينة»."""
FIGHTING = folded("مع بين عنيفه مسلحه مباشره ضد داميه شرسه عسكريه مفتوحه")


def is_mutual(text: Text, event: EventMention) -> bool:
    """القصف المتبادل: an exchange goes with the fight that it is part of."""
    after = text.tokens[event.trigger.last : event.trigger.last + 1]
    return bool(after) and after[0].text.removeprefix("ال").startswith("متبادل")


def is_no_act(text: Text, event: EventMention) -> bool:
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
        return bool(before(text, event, 1) & (FIELD | PARTED)) or _faces(text, event)
    return event.act == "destroy" and (_is_result(text, event.trigger) or _is_of_nature(text, event.trigger))


def _stops_things(text: Text, event: EventMention) -> bool:
    """أوقفت العمليات، توقف جميع الأقسام: only people are arrested."""
    stopped = "وقف" in stem(text, event.trigger) or "حتجز" in stem(text, event.trigger)
    people = [*event.of("casualty"), *(m for m in event.of("target") if m.kind in ("person", "actor"))]
    people += text.chart.within("person-weak", event.trigger.last, event.trigger.last + HELD)
    return stopped and not any(m.first - event.trigger.last <= HELD for m in people)


def _faces(text: Text, event: EventMention) -> bool:
    """في مواجهة الإرهاب، تصدت الدفاعات للصواريخ: no fight of two sides."""
    word, trigger = stem(text, event.trigger), event.trigger
    after = text.tokens[trigger.last].text if trigger.last < len(text.tokens) else ""
    if word.startswith("مواجه") and trigger.form == "noun":
        led = trigger.lead.endswith(("ل", "ب")) or before(text, event) & folded("في علي الي كيفيه سبل")
        return bool(led) or after not in FIGHTING
    if "تصد" in word:
        arms = {getattr(m.value, "weapon_class", "") for m in event.of("weapon")}
        ahead = " ".join(token.text for token in text.tokens[trigger.first : trigger.first + SHIELD])
        return bool(arms & SHOT_DOWN) or any(shield in ahead for shield in ("دفاع", "معاديه", "مضادات"))
    return False


def _is_of_nature(text: Text, trigger: Mention) -> bool:
    """«الأمطار جرفت الألغام», «دمرت السيول الجسر»: nobody's act."""
    near = text.tokens[max(0, trigger.first - 1) : trigger.last + 1]
    return any(token.text.lstrip("و").removeprefix("ال") in NATURE for token in near)


def _is_result(text: Text, trigger: Mention) -> bool:
    """أدى إلى تهدم مساكن، لتهدم المنازل: what an act did, no act."""
    noun_like = trigger.lead.endswith(("ل", "ب")) or text.tokens[trigger.first - 1].text in ("الي", "في", "من", "عن")
    return trigger.form == "verb.present" and bool(trigger.first) and noun_like


def _is_standing(text: Text, event: EventMention) -> bool:
    """مناطق سيطرة الجيش، تسيطر عليها، يحاصره التنظيم: who holds or besieges a place is no act.

    «طوق أمني حول مكان الحادث» is no siege either.
    """
    trigger, words = event.trigger, before(text, event)
    if trigger.form == "verb.present":
        stative = event.act == "take" and _is_held(text, trigger)
        return stative or event.act == "siege" or bool(trigger.tail) or not opens(text, trigger)
    if event.act == "siege":
        return _is_besieged(text, trigger) or ("طوق" in stem(text, trigger) and not event.of("site"))
    if trigger.form.startswith("verb") and before(text, event, 1) & UNTIL:
        return bool(before(text, event, HELD) & HELD_UNTIL)
    if _is_of_wide_lands(text, event):
        return True
    held = words & HOLDING
    return bool(held - SINCE or (held and not _is_dated(event))) or trigger.lead == "ل" or _struggles(text, event)


def _is_dated(event: EventMention) -> bool:
    """«منذ سيطرة المتمردين على صنعاء في أيلول 2014»: the day is told with the place."""
    return any(m.first > event.trigger.first for m in event.of("when")) and bool(event.of("site"))


def _is_of_wide_lands(text: Text, event: EventMention) -> bool:
    """«السيطرة على مناطق واسعة في البلاد»: no place is named."""
    ahead = [token.text for token in text.tokens[event.trigger.last : event.trigger.last + LANDS_REACH]]
    wide = any(a in LANDS and b in WIDE for a, b in pairwise(ahead))
    fine = any(isinstance(m.value, PlaceRef) and m.value.precision < DISTRICT for m in event.of("site"))
    return event.act == "take" and wide and not fine


def _is_besieged(text: Text, trigger: Mention) -> bool:
    """«بلدات شيعية محاصرة», «أحياء درعا البلد المحاصرة»: an adjective behind what it tells of."""
    before_it = text.tokens[trigger.first - 1].text if trigger.first else ""
    adjective = stem(text, trigger).removeprefix("ال") == "محاصره" and not trigger.lead
    the = adjective and text.tokens[trigger.first].text.startswith("ال")
    return the or (adjective and before_it.endswith(("ه", "ات")) and before_it not in BESIEGING)


def _is_held(text: Text, trigger: Mention) -> bool:
    """«يسيطر على المدينة», «ويستولي على مناطق»: a state; a headline's «التنظيم يستولي على البلدة» is news."""
    word = stem(text, trigger)
    return "سيطر" in word or (trigger.lead.startswith("و") and ("ستول" in word or "حتل" in word))


def _struggles(text: Text, event: EventMention) -> bool:
    """تتصارع حكومتان على السيطرة، محاولة استعادة المدينة: fought for, not taken."""
    return bool(before(text, event, 6) & STRUGGLING)


def _comes_into_force(text: Text, event: EventMention) -> bool:
    """دخلت الهدنة حيز التنفيذ، أعلن هدنة، توصل إلى اتفاق لوقف النار: no truce that is only spoken of."""
    trigger = event.trigger
    low, high = clause(text, trigger)
    led = {token.text.removeprefix("و").removeprefix("ف") for token in text.tokens[low : trigger.first][-LEADING:]}
    words = [token.text for token in text.tokens[max(0, trigger.first - LEADING) : trigger.first]]
    around = {word.removeprefix("و").removeprefix("ف") for word in words}
    after = {token.text for token in text.tokens[trigger.last : min(high, trigger.last + LEADING)]}
    awaited = {token.text for token in text.tokens[trigger.last : trigger.last + LEADING]} & AWAITED
    exchanged = "تبادل" in stem(text, trigger) and bool(around & DONE)
    if exchanged and not awaited and not led & BROKEN - IN_IT:
        return True
    if awaited or led & BROKEN or trigger.form.endswith("dual") or after & RECALLED:
        return False
    return bool(around & COMING) or bool(after & AGREED)
