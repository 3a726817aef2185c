"""How the dead of a sentence belong to the act that killed them: «قصف أدى إلى مقتل», «مقتل ثلاثة جراء قصف»."""

from __future__ import annotations

from waqai.reading.engine import Chart
from waqai.reading.heads import fronted
from waqai.reading.model import Mention

KILLERS = frozenset("strike air_strike explosion ied suicide_bomb shelling attack".split())
KILLED_IN = 36
"""Words from «اغتيال» over names and titles to the strike that did it."""
ENDED = frozenset(". ؛ : \n فيما بينما كما حيث وقال واضاف".split(" "))
OUTCOME_REACH = 25
FAR = 45
"""Words from an act over parties and places to «ما أسفر عن مقتل», or from the dead over the wounded to «جراء قصف»."""
NEAR = 5
OF_WHOM = 4
"""Words from «بعد» to the dead, and from the dead to what killed them."""
CAUSES = frozenset(
    """في جراء اثر نتيجه خلال بسبب بعد عندما حين حينما لدي بفعل ضمن عقب من ان فيما ما مما اذ حيث برصاص متاثرين متاثرا
    متاثره وفي الي""".split()
)
DEADLY = tuple([word] for word in "اثر جراء نتيجه بسبب بفعل".split())
RESULTING = frozenset("ادي ادت اسفر اسفرت تسبب تسببت اوقع اوقعت خلف خلفت نجم نتج".split())
WHICH = frozenset(["ما", "مما", "الامر"])
SEQUENCE = frozenset("بعد عقب غداه قبل اثر رد ردا انتقاما منذ خلال وسط مع وبعد وعقب".split())
SEQUEL = frozenset("بعد عقب غداه قبل منذ وبعد وعقب".split())
ALSO = frozenset("فيما بينما كما كذلك".split())
WOUNDED = frozenset("اصيب اصيبت جرح جرحت اصيبوا جرحوا نقل".split())


def kills_by(chart: Chart, killing: Mention, act: Mention) -> bool:
    """«اغتيال القائد فلان في غارة على سيارته»: the strike is how he was killed."""
    if killing.value != "killing":
        return False
    led = act.lead == "ب" or chart.tokens[act.first - 1].text in ("في", "عبر")
    near = 0 < act.first - killing.last <= KILLED_IN and not act.form.startswith("verb")
    ended = any(chart.tokens[i].text in ENDED for i in range(killing.last, act.first))
    return led and near and not ended and act.value in KILLERS and not act.form.endswith("plural")


def is_of_the_dead(last: Mention, act: Mention, between: list[str]) -> bool:
    """«مقتل أربعة إثر قصف», «بعد يوم من مقتل 32 جراء تفجير»: what they died of, whatever the two are told after."""
    return last.value == "killed" and act.form.startswith("noun") and between[-1:] in DEADLY


def is_how_they_died(chart: Chart, last: Mention, act: Mention, between: list[str]) -> bool:
    """«قصف القرية بعد ساعات على مقتل اثنين بغارة على سيارتهما»: behind «بعد» the strike is what killed them."""
    if last.value != "killed" or act.lead != "ب" or not act.form.startswith("noun") or len(between) > OF_WHOM:
        return False
    led = {token.text for token in chart.tokens[max(0, last.first - OF_WHOM) : last.first]}
    return bool(led & SEQUEL) and not set(between) & (ENDED | SEQUENCE | {"،"})


def wounded_too(last: Mention, between: list[str]) -> int:
    """«قتل أربعة، كما أصيب عشرة، جراء قصف»: how many words that part acts only go on to the wounded."""
    if last.value != "killed":
        return 0
    return sum(word in ALSO and bool(WOUNDED & set(between[i + 1 : i + 2])) for i, word in enumerate(between))


def is_outcome(chart: Chart, last: Mention, act: Mention, between: list[str]) -> bool:
    """«قصف أدى إلى مقتل ثلاثة»; not «اندلعت اشتباكات بعد مقتل شاب», nor «قصف …، وفي الموصل قتل خمسة»."""
    noun = act.value == "killed" and not act.form.startswith("verb")
    if (noun and SEQUEL & set(between[-1:])) or (last.value == "protest" and set(between) & SEQUENCE):
        return False
    led = bool(RESULTING & set(between[-3:]) and WHICH & set(between[-4:]))
    return len(between) <= (FAR if led else OUTCOME_REACH) and not _is_elsewhere(chart, last, act)


def _is_elsewhere(chart: Chart, last: Mention, act: Mention) -> bool:
    """«هاجم مسلحون نقطة …، وفي الموصل قتل خمسة»: a place at the head of the clause parts the dead from the act."""
    places = (m for i in range(last.last, act.first) for m in chart.starts.get(i, ()) if m.kind == "place")
    return any(fronted(chart, place, act.first, act) for place in places)


def is_cause(acts: list[Mention], act: Mention, between: list[str]) -> bool:
    """«مقتل ثلاثة في قصف»، «قتلت غارة ثلاثة»: the act that killed; «قصف قتل ثلاثة … وقصف» is another one."""
    told = [one for one in acts if one.value != "killed"]
    if told and not act.form.endswith(".the"):
        return False
    if not between and acts[-1].form.startswith("verb") and not act.form.startswith("verb") and not act.lead:
        return True
    led = act.lead.endswith("ب") or bool(set(between[-NEAR:]) & CAUSES)
    return led and len(between) <= (FAR if between[-1:] in DEADLY else OUTCOME_REACH)
