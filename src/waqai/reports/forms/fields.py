"""Named values of tables and JSON lines: which of them is the text, the title, the day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from waqai.reports.facts.instants import Instant, from_unix, instant
from waqai.reports.intake import SetAsideError
from waqai.reports.model import Metadata

NAMES = {
    "text": "text body content article full_text fulltext message النص نص_الخبر نص المحتوى المتن الخبر",
    "title": "title headline subject العنوان عنوان عنوان_الخبر",
    "outlet": "outlet source publisher site media channel المصدر مصدر الجهة الموقع الوسيلة",
    "byline": "byline author writer الكاتب كاتب المحرر",
    "url": "url link address href الرابط رابط",
    "published": "published date published_at publication_date pub_date datetime time timestamp created_at "
    "التاريخ تاريخ تاريخ_النشر تاريخ_الخبر",
    "id": "report id key رقم المعرف",
}  # fmt: skip
_FIELD = {name: field for field, names in NAMES.items() for name in names.split()}


class Columns:
    """Which name holds which field: as the user mapped them, else by the usual names."""

    def __init__(self, names: Iterable[str], mapped: Mapping[str, str]) -> None:
        """SetAsideError where the user mapped a field to a column that is not there."""
        given = list(names)
        self.of: dict[str, str] = {}
        for field, name in mapped.items():
            if name not in given:
                raise SetAsideError(f"there is no column {name!r} (--map {field}={name}); there are: {listed(given)}")
            self.of[field] = name
        for name in given:
            usual = _FIELD.get(name.strip().lower().replace(" ", "_"))
            if usual and usual not in self.of and name not in self.of.values():
                self.of[usual] = name

    def value(self, row: Mapping[str, object], field: str) -> object:
        """The row's value of the field, None where it has none."""
        name = self.of.get(field)
        return None if name is None else row.get(name)

    def text(self, row: Mapping[str, object], field: str) -> str | None:
        """The row's words of the field, None where there are none."""
        value = self.value(row, field)
        words = "" if value is None or isinstance(value, dict | list) else str(value).strip()
        return words or None

    def metadata(self, row: Mapping[str, object], *, day_first: bool = True) -> Metadata:
        """What the row says of its report."""
        day = moment(self.value(row, "published"), day_first=day_first)
        return Metadata(
            outlet=self.text(row, "outlet"),
            title=self.text(row, "title"),
            byline=self.text(row, "byline"),
            url=self.text(row, "url"),
            published=day.day if day else None,
            time=day.time if day else None,
        )


def moment(value: object, *, day_first: bool = True) -> Instant | None:
    """The moment of a cell: a date, a Unix time, or a date as written."""
    if isinstance(value, datetime):
        has_time = (value.hour, value.minute, value.second) != (0, 0, 0)
        return Instant(value.date(), value if has_time else None)
    if isinstance(value, date):
        return Instant(value)
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float) or (isinstance(value, str) and value.isascii() and value.isdigit()):
        number = float(value)
        return from_unix(number / 1000 if number > 1e11 else number) if number > 1e8 else instant(str(value))
    written = str(value)
    parts = written.split(maxsplit=1)[0].split("/") if written.split() else []
    if not day_first and len(parts) == 3 and len(parts[2]) == 4:
        written = "/".join((parts[1], parts[0], parts[2])) + written[len(written.split(maxsplit=1)[0]) :]
    return instant(written)


def listed(names: Iterable[str]) -> str:
    """The names for people, not too many of them."""
    shown = [repr(name)[:40] for name in names]
    return ", ".join(shown[:20]) + (" ..." if len(shown) > 20 else "") if shown else "none"
