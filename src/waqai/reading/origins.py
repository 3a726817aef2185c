"""Where an act was launched from: «انطلقت من X», «مصدرها X», «X التي أُطلقت منها», «قصف من X على Y»."""

from __future__ import annotations

from waqai.reading.engine import QUOTES, Chart
from waqai.reading.government import word_at
from waqai.reading.model import Mention, Part

LAUNCHED = frozenset(
    """اطلقت اطلق اطلقا اطلقوا اطلقتها اطلقته اطلقها تطلق يطلق انطلقت انطلقتا انطلق انطلقا انطلاقا انطلاق انطلاقها
    انطلاقه
    منطلقه منطلقا اقلعت اقلع تقلع اقلاع اقلاعها اطلاق اطلاقها اطلاقه اطلاقهما قادمه قادما قادم القادمه القادم قادمين
    اتيه اتيا اتي الاتيه الاتي المنطلقه المنطلق""".split()
)
SOURCE = frozenset("مصدره مصدرها مصدرهما مصدرهم".split())
"""«مصدرها مواقع قسد»: no «من» is needed."""
FIRE = frozenset("strike launch fall shelling air_strike bombing_from_air attack shooting".split())
RESUMED = frozenset("منها منه منهما".split())
RELATIVE = frozenset("التي الذي اللتين اللذين والتي والذي".split())
HEARD_OF = frozenset("صوت اصوات دوي سماع".split())
"""«سمعت أصوات إطلاق نار من جهة المقبرة»: where it was heard."""
TOWARDS = frozenset(
    """يستهدف تستهدف مستهدفا مستهدفه علي باتجاه نحو صوب الي استهدفت استهدف طالت طال اصابت اصاب سقطت سقط قصفت قصف
    ضربت""".split()
)
STOPS = frozenset(". ؛ : \n".split(" "))
POSITIONS = tuple(
    """مناطق منطقه مواقع موقع محيط قاعده قواعد مقر مقار نقاط نقطه اطراف تلال تله جبال جبل مزارع اراض بساتين مرابض
    مربض معسكر حواجز حاجز منص ثكن داخل خارج جهه جهات جانب قرب بالقرب ضواحي ريف مكان اماكن سفن سفينه بارج بوارج
    ابراج شرق غرب شمال جنوب شرقي غربي شمالي جنوبي""".split()
)
"""How words for a firing position begin; «من أسلحة», «من نوع», «من سيارة في حي …» tell no position."""
OVER = frozenset("فوق اجواء سماء".split())
WIDE = 4
OWN = ("ها", "هم", "هما")
COUNTED = frozenset("عدد عددا العديد كثير كثيرا جزء جزءا اي احد عشرات مجموعه سلسله".split())
"""«قصفت عددا من مواقعهم في كذا» is no place that they fired from."""
HEARD = frozenset("سمع سمعت يسمع تسمع سماع دوي دوت".split())
BACK = 16
NEAR = 6
HEARD_BACK = 4
BEHIND = 4
"""Words behind the place to «التي أطلقت منها»."""
POSTED = tuple("متمركز المتمركز متواجد المتواجد متركز المتركز منتشر المنتشر مرابط المرابط موجود الموجود".split())
"""How words of forces that stand somewhere begin."""
FIRING = frozenset("دبابه دبابات دباباتها مدرعات عربات زوارق بوارج".split())


def is_origin(chart: Chart, acts: list[Mention], place: Mention, taken: list[Part]) -> bool:
    """Whether the place beside the act is where it was launched from, not where it hit."""
    return (
        _is_direction(chart, place)
        or is_launched_from(chart, place)
        or _is_fired_from(chart, acts, place)
        or _is_doers_post(chart, acts, place, taken)
    )


def is_launched_from(chart: Chart, place: Mention) -> bool:
    """«انطلقت من X», «تم إطلاقها من محيط مقر عسكري في X», «مصدرها مواقع في X»."""
    low = max(0, place.first - BACK)
    words = [_bare(word_at(chart, i)) for i in range(low, place.first)]
    ends = [i for i, word in enumerate(words) if word in STOPS]
    words = words[ends[-1] + 1 :] if ends else words
    at = max((i for i, word in enumerate(words) if word in LAUNCHED or word in SOURCE), default=-1)
    if at < 0:
        return False
    behind = words[at + 1 :]
    if words[at] not in SOURCE:
        if "من" not in behind:
            return False
        behind = behind[behind.index("من") + 1 :]
        if behind[-1:] == ["من"]:
            return False
    aside = max((i for i, word in enumerate(behind) if word in ("،", ",")), default=-1)
    if aside >= 0 and behind[aside + 1 :] not in ([], ["في"]):
        return False  # «مصدره مناطق سيطرة القوات، سيارة في قرية»: what was hit
    if at and words[at - 1] in HEARD_OF:
        return False
    return not set(behind) & TOWARDS and (not behind or behind[0].removeprefix("ال").startswith(POSITIONS))


def launched_at(chart: Chart, place: Mention) -> Mention | None:
    """«بادية الميادين، التي أطلقت منها القذائف»: the launch that the relative clause tells to have been from here."""
    index = place.last
    while index - place.last < BEHIND and (word_at(chart, index) in (*QUOTES, "،", ",") or _is_wider(chart, index)):
        wider = _is_wider(chart, index)
        index = wider.last if wider is not None else index + 1
    if word_at(chart, index) not in RELATIVE:
        return None
    acts = (m for i in range(index + 1, index + BEHIND) for m in chart.starts.get(i, ()) if m.kind == "act")
    verb = next((m for m in acts if m.form.startswith("verb")), None)
    return verb if verb is not None and is_from_there(chart, verb) else None


def is_from_there(chart: Chart, act: Mention) -> bool:
    """«التي أُطلقت منها القذائف»: a launch that says of the place before it what came from there."""
    if act.value not in FIRE or not act.form.startswith("verb"):
        return False
    led = any(word_at(chart, i) in RELATIVE for i in range(act.first - 2, act.first))
    return led and any(word_at(chart, i) in RESUMED for i in range(act.last, act.last + BEHIND))


def _is_wider(chart: Chart, index: int) -> Mention | None:
    """The place at the token or behind a «في» there: «بلدة مراط في ريف دير الزور، التي …»."""
    at = index + (word_at(chart, index) == "في")
    found = [m for m in chart.starts.get(at, ()) if m.kind == "place"]
    return max(found, key=lambda m: m.last, default=None)


def _is_direction(chart: Chart, place: Mention) -> bool:
    """«من جهة X», «من اتجاه X», «من فوق الأراضي اللبنانية»; but «سُمع دوي من جهة X» tells where it was heard."""
    by = word_at(chart, place.first - 1)
    over = by in OVER and getattr(place.value, "precision", 1) >= WIDE
    if word_at(chart, place.first - 2) != "من" or not (over or by in ("اتجاه", "جهه")):
        return False
    before = (word_at(chart, i).lstrip("و") for i in range(place.first - 2 - HEARD_BACK, place.first - 2))
    return not any(word in HEARD for word in before)


def _bare(word: str) -> str:
    return word if word in LAUNCHED else word.removeprefix("و")


def _is_fired_from(chart: Chart, acts: list[Mention], place: Mention) -> bool:
    """«قصف من جبال القلمون على الهرمل», «قصف مدفعي من مواقع قوات في X»: from here at something there."""
    low = max(0, place.first - NEAR)
    at = max((i for i in range(low, place.first) if word_at(chart, i) == "من"), default=-1)
    fired = [act for act in acts if act.value in FIRE and 0 <= at - act.last <= NEAR]
    if at < 0 or not fired or word_at(chart, fired[-1].first - 1) in HEARD_OF:
        return False
    behind = [word_at(chart, i) for i in range(at + 1, place.first)]
    if place.rule == "places.held" and not behind:
        return _is_said_of_fire(chart, fired[-1], at)
    if not behind and word_at(chart, place.last) in ("علي", "باتجاه", "نحو", "صوب"):
        return True
    if behind and (set(behind) & TOWARDS or not behind[0].startswith(POSITIONS)):
        return False
    posted = bool(behind) and behind[0].endswith(OWN) and word_at(chart, at - 1) not in COUNTED
    posted = posted and not any(m.kind == "place" for i in range(at + 1, place.first) for m in chart.starts.get(i, ()))
    return posted or _is_said_of_fire(chart, fired[-1], at)


def _is_said_of_fire(chart: Chart, act: Mention, at: int) -> bool:
    """«قصف مدفعي من», «قصفت المدفعية من»: the act or its arm stands right before «من»; not «قصف عدد من»."""
    if act.last == at or any(m.kind == "means" and m.last == at for m in chart.starts.get(act.last, ())):
        return not act.form.startswith("verb")
    return any(m.kind == "weapon" and m.last == at for i in range(act.last, at) for m in chart.starts.get(i, ()))


def came_from_there(chart: Chart, item: Mention) -> bool:
    """«كفركلا التي انطلقت منها الصواريخ»: what came from the place is no weapon of the act that hit it."""
    words = [word_at(chart, i) for i in range(max(0, item.first - BEHIND - 1), item.first)]
    at = max((i for i, word in enumerate(words) if word in LAUNCHED), default=0)
    if at > 0 and words[at - 1] in RELATIVE and RESUMED & set(words[at:]):
        return True
    behind = [word_at(chart, i) for i in range(item.last, item.last + 2)]  # «التي يُعتقد أن المسيرة انطلقت منها»
    return behind[0] in LAUNCHED and behind[1] in RESUMED and bool(RELATIVE & set(words))


def _is_doers_post(chart: Chart, acts: list[Mention], place: Mention, taken: list[Part]) -> bool:
    """«مجموعات متمركزة قرب الميادين أطلقت صواريخ»: where those who fired stand."""
    doers = [m.last for role, m in taken if role == "initiator" and m.last <= place.first]
    if not doers or not any(act.value in FIRE for act in acts):
        return False
    end = max(doers)
    aside = 2 + (word_at(chart, end + 1) in ("،", ","))
    posts = [i for i in range(end, end + aside) if word_at(chart, i).startswith(POSTED)]
    return any(0 < place.first - at <= 2 and word_at(chart, at + 1) not in STOPS for at in posts)


def is_of_weapon(chart: Chart, item: Mention) -> bool:
    """«قصفها بقذائف دبابة», «بنيران رشاشات عربات»: what fired stands in the name of what was fired."""
    arms = (m for i in range(max(0, item.first - 2), item.first) for m in chart.starts.get(i, ()) if m.kind == "weapon")
    fires = word_at(chart, item.first).removeprefix("ال") in FIRING
    return fires and not item.lead and any(m.lead.endswith("ب") and m.last == item.first for m in arms)
