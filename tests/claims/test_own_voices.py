"""Who is a source of a report and who is its own voice; one group by two names."""

from __future__ import annotations

from datetime import date

import pytest

from waqai.claims.account import account
from waqai.claims.model import ReportedEvent
from waqai.reports.model import Metadata, Report


def told(text: str, metadata: Metadata) -> ReportedEvent:
    (event,) = account(Report("0" * 64, "r", text, metadata)).events
    return event


@pytest.mark.parametrize(
    ("outlet", "url", "voices"),
    [("SOHR", "https://www.syriahr.com/1", 0), ("عنب بلدي", "https://www.enabbaladi.net/1", 1), ("SOHR", None, 0)],
)
def test_a_monitor_on_its_own_site_is_no_source(outlet: str, url: str | None, voices: int) -> None:
    text = "وثق نشطاء المرصد السوري لحقوق الإنسان مقتل ثلاثة مدنيين بقصف على مدينة عفرين أمس."
    assert len(told(text, Metadata(outlet=outlet, url=url)).voices) == voices


@pytest.mark.parametrize(("who", "voices"), [("مراسل لوكالة فرانس برس", 1), ("مراسل وكالة ستيب", 0), ("مراسلنا", 0)])
def test_the_correspondent_of_an_agency_of_the_world_is_a_source(who: str, voices: int) -> None:
    event = told(f"اندلعت مواجهات في مدينة الخليل أمس بحسب {who}.", Metadata(published=date(2015, 5, 30)))
    assert len(event.voices) == voices


def test_a_group_told_by_two_of_its_names_is_one_voice() -> None:
    text = (
        "استهدف انتحاري مسجدا في مدينة الدمام أمس وتبنى تنظيم الدولة الإسلامية الهجوم. "
        "وأعلن داعش مسؤوليته عن الهجوم على المسجد في الدمام."
    )
    assert len(told(text, Metadata(published=date(2015, 5, 30))).voices) == 1
