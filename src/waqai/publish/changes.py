"""What changed between two readings of one report, and between two versions of its text, in lines for people."""

from __future__ import annotations

import difflib
import itertools
from collections.abc import Iterator, Mapping

from waqai.claims.model import Account, Claim

Key = tuple[str, str, str, str]


def reading_changes(before: Account | None, after: Account) -> tuple[str, ...]:
    """The claims gained and lost, one a line, in the order of the text; empty where the readings agree."""
    if before is None:
        return ()
    old, new = _claims(before), _claims(after)
    lines = [(at, f"- {words}") for key, (at, words) in old.items() if key not in new]
    lines += [(at, f"+ {words}") for key, (at, words) in new.items() if key not in old]
    return tuple(line for _, line in sorted(lines))


def _claims(account: Account) -> Mapping[Key, tuple[int, str]]:
    """Each claim by what it says of which act; an act is known by its trigger's place."""
    triggers = {event.id: event.trigger for event in account.events}
    found: dict[Key, tuple[int, str]] = {}
    for claim in account.claims:
        trigger = triggers.get(claim.event)
        at = trigger.start if trigger else -1
        act = f"«{trigger.text}»" if trigger else claim.event
        key = (f"{at}", claim.property, claim.value, f"{'/'.join(claim.speaker[1:])} {claim.stance.value}")
        found[key] = (at, f"{act} {_said(claim)}")
    return found


def _said(claim: Claim) -> str:
    voice = f", says {' / '.join(claim.speaker[1:])}" if len(claim.speaker) > 1 else ""
    stance = "" if claim.stance.value == "asserts" else f" ({claim.stance.value})"
    return f"{claim.property}: {claim.value}{voice}{stance}"


def text_changes(before: str, after: str) -> Iterator[str]:
    """The lines that went and came, with the words that changed in brackets where a line was altered."""
    old, new = before.splitlines(), after.splitlines()
    match = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for kind, first, last, start, end in match.get_opcodes():
        if kind == "equal":
            continue
        for left, right in itertools.zip_longest(old[first:last], new[start:end]):
            if left is not None and right is not None:
                yield from _altered(left, right)
            elif left is not None:
                yield f"- {left}"
            else:
                yield f"+ {right}"


def _altered(left: str, right: str) -> Iterator[str]:
    before, after = left.split(), right.split()
    match = difflib.SequenceMatcher(None, before, after, autojunk=False)
    gone, came = [], []
    for kind, first, last, start, end in match.get_opcodes():
        old, new = " ".join(before[first:last]), " ".join(after[start:end])
        gone.append(old if kind == "equal" or not old else f"[{old}]")
        came.append(new if kind == "equal" or not new else f"[{new}]")
    yield "- " + " ".join(filter(None, gone))
    yield "+ " + " ".join(filter(None, came))
