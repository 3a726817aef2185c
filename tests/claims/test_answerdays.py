"""An answer is not before what it answers, where only the news dates it."""

from __future__ import annotations

from datetime import date

from waqai.claims.account import account
from waqai.reports.model import Metadata, Report


def days(text: str) -> dict[str, tuple[date | None, date | None]]:
    """The first and last day of every act of a report of 10 March 2021, by trigger."""
    told = account(Report("0" * 64, "answers", text, Metadata(published=date(2021, 3, 10)))).events
    return {event.trigger.text: (event.when.earliest, event.when.latest) for event in told}


def test_an_answer_of_the_news_is_of_the_day_of_the_attack() -> None:
    text = "سقطت قذائف فجر اليوم على قاعدة في مدينة إعزاز.\nوردت المدفعية التركية على الهجوم بقصف مدينة تل رفعت."
    assert days(text)["قصف"] == (date(2021, 3, 10), date(2021, 3, 10))


def test_an_answer_with_a_day_of_its_own_keeps_it() -> None:
    text = "سقطت قذائف الاثنين على قاعدة في مدينة إعزاز.\nوردت المدفعية التركية أمس على الهجوم بقصف مدينة تل رفعت."
    assert days(text)["قصف"] == (date(2021, 3, 9), date(2021, 3, 9))


def test_an_attack_of_long_ago_narrows_nothing() -> None:
    text = "سقطت قذائف الأسبوع الماضي على قاعدة في مدينة إعزاز.\nوردت المدفعية التركية على الهجوم بقصف مدينة تل رفعت."
    assert days(text)["قصف"][1] == date(2021, 3, 10)
