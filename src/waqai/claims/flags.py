"""What cannot be right in one event, gathered from the checks of its parts."""

from __future__ import annotations

from datetime import date

from waqai.claims.datechecks import time_flags
from waqai.claims.drafts import Draft
from waqai.claims.model import Flag
from waqai.reading.read import Text


def flags(text: Text, draft: Draft, published: date | None) -> tuple[Flag, ...]:
    """Every flag of the event, each once, in the order of the checks."""
    return tuple(dict.fromkeys(time_flags(text, draft, published)))
