"""Random and mutated texts through language, numbers, dates and places: none raises, none takes long for its length."""

from __future__ import annotations

import random
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from tests.gate.examples import texts as examples
from tests.torture.stories import story
from waqai.language.fold import fold
from waqai.language.quotations import quotations
from waqai.reading.read import read
from waqai.reports.facts.arabic_dates import day_of, time_of
from waqai.reports.facts.credit_lines import of_lines
from waqai.reports.facts.instants import instant
from waqai.reports.furniture import furniture
from waqai.reports.languages import not_arabic

ALPHABET = (
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىةپچژگٱ" * 3
    + "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0640\u200b\u200c\u200d\u200e\u200f\u202a\u202e"
    + "\u2066\u2069\ufeff"
    + "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳²①१" * 2
    + " \n\t\r\0\v\f\x85\u2028\u00a0،؛؟.,:;!?«»\"'()[]{}<>/-–—…%٪&@#*_=+|\\~`^$"
    + "abcXYZéßﷺﻻﻼﺎﺏﭐ😀\ud800\udfff\U000e0041"
)
WORDS = (
    "قتل أصيب قصف غارة ثلاثة وخمسين وعشرون مئة ألف ألفي مليون نصف نحو أكثر من أقل بين يوم أمس الأحد "
    "الإثنين الماضي الجاري "
    "يوليو تموز كانون الثاني 2021 1444 رمضان مطلع أواخر منتصف فجر مساء ليل الساعة في على شمال شرق ريف مدينة بلدة "
    "قرية دير الزور حلب بغداد غزة صنعاء قال وزارة الدفاع مصدر أمني ولم دون وقوع "
    "إصابات مدنيين جنود و ب ل ف ك ال لل وال بال"
).split()
BOUND = 0.05  # seconds of processor time for a text of at most 400 characters: ten times what most need
DAY = date(2024, 5, 20)


def parts(text: str) -> None:
    """The text through language, the facts of reports, and the reader's chart: numbers, dates, places."""
    quotations(fold(text).text)
    not_arabic(text)
    furniture(text)
    of_lines(text)
    instant(text)
    day_of(text)
    time_of(text, DAY)
    read(text)


@dataclass
class Fuzzed:
    """How many texts went through, and what was wrong."""

    texts: int
    seconds: float
    raised: list[str]
    slow: list[str]

    def __str__(self) -> str:
        said = f"{self.texts:,} texts in {self.seconds:.0f} s of processor time"
        said += f": exceptions {len(self.raised)}, over {BOUND * 1000:.0f} ms {len(self.slow)}"
        return said + "".join(f"\n  {line}" for line in [*self.raised[:5], *self.slow[:5]])


def texts(count: int, seed: int = 3) -> Iterator[str]:
    """That many texts: random characters, random words, changed reports, and the reader's examples cut at any word."""
    chance = random.Random(seed)
    known = [text for _, text, _ in examples()]
    for number in range(count):
        kind = number % 4
        if kind == 0:
            yield "".join(chance.choices(ALPHABET, k=chance.randint(0, 120)))
        elif kind == 1:
            yield chance.choice(" \n").join(chance.choices(WORDS, k=chance.randint(1, 40)))[:400]
        elif kind == 2:
            yield _cut(chance.choice(known), chance)
        else:
            yield _mutated(story(number % 5_000)[:400], chance)


def _cut(text: str, chance: random.Random) -> str:
    """A text that ends, or begins, in the middle of what a rule looks for."""
    words = text.split()
    at = chance.randint(0, len(words))
    return " ".join(words[:at] if chance.random() < 0.5 else words[at:])[:400]


def _mutated(text: str, chance: random.Random) -> str:
    letters = list(text)
    for _ in range(chance.randint(1, 30)):
        at = chance.randrange(len(letters) + 1)
        act = chance.random()
        if act < 0.4:
            letters.insert(at, chance.choice(ALPHABET))
        elif act < 0.7 and at < len(letters):
            del letters[at]
        else:
            letters[at:at] = chance.choice(WORDS) * chance.randint(1, 3)
    return "".join(letters)[:400]


def fuzz(count: int, through: Callable[[str], object] = parts) -> Fuzzed:
    """That many texts go through; what raises or takes too long three times is found."""
    through("قصف")  # what is loaded once is loaded
    found = Fuzzed(count, 0.0, [], [])
    for text in texts(count):
        try:
            took = _took(through, text)
            if took > BOUND:
                took = min(took, _took(through, text), _took(through, text))
        except Exception:  # noqa: BLE001 - that nothing is raised is what is tested
            found.raised.append(f"{text[:80]!r}: {traceback.format_exc(limit=-1).splitlines()[-1]}")
            continue
        found.seconds += took
        if took > BOUND:
            found.slow.append(f"{took:.3f} s: {text[:80]!r}")
    return found


def _took(work: Callable[[str], object], text: str) -> float:
    begun = time.process_time()
    work(text)
    return time.process_time() - begun
