"""Whether both tellings can be of one kind of act."""

from __future__ import annotations

from waqai.incidents.model import Feature
from waqai.incidents.scene import Scene

WEIGHT = 2.0
# What newsrooms call the same act by turns: a drone's missile is a strike or a shelling, a raid a clash.
_FAMILIES = (
    frozenset({"Air/drone strike", "Shelling/artillery/missile attack"}),
    frozenset({"Suicide bomb", "Remote explosive/landmine/IED", "Grenade"}),
    frozenset({"Armed clash", "Attack", "Arrests", "Other", "Abduction/forced disappearance"}),
    frozenset({"Armed clash", "Government regains territory", "Non-state actor overtakes territory"}),
    frozenset({"Attack", "Air/drone strike", "Shelling/artillery/missile attack", "Chemical weapon"}),
    frozenset({"Attack", "Suicide bomb", "Remote explosive/landmine/IED", "Grenade"}),
    frozenset({"Shelling/artillery/missile attack", "Remote explosive/landmine/IED"}),
    frozenset({"Armed clash", "Shelling/artillery/missile attack"}),
    frozenset({"Protest with intervention", "Excessive force against protesters", "Peaceful protest"}),
    frozenset({"Violent demonstration", "Mob violence", "Protest with intervention"}),
    frozenset({"Disrupted weapons use", "Arrests", "Other"}),
)


def compare(left: Scene, right: Scene) -> Feature:
    """The same sub-event type, a related one, or kinds that no newsroom confuses."""
    one, other = left.telling.event, right.telling.event
    words = f"{one.sub_event_type} / {other.sub_event_type}"
    if one.sub_event_type == other.sub_event_type:
        return Feature("kind", 1.0, WEIGHT, f"the same kind: {one.sub_event_type}")
    related = any(one.sub_event_type in kin and other.sub_event_type in kin for kin in _FAMILIES)
    if related:
        near = 0.3 if one.event_type == other.event_type else 0.0
        return Feature("kind", near, WEIGHT, f"related kinds: {words}")
    return Feature("kind", -1.0, WEIGHT, f"different kinds: {words}")
