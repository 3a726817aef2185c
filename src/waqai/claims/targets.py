"""What the act hit, in the report's words: persons, facilities with their owner, bases that are places too."""

from __future__ import annotations

from collections.abc import Collection

from waqai.claims.aims import Aim, head, is_anaphoric, is_definite, told
from waqai.claims.covering import is_named_elsewhere
from waqai.claims.drafts import Draft, acts_of, codebook_id
from waqai.claims.model import Party
from waqai.claims.opponents import opponents
from waqai.claims.ownership import UNSIDED, fighters_id, houses_base, is_apart, is_civilian, is_public, owner_id
from waqai.claims.quoting import stretch
from waqai.claims.victims import armed_victims, named_victims, pointed_at
from waqai.reading.agents import AGAINST, HANDS
from waqai.reading.engine import QUOTES
from waqai.reading.government import PREPOSITIONS, governor, word_at
from waqai.reading.model import EventMention, Mention
from waqai.reading.places.grammar import PlaceRef
from waqai.reading.places.refs import place_of
from waqai.reading.read import Text
from waqai.reading.siting import is_struck
from waqai.reading.verbals import verb_reaches

AIMED_PLACES = frozenset("base airport oil_field gas_field facility camp".split())
FIELDS = frozenset(["oil_field", "gas_field"])
FALLING = frozenset("fall launch shelling".split())
HOLDING = frozenset("take withdrawal transfer base truce".split())
PERSONAL = frozenset("killing killed abduction arrest shooting sexual raid".split())
FIRED = frozenset("rocket missile shell mortar artillery mine ied bomb aircraft".split())
HEARD_FROM = (["من", "جهه"], ["من", "اتجاه"])  # «سمع دوي من جهة المعمل»
TIED = ("مرتبط", "المرتبط", "متصل", "خاص", "الخاص")  # «منشآت مرتبطة بميليشيات»
PARTING = HANDS | frozenset("في خلال قبل بنار بقصف بهجوم علي اثر جراء بعد بعبوه بانفجار".split())
"""«منزله من قبل عناصر …», «ثلاثة شبان برصاص الجيش»: who stands behind these did it, and does not own it."""
VAGUE = frozenset(
    """مواقع موقع اهداف هدف مقرات مقار معسكرات قواعد مراكز نقاط تجمعات معاقل مخابي اوكار ثكنات مواقعه مواقعها قواعده
    قواعدها معسكراته معسكراتها مقراته مقراتها وحدات منشات اماكن مركبات اليات معدات تحصينات""".split()
)
"""What may stand for any of an army's things: beside a thing that is named it says nothing more."""
REACH = 8
HEAD = 8
"""Letters of a stretch within which the thing that it is about begins."""


def targets(text: Text, draft: Draft) -> tuple[Party, ...]:
    """Persons and facilities that the act was aimed at, each once; the ground that is taken is none."""
    holding = draft.acts() <= HOLDING
    personal = draft.acts() <= PERSONAL and not (draft.acts() == {"killed"} and _is_fired(draft))
    doers = {codebook_id(m) for m in (*draft.of("initiator"), *(author.actor for author in draft.authors))}
    aims: list[Aim] = []
    for number, event in enumerate(draft.mentions):
        held = holding or acts_of(event) <= HOLDING
        hit = [m for m in event.of("target") if not (held and m.kind == "facility")]
        here = _gathered(text, [m for m in hit if personal or not _is_victim(text, m)], doers)
        if not held:
            here += [_aim(text, site, doers) for site in event.of("site") if _is_aimed_place(text, event, site)]
        for aim in here:
            aim.clause = number
        aims += here
    aims += [_aim(text, victim, doers) for victim in named_victims(text, draft)]
    if not aims:
        untold = (
            _seized(text, draft) or armed_victims(draft) or pointed_at(text, draft) or opponents(text, draft, doers)
        )
        aims = [_aim(text, one, doers) for one in untold]
    aims = [aim for aim in _fullest_first(text, draft, aims) if not _holds_one(text, aim, aims)]
    kept = [aim for number, aim in enumerate(aims) if not told(text, aim, aims, number)] or aims[:1]
    kept = [aim for aim in kept if not is_anaphoric(text, aim, aims)] or kept
    found = (Party(stretch(text, aim.first.start, aim.end(), aim.first.rule), aim.actor) for aim in kept)
    return tuple(party for party in found if not party.words.text.isdecimal())  # «6 قتلوا»: a number names nobody


def _holds_one(text: Text, field: Aim, aims: list[Aim]) -> bool:
    """«حقل العمر» beside «أكبر قاعدة للتحالف», which is in it: the base is what was aimed at."""
    if field.first.kind != "place" or place_of(field.first).kind not in FIELDS:
        return False
    return any(aim.first.kind == "facility" and aim.actor == field.actor and head(text, aim) == "قاعده" for aim in aims)


def _gathered(text: Text, mentions: list[Mention], doers: Collection[str | None]) -> list[Aim]:
    """The aims of one clause: without the doers, a rank with its name, and things that are named together as one."""
    here: list[Aim] = []
    for mention in mentions:
        if mention.kind == "actor" and _is_doers(text, mention, doers):
            continue
        aim = _aim(text, mention, doers)
        if here and _names(text, here[-1].first, mention):
            here[-1].last = mention
        elif here and _continues(text, here[-1], aim):
            here[-1].last, here[-1].owner = aim.last, aim.owner
            here[-1].actor = here[-1].actor or aim.actor
        else:
            here.append(aim)
    return here


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
        or not (aim.first.kind in ("actor", "metonym") or (aim.first.kind == "facility" and head(text, aim) in VAGUE))
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


def _is_doers(text: Text, actor: Mention, doers: Collection[str | None]) -> bool:
    """Aircraft, which no act on the ground is aimed at, the bomber himself, and the doers' own side."""
    one = codebook_id(actor)
    if actor.form != "noun.plural" and any(m.first == actor.first for m in text.chart.kinds.get("bomber", ())):
        return True
    return getattr(actor.value, "sort", "") == "aircraft" or (one is not None and one in doers and one not in UNSIDED)


def _is_fired(draft: Draft) -> bool:
    """«قتل طفل بقذيفة هاون», «أصيب راع بلغم»: whom shells and mines hit is a victim, as in any shelling."""
    return any(getattr(m.value, "weapon_class", "") in FIRED for m in draft.of("weapon"))


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
    """متفجرات ومركبات ومواقع قتالية: things named without article, one joined to the next, are one target.

    «مدرسة ومسجدا وفرنا»: what is everybody's is hit one by one.
    """
    mention = after.first
    if aim.owner is not None or not mention.lead.startswith("و") or mention.first - aim.last.last > 0:
        return False
    pair = (aim.first, mention)
    if all(is_civilian(text, m) for m in pair):
        return False
    return all(m.kind == "facility" and not is_definite(text, m) for m in pair)


def _names(text: Text, person: Mention, name: Mention) -> bool:
    """«الملازم أول "محمد سالم"», «الشاب لورنس سالم»: the rank and the name behind it are one person."""
    if person.kind != "person" or name.kind != "name" or name.lead or name.first < person.last:
        return False
    return all(word_at(text.chart, i) in QUOTES for i in range(person.last, name.first))


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
    if value.kind in FIELDS and houses_base(text, site) and any(act.value in FALLING for act in acts):
        return True  # «سقط الصاروخ في حرم الحقل», where the report says a base is
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
        and not any(text.tokens[i].text in PARTING for i in range(mention.last, actor.first))
    ]
    known = [actor for actor in inner if codebook_id(actor)]
    if known:
        nearest = min(known, key=lambda m: m.start)
        return (nearest if nearest.end > mention.end else None), codebook_id(nearest)
    return None, owner_id(text, mention, doers)
