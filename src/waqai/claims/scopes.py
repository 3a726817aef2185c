"""How far an attribution reaches within its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from waqai.reading.model import Mention
from waqai.reading.read import Text

POSTPOSING = frozenset("حسبما حسب بحسب وفق وفقا كما علي ما بما لما حسبما".split())
ENDS = frozenset([".", "\n", "؛", "؟", "!", "،", "»", '"', "”"])
NESTED = frozenset("saying-noun denying-noun accusing-noun claiming-noun".split())
TURN_WORDS = frozenset("حين فيما بينما كما".split())
CLAUSE = 60
"""Tokens at most in which the last clause of a sentence begins."""
CIRCUMSTANCE = frozenset("بعد غداه عقب قبل".split())
PAST_NAME = 2
"""A comma right after the speaker closes his name: «اتهامه من قبل الرئيس، فلان، بتنفيذ …»."""
TELLING = frozenset("say note add tell transmit".split())
RELATIVE = frozenset("الذي التي الذين".split())
TAKING_UP = frozenset("وهو وهي الامر".split())
TAKEN = ("رقم", "حصيل", "ما", "امر", "الذي", "نبا", "خبر", "روايه")
OPENING = 30
"""Letters in which a clause opens."""
TOLD = frozenset("act harm casualty victim weapon damage".split())
ANTECEDENT = 5
"""Words of what a relative clause tells of, at most."""
LEAD_IN = 2
"""Words that may stand before an attribution that opens its sentence."""
GOES_ON = frozenset([":", "فان", "فقد", "ان", "بان"])


@dataclass(slots=True, unsafe_hash=True)
class Scoped:
    """An attribution of a sentence and what it governs there.

    `way`: forward (what follows), backward (what stands before), nested (its clause; whoever speaks goes on
    speaking), hedge (the doubt of nobody in particular).
    """

    mention: Mention
    way: str
    start: int
    end: int


def scoped(text: Text, start: int, end: int, said: list[Mention]) -> list[Scoped]:
    """The attributions of the sentence start:end with their reach, in the order of the text."""
    ways = [(mention, _way(text, start, mention)) for mention in _kept(said)]
    ways = [_following(ways, position) for position in range(len(ways))]
    return [_reach(text, (start, end), ways, position) for position in range(len(ways))]


def _kept(said: list[Mention]) -> list[Mention]:
    """One attribution for each cue and speaker: the richest; an elided one only where nobody is named."""
    best: dict[tuple[int, int], Mention] = {}
    for mention in said:
        cue, speaker = mention.part("cue") or mention, mention.part("speaker")
        key = (cue.start, speaker.start if speaker else -1)
        if key not in best or len(mention.parts) > len(best[key].parts):
            best[key] = mention
    named = {cue for cue, speaker in best if speaker >= 0}
    kept = [mention for (cue, speaker), mention in best.items() if speaker >= 0 or cue not in named]
    return sorted(kept, key=lambda m: ((m.part("cue") or m).start, m.start))


def _way(text: Text, start: int, mention: Mention) -> str:
    value, cue = str(getattr(mention.value, "cue", "")), mention.part("cue") or mention
    if value == "perhaps":
        return "hedge"
    if value in NESTED:
        return "nested"
    if mention.tail and mention.rule == "attribution.verb-speaker" and not _postposed(text, cue):
        return "nested"
    if value == "signature":
        return "backward"
    if value in ("according", "statement"):
        after = text.tokens[mention.last].text if mention.last < len(text.tokens) else ""
        return "forward" if not _late(text, start, cue) or after in GOES_ON else "backward"
    return "backward" if _late(text, start, cue) and (_postposed(text, cue) or _trailing(text, mention)) else "forward"


def _late(text: Text, start: int, cue: Mention) -> bool:
    """Whether something is told before the cue: more than «كما» or «وفي السياق»."""
    index = max(0, cue.first - LEAD_IN)
    return text.tokens[index].start >= start and index < cue.first


def _postposed(text: Text, cue: Mention) -> bool:
    """«…، حسبما أفاد المرصد»، «… كما أعلن المرصد»"""
    before = [token.text.lstrip("و") for token in text.tokens[max(0, cue.first - 2) : cue.first]]
    if not before or before[-1] not in POSTPOSING:
        return False
    return before[-1] != "كما" or (len(before) > 1 and before[0] not in ("،", "."))


def _trailing(text: Text, mention: Mention) -> bool:
    """«…»، قال المتحدث. : nothing is said after it."""
    return mention.last >= len(text.tokens) or text.tokens[mention.last].text in (".", "\n", "؛")


def _following(ways: list[tuple[Mention, str]], position: int) -> tuple[Mention, str]:
    """أفادت مصادر بحسب سكاي نيوز بأن: written onto another, it reaches as far as that one."""
    mention, way = ways[position]
    cue = mention.part("cue") or mention
    if position and way == "backward" and ways[position - 1][0].last == cue.first:
        return mention, ways[position - 1][1]
    return mention, way


def _reach(text: Text, sentence: tuple[int, int], ways: list[tuple[Mention, str]], position: int) -> Scoped:
    start, end = sentence
    mention, way = ways[position]
    if way == "hedge":
        return Scoped(mention, way, *_clause(text, mention, sentence))
    if way == "nested":
        return Scoped(mention, way, *_inner(text, mention, sentence))
    others = [(m, w) for m, w in ways if w in ("forward", "backward") and not _together(m, mention)]
    if str(getattr(mention.value, "cue", "")) == "signature":
        return Scoped(mention, way, max(text.folded.text.rfind("\n\n", 0, start), 0), end)
    if way == "backward":
        return Scoped(mention, way, *_backward(text, mention, others, sentence))
    later = [m.start for m, w in others if w == "forward" and m.start > mention.start]
    blocked = any(m.start < mention.start for m, _ in others) or _act_before(text, start, mention)
    blocked = blocked and not _asked(text, start)
    after = _circumstance(text, mention, end) if str(getattr(mention.value, "cue", "")) == "accuse" else end
    return Scoped(mention, way, mention.start if blocked else start, min([*later, after]))


def _circumstance(text: Text, mention: Mention, end: int) -> int:
    """«اتهم المرصد مجموعات بشن الهجوم، بعد يومين من …»: where what he accuses them of ends."""
    for index in range(mention.last, len(text.tokens) - 1):
        if text.tokens[index].start >= end:
            break
        if text.tokens[index].text in ("،", ",") and text.tokens[index + 1].text in CIRCUMSTANCE:
            return text.tokens[index].start
    return end


def _asked(text: Text, start: int) -> bool:
    """وردا على سؤال عن الهجوم الذي …، قال فلان إن …: what the question tells is answered by him."""
    opening = text.folded.text[start : start + 40].lstrip("و").split()[:3]
    return opening[:2] == ["ردا", "علي"] and opening[2:3] != [] and opening[2].startswith(("سوال", "اسيل", "استفسار"))


def _together(left: Mention, right: Mention) -> bool:
    """Whether two attributions hang on one cue (two speakers), or one is written onto the other."""
    one, two = left.part("cue") or left, right.part("cue") or right
    return one == two or left.last == two.first or right.last == one.first


def _backward(
    text: Text, mention: Mention, others: list[tuple[Mention, str]], sentence: tuple[int, int]
) -> tuple[int, int]:
    """From the attribution before it to the next one."""
    start, end = sentence
    earlier = [m.end for m, w in others if m.start < mention.start and w == "backward"]
    asides = [m.start for m, w in others if m.start < mention.start and w == "forward" and m.start > start + 3]
    later = [m for m, _ in others if m.start > mention.start]
    spoken = [m.end for m, w in others if m.start < mention.start and w == "forward" and m.start <= start + 3]
    begin = max([start, *earlier, *asides, *(_turn(text, told, mention) for told in spoken)])
    if any(w == "backward" for m, w in others if m.start > mention.start):
        return begin, mention.end
    return begin, min((m.start for m in later), default=end)


def _turn(text: Text, spoken: int, mention: Mention) -> int:
    """قال الشهود إن …، في حين صمدت الهدنة بحسب مسؤولين: the last clause is the officials'."""
    turns = [
        token.start
        for token in text.tokens[max(0, mention.first - CLAUSE) : mention.first]
        if token.start > spoken and token.text.lstrip("و") in TURN_WORDS
    ]
    return max(turns, default=0)


def _act_before(text: Text, start: int, mention: Mention) -> bool:
    """Whether an act is told between that offset and the mention."""
    index = mention.first - 1
    while index >= 0 and text.tokens[index].start >= start:
        if any(m.kind == "act" for m in text.chart.starts.get(index, ())):
            return True
        index -= 1
    return False


def _clause(text: Text, mention: Mention, sentence: tuple[int, int]) -> tuple[int, int]:
    """The stretch between commas in which it stands."""
    start, end = sentence
    folded = text.folded.text
    low = max(folded.rfind(mark, start, mention.start) for mark in "،؛")
    high = folded.find("،", mention.end + PAST_NAME, end)
    return max(low, start), high if high > 0 else end


def _inner(text: Text, mention: Mention, sentence: tuple[int, int]) -> tuple[int, int]:
    """«الهجوم الذي تبناه فلان» reaches back over its clause, «اتهام فلان ل…» forward."""
    low, high = _clause(text, mention, sentence)
    value = str(getattr(mention.value, "cue", ""))
    low = _taken_up(text, low, sentence[0])
    if value == "accuse" and mention.tail:
        return (mention.part("cue") or mention).start, high
    if value in NESTED:
        return mention.start, high
    return (mention.start if _of_another_thing(text, mention) else low), mention.end


def _taken_up(text: Text, low: int, start: int) -> int:
    """«… مقتل 25 جنديا، وهو رقم نفاه مصدر أمني»: a clause that takes up the one before it speaks of that."""
    opening = text.folded.text[low : low + OPENING].lstrip("،؛ ").split()[:2]
    taken = len(opening) > 1 and opening[0] in TAKING_UP and opening[1].startswith(TAKEN)
    return max(start, *(text.folded.text.rfind(mark, start, max(start, low)) for mark in "،؛")) if taken else low


def _of_another_thing(text: Text, mention: Mention) -> bool:
    """«وقع الهجوم في عيد أعلنته البلدية», «… الذي أعلنته البلدية»: it is the feast that it announced, no act."""
    cue = mention.part("cue") or mention
    if str(getattr(mention.value, "cue", "")) not in TELLING or not cue.first:
        return False
    if text.tokens[cue.first - 1].text not in RELATIVE:
        return False
    near = range(max(0, cue.first - 1 - ANTECEDENT), cue.first - 1)
    return not any(m.kind in TOLD for index in near for m in text.chart.starts.get(index, ()))
