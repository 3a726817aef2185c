"""Deaths that tell a killing of their own: «قضى مدني برصاص مجهولين», «عثر على جثة شاب مقتولا بطلقة»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from waqai.reading.engine import Chart, Rule
from waqai.reading.model import Mention

DYING = frozenset(
    """استشهد استشهدت استشهدوا استشهاد قضي قضت قضوا قضيا مصرع مصرعه مصرعها مصرعهم لقي لقيت لقوا يستشهد تستشهد
    اردي اردت ارتقي ارتقت ارتقاء اباد ابادت""".split()
)
"""Words for dying that, unlike «قتل», say nothing of a hand; they tell an act where a weapon stands by."""
MARTYRED = frozenset("استشهد استشهدت استشهدا استشهدتا استشهدوا".split())
"""Who is a martyr did not die in bed; «استشهد الكاتب بمقال» cites."""
WHO = frozenset("human member given count numeral".split())
CITING = 4
WOUNDING = frozenset("اصيب اصيبت اصيبوا اصيبا اصيبتا اصابه جرح جرحت جرحوا".split())
"""Words for wounding, which tell an act only where gunfire or a blade stands by: «أصيب شاب برصاص قناص»."""
STOPS = frozenset(". ؛ ؟ : ! «".split())
TAKEN = frozenset("arrest abduction raid".split())
WHITHER = frozenset("جهه مكان وجهه".split())
UNKNOWN = ("مجهول", "غير")
TOLD = 40
UNKNOWN_REACH = 16
NEAR = 14
CORPSE = 16


def _same_sentence(chart: Chart, low: int, high: int) -> bool:
    return all(token.kind != "newline" and token.text not in STOPS for token in chart.tokens[low:high])


def _dying(chart: Chart) -> Iterator[Mention]:
    """استشهد شاب برصاص …، لقي ثلاثة مصرعهم بقذيفة: killed, by the weapon that follows."""
    for kind in ("harm", "fate"):
        for word in tuple(chart.kinds.get(kind, ())):
            text = chart.tokens[word.first].text[word.start - chart.tokens[word.first].start :]
            if word.lead.endswith(("ل", "س")) or word.form.endswith(".the"):
                continue
            if any(m.kind == "act" for m in chart.starts.get(word.first, ())):
                continue
            slain = text in DYING and (_weapon_behind(chart, word) or _martyred(chart, word, text))
            if slain or (text in WOUNDING and _shot_or_stabbed(chart, word)):
                yield Mention(
                    "act", "killed", word.start, word.end, word.first, word.last, "attacks.dying", word.form, word.lead
                )


def _martyred(chart: Chart, word: Mention, text: str) -> bool:
    """«استشهد مدنيان في المخيم»: where the sentence tells no other act that they died in."""
    if text not in MARTYRED or not any(m.kind in WHO and not m.lead for m in chart.starts.get(word.last, ())):
        return False
    for index in range(word.last, min(word.last + CITING, len(chart.tokens))):
        here = chart.starts.get(index, ())
        named = any(m.first < index < m.last for m in chart.kinds.get("toponym", ()))
        if chart.tokens[index].text.startswith("ب") and not named and all(m.lead for m in here):
            return any(m.kind in ("toponym", "placeword", "when") for m in here)
    low, high = _bounds(chart, word)
    return not any(m.kind == "act" for index in range(low, high) for m in chart.starts.get(index, ()))


def _bounds(chart: Chart, word: Mention) -> tuple[int, int]:
    """The tokens of the word's sentence."""
    low, high = word.first, word.last
    while low > 0 and _same_sentence(chart, low - 1, low):
        low -= 1
    while high < len(chart.tokens) and _same_sentence(chart, high, high + 1):
        high += 1
    return low, high


def _shot_or_stabbed(chart: Chart, word: Mention) -> bool:
    """أصيب شرطيان بنيران مسلحين، جرح ثلاثة بسكين: by whose hand, not «أصيب بشظايا» of an act that is told."""
    for index in range(word.last, min(word.last + NEAR, len(chart.tokens))):
        here = chart.starts.get(index, ())
        if not _same_sentence(chart, index, index + 1) or any(m.kind in ("act", "harm") for m in here):
            return False
        text = chart.tokens[index].text
        if text.startswith("ب") and any(m.kind in ("weapon", "gunfire") for m in here):
            return True
    return False


def _weapon_behind(chart: Chart, word: Mention) -> bool:
    """برصاص، بقذيفة، جراء لغم: before the sentence ends and before another act."""
    for index in range(word.last, min(word.last + NEAR, len(chart.tokens))):
        if not _same_sentence(chart, index, index + 1):
            return False
        here = chart.starts.get(index, ())
        if any(m.kind == "act" for m in here):
            return False
        if any(m.kind in ("weapon", "gunfire") for m in here):
            return True
    return False


def _corpses(chart: Chart) -> Iterator[Mention]:
    """عثر على جثة شاب مقتولا بطلقة في الرأس، جثث عليها آثار طلقات: whoever lies there was killed."""
    corpses = [m for m in chart.of("corpse", "person") if m.kind == "corpse" or _is_found(chart, m)]
    for slain in tuple(chart.kinds.get("slain", ())):
        near = [m for m in corpses if 0 < slain.first - m.first <= CORPSE]
        if not any(_same_sentence(chart, m.first, slain.first) for m in near):
            continue
        if any(m.kind == "act" for m in chart.starts.get(slain.first, ())):
            continue
        yield Mention(
            "act",
            "killing",
            slain.start,
            slain.end,
            slain.first,
            slain.last,
            "attacks.corpse",
            "noun",
            slain.lead,
            slain.tail,
            (("corpse", max(near, key=lambda m: m.first)), ("slain", slain)),
        )


def _is_found(chart: Chart, person: Mention) -> bool:
    """العثور على ضابطين مقتولين"""
    before = {token.text.removeprefix("و") for token in chart.tokens[max(0, person.first - 4) : person.first]}
    return bool(before & {"عثر", "العثور", "عثرت", "عثروا", "وجد", "وجدوا"})


def _led_away(chart: Chart) -> Iterator[Mention]:
    """«اقتادت قوة مسلحة رجلا من منزله إلى جهة مجهولة»: abducted, unless an arrest or abduction is told before."""
    for verb in tuple(chart.kinds.get("leading-away", ())):
        if verb.lead.endswith(("ل", "س")):
            continue
        low = max(0, verb.first - TOLD)
        told = [m for i in range(low, verb.first) for m in chart.starts.get(i, ()) if m.kind == "act"]
        if any(m.value in TAKEN and _same_sentence(chart, m.first, verb.first) for m in told):
            continue
        high = min(verb.last + UNKNOWN_REACH, len(chart.tokens))
        words = [chart.tokens[i].text for i in range(verb.last, high) if _same_sentence(chart, verb.last, i)]
        if any(a in WHITHER and b.startswith(UNKNOWN) for a, b in pairwise(words)):
            yield replace(verb, kind="act", value="abduction", rule="attacks.led-away", parts=(("verb", verb),))


def _opened(chart: Chart) -> Iterator[Mention]:
    """أطلق مسلحون النار: what was opened is fire, so the verb launches nothing besides."""
    fires = {m.first for m in chart.kinds.get("act", ()) if m.rule == "attacks.opened-fire"}
    for act in tuple(chart.kinds.get("act", ())):
        if act.first in fires and act.value == "launch":
            chart.remove(act)
            yield replace(act, kind="not-act", rule="attacks.fire-only", parts=(("act", act),))


RULES = (
    Rule("attacks.led-away", "act", find=_led_away, about="اقتادوا رجلا إلى جهة مجهولة"),
    Rule("attacks.dying", "act", find=_dying, about="استشهد شاب برصاص قناص"),
    Rule("attacks.fire-only", "not-act", find=_opened, again=True, about="أطلق مسلحون النار"),
    Rule("attacks.corpse", "act", find=_corpses, about="عثر على جثة شاب مقتولا بطلقة"),
)
