"""What people decide of a record: incidents merged, split, told apart, edited, accepted, rejected; all of it undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from waqai.incidents import edits
from waqai.incidents.anchors import Anchor, anchor
from waqai.incidents.decisions import Act, Decision, standing
from waqai.incidents.identity import follow
from waqai.incidents.join import Joined
from waqai.incidents.model import Incident
from waqai.incidents.ratings import LETTERS
from waqai.record.log import append, log
from waqai.record.opinions import settle
from waqai.record.store import Record
from waqai.reference import sources
from waqai.reference.places import Gazetteer


class DecisionError(ValueError):
    """A decision that cannot be made; the message says what is wrong and what to do, for the user."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who decides, and why; both are needed."""

    by: str
    reason: str


class Desk:
    """Where one person decides of one record; every method appends one entry to the log and gives it back."""

    def __init__(self, record: Record, gazetteer: Gazetteer, read_again: Callable[[str], None] | None = None) -> None:
        """`read_again` reads the report of that name anew; without it nobody can decide of a report's day here."""
        self._record = record
        self._gazetteer = gazetteer
        self._read_again = read_again

    def joined(self) -> Joined:
        """The incidents as they stand, decisions heeded."""
        return settle(self._record, self._gazetteer)

    def merge(self, names: Sequence[str], signature: Signature) -> Decision:
        """The incidents are one; the oldest id stays, the others lead to it for ever."""
        joined = self.joined()
        chosen = {one.id: one for one in (incident(joined, name) for name in names)}
        if len(chosen) < 2:
            raise DecisionError("a merge needs two incidents or more; these are one already")
        events = (event for one in chosen.values() for event in _anchors(joined, one.events))
        return self._append(Act.MERGE, signature, events=tuple(events), incident=next(iter(chosen)))

    def split(self, name: str, keys: Sequence[str], signature: Signature) -> Decision:
        """These events (report/e1) are another act than the rest of the incident."""
        joined = self.joined()
        one = incident(joined, name)
        strange = [key for key in keys if key not in one.events]
        if strange:
            raise DecisionError(f"{one.id} holds no {', '.join(strange)}; it holds {', '.join(one.events)}")
        rest = [key for key in one.events if key not in keys]
        if not keys or not rest:
            raise DecisionError(f"a split takes some events out and leaves some; {one.id} has {len(one.events)}")
        out, left = _anchors(joined, keys), _anchors(joined, rest)
        return self._append(Act.SPLIT, signature, events=out, others=left, incident=one.id)

    def different(self, left: str, right: str, signature: Signature) -> Decision:
        """The two incidents are not one act, and the rules will never make them one."""
        joined = self.joined()
        one, other = incident(joined, left), incident(joined, right)
        if one.id == other.id:
            raise DecisionError(f"{left} and {right} are one incident; `waqai split` takes events out of it")
        sides = _anchors(joined, one.events), _anchors(joined, other.events)
        return self._append(Act.DIFFERENT, signature, events=sides[0], others=sides[1], incident=one.id)

    def edit(self, name: str, field: str, value: str, signature: Signature) -> Decision:
        """The field of the incident has this value, whatever the reports say; they are still shown."""
        try:
            edits.parse(field, value)
        except edits.EditError as error:
            raise DecisionError(str(error)) from None
        return self._of(Act.EDIT, name, signature, field=field, value=value)

    def accept(self, name: str, signature: Signature) -> Decision:
        """The incident was looked at and stands as it is."""
        return self._of(Act.ACCEPT, name, signature)

    def reject(self, name: str, signature: Signature) -> Decision:
        """The incident is none; it is kept and said to be rejected."""
        return self._of(Act.REJECT, name, signature)

    def rate(self, source: str, letter: str, signature: Signature) -> Decision:
        """The source is as reliable as that letter says, A to F, in all incidents that rest on it."""
        if letter.upper() not in LETTERS:
            said = ", ".join(f"{one} {words}" for one, words in LETTERS.items())
            raise DecisionError(f"{letter!r} is no letter of the scale: {said}")
        names = {origin.name for one in self.joined().incidents for origin in one.origins} | set(sources.load())
        if source not in names:
            raise DecisionError(f"there is no source {source}; `waqai sources` lists those of the record")
        return self._append(Act.RATE, signature, field=source, value=letter.upper())

    def date(self, report: str, day: date, signature: Signature) -> Decision:
        """The report, whose own day is unknown, was published on that day, and is read anew as of it."""
        kept = self._record.report(report)
        if kept is None or kept.metadata.published is not None:
            raise DecisionError(f"{report} is no report without a day; `waqai undated` lists what is proposed")
        read_again = self._reader()
        made = self._append(Act.DATE, signature, field=report, value=day.isoformat())
        read_again(report)
        return made

    def undo(self, number: int, signature: Signature) -> Decision:
        """The decision of that number does not hold; an undoing can be undone as well."""
        entries = {one.number: one for one in log(self._record)}
        if number not in entries:
            raise DecisionError(f"there is no decision {number}; `waqai decisions` lists them")
        if not _holds(entries[number], tuple(entries.values())):
            raise DecisionError(f"decision {number} is undone already")
        root = entries[number]
        while root.undoes is not None:
            root = entries[root.undoes]
        read_again = self._reader() if root.act is Act.DATE else None
        made = self._append(Act.UNDO, signature, undoes=number)
        if read_again is not None:
            read_again(str(root.field))
        return made

    def _reader(self) -> Callable[[str], None]:
        if self._read_again is None:
            raise DecisionError("a report is read anew with its day: use `waqai undated --accept` and `waqai undo`")
        return self._read_again

    def _of(self, act: Act, name: str, signature: Signature, **of: str) -> Decision:
        joined = self.joined()
        one = incident(joined, name)
        return self._append(act, signature, events=_anchors(joined, one.events), incident=one.id, **of)

    def _append(self, act: Act, signature: Signature, **of: object) -> Decision:
        if not signature.by.strip() or not signature.reason.strip():
            raise DecisionError("a decision is signed with a name and a reason")
        at = datetime.now(UTC).isoformat(timespec="seconds")
        return append(self._record, Decision(act, signature.by, signature.reason, at, **of))  # type: ignore[arg-type]


def incident(joined: Joined, name: str) -> Incident:
    """The incident of that id, or of the id that it redirects to; DecisionError where there is none."""
    wanted = follow(name.upper(), joined.naming.redirects)
    for one in joined.incidents:
        if one.id == wanted:
            return one
    raise DecisionError(f"there is no incident {name}; `waqai incidents` lists them")


def _holds(one: Decision, entries: Sequence[Decision]) -> bool:
    if one.act is not Act.UNDO:
        return one in standing(entries)
    return not any(other.act is Act.UNDO and other.undoes == one.number and _holds(other, entries) for other in entries)


def _anchors(joined: Joined, keys: Iterable[str]) -> tuple[Anchor, ...]:
    return tuple(anchor(joined.tellings[key]) for key in keys)
