"""Whether both rest on one source: what two newsrooms have from one ministry is often one act."""

from __future__ import annotations

from waqai.claims.model import Stance
from waqai.incidents.model import Feature
from waqai.incidents.scene import Scene
from waqai.reference import actors, sources

WEIGHT = 0.5


def compare(left: Scene, right: Scene) -> Feature | None:
    """A source named by both; None where there is none: one act has many sources."""
    both = named(left) & named(right)
    if not both:
        return None
    return Feature("source", 1.0, WEIGHT, f"the same source: {', '.join(sorted(both))}")


def named(scene: Scene) -> frozenset[str]:
    """The ids of sources and armed actors that speak in the telling; witnesses and «sources» may be anybody's."""
    spoken = (voice.source for voice in scene.telling.event.voices if voice.stance is not Stance.DENIES)
    return frozenset(one for one in spoken if one is not None and (one in sources.load() or one in actors.load()))
