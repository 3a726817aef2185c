"""What an actor mention refers to."""

from __future__ import annotations

from typing import NamedTuple

from waqai.reference.actors import load


class ActorRef(NamedTuple):
    """An actor: registry id and codebook id (None where there is none), and which sort of noun names it."""

    id: str | None
    codebook: str | None
    sort: str


def codebook(actor_id: str | None) -> str | None:
    """The codebook's id of an actor of the registry."""
    return None if actor_id is None else load()[actor_id].codebook
