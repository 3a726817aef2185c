"""A few thousand texts, and every pattern, in every run of the tests; `make torture` sends 200,000 texts."""

from __future__ import annotations

import re

from tests.torture.fuzz import fuzz, parts
from tests.torture.patterns import growths, patterns


def test_no_text_raises() -> None:
    found = fuzz(1_500)
    assert found.texts == 1_500
    assert found.raised == [], str(found)


def test_a_text_may_end_in_and() -> None:
    parts("قال المتحدث دير أصيب غارة قال الدفاع و")


def test_a_build_that_falls_on_strange_digits_is_found_out() -> None:
    def broken(text: str) -> None:
        for letter in text:
            if letter.isdigit():
                int(letter)

    assert fuzz(300, broken).raised


def test_no_pattern_grows_faster_than_its_text() -> None:
    known = dict(patterns())
    assert len(known) > 40
    assert [str(one) for one in growths(known.items())] == []


def test_a_quadratic_pattern_is_found_out() -> None:
    bad = {"blanks": re.compile(r"\s+$"), "nested": re.compile(r"(?:و\s?\w+\s?)+\.")}
    assert {one.pattern for one in growths(bad.items(), [" ", "\n"])} == {"blanks"}
