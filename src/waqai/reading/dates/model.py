"""What a report says of a time, before anyone knows the day: `TimeExpr` for dates, `Clock` for the hour.

Nothing is resolved here; `waqai.claims.dating` does that, against the day of publication.
"""

from __future__ import annotations

from typing import NamedTuple

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NIGHTS = ("night", "after-midnight")


class TimeExpr(NamedTuple):
    """A time as the text fixes it; what it does not say is None or empty.

    `weekday` counts from Monday = 0. `unit` and `shift` are steps from the publication day (أمس: day, -1;
    العام الماضي: year, -1); `direction` is past, current, next or ago (قبل أسبوع). `span` is a number of
    units up to now (اليومين الماضيين: 2; 0 where no number is given). `to` is the end of a range. `anchor` is
    a time told from another event of the text (في اليوم التالي).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: str = ""
    shift: int | None = None
    span: int | None = None
    direction: str = ""
    part: str = ""
    portion: str = ""
    flag: str = ""
    calendar: str = ""
    holiday: str = ""
    anchor: str = ""
    to: TimeExpr | None = None

    @property
    def names_day(self) -> bool:
        """Whether the text names one day (or its night)."""
        return self.to is None and (
            self.day is not None or self.weekday is not None or (self.unit == "day" and self.shift is not None)
        )

    @property
    def is_range(self) -> bool:
        """Whether it has an end of its own, or runs up to now."""
        return self.to is not None or self.span is not None

    def __str__(self) -> str:
        """Short and unambiguous, for examples and explanations: `since XXXX-12-20 past`, `thu/fri night`."""
        parts = [
            self.flag,
            self.anchor,
            self.portion,
            self._numbers(),
            self._relative(),
            self.direction,
            self.part,
        ]
        text = " ".join(part for part in [*parts, self.calendar, self.holiday] if part)
        return f"{text}/{self.to}" if self.to else text

    def _numbers(self) -> str:
        """The calendar date, X for what is not said; the weekday after it."""
        date = ""
        if self.year is not None or self.month is not None or self.day is not None:
            date = f"{self.year:04}" if self.year is not None else "XXXX"
            if self.month is not None or self.day is not None:
                date += f"-{self.month:02}" if self.month is not None else "-XX"
            if self.day is not None:
                date += f"-{self.day:02}"
        weekday = WEEKDAYS[self.weekday] if self.weekday is not None else ""
        return " ".join(part for part in (date, weekday) if part)

    def _relative(self) -> str:
        """Steps from now: `day-1`, `month+0`, `last 2 day`."""
        if self.span is not None:
            return f"last {self.span or 'few'} {self.unit}"
        if self.unit:
            return f"{self.unit}{self.shift:+}" if self.shift is not None else f"few {self.unit}"
        return ""


class Clock(NamedTuple):
    """A time of day; `half` is am, pm or unknown (""), `zone` gmt, local or not given ("")."""

    hour: int
    minute: int = 0
    half: str = ""
    zone: str = ""

    def __str__(self) -> str:
        """As `01:38 am gmt`."""
        return " ".join(part for part in (f"{self.hour:02}:{self.minute:02}", self.half, self.zone) if part)


def merged(left: TimeExpr, right: TimeExpr) -> TimeExpr | None:
    """One day named twice («أمس الأحد», «الأحد 11 يوليو 2021»), or None where they are two times.

    Each side must name a day, and in another way than the other; both ways are kept.
    """
    if not (left.names_day and right.names_day) or left.flag or right.flag or left.portion or right.portion:
        return None
    merger: dict[str, object] = {}
    for name, one, other in zip(TimeExpr._fields, left, right, strict=True):
        empty = (None, "")
        if one not in empty and other not in empty:
            return None
        merger[name] = one if one not in empty else other
    return TimeExpr(**merger)  # type: ignore[arg-type]
