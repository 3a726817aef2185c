"""Templates: every value is escaped; what comes from outside also stands in an element of its own direction."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from waqai.web import naming, sentence
from waqai.web.evidence import bare, outside, shown
from waqai.web.mixed import mixed

HERE = Path(__file__).parent
STATIC = HERE / "static"


@cache
def environment() -> Environment:
    """The templates' environment."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(outside=outside, shown=shown, bare=bare, mixed=mixed, term=lambda value, t: t.term(value))
    made.globals.update(static=static, naming=naming, saying=sentence)
    return made


@cache
def static(name: str) -> str:
    """The address of a static file; it changes with the file's bytes, so that browsers may keep it for ever."""
    path = STATIC / name
    kept = path if path.exists() else path.with_name(f"{path.name}.gz")  # the large ones are kept compressed
    mark = hashlib.sha256(kept.read_bytes()).hexdigest()[:10]
    return f"/static/{name}?v={mark}"


def render(name: str, context: dict[str, Any]) -> str:
    """The page as text."""
    return environment().get_template(name).render(context)
