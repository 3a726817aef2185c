"""What cannot be right in one event, gathered from the checks of its parts."""

from __future__ import annotations

from datetime import date

from waqai.claims.datechecks import time_flags
from waqai.claims.drafts import Draft
from waqai.claims.model import Flag
from waqai.claims.tollchecks import toll_flags
from waqai.claims.tolls import Speaker
from waqai.reading.read import Text


def flags(text: Text, draft: Draft, published: date | None, speaker: Speaker) -> tuple[Flag, ...]:
    """Every flag of the event, each once, in the order of the checks; `speaker` gives the voice of a figure."""
    return tuple(dict.fromkeys((*time_flags(text, draft, published), *toll_flags(text, draft, speaker))))
