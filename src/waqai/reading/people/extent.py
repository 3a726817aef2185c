"""How far a noun phrase reaches: adjectives, a genitive, «من/في/تابع لـ» with whom they belong to, a name."""

from __future__ import annotations

from waqai.language.tokens import Token
from waqai.reading.engine import QUOTES, Chart
from waqai.reading.model import Mention
from waqai.reading.people.names import name_end
from waqai.reading.people.words import (
    BELONGING,
    FAMILY_ADJECTIVES,
    NOT_NISBA,
    OF,
    PLAIN_ADJECTIVES,
    STOPS,
    UNIT_HEADS,
)

NISBA = ("ي", "يه", "يا", "يين", "يون", "يان", "يتين", "يات")
PARTICIPLE = ("ين", "ون")
UNIT_WORDS = 4


def word(chart: Chart, index: int) -> str:
    """The folded text of a token; '' behind the end or where it is no word."""
    if 0 <= index < len(chart.tokens) and chart.tokens[index].kind == "word":
        return chart.tokens[index].text
    return ""


def begins(chart: Chart, index: int, *kinds: str, leads: tuple[str, ...] = ("",)) -> Mention | None:
    """The longest mention of these kinds that begins at the token, written with one of the proclitics."""
    best = None
    for mention in chart.starts.get(index, ()):
        if mention.kind in kinds and mention.lead in leads and (best is None or mention.end > best.end):
            best = mention
    return best


def is_definite(head: Mention) -> bool:
    """«الجنود», «عناصرها», «لأطفال» with ل of لل."""
    return head.form.endswith(".the") or bool(head.tail)


def is_construct(head: Mention, token: Token) -> bool:
    """Whether a genitive may follow: «عناصر …», «ضابطي …», «قائد …», not «مدنيا …», «مدنيين …»."""
    if is_definite(head):
        return False
    return not token.text.endswith(("ين", "ان", "ون")) and not is_tanwin(head, token)


def is_tanwin(head: Mention, token: Token) -> bool:
    """«مسلحا»: an accusative written with alef."""
    return head.form == "noun" and token.text.endswith("ا") and len(token.text) > 3 and token.text != "ا"


def phrase_end(chart: Chart, head: Mention) -> int:
    """The index behind the last token of the noun phrase that `head` begins."""
    index = head.last
    token = chart.tokens[head.last - 1]
    actor = begins(chart, head.first, "actor", leads=(head.lead,))
    if actor is not None and actor.last > index:
        return balanced(chart, head.first, joined_actor(chart, actor.last))
    if is_construct(head, token):
        index = _genitive(chart, index)
    index = _adjectives(chart, index, head, token)
    for _ in range(2):
        belongs = _belonging(chart, index)
        if belongs == index:
            break
        index = belongs
    index = name_end(chart, index) if _takes_name(chart, head, index) else index
    return balanced(chart, head.first, index)


def balanced(chart: Chart, first: int, last: int) -> int:
    """Behind a closing quotation mark whose opening one stands inside: «من تنظيم "داعش"»."""
    if last >= len(chart.tokens) or chart.tokens[last].text not in QUOTES:
        return last
    inside = sum(token.text in QUOTES for token in chart.tokens[first:last])
    return last + 1 if inside % 2 else last


def _takes_name(chart: Chart, head: Mention, index: int) -> bool:
    """A name stands after one person: «القيادي أبو فلان», «الشاب فلان»."""
    return head.form in ("noun", "noun.the") and not is_tanwin(head, chart.tokens[head.last - 1]) and index > 0


def _genitive(chart: Chart, index: int) -> int:
    """«عناصر داعش», «عناصر الشرطة», «جنود قوات النظام»: the second term, with its own adjectives."""
    at = opened(chart, index)
    actor = begins(chart, at, "actor")
    if actor is not None:
        return joined_actor(chart, closed(chart, index, actor.last))
    text = word(chart, at)
    if text in UNIT_HEADS:
        return unit_end(chart, at)
    if (
        text.startswith("ال")
        and len(text) > 4
        and text not in STOPS
        and not begins(chart, at, "when", "place", "clock")
    ):
        return _definite_run(chart, closed(chart, index, at + 1))
    return index


def opened(chart: Chart, index: int) -> int:
    """The token behind an opening quotation mark, if one stands here."""
    if index < len(chart.tokens) and chart.tokens[index].text in QUOTES | {"/"}:
        return index + 1
    return index


def closed(chart: Chart, before: int, index: int) -> int:
    """Behind the closing mark, where an opening one was passed at `before`."""
    if opened(chart, before) != before and index < len(chart.tokens) and chart.tokens[index].text in QUOTES | {"/"}:
        return index + 1
    return index


def joined_actor(chart: Chart, index: int) -> int:
    """«الحوثيين وقوات صالح», «الجيش والشرطة»: a second actor joined by و."""
    for _ in range(2):
        actor = begins(chart, index, "actor", leads=("و",))
        if actor is None or _is_crowd(actor):
            text = word(chart, index)
            known = text.startswith("وال") and text[1:] in UNIT_HEADS
            if not known:
                return index
            index += 1
        else:
            index = actor.last
    return index


def _is_crowd(actor: Mention) -> bool:
    """«ومسلحين»: others beside them, not a second side."""
    return isinstance(actor.value, tuple) and actor.value[-1] in ("fighters", "loaded")


def unit_end(chart: Chart, index: int) -> int:
    """«تنظيم القاعدة», «قوة الدرك», «الفرقة الرابعة»: a unit's name, as far as its words go."""
    actor = begins(chart, index, "actor")
    if actor is not None and actor.last > index + 1:
        return joined_actor(chart, actor.last)
    end = index + 1
    for _ in range(UNIT_WORDS):
        at = opened(chart, end)
        actor = begins(chart, at, "actor")
        if actor is not None:
            return joined_actor(chart, closed(chart, end, actor.last))
        text = word(chart, at)
        plain = (
            text in FAMILY_ADJECTIVES
            or text.startswith("ال")
            or text in UNIT_HEADS
            or (end == index + 1 and _nisba(text))
        )
        if not plain or text in STOPS or begins(chart, at, "when", "place"):
            break
        end = closed(chart, end, at + 1)
    return joined_actor(chart, end)


def _definite_run(chart: Chart, index: int) -> int:
    """Further adjectives with ال: «القوات المسلحة المصرية»."""
    for _ in range(3):
        text = word(chart, index)
        if not text.startswith("ال") or text in STOPS or begins(chart, index, "when", "place"):
            break
        index += 1
    return joined_actor(chart, index)


def _adjectives(chart: Chart, index: int, head: Mention, token: Token) -> int:
    definite = is_definite(head)
    for _ in range(3):
        text = word(chart, index)
        if not text or text in STOPS or text in NOT_NISBA or begins(chart, index, "when", "count", "number"):
            break
        if begins(chart, index, "actor", leads=("ل", "ب", "و")):
            break
        if definite and not head.tail:
            if not text.startswith("ال") or begins(chart, index, "place"):
                break
        elif not _agrees(text, tanwin=is_tanwin(head, token)):
            break
        index += 1
    return index


def _agrees(text: str, *, tanwin: bool) -> bool:
    """Whether the word may be an adjective of an indefinite noun."""
    if text.startswith("ال") and len(text) > 4:
        return False
    if text in PLAIN_ADJECTIVES or _nisba(text):
        return True
    if tanwin:
        return text.endswith("ا") and len(text) > 3 and not text.startswith("و") and not text.endswith("وا")
    return text.endswith(PARTICIPLE) and len(text) > 4 and not text.startswith(("ي", "ت", "و"))


def _nisba(text: str) -> bool:
    if not text.endswith(NISBA) or len(text) < 4 or text in NOT_NISBA:
        return False
    return not text.startswith(("و", "ي", "ت")) or text.startswith(("يمني", "ترك", "تونس", "تشاد", "يهود"))


def _belonging(chart: Chart, index: int) -> int:
    """«من تنظيم داعش», «في قوة الدرك», «بتنظيم القاعدة», «تابعين للميليشيا», «ينتمون إلى …»."""
    text = word(chart, index)
    at = index
    if text in BELONGING:
        at = index + 1
        if word(chart, at) in ("الي", "ل"):
            at += 1
    elif text in OF:
        at = index + 1
    else:
        actor = begins(chart, index, "actor", leads=("ب", "ل"))
        return joined_actor(chart, actor.last) if actor is not None else index
    behind = opened(chart, at)
    actor = begins(chart, behind, "actor", leads=("", "ل", "ب"))
    if actor is not None and (actor.last > behind + 1 or word(chart, behind) not in UNIT_HEADS):
        return joined_actor(chart, closed(chart, at, actor.last))
    if word(chart, behind) in UNIT_HEADS:
        return closed(chart, at, unit_end(chart, behind))
    return index
