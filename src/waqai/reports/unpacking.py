"""From one input to all reports in it: holders are opened, and what they hold is read, down to a bound."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.reports.content import TooLargeError
from waqai.reports.forms.kinds import form_of
from waqai.reports.inflate import BombError, CutError
from waqai.reports.intake import Arrival, Ending, Item, QuarantineError, Refusal, SetAsideError

MOST_DEPTH = 4


def arrivals(item: Item) -> Iterator[Arrival | Refusal]:
    """Every input in this one, in its order: a report, or why there is none. There is at least one."""
    count = 0
    waiting: list[Iterator[Item | Arrival | Refusal]] = [iter([item])]
    while waiting:
        found = next(waiting[-1], None)
        if found is None:
            waiting.pop()
        elif isinstance(found, Item):
            waiting.append(_opened(found))
        else:
            count += 1
            yield found
    if count == 0:
        yield Refusal(item, Ending.SET_ASIDE, "there is nothing in it to read", item.content.kept())


def _opened(item: Item) -> Iterator[Item | Arrival | Refusal]:
    """What the item holds; a failure of its form ends it with the reason, after what could be had of it."""
    if item.depth > MOST_DEPTH:
        yield Refusal(item, Ending.QUARANTINED, f"files in files, more than {MOST_DEPTH} deep", item.content.kept())
        return
    try:
        yield from form_of(item)(item)
    except (SetAsideError, TooLargeError) as error:
        said = f"too large ({error})" if isinstance(error, TooLargeError) else str(error)
        yield Refusal(item, Ending.SET_ASIDE, said, item.content.kept())
    except (QuarantineError, BombError, CutError) as error:
        yield Refusal(item, Ending.QUARANTINED, str(error), item.content.kept())
    except OSError as error:
        yield Refusal(item, Ending.SET_ASIDE, f"cannot be opened: {error.strerror or error}")
    except (RecursionError, MemoryError) as error:
        yield Refusal(
            item, Ending.QUARANTINED, f"too much for its reader ({type(error).__name__})", item.content.kept()
        )
