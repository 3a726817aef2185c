from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.language.clitics import PROCLITICS, splits
from waqai.language.fold import fold_word


@pytest.mark.parametrize(
    ("word", "proclitic", "stem"),
    [
        ("والمدفعية", "و", "المدفعية"),
        ("والمدفعية", "وال", "مدفعية"),
        ("بالصواريخ", "ب", "الصواريخ"),
        ("بالصواريخ", "بال", "صواريخ"),
        ("فبالصواريخ", "فب", "الصواريخ"),
        ("للتحالف", "ل", "التحالف"),
        ("للتحالف", "لل", "تحالف"),
        ("وللتحالف", "ول", "التحالف"),
        ("للبنان", "ل", "لبنان"),
        ("للجنة", "ل", "اللجنة"),
        ("للجنة", "ل", "لجنة"),
        ("للجنة", "لل", "لجنة"),
        ("وسيقصف", "وس", "يقصف"),
        ("كالصاروخ", "كال", "صاروخ"),
        ("لـالفيلق", "ل", "الفيلق"),
        ("لـالفيلق", "لال", "فيلق"),
        ("ودم", "و", "دم"),
    ],
)
def test_a_reading_is_offered(word: str, proclitic: str, stem: str) -> None:
    assert (proclitic, fold_word(stem)) in splits(fold_word(word))


def test_the_whole_word_comes_first_and_shorter_proclitics_before_longer_ones() -> None:
    readings = splits("وبالقصف")
    assert readings[0] == ("", "وبالقصف")
    assert [proclitic for proclitic, _ in readings] == ["", "و", "وب", "وبال"]


@pytest.mark.parametrize("word", ["", "و", "وب", "ب", "NATO", "14", "قصف", "«"])
def test_words_without_a_particle_are_read_whole(word: str) -> None:
    assert splits(word) == (("", word),)


def test_proclitics() -> None:
    assert {"و", "ف", "ب", "ل", "ك", "س", "وب", "ول", "فب", "وس", "لل", "ولل", "ال", "وال"} <= PROCLITICS
    assert not {"", "بو", "سل", "بس", "ووو", "من"} & PROCLITICS


@given(st.text(st.characters()) | st.text(st.sampled_from("والبفسكق")))
def test_readings_spell_the_word_but_for_the_letters_that_lam_swallows(word: str) -> None:
    readings = splits(word)
    assert len(set(readings)) == len(readings)
    for proclitic, stem in readings:
        assert proclitic == "" or proclitic in PROCLITICS
        swallowed = [proclitic + stem]
        if proclitic.endswith("لل") and stem.startswith("ل"):
            swallowed.append(proclitic + stem[1:])
        elif proclitic.endswith("ل") and stem.startswith("ال"):
            swallowed += [proclitic + stem[1:], proclitic + stem[2:]]
        assert word in swallowed
