"""Every pattern of the project against texts made to torment it: no pattern's time grows faster than the text."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import waqai.language
import waqai.reports

SHORT, TIMES = 1_500, 4
GROWTH = 9.0  # four times the text may take nine times as long (noise); a quadratic pattern takes sixteen
LEAST = 0.01  # seconds: what is faster than this at the longer length is not judged
ATTACKS = (
    *"ا م ء ـ ة 1 ٣ a _ - – / . ، , : | ( [ < « \" ' \n \t \0 … و\u064b".split(" "),
    *(
        " ",
        "\n\n",
        " \n",
        "ال",
        "و ",
        "1/",
        "1 ",
        "12:3",
        "<p",
        "<!--",
        "</",
        "<a>",
        "أ.",
        "أ ف ب ",
        "قال ",
        "المصدر: ",
        "المصدر ",
    ),
    *(
        "8 يوليو ",
        "8 يوليو/",
        "2021 ",
        "من ",
        "A: b\n",
        "From: ",
        "https://x ",
        "اقرأ أيضا ",
        "<?xml ",
        "&#1;",
        "\u200f",
        "«",
        "نشر في ",
    ),
)


@dataclass(frozen=True, slots=True)
class Growth:
    """A pattern, the text that torments it, and how its time grew."""

    pattern: str
    attack: str
    grew: float
    seconds: float

    def __str__(self) -> str:
        return f"{self.pattern}: {self.attack!r} × {TIMES} takes {self.grew:.1f} times as long ({self.seconds:.2f} s)"


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern over texts that stands in a module of language/ and reports/."""
    for package in (waqai.language, waqai.reports):
        for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            for name, value in vars(importlib.import_module(found.name)).items():
                for one in value if isinstance(value, tuple | list) else (value,):
                    if isinstance(one, re.Pattern) and isinstance(one.pattern, str):
                        yield f"{found.name}.{name}", one


def growths(those: Iterable[tuple[str, re.Pattern[str]]], attacks: Iterable[str] = ATTACKS) -> list[Growth]:
    """Where a pattern's time grows faster than the text."""
    found = []
    attacks = list(attacks)
    for name, pattern in those:
        for attack in attacks:
            text = (attack * (SHORT * TIMES // len(attack) + 1))[: SHORT * TIMES] + "!"
            long = _took(pattern, text)
            if long < LEAST:
                continue
            short = min(_took(pattern, text[-SHORT:]) for _ in range(3))
            long = min(long, _took(pattern, text))
            grew = long / max(short, 1e-6)
            if grew > GROWTH and long >= LEAST:
                found.append(Growth(name, attack, grew, long))
    return found


def _took(pattern: re.Pattern[str], text: str) -> float:
    begun = time.process_time()
    pattern.match(text)
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - begun
