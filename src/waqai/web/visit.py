"""One request: who asks, in which language, and of which catalogue."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse

from waqai.web.catalogue.catalogue import Catalogue
from waqai.web.catalogue.query import Query, QueryError, parse
from waqai.web.people.person import Person, Role
from waqai.web.people.store import People
from waqai.web.rendering import render
from waqai.web.settings import Settings
from waqai.web.shelf import Shelf
from waqai.web.wording import Tongue, tongue


@dataclass(frozen=True, slots=True)
class Visit:
    """What a page needs to answer one request."""

    request: Request
    tongue: Tongue
    person: Person
    shelf: Shelf
    catalogue: Catalogue

    @property
    def settings(self) -> Settings:
        """How the page is served."""
        return self.shelf.settings

    @property
    def people(self) -> People:
        """The file of people."""
        people: People = self.request.app.state.people
        return people

    @property
    def is_public(self) -> bool:
        """Whether only what everybody may see is shown."""
        return self.person.role is Role.PUBLIC

    @property
    def visible(self) -> int:
        """The positions that this person may see at all."""
        if not self.is_public:
            return self.catalogue.everything
        return self.shelf.public_bits(self.catalogue) if self.settings.public else 0

    def query(self) -> Query:
        """The question of the address; 400 where it cannot be understood."""
        try:
            return parse(self.request.query_params.multi_items())
        except QueryError as error:
            raise HTTPException(400, f"{error.field}: {error.value}") from None

    def path(self, rest: str = "", **asked: str) -> str:
        """An address of the page in this language."""
        tail = f"?{urlencode(asked)}" if asked else ""
        return f"/{self.tongue.code}/{rest}{tail}"

    def needs(self, role: Role) -> None:
        """403 where the person may not."""
        if not self.person.may(role):
            raise HTTPException(403, self.tongue("needs-analyst") if role is Role.ANALYST else "")

    def render(self, template: str, status: int = 200, **context: Any) -> HTMLResponse:  # noqa: ANN401
        """The page, with what every page shows."""
        url = self.request.url
        here = url.path + (f"?{url.query}" if url.query else "")
        around = {
            "t": self.tongue,
            "v": self,
            "person": self.person,
            "settings": self.settings,
            "here": here,
            "other_language": f"/{self.tongue.other}" + here[3:],
        }
        return HTMLResponse(render(template, around | context), status)


def visit(request: Request, code: str | None = None) -> Visit:
    """The visit of this request; 404 for a language that the page has not."""
    try:
        words = tongue(code or request.path_params.get("lang", "ar"))
    except KeyError:
        raise HTTPException(404) from None
    shelf: Shelf = request.app.state.shelf
    person: Person = request.state.person
    is_everybody = person.role is Role.PUBLIC and shelf.settings.public
    catalogue = shelf.public_catalogue if is_everybody else shelf.catalogue
    return Visit(request, words, person, shelf, catalogue)


async def form(visited: Visit, role: Role, files: int = 0) -> dict[str, str]:
    """The fields of a form that this person may send; 403 where it does not come from our own page."""
    visited.needs(role)
    request = visited.request
    site = request.headers.get("sec-fetch-site")
    if site not in {None, "same-origin", "none"}:
        raise HTTPException(403)
    fields = await request.form(max_files=files)
    given = request.headers.get("x-waqai") or str(fields.get("secret", ""))
    if not visited.person.secret or not hmac.compare_digest(given.encode(), visited.person.secret.encode()):
        raise HTTPException(403)
    return {name: value for name, value in fields.items() if isinstance(value, str)}
