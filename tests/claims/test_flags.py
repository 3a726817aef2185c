"""What cannot be right is flagged on the event, with its words, and nothing is mended."""

from __future__ import annotations

from datetime import date

import pytest

from waqai.claims.account import account
from waqai.claims.model import Flag
from waqai.publish.coded import coded
from waqai.reports.model import Metadata, Report

MONDAY = date(2021, 7, 12)


def report(text: str, published: date | None = MONDAY) -> Report:
    return Report("0" * 64, "flagged", text, Metadata(published=published))


def flagged(text: str, published: date | None = MONDAY) -> list[Flag]:
    return [flag for event in account(report(text, published)).events for flag in event.flags]


@pytest.mark.parametrize(
    ("text", "name", "quoted"),
    [
        (
            "سقط صاروخ على مطار البصرة الساعة 2:15 فجر الاثنين بالتوقيت المحلي (1115 بتوقيت غرينتش).",
            "impossible-clock",
            "1115 بتوقيت غرينتش",
        ),
        ("سقطت قذيفة على سوق في طرابلس الأحد 10 تموز 2021.", "weekday-mismatch", "الأحد 10 تموز 2021"),
        ("سقطت قذيفة على سوق في طرابلس أمس السبت.", "relative-day-mismatch", "أمس السبت"),
        ("سقطت قذيفة على سوق في طرابلس في 20 تموز 2021.", "after-publication", "20 تموز 2021"),
    ],
)
def test_a_time_that_cannot_be_is_flagged_with_its_words(text: str, name: str, quoted: str) -> None:
    flag = next(flag for flag in flagged(text) if flag.name == name)
    assert quoted in [words.text for words in flag.words]


@pytest.mark.parametrize(
    "text",
    [
        "سقط صاروخ على مطار البصرة الساعة 2:15 فجر الاثنين بالتوقيت المحلي (2315 بتوقيت غرينتش).",
        "سقطت قذيفة على سوق في طرابلس الأحد 11 تموز 2021.",
        "سقطت قذيفة على سوق في طرابلس أمس الأحد.",
        "سقطت قذيفة على سوق في طرابلس في 9 تموز 2021.",
    ],
)
def test_times_that_agree_are_not_flagged(text: str) -> None:
    assert flagged(text) == []


def test_flags_are_in_the_coded_view_only_where_there_are_any() -> None:
    wrong, right = (coded(account(report(f"سقطت قذيفة على سوق في طرابلس أمس {day}."))) for day in ("السبت", "الأحد"))
    assert wrong["events"][0]["flags"][0]["name"] == "relative-day-mismatch"
    assert "flags" not in right["events"][0]
