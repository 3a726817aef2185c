"""How Arabic builds a number out of words and digits: «خمسة وعشرون», «12 ألفا», «مليون ونصف», «الثالث عشر».

What is read here are token positions and values; `grammar.py` makes mentions of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from waqai.language.clitics import PROCLITICS
from waqai.language.tokens import Token
from waqai.reading.engine import Chart
from waqai.reading.model import Mention

TENS = frozenset(range(20, 100, 10))
HUNDREDS = frozenset(range(100, 1000, 100))
LONGEST = 12
"""More digits than this are a telephone or a serial number."""


class Found(NamedTuple):
    """A number that ends before token `last`; `parts` are the words it was made of."""

    value: int | Fraction
    last: int
    parts: tuple[Mention, ...]
    scale: int = 1


def decimal(text: str, *, scaled: bool) -> int | Fraction | None:
    """The value of a number token: «1,200» and «1.200» are 1200, «1.200 مليون» is a fraction of a million."""
    if text.isdigit():
        return int(text) if len(text) <= LONGEST else None
    head, *groups = text.replace(",", ".").split(".")
    if not all(part.isdigit() for part in (head, *groups)):
        return None
    if all(len(group) == 3 for group in groups) and len(head) <= 3 and not (scaled and len(groups) == 1):
        return int(head + "".join(groups))
    if len(groups) == 1 and len(head + groups[0]) <= LONGEST:
        return Fraction(f"{head}.{groups[0]}")
    return None


@lru_cache(maxsize=1024)
def _amount(value: str) -> int | Fraction:
    """What the lexicon says that a number word is worth: «5», «1/2»."""
    amount = Fraction(value)
    return int(amount) if amount.denominator == 1 else amount


def glued(tokens: list[Token], index: int) -> bool:
    """Whether the token at `index` is written onto the one before it."""
    return 0 < index < len(tokens) and tokens[index - 1].end == tokens[index].start


def is_free(tokens: list[Token], index: int) -> bool:
    """Whether a number token is no part of a name: «بـ14» is free, «M4», «إس-300» and «5+1» are not."""
    if glued(tokens, index):
        before = tokens[index - 1]
        if before.kind == "word" and (before.text not in PROCLITICS or glued(tokens, index - 1)):
            return False
        if before.text in "+#@" or (before.text in "-–_" and glued(tokens, index - 1)):
            return False
    if glued(tokens, index + 1):
        after = tokens[index + 1]
        return after.text not in "+@" and not (after.kind == "word" and after.text.isascii())
    return True


@dataclass(slots=True)
class Numerals:
    """The number words of a chart by the token at which they begin."""

    chart: Chart
    words: dict[tuple[str, int], Mention] = field(default_factory=dict)
    covered: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        for mention in self.chart.of("numeral", "scale", "fraction", "ordinal-word"):
            known = self.words.setdefault((mention.kind, mention.first), mention)
            if known.last < mention.last:  # «وأحد عشر» is more than «واحد»
                self.words[mention.kind, mention.first] = mention
        for kind, mentions in self.chart.kinds.items():
            for mention in mentions:
                # «الفرقة 25» as a name of the lexicon: its number counts nothing.
                if mention.last - mention.first > 1 and "/" in mention.rule and kind != "numeral":
                    self.covered.update(range(mention.first, mention.last))

    def word(self, kind: str, index: int, lead: str | None) -> Found | None:
        """The number word of that kind at a token; `lead`: «و», "" for none, None for any."""
        mention = self.words.get((kind, index))
        if mention is None or mention.tail or (lead is not None and mention.lead != lead):
            return None
        return Found(_amount(str(mention.value)), mention.last, (mention,))

    def numeral(self, index: int, lead: str | None) -> Found | None:
        """A number word that is no scale."""
        return self.word("numeral", index, lead)

    def ordinal(self, index: int) -> Found | None:
        """«الثالث», «الثالث عشر», «الثالثة والعشرون»."""
        head = self.word("ordinal-word", index, None)
        if head is None:
            return None
        ten = self.numeral(head.last, "")
        if ten and ten.value == 10:
            return Found(head.value + 10, ten.last, head.parts + ten.parts)
        tens = self.numeral(head.last, "و")
        if tens and tens.value in TENS:
            return Found(head.value + tens.value, tens.last, head.parts + tens.parts)
        return head

    def number(self, index: int) -> Found | None:
        """The longest number that begins at a token; only whole numbers are given back."""
        found = self._group(index, None)
        while found is not None and found.scale > 1:
            more = self._remainder(found)
            if more is None:
                break
            found = more
        if found is None or found.value.denominator != 1:
            return None
        return found._replace(value=int(found.value))

    def _remainder(self, found: Found) -> Found | None:
        """What «و» adds to thousands and millions: «ألف ومئتان», «مليون ونصف المليون»."""
        half = self.word("fraction", found.last, "و")
        if half and half.value < 1:
            unit = self.word("scale", half.last, "")
            last = unit.last if unit and unit.value == found.scale else half.last
            return Found(found.value + half.value * found.scale, last, found.parts + half.parts)
        more = self._group(found.last, "و")
        if more is None or more.value >= found.scale or more.scale >= found.scale:
            return None
        return Found(found.value + more.value, more.last, found.parts + more.parts, more.scale)

    def _group(self, index: int, lead: str | None) -> Found | None:
        """A number below a thousand and its scale, if it has one."""
        base = self._below_thousand(index, lead) or self._digits(index, lead)
        if base is None:
            base = self.word("fraction", index, lead)
            if base and not self.word("scale", base.last, ""):
                return None
        if base is None:
            return self._bare_scale(index, lead)
        if base.value >= 2000 and base.parts and base.parts[0].kind == "numeral":
            return base._replace(scale=1000 ** ((len(str(base.value)) - 1) // 3))
        return self._scaled(base)

    def _scaled(self, base: Found) -> Found:
        """«خمسة آلاف», «12 ألفا», «نصف مليون», «مئة ألف»."""
        scale = self.word("scale", base.last, "")
        if scale is None:
            return base
        factor = int(scale.value)
        return Found(base.value * factor, scale.last, base.parts + scale.parts, factor)

    def _bare_scale(self, index: int, lead: str | None) -> Found | None:
        """«ألف», «مليون»; a bare plural («آلاف») is a vague quantity and no number."""
        scale = self.word("scale", index, lead)
        if scale is None or self._is_plural(scale.parts[0]):
            return None
        return scale._replace(scale=int(scale.value))

    def _is_plural(self, mention: Mention) -> bool:
        return any(other.kind == "vague" for other in self.chart.starts.get(mention.first, ()))

    def _below_thousand(self, index: int, lead: str | None) -> Found | None:
        """«مئة وخمسة وعشرون», «ثلاث مئة»."""
        head = self.numeral(index, lead)
        if head is None:
            return None
        if head.value not in HUNDREDS:
            hundred = self.numeral(head.last, "")
            if not (3 <= head.value <= 9 and hundred and hundred.value == 100):
                return self._below_hundred(index, lead)
            head = Found(head.value * 100, hundred.last, head.parts + hundred.parts)
        rest = self._below_hundred(head.last, "و")
        if rest is None or rest.value >= 100:
            return head
        return Found(head.value + rest.value, rest.last, head.parts + rest.parts)

    def _below_hundred(self, index: int, lead: str | None) -> Found | None:
        """«خمسة», «خمسة عشر», «خمسة وعشرون»; «عشرة وخمسة» are two numbers."""
        head = self.numeral(index, lead)
        if head is None or head.value >= 10:
            return head
        ten = self.numeral(head.last, "")
        if ten and ten.value == 10:
            return Found(head.value + 10, ten.last, head.parts + ten.parts)
        tens = self.numeral(head.last, "و")
        if tens and tens.value in TENS:
            return Found(head.value + tens.value, tens.last, head.parts + tens.parts)
        return head

    def _digits(self, index: int, lead: str | None) -> Found | None:
        """A number in digits; after «و» it adds to a scale only from a hundred on («3 آلاف و500»)."""
        tokens = self.chart.tokens
        if lead == "و":
            if index + 1 >= len(tokens) or tokens[index].text != "و":
                return None
            index += 1
        if index >= len(tokens) or tokens[index].kind != "number" or index in self.covered:
            return None
        value = decimal(tokens[index].text, scaled=self.word("scale", index + 1, "") is not None)
        if value is None or not is_free(tokens, index) or (lead == "و" and value < 100):
            return None
        return Found(value, index + 1, ())
