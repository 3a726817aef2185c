"""Authors that a clause leaves unsaid: who speaks of its own act, and the last doer named before the verb.

«أعلنت الشرطة اعتقال ثلاثة» and «قالت المقاومة إنها سيطرت» tell the speaker's own act; «كما قصفت قرية» has the doer
of the sentence before it; in a bulletin of air strikes each item has the doer of the last.
"""

from __future__ import annotations

from dataclasses import replace

from waqai.claims.drafts import Draft, codebook_id
from waqai.claims.subjects import agreed, clause_subject, is_written_passive
from waqai.claims.voices import Voices
from waqai.reading.government import PREPOSITIONS, governor, joined_to
from waqai.reading.model import EventMention, Mention
from waqai.reading.read import Text
from waqai.reading.verbals import driven

DOING = frozenset(
    "strike air_strike shelling bombing_from_air take siege raid arrest attack assault abduction killing launch "
    "destroy disrupted shooting withdrawal clash".split()
)
RUNNING = frozenset(["air_strike", "strike", "bombing_from_air", "shelling", "drone"])
OWN_ACTS = frozenset("arrest raid disrupted take destroy air_strike strike shelling killed killing siege truce".split())
SELF = frozenset("انه انها انهم بانه بانها بانهم انهما".split())
FIRED_THINGS = frozenset("انها بانها انه التي الذي".split())
NEUTRALIZING = frozenset("تحييد القضاء تصفيه".split())
"""«أعلن الجيش تحييد عشرة … بقصف»: words in which who did it tells whom it hit."""
SEIZING = frozenset("arrest raid disrupted".split())
AUTHORITIES = frozenset(
    "وزاره مديريه قياده جهاز سلطات اجهزه نيابه شرطه اداره هييه داخليه مخابرات استخبارات حرس".split()
)
TANWIN = ("يا", "دا", "لا", "حا", "را")
"""«هاجم الشاب جنديا وطعنه»: an object without article, as words for fighters end."""
RAIDS = frozenset("خلالها تخلل تخللها تخلله خلاله وتخلل وتخللها اثناءها".split())
SAID_GAP = 6
SELF_GAP = 16
"""Words from who speaks to «إنها سيطرت», over the statement and its day."""
SENTENCES = 2


Told = list[tuple[int, EventMention]]
"""Every act that the report words, with its sentence, also those that are no event of their own."""


def fill(text: Text, drafts: list[Draft], told: Told, voices: Voices) -> None:
    """Each draft whose words leave its author, or who threw it back, unsaid has whom the wording points back to."""
    known: Told = [(n, event) for draft in drafts for n, event in zip(draft.sentences, draft.mentions, strict=True)]
    starts = {event.trigger.start for _, event in known}
    known += [(n, event) for n, event in told if event.trigger.start not in starts]
    for draft in drafts:
        _threw_back(text, draft, voices)
        if draft.acts() == {"truce"} and not draft.of("initiator"):
            agreed(text, draft, drafts)
            continue
        if draft.of("initiator") or draft.authors:
            _announces(text, draft, voices)
            if draft.acts() & {"clash"} and _one_sided(draft):
                _fallen(text, draft)
            continue
        if draft.acts() & {"clash"} and _fallen(text, draft):
            continue
        for number, event in enumerate(draft.mentions):
            speaking = _speaking(text, event, voices)
            found = [speaking] if speaking else _before(text, known, event, draft.sentences[number])
            if found:
                inherited = tuple(("initiator", replace(one, rule="parties.antecedent")) for one in found)
                draft.mentions[number] = replace(event, arguments=(*event.arguments, *inherited))
                break


def _announces(text: Text, draft: Draft, voices: Voices) -> None:
    """«الضربات الأميركية», and elsewhere «أعلنت الولايات المتحدة عن شن غارات»: the doer has a name of its own."""
    doers = draft.of("initiator")
    if not doers or any(m.kind != "nisba" for m in doers):
        return
    known = {codebook_id(m) for m in doers}
    for number, event in enumerate(draft.mentions):
        found = _speaking(text, event, voices)
        if found is not None and codebook_id(found) in known:
            named = replace(found, rule="parties.antecedent")
            draft.mentions[number] = replace(event, arguments=(*event.arguments, ("initiator", named)))
            return


def _threw_back(text: Text, draft: Draft, voices: Voices) -> None:
    """أعلنت الشرطة عن صد هجوم لداعش: who says that it threw an attack back is the one that was attacked."""
    if draft.of("target") or not {"repelled", "failed"} & {str(m.value) for m in draft.of("outcome")}:
        return
    for number, event in enumerate(draft.mentions):
        for outcome in event.of("outcome"):
            said = [one for one in voices.at(outcome.start, outcome.end) if one.speaker.first <= outcome.first]
            near = [one.speaker for one in said if 0 <= outcome.first - one.speaker.last <= SAID_GAP]
            party = _party(text, near[-1]) if near else None
            if party is not None and party not in event.of("initiator"):
                attacked = replace(party, rule="parties.threw-back")
                draft.mentions[number] = replace(event, arguments=(*event.arguments, ("target", attacked)))
                return


def _one_sided(draft: Draft) -> bool:
    """«ثلاثة جرحى من الجيش الحر في اشتباكات مع قوات النظام»: the fight names one side, and no target."""
    sides = {codebook_id(m) for m in draft.of("initiator")}
    return not draft.authors and not draft.of("target") and len(sides) == 1 and "unidentified" not in sides


def _fallen(text: Text, draft: Draft) -> bool:
    """قتل 13 من الحوثيين وأربعة من المقاومة في اشتباكات: whose dead a fight counts are its sides."""
    found = False
    known = {codebook_id(m) for m in draft.of("initiator")}
    for number, event in enumerate(draft.mentions):
        figures = event.of("casualty")
        sides = [
            actor
            for actor in text.chart.kinds.get("actor", ())
            if codebook_id(actor) not in (None, "civilians", "unidentified", *known)
            and any(figure.start <= actor.start < figure.end for figure in figures)
        ]
        if sides:
            told = tuple(("initiator", replace(side, rule="parties.fallen")) for side in sides)
            draft.mentions[number] = replace(event, arguments=(*event.arguments, *told))
            found = True
    return found


def _speaking(text: Text, event: EventMention, voices: Voices) -> Mention | None:
    """The speaker that tells its own act: أعلنت الشرطة عن اعتقال، قالت المقاومة إنها سيطرت."""
    trigger = event.trigger
    if event.act not in OWN_ACTS or (trigger.lead.startswith("و") and trigger.form.startswith("verb")):
        return None
    for one in voices.at(trigger.start, trigger.end):
        gap = trigger.first - one.speaker.last - _timed(text, one.speaker.last, trigger.first)
        gap = min(gap, _past_those_hit(text, event, one.speaker.last, gap))
        named = any(text.tokens[i].text in SELF for i in range(max(0, trigger.first - 2), trigger.first))
        if not 0 <= gap <= (SELF_GAP if named else SAID_GAP) or one.cue.first > trigger.first:
            continue
        between = {token.text for token in text.tokens[one.speaker.last : trigger.first]}
        own = between & SELF if trigger.form.startswith("verb") else gap <= 4 and not between & {"ان", "بان"}
        actor = _party(text, one.speaker) or _authority(text, event, one.speaker)
        if own and actor is not None:
            return actor
    return None


def _past_those_hit(text: Text, event: EventMention, first: int, gap: int) -> int:
    """«أعلن الجيش تحييد عشرة من عناصر الحزب بقصف جوي»: the words of whom it hit are no gap."""
    opened = first < len(text.tokens) and text.tokens[first].text in NEUTRALIZING
    led = event.trigger.lead.endswith("ب") or text.tokens[event.trigger.first - 1].text == "في"
    hit = any(first <= m.first <= first + 1 and m.last <= event.trigger.first for m in event.of("casualty"))
    return 0 if opened and led and hit else gap


def _timed(text: Text, first: int, last: int) -> int:
    """How many of the words between say only when it was announced: «أعلنت [في الثامن من الشهر الماضي] عن شن»."""
    times = [m for i in range(first, last) for m in text.chart.starts.get(i, ()) if m.kind == "when" and m.last <= last]
    covered = {i for m in times for i in range(m.first - (text.tokens[m.first - 1].text == "في"), m.last)}
    return len(covered)


def _authority(text: Text, event: EventMention, speaker: Mention) -> Mention | None:
    """أعلنت وزارة الداخلية عن توقيف: an authority that no registry lists, and that arrests and seizes."""
    first = text.tokens[speaker.first].text.removeprefix("ال")
    return speaker if event.act in SEIZING and first in AUTHORITIES else None


def _party(text: Text, speaker: Mention) -> Mention | None:
    """The armed actor or authority that the speaker is, or speaks for."""
    inside = [
        m
        for kind in ("actor", "metonym")
        for m in text.chart.kinds.get(kind, ())
        if m.start < speaker.end and speaker.start < m.end
    ]
    return max(inside, key=lambda m: m.end - m.start, default=None)


def _before(text: Text, told: Told, event: EventMention, sentence: int) -> list[Mention]:
    """The doers named last before, where the verb has no subject of its own or the strikes of a bulletin run on."""
    carried = _subjectless(text, event)
    running = event.act in RUNNING and not event.trigger.form.startswith("verb") and not carried
    if event.act == "arrest" and not carried and _within_raid(text, event):
        return [m for n, other in told if n == sentence and other.act == "raid" for m in other.of("initiator")]
    if not (running or carried):
        return []
    if carried and _is_latter(text, event):
        return _some(_latter(text, event))
    doers = [
        (doer.start, doer, other)
        for number, other in told
        for doer in other.of("initiator")
        if sentence - SENTENCES <= number <= sentence and doer.start < event.trigger.start
    ]
    subject = clause_subject(text, event) if carried else None
    if subject is not None and all(start < subject.start for start, _, _ in doers):
        return [subject]
    if not doers:
        return [] if running else _some(_opening(text, event))
    _, doer, other = max(doers, key=lambda item: item[0])
    if running and not _same_means(event, other):
        return []
    return [one for one in other.of("initiator") if one == doer or _are_joined(text, one, doer)]


def _within_raid(text: Text, event: EventMention) -> bool:
    """«حملة دهم تم خلالها اعتقال عدد من الشبان»: whose raid it is arrests."""
    at = event.trigger.first
    return any(token.text in RAIDS for token in text.tokens[max(0, at - 4) : at])


def _are_joined(text: Text, one: Mention, doer: Mention) -> bool:
    """«قوات النظام وروسيا»: what they did together they go on to do together."""
    return joined_to(text.chart, doer) == one


def _some(one: Mention | None) -> list[Mention]:
    return [] if one is None else [one]


def _is_latter(text: Text, event: EventMention) -> bool:
    """«بينما رد الأخير بقصف»: its doer is the party named last."""
    at = event.trigger.first
    return any(token.text in ("الاخير", "الاخيره") for token in text.tokens[max(0, at - 3) : at])


def _latter(text: Text, event: EventMention) -> Mention | None:
    start = next((low for low, high in text.sentences if low <= event.trigger.start < high), 0)
    actors = [m for m in text.chart.kinds.get("actor", ()) if start <= m.start < event.trigger.start]
    return max(actors, key=lambda m: m.start, default=None)


def _opening(text: Text, event: EventMention) -> Mention | None:
    """يخرق الطيران الاتفاق، وكان قد شن غارة: the bare party named last before in the sentence."""
    start = next((low for low, high in text.sentences if low <= event.trigger.start < high), 0)
    before = [
        actor
        for actor in text.chart.kinds.get("actor", ())
        if start <= actor.start < event.trigger.start
        and (codebook_id(actor) not in (None, "civilians") or getattr(actor.value, "sort", "") == "aircraft")
        and governor(text.chart, actor) not in PREPOSITIONS
        and not (actor.lead or text.tokens[actor.first].text.endswith(TANWIN))
    ]
    return max(before, key=lambda m: m.start, default=None)


def _same_means(event: EventMention, other: EventMention) -> bool:
    acts = {event.act} | {str(m.value) for role, m in event.arguments if role == "act"}
    others = {other.act} | {str(m.value) for role, m in other.arguments if role == "act"}
    return bool(acts & others & RUNNING)


def _were_fired(text: Text, verb: Mention) -> bool:
    """«سقوط ثلاثة صواريخ …، مضيفا أنها أطلقت من …»: what fell is what was fired, and nobody is named who fired it."""
    return verb.value == "launch" and text.tokens[verb.first - 1].text in FIRED_THINGS


def _subjectless(text: Text, event: EventMention) -> bool:
    """كما قصفت قرية، وقامت باعتقال، بعد أن شنت غارة: a verb of doing without a named subject."""
    verbs = [event.trigger, *(m for role, m in event.arguments if role == "act")]
    told = [m for m in verbs if m.form.startswith("verb") and m.value in DOING]
    active = [m for m in told if m.form != "verb.passive" and not is_written_passive(text, m)]
    if told and not active:
        return False
    if active:
        if event.act == "fall" and any(_were_fired(text, verb) for verb in active):
            return False
        return not any(driven(text.chart, verb) or verb.tail for verb in active)
    trigger = event.trigger
    return any(
        m.kind in ("launching", "agency") and m.form.startswith("verb") and m.form != "verb.passive" and not m.tail
        for index in range(max(0, trigger.first - 6), trigger.first)
        for m in text.chart.starts.get(index, ())
    )
