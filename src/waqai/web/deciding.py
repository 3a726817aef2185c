"""Decisions made on the page: what they are about is known from the catalogue, so that nothing is joined for them."""

from __future__ import annotations

from waqai import asking, keeping
from waqai.deciding import Desk
from waqai.incidents.identity import Naming
from waqai.incidents.join import Joined
from waqai.reports.index import Index
from waqai.web.catalogue.catalogue import Catalogue
from waqai.web.shelf import Shelf


class PageDesk(Desk):
    """A desk at which these incidents are at hand."""

    def __init__(self, shelf: Shelf, catalogue: Catalogue, names: set[str]) -> None:
        super().__init__(shelf.record, shelf.places, self._read_anew)
        self._shelf = shelf
        self._catalogue = catalogue
        self._names = names

    def _read_anew(self, report: str) -> None:
        keeping.read_again(self._shelf.record, asking.desk(Index({})), report)

    def joined(self) -> Joined:
        """The incidents at hand as the catalogue has them, with their tellings."""
        shelf, catalogue = self._shelf, self._catalogue
        known = {now for name in self._names if (now := shelf.current(catalogue, name))}
        incidents = tuple(shelf.incident(catalogue, name) for name in sorted(known))
        tellings = {key: shelf.telling(catalogue, key) for one in incidents for key in one.events}
        redirects = {str(a): str(b) for a, b in catalogue.rows("SELECT id, now FROM redirects")}
        return Joined(incidents, (), tellings, (), Naming((), {}, redirects))
