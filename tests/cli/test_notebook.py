"""`import waqai; waqai.read(text)`."""

from __future__ import annotations

from datetime import date

import pytest

import waqai

TEXT = "قصفت المدفعية حي الروضة في تعز صباح الثلاثاء ما أدى إلى مقتل طفل، بحسب مصدر طبي."


def test_a_text_is_read_into_objects() -> None:
    told = waqai.read(TEXT, published=date(2021, 3, 10))
    assert [event.sub_event_type for event in told.events] == ["Shelling/artillery/missile attack"]
    assert told.events[0].when.earliest == date(2021, 3, 9)
    assert told.coded()["events"][0]["casualties"][0]["low"] == 1


def test_a_notebook_shows_the_words_of_the_claims() -> None:
    html = waqai.read(TEXT, published=date(2021, 3, 10))._repr_html_()
    assert "<mark" in html
    assert "مقتل طفل" in html
    assert 'dir="rtl"' in html


@pytest.mark.parametrize("text", ["<script>alert(1)</script> قتل مدني في حلب", 'قتل مدني" onload="x في حلب'])
def test_what_a_text_holds_never_becomes_markup(text: str) -> None:
    html = waqai.read(text)._repr_html_()
    assert "<script" not in html
    assert '" onload="' not in html


def test_any_text_is_read() -> None:
    assert waqai.read("").events == ()
    assert waqai.read("\x00\u202e abc").events == ()


def test_a_name_that_waqai_has_not_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no 'nothing'"):
        waqai.nothing  # noqa: B018
