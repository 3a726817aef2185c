"""Whether a told act happened: negated, planned, threatened, conditional, or another matter altogether.

The nearest cue of the clause that governs the act decides; without one the act is told as having happened.
"""

from __future__ import annotations

from waqai.reading.model import Mention
from waqai.reading.read import Text

HAPPENED = "happened"
REACH = {"planned": 6, "threatened": 7, "wanted": 6, "conditional": 8, "prevented": 4, "anniversary": 3, "ended": 6}
"""How many words may stand between a cue and the act that it governs."""
THROUGHOUT = frozenset("exercise figurative accident court recurring crime".split())
"""Cues that tell of the whole clause, wherever in it they stand."""
BREAKS = frozenset("، , . ؛ : ؟ !".split())
BETWEEN = frozenset(
    """اي ايه هناك يكن تكن يتم تتم ان قد فيها فيه به بعد يجر تجر وقوع حدوث تسجيل تنفيذ شن ورود
    تعرض اطلاق""".split()
)
"""Words that may stand between a negation and its act: لم يقع أي انفجار، دون وقوع اشتباكات."""
TURNING = frozenset(
    """بعد عقب اثر علي ردا بعدما منذ خلال الذي التي الذين جراء وهي وهو وهم بينما فيما وقف وقفا
    انهاء الغاء""".split()
)
"""توعد بالرد على هجوم، طالب بوقف القصف: what follows happened."""
RECEIVING = frozenset(
    """هدف هدفا عرضه ضحيه نتيجه ادي ادت تسبب اضافه بالاضافه رد ردا وفقا تبعا نظرا استمرار خلافا خضع مسرحا مسرح
    حصيله محصله ساحه يتعرض تتعرض صد التصدي تصدت تصدي تصديها تصديه تصديهم سماع دوي مقطع مشاهد وصول احباط سبب عدد تعرض
    تعرضت تعرضه تعرضها""".split()
)
"""Words whose object takes «ل» and did happen: تعرضت لهجوم، كان هدفا لهجوم، في حصيلة غير نهائية للقصف."""
HERS = ("ها", "هم", "ه", "هما", "هن", "نا")
"""«تصديها لهجمات»: the word with whose it is."""
SUFFERED = 40
"""Words from «تعرضت» over a relative clause, a place and an hour to «لهجوم», in one sentence."""
FUTURE_REACH = 4
LOOK_BACK = 20
CLAUSE = 40
"""Words of a clause, at most: a line without commas is no clause."""
SPORT = 2
NAME = 4
NAMES = frozenset("place name casualty speaker".split())
RIGHTS = frozenset("حق الحق حقها حقه حقهم حقنا احقيه".split())
RIGHT = 5
"""Words from «حق» over whose it is to the act."""


def status(text: Text, mention: Mention) -> str:
    """What the clause makes of the act.

    happened, negated, prevented, planned, threatened, wanted, conditional, denied, exercise, sport,
    figurative, anniversary, accident, court, recurring or crime.
    """
    low, high = clause(text, mention)
    if _negated(text, mention, low):
        return "negated"
    for answer in (_governed(text, mention, low), _denied(text, mention)):
        if answer is not None:
            return answer
    if _future(text, mention, low):
        return "planned"
    if _purposed(text, mention, low) or _is_right(text, mention, low):
        return "wanted"
    if _possible(text, mention) or _any(text, mention):
        return "conditional"
    return _circumstance(text, low, high) or HAPPENED


def breaks(text: Text, index: int) -> bool:
    """Whether a clause ends at the token."""
    token = text.tokens[index]
    return token.kind == "newline" or token.text in BREAKS


def clause(text: Text, mention: Mention) -> tuple[int, int]:
    """The tokens of the clause in which the mention stands."""
    low, high = mention.first, mention.last
    kinds, words = text.tokens, text.chart.words
    floor, roof = max(0, low - CLAUSE), min(len(kinds), high + CLAUSE)
    while low > floor and words[low - 1] not in BREAKS and kinds[low - 1].kind != "newline":
        low -= 1
    while high < roof and words[high] not in BREAKS and kinds[high].kind != "newline":
        high += 1
    return low, high


def _definite(mention: Mention) -> bool:
    """«الهجوم» is one that is known: «لم تتبن أي جهة الهجوم» does not negate it."""
    return mention.form.startswith("noun") and (mention.form.endswith(".the") or bool(mention.tail))


def _before(text: Text, mention: Mention, low: int, kind: str) -> list[Mention]:
    """The cues of that kind that stand in the clause before the act, the nearest first."""
    found = text.chart.within(kind, max(low, mention.first - LOOK_BACK), mention.first)
    told = [m for m in found if m.last <= mention.first and not _is_named(text, m)]
    return sorted(told, key=lambda m: -m.last)


def _is_named(text: Text, cue: Mention) -> bool:
    """«غارة على حرض», «مقتل طالب»: verbs of urging and asking are written like a town and like who suffered."""
    if not cue.form.startswith("verb"):
        return False
    around = (m for i in range(max(0, cue.first - NAME), cue.first + 1) for m in text.chart.starts.get(i, ()))
    return any(m.kind in NAMES and m.first <= cue.first and cue.last <= m.last for m in around)


def _negated(text: Text, mention: Mention, low: int) -> bool:
    """لم تقصف، لم يقع أي هجوم، دون وقوع اشتباكات, with nothing but light words between."""
    for cue in _before(text, mention, low, "negation"):
        if cue.value in ("prevented", "innocent"):
            continue
        between = text.tokens[cue.last : mention.first]
        if len(between) > 3 or (_definite(mention) and len(between) > 1):
            return False
        light = all(token.text in BETWEEN or _carries(text, cue.last + i) for i, token in enumerate(between))
        return light and not (_restricted(text, mention))
    return False


def _restricted(text: Text, mention: Mention) -> bool:
    """لم يستهدف القصف سوى …، لم تقصف إلا …: it happened, to some."""
    return any(token.text in ("سوي", "الا") for token in text.tokens[mention.last : mention.last + 6])


def _carries(text: Text, index: int) -> bool:
    """A verb that only carries an act: شنّ، نفّذ، وقع."""
    return any(m.kind == "carry" for m in text.chart.starts.get(index, ()))


def _governed(text: Text, mention: Mention, low: int) -> str | None:
    """The plan, threat, wish or condition nearest before the act, if the act is within its reach."""
    cues = [*_before(text, mention, low, "modality"), *_before(text, mention, low, "negation")]
    for cue in sorted(cues, key=lambda m: -m.last):
        value = str(cue.value)
        gap = mention.first - cue.last
        if value not in REACH or gap > REACH[value]:
            continue
        if _done_between(text, cue, mention) or (value == "conditional" and _definite(mention)):
            continue
        return value
    return None


def _done_between(text: Text, cue: Mention, mention: Mention) -> bool:
    """هدد … بعد أن قصف، توعد بالرد على هجوم: the cue governs something that stands before the act."""
    words = [token.text for token in text.tokens[cue.last : mention.first]]
    return any(word.removeprefix("ب") in TURNING for word in words)


def _denied(text: Text, mention: Mention) -> str | None:
    """نفى الجيش قصف المدينة: the act stands in what is denied."""
    for said in _before(text, mention, 0, "attribution"):
        if getattr(said.value, "stance", "") == "denies" and mention.first - said.last <= 3:
            return None if _definite(mention) else "denied"
    return None


def _future(text: Text, mention: Mention, low: int) -> bool:
    """ستقصف؛ سيشن هجوما، سيبدأ تنفيذ غارات"""
    if mention.form.startswith("verb.present") and mention.lead.endswith("س"):
        return True
    if mention.form.startswith("verb") and mention.form != "verb.passive":
        return False
    carried = text.chart.within("carry", max(low, mention.first - FUTURE_REACH), mention.first)
    return any(m.lead.endswith("س") for m in carried)


def _purposed(text: Text, mention: Mention, low: int) -> bool:
    """أطلقت حملة لقصف المواقع، استخدام القاعدة لشن غارات: what something is for; not «تعرضت لقصف»."""
    if not mention.form.startswith("noun") or mention.value in ("killed", "truce"):
        return False
    carrier = next((m for m in text.chart.kinds.get("carry", ()) if 0 <= mention.first - m.last <= 1), None)
    first = mention.first if mention.lead == "ل" else carrier.first if carrier and carrier.lead == "ل" else -1
    start = next((a for a, b in text.sentences if a <= mention.start < b), 0)
    near = (token for token in text.tokens[max(0, first - SUFFERED) : max(0, first)] if token.start >= start)
    if first < 0 or any("تعرض" in token.text for token in near):
        return False
    before = {token.text.removeprefix("و").removeprefix("ف") for token in text.tokens[max(low, first - 4) : first]}
    before |= {word.removesuffix(tail) for word in before for tail in HERS}
    return not before & RECEIVING


def _is_right(text: Text, mention: Mention, low: int) -> bool:
    """«دافع عن حق البلاد في ضرب المواقع», «حقها في قصف»: what one may do."""
    first = mention.first
    if first < 2 or text.tokens[first - 1].text != "في" or mention.form.endswith(".the"):
        return False
    return any(token.text in RIGHTS for token in text.tokens[max(low, first - RIGHT) : first - 1])


def _possible(text: Text, mention: Mention) -> bool:
    """هجوم محتمل، غارات وشيكة"""
    found = [m for i in range(mention.last, mention.last + 3) for m in text.chart.starts.get(i, ())]
    return not mention.form.startswith("verb") and any(m.kind == "modality" and m.value == "possible" for m in found)


def _any(text: Text, mention: Mention) -> bool:
    """استباق أي ضربات، الرد على أي هجوم: none in particular."""
    prior = text.tokens[mention.first - 1].text if mention.first else ""
    return prior in ("اي", "ايه") and not mention.form.startswith("verb")


def _circumstance(text: Text, low: int, high: int) -> str | None:
    """Exercise, accident, court, a habit: a cue anywhere in the clause; sport needs two."""
    cues = text.chart.within("modality", low, high)
    found = next((str(m.value) for m in cues if m.value in THROUGHOUT), None)
    if found is None and len({m.start for m in cues if m.value == "sport"}) >= SPORT:
        return "sport"
    return found
