"""Who stands beside a word for harm: the candidates for «قُتل …», «مقتل …», and which of them it takes."""

from __future__ import annotations

from dataclasses import replace

from waqai.reading.casualties.each import each_of
from waqai.reading.casualties.figure import begins, ending, ends, folded, persons, word
from waqai.reading.engine import QUOTES, Chart
from waqai.reading.model import Count, Mention

PREPOSITIONS = folded(
    "في من إلى على عن خلال منذ بعد قبل إثر جراء بسبب ضد مع عند بين نتيجة بواسطة لدى حتى قرب حول عقب "
    "أثناء داخل خارج وسط تحت فوق أمام باتجاه ضمن عبر لصالح برصاص بنيران بقصف بهجوم باشتباكات بانفجار "
    "بغارة"
)
PRONOUNS = folded(
    "فيه فيها خلاله خلالها جراءه جراءها إثره إثرها به بها منه منها أمس اليوم أيضا كذلك بالرصاص ميدانيا أخيرا نحو"
)
BY = folded("نفذه نفذها نفذته شنه شنها شنته قاده قادها أطلقه أطلقها فجره فجرها فجر نصبه زرعه بينهم بينها ومنهم يقودها")
SUBORDINATE = folded("أن أنه أنها أنهم إن بأن الذي التي الذين حيث بينما فيما عندما لكن كما حين ثم بعدما قبل لأن لكي كي")
NOUNS = folded(
    "وحدات وحدة وزراء وزير ولايات ولاية وفود واجهات وسائل وثائق وكالات باصات بيوت بنايات براميل بلدات بوارج فصائل فرق"
)
OTHERS = {
    "اخر": Count(1, 1),
    "اخرين": Count(2, None, "plural"),
    "اخرون": Count(2, None, "plural"),
    "اخران": Count(2, 2),
}
ORDINALS = frozenset("ثان ثاني ثالث رابع خامس سادس سابع".split())
BEING = folded("كانوا كان كانا كن")
"""«قتل أربعة كانوا على متنها»."""
RANGE_HEADS = folded("ما بين مابين من")
ALL = folded("جميع كل كافة كامل")
STOPPING = (SUBORDINATE - {"بانه"}) | folded("، مع برفقة رفقة وبرفقة")
BY_WHOM = folded("برصاص بنيران بأيدي بيد")
"""«قتل شرطي برصاص مجهولين اثنين»: who stands behind these did it."""
UNTELLING = frozenset("given speaker-adjective weak-toponym".split())
TITLES = ("spokesperson", "speaker-noun", "rank", "human", "member")
TITLE = 6
TIMED = ("when", "clock")
GAP = 14
AHEAD = 9


def candidate(chart: Chart, index: int) -> Mention | None:
    """The longest reading of who or how many begins at the token."""
    found = [
        m
        for m in chart.starts.get(index, ())
        if m.kind in ("person", "person-weak", "count", "subset", "name") and m.lead in ("", "و")
    ] or _today(chart, index)
    best = max(found, key=lambda m: (m.last, m.kind == "person"), default=None) or _range(chart, index)
    if best is not None:
        return None if best.kind in ("count", "subset") and not free_count(chart, best) else best
    return _others(chart, index)


def _range(chart: Chart, index: int) -> Mention | None:
    """«مقتل ما بين خمسة وسبعة», «مقتل من 5 إلى 7 أشخاص»: the words before the range belong to it."""
    heads = index
    while heads < index + 2 and word(chart, heads) in RANGE_HEADS:
        heads += 1
    found = candidate(chart, heads) if heads > index else None
    count = (found if found.kind == "count" else found.part("count")) if found is not None else None
    if found is None or count is None or count.rule != "numbers.range":
        return None
    return replace(found, first=index, start=chart.tokens[index].start, lead="")


def _today(chart: Chart, index: int) -> list[Mention]:
    """«وأصيب 173 اليوم»: a number before «اليوم» counts no days."""
    numbers = [m for m in chart.starts.get(index, ()) if m.kind == "number" and word(chart, m.last) == "اليوم"]
    return [replace(m, kind="count", value=Count(int(str(m.value)), int(str(m.value)))) for m in numbers]


def _unknown(chart: Chart, harm: Mention, index: int) -> Mention | None:
    """«مقتل الذيباني»: a surname that no list has; «قتل جميع من كانوا على متنها»: all of them, however many."""
    if index != harm.last:
        return None
    if (row := each_of(chart, index)) is not None:
        return row
    text, token = word(chart, index), chart.tokens[index] if index < len(chart.tokens) else None
    if token is None:
        return None
    crew = begins(chart, index + 1, "person", "person-weak") is not None or word(chart, index + 1) == "من"
    elder = text == "الشيخ" and begins(chart, index, "person") is None and chart.tokens[index + 1 : index + 2] != []
    if elder and chart.tokens[index + 1].kind == "word" and word(chart, index + 1) not in PREPOSITIONS:
        value = ("official", Count(1, 1), "one", True)  # «اغتيل الشيخ ناصر»: a town is named after some of them
        end = chart.tokens[index + 1].end
        return Mention("name", value, token.start, end, index, index + 2, "casualties.surname")
    if text in ALL and crew and harm.value != "injured":
        value = ("neutral", Count(2, None, "plural"), "many", False)
        return Mention("person", value, token.start, token.end, index, index + 1, "casualties.all")
    named = text.startswith("ال") and text.endswith("ي") and len(text) > 5 and harm.form == "noun"
    if not named or harm.value != "killed" or any(m.kind not in UNTELLING for m in chart.starts.get(index, ())):
        return None
    value = ("neutral", Count(1, 1), "one", True)
    return Mention("name", value, token.start, token.end, index, index + 1, "casualties.surname")


def _others(chart: Chart, index: int) -> Mention | None:
    """«آخرون», «آخر», «عدد آخر»: more of those told before."""
    text, last = word(chart, index), index + 1
    if text.removesuffix("ه") in ORDINALS and _ends_with_harm(chart, index):
        value = ("others", Count(1, 1), "others", False)
        token = chart.tokens[index]
        return Mention("person-weak", value, token.start, token.end, index, last, "casualties.others")
    if text == "عدد" and word(chart, last) in ("اخر", "منهم") and word(chart, last + 1) != "من":
        text, last = "اخرون", last + 1
    if text not in OTHERS:
        return None
    start, end = chart.tokens[index].start, chart.tokens[last - 1].end
    value = ("others", OTHERS[text], "others", False)
    return Mention("person-weak", value, start, end, index, last, "casualties.others")


def _ends_with_harm(chart: Chart, index: int) -> bool:
    """«وأصيب ثالث», «ومقتل ثالثة»: one more of those told; «قتل ثالث قائد» is followed by who it is."""
    counted = begins(chart, index + 1, "person", "person-weak", "human", "member", "act")
    return ending(chart, index, "harm") is not None and (counted is None or bool(counted.lead))


def free_count(chart: Chart, count: Mention) -> bool:
    """«قُتل 3», «أصيب خمسة بجروح», «ستة منهم»: no other noun is what is counted."""
    if count.kind == "subset":
        of = count.part("of")
        return of is not None and (of.kind == "number" or of.value == "of-them")
    at = count.last
    if ends(chart, at) or chart.tokens[at].kind == "punct":
        return True
    text = word(chart, at)
    if count.kind == "count" and count.value == Count(1, 1):
        return False
    if text.startswith(("و", "ب", "ف")) and text not in NOUNS and not begins(chart, at, "weapon", "object", "facility"):
        return True
    known = text in PREPOSITIONS or text in PRONOUNS or text in SUBORDINATE or text.startswith("غير")
    known = known or text == "اليوم" or text in BEING
    return known or begins(chart, at, "harm", "post-quantifier", "when", "act", "place") is not None or _alike(text)


def _alike(text: str) -> bool:
    """An unknown noun after the number that can only be persons: «3 مطاردين», «خمسة مهربين»."""
    return text.endswith(("ين", "ون")) and len(text) > 4 and not text.startswith("ال")


def amount(mention: Mention) -> Count | None:
    """How many a candidate says; None for an uncounted plural."""
    if isinstance(mention.value, Count):
        return mention.value
    if mention.kind == "subset":
        number = int(str(mention.value))
        return Count(number, number)
    value, noun = persons(mention), mention.part("noun")
    if noun is not None and noun.value == "family" and mention.part("count") is None:
        return Count(2, None, "plural")
    if value.shape in ("many", "either", "others") and value.count is None:
        return None if value.definite and not _specified(mention) else Count(2, None, "plural")
    return value.count


def _specified(mention: Mention) -> bool:
    """«العناصر الإرهابية»: definite, but told here for the first time."""
    group = mention.part("group")
    return group is not None and group.last > group.first + 1 and persons(mention).side == "military"


def sufferer(chart: Chart, harm: Mention) -> Mention | None:
    """Who is killed, hurt, held: the first that fits behind the word."""
    nominal = not harm.form.startswith("verb")
    index, passed = harm.last, 0
    met = begins(chart, index, "demise") if harm.kind == "fate" else None
    if met is not None:
        index, passed = met.last, 1
    limit = 2 if nominal else GAP
    while passed <= limit:
        index = chart.next_token(index)
        if ends(chart, index) or word(chart, index) in SUBORDINATE:
            return None
        timed = begins(chart, index, *TIMED)
        found = candidate(chart, index) or _unknown(chart, harm, index)
        if found is not None and (found.first == harm.last or not found.lead) and _stands(chart, harm, found):
            return _object(chart, harm, found, passed)
        if timed is not None and found is None:
            index = timed.last
            continue
        if (begins(chart, index, "harm", "victim") is not None and passed > 0) or _breaks(
            chart, index, nominal=nominal
        ):
            return None
        passed += 1
        index = found.last if found is not None else index + 1
    return None


def _breaks(chart: Chart, index: int, *, nominal: bool) -> bool:
    text = word(chart, index)
    if text == "،":
        return nominal
    if nominal:
        return text in PREPOSITIONS - {"ضد"}
    if begins(chart, index, "facility") is not None and not begins(chart, index, "actor"):
        return word(chart, index - 1) not in PREPOSITIONS and not chart.starts[index][0].lead
    new_verb = any(m.form.startswith("verb") and m.lead for m in chart.starts.get(index, ()) if m.kind == "act")
    return new_verb or begins(chart, index, "demise") is not None


def _stands(chart: Chart, harm: Mention, found: Mention) -> bool:
    """Whether the candidate may be the one who suffers, by what stands before it."""
    before = found.first - 1
    while before >= 0 and word(chart, before) in QUOTES:
        before -= 1
    if amount(found) is None:
        return False
    text = word(chart, before)
    held = harm.value == "captured" and before == harm.last and text in ("ضد", "بحق")
    if before < harm.last or held:
        return True
    if word(chart, found.first) in PREPOSITIONS:  # «أمام» is written like «إمام»
        return False
    if text in PREPOSITIONS | BY or text.removeprefix("و") in BY or found.lead:
        return False
    return _likely(chart, harm, found, text)


def _likely(chart: Chart, harm: Mention, found: Mention, before: str) -> bool:
    """A candidate some words away: a number does, one person only indefinite or right behind «فيه», «أمس»."""
    value, noun = persons(found), found.part("noun")
    if value.side == "kin" and noun is not None and noun.form.endswith(".the"):
        return False
    if found.kind == "name":
        return harm.form.startswith("noun") or before in PRONOUNS or _titled(chart, harm, found)
    counted = found.kind in ("count", "subset") or found.part("count") is not None or value.shape == "counted"
    near = before in PRONOUNS or _timed_before(chart, found.first)
    named = any(m.kind == "name" for i in range(found.first + 1, found.last) for m in chart.starts.get(i, ()))
    return counted or near or (found.kind == "person" and (not value.definite or named))


def _titled(chart: Chart, harm: Mention, found: Mention) -> bool:
    """«قُتل المتحدث باسم التنظيم أبو محمد»: nothing but his title stands between."""
    title = range(harm.last, found.first)
    if not 0 < len(title) <= TITLE or begins(chart, harm.last, *TITLES) is None:
        return False
    return not any(word(chart, i) in PREPOSITIONS or chart.tokens[i].kind != "word" for i in title)


def _timed_before(chart: Chart, index: int) -> bool:
    around = range(max(0, index - 6), index)
    return any(m.last == index and m.kind in TIMED for i in around for m in chart.starts.get(i, ()))


def _object(chart: Chart, harm: Mention, found: Mention, passed: int) -> Mention | None:
    """«قتل انتحاري 32 شخصا»: the counted ones behind a subject are those who suffer."""
    verbal = any(m.kind == "harm" and m.form.startswith("verb") for m in chart.starts.get(harm.first, ()))
    if not verbal or harm.form == "verb.passive" or found.part("count") or found.kind == "count":
        return found
    behind = _past_aside(chart, found.last)
    for at in range(behind, behind + AHEAD):
        text = word(chart, at)
        if ends(chart, at) or text in STOPPING | BY_WHOM or begins(chart, at, "harm") is not None:
            break
        if text.startswith("و") and begins(chart, at, "place", "when", "actor") is None:
            break
        other = candidate(chart, at)
        counted = other is not None and not other.lead and _is_counted(other)
        near = at <= behind + 1 or persons(found).side == "military"
        straight = at <= behind + 1 or (other is not None and _tanwin(chart, other))
        if other is not None and straight and _accusative(chart, found, other):
            return other
        if other is not None and counted and near and word(chart, at - 1) not in PREPOSITIONS:
            return other
    return found if passed == 0 or amount(found) is not None else None


def _past_aside(chart: Chart, index: int) -> int:
    """«خطف مسلحون، ظهر أمس الأحد، الطبيب»: the token behind a time between two commas; else the same."""
    timed = begins(chart, index + 1, *TIMED) if word(chart, index) in ("،", ",") else None
    return timed.last + 1 if timed is not None and word(chart, timed.last) in ("،", ",") else index


def _is_counted(found: Mention) -> bool:
    """«32 شخصا», and «طبيبا وشقيقه», who are counted together."""
    return found.part("count") is not None or found.kind == "count" or found.rule == "people.joined"


def _tanwin(chart: Chart, found: Mention) -> bool:
    """«اغتال مسلحون على دراجة نارية ضابطا»: written as an object, however far from the verb."""
    noun = found.part("noun")
    return noun is not None and noun.form == "noun" and not noun.tail and word(chart, noun.last - 1).endswith("ا")


def _accusative(chart: Chart, found: Mention, other: Mention) -> bool:
    """«اغتال مسلحون ضابطا», «قتل مجهولون مدير الأمن»: the plural in ون did it, the single one behind suffered it."""
    noun = found.part("noun") or found
    subject = word(chart, noun.last - 1).endswith("ون") and found.part("count") is None
    value = persons(other)
    object_of = other.kind == "person" and not other.lead and value.shape == "one" and value.side != "others"
    return subject and object_of and word(chart, other.first - 1) not in PREPOSITIONS
