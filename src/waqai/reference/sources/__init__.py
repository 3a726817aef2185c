"""Sources as data: who speaks, by name, and the generic nouns for speakers."""

from __future__ import annotations

from waqai.reference.sources.outlets import country_of, source_of
from waqai.reference.sources.sources import Kind, Source, load
from waqai.reference.sources.speakers import Sort, Speaker, Takes, load_speakers

__all__ = ["Kind", "Sort", "Source", "Speaker", "Takes", "country_of", "load", "load_speakers", "source_of"]
