"""Which told acts are events: singled out, placed or dated, and news; not a series, a total or a standing fact.

Codebook, sections 1 and 2: an event is one act. What only recalls an act that is known (هذا الهجوم، بعد تحرير المدينة)
adds to it and begins none; what sums up many (سلسلة هجمات، منذ مطلع العام) is told apart, for its figures are tallies.
"""

from __future__ import annotations

from enum import Enum

from waqai.claims.anniversaries import years
from waqai.claims.factuality import status
from waqai.claims.flights import is_shot_down
from waqai.claims.model import When
from waqai.claims.nearby import before, folded, stem
from waqai.claims.series import in_tally, is_series
from waqai.claims.standing import is_mutual, is_no_act
from waqai.reading.model import EventMention, Mention
from waqai.reading.read import Text


class Hood(Enum):
    """NEW may begin an act; KNOWN adds to one that is told already; SERIES sums up many; NONE is no act."""

    NEW = "new"
    KNOWN = "known"
    SERIES = "series"
    NONE = "none"


HAPPENED = frozenset(["happened"])
NEEDS_WEAPON = frozenset(["launch", "fall", "bombing_from_air"])
NEEDS_TOLL = frozenset(["killed"])
THIS = folded("هذا هذه ذلك تلك هذين هذان هاتين هذي")
OF_THE_ACT = folded(
    """منفذ منفذي منفذو مرتكب مرتكبي ضحايا جرحي مكان موقع مسرح اثار صور مصدر تفاصيل ملابسات خلفيه مشاهد لحظه
    ذكري طبيعه وقت تاريخ هويه مدبر مدبري مخطط تداعيات"""
)
AS = folded("بانه بانها انه انها بوصفه باعتباره اعتبره اعتبر وصفه")
COMMENTING = folded(
    """دان دانت ادان ادانت تدين يدين ادانه ادانتها ادانته ادانتهم استنكر استنكرت تستنكر يستنكر استنكاره استنكارها
    ندد نددت يندد تندد تنديده تنديدها شجب شجبت يشجب تشجب باركت بارك"""
)
"""«دانت القيادة القصف»: who speaks of the act tells nothing new of it."""
COMMENT_REACH = 3
SPOTS = folded("المكان الموقع المنطقه المواقع الاماكن المناطق المبني المنزل")
LIKE = folded("مثل كهذا بهذا بهذه")
RANKED = folded(
    """احدث اول اولي اخر ثاني ثالث رابع خامس عاشر اعنف اكبر اخطر اقوي اشد اوسع ابرز اضخم اسوا ادمي اكثر اطول اعلي"""
)
FREED = folded("افرج افرجت افرجوا اطلق اطلقت اطلقوا الافراج اطلاق سراح")
FREED_REACH = 16
ATTEMPTS = folded("محاولات")
"""«الدفاع ضد محاولات استهدافه»: none in particular."""
GOING_ON = folded("استمرار تواصل تصاعد تزايد تكرار ازدياد تكثيف")
"""«استمرار الاقتحامات سيشعل المنطقة»: none in particular."""
COPULAS = folded("هو هي وهو وهي يمثل تمثل يعد تعد يعتبر تعتبر شكل يشكل تشكل بات اصبح") | THIS
STOPPING = folded("وقف لوقف بوقف ووقف انهاء لانهاء بانهاء منع لمنع")
"""«دعا إلى وقف استهداف المدنيين»: what is to end is spoken of."""
TIME = folded("مره المره")
TIME_REACH = 5
BACKDROP = folded("خلفيه وقع")


def hood(text: Text, event: EventMention, whens: dict[Mention, When]) -> Hood:
    """What the words make of the act that they name."""
    told = status(text, event.trigger)
    if told == "anniversary" and event.of("site") and years(text, event.trigger) is not None:
        told = "happened"
    if told in HAPPENED and is_shot_down(event) and not event.of("act"):
        return Hood.KNOWN
    if told not in HAPPENED | {"denied"} or is_mutual(text, event) or is_no_act(text, event) or _ranks(text, event):
        return Hood.NONE
    if _is_over(text, event):
        return Hood.NONE
    if in_tally(text, event, whens) or is_series(text, event, whens):
        return Hood.SERIES
    if (
        told == "denied"
        or _is_the_nth_time(text, event)
        or _is_recalled(text, event, whens)
        or not _is_singled_out(text, event)
    ):
        return Hood.KNOWN
    return Hood.NEW


def _is_over(text: Text, event: EventMention) -> bool:
    """«أُفرج عن تاجر بعد احتجازه شهرا»: how long he was held, with no place or day of when he was taken."""
    trigger = event.trigger
    if event.act not in ("arrest", "abduction") or not trigger.tail or not before(text, event, 1) & folded("بعد عقب"):
        return False
    told = any(m.first > trigger.first for m in (*event.of("when"), *event.of("site")))
    return not told and bool(before(text, event, FREED_REACH) & FREED)


def _ranks(text: Text, event: EventMention) -> bool:
    """ويمثل هذا أحدث هجوم في سلسلة، وهو ثاني تفجير يهز المدينة: what is said of an act that is told already."""
    if before(text, event, 1) & ATTEMPTS and not event.of("casualty"):
        return True
    if before(text, event, 1) & GOING_ON and "plural" in event.trigger.form:
        return not any(event.of(role) for role in ("casualty", "site", "when", "target", "initiator"))
    if event.trigger.form.startswith("verb") or not before(text, event, 1) & RANKED:
        return False
    return bool(before(text, event, 3) & COPULAS) and not (event.of("casualty") or event.of("initiator"))


def _is_the_nth_time(text: Text, event: EventMention) -> bool:
    """«وهذه رابع مرة تستهدف فيها القاعدة», «وهي المرة الثانية التي يقصف فيها الحي»: what is told, counted."""
    words = before(text, event, TIME_REACH)
    return event.trigger.form.startswith("verb") and bool(words & TIME) and bool(words & COPULAS)


def _is_recalled(text: Text, event: EventMention, whens: dict[Mention, When]) -> bool:
    """هذا الهجوم، منفذ التفجير، بعد تحرير المدينة، وصف الانفجار بأنه عمل إرهابي: told of, not told."""
    noun = event.trigger.form.startswith("noun") or not event.trigger.form
    if noun and before(text, event, 1) & (THIS | OF_THE_ACT | AS | LIKE) and not _is_backdrop(text, event):
        return True
    if noun and event.trigger.form.endswith(".the") and before(text, event, COMMENT_REACH) & COMMENTING:
        return True
    if noun and before(text, event, 1) & STOPPING and not event.of("casualty"):
        return True
    if _is_generic(text, event) or _is_talk(text, event) or _is_of_the_spot(text, event):
        return True
    return _only_dates_another(text, event, whens)


def _is_backdrop(text: Text, event: EventMention) -> bool:
    """«على خلفية هجوم», «على وقع غارات»: the act is what led to the rest; «خلفية الهجوم» only speaks of it."""
    trigger = event.trigger
    definite = trigger.form.endswith(".the") or text.tokens[trigger.first].text.startswith("ال")
    return not definite and bool(before(text, event, 1) & BACKDROP) and "علي" in before(text, event, 2)


def _is_of_the_spot(text: Text, event: EventMention) -> bool:
    """«المكان الذي قصفه الطيران», «المنطقة التي استهدفتها الطائرة»: which spot is told, not what was done to it."""
    trigger = event.trigger
    if not (trigger.form.startswith("verb") and trigger.tail) or event.of("casualty") or event.of("when"):
        return False
    return bool(before(text, event, 1) & folded("الذي التي")) and bool(before(text, event, 2) & SPOTS)


def _only_dates_another(text: Text, event: EventMention, whens: dict[Mention, When]) -> bool:
    """تعمل الموانئ منذ تحرير المدينة: a noun after بعد with no day and no figure of its own."""
    own_toll = [m for m in event.of("casualty") if m.first < event.trigger.first or not _comma(text, event.trigger, m)]
    if not event.trigger.form.startswith("noun") or own_toll:
        return False
    own = [m for m in event.of("when") if m.first > event.trigger.first and not _comma(text, event.trigger, m)]
    if any(m in whens and whens[m].earliest for m in own):
        return False
    return bool(before(text, event, 1) & folded("بعد منذ عقب قبل قبيل")) and event.act in ("take", "withdrawal")


def _comma(text: Text, trigger: Mention, other: Mention) -> bool:
    """«منذ سيطرة القوات عليها، إذ سُجل 60 هجوما خلال الشهر»: the time and the toll are those of the next clause."""
    return any(text.tokens[index].text in ("،", ",") for index in range(trigger.last, other.first))


def _is_talk(text: Text, event: EventMention) -> bool:
    """«القتل» and «الاحتجاجات» at large, «احتجاجا على»: nothing is told of them."""
    known = event.trigger.form.endswith(".the") and not (event.of("casualty") or event.of("when"))
    if event.act == "protest":
        return stem(text, event.trigger) == "احتجاجا" or (known and "plural" in event.trigger.form)
    return event.act == "killed" and known


def _is_generic(text: Text, event: EventMention) -> bool:
    """العملية التي تستهدف صفوف التنظيم، قرى يقصفها الجيش: a present verb in a relative clause, with no figure."""
    trigger = event.trigger
    if trigger.form != "verb.present" or event.of("casualty") or event.of("when"):
        return False
    return bool(trigger.tail) or bool(before(text, event, 2) & folded("التي الذي الذين حيث اللذين اللتين"))


def _is_singled_out(text: Text, event: EventMention) -> bool:
    """Launched and fallen things need their weapon, the killed a figure or a name and a place or a day."""
    values = {event.act} | {str(m.value) for role, m in event.arguments if role == "act"}
    if values <= NEEDS_WEAPON and not event.of("weapon"):
        return False
    if "دمر" in stem(text, event.trigger) and not (event.of("initiator") or event.of("weapon")):
        return False
    told = (event.of("casualty") or event.of("target") or _names_victim(text, event)) and (
        event.of("site") or event.of("when")
    )
    return bool(told) or not values <= NEEDS_TOLL


def _names_victim(text: Text, event: EventMention) -> bool:
    """قتل شرطيين تركيين: the person stands right behind the word."""
    last = event.trigger.last
    return any(m.kind == "person" for index in (last, last + 1) for m in text.chart.starts.get(index, ()))
