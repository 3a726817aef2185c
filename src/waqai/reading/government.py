"""Where a party stands in its clause: under which preposition, as subject or object of which verb."""

from __future__ import annotations

from waqai.reading.engine import QUOTES, Chart
from waqai.reading.model import Mention
from waqai.reading.wordclasses import is_subject_of

DOING = frozenset(["act", "launching", "agency", "repelling", "suffering"])
PARTIES = frozenset(["actor", "metonym", "facility", "person", "nisba"])
ADVERBS = frozenset(
    "ايضا اليوم امس قد لقد كذلك بدورها بدوره بدورهم فجر صباح مساء ليل ظهر عصر مجددا موخرا سابقا لاحقا هناك فورا تباعا "
    "عشوايي متكرر مباشر مفاجي مكثف متزامن قليل سابق لاحق اخيرا حاليا فجرا ليلا مساء صباحا ظهرا اضافه حينها بالمقابل "
    "عليه عليها به بها فيه فيها منه منها له لها "
    "بالتزامن انذاك يومها الماضي الماضيه المنصرم المنصرمه الجاري الفايت الفايته نفسه نفسها".split()
)
BY_THE_WAY = frozenset("في بشكل منذ قبل بعد خلال عند حوالي نحو وقت من علي".split())
QUANTITIES = frozenset(
    "عدد عده بعض كل جميع معظم غالبيه مجموعه عددا عشرات مييات مئات احد احدي نحو حوالي من قرابه".split()
)
COUNTING = QUANTITIES - {"من", "نحو"}
CLAUSE_ENDS = frozenset(".؟!\n:؛")
OPENERS = frozenset("ان انه انها لان حيث فيما بينما لكن حين عندما حينما اذ بعدما قبل".split())
SO_CALLED = frozenset("تعرف يعرف تسمي يسمي يدعي تدعي يسمون يعرفون".split())
RELATIVES = frozenset("الذي التي الذين اللذان اللتان اللذين اللتين".split())
BEING = frozenset("كان كانت كانوا لكن لكنها لعل فان وان بان بانه بانها هو هي هم".split())
NOMINAL = frozenset("في من الي عن علي خلال اثر جراء نتيجه بسبب مع ضد اثناء عبر".split())
"""Prepositions, behind which no verb can stand."""
LEANING = frozenset(
    "اعتمد اعتمدت تعتمد يعتمد معتمدا معتمده معتمدين باللايمه اللايمه باللوم اللوم بالمسووليه المسووليه مسووليه "
    "بمسووليه الاعتماد عثر عثرت العثور حصل حصلت".split()
)
LAID = frozenset(["القت", "القوا"])
"""«ألقت القبض»: the letters are those of the article."""
COORDINATED = 7
JOINING = QUOTES | {"و"}
BACK = 12
AHEAD = 14
AMOUNT = 5
"""Words of an amount: «ما لا يقل عن عشرين»."""


def word_at(chart: Chart, index: int) -> str:
    """The folded token; '' outside the text."""
    return chart.words.get(index, "")


def step_back(chart: Chart, index: int) -> int:
    """The index of the nearest token before `index` that is no quotation mark; -1 at the beginning."""
    index -= 1
    while index >= 0 and chart.tokens[index].text in QUOTES:
        index -= 1
    return index


def governor(chart: Chart, item: Mention) -> str:
    """The preposition that governs the item, written onto it or before it («على ثلاثة مواقع»); '' where none does."""
    first = _first(chart, item)
    if first == item.first and item.lead and item.lead[-1] in "لبك":
        return item.lead[-1]
    index = step_back(chart, first)
    for _ in range(3):
        if not _is_quantity(chart, index):
            break
        index = step_back(chart, index)
    amount = _amount_ending(chart, index + 1) or _amount_ending(chart, first)
    if amount is not None and amount.first <= index + 1:
        index = step_back(chart, amount.first)
    word = word_at(chart, index)
    if amount is None and _is_amount(chart, index + 1):
        amount = next(m for m in chart.starts.get(index + 1, ()) if m.kind in ("number", "count"))
    if amount is not None:
        return amount.lead[-1:] if amount.lead[-1:] in ("ل", "ب", "ك") else word
    return word.removeprefix("و") if word.removeprefix("و") in PREPOSITIONS else word


def _amount_ending(chart: Chart, index: int) -> Mention | None:
    """«أكثر من 100», «ما لا يقل عن 20»: the amount of several words that ends before the token."""
    amounts = chart.within("count", max(0, index - AMOUNT), index)
    return next((mention for mention in amounts if mention.last == index), None)


PREPOSITIONS = frozenset(
    "من في الي علي عن مع ضد بين لدي حتي عند نحو صوب باتجاه حول تجاه بحق قرب خلال وسط تحت دون بعد قبل اثر عقب منذ رغم "
    "بسبب جراء لصالح امام خلف فوق داخل خارج ضمن عبر".split()
)


def _is_quantity(chart: Chart, index: int) -> bool:
    """عدد، ثلاثة، نحو 20; «من» after one of them."""
    word = word_at(chart, index).removeprefix("و")
    if word == "من":
        return word_at(chart, step_back(chart, index)) in COUNTING
    return word in COUNTING or _is_amount(chart, index)


def _is_amount(chart: Chart, index: int) -> bool:
    for mention in chart.starts.get(index, ()):
        if mention.kind in ("number", "count") and mention.last == index + 1:
            return True
    return False


def leans(chart: Chart, item: Mention) -> bool:
    """«اعتمد على الانتحاريين», «ألقى باللائمة على التنظيم»: على belongs to a verb that hits nobody."""
    words = {word_at(chart, i).lstrip("و") for i in range(max(0, item.first - 5), item.first)}
    return bool(words & LEANING)


def verb_at(chart: Chart, index: int) -> Mention | None:
    """The verb of doing whose last token is at the index."""
    for start in (index, index - 1, index - 2):
        for mention in chart.starts.get(start, ()):
            if mention.last == index + 1 and mention.kind in DOING and is_verbal(chart, mention):
                return mention
    return None


def is_verbal(chart: Chart, mention: Mention) -> bool:
    """A verb, or a phrase that a verb begins (فرضت سيطرتها، أحكموا الحصار); «في ضرب» is a noun."""
    if mention.form.startswith("verb"):
        led = word_at(chart, mention.first - 1) in NOMINAL and not mention.lead
        return not led and not (mention.kind == "act" and is_subject_of(chart, mention))
    word = word_at(chart, mention.first).removeprefix(mention.lead)
    phrase = mention.last - mention.first > 1 and mention.form in ("", "word")
    return phrase and (word in LAID or (word.endswith(("ت", "وا")) and not word.startswith("ال")))


def _aside(chart: Chart, index: int) -> int | None:
    """Where the time or place that ends at the token begins, with its preposition; None where there is none."""
    for start in range(index, max(-1, index - 7), -1):
        for mention in chart.starts.get(start, ()):
            if mention.kind in ("when", "clock", "place", "period") and mention.last == index + 1:
                before = step_back(chart, start)
                if word_at(chart, before) in BY_THE_WAY:
                    return before
                return start if mention.kind != "place" or mention.lead else None
    return None


def _first(chart: Chart, item: Mention) -> int:
    """Where the party begins, with «ما يسمى بـ» or what it shoots with (مدفعية الجيش) before it."""
    prior = word_at(chart, item.first - 1)
    if prior in SO_CALLED and word_at(chart, item.first - 2) in ("ما", "من"):
        return item.first - 2
    for start in (item.first - 1, item.first - 2):
        for mention in chart.starts.get(start, ()):
            if mention.kind == "weapon" and mention.last == item.first and item.lead == "" and mention.lead == "":
                return start
    return item.first


def verb_before(chart: Chart, item: Mention) -> Mention | None:
    """The verb whose subject or object the item is, over times, places and adverbs: قصفت أمس في حلب طائرات."""
    index = _first(chart, item) - 1
    if index == item.first - 1 and item.lead not in ("", "ال"):
        return None
    for _ in range(BACK):
        token = word_at(chart, index)
        if not token or token in CLAUSE_ENDS:
            return None
        verb = verb_at(chart, index)
        if verb is not None:
            return verb
        if (
            token in QUOTES
            or token in ADVERBS
            or token in QUANTITIES
            or _is_amount(chart, index)
            or token in ("،", ",")
        ):
            index -= 1
            continue
        aside = _aside(chart, index)
        if aside is None:
            return None
        index = aside - 1
    return None


def verb_after(chart: Chart, item: Mention) -> Mention | None:
    """The verb that the item stands before as its subject: طائرات التحالف قصفت, إن الحوثيين شنوا."""
    if item.lead not in ("", "و", "ف", "ال") or not _opens_clause(chart, item):
        return None
    relative = False
    for index in range(item.last, min(len(chart.tokens), item.last + AHEAD)):
        token = word_at(chart, index)
        if token in CLAUSE_ENDS or token in OPENERS or any(m.kind == "speaker" for m in chart.starts.get(index, ())):
            return None
        doing = [m for m in chart.starts.get(index, ()) if m.kind in DOING]
        verb = next((m for m in doing if is_verbal(chart, m)), None)
        if verb is not None:
            others = _is_others(chart, item, verb, relative=relative)
            return None if others or (verb.lead.startswith("و") and _is_share(chart, item)) else verb
        if any(m.kind == "act" for m in doing):
            return None
        relative = token in RELATIVES
        if index > item.last and word_at(chart, index - 1) in ("،", ",") and _is_rival(chart, index):
            return None
    return None


def _is_share(chart: Chart, item: Mention) -> bool:
    """«قتل العشرات من عناصر التنظيم واعتقل …»: whose men were counted is no subject of the next verb."""
    for index in range(item.first - 1, max(0, item.first - 4), -1):
        if word_at(chart, index) == "من":
            before = word_at(chart, index - 1).removeprefix("ال")
            return before in QUANTITIES or _is_amount(chart, index - 1)
    return False


def _is_others(chart: Chart, item: Mention, verb: Mention, *, relative: bool) -> bool:
    """التنظيم الذي قصفت مواقع له, المدينة التي قصفها; a verb far off that «و» joins to another.

    «أسقط الجيش طائرة أطلقها الحوثيون»: the verb tells of what was shot down.
    """
    if verb.tail and verb.first - 1 > item.last and _is_thing(chart, verb.first):
        return True
    behind = {word_at(chart, i) for i in range(verb.last, verb.last + 4)}
    if relative and (verb.tail or behind & {"له", "لها", "لهم", "فيه", "فيها", "عليه", "عليها"}):
        return True
    return verb.lead.startswith("و") and verb.first - item.last > COORDINATED


def _is_thing(chart: Chart, index: int) -> bool:
    """Whether a weapon or a missile ends before the token."""
    around = (m for i in range(max(0, index - 4), index) for m in chart.starts.get(i, ()))
    return any(m.kind == "weapon" and m.last == index for m in around)


def _is_rival(chart: Chart, index: int) -> bool:
    """Another bare party, which the verb may have as its subject."""
    return any(m.kind == "actor" and m.lead == "" for m in chart.starts.get(index, ()))


def _opens_clause(chart: Chart, item: Mention) -> bool:
    """At most two nouns (عناصر، مدفعية) and an amount stand between the item and what begins the clause."""
    index = step_back(chart, _first(chart, item))
    for _ in range(4):
        while _is_quantity(chart, index) and word_at(chart, index) not in BEING:
            index = step_back(chart, index)
        word = word_at(chart, index)
        bare = word.removeprefix("و")
        if bare == "قبل" and word_at(chart, step_back(chart, index)) == "من":
            return False  # «قصف من قبل القوات، وردت …»
        starting = not word or word in CLAUSE_ENDS or word in ("،", ",", "-", "–", "—", "/", "..")
        if starting or bare in OPENERS or bare in BEING or verb_at(chart, index) is not None:
            return True
        if bare in PREPOSITIONS and bare != "من":
            return bare in ("قبل", "بعد")
        index = step_back(chart, index)
    return False


def joined_to(chart: Chart, item: Mention) -> Mention | None:
    """The party that the item is joined to by «و», up to two words (adjectives) before it."""
    if not item.lead.startswith("و") and not _is_joined_in_marks(chart, item):
        return None
    best: Mention | None = None
    for start in range(max(0, item.first - 12), item.first):
        for mention in chart.starts.get(start, ()):
            land = mention.kind == "nisba" and word_at(chart, start - 1) == "في"
            if mention.kind in PARTIES and not land and item.first - 6 <= mention.last <= item.first:
                between = unplaced(chart, mention.last, item.first)
                if len(between) <= 3 and all(word in JOINING or _is_adjective(word) for word in between):
                    best = mention if best is None or mention.last >= best.last else best
    return best


def _is_joined_in_marks(chart: Chart, item: Mention) -> bool:
    """«لواء كذا» و«كتيبة كذا»: the quotation mark stands between «و» and the name."""
    before = item.first - 1
    return before > 0 and chart.tokens[before].text in QUOTES and chart.tokens[before - 1].text == "و"


def unplaced(chart: Chart, first: int, last: int) -> list[str]:
    """The words between two tokens without places told by the way: «داعش [في سوريا] وحزب العمال»."""
    words = []
    index = first
    while index < last:
        at = index + 1 if word_at(chart, index) in ("في", "قرب") else index
        kinds = ("place", "nisba", "metonym") if at > index else ("place",)
        places = [m for m in chart.starts.get(at, ()) if m.kind in kinds and at < m.last <= last]
        if places and (at > index or places[0].lead == "ب"):
            index = max(m.last for m in places)
            continue
        words.append(word_at(chart, index))
        index += 1
    return words


def _is_adjective(word: str) -> bool:
    return (word.startswith("ال") and len(word) > 4) or word.endswith(("يه", "ين", "يين"))
