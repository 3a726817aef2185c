"""Outcomes: a word such as «أسقطت», «أحبطت», «صدت», «سيطرت», with what it is said of."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.language.fold import fold_word
from waqai.reading.engine import Chart, Rule
from waqai.reading.model import Mention

ENDS = frozenset(".؟!؛\n")
FLYING = frozenset("drone rocket missile".split())
ASSAULTS = frozenset("attack assault strike air_strike shelling suicide_bomb ied killing clash take explosion".split())
WANTED = frozenset(
    fold_word(w)
    for w in (
        "محاولة تحاول حاول حاولت يحاول بهدف تسعى يسعى سعي بغية أجل معركة عملية معارك عمليات مناطق "
        "تحت لن لم قبل خطة خارج ضمن نطاق حتى نحو يريد تريد طالب دعا إلى تستهدف بعد منذ"
    ).split()
)
TRIED = frozenset(fold_word(w) for w in "محاولة تحاول حاول حاولت يحاول يحاولون بهدف تسعى يسعى".split())
STANDING = frozenset(fold_word(w) for w in "الذي التي الذين مازالت تزال يزال لا ما".split())
AIM = frozenset("محاوله هجوم هجوما الهجوم محاولات عمليه مخطط مخططا هجمات تسلل تقدم اقتحام زحف".split())
ATTEMPT = frozenset("محاوله محاولات هجوما هجومين هجوم هجمات مخططا مخطط".split())
FAR = 16
"""Words of who foiled it and when, between the verb and what was foiled."""
SHIELD = frozenset(fold_word(w) for w in "الدفاعات دفاعات المضادات مضادات الدفاع منظومة منظومات".split())
SPYING = frozenset("استطلاع استطلاعيه تجسس تجسسيه مراقبه تصوير".split())
TWO_AIRCRAFT = frozenset(["الطايرتين", "الطايرتان"])
PORTION = frozenset("معظمها اغلبها غالبيتها بعضها جميعها كلها عددا احدها اثنين اثنتين ثلاثه اربعه".split())
"""«اعترضت معظمها»: some of the rockets just named."""
SENTENCE = 60
REACH = 7
BACK = 25


def _clause(chart: Chart, word: Mention, behind: int = REACH, before: int = 0) -> range:
    """The tokens around a word, within its sentence."""
    first, last = word.first, word.last
    while last < min(len(chart.tokens), word.last + behind) and not _ends(chart, last):
        last += 1
    while first > max(0, word.first - before) and not _ends(chart, first - 1):
        first -= 1
    return range(first, last)


def _ends(chart: Chart, index: int) -> bool:
    return chart.tokens[index].text in ENDS or chart.tokens[index].kind == "newline"


def _text(chart: Chart, index: int) -> str:
    return chart.tokens[index].text if 0 <= index < len(chart.tokens) else ""


def _happened(chart: Chart, word: Mention) -> bool:
    before = _text(chart, word.first - 1)
    future = "س" in word.lead or (before in ("لن", "سوف", "لم", "قد") and word.form == "verb.present")
    near = {_text(chart, i).removeprefix("و") for i in _clause(chart, word, 0, 3) if i < word.first}
    wanted = before.removeprefix("و") in WANTED or bool(near & TRIED)
    purpose = word.form.startswith("noun") and (word.lead.endswith("ل") or wanted)
    return not (future or purpose or (before in STANDING and word.form == "verb.present") or before in ("لم", "لن"))


def _made(word: Mention, value: str, rule: str, what: Mention | None = None) -> Mention:
    parts = (("word", word), *((("what", what),) if what else ()))
    m = word
    return Mention("outcome", value, m.start, m.end, m.first, m.last, rule, m.form, m.lead, m.tail, parts)


def _near(chart: Chart, where: range, *kinds: str) -> list[Mention]:
    return [m for index in where for m in chart.starts.get(index, ()) if m.kind in kinds]


def _flying(chart: Chart, where: range) -> Mention | None:
    """A drone, rocket or missile named here; «هذه الطائرات» are those named before."""
    for weapon in _near(chart, where, "weapon"):
        if _class(weapon) in FLYING or (_class(weapon) == "aircraft" and _is_of_drones(chart, weapon)):
            return weapon
    return None


def _objects(chart: Chart, word: Mention) -> bool:
    """«اعترضت اللجنة على البنود»: an objection, where nothing that flies stands behind the verb."""
    on = any(_text(chart, i) == "علي" for i in range(word.last, word.last + 2))
    return on and "عترض" in _text(chart, word.first) and _flying(chart, _clause(chart, word)) is None


def _portion(chart: Chart, word: Mention) -> Mention | None:
    """«إطلاق عشرين صاروخا، وقالت إن القبة اعترضت معظمها»: the rockets told just before in the sentence."""
    behind = {_text(chart, i) for i in range(word.last, word.last + 2)}
    return _flying(chart, _clause(chart, word, 0, BACK)) if behind & PORTION or word.tail in ("ها", "هم") else None


def _class(weapon: Mention) -> object:
    return weapon.value[0] if isinstance(weapon.value, tuple) else weapon.value


def _is_of_drones(chart: Chart, aircraft: Mention) -> bool:
    """«مسيرات … إسقاط هذه الطائرات», «طائرتين مسيرتين … أسقطت الطائرتين»: the drones just named."""
    dual = _text(chart, aircraft.first) in TWO_AIRCRAFT
    if _text(chart, aircraft.first - 1) not in ("هذه", "تلك") and not dual:
        return False
    near = range(max(0, aircraft.first - BACK), aircraft.first)
    return any(_class(weapon) == "drone" for weapon in _near(chart, near, "weapon"))


def _words(chart: Chart, value: str) -> list[Mention]:
    return [m for m in chart.of("outcome-word") if m.value == value and _happened(chart, m)]


def intercepted(chart: Chart) -> Iterator[Mention]:
    """«أسقطت الدفاعات طائرة مسيرة», «اعتراض صاروخين», «تصدت الدفاعات الجوية لأهداف»."""
    for word in _words(chart, "shot-down"):
        if _objects(chart, word):
            continue
        weapon = _flying(chart, _clause(chart, word, before=4)) or _portion(chart, word)
        if weapon is not None:
            yield _made(word, "intercepted", "interception.intercepted", weapon)
    for word in _words(chart, "faced"):
        where = _clause(chart, word)
        weapon = _flying(chart, where)
        if weapon is not None or any(_text(chart, i) in SHIELD for i in where):
            yield _made(word, "intercepted", "interception.intercepted", weapon)


def failed(chart: Chart) -> Iterator[Mention]:
    """«أحبطت هجوما», «نجا من محاولة اغتيال», «قذيفة لم تنفجر»."""
    for word in _words(chart, "defeated"):
        if _aim(chart, word, before=5) or _attempt(chart, word):
            yield _made(word, "failed", "interception.failed")


def _attempt(chart: Chart, word: Mention) -> bool:
    """«أفشلت قوات الجيش، ليل الأحد، محاولة استهداف …»: an attempt behind who foiled it and when."""
    far = _clause(chart, word, FAR)
    return word.form.startswith("verb") and any(_text(chart, i) in ATTEMPT for i in far)


def _aim(chart: Chart, word: Mention, before: int = 0) -> bool:
    """An attack, an attempt or a weapon named near the word."""
    where = _clause(chart, word, before=before)
    acts = [m for m in _near(chart, where, "act") if m.value in ASSAULTS and not m.form.startswith("verb")]
    named = any(_text(chart, i).removeprefix("ل").removeprefix("ب") in AIM for i in where)
    return bool(acts) or named or bool(_near(chart, where, "weapon"))


def repelled(chart: Chart) -> Iterator[Mention]:
    """«صدت هجوما», «تصدت القوات لمحاولة تسلل», «عادوا على أعقابهم»."""
    for word in _words(chart, "thrown-back"):
        if word.form == "" or _assault(chart, word):
            yield _made(word, "repelled", "interception.repelled")
    for word in _words(chart, "faced"):
        where = _clause(chart, word)
        shield = any(_text(chart, i) in SHIELD for i in where)
        if _assault(chart, word) and not shield and _flying(chart, where) is None:
            yield _made(word, "repelled", "interception.repelled")


def _assault(chart: Chart, word: Mention) -> bool:
    where = _clause(chart, word)
    acts = [m for m in _near(chart, where, "act") if m.value in ("attack", "assault") and not m.form.startswith("verb")]
    return bool(acts) or any(_text(chart, i).removeprefix("ل") in AIM for i in where)


def gained(chart: Chart) -> Iterator[Mention]:
    """«سيطرت القوات على بلدة …», «استعادة السيطرة على …», «أحرزت تقدما»: a place or a position behind it."""
    for word in _words(chart, "gain"):
        where = _clause(chart, word)
        text = _text(chart, word.first)
        if text.endswith("تقدما"):
            if any(
                _text(chart, i).removeprefix("و") in ("احرزت", "احرز", "حققت", "حقق", "احرزوا", "حققوا")
                for i in _clause(chart, word, 1, 8)
            ):
                yield _made(word, "territory_gained", "interception.gained")
            continue
        present = word.form == "verb.present" and word.first > 0 and not _ends(chart, word.first - 1)
        places = _near(chart, where, "place", "facility")
        if present or not places or not _over(chart, word, places[0]):
            continue
        yield _made(word, "territory_gained", "interception.gained", places[0])


def _over(chart: Chart, word: Mention, place: Mention) -> bool:
    """Whether the word governs the place as words of taking do: «سيطر على», «استعادة …», «تقدم في»."""
    stem = _text(chart, word.first).removeprefix(word.lead)
    between = [_text(chart, i) for i in range(word.last, place.first + 1)]
    if stem.startswith(("سيطر", "السيطر", "لسيطر", "استول", "استيلا", "الاستيلا")):
        return "علي" in between
    if stem.startswith(("تقدم", "التقدم")):
        return bool({"في", "نحو", "باتجاه", "داخل", "الي"} & set(between)) and word.form.startswith("verb")
    if stem.startswith(("دخل", "دخول", "الدخول", "بسط", "احكم", "احكام", "فرض")):
        seized = {"سيطرتها", "سيطرته", "السيطره", "سيطرتهم", "قبضتها"} & set(between)
        return bool(seized) and "علي" in between
    if stem.startswith(("طرد", "الطرد")):
        return "من" in between
    return "علي" in between or place.first <= word.last + 4


def shot_down_alone(chart: Chart) -> Iterator[Mention]:
    """«اعترضت الدفاعات الجوية صاروخا في سماء الرياض»: that it was fired is told by nothing else in the sentence."""
    for outcome in tuple(chart.kinds.get("outcome", ())):
        word, weapon = outcome.part("word"), outcome.part("what")
        if outcome.value != "intercepted" or weapon is None or word is None or word.value != "shot-down":
            continue
        where = _clause(chart, word, SENTENCE, SENTENCE)
        spying = any(_text(chart, i).removeprefix("ال") in SPYING for i in range(weapon.first, weapon.last + 2))
        if not spying and weapon.first >= word.last and not _near(chart, where, "act"):
            yield Mention(
                "act",
                "launch",
                word.start,
                word.end,
                word.first,
                word.last,
                "interception.alone",
                word.form,
                word.lead,
                word.tail,
                (("outcome", outcome), ("weapon", weapon)),
            )


RULES = (
    Rule("interception.intercepted", "outcome", find=intercepted, about="أسقطت الدفاعات الجوية طائرة مسيرة"),
    Rule("interception.failed", "outcome", find=failed, about="أحبطت القوات هجوما"),
    Rule("interception.repelled", "outcome", find=repelled, about="صدت القوات هجوما"),
    Rule("interception.gained", "outcome", find=gained, about="سيطرت القوات على البلدة"),
    Rule("interception.alone", "act", find=shot_down_alone, about="اعترضت الدفاعات صاروخا فوق المدينة"),
)
