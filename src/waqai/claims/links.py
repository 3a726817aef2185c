"""An answer is linked to what it answers: «ردا على …» with the act that the words point at."""

from __future__ import annotations

from waqai.claims.drafts import Draft, acts_of, codebook_id
from waqai.claims.ownership import CAMPS
from waqai.reading.grouping import STRONG, related
from waqai.reading.model import EventMention, Mention
from waqai.reading.read import Text

REACH = 60
"""Words from the act told last to a sentence that calls it an answer, at most."""
PROVOKED = 90
"""Words to «وردت القوات بقصف …» from the last act told, where none stands nearer."""
HEAD = 5
"""Words before the cue at the head of a sentence: «وفي ما بدا ردا على الهجوم، قصفت …»."""
OPERATION = frozenset("العمليه عمليه عمليته عمليتها عمليتهم الاستهداف".split())
ATTACKS = frozenset(
    "strike air_strike shelling attack assault explosion ied suicide_bomb bombing_from_air killing killed shooting "
    "clash launch".split()
)
INTENT = 5
INTENDED = frozenset(
    """حق حقه حقها حقهم الحق بحق بحقه بحقها بحقهم توعد توعدت يتوعد تتوعد هدد هددت يهدد تهدد تعهد تعهدت يتعهد تتعهد
    يعتزم تعتزم اعتزام ينوي تنوي استعداد الاستعداد مستعد مستعده جاهز جاهزه سوف قادر قادره قدره القدره يدرس تدرس
    خيار خيارات دعا دعت دعوه طالب طالبت""".split()
)
"""«تحتفظ بحقها في الرد على الهجوم»: no answer yet."""


def link(text: Text, drafts: list[Draft]) -> None:
    """Every draft that a response cue belongs to knows which drafts it answers."""
    for cue in text.chart.kinds.get("cue", ()):
        if cue.value != "responds_to" or _is_intended(text, cue):
            continue
        pointed = cue.part("answered")
        answered = _telling(drafts, pointed)
        answer = (
            _telling(drafts, cue.part("answer")) or _riot(answered, pointed) or _subject(text, drafts, cue, answered)
        )
        if answer is None:
            continue
        if answered is None or answered is answer:
            answered = _named(drafts, cue, pointed, answer) if pointed is not None else _provoking(drafts, cue, answer)
        if answered is not None and answered is not answer:
            for one in _both(text, drafts, cue, answered) or [answer]:
                _tie(one, answered, cue)
            others = _along(drafts, answered, answer) if pointed is None else _listed(text, drafts, pointed)
            for other in others:
                if other is not answer:
                    _tie(answer, other, cue)


def _both(text: Text, drafts: list[Draft], cue: Mention, answered: Draft) -> list[Draft]:
    """«أن يكون الهجومان ردا على الضربات»: the two acts told last before the sentence; [] where no two are spoken of."""
    low = next((a for a, b in text.sentences if a <= cue.start < b), 0)
    near = range(max(0, cue.first - HEAD), cue.first)
    two = [m for i in near for m in text.chart.starts.get(i, ()) if m.kind == "act" and "dual" in m.form]
    if not any(text.tokens[m.first].text.removeprefix("و").startswith("ال") for m in two):
        return []
    told = [draft for first, draft in _told(drafts, answered) if text.tokens[first].start < low]
    last = [draft for number, draft in enumerate(told) if all(later is not draft for later in told[number + 1 :])]
    return last[-2:] if len(last) > 1 else []


def _is_intended(text: Text, cue: Mention) -> bool:
    before = {token.text.removeprefix("و") for token in text.tokens[max(0, cue.first - INTENT) : cue.first]}
    return bool(before & INTENDED)


def _tie(answer: Draft, answered: Draft, cue: Mention) -> None:
    if all(other is not answered for other in answer.answers):
        answer.answers.append(answered)
        answer.cue = answer.cue or cue


def _acts(event: EventMention) -> list[Mention]:
    return [event.trigger, *event.of("act")]


def _telling(drafts: list[Draft], act: Mention | None) -> Draft | None:
    """The draft that has this act word among those that tell it."""
    if act is None:
        return None
    for draft in drafts:
        if any(one.start == act.start for event in draft.mentions for one in _acts(event)):
            return draft
    return None


def _riot(answered: Draft | None, pointed: Mention | None) -> Draft | None:
    """«احتجاجا على قمع التظاهرة، أضرم شبان النار»: one clause tells both; the act that it goes on to is the answer."""
    if answered is None or pointed is None or pointed.value != "protest":
        return None
    near = (event.trigger.first - pointed.last for event in answered.mentions if event.act == "riot")
    return answered if any(0 <= words <= HEAD for words in near) else None


def _told(drafts: list[Draft], barred: Draft | None) -> list[tuple[int, Draft]]:
    """Where each draft is told, in the order of the text."""
    found = [
        (act.first, number)
        for number, draft in enumerate(drafts)
        for event in draft.mentions
        for act in _acts(event)
        if draft is not barred
    ]
    return [(first, drafts[number]) for first, number in sorted(found)]


def _subject(text: Text, drafts: list[Draft], cue: Mention, answered: Draft | None) -> Draft | None:
    """What is said to be an answer: the last act before the cue in its sentence, else the next, else one just told."""
    low, high = next(((a, b) for a, b in text.sentences if a <= cue.start < b), (0, 0))
    told = _told(drafts, answered)
    inside = [(first, draft) for first, draft in told if low <= text.tokens[first].start < high]
    before = [draft for first, draft in inside if first < cue.first]
    after = [draft for first, draft in inside if first >= cue.last]
    if before:
        return before[-1]
    operation = _operation(text, told, low, cue)
    if operation is not None:
        return operation
    opening = sum(low <= token.start < cue.start for token in text.tokens[max(0, cue.first - HEAD - 1) : cue.first])
    if after and opening <= HEAD:
        return after[0]
    earlier = [draft for first, draft in told if cue.first - REACH <= first < cue.first]
    return earlier[-1] if earlier else None


def _operation(text: Text, told: list[tuple[int, Draft]], low: int, cue: Mention) -> Draft | None:
    """«وتأتي العملية ردا على …»: the attack told last, not the arrests that followed it."""
    words = {token.text for token in text.tokens[max(0, cue.first - HEAD) : cue.first] if token.start >= low}
    if not words & OPERATION:
        return None
    fired = [draft for first, draft in told if text.tokens[first].start < low and draft.acts() & ATTACKS]
    return fired[-1] if fired else None


def _named(drafts: list[Draft], cue: Mention, pointed: Mention, answer: Draft) -> Draft | None:
    """«الهجوم الانتحاري», told elsewhere: the last such act before the cue, else the first behind it."""
    told = [(first, draft) for first, draft in _told(drafts, answer) if _fits(str(pointed.value), draft)]
    before = [draft for first, draft in told if first < cue.first]
    return before[-1] if before else told[0][1] if told else None


def _fits(value: str, draft: Draft) -> bool:
    acts = {act for event in draft.mentions for act in acts_of(event)}
    return value in acts if value in STRONG else any(related(value, act) for act in acts)


def _provoking(drafts: list[Draft], cue: Mention, answer: Draft) -> Draft | None:
    """«ورد الجيش بقصف …»: the last act before, by somebody else."""
    doers = _doers(answer)
    told = [(first, draft) for first, draft in _told(drafts, answer) if first < cue.first]
    near = [draft for first, draft in told if cue.first - REACH <= first] or [
        draft for first, draft in told[-1:] if cue.first - PROVOKED <= first
    ]
    others = [draft for draft in near if not doers or not doers & _doers(draft)]
    return others[-1] if others else None


def _along(drafts: list[Draft], answered: Draft, answer: Draft) -> list[Draft]:
    """«أغارت الطائرات الروسية …، وقصفت قوات النظام …، ومن جانبها ردت الفصائل بقصف»: the run of acts of one camp."""
    camp = _camp(_doers(answered))
    found: list[Draft] = []
    for draft in reversed(drafts[: drafts.index(answered)]):
        if draft is answer or not _doers(draft) or not _doers(draft) <= camp:
            break
        found.append(draft)
    return found


def _listed(text: Text, drafts: list[Draft], pointed: Mention) -> list[Draft]:
    """«ردا على قصف على قريتين، وقصف آخر على بلدة»: the nouns that go on the list of what is answered."""
    end = next((high for low, high in text.sentences if low <= pointed.start < high), 0)
    told = [(act, draft) for draft in drafts for event in draft.mentions for act in _acts(event)]
    behind = sorted((one for one in told if pointed.end <= one[0].start < end), key=lambda one: one[0].start)
    found: list[Draft] = []
    for act, draft in behind:
        if act.form.startswith("verb") or act.lead != "و":
            break
        found.append(draft)
    return found


def _camp(doers: set[str]) -> set[str]:
    """The doers and those who fight on their side."""
    return doers | {friend for camp in CAMPS for friend in camp if doers and doers <= camp}


def _doers(draft: Draft) -> set[str]:
    return {i for mention in draft.of("initiator") if (i := codebook_id(mention))}
