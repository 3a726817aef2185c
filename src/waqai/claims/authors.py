"""Authors named apart from the act: who is accused, who is suspected, who claims it (codebook, sections 4 and 7)."""

from __future__ import annotations

from collections.abc import Collection

from waqai.claims.drafts import Author, Draft, codebook_id
from waqai.claims.model import Stance
from waqai.claims.voices import SILENT, Voices
from waqai.reading.government import joined_to
from waqai.reading.model import EventMention, Mention
from waqai.reading.read import Text, sentence_tokens

REACH = 14
PART = frozenset("مسووليت مسوولي صل صلت علاق علاقت ضلوع تورط وقوف".split())
"""What one denies to have had in the act, without «ـه», «ـها»."""
ASIDE = 8
"""Words between a word of authorship and the actor, at most."""
BEHIND = 3
SEIZING = frozenset(["arrest", "raid", "disrupted"])
"""Acts by which suspects are held: «مداهمة مواقع يشتبه بأنها للتنظيم» suspects whom they hit."""
GENERIC = frozenset(["attack", "strike", "killed", "explosion", "launch", "fall"])
"""What may be said again of any act: «استهدفت غارات …، وهو هجوم اتهمت دمشق إسرائيل به»."""
PAIR = 2
DENIED = 4
GUILT = ("مسوولي", "مسيولي", "ضلوع", "تورط", "وقوف", "علاق", "صلت")
OWN_ENDINGS = ("ه", "ها", "هم", "هما")
WHICH = frozenset("اللذين اللذان اللتين اللتان".split())
BEFORE = 4
ITSELF = frozenset("ان انه انها انهما انهم بانه بانها".split())
OWNED = frozenset("تابعه تابع للميليشيات وراء تقف يقف نفذ نفذه نفذته مصدرها مصدره مسوول مسووله مسووليه خلف".split())


def name_authors(
    text: Text,
    drafts: list[Draft],
    told: list[tuple[int, EventMention]],
    sums: Collection[int] = (),
    voices: Voices = SILENT,
) -> None:
    """Every draft knows the authors that voices name for it outside its own clause; `sums` begin sums of many acts."""
    if not drafts:
        return
    bounds = sentence_tokens(text)
    for said in text.chart.of("attribution"):
        stance = str(getattr(said.value, "stance", ""))
        author, speaker = _author(text, said, voices if stance == "claims_responsibility" else SILENT)
        if author is None or codebook_id(author) == "civilians":
            continue
        number = next((i for i, (first, last) in enumerate(bounds) if first <= said.first < last), 0)
        both = _both(text, drafts, number, said)
        if not both and _is_of_series(text, bounds[number], sums):
            continue
        adopted = stance == "claims_responsibility" and not said.tail and _adopted(told, number, said)
        draft = _governed(drafts, said) or _told_nearest(drafts, told, number, said)
        if draft is not None and stance == "suspects" and draft.acts() <= SEIZING:
            continue
        if said.rule == "attribution.hedged" and not _tells(draft, number, told):
            continue
        if adopted and not any(event.trigger == adopted for one in drafts for event in one.mentions):
            continue
        for one in both or ([] if draft is None else [draft]):
            one.authors += [Author(each, speaker, Stance(stance)) for each in (author, *_allied(text, author))]


def _allied(text: Text, author: Mention) -> list[Mention]:
    """«متهما الحوثيين وقوات صالح»: who is accused along with the first."""
    near = (m for i in range(author.last, author.last + BEHIND) for m in text.chart.starts.get(i, ()))
    parties = (m for m in near if m.kind == "actor")
    return [m for m in parties if (first := joined_to(text.chart, m)) is not None and first.end == author.end][:1]


def _both(text: Text, drafts: list[Draft], number: int, said: Mention) -> list[Draft]:
    """«حصيلة الهجومين اللذين تبناهما التنظيم»: the last two acts told before it."""
    cue = said.part("cue") or said
    if cue.tail != "هما" or text.tokens[cue.first - 1].text not in WHICH:
        return []
    last = [
        (max(n for n in draft.sentences if n < number), i)
        for i, draft in enumerate(drafts)
        if min(draft.sentences) < number
    ]
    return [drafts[i] for _, i in sorted(last)[-PAIR:]]


def _adopted(told: list[tuple[int, EventMention]], number: int, said: Mention) -> Mention | None:
    """The act right behind the words of adopting it: «تبنى الحزب هجوما»; None where none follows in the sentence."""
    behind = [event.trigger for n, event in told if n == number and 0 <= event.trigger.first - said.last <= REACH]
    return min(behind, key=lambda m: m.first, default=None)


def _author(text: Text, said: Mention, voices: Voices) -> tuple[Mention | None, Mention | None]:
    """The accused, the claimant, or the party that a suspicion is about; and who says so."""
    stance = str(getattr(said.value, "stance", ""))
    speaker = said.part("speaker") or voices.speaker_of(said)
    if stance == "claims_responsibility" and speaker is not None:
        return _actor(text, speaker), speaker
    if stance == "denies" and speaker is not None:
        return _denier(text, said, speaker) or (_actor(text, speaker) if _disowns(text, said) else None), speaker
    if stance != "suspects":
        return None, None
    ascribed = _ascribed(text, said)
    if ascribed is not None:
        return ascribed, speaker
    accused = said.part("accused")
    if accused is not None:
        return _actor(text, accused), speaker
    return (None if _of_members(text, said) else _nation(text, said) or _suspected(text, said)), speaker


def _denier(text: Text, said: Mention, speaker: Mention) -> Mention | None:
    """«نفت الهيئة مسؤولية قواتها عن …», «نفى الحزب ضلوعه في …»: who says that it was not himself or his own."""
    behind = [token.text.lstrip("ب") for token in text.tokens[said.last : said.last + DENIED]]
    for step, word in enumerate(behind):
        if word in (".", "،", "ان", "بان"):
            return None
        if word.startswith(GUILT) and word.endswith(OWN_ENDINGS):
            return _actor(text, speaker)
        if word.startswith(GUILT):
            at = said.last + step + 1
            held = (m for m in text.chart.starts.get(at, ()) if m.kind == "actor" and m.tail and not m.lead)
            return next(held, None)
    return None


def _disowns(text: Text, said: Mention) -> bool:
    """«نفى الحزب أي صلة له بالهجوم», «نفت مسؤوليتها عنه»: who denies that it was he."""
    ahead = text.tokens[said.last : said.last + REACH]
    stop = next((i for i, token in enumerate(ahead) if token.text in (".", "؛")), len(ahead))
    return any(token.text.removesuffix("ها").removesuffix("هم").removesuffix("ه") in PART for token in ahead[:stop])


def _nation(text: Text, said: Mention) -> Mention | None:
    """«طائرة يُرجح أنها أمريكية»: the adjective of a state right behind the doubt."""
    index = text.chart.next_token(said.last)
    index += index < len(text.tokens) and text.tokens[index].text in ITSELF
    found = text.chart.starts.get(text.chart.next_token(index), ())
    return next((m for m in found if m.kind == "nisba" and not m.lead), None)


def _of_members(text: Text, said: Mention) -> bool:
    """«شخص يُشتبه بانتمائه إلى التنظيم», «منازل يُشتبه بأنها تابعة له»: a doubt about those who were hit."""
    if not text.tokens[said.first].text.lstrip("و").startswith(("يشتبه", "مشتبه")):
        return False
    return not any(
        m.kind in ("weapon", "bomber")
        for step in range(said.first - BEFORE, said.first)
        for m in text.chart.starts.get(step, ())
    )


def _ascribed(text: Text, said: Mention) -> Mention | None:
    """نسب إلى تنظيم، نسبته السلطات إلى: the actor behind «إلى»."""
    cue = said.part("cue") or said
    if "نسب" not in text.tokens[cue.first].text and "منسوب" not in text.tokens[cue.first].text:
        return None
    for index in range(cue.first + 1, min(said.last + 4, len(text.tokens))):
        if text.tokens[index].text == "الي":
            found = text.chart.starts.get(text.chart.next_token(index + 1), ())
            return next((m for m in found if m.kind in ("actor", "metonym")), None)
    return None


def _actor(text: Text, phrase: Mention) -> Mention | None:
    """The actor, or the state that stands for one, inside the phrase."""
    for kind in ("actor", "metonym"):
        for mention in text.chart.kinds.get(kind, ()):
            if mention.start < phrase.end and phrase.start < mention.end:
                return mention
    return None


def _suspected(text: Text, said: Mention) -> Mention | None:
    """رجّح المرصد أن تكون تابعة للميليشيات الإيرانية، أن ميليشيات وراء الحادث: the actor beside a word of authorship.

    «رجّح أن الجهة نفسها تقف خلف الهجوم، وأنه رد على ضربات على ميليشيات» says nothing of who is behind it.
    """
    around = range(said.last, said.last + REACH)
    actors = [m for m in text.chart.kinds.get("actor", ()) if m.first in around or m.last - 1 in around]
    owned = [i for i in around if i < len(text.tokens) and text.tokens[i].text in OWNED]
    beside = [m for m in actors if any(_is_beside(text, m, at) for at in owned)]
    if not beside and not owned:
        beside = [m for m in actors if m.lead.endswith("ل") and not _acts(text, said.last, m.first)]
    return min(beside, key=lambda m: m.start, default=None)


def _is_beside(text: Text, actor: Mention, at: int) -> bool:
    """Whether no other act is told between the word of authorship and the actor."""
    low, high = (at, actor.first) if at < actor.first else (actor.last, at)
    if high - low > ASIDE or (at < actor.first and len(_acts(text, low, high)) > 1):
        return False
    return not any(token.text in ("،", ",", ".") for token in text.tokens[low:high])


def _acts(text: Text, first: int, last: int) -> list[Mention]:
    return [m for i in range(first, last) for m in text.chart.starts.get(i, ()) if m.kind == "act"]


def _is_of_series(text: Text, bounds: tuple[int, int], sums: Collection[int]) -> bool:
    """«عدم تبني تلك الهجمات، يعتقد محللون أنها …»: who is suspected of the many is named for no act."""
    acts = [m.first for index in range(*bounds) for m in text.chart.starts.get(index, ()) if m.kind == "act"]
    return bool(acts) and all(first in sums for first in acts)


def _tells(draft: Draft | None, number: int, told: list[tuple[int, EventMention]]) -> bool:
    """Whether the draft is told in the sentence, or no act is: «في هجمات غالبا ما تنسب إلى …» is of no act before."""
    return draft is not None and (number in draft.sentences or all(n != number for n, _ in told))


def _governed(drafts: list[Draft], said: Mention) -> Draft | None:
    """«تتهمها واشنطن بتنفيذ هجوم»: the act that the accusation is of, right behind it."""
    behind = [
        (event.trigger.first, number)
        for number, draft in enumerate(drafts)
        for event in draft.mentions
        if 0 <= event.trigger.first - said.last <= BEHIND and not event.trigger.form.startswith("verb")
    ]
    return drafts[min(behind)[1]] if behind else None


def _holding(drafts: list[Draft], told: EventMention) -> Draft | None:
    return next((draft for draft in drafts if any(event.trigger == told.trigger for event in draft.mentions)), None)


def _told_nearest(
    drafts: list[Draft], told: list[tuple[int, EventMention]], number: int, said: Mention
) -> Draft | None:
    """The act told in the same sentence, nearest to the words; else the last one told before.

    «… بعد هجوم انتحاري نسبته الحكومة إلى التنظيم»: an act that is no event there is that of its kind told elsewhere.
    """
    cue = said.part("cue") or said
    here = [(cue.first - event.trigger.first, event) for n, event in told if n == number]
    if said.tail:  # «…، تبناه التنظيم، كما قتل آخرون في انفجار»: it is what was told before
        here = [one for one in here if one[0] > 0] or here
    if here:
        near = [event for _, event in sorted(here, key=lambda one: abs(one[0]))]
        holding = _holding(drafts, near[0])
        if holding is None and near[0].act not in GENERIC:
            return next((d for d in drafts if any(event.act == near[0].act for event in d.mentions)), None)
        return holding or next((found for event in near if (found := _holding(drafts, event)) is not None), None)
    earlier = [
        (max(s for s in draft.sentences if s < number), i)
        for i, draft in enumerate(drafts)
        if min(draft.sentences) < number
    ]
    return drafts[max(earlier)[1]] if earlier else None
