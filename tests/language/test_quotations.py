from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.language.fold import fold
from waqai.language.quotations import quotations


def _quoted(text: str) -> list[str]:
    folded = fold(text)
    return [folded.quote(start, end) for start, end in quotations(folded.text)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("قال «قصفنا الموقع» أمس", ["قصفنا الموقع"]),
        ("قال “قصفنا الموقع” أمس", ["قصفنا الموقع"]),
        ("قال ”قصفنا الموقع“ أمس", ["قصفنا الموقع"]),
        ("قال ”قصفنا الموقع” أمس", ["قصفنا الموقع"]),
        ("قال „قصفنا الموقع“ أمس", ["قصفنا الموقع"]),
        ('قال "قصفنا الموقع" أمس', ["قصفنا الموقع"]),
        ('قال “قصفنا الموقع" أمس', ["قصفنا الموقع"]),
        ("قال »قصفنا الموقع« أمس", ["قصفنا الموقع"]),
        ("التابعة لـ”اللواء الثالث” و”كتيبة النهر”", ["اللواء الثالث", "كتيبة النهر"]),
        ("قال «نعرف «كتيبة النهر» جيدا» ومضى", ["نعرف «كتيبة النهر» جيدا"]),
        ("قال “نعرف «كتيبة النهر» جيدا” ومضى", ["نعرف «كتيبة النهر» جيدا"]),
        ('قال “نعرف "كتيبة النهر" جيدا” ومضى', ['نعرف "كتيبة النهر" جيدا']),
        ("لا أقوال هنا", []),
        ("«»", []),
        ("", []),
    ],
)
def test_pairs(text: str, quoted: list[str]) -> None:
    assert _quoted(text) == quoted


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("قال «لن نتراجع\nوفي حلب هدوء", ["لن نتراجع"]),
        ("لن نتراجع عن موقفنا».\nوفي حلب هدوء", ["لن نتراجع عن موقفنا"]),
        ('لن نتراجع عن موقفنا".\nوفي "حلب" هدوء', ["لن نتراجع عن موقفنا", "حلب"]),
        ("قال “لن نتراجع\nوأضاف “سنرد” أمس", ["لن نتراجع", "سنرد"]),
        ("قال «أولا\n«ثانيا\n«ثالثا» وختم", ["أولا", "ثانيا", "ثالثا"]),
    ],
)
def test_unbalanced_quotations_stay_in_their_paragraph(text: str, quoted: list[str]) -> None:
    assert _quoted(text) == quoted


def test_marks_on_the_quoted_words_are_kept() -> None:
    assert _quoted("قالَ «قُصِفَ الموقعُ» أمسِ") == ["قُصِفَ الموقعُ"]


@given(st.text(st.characters()) | st.text(st.sampled_from('اب و.«»‹›“”„"\n')))
def test_quotations_are_ordered_disjoint_and_of_one_paragraph(text: str) -> None:
    end = 0
    for start, stop in quotations(text):
        assert end <= start < stop <= len(text)
        assert "\n" not in text[start:stop]
        assert text[start:stop].strip()
        end = stop
