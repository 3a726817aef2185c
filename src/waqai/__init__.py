"""Waqai reads Arabic conflict reporting and keeps a sourced record of what is said to have happened.

`waqai.read(text, published=date(2021, 7, 7))` reads one text; the commands do the rest (`waqai --help`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from waqai.notebook import Told, read

__all__ = ["Told", "read"]


def __getattr__(name: str) -> object:
    """`read` and `Told`, loaded when they are first asked for: the commands start without them."""
    if name in __all__:
        from waqai import notebook  # noqa: PLC0415  the reader takes a moment to load

        return getattr(notebook, name)
    raise AttributeError(f"waqai has no {name!r}; it has read() and Told")
