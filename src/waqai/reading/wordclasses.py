"""Which of the act words of a sentence are acts at all, and whether a word that may be both is a verb or a noun."""

from __future__ import annotations

from waqai.reading.engine import Chart
from waqai.reading.model import Mention

WITHOUT = frozenset("دون بدون بلا بغير".split())
HELD_BY = frozenset("خاضعه خاضع خاضعين خاضعتين خاضعتان خاضعات تحت مناطق خضعت تخضع يخضع".split())
PREPOSITIONS = frozenset("من في بعد اثر جراء نتيجه خلال علي الي عن مع وسط بسبب عقب قبل غداه تحت دون رغم ان".split())
AIMED = ("استهدف", "طال", "اصاب", "شمل")
"""What an attack does to what it hits, as verbs begin."""


def decided(chart: Chart, acts: list[Mention]) -> list[Mention]:
    """قصف is a verb or a noun: a noun after a preposition or شن, or before ل, an adjective or على; else a verb."""
    kept = []
    for act in acts:
        if _is_held(chart, act) or _is_without(chart, act) or any(_is_foiled_by(one, act) for one in acts):
            continue
        twins = [other for other in acts if other.start == act.start and other.end == act.end and other is not act]
        rival = next((t for t in twins if t.form.startswith("verb") != act.form.startswith("verb")), None)
        if rival is None or act.form.startswith("verb") != _is_noun(chart, act):
            kept.append(act)
    return kept


def _is_without(chart: Chart, act: Mention) -> bool:
    """«انسحبت القوات دون قتال», «من دون اشتباكات»: what did not happen takes no words of what did."""
    before = chart.tokens[act.first - 1].text if act.first else ""
    return act.value == "clash" and not act.form.startswith("verb") and before in WITHOUT


def _is_foiled_by(whole: Mention, act: Mention) -> bool:
    """«إحباط هجوم صاروخي» that had not begun: no attack of its own."""
    inside = whole.start <= act.start and act.end <= whole.end
    return whole is not act and inside and whole.rule == "developments.forestalled"


def _is_held(chart: Chart, act: Mention) -> bool:
    """«الخاضعة لسيطرة الجيش», «تحت سيطرة القوات»: who holds the place is no act, and takes no words of one."""
    before = chart.tokens[act.first - 1].text if act.first else ""
    return (
        act.value == "take"
        and act.form.startswith("noun")
        and before.lstrip("و").removeprefix("ب").removeprefix("ال") in HELD_BY
    )


def _is_noun(chart: Chart, act: Mention) -> bool:
    if act.lead.endswith(("ب", "ل", "ك")):
        return True
    before = chart.tokens[act.first - 1].text.lstrip("و") if act.first else ""
    if before in PREPOSITIONS or any(w.last == act.first for w in chart.kinds.get("launching", ())):
        return True
    following = chart.starts.get(act.last, ())
    if is_subject_of(chart, act) or any(m.kind == "nisba" and not _has_article(chart, m) for m in following):
        return True  # «استهدف قصف …», «قصف إسرائيلي»
    if any(m.kind == "means" or m.lead == "ل" or (m.kind == "actor" and m.lead == "") for m in following):
        return any(m.kind == "means" or m.lead == "ل" for m in following)
    after = chart.tokens[act.last].text if act.last < len(chart.tokens) else ""
    return after in ("علي", "من", "متبادل", "عنيف", "مكثف")


def is_subject_of(chart: Chart, act: Mention) -> bool:
    """«استهدف قصف مستودعا»: right behind a verb stands its subject."""
    before = chart.starts.get(act.first - 1, ())
    aiming = chart.tokens[act.first - 1].text.lstrip("و").startswith(AIMED) if act.first else False
    return aiming and any(m.kind == "act" and m.form.startswith("verb") and not m.tail for m in before)


def _has_article(chart: Chart, mention: Mention) -> bool:
    return chart.tokens[mention.first].text.removeprefix(mention.lead).startswith("ال")
