"""The shipped gazetteer: `load()` gives it. README.md beside this file tells of the tables."""

from __future__ import annotations

from waqai.reference.places.places import Gazetteer, Place, load

__all__ = ["Gazetteer", "Place", "load"]
