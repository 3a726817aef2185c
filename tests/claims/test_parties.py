"""Who did it, in the words and the number of voices that the codebook asks for."""

from __future__ import annotations

from datetime import date

from waqai.claims.account import account
from waqai.reports.model import Metadata, Report

PUBLISHED = date(2022, 3, 9)


def doers(text: str) -> list[list[tuple[str, str | None]]]:
    """The initiators of every event of the text."""
    events = account(Report("0" * 64, "parties", text, Metadata(published=PUBLISHED))).events
    return [[(party.words.text, party.actor) for party in event.initiators] for event in events]


def test_whose_the_aircraft_are_names_the_doer() -> None:
    text = "استهدفت طائرة مسيرة تابعة لسلاح الجو التركي أمس سيارة في مدينة القامشلي."
    assert doers(text) == [[("سلاح الجو التركي", "turkey")]]
    assert doers("قصفت ميليشيات تابعة لإيران أمس حقل العمر.") == [[("ميليشيات تابعة لإيران", "iran_backed_militias")]]


def test_those_who_struck_together_go_on_together() -> None:
    text = "قصفت أمس قوات النظام وروسيا مدينة سراقب بالمدفعية. كما قصفت أمس مدرسة في مدينة بنش."
    both = [("قوات النظام", "syrian_government"), ("روسيا", "russia")]
    assert doers(text) == [both, both]


def test_who_has_the_place_next_to_it_was_not_fought_for_it() -> None:
    text = "سيطرت المقاومة الشعبية أمس على حي الزنوج بتعز قرب المعسكر الذي يسيطر عليه الحوثيون."
    events = account(Report("0" * 64, "parties", text, Metadata(published=PUBLISHED))).events
    assert [party.words.text for event in events for party in event.targets] == []


def test_the_side_whose_men_fell_fought_as_well() -> None:
    text = "سقط ثلاثة جرحى من الجيش الحر أمس جراء اشتباكات مع قوات النظام في مدينة درعا."
    assert {actor for (event,) in [doers(text)] for _, actor in event} == {"syrian_government", "syrian_opposition"}
    unknown = "قتل ثلاثة من تنظيم داعش أمس في اشتباكات مع مسلحين مجهولين في مدينة درنة."
    assert [actor for _, actor in doers(unknown)[0]] == ["unidentified"]


def test_whose_raid_it_is_arrests() -> None:
    text = "نفذ الجيش السوري أمس حملة دهم في مدينة درعا تم خلالها اعتقال عدد من الشبان."
    assert doers(text)[-1] == [("الجيش السوري", "syrian_government")]
