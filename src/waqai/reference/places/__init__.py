"""The shipped gazetteer and a user's own: `load()` gives both. README.md beside this file tells of the tables."""

from __future__ import annotations

from waqai.reference.places.places import Gazetteer, Place, PlacesError, load, use

__all__ = ["Gazetteer", "Place", "PlacesError", "load", "use"]
