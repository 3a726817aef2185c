from __future__ import annotations

import ast
from pathlib import Path
from string import Formatter

import pytest
import yaml

from tests.house.tree import PACKAGE
from waqai.web.wording import plural, tongue

WEB = PACKAGE / "web"
PAGE = yaml.safe_load((WEB / "wording" / "page.yaml").read_text("utf-8"))
TERMS = yaml.safe_load((WEB / "wording" / "terms.yaml").read_text("utf-8"))


def holes(forms: str | dict[str, str]) -> set[str]:
    texts = forms.values() if isinstance(forms, dict) else [forms]
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("key", PAGE)
def test_both_languages_say_it_with_the_same_values(key: str) -> None:
    assert set(PAGE[key]) == {"ar", "en"}
    assert holes(PAGE[key]["ar"]) == holes(PAGE[key]["en"])


@pytest.mark.parametrize("key", TERMS)
def test_both_languages_have_the_term(key: str) -> None:
    assert set(TERMS[key]) == {"ar", "en"}
    assert all(TERMS[key].values())


def test_plurals_have_all_their_forms() -> None:
    for key, forms in PAGE.items():
        if isinstance(forms["ar"], dict):
            assert set(forms["ar"]) == {"zero", "one", "two", "few", "many", "other"}, key
            assert set(forms["en"]) == {"one", "other"}, key


def test_numbers_take_their_form() -> None:
    found = [plural("ar", n) for n in (0, 1, 2, 3, 10, 11, 99, 100, 103, 111)]
    assert found == ["zero", "one", "two", "few", "few", "many", "many", "other", "few", "many"]


def asked_for() -> set[str]:
    """Every key that a template or a module asks for by a plain text."""
    keys: set[str] = set()
    for path in (WEB / "templates").glob("*"):
        for part in path.read_text("utf-8").split("t('")[1:]:
            key, end, _ = part.partition("'")
            before_call = part[len(key) + 1 :].lstrip()
            if end and before_call[:1] in {")", ","}:
                keys.add(key)
    for path in WEB.rglob("*.py"):
        for node in ast.walk(ast.parse(Path(path).read_text("utf-8"))):
            is_call = isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "tongue"
            if is_call and isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                keys.add(str(node.args[0].value))
    return keys - {"ar", "en"}


def test_no_page_asks_for_words_that_are_not_there() -> None:
    assert len(asked_for()) > 80
    assert asked_for() - set(PAGE) == set()


def test_dates_are_written_as_agencies_write_them() -> None:
    ar, en = tongue("ar"), tongue("en")
    assert ar.days("2025-03-12", "2025-03-12") == "12 آذار/مارس 2025"
    assert en.days("2025-03-12", "2025-03-13") == "12 to 13 March 2025"
    assert ar.days("2025-03-31", "2025-04-01") == "من 31 آذار/مارس إلى 1 نيسان/أبريل 2025"
    assert ar.days(None, None) == "بلا تاريخ"
    assert en.days("2025-03-01", "2025-03-31", "month") == "March 2025"
    assert ar.figure(4, 5) == "من 4 إلى 5"
