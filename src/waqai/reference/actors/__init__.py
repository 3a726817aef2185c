"""Actors as data: the registry, and the nouns that stand for actors and targets."""

from __future__ import annotations

from waqai.reference.actors.actors import CODEBOOK_IDS, Actor, Kind, Tie, Usage, load
from waqai.reference.actors.nouns import Noun, Table, load_nouns
from waqai.reference.actors.rows import DataError

__all__ = [
    "CODEBOOK_IDS",
    "Actor",
    "DataError",
    "Kind",
    "Noun",
    "Table",
    "Tie",
    "Usage",
    "load",
    "load_nouns",
]
