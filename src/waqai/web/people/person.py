"""Somebody at the page, and what the role allows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody may do; each may do all that those before it may."""

    PUBLIC = "public"
    VIEWER = "viewer"
    ANALYST = "analyst"
    ADMIN = "admin"


_RANKS = list(Role)


@dataclass(frozen=True, slots=True)
class Person:
    """One visitor. `secret` is what forms must carry back; it is the session's own."""

    name: str
    role: Role
    secret: str = ""

    def may(self, role: Role) -> bool:
        """Whether this role, or a higher one, is held."""
        return _RANKS.index(self.role) >= _RANKS.index(role)


PUBLIC = Person("", Role.PUBLIC)
