"""Act words that tell no act: «أطلقت السلطات سراح», «ضرب زلزال», «فجر الأحد».

Lexicons list, as kind `not-<act>`, the words that show it: what stands beside the act word in another sense.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from waqai.reading.engine import Chart, Rule
from waqai.reading.model import Mention

AFTER_VERB = 3
BEFORE_VERB = 2
FIRED = 4
"""«خلال العملية أطلقت القوات صواريخ»: how far behind the verb the weapon may stand that shows it was fired."""
TAKES_BY = frozenset(["assault"])
LINKS = frozenset("علي في من ضد مع بين".split())
ARMED = ("act", "weapon")
FALLEN = 8
THROWN = {
    **dict.fromkeys("bomb shell mortar missile rocket".split(), "bombing_from_air"),
    "grenade": "grenade",
    "ied": "ied",
    "chemical": "chemical",
}
"""What «ألقى» tells, by the weapon that was thrown: without one («ألقى باللائمة على») it tells no act."""
DELIVERED_BY = frozenset("من بواسطه عبر نفذته نفذه نفذتها شنته شنه".split())
CRAFT = frozenset("drone aircraft helicopter".split())
DROPPED = {"bomb": "bombing_from_air", "grenade": "grenade"}


def _others(chart: Chart) -> Iterator[Mention]:
    """The act goes, and what remains is `not-act` with the words that show it."""
    proofs = [(act, proof) for act in chart.kinds.get("act", ()) if (proof := _proof(chart, act)) is not None]
    for act, proof in proofs:
        chart.remove(act)
        first, last = min(act, proof, key=lambda m: m.start), max(act, proof, key=lambda m: m.end)
        yield Mention(
            "not-act",
            act.value,
            first.start,
            last.end,
            first.first,
            last.last,
            "strikes.other-sense",
            act.form,
            first.lead,
            last.tail,
            (("act", act), ("proof", proof)),
        )


def _proof(chart: Chart, act: Mention) -> Mention | None:
    """What shows that the word tells no act: it is part of a time, or a word of another sense stands by."""
    time = next((m for m in chart.kinds.get("when", ()) if m.start <= act.start and act.end <= m.end), None)
    if time is not None:
        return time
    dawn = next((m for m in chart.starts.get(act.first, ()) if m.kind == "daypart" and m.end == act.end), None)
    if dawn is not None and not _blown_up_by_two(chart, act):
        return dawn
    readings = [m for m in chart.starts.get(act.first, ()) if m.kind == "act" and m.end == act.end]
    verbal = any(m.form.startswith("verb") for m in readings)
    beside = _beside_verb if verbal else _beside_noun
    others = chart.kinds.get(f"not-{act.value}", ())
    return next((other for other in others if beside(chart, act, other)), None)


def _blown_up_by_two(chart: Chart, act: Mention) -> bool:
    """«فجرا نفسيهما», «فجرا سيارة»; in «قصفت المدفعية البلدة فجرا» the word is «at dawn»."""
    if chart.tokens[act.first].text.removeprefix(act.lead) != "فجرا":
        return True
    here = chart.starts.get(act.last, ())
    behind = chart.tokens[act.last].text if act.last < len(chart.tokens) else ""
    return behind.startswith(("نفس", "حزام")) or any(m.kind in ("weapon", "object") and not m.lead for m in here)


def _beside_verb(chart: Chart, act: Mention, other: Mention) -> bool:
    """أطلقت السلطات سراح، تقدم المحامي بشكوى؛ زلزال ضرب."""
    if other.form == "adjective" or (other.lead.endswith(("ب", "ل", "ك")) and act.value not in TAKES_BY):
        return False
    if 0 <= other.first - act.last <= AFTER_VERB:
        return _plain(chart, act.last, other.first)
    fired = any(m.kind in ARMED for i in range(act.last, act.last + FIRED) for m in chart.starts.get(i, ()))
    return 0 <= act.first - other.last <= BEFORE_VERB and not fired and _plain(chart, other.last, act.first)


def _beside_noun(chart: Chart, act: Mention, other: Mention) -> bool:
    """هدم الثقة، ضربة قوية للتضخم، السيطرة على الحريق."""
    gap = other.first - act.last
    if gap == 1 and other.form != "adjective":
        word = chart.tokens[act.last].text
        return (word in LINKS or word.endswith(("ه", "ي"))) and _plain(chart, act.last, other.first)
    return gap == 0


def _plain(chart: Chart, first: int, last: int) -> bool:
    """Whether only words stand between, none of them a weapon or another act."""
    if any(token.kind != "word" for token in chart.tokens[first:last]):
        return False
    return not any(m.kind in ARMED for index in range(first, last) for m in chart.starts.get(index, ()))


def _fallen(chart: Chart) -> Iterator[Mention]:
    """سقط ثلاثون قتيلا، سقوط ضحايا: who falls was killed by the act that is told beside."""
    for act in tuple(chart.kinds.get("act", ())):
        if act.value != "fall":
            continue
        victim = _victim_behind(chart, act)
        if victim is not None:
            chart.remove(act)
            yield replace(act, value="killed", rule="strikes.fallen", parts=(("act", act), ("victim", victim)))


def _victim_behind(chart: Chart, act: Mention) -> Mention | None:
    """The dead or wounded within a few words, with no weapon before them."""
    for index in range(act.last, min(act.last + FALLEN, len(chart.tokens))):
        here = chart.starts.get(index, ())
        if chart.tokens[index].kind != "word" and chart.tokens[index].kind != "number":
            return None
        if any(m.kind == "weapon" for m in here):
            return None
        victim = next((m for m in here if m.kind in ("victim", "losses")), None)
        if victim is not None:
            return victim
    return None


def _thrown(chart: Chart) -> Iterator[Mention]:
    """أسقطت مروحية براميل على القرية، ألقى مجهولون قنبلة: the verb tells an act by the weapon that follows."""
    for kind, tells in (("dropping", DROPPED), ("throwing", THROWN)):
        for verb in chart.kinds.get(kind, ()):
            weapon = _weapon_behind(chart, verb)
            value = tells.get(str(getattr(weapon.value, "weapon_class", weapon.value))) if weapon else None
            if weapon is not None and value is not None:
                parts = (("trigger", verb), ("weapon", weapon))
                yield replace(verb, kind="act", value=value, rule="strikes.thrown", parts=parts)


def _weapon_behind(chart: Chart, verb: Mention) -> Mention | None:
    """The first thing thrown within a few words of its clause; who threw it may be an aircraft."""
    for index in range(verb.last, min(verb.last + FALLEN, len(chart.tokens))):
        if chart.tokens[index].kind not in ("word", "number"):
            return None
        here = [m for m in chart.starts.get(index, ()) if m.kind == "weapon"]
        for weapon in here:
            if str(getattr(weapon.value, "weapon_class", weapon.value)) in THROWN:
                return weapon
    return None


def _delivered(chart: Chart) -> Iterator[Mention]:
    """قصف صاروخي من طائرة مسيرة، قصف صاروخي نفذته مروحية: what delivered the missile makes it an air strike."""
    for act in tuple(chart.kinds.get("act", ())):
        by = act.last < len(chart.tokens) and chart.tokens[act.last].text in DELIVERED_BY
        craft = _craft(chart, act.last + 1) if act.value == "shelling" and by else None
        if craft is not None:
            chart.remove(act)
            yield replace(act, value="air_strike", rule="strikes.delivered", parts=(("act", act), ("craft", craft)))


def _craft(chart: Chart, index: int) -> Mention | None:
    """The aircraft or drone that the words there name."""
    found = [m for m in chart.starts.get(index, ()) if m.kind == "weapon"]
    return next((m for m in found if str(getattr(m.value, "weapon_class", m.value)) in CRAFT), None)


RULES = (
    Rule("strikes.fallen", "act", find=_fallen, about="سقط ثلاثون قتيلا"),
    Rule("strikes.thrown", "act", find=_thrown, about="أسقطت مروحية براميل على القرية"),
    Rule("strikes.delivered", "act", find=_delivered, about="قصف صاروخي من طائرة مسيرة"),
    Rule("strikes.other-sense", "not-act", find=_others, about="أطلقت السلطات سراح المعتقلين"),
)
