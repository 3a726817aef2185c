"""Which actor a name means that several bear (التحالف، النظام، المقاومة): the report's other names and places tell."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from waqai.reading.actors.model import ActorRef, codebook
from waqai.reading.engine import Chart
from waqai.reading.model import Mention
from waqai.reference.actors import Kind, load
from waqai.reference.places.places import load as places

ARMED = frozenset("النظام التنظيم التحالف الجيش المقاومه المعارضه الحكومه الميليشيات المليشيات القوات".split())
ARMED_HEADS = frozenset(
    "المقاتلون المقاتلين مقاتلون مقاتلين المسلحون المسلحين مسلحون مسلحين الفصايل فصايل قوات ميليشيات مقاتلو".split()
)
"""Heads of names of two words that always mean somebody armed: «مقاتلون أكراد»."""
AIRCRAFT = frozenset("الطيران طيران الطايرات طايرات المروحيات مروحيات المقاتلات مقاتلات سلاح".split())
LOADED = ("ارهابي", "متشدد", "متطرف", "تكفيري")
DOMESTIC = frozenset("اجهزه سلطات شرطه درك داخليه".split())
BASE = frozenset(["القاعده", "لقاعده"])
NEAR, NEAR_WEIGHT = 14, 5.0
STATES = frozenset([Kind.STATE_FORCE, Kind.EXTERNAL_FORCE])
KIN_WEIGHT = 0.5
"""«الشرطة» in a report that names the Turkish army six times: a state's forces that are named speak for its others."""
METROPOLIS = 1_000_000


class Context:
    """What the report names besides, by which a shared name is decided."""

    def __init__(self, chart: Chart) -> None:
        """Actors named in full and countries of the places are counted."""
        self.chart = chart
        self.named = Counter(str(m.value) for m in chart.kinds.get("actor-name", ()))
        # «الأراضي السورية» says no more than its adjective, which names no place
        self.placed = [(m.first, lands_of(m)) for m in chart.kinds.get("place", ()) if m.rule != "places.land"]
        self.lands = Counter(land for _, lands in self.placed for land in lands)
        self.homes = Counter[str]()
        for name, count in self.named.items():
            state = load()[name]
            self.homes[state.countries[0] if state.kind in STATES and state.countries else ""] += count
        self.around: dict[int, Counter[str]] = {}

    def meant(self, mentions: list[Mention]) -> tuple[Mention, ActorRef] | None:
        """The reading of one shared name that the report speaks for.

        Words that always stand for somebody armed keep no id where nothing speaks for any; others are no actor then.
        """
        if self._is_base(mentions[0]):
            return None
        if self._is_loaded(mentions[0]):
            mentions = [m for m in mentions if self.named[str(m.value)]]
        if not mentions:
            return None
        best = max(mentions, key=lambda m: (self._weight(str(m.value), m.first), str(m.value)))
        if self._weight(str(best.value), best.first) > 0 or (len(mentions) == 1 and not self.lands):
            return best, ActorRef(str(best.value), codebook(str(best.value)), "name")
        parents = {tie.actor for m in mentions for tie in load()[str(m.value)].parents}
        general = [m for m in mentions if m.value in parents]
        if general:
            return general[0], ActorRef(str(general[0].value), codebook(str(general[0].value)), "name")
        head = self.chart.tokens[best.first].text.removeprefix(best.lead)
        if head in ARMED or (head in ARMED_HEADS and best.last - best.first > 1):
            return best, ActorRef(None, None, "name")
        whose = self.chart.tokens[best.last - 1].text in ARMED  # «طيران التحالف», not «الطيران الحربي»
        return (best, ActorRef(None, None, "name" if whose else "aircraft")) if head in AIRCRAFT else None

    def _is_loaded(self, mention: Mention) -> bool:
        """«الإرهابيين», «المتشددين»: a judgement, whose group the report must name."""
        return self.chart.tokens[mention.first].text.removeprefix(mention.lead).removeprefix("ال").startswith(LOADED)

    def _is_base(self, mention: Mention) -> bool:
        """«القاعدة» of a report that speaks of a base («قاعدة العند») and names no organisation in full."""
        if (
            self.chart.tokens[mention.first].text.removeprefix(mention.lead) not in BASE
            or mention.last - mention.first > 1
        ):
            return False
        if any(actor.startswith(("al_qaeda", "aqap", "aqim")) for actor in self.named):
            return False
        bases = (m for kind in ("object", "place") for m in self.chart.kinds.get(kind, ()))
        return any(self.chart.tokens[m.first].text.removeprefix(m.lead).startswith(("قاعده", "قواعد")) for m in bases)

    def at(self, index: int) -> tuple[Mention, ActorRef] | None:
        """The shared name that begins at the token, decided."""
        found = [m for m in self.chart.starts.get(index, ()) if m.kind == "actor-context"]
        longest = max((m.end for m in found), default=0)
        return self.meant([m for m in found if m.end == longest]) if found else None

    def _weight(self, actor_id: str, at: int) -> float:
        """What in the report speaks for the actor, and what near the token."""
        actor = load()[actor_id]
        around = max((self.lands[land] for land in actor.countries), default=0)
        near = NEAR_WEIGHT * self._near(at)[actor.home] if actor.home else 0
        home = self.lands[actor.home] if actor.home else 0
        if not home and not self.named[actor_id] and self._is_domestic(at):
            return 0  # «الأجهزة الأمنية» in Benghazi are not those of the country next door
        kin = self.homes[actor.home] - self.named[actor_id] if actor.home else 0
        return 3.0 * self.named[actor_id] + home + KIN_WEIGHT * kin + 0.1 * around + near

    def _is_domestic(self, at: int) -> bool:
        """Words for what a state has at home: police, authorities."""
        return self.chart.tokens[at].text.lstrip("ولب").removeprefix("ال") in DOMESTIC

    def _near(self, at: int) -> Counter[str]:
        """How many of the places near the token may lie in each country."""
        if at not in self.around:
            close = (lands for index, lands in self.placed if -NEAR <= index - at <= NEAR)
            self.around[at] = Counter(land for lands in close for land in lands)
        return self.around[at]


def lands_of(place: Mention) -> frozenset[str]:
    """The countries (ISO codes) that a place may lie in."""
    return _lands_of_ids(getattr(place.value, "ids", ()))


@lru_cache(maxsize=1 << 14)
def _lands_of_ids(ids: tuple[str, ...]) -> frozenset[str]:
    found = [places().by_id[i] for i in ids]
    # «القاهرة» is the capital of Egypt before it is a village of the same name
    great = [place for place in found if (place.population or 0) >= METROPOLIS]
    return frozenset(place.country for place in great or found)
