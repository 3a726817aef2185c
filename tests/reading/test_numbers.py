"""Every number up to 9999, written as Arabic writes it, is read as itself; what the hedges make of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waqai.reading.model import Count
from waqai.reading.numbers.grammar import hedged
from waqai.reading.numbers.numerals import decimal
from waqai.reading.read import read

MASCULINE = [
    "", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة",
]  # fmt: skip
FEMININE = ["", "واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"]
TENS = ["", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"]
STEMS = ["", "", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"]


def below_hundred(n: int, *, feminine: bool, oblique: bool) -> str:
    units = FEMININE if feminine else MASCULINE
    if n <= 10:
        return units[n].replace("ان", "ين") if oblique and n == 2 else units[n]
    if n < 20:
        one, two = ("إحدى", "اثنتي" if oblique else "اثنتا") if feminine else ("أحد", "اثني" if oblique else "اثنا")
        head = {11: one, 12: two}.get(n, units[n - 10])
        return f"{head} {'عشرة' if feminine else 'عشر'}"
    tens = TENS[n // 10] + ("ين" if oblique else "ون")
    unit = below_hundred(n % 10, feminine=feminine, oblique=oblique)
    return f"{unit} و{tens}" if unit else tens


def hundreds(n: int, *, spelling: str, oblique: bool) -> str:
    if n == 1:
        return spelling
    if n == 2:
        return spelling[:-1] + ("تين" if oblique else "تان")
    return STEMS[n] + (" " if spelling == "مئة" and oblique else "") + spelling


def thousands(n: int, *, oblique: bool) -> str:
    if n == 1:
        return "ألف"
    if n == 2:
        return "ألفين" if oblique else "ألفان"
    return f"{MASCULINE[n]} آلاف"


def in_words(n: int, *, feminine: bool = False, oblique: bool = False, spelling: str = "مئة") -> str:
    """The number as a newspaper would write it out."""
    parts = [
        thousands(n // 1000, oblique=oblique) if n >= 1000 else "",
        hundreds(n // 100 % 10, spelling=spelling, oblique=oblique) if n // 100 % 10 else "",
        below_hundred(n % 100, feminine=feminine, oblique=oblique),
    ]
    return " و".join(part for part in parts if part)


def numbers(text: str) -> list[object]:
    return [mention.value for mention in read(text).chart.of("number")]


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (11, "أحد عشر"),
        (125, "مئة وخمسة وعشرون"),
        (2300, "ألفان وثلاث مئة"),
        (9999, "تسعة آلاف وتسعمئة وتسعة وتسعون"),
    ],
)
def test_the_generator_writes_arabic(n: int, words: str) -> None:
    assert in_words(n, oblique=n == 2300).replace("ألفين", "ألفان") == words


@given(
    n=st.integers(1, 9999),
    feminine=st.booleans(),
    oblique=st.booleans(),
    spelling=st.sampled_from(["مئة", "مائة"]),
)
@settings(max_examples=300, deadline=None)
def test_words_are_read_as_their_number(n: int, feminine: bool, oblique: bool, spelling: str) -> None:  # noqa: FBT001
    text = in_words(n, feminine=feminine, oblique=oblique, spelling=spelling)
    assert numbers(text) == [n], text


@given(n=st.integers(0, 10**9), indic=st.booleans())
@settings(max_examples=100, deadline=None)
def test_digits_are_read_as_their_number(n: int, indic: bool) -> None:  # noqa: FBT001
    text = f"{n:,}" if n % 2 else str(n)
    text = text.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")) if indic else text
    assert numbers(f"العدد {text} كاملا") == [n]


@given(st.text(alphabet="0123456789.,:/-", max_size=12), st.booleans())
def test_no_string_of_digits_is_too_strange(text: str, scaled: bool) -> None:  # noqa: FBT001
    value = decimal(text, scaled=scaled)
    assert value is None or value >= 0


@given(st.text(alphabet="ثلاثةوعشرون مئة ألف 0123456789.,-\nبين من إلى نحو", max_size=60))
@settings(deadline=None)
def test_counts_are_never_upside_down(text: str) -> None:
    for mention in read(text).chart.of("count"):
        count = mention.value
        assert isinstance(count, Count)
        assert count.high is None or 0 <= count.low <= count.high


@pytest.mark.parametrize(
    ("hedge", "count"),
    [
        ("about", Count(30, None, "about")),
        ("over", Count(30, None, "over")),
        ("at-least", Count(30, None, "at-least")),
        ("under", Count(1, 30, "under")),
        ("up-to", Count(1, 30, "up-to")),
    ],
)
def test_hedges(hedge: str, count: Count) -> None:
    assert hedged(hedge, 30) == count
