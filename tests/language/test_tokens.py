from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.language.fold import fold
from waqai.language.tokens import tokenize


def _words(text: str) -> list[str]:
    return [token.text for token in tokenize(fold(text).text)]


def _kinds(text: str) -> list[tuple[str, str]]:
    return [(token.text, token.kind) for token in tokenize(fold(text).text)]


@given(st.text(st.characters()) | st.text(st.sampled_from("ابو0٣:/-.,% \n«»aé\u0301x")))
def test_tokens_tile_the_text_but_for_blanks(text: str) -> None:
    for source in (text, fold(text).text):
        end = 0
        for token in tokenize(source):
            assert not source[end : token.start].strip()
            assert source[token.start : token.end] == token.text != ""
            end = token.end
        assert not source[end:].strip()


@pytest.mark.parametrize(
    "number", ["1:38", "2021/07/11", "29-10-2022", "1,200", "3.5", "14", "12:05:30", "1.200.000", "24/7"]
)
def test_numbers_keep_together(number: str) -> None:
    assert _kinds(f"في {number}، ثم") == [("في", "word"), (number, "number"), ("،", "punct"), ("ثم", "word")]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("بـ16 صاروخا", ["ب", "16", "صاروخا"]),
        ("و٣٥ قتيلا", ["و", "35", "قتيلا"]),
        ("14صاروخا", ["14", "صاروخا"]),
        ("معبر التل- الشرقية", ["معبر", "التل", "-", "الشرقيه"]),
        ("بـ”الحشد” أمس", ["ب", "”", "الحشد", "”", "امس"]),
        ("و«المرصد»", ["و", "«", "المرصد", "»"]),
        ("عام 2015.", ["عام", "2015", "."]),
        ("٧٫٥٪", ["7.5", "%"]),
        ("في 2021-", ["في", "2021", "-"]),
        ("طائرة F16 من الـNATO", ["طايره", "F", "16", "من", "ال", "NATO"]),
        ("أ.ف.ب", ["ا", ".", "ف", ".", "ب"]),
        ("قصف...", ["قصف", ".", ".", "."]),
        ("Zoë cafe\u0301 Łódź", ["Zoë", "cafe\u0301", "Łódź"]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert _words(text) == tokens


def test_kinds() -> None:
    assert _kinds("قصف\n\n3 قرى!") == [
        ("قصف", "word"),
        ("\n", "newline"),
        ("\n", "newline"),
        ("3", "number"),
        ("قري", "word"),
        ("!", "punct"),
    ]


def test_a_vocalised_word_is_one_token_and_quotes_its_marks() -> None:
    folded = fold("استهدفتْ طائِراتٌ مُسيَّرةٌ القاعدةَ")
    assert [folded.quote(token.start, token.end) for token in tokenize(folded.text)] == [
        "استهدفتْ",
        "طائِراتٌ",
        "مُسيَّرةٌ",
        "القاعدةَ",
    ]
