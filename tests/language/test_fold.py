from __future__ import annotations

import dataclasses
import pickle
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.language.fold import _DELETED, _EXPANDED, _INVISIBLE, _TABLE, Folded, Span, fold, fold_word

# Characters that folding treats in some special way, beside any others that Unicode has.
_SPECIAL = "".join(map(chr, _TABLE))
_NEWSROOM = 'أإآاىيةهئؤكگیکءبتلدعمن ،؛؟.«»"\n0123٠٥۵ًٌٍَُِّْـٰ\u200b\u200f\u202b\ufeffﻻﻼﷲﷺﱞﹷ'
text_of_any_kind = st.text(st.characters(), max_size=60)  # lone surrogates and NUL included
text_of_newsrooms = st.text(st.sampled_from(_NEWSROOM), max_size=60)
text_with_specials = st.text(st.sampled_from(_SPECIAL) | st.characters(), max_size=60)
texts = text_of_any_kind | text_of_newsrooms | text_with_specials


@st.composite
def spans(draw: st.DrawFn) -> tuple[Folded, int, int]:
    folded = fold(draw(texts))
    start, end = sorted((draw(st.integers(0, len(folded.text))), draw(st.integers(0, len(folded.text)))))
    return folded, start, end


@given(texts)
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once
    assert fold_word(once) == once


def test_every_character_of_unicode_is_folded_to_folded_characters() -> None:
    once = fold_word("".join(map(chr, range(0x110000))))
    assert fold_word(once) == once
    for plain in _TABLE.values():
        assert fold_word(plain) == plain
        assert not _TABLE.keys() & set(map(ord, plain))


@given(texts)
def test_the_quick_way_and_the_table_agree(text: str) -> None:
    assert fold_word(text) == text.translate(_TABLE)


@given(texts)
def test_the_whole_text_gives_back_all_but_marks_at_its_ends(text: str) -> None:
    folded = fold(text)
    quoted = folded.quote(0, len(folded.text))
    before, _, after = text.partition(quoted) if quoted else (text, "", "")
    assert set(before) <= _DELETED
    assert set(after) <= _INVISIBLE | (_DELETED if not quoted else set())


@given(spans())
def test_a_span_gives_back_its_characters_with_their_marks(case: tuple[Folded, int, int]) -> None:
    folded, start, end = case
    quoted = folded.quote(start, end)
    assert folded.text[start:end] in fold(quoted).text
    if not _EXPANDED.keys() & set(quoted):
        assert fold(quoted).text == folded.text[start:end]
    first, last = folded.span(start, end)
    if start < end:
        assert folded.original[first] not in _DELETED
        assert folded.original[last - 1] not in _INVISIBLE
        following = folded.original[last : folded.span(end, end).start]
        assert set(following) <= _INVISIBLE, "a mark was left behind"


@given(spans())
def test_neighbouring_spans_share_no_character(case: tuple[Folded, int, int]) -> None:
    folded, start, end = case
    if not _EXPANDED.keys() & set(folded.original):
        assert folded.span(0, start).end <= folded.span(start, end).start or start in {0, end}
        assert folded.span(start, end).end <= folded.span(end, len(folded.text)).start


@given(spans())
def test_index_is_the_way_back_of_span(case: tuple[Folded, int, int]) -> None:
    folded, start, end = case
    if start == end:
        return
    first = folded.index(folded.span(start, end).start)
    assert first <= start
    assert folded.span(first, end) == folded.span(start, end)
    if not _EXPANDED.keys() & set(folded.original):
        assert first == start


@given(texts, st.integers(-3, 70))
def test_index_is_the_first_folded_character_at_or_after(text: str, offset: int) -> None:
    folded = fold(text)
    starts = [folded.span(at, at).start for at in range(len(folded.text))]
    expected = next((at for at, start in enumerate(starts) if start >= offset), len(folded.text))
    assert folded.index(offset) == expected


@given(texts, st.integers(-9, 90), st.integers(-9, 90))
def test_offsets_outside_the_text_are_its_ends(text: str, start: int, end: int) -> None:
    first, last = fold(text).span(start, end)
    assert 0 <= first <= last <= len(text)


@pytest.mark.parametrize(
    "text",
    ["", "\0", "\ud800", "\udfff\ud800", "\0\ud812ً\0", "ًٌٍ", "\ufeff", "👨\u200d👩\u200d👧"],
    ids=ascii,  # a test's name is written to files, which a lone surrogate can't be
)
def test_nothing_raises(text: str) -> None:
    folded = fold(text)
    folded.span(0, len(folded.text))
    folded.index(len(text))


@pytest.mark.parametrize(
    ("published", "read"),
    [
        ("طائراتٌ مُسيَّرةٌ", "طايرات مسيره"),
        ("أُصيبَ إثنان في آب", "اصيب اثنان في اب"),
        ("ٱلقصف", "القصف"),
        ("مستشفى", "مستشفي"),
        ("مسؤول وقائد", "مسوول وقايد"),
        ("قـــصـــف", "قصف"),
        ("کرکوک", "كركوك"),
        ("نیروی هوایی", "نيروي هوايي"),
        ("٢٠٢٤/٠٣/١٥ و۲۰۲۴", "2024/03/15 و2024"),
        ("٧٫٥٪ من ١٬٢٠٠", "7.5% من 1,200"),
        ("ﺍﻟﻘﺼﻒ ﻻ ﻳﺘﻮﻗﻒ", "القصف لا يتوقف"),
        ("\u202bقصف\u202c جوي\u200f\ufeff", "قصف جوي"),
        ("ثلاثة\u00a0صواريخ\r\nعلى\u3000قرية", "ثلاثه صواريخ \nعلي قريه"),
        ('«قصف» “جوي” ‹في› "حلب" ”أمس“', '«قصف» “جوي” ‹في› "حلب" ”امس“'),
        ("گوران", "گوران"),
        ("سماء", "سماء"),
        ("NATO قصف\tF-16", "NATO قصف F-16"),
    ],
)
def test_spellings_are_read_alike(published: str, read: str) -> None:
    assert fold(published).text == read
    assert fold_word(published) == read


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_composed_and_decomposed_letters_are_read_alike(form: str) -> None:
    word = "أؤئآإ"
    assert unicodedata.is_normalized("NFC", word)
    normal = unicodedata.normalize("NFD", word) if form == "NFD" else word
    assert fold(normal).text == "اوياا"


def test_a_quotation_holds_the_marks_of_its_last_letter_and_none_before_its_first() -> None:
    folded = fold("\u202bقُتِلَ\u202c \u200fثلاثةٌ\u200f بـ14 صاروخاً")
    assert folded.text == "قتل ثلاثه ب14 صاروخا"
    assert folded.quote(0, 3) == "قُتِلَ"
    assert folded.quote(4, 9) == "ثلاثةٌ"
    assert folded.quote(10, 11) == "بـ"
    assert folded.quote(11, 13) == "14"
    assert folded.quote(14, 20) == "صاروخاً"


def test_offsets_survive_ligatures_and_what_is_around_them() -> None:
    folded = fold("هﻼّلﷲَ قصف")
    assert folded.text == "هلالالله قصف"
    assert folded.quote(0, 1) == "ه"
    assert folded.quote(1, 2) == "ﻼ"  # half a ligature is the ligature
    assert folded.quote(1, 3) == "ﻼّ"
    assert folded.quote(3, 4) == "ل"
    assert folded.quote(4, 8) == "ﷲَ"
    assert folded.quote(9, 12) == "قصف"
    assert folded.index(1) == 1
    assert folded.index(2) == 3
    assert folded.index(3) == 3


def test_spans_are_pairs() -> None:
    start, end = fold("قَصف").span(0, 3)
    assert (start, end) == Span(0, 4) == (0, 4)


def test_a_folded_text_is_a_value() -> None:
    folded = fold("قُصِفَ")
    assert folded == fold("قُصِفَ")
    assert hash(folded) == hash(fold("قُصِفَ"))
    assert pickle.loads(pickle.dumps(folded)).quote(0, 1) == "قُ"  # noqa: S301  # our own bytes
    with pytest.raises(dataclasses.FrozenInstanceError):
        folded.text = ""  # type: ignore[misc]
