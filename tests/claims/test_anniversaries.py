"""An act whose anniversary is told: its day, its means, and anniversaries that date nothing."""

from __future__ import annotations

from datetime import date

import pytest

from waqai.claims.account import account
from waqai.claims.model import ReportedEvent
from waqai.reports.model import Metadata, Report

TUESDAY = date(2021, 3, 9)


def events(text: str) -> tuple[ReportedEvent, ...]:
    """The events of a report of Tuesday 9 March 2021."""
    return account(Report("0" * 64, "anniversaries", text, Metadata(published=TUESDAY))).events


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (
            "يحيي اللبنانيون اليوم الذكرى السنوية الثالثة لاغتيال الصحافي سمير في تفجير سيارة مفخخة في بيروت.",
            date(2018, 3, 9),
            date(2018, 3, 9),
        ),
        (
            "أحيت الحركة الذكرى الأولى لاغتيال القيادي صالح في غارة إسرائيلية على ضاحية بيروت.",
            date(2020, 1, 1),
            date(2020, 12, 31),
        ),
        (
            "سقط صاروخ أمس على مطار أربيل.\nووقع الهجوم بعد يومين من الذكرى الثانية لمقتل خمسة في تفجير في كركوك.",
            date(2019, 3, 6),
            date(2019, 3, 6),
        ),
    ],
)
def test_so_many_years_before_the_day_on_which_it_is_marked(text: str, first: date, last: date) -> None:
    told = events(text)[-1]
    assert (told.when.earliest, told.when.latest) == (first, last)
    assert told.background


@pytest.mark.parametrize(
    "text",
    [
        "أحيت الحركة ذكرى اغتيال القيادي صالح في غارة إسرائيلية على ضاحية بيروت.",
        "تحل اليوم الذكرى السنوية الثالثة لتأسيس الجامعة في بيروت.",
        "شارك الآلاف في الذكرى الخامسة لاندلاع الثورة.",
    ],
)
def test_no_act_is_dated(text: str) -> None:
    assert events(text) == ()


def test_the_strike_is_how_he_was_killed() -> None:
    (told,) = events("اغتيال القيادي محمد حسن في غارة إسرائيلية على سيارة في مدينة صور.")
    assert told.sub_event_type == "Air/drone strike"


def test_a_killing_and_a_strike_elsewhere_are_two() -> None:
    told = events("اغتيل ضابط في مدينة عدن. كما قتل ثلاثة في غارة على منزل في صعدة.")
    assert len(told) == 2
