"""One target of an act while its targets are gathered, and whether another one says it already."""

from __future__ import annotations

from dataclasses import dataclass

from waqai.claims.outline import SIDES
from waqai.reading.model import Mention
from waqai.reading.read import Text

SITES = frozenset(
    """مواقع موقع اهداف هدف مقرات مقار مقر معسكرات معسكر قواعد قاعده مراكز مركز نقاط تجمعات
    منشات منشاه معاقل معقل مخابي اوكار ثكنات
    مواقعه مواقعها قواعده قواعدها معسكراته معسكراتها مقراته مقراتها""".split()
)
TANWIN = 3
THEIRS = ("هم", "ها", "هما")
LONG = 4


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


def is_anaphoric(text: Text, aim: Aim, aims: list[Aim]) -> bool:
    """«مواقعهم», «حافلتهم» told in another clause, a bare «مواقع»: what says nothing beside a thing that is named."""
    if aim.first.kind != "facility" or aim.owner is not None or aim.last.last - aim.first.first > 1:
        return False
    word = text.tokens[aim.first.first].text.removeprefix(aim.first.lead)
    theirs = word.endswith(THEIRS) and len(word) > LONG and any(other.clause != aim.clause for other in aims)
    return theirs or word.removeprefix("ال") in SITES


def is_definite(text: Text, mention: Mention) -> bool:
    """«المخيم», and words that their form says to bear the article."""
    return mention.form.endswith(".the") or text.tokens[mention.first].text.removeprefix(mention.lead).startswith("ال")


def told(text: Text, aim: Aim, aims: list[Aim], number: int) -> bool:
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
        beside = aim.clause == other.clause and is_definite(text, aim.first) and not _bears_article(text, other)
        if aim.first.kind == other.first.kind and (
            (mine < theirs and not beside) or (mine == theirs and other_number < number)
        ):
            return True
        if _is_named(text, other, aim):
            return True
        owned = aim.actor is None and other.actor is not None and not _is_named(text, aim, other)
        if owned and head(text, aim) == head(text, other):
            return True
        if other_number < number and _again(text, aim, other):
            return True
    return False


def _is_named(text: Text, one: Aim, bare: Aim) -> bool:
    """«مخيم الرحمة», of which a headline says «مخيما»."""
    alone = bare.first.kind == "facility" and bare.end() == bare.first.end and bare.first.last - bare.first.first == 1
    return alone and one.first.kind == "place" and head(text, one) == head(text, bare)


def _again(text: Text, aim: Aim, other: Aim) -> bool:
    """«معسكرات للحزب» in another clause than «مواقع الحزب»: one army's unnamed sites, told again in other words."""
    if aim.clause == other.clause or aim.first.kind != "facility":
        return False
    if head(text, aim) == head(text, other) and is_definite(text, aim.first) and aim.end() == aim.first.end:
        return True
    if other.first.kind != "facility":
        return False
    sided = aim.actor not in (None, "civilians") and aim.actor == other.actor
    return sided and head(text, aim) in SITES and head(text, other) in SITES


def _bears_article(text: Text, aim: Aim) -> bool:
    """«المدرج», «مدرج الهبوط»; «مخيما عشوائيا» does not."""
    return any(word.startswith(("ال", "لل")) for word in text.folded.text[aim.first.start : aim.end()].split())


def _side(aim: Aim) -> str | None:
    """«هاجموا القوات الأميركية في قاعدة للتحالف»: they are one side."""
    return SIDES.get(aim.actor or "", aim.actor)


def _words(text: Text, aim: Aim) -> set[str]:
    """The words of the aim without articles: «الملعب» is said in «الملعب الأولمبي»."""
    said = text.folded.text[aim.first.start : aim.end()].split()
    return {_bare(word.removeprefix("ال")) for word in said}


def _bare(word: str) -> str:
    """«مخيما» is «مخيم»: without the alif of an indefinite object."""
    return word.removesuffix("ا") if len(word) > TANWIN else word


def _key(text: Text, aim: Aim) -> tuple[str, str]:
    if aim.actor is not None and aim.actor != "civilians":
        return (head(text, aim) if aim.first.kind != "actor" else "", aim.actor)
    return (head(text, aim), text.folded.text[aim.first.start : aim.end()])


def head(text: Text, aim: Aim) -> str:
    """The first word without what is written onto it: «مخيم» of «للمخيم» and «مخيما»."""
    token = text.tokens[aim.first.first].text
    if aim.first.lead.endswith("ل") and token.startswith((aim.first.lead + "ل",)):
        return token.removeprefix(aim.first.lead + "ل")
    return _bare(token.removeprefix(aim.first.lead).removeprefix("ال"))
