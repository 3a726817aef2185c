"""The weapons of an act: named ones, and those that the word for the act names (غارتان، قصف صاروخي)."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.claims.drafts import Draft, codebook_id
from waqai.claims.flights import is_idle, without_drones_again
from waqai.claims.model import Weapon
from waqai.claims.quoting import stretch, words
from waqai.claims.typed import STATES, as_missile, is_guided, settled
from waqai.reading.actors.model import ActorRef
from waqai.reading.model import Count, EventMention, Mention
from waqai.reading.read import Text
from waqai.reading.weapons.grammar import WeaponRef, number_used

SHOT_DOWN = frozenset("drone missile rocket".split())
AIRBORNE = frozenset(["drone", "helicopter"])
STRUCK = ("tank", "mine")
SHELLS = frozenset(["shell", "mortar"])
BEFORE = 4
ARMS = {
    **dict.fromkeys("غارات غاره طايرات طايره طيران مقاتلات مقاتله قاذفات قاذفه".split(), "aircraft"),
    **dict.fromkeys("مروحيات مروحيه".split(), "helicopter"),
    **dict.fromkeys("مدفعيه مدفعيات".split(), "artillery"),
    **dict.fromkeys("راجمات راجمه".split(), "rocket"),
    **dict.fromkeys("دبابات دبابه".split(), "tank"),
}
"""Folded first words of an author's name that are arms: «طيران الأسد», «المدفعية التركية»."""
NAMED = frozenset(["rocket", "artillery"])
FIRES = frozenset("air_strike shelling strike".split())
PLAIN_BOMB = frozenset("قنبله قنابل قنبلتين قنبلتان".split())
"""A bomb without more is dropped only where the act or a weapon is of the air; else it was laid or thrown."""
FIGHTS = frozenset("clash take assault".split())
SUPPORT = ("دعم", "تدعم", "مدعوم", "اسناد", "غطاء", "مسانده", "تساند", "مسنود")
FLYING = ("جوي", "طيران", "طائر", "طاير", "مقاتلات")
SUPPORT_REACH = 4
GUNFIRE = ("رصاص", "طلق", "ناري", "اطلاق نار")
"""«رميا بالرصاص», «آثار طلقات»; «فتح النار» names no weapon."""
SORTIES = ("غاره", "ضربه", "طلعه")
QUOTES = frozenset('«»"“”')
SHOT = frozenset("air_strike shelling bombing_from_air launch fall".split())
BLOW = ("ضربه", "ضربات", "ضربت")
AIMED = ("استهد", "ستهد", "طال", "ضرب")


def weapons(text: Text, draft: Draft) -> tuple[Weapon, ...]:
    """Weapons by class, the counted mention before the bare one; an air strike without more is aircraft."""
    named: dict[str, Weapon] = {}
    said = [m for m in draft.of("weapon") if isinstance(m.value, WeaponRef) and not is_aside(text, m)]
    for mention, value in settled(text, without_drones_again(text, said)):
        _keep(named, Weapon(words(text, mention), _class(text, draft, mention, value), value.count))
    told: dict[str, Weapon] = {}
    for event in draft.mentions:
        for weapon in (*_told_by_act(text, event), *_flown(text, event), *_supporting(text, draft, event)):
            _keep(told, weapon)
    _spare(named, told)
    _settle(named, told)
    for weapon in told.values():
        _keep(named, weapon)
    for weapon in _blows(text, draft) if not named else ():
        _keep(named, weapon)
    return tuple(as_missile(weapon) if is_guided(draft, named, weapon) else weapon for weapon in named.values())


def _blows(text: Text, draft: Draft) -> Iterator[Weapon]:
    """«ضربة أميركية», «الضربات الإسرائيلية» and no weapon named: those powers strike from the air."""
    doers = {codebook_id(m) for m in draft.of("initiator")}
    if not doers or not doers <= STATES:
        return
    for act in (act for event in draft.mentions for act in _acts_of(event)):
        said = text.folded.text[act.start : act.end].removeprefix("ال")
        if act.value == "strike" and act.form.startswith("noun") and said.startswith(BLOW):
            count = 2 if act.form.startswith("noun.dual") else 1 if act.form == "noun" and not act.tail else None
            yield Weapon(stretch(text, act.start, act.end, act.rule), "aircraft", count)


def _class(text: Text, draft: Draft, mention: Mention, value: WeaponRef) -> str:
    """«اعتداء بقنبلة», «قنبلة استهدفت دورية» are no air strikes: the bomb was laid."""
    word = text.tokens[mention.last - 1].text.removeprefix("ب").removeprefix("و").removeprefix("ال")
    if value.weapon_class != "bomb" or word not in PLAIN_BOMB or draft.acts() & SHOT:
        return value.weapon_class
    acts = [act for event in draft.mentions for act in _acts_of(event) if act.value == "strike"]
    bombed = any(not text.folded.text[act.start : act.end].lstrip("يت").startswith(AIMED) for act in acts)
    flown = any(getattr(m.value, "weapon_class", "") in AIRBORNE | {"aircraft"} for m in draft.of("weapon"))
    states = {codebook_id(m) for m in draft.of("initiator")} & STATES
    return "bomb" if bombed or flown or states else "ied"


def _acts_of(event: EventMention) -> list[Mention]:
    return [event.trigger, *(mention for role, mention in event.arguments if role == "act")]


def _keep(found: dict[str, Weapon], weapon: Weapon) -> None:
    """Of one class the first mention stays, unless a later one counts."""
    known = found.get(weapon.weapon_class)
    if known is None or (known.count is None and weapon.count is not None):
        found[weapon.weapon_class] = weapon


def _spare(named: dict[str, Weapon], told: dict[str, Weapon]) -> None:
    """«قصفت الغارات دبابات وحقول ألغام»: what aircraft hit was not used."""
    if {"aircraft", *AIRBORNE} & {*named, *told}:
        for kind in STRUCK:
            named.pop(kind, None)


def _settle(named: dict[str, Weapon], told: dict[str, Weapon]) -> None:
    """«غارة لطائرة بدون طيار» is the drone's alone; «قصف مدفعي بالقذائف» the shells'."""
    strike = told.get("aircraft")
    flying = [named[kind] for kind in AIRBORNE if kind in named]
    if strike is not None and flying:
        told.pop("aircraft")
        for weapon in flying:
            if weapon.count is None and strike.count == 1:
                named[weapon.weapon_class] = Weapon(weapon.words, weapon.weapon_class, 1)
    if SHELLS & named.keys():
        told.pop("artillery", None)
    _of_rocket(named, told)


def _of_rocket(named: dict[str, Weapon], told: dict[str, Weapon]) -> None:
    """«3 قذائف صاروخية … سقطت قذيفتان», «هجوم صاروخي … القذيفة»: the shells are those rockets."""
    shell, rocket = named.get("shell"), named.get("rocket") or told.get("rocket")
    if shell is None or rocket is None:
        return
    said = shell.words.text
    if "قذ" in rocket.words.text or said.startswith("القذ"):
        named.pop("shell")
        single = said.startswith("القذيفة") and rocket.count is None
        named["rocket"] = Weapon(rocket.words, "rocket", 1) if single else rocket


def _is_adjective(text: Text, mention: Mention) -> bool:
    """«القصف الصاروخي» has the letters of two rockets in construct, and of a rocket of mine, and is an adjective."""
    said = text.tokens[mention.last - 1].text
    return said.endswith(("صاروخي", "مدفعي")) and (bool(mention.tail) or mention.form.startswith("noun.dual"))


def is_aside(text: Text, mention: Mention) -> bool:
    """Whether the word names no weapon that was used."""
    return _is_adjective(text, mention) or _is_booty(text, mention) or is_idle(text, mention) or _is_hit(text, mention)


def _is_hit(text: Text, mention: Mention) -> bool:
    """«قصفت موقع إطلاق قذائف», «دمرت منصة لإطلاق الصواريخ»: what a place that was hit is for was not fired at it."""
    things = text.chart.kinds.get("facility", ())
    return any(thing.first < mention.first and mention.last <= thing.last for thing in things)


def _is_booty(text: Text, mention: Mention) -> bool:
    """«استولت على أربع دبابات», «مستودع صواريخ»: what was taken, destroyed or stored was not used."""
    if mention.lead.endswith("ب") or _was_shot_down(text, mention):
        return False
    return any(0 <= mention.first - m.last < BEFORE for m in text.chart.kinds.get("booty", ()))


def _was_shot_down(text: Text, mention: Mention) -> bool:
    """«اعتراض وتدمير طائرة مسيرة أطلقتها الجماعة»: destroyed on its way, and used for that."""
    shot = [m.last for m in text.chart.kinds.get("outcome", ()) if m.value == "intercepted"]
    flew = getattr(mention.value, "weapon_class", "") in SHOT_DOWN
    return flew and any(0 <= mention.first - last < BEFORE for last in shot)


def _flown(text: Text, event: EventMention) -> Iterator[Weapon]:
    """«قصفت طائرات التحالف», «عاودت المدفعية التركية»: who flies or fires names the weapon."""
    for doer in event.of("initiator"):
        drone = any(m.kind == "weapon" for m in text.chart.starts.get(doer.first, ()))
        for kind in dict.fromkeys(_arm(text, doer)):
            if drone:
                continue
            counted = next((m for m in text.chart.kinds.get("count", ()) if m.last == doer.first), None)
            yield Weapon(words(text, doer), kind, _exact(counted) if counted is not None else None)


def _arm(text: Text, doer: Mention) -> Iterator[str]:
    """The class of weapon that the words for the author begin with."""
    word = text.tokens[doer.first].text
    for lead in ("", "و", "ال", "وال", "لل", "ل", "ب", "بال"):
        if word.startswith(lead) and word[len(lead) :] in ARMS:
            yield ARMS[word[len(lead) :]]
    if isinstance(doer.value, ActorRef) and doer.value.sort == "aircraft":
        yield "aircraft"


def _told_by_act(text: Text, event: EventMention) -> Iterator[Weapon]:
    """غارتين، 15 غارة جوية، قصف صاروخي ومدفعي: the act's own word names the weapon, and counts it."""
    acts = [event.trigger, *(mention for role, mention in event.arguments if role == "act")]
    for act in acts:
        if act.form.startswith("verb"):
            continue
        means = _means(text, act)
        named = [kind for kind in _by_word(text, act) if not means or kind in NAMED]
        found = [*((act.end, kind) for kind in named), *((more.end, str(more.value)) for more in means)]
        for end, kind in found:
            counted = _counted(text, act)
            exact = _exact(counted) if counted is not None else _single(text, act)
            start = counted.start if counted is not None else act.start
            yield Weapon(stretch(text, start, end, act.rule), kind, exact or None)


def _means(text: Text, act: Mention) -> list[Mention]:
    """The adjectives of means after the act: «قصف صاروخي ومدفعي»."""
    found: list[Mention] = []
    last = act.last
    while True:
        here = [m for m in text.chart.starts.get(last, ()) if m.kind == "means" and (not found or m.lead == "و")]
        if not here:
            return found
        found.append(here[0])
        last = here[0].last


def _counted(text: Text, act: Mention) -> Mention | None:
    """«14 غارة», «23» غارة»: the count right before, also in quotation marks."""
    first = act.first - (act.first > 0 and text.tokens[act.first - 1].text in QUOTES)
    return next((m for m in text.chart.kinds.get("count", ()) if m.last == first), None)


def _supporting(text: Text, draft: Draft, event: EventMention) -> Iterator[Weapon]:
    """«بغطاء جوي», «بإسناد من الطيران», «تدعمهم الضربات الجوية»: air support is a weapon of the fight."""
    if not draft.acts() & FIGHTS:
        return
    low, high = next(((a, b) for a, b in text.sentences if a <= event.trigger.start < b), (0, 0))
    inside = [i for i, token in enumerate(text.tokens) if low <= token.start < high]
    for index in inside:
        word = text.tokens[index].text.lstrip("وب").removeprefix("ال")
        near = range(index + 1, min(index + SUPPORT_REACH, len(text.tokens)))
        if word.startswith(SUPPORT):
            air = next(
                (i for i in near if text.tokens[i].text.lstrip("بل").removeprefix("ال").startswith(FLYING)), None
            )
            if air is not None:
                yield Weapon(
                    stretch(text, text.tokens[index].start, text.tokens[air].end, "arms.support"), "aircraft", None
                )
                return


def _exact(counted: Mention) -> int | None:
    """The number that a count gives, None where it is a mere «عدد من»."""
    return number_used(counted.value) if isinstance(counted.value, Count) else None


def _single(text: Text, act: Mention) -> int | None:
    if act.form.startswith("noun.dual"):
        return 2
    return 1 if act.form == "noun" and act.value == "air_strike" and not act.tail and not _is_mass(text, act) else None


def _is_mass(text: Text, act: Mention) -> bool:
    """«قصف جوي»: any number of strikes."""
    return text.tokens[act.first].text.removeprefix(act.lead).removeprefix("ال").startswith("قصف")


def _by_word(text: Text, act: Mention) -> list[str]:
    """The weapons that a compound act names: هجوم صاروخي، قصف مدفعي وصاروخي، غارة."""
    said = text.folded.text[act.start : act.end]
    if act.value in ("killing", "shooting") and any(part in said for part in GUNFIRE):
        return ["small_arms"]
    if act.value not in FIRES:
        return []
    parts = (("صاروخي", "rocket"), ("مدفع", "artillery"))
    found = [kind for part, kind in sorted(parts, key=lambda one: said.find(one[0])) if part in said]
    return found or (["aircraft"] if act.value == "air_strike" else [])
