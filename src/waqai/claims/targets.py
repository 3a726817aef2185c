"""What the act hit, in the report's words: persons, facilities with their owner, bases that are places too."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from waqai.claims.covering import is_named_elsewhere
from waqai.claims.drafts import Draft, acts_of, codebook_id
from waqai.claims.model import Party
from waqai.claims.opponents import opponents
from waqai.claims.outline import SIDES
from waqai.claims.ownership import UNSIDED, fighters_id, is_apart, is_public, owner_id
from waqai.claims.quoting import stretch
from waqai.claims.victims import armed_victims, named_victims
from waqai.reading.agents import AGAINST
from waqai.reading.government import PREPOSITIONS, governor
from waqai.reading.model import EventMention, Mention
from waqai.reading.places.grammar import PlaceRef
from waqai.reading.read import Text
from waqai.reading.siting import is_struck
from waqai.reading.verbals import verb_reaches

AIMED_PLACES = frozenset("base airport oil_field gas_field facility camp".split())
HOLDING = frozenset("take withdrawal transfer base truce".split())
PERSONAL = frozenset("killing killed abduction arrest shooting sexual raid".split())
HEARD_FROM = (["من", "جهه"], ["من", "اتجاه"])  # «سمع دوي من جهة المعمل»
TIED = ("مرتبط", "المرتبط", "متصل", "خاص", "الخاص")  # «منشآت مرتبطة بميليشيات»
SITES = frozenset(
    """مواقع موقع اهداف هدف مقرات مقار مقر معسكرات معسكر قواعد قاعده مراكز مركز نقاط تجمعات
    منشات منشاه معاقل معقل مخابي اوكار ثكنات
    مواقعه مواقعها قواعده قواعدها معسكراته معسكراتها مقراته مقراتها""".split()
)
VAGUE = frozenset(
    """مواقع موقع اهداف هدف مقرات مقار معسكرات قواعد مراكز نقاط تجمعات معاقل مخابي اوكار ثكنات مواقعه مواقعها قواعده
    قواعدها معسكراته معسكراتها مقراته مقراتها وحدات منشات اماكن مركبات اليات معدات تحصينات""".split()
)
"""What may stand for any of an army's things: beside a thing that is named it says nothing more."""
REACH = 8
HEAD = 8
"""Letters of a stretch within which the thing that it is about begins."""


@dataclass(slots=True)
class Aim:
    """One target while targets are gathered: its mentions from first to last, and whose it is."""

    first: Mention
    last: Mention
    owner: Mention | None
    actor: str | None
    clause: int = -1
    """Which of the draft's clauses tells it; -1 for what the draft as a whole tells."""

    def end(self) -> int:
        """Where its words end, owner and all."""
        return max(self.last.end, self.owner.end if self.owner is not None else 0)


def targets(text: Text, draft: Draft) -> tuple[Party, ...]:
    """Persons and facilities that the act was aimed at, each once; the ground that is taken is none."""
    holding = draft.acts() <= HOLDING
    personal = draft.acts() <= PERSONAL
    doers = {codebook_id(m) for m in (*draft.of("initiator"), *(author.actor for author in draft.authors))}
    aims: list[Aim] = []
    for number, event in enumerate(draft.mentions):
        here: list[Aim] = []
        held = holding or acts_of(event) <= HOLDING
        for mention in event.of("target"):
            if (held and mention.kind == "facility") or (not personal and _is_victim(text, mention)):
                continue
            if mention.kind == "actor" and _is_doers(mention, doers):
                continue
            aim = _aim(text, mention, doers)
            if here and _continues(text, here[-1], aim):
                here[-1].last, here[-1].owner = aim.last, aim.owner
                here[-1].actor = here[-1].actor or aim.actor
            else:
                here.append(aim)
        if not held:
            here += [_aim(text, site, doers) for site in event.of("site") if _is_aimed_place(text, event, site)]
        for aim in here:
            aim.clause = number
        aims += here
    aims += [_aim(text, victim, doers) for victim in named_victims(text, draft)]
    if not aims:
        untold = _seized(text, draft) or armed_victims(draft) or opponents(text, draft, doers)
        aims = [_aim(text, one, doers) for one in untold]
    aims = _fullest_first(text, draft, aims)
    kept = [aim for number, aim in enumerate(aims) if not _told(text, aim, aims, number)]
    return tuple(Party(stretch(text, aim.first.start, aim.end(), aim.first.rule), aim.actor) for aim in kept)


def _fullest_first(text: Text, draft: Draft, aims: list[Aim]) -> list[Aim]:
    """What the fullest telling names, and of other clauses the things that are no vague word for it.

    «استهدف القصف مخيما … الهجوم على مواقع الحزب»: sides and «أهداف» of another sentence add nothing to a named target.
    """
    fullest = max(range(len(draft.mentions)), key=lambda n: (len(draft.mentions[n].arguments), -n))
    if not any(aim.clause == fullest for aim in aims):
        return aims
    return [
        aim
        for aim in aims
        if aim.clause in (fullest, -1)
        or not (aim.first.kind in ("actor", "metonym") or (aim.first.kind == "facility" and _head(text, aim) in VAGUE))
    ]


def _seized(text: Text, draft: Draft) -> list[Mention]:
    """أبطل خبراء مفعول عبوة ناسفة، ضبط ورشة تفخيخ: what was found or made harmless, the first thing of each clause."""
    found: list[Mention] = []
    for event in draft.mentions if draft.acts() == {"disrupted"} else ():
        trigger = event.trigger
        things = [
            m
            for kind in ("facility", "weapon")
            for m in text.chart.kinds.get(kind, ())
            if m.last > trigger.first and 0 <= m.first - trigger.first <= REACH
        ]
        found += sorted(things, key=lambda m: m.start)[:1]
    return found


def _is_doers(actor: Mention, doers: Collection[str | None]) -> bool:
    """Aircraft, which no act on the ground is aimed at, and the doers' own side."""
    one = codebook_id(actor)
    return getattr(actor.value, "sort", "") == "aircraft" or (one is not None and one in doers and one not in UNSIDED)


def _is_victim(text: Text, mention: Mention) -> bool:
    """Who is counted among the dead of a strike or fight is no target of its own."""
    if mention.kind != "person":
        return False
    return any(
        figure.start < mention.end and mention.start < figure.end for figure in text.chart.kinds.get("casualty", ())
    )


def _aim(text: Text, mention: Mention, doers: Collection[str | None]) -> Aim:
    """A facility with its owner (مواقع لتنظيم داعش), a civilian one, or an actor."""
    if mention.kind == "actor":
        return Aim(mention, mention, None, fighters_id(text, mention, doers) or codebook_id(mention))
    owner, actor = _owner(text, mention, doers)
    return Aim(mention, mention, owner, actor)


def _continues(text: Text, aim: Aim, after: Aim) -> bool:
    """متفجرات ومركبات ومواقع قتالية: things named without article, one joined to the next, are one target."""
    mention = after.first
    if aim.owner is not None or not mention.lead.startswith("و") or mention.first - aim.last.last > 0:
        return False
    pair = (aim.first, mention)
    return all(m.kind == "facility" and not _definite(text, m) for m in pair)


def _definite(text: Text, mention: Mention) -> bool:
    return mention.form.endswith(".the") or text.tokens[mention.first].text.removeprefix(mention.lead).startswith("ال")


def _told(text: Text, aim: Aim, aims: list[Aim], number: int) -> bool:
    """Whether another aim says it already: the same words before, the same thing of the same owner, or its owner."""
    for other_number, other in enumerate(aims):
        if other is aim:
            continue
        within = other.first.start <= aim.first.start and aim.end() <= other.end()
        if within and (other.end() - other.first.start, -other_number) > (aim.end() - aim.first.start, -number):
            return True
        same = _key(text, other) == _key(text, aim)
        if same and other_number < number:
            return True
        bare = aim.actor is not None and aim.first.kind == "actor"
        if bare and other.first.kind != "actor" and _side(other) == _side(aim):
            return True
        mine, theirs = _words(text, aim), _words(text, other)
        if aim.first.kind == other.first.kind and (mine < theirs or (mine == theirs and other_number < number)):
            return True
        if aim.actor is None and other.actor is not None and _head(text, aim) == _head(text, other):
            return True
        if other_number < number and _again(text, aim, other):
            return True
    return False


def _again(text: Text, aim: Aim, other: Aim) -> bool:
    """«معسكرات للحزب» in another clause than «مواقع الحزب»: one army's unnamed sites, told again in other words."""
    if aim.clause == other.clause or aim.first.kind != "facility":
        return False
    if _head(text, aim) == _head(text, other) and _definite(text, aim.first) and aim.end() == aim.first.end:
        return True
    if other.first.kind != "facility":
        return False
    sided = aim.actor not in (None, "civilians") and aim.actor == other.actor
    return sided and _head(text, aim) in SITES and _head(text, other) in SITES


def _side(aim: Aim) -> str | None:
    """«هاجموا القوات الأميركية في قاعدة للتحالف»: they are one side."""
    return SIDES.get(aim.actor or "", aim.actor)


def _words(text: Text, aim: Aim) -> set[str]:
    """The words of the aim without articles: «الملعب» is said in «الملعب الأولمبي»."""
    said = text.folded.text[aim.first.start : aim.end()].split()
    return {word.removeprefix("ال") for word in said}


def _key(text: Text, aim: Aim) -> tuple[str, str]:
    if aim.actor is not None and aim.actor != "civilians":
        return (_head(text, aim) if aim.first.kind != "actor" else "", aim.actor)
    return (_head(text, aim), text.folded.text[aim.first.start : aim.end()])


def _head(text: Text, aim: Aim) -> str:
    token = text.tokens[aim.first.first].text
    if aim.first.lead.endswith("ل") and token.startswith((aim.first.lead + "ل",)):
        return token.removeprefix(aim.first.lead + "ل")
    return token.removeprefix(aim.first.lead).removeprefix("ال")


def _is_aimed_place(text: Text, event: EventMention, site: Mention) -> bool:
    """قصف قاعدة التنف، غارة على مطار حلب: a base or field that was hit is both place and target."""
    value = site.value
    if not isinstance(value, PlaceRef) or value.kind not in AIMED_PLACES or site.rule == "places.directed":
        return False
    heard = [token.text for token in text.tokens[max(0, site.first - 2) : site.first]] in HEARD_FROM
    if heard or is_named_elsewhere(text, site):
        return False
    acts = [event.trigger, *(m for role, m in event.arguments if role == "act")]
    word = governor(text.chart, site)
    if word in AGAINST:
        return any(0 < site.first - act.first <= 2 * REACH for act in acts)
    if is_struck(acts, site, list(event.arguments)):
        return True
    if word in PREPOSITIONS or site.lead[-1:] in ("ب", "ل", "ك"):
        return False
    if _suffers(text, acts, site):
        return True
    near = [
        act for act in acts if 0 <= site.first - act.last <= REACH and act.value not in ("fall", "launch", "killed")
    ]
    return any(verb_reaches(text.chart, act, site) for act in near)


def _suffers(text: Text, acts: list[Mention], site: Mention) -> bool:
    """تعرض مطار عدن أمس لقصف: the base that a verb of suffering has as its subject."""
    led = any(0 <= site.first - word.last <= 1 for word in text.chart.kinds.get("suffering", ()))
    return led and any(0 < act.first - site.last <= REACH and act.lead.endswith("ل") for act in acts)


def identity(text: Text, start: int, end: int, doers: Collection[str | None] = ()) -> str | None:
    """The codebook's id of the party that the folded stretch names: an actor, a thing with its owner, civilians."""
    chart = text.chart

    def over(*kinds: str) -> list[Mention]:
        return [m for kind in kinds for m in chart.kinds.get(kind, ()) if m.start < end and start < m.end]

    if any(m.start <= start and end <= m.end for m in over("bomber")):
        return "unidentified"
    if is_apart(text, start, end):
        return None
    if any(m.start <= start and is_public(text, m) for m in over("facility", "person")):
        return "civilians"
    named = [m for m in over("actor", "nisba", "metonym", "leader") if codebook_id(m) is not None]
    if named:
        thing = any(m.start <= start for m in over("facility"))
        best = max(named, key=lambda m: (-m.start if thing else min(m.end, end) - max(m.start, start), -m.start))
        return fighters_id(text, best, doers) or codebook_id(best)
    loaded = [fighters_id(text, m, doers) for m in over("actor")]
    if any(loaded):
        return next(one for one in loaded if one)
    ids = [_owner(text, m, doers)[1] for m in over("facility", "person", "place") if m.start <= start + HEAD]
    kin = ["civilians" for m in over("human", "member") if m.value in ("kin", "civilian")]
    return next((one for one in (*ids, *kin) if one is not None), None)


def _owner(text: Text, mention: Mention, doers: Collection[str | None]) -> tuple[Mention | None, str | None]:
    """The actor that directly follows or stands inside, and its id; else whom the report gives it to."""
    if mention.kind == "person" and is_apart(text, mention.start, mention.end):
        return None, None
    if is_public(text, mention):
        return None, "civilians"
    inner = [
        actor
        for kind in ("actor", "nisba")
        for actor in text.chart.kinds.get(kind, ())
        if mention.start <= actor.start <= mention.end + 12
        and actor.first <= mention.last + 2
        and not actor.lead.startswith("و")
        and (actor.lead not in ("ب", "ف") or text.tokens[actor.first - 1].text.startswith(TIED))
        and all(text.tokens[i].kind != "newline" for i in range(mention.last, actor.first))
        and getattr(actor.value, "sort", "") != "aircraft"
        and not any(text.tokens[i].text in ("في", "خلال") for i in range(mention.last, actor.first))
    ]
    known = [actor for actor in inner if codebook_id(actor)]
    if known:
        nearest = min(known, key=lambda m: m.start)
        return (nearest if nearest.end > mention.end else None), codebook_id(nearest)
    return None, owner_id(text, mention, doers)
