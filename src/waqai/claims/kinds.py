"""Which ACLED type an act is: its trigger words, weapons, sides (codebook, section 2)."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

AIR, SHELLING = "Air/drone strike", "Shelling/artillery/missile attack"
IED, SUICIDE = "Remote explosive/landmine/IED", "Suicide bomb"
CLASH, REGAINS, OVERTAKES = (
    "Armed clash",
    "Government regains territory",
    "Non-state actor overtakes territory",
)
ATTACK, ABDUCTION, SEXUAL = "Attack", "Abduction/forced disappearance", "Sexual violence"
ARRESTS, OTHER, LOOTING = "Arrests", "Other", "Looting/property destruction"
EXCESSIVE = "Excessive force against protesters"
EVENT_TYPES = {
    CLASH: "Battles",
    REGAINS: "Battles",
    OVERTAKES: "Battles",
    AIR: "Explosions/Remote violence",
    SHELLING: "Explosions/Remote violence",
    IED: "Explosions/Remote violence",
    SUICIDE: "Explosions/Remote violence",
    "Grenade": "Explosions/Remote violence",
    "Chemical weapon": "Explosions/Remote violence",
    ATTACK: "Violence against civilians",
    ABDUCTION: "Violence against civilians",
    SEXUAL: "Violence against civilians",
    "Peaceful protest": "Protests",
    "Protest with intervention": "Protests",
    EXCESSIVE: "Protests",
    "Violent demonstration": "Riots",
    "Mob violence": "Riots",
}
FIXED = {
    "suicide_bomb": SUICIDE,
    "chemical": "Chemical weapon",
    "grenade": "Grenade",
    "air_strike": AIR,
    "bombing_from_air": AIR,
    "shelling": SHELLING,
    "ied": IED,
    "abduction": ABDUCTION,
    "sexual": SEXUAL,
    "dispersal": "Protest with intervention",
    "change": "Change to group/activity",
    "disrupted": "Disrupted weapons use",
    "base": "Headquarters or base established",
    "truce": "Agreement",
    "protest": "Peaceful protest",
    "riot": "Violent demonstration",
}
FROM_AIR = frozenset("drone aircraft helicopter bomb".split())
FROM_GROUND = frozenset("rocket missile shell mortar artillery tank".split())
FIRE = frozenset("strike launch fall explosion".split())
PLANTED = frozenset("car_bomb ied mine".split())
SHOT = frozenset("air_strike shelling bombing_from_air".split())
BOMBED = frozenset("explosion ied attack suicide_bomb strike killed".split())
GASSED = FIRE | SHOT | {"attack"}
AIMED = ("استهد", "ستهد", "طال", "طول", "ضرب")
"""How «استهدف», «طال» and «ضرب» begin: they name no way of hitting."""
AIR_POWERS = frozenset("us_forces coalition_oir israel saudi_led_coalition russia".split())
GOVERNMENTS = frozenset(
    """syrian_government russia iraqi_government peshmerga popular_mobilization yemeni_government
    popular_resistance_yemen saudi_led_coalition saudi_government egyptian_government libyan_government
    lebanese_government sudanese_government turkey""".split()
)


@dataclass(frozen=True, slots=True)
class Traits:
    """What decides the type of an act.

    `armed`: a post, patrol or position was hit; `soldiers`: men under arms are among the victims;
    `aimed_only`: no strike word but استهدف، طال، ضرب; `gainer`: who has the ground now; `part`: what changed hands is
    told as a part of a place; `ongoing`: it is still fought over («عمليات استعادة»); `property`: houses or goods, no
    place, were taken; `policed`: one or two policemen were the victims; `fighters`: forces of a state killed men who
    fight it; `way`: «air» or «ground», by the means named first; `thwarted`: it failed, and cost lives; `blown`: a
    building that its holders blew up; `grounded`: «أغار» with men for its doers; `killed`: somebody died; `stormed`: a
    named armed party attacked a place; `protesters`: they are among those hit.
    """

    acts: AbstractSet[str]
    weapons: tuple[str, ...] = ()
    initiators: AbstractSet[str] = frozenset()
    targets: AbstractSet[str] = frozenset()
    by_air: bool = False
    bomber: bool = False
    arrests: bool = False
    armed: bool = False
    policed: bool = False
    fighters: bool = False
    way: str = ""
    thwarted: bool = False
    soldiers: bool = False
    repelled: bool = False
    aimed_only: bool = False
    gainer: str | None = None
    part: bool = False
    ongoing: bool = False
    property: bool = False
    blown: bool = False
    grounded: bool = False
    killed: bool = False
    stormed: bool = False
    protesters: bool = False


def event_type(sub_event_type: str) -> str:
    """The event type that the sub-event type belongs to."""
    return EVENT_TYPES.get(sub_event_type, "Strategic developments")


def sub_event_type(traits: Traits) -> str:
    """The sub-event type, by the most telling trait."""
    acts = traits.acts
    if traits.bomber and acts & BOMBED and not (traits.repelled and not acts & {"explosion", "ied", "suicide_bomb"}):
        return SUICIDE
    for act in ("suicide_bomb", "chemical", "grenade"):
        if act in acts:
            return FIXED[act]
    if "chemical" in traits.weapons and acts & GASSED:
        return FIXED["chemical"]
    if "take" in acts:
        return _taken(traits)
    fought = acts & {"clash", "assault"} and not _is_round_up(traits)
    if fought or ((traits.repelled or traits.thwarted) and "attack" in acts and not traits.way):
        return CLASH
    if traits.way and acts & SHOT and not (traits.blown or traits.grounded):
        return AIR if traits.way == "air" else SHELLING
    return _exceptional(traits) or next((sub for act, sub in FIXED.items() if act in acts), "") or _by_weapon(traits)


def _is_round_up(traits: Traits) -> bool:
    """«اقتحمت القوات المخيم واعتقلت أربعة»: nobody met them, and nobody died."""
    return (
        {"assault", "arrest"} <= traits.acts and not traits.acts & {"clash", "attack", "shooting"} and not traits.killed
    )


def _taken(traits: Traits) -> str:
    """Ground that changed hands; a part of a place, or what is still fought for, is a clash; goods are loot."""
    if traits.property and not traits.acts & {"clash", "assault"}:
        return LOOTING
    if traits.part or traits.ongoing:
        return CLASH
    return OVERTAKES if traits.gainer is not None and traits.gainer not in GOVERNMENTS else REGAINS


def _exceptional(traits: Traits) -> str:
    """Protesters shot at, a building blown up by its holders, a raid of men («أغار مسلحون»); "" for all else."""
    fired_on = traits.killed or "shooting" in traits.acts
    if fired_on and (traits.acts & {"protest", "dispersal"} or traits.protesters):
        return EXCESSIVE
    if traits.protesters and "attack" in traits.acts:
        return FIXED["dispersal"]
    if traits.blown:
        return LOOTING
    return _attacked(traits) if traits.grounded else ""


def _by_weapon(traits: Traits) -> str:
    acts = traits.acts
    if acts & {"arrest", "raid"}:
        return _raided(traits)
    if "killing" in acts and not acts & FIRE and not PLANTED & set(traits.weapons[:1]):
        return ATTACK
    if traits.fighters and acts <= {"killed"}:
        return CLASH
    if traits.way == "air" and traits.weapons[:1] != ("small_arms",):
        return AIR
    return next((sub for weapon in traits.weapons if (sub := _of(weapon, traits))), "") or (
        AIR if traits.by_air else _plain(traits)
    )


def _raided(traits: Traits) -> str:
    """A raid is what came of it."""
    if "arrest" in traits.acts or traits.arrests:
        return ARRESTS
    return ATTACK if traits.killed else OTHER


def _of(weapon: str, traits: Traits) -> str:
    """What the weapon makes of an act; "" for one that may serve in any."""
    if weapon in FROM_AIR:
        return AIR
    if weapon in FROM_GROUND:
        return SHELLING
    if weapon in PLANTED:
        return SUICIDE if traits.bomber else IED
    return SUICIDE if weapon == "suicide_belt" else ""


def _plain(traits: Traits) -> str:
    """No weapon named: قصف is shelling unless an air power did it; هجوم is a clash unless civilians were its aim."""
    acts = traits.acts
    if "strike" in acts or acts & {"launch", "fall"}:
        return _struck(traits)
    if "explosion" in acts:
        return IED
    if acts & {"attack", "shooting"}:
        return _attacked(traits)
    if "killed" in acts:
        return ATTACK
    if "withdrawal" in acts or "transfer" in acts:
        return "Non-violent transfer of territory"
    if "destroy" in acts:
        return LOOTING
    return OTHER


def _struck(traits: Traits) -> str:
    """«استهدف» alone tells no shelling: with «هجوم» or at a patrol it is fighting, of an air power a strike."""
    if traits.initiators and set(traits.initiators) <= AIR_POWERS:
        return AIR
    if traits.aimed_only and "explosion" in traits.acts:
        return IED
    shot = traits.weapons[:1] == ("small_arms",)
    if traits.aimed_only and (traits.acts & {"attack", "shooting"} or traits.armed or shot):
        return _attacked(traits)
    return SHELLING


def _attacked(traits: Traits) -> str:
    """An armed aim makes it a fight, and so does whoever throws the attack back; one policeman is shot at."""
    if traits.policed and not (traits.armed or traits.soldiers or traits.repelled):
        return ATTACK
    if (traits.armed or traits.repelled or traits.soldiers or traits.stormed) and "civilians" not in traits.targets:
        return CLASH
    return ATTACK if not traits.targets or "civilians" in traits.targets else CLASH
