"""How the words of an act stand to what was told before: they point back, say what came of it, or go on to another."""

from __future__ import annotations

from functools import lru_cache

from waqai.reading.engine import Chart
from waqai.reading.heads import carrier
from waqai.reading.model import EventMention, Mention

OTHER = frozenset("اخر اخري ثان ثاني ثانيه مماثل مماثله جديد جديده اخرين منفصل منفصله".split())
THIS = frozenset("هذا هذه ذلك تلك".split())
CARRIED = 14
"""Words from a verb to the noun of the act that it carries, at most."""
MEASURE = 2
MEASURES = frozenset(
    "عدد عددا عده عديد العديد سلسله مزيدا المزيد كثير الكثير بعض جوله موجه حمله دفعه عشرات مئات".split()
)
WIDENED = frozenset("جديده جديد كبير كبيره واسعه عنيفه مكثفه".split())
"""«جولة جديدة من القصف»."""
SHARING = frozenset("شارك شاركت شاركوا يشارك تشارك ساهم ساهمت اسهم اسهمت".split())
"""«شاركت في الهجوم»: who took part in it did not launch it anew."""
CAST = ("القت", "القي", "القوا", "القو")
RESULTING = frozenset(
    """اسفر اسفرت ادي ادت خلف خلفت تسبب تسببت نجم نجمت نتج نتجت اوقع اوقعت اودي اودت جراء اثر نتيجه بسبب الحق
    الحقت استمر استمرت دام دامت جاء جاءت ياتي تاتي وقع وقعت يعد تعد يعتبر تعتبر""".split()
)
BACK = 3
"""Words before the act among which «أسفر», «جراء» stand."""
BESIDES = frozenset("كما كذلك ايضا".split())
BESIDES_OF = frozenset("اضافه فضلا علاوه جانب بالاضافه".split())
"""«إضافة إلى قصف», «فضلا عن غارات», «إلى جانب قصف»."""
CLAUSE = 14
ENDS = frozenset(". ؛ : ؟ \n".split(" "))
BEHIND = 2
FOLLOWED = 24
LED = 8
THEM = frozenset("له لها لهم لهما".split())
AFTER = frozenset("بعد عقب غداه اثر".split())
KEPT = 64
"""Events of which it is remembered how they are told: each is held against every draft."""
Words = tuple[str, ...]


def is_plural(act: Mention) -> bool:
    """«هجمات», «غارتين»: several acts in one word."""
    return act.form.startswith("noun.plural")


def is_definite(chart: Chart, mention: Mention) -> bool:
    """Whether the mention begins with the article."""
    return chart.tokens[mention.first].text.lstrip("وبف").startswith("ال")


@lru_cache(maxsize=KEPT)
def carrier_of(chart: Chart, event: EventMention) -> Mention | None:
    """«شنت الطائرات عددا من الغارات», «تمكنت من السيطرة»: the finite verb before the noun that says it was done."""
    noun = event.trigger
    if noun.form.startswith("verb"):
        return None
    return carrier(chart, noun, max(0, noun.first - CARRIED))


@lru_cache(maxsize=KEPT)
def wording(chart: Chart, event: EventMention) -> str:
    """الهجوم، هذا القصف: the act is known already; هجوم آخر: it is another."""
    trigger, tokens = event.trigger, chart.tokens
    after = {token.text for token in tokens[trigger.last : trigger.last + 2]}
    prior = tokens[trigger.first - 1].text if trigger.first else ""
    if after & OTHER:
        return "another"
    verb = trigger.form.startswith("verb")
    if prior not in THIS and _is_partitive(chart, event):
        return "indefinite"
    the = tokens[trigger.first].text.startswith(("ال", "وال", "بال", "لل"))
    if not verb and (prior in THIS or (the and not _is_cast(tokens[trigger.first].text))):
        return "definite"
    if trigger.form.endswith(".the") or (verb and _has_known_subject(event)):
        return "definite"
    if verb:
        return "verb"
    # «قصفها» is hers, but «استهدافها» the targeting of her, which may be told for the first time
    if prior == "علي" and any(m.kind == "when" for m in chart.starts.get(trigger.last, ())):
        return "definite"  # «ردا على هجوم اليوم»
    return "possessive" if trigger.tail and "ستهدا" not in tokens[trigger.first].text else "indefinite"


def _is_cast(word: str) -> bool:
    """«ألقت القبض على», «وألقى القبض»: a verb that folding spells like a word with the article."""
    return word.removeprefix("و").startswith(CAST)


def _is_partitive(chart: Chart, event: EventMention) -> bool:
    """«عددا من الغارات», «تمكنت من السيطرة»: the article is that of the genitive, or of the verbal noun."""
    noun = event.trigger
    if noun.first >= MEASURE and chart.tokens[noun.first - 1].text == "من":
        place = noun.first - MEASURE
        before = chart.tokens[place - (chart.tokens[place].text in WIDENED)].text.removeprefix("و")
        if before in MEASURES:
            return True
    verb = carrier_of(chart, event) if noun.form.startswith("noun") else None
    if verb is None or verb.kind != "agency" or chart.tokens[verb.first].text.removeprefix("و") in SHARING:
        return False
    return chart.tokens[noun.first - 1].text in ("من", "في")


def _has_known_subject(event: EventMention) -> bool:
    """استهدف الهجوم …: the verb tells more of an attack that is known."""
    subjects = (act for act in event.of("act") if act.form.endswith(".the") and not act.lead)
    return any(act.first == event.trigger.last for act in subjects)


@lru_cache(maxsize=KEPT)
def is_result(chart: Chart, event: EventMention) -> bool:
    """«وأسفر الهجوم عن», «جراء القصف»: what came of the act that was told just before."""
    before = {word.removeprefix("و") for word in _before(chart, _first(event), BACK)}
    return bool(before & RESULTING)


@lru_cache(maxsize=KEPT)
def goes_on(chart: Chart, event: EventMention) -> bool:
    """«كما شنت غارات», «وقصفت أيضا», «إضافة إلى سقوط قذيفتين»: the clause adds another act."""
    first, last = _first(event), event.trigger.last
    behind = (token.text for token in chart.tokens[last : last + BEHIND])
    if "ايضا" in behind or any(word.removeprefix("و") in BESIDES_OF for word in _before(chart, first, BACK)):
        return True
    return any(word.removeprefix("و") in BESIDES for word in _before(chart, first, CLAUSE))


def _first(event: EventMention) -> int:
    """The first token of its act words: «استهدفت غارة»."""
    return min(act.first for act in (event.trigger, *event.of("act")))


def _before(chart: Chart, first: int, count: int) -> Words:
    """The words before the token, back to the end of the sentence or the act before, `count` at most."""
    found: list[str] = []
    for index in range(first - 1, max(-1, first - 1 - count), -1):
        word = chart.tokens[index].text
        if word in ENDS or any(m.kind == "act" for m in chart.starts.get(index, ())):
            break
        found.append(word)
    return tuple(found)


@lru_cache(maxsize=KEPT)
def comes_after(chart: Chart, event: EventMention) -> Mention | None:
    """«قصفت الطائرات الجبل بعد الهجوم», «وبعد ساعات من الاغتيال، اقتحم شبان المقر»: the known act that it followed."""
    led = _led_by(chart, _first(event))
    if led is not None:
        return led
    last = max(act.last for act in (event.trigger, *event.of("act")))
    for index in range(last, min(last + FOLLOWED, len(chart.tokens) - 1)):
        word = chart.tokens[index].text
        if word in ENDS:
            return None
        if word.removeprefix("و") not in AFTER:
            continue
        known = (m for m in chart.starts.get(index + 1, ()) if m.kind == "act" and m.form.endswith(".the"))
        found = next(known, None)
        if found is not None:
            return found
    return None


@lru_cache(maxsize=KEPT)
def repels(chart: Chart, event: EventMention) -> bool:
    """«وإن القوات تصدت لهم»: whom it repels are those who attacked."""
    verb = event.trigger
    behind = chart.tokens[verb.last].text if verb.last < len(chart.tokens) else ""
    return event.act == "clash" and "تصد" in chart.tokens[verb.first].text and behind in THEM


def _led_by(chart: Chart, first: int) -> Mention | None:
    """The known act behind «بعد» or «بعد ساعات من» before the verb, in its sentence."""
    for index in range(first - 1, max(0, first - LED), -1):
        if chart.tokens[index].text in ENDS:
            return None
        known = next((m for m in chart.starts.get(index, ()) if m.kind == "act" and m.form.endswith(".the")), None)
        if known is not None:
            before = {token.text.removeprefix("و") for token in chart.tokens[max(0, index - BACK) : index]}
            return known if before & AFTER else None
    return None
