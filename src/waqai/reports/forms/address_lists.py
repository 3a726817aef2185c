"""Lists of addresses: one a line. Reading opens no connection; watching fetches what they name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from waqai.reports.content import Content
from waqai.reports.facts.addresses import canonical
from waqai.reports.intake import Ending, Item, Refusal
from waqai.reports.texts import decoded

MAX_LIST = 4_000_000


def is_list(text: str) -> bool:
    """Whether every line that is not blank or a remark is a web address."""
    lines = [line.strip() for line in text[:20_000].splitlines()]
    lines = [line for line in lines if line and not line.startswith("#")]
    return bool(lines) and all(line.startswith(("http://", "https://")) and " " not in line for line in lines)


def addresses(text: str) -> list[str]:
    """The addresses of the list, once each; lines that begin with # are remarks."""
    lines = (line.strip() for line in text.splitlines())
    found = (canonical(line) for line in lines if line and not line.startswith("#"))
    return list(dict.fromkeys(address for address in found if address))


def read(item: Item) -> Iterator[Refusal]:
    """One input for each line: an address is no report yet."""
    text = decoded(item, item.content.whole(MAX_LIST)).text.removeprefix("\ufeff")
    for number, line in enumerate(text.splitlines(), 1):
        address = line.strip()
        if not address or address.startswith("#"):
            continue
        part = replace(
            item, name=f"{item.name}/{number}", where=f"{item.where}, line {number}", suffix=".address",
            content=Content(address.encode()), depth=item.depth + 1,
        )  # fmt: skip
        good = canonical(address) is not None
        reason = (
            "an address, which reading does not open: `waqai watch --once LIST` fetches it"
            if good
            else "no web address"
        )
        yield Refusal(part, Ending.SET_ASIDE, f"{reason} ({address[:200]})", address.encode())
