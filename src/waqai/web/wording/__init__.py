"""The page's own words in both languages, and how each writes numbers, dates and lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import yaml

_FOLDER = Path(__file__).parent
_Forms = str | dict[str, str]
LANGUAGES = ("ar", "en")


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language of the page."""

    code: str
    words: Mapping[str, _Forms]
    terms: Mapping[str, str]
    reasons: Mapping[str, str]

    @property
    def direction(self) -> str:
        """The value of `dir`."""
        return "rtl" if self.code == "ar" else "ltr"

    @property
    def other(self) -> str:
        """The other language's code."""
        return "en" if self.code == "ar" else "ar"

    def __call__(self, key: str, **values: object) -> str:
        """The words of that key with its values; `n` chooses the form of number. KeyError for an unknown key."""
        forms = self.words[key]
        if isinstance(forms, dict):
            count = values.get("n", 0)
            form = plural(self.code, count if isinstance(count, int) else 0)
            forms = forms.get(form) or forms["other"]
        shown = {name: f"{v:,}" if isinstance(v, int) and name == "n" else v for name, v in values.items()}
        return forms.format(**shown)

    def term(self, value: str) -> str:
        """A term of the codebook in this language; the value itself, made readable, where it has none."""
        return self.terms.get(value) or value.replace("_", " ")

    def day(self, value: str | date | None) -> str:
        """12 آذار/مارس 2025; 12 March 2025."""
        if value is None:
            return self("undated")
        one = value if isinstance(value, date) else date.fromisoformat(value)
        return f"{one.day} {self.month(one.month)} {one.year}"

    def month(self, number: int) -> str:
        """The month's name, as agencies write it."""
        return self.terms[f"month-{number}"]

    def days(self, first: str | None, last: str | None, precision: str = "day") -> str:
        """A day, a range as short as it can be written, or a month or year where nothing finer is known."""
        if first is None:
            return self("undated")
        one, two = date.fromisoformat(first), date.fromisoformat(last or first)
        if precision == "year" and one.year == two.year:
            return str(one.year)
        if precision == "month" and (one.year, one.month) == (two.year, two.month):
            return f"{self.month(one.month)} {one.year}"
        if one == two:
            return self.day(one)
        if (one.year, one.month) == (two.year, two.month):
            return self("range-in-month", first=one.day, last=two.day, month=self.month(one.month), year=one.year)
        if one.year == two.year:
            start = f"{one.day} {self.month(one.month)}"
            return self("range", first=start, last=self.day(two))
        return self("range", first=self.day(one), last=self.day(two))

    def figure(self, low: int | None, high: int | None) -> str:
        """3; from 3 to 5; at least 20."""
        if low is None:
            return ""
        if high is None:
            return self("at-least", figure=low)
        return str(low) if low == high else self("range", first=low, last=high)

    def listed(self, items: Iterable[str]) -> str:
        """The items with this language's comma."""
        return ("، " if self.code == "ar" else ", ").join(items)


def plural(code: str, n: int) -> str:
    """The form of number: six in Arabic, two in English (CLDR)."""
    if code == "en":
        return "one" if n == 1 else "other"
    if n in {0, 1, 2}:
        return ("zero", "one", "two")[n]
    if 3 <= n % 100 <= 10:
        return "few"
    return "many" if 11 <= n % 100 <= 99 else "other"


@cache
def tongue(code: str) -> Tongue:
    """The language of that code; KeyError where it is none of the page's."""
    if code not in LANGUAGES:
        raise KeyError(code)
    page, terms = (yaml.safe_load((_FOLDER / name).read_text("utf-8")) for name in ("page.yaml", "terms.yaml"))
    words = {key: forms[code] for key, forms in page.items()}
    reasons = yaml.safe_load((_FOLDER / "reasons.yaml").read_text("utf-8")) if code == "ar" else {}
    return Tongue(code, words, {key: forms[code] for key, forms in terms.items()}, reasons)
