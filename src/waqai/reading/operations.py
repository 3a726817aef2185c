"""One operation in several words: a house is stormed, its men are taken; a crowd gathers and is dispersed."""

from __future__ import annotations

from waqai.reading.engine import Chart
from waqai.reading.model import Mention

ENTRY = frozenset(["raid", "assault"])
SEIZING = frozenset(["arrest", "abduction", "clash"])
FOUGHT = frozenset(["take", "assault"])
FIRED = frozenset("air_strike strike shelling attack".split())
HIT = frozenset("اصابت اصاب ضربت طالت".split())
KILLING = frozenset(["killing", "killed"])
HALTS = frozenset(". \n ؛ : ؟ فيما بينما حين كما كذلك غداه قبل منذ ردا".split(" "))
AFTER = frozenset("بعد عقب اثر خلال".split())
DURING = frozenset("خلال في ضمن اثناء".split())
ON_IT = frozenset("عليها عليه عليهما".split())
SPANS = frozenset("يوم يومين ايام اسبوع اسبوعين اسابيع شهر شهرين اشهر عام عامين سنوات ساعات".split())
OTHER = frozenset("اخر اخري ثانيه منفصل منفصله مماثل مماثله".split())
NEAR, FAR = 12, 30
"""Words between the two, at most; a victim's name, post and town stand between «اغتال» and «بإطلاق النار»."""


def is_one_operation(chart: Chart, told: list[Mention], act: Mention) -> bool:
    """Whether the act word goes on with the operation that the act words before it tell."""
    last = told[-1]
    between = [token.text for token in chart.tokens[last.last : act.first]]
    if act.start < last.end or len(between) > FAR:
        return False
    if _is_dispersed(chart, last, act, between) or _is_shot(told, act, between) or _is_hit(chart, told, act, between):
        return True
    if len(between) > NEAR or HALTS & set(between):
        return False
    return _goes_on(chart, told, act) or _is_fought_for(last, act, between) or _is_campaign(last, act, between)


def _goes_on(chart: Chart, told: list[Mention], act: Mention) -> bool:
    """«دهمت القوة منزلا واشتبكت مع …، وألقت القبض على ثالث», «اقتحموا البلدة وسيطروا عليها»: the same who do it."""
    first, behind = told[0], chart.tokens[act.last].text if act.last < len(chart.tokens) else ""
    attacked = first.value == "attack" and first.form.startswith("verb") and act.value == "clash"
    if not (attacked or first.value in ENTRY) or act.lead not in ("و", "ف") or act.form.startswith("noun"):
        return False
    ends = _ending(chart, first), _ending(chart, act)
    if first.form.startswith("verb") and ends[0] != ends[1] and ends != ("", "وا"):
        return False  # but «هاجم مسلحون الحاجز واشتبكوا مع الجنود»
    taken = act.value == "take" and behind in ON_IT
    return not has_own_doer(chart, act) and (act.value in SEIZING or taken)


def has_own_doer(chart: Chart, act: Mention) -> bool:
    """«واعتقل الجيش رجلا»: the verb names its doer anew."""
    return any(m.kind in ("actor", "metonym") and not m.lead for m in chart.starts.get(act.last, ()))


def _ending(chart: Chart, verb: Mention, tail: str = "") -> str:
    """Who does it, by the ending of the verb before its object: she or they of things, they, or he."""
    word = chart.tokens[verb.first].text.removesuffix(tail)
    return next((end for end in ("ت", "وا") if word.endswith(end)), "")


def _is_fought_for(last: Mention, act: Mention, between: list[str]) -> bool:
    """«سيطرت على البلدة بعد معارك مع الجيش»: the battles in which it was taken, none of days before."""
    battle = act.value == "clash" and act.form.startswith("noun") and not act.form.endswith(".the") and not act.lead
    led = next((number for number, word in enumerate(between) if word.lstrip("و") in AFTER), None)
    return battle and last.value in FOUGHT and led is not None and not SPANS & set(between[led:])


def _is_campaign(last: Mention, act: Mention, between: list[str]) -> bool:
    """«اعتقلت الدوريات 22 شابا خلال حملة دهم»: the raids in which they were arrested."""
    raids = act.value == "raid" and not (act.lead or act.form.startswith("verb") or act.form.endswith(".the"))
    return raids and last.value == "arrest" and bool(between) and between[-1] in DURING


def _is_shot(told: list[Mention], act: Mention, between: list[str]) -> bool:
    """«اغتال مجهولان …، رئيس المجلس في البلدة، بإطلاق النار عليه»: how he was killed."""
    how = act.value == "shooting" and act.form.startswith("noun") and act.lead == "ب"
    killed = told[-1].value in KILLING and told[-1].form.startswith("verb")
    return how and killed and not HALTS & set(between)


def _is_hit(chart: Chart, told: list[Mention], act: Mention, between: list[str]) -> bool:
    """«أغارت المسيرة على سيارة، فدمرتها», «غارات أصابت إحداها شاحنة وأحرقتها»: what the strike did to it at once."""
    fired, destroyed = told[-1], act.value in ("attack", "destroy") and act.form.startswith("verb") and act.tail
    hit = act.lead == "ف" or (act.lead == "و" and bool(HIT & set(between)))
    if not (destroyed and hit and fired.value in FIRED) or HALTS & set(between):
        return False
    return not fired.form.startswith("verb") or _ending(chart, fired) == _ending(chart, act, act.tail)


def _is_dispersed(chart: Chart, last: Mention, act: Mention, between: list[str]) -> bool:
    """«تظاهر مئات …، قبل أن تفرقهم القوات بخراطيم المياه», «على محتجين قطعوا الطريق»: of the same crowd."""
    behind = {token.text for token in chart.tokens[act.last : act.last + 2]}
    if "\n" in between or "." in between or behind & OTHER:
        return False
    if act.value == "dispersal" and last.value == "protest":
        return last.form.startswith("verb") or last.form == "noun"
    crowd = act.value == "protest" and act.form.startswith("verb") and not act.lead and len(between) <= NEAR
    return crowd and last.value == "shooting" and between[-2:-1] in (["علي"], ["نحو"], ["باتجاه"])
