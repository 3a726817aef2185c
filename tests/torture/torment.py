"""The hostile inputs read: each is accounted for, none ends the program, every quote is its source's."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.torture.hostile import laid
from tests.torture.seeds import Hostile
from waqai import asking
from waqai.claims.model import Account
from waqai.record.verifying import quoted
from waqai.reports.files import Source, find
from waqai.reports.index import Index
from waqai.reports.intake import READ, Ending
from waqai.reports.model import Report
from waqai.session import Run


@dataclass
class Tormented:
    """What became of the inputs, and what was wrong with it."""

    files: int = 0
    inputs: int = 0
    quotes: int = 0
    endings: dict[str, int] = field(default_factory=dict)
    unaccounted: list[str] = field(default_factory=list)
    crashes: list[str] = field(default_factory=list)
    false_quotes: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        said = ", ".join(f"{count} {ending}" for ending, count in sorted(self.endings.items()))
        wrong = {name: getattr(self, name) for name in ("unaccounted", "crashes", "false_quotes", "unread")}
        text = f"{self.files} files, {self.inputs} inputs ({said}), {self.quotes} quotes: "
        text += ", ".join(f"{name} {len(found)}" for name, found in wrong.items())
        return text + "".join(f"\n  {name}: {line}" for name, found in wrong.items() for line in found[:8])


Read = Callable[[Run, Source], list[tuple[Ending, Account | None]]]


def tormented(folder: Path, read: Read | None = None, kinds: tuple[str, ...] = ()) -> Tormented:
    """All hostile inputs read in one run, or those of some kinds."""
    inputs = laid(folder / "hostile", kinds)
    found = Tormented(files=len(inputs))
    texts: dict[str, Report] = {}
    desk = asking.desk(Index({}))

    def kept(report: Report) -> Account:
        texts[report.id + report.name] = report
        return desk.read(report)

    sources = {source.path: source for source in find([folder / "hostile"])}
    found.unaccounted += [f"{path.name}: not found" for path in inputs.keys() - sources.keys()]
    for path, source in sources.items():
        run = Run(type(desk)(kept, desk.reader))
        try:
            results = (read or _read)(run, source)
        except Exception:  # noqa: BLE001 - that nothing is raised is what is tested
            found.crashes.append(f"{path.name!r}: {traceback.format_exc(limit=-2).splitlines()[-1]}")
            continue
        _judge(found, inputs[path], results, texts)
    return found


def _read(run: Run, source: Source) -> list[tuple[Ending, Account | None]]:
    return [(result.outcome.ending, result.account) for result in run.source(source)]


def _judge(
    found: Tormented, one: Hostile, results: list[tuple[Ending, Account | None]], texts: dict[str, Report]
) -> None:
    found.inputs += len(results)
    if not results:
        found.unaccounted.append(f"{one.name}: no ending")
    for ending, account in results:
        found.endings[ending.value] = found.endings.get(ending.value, 0) + 1
        if account is not None:
            report = texts[account.report + account.name]
            for words in quoted(account):
                found.quotes += 1
                if report.text[words.start : words.end] != words.text:
                    found.false_quotes.append(f"{one.name}: «{words.text}»")
    if one.good and not any(ending in READ for ending, _ in results):
        found.unread.append(f"{one.name[:80]}: {[ending.value for ending, _ in results][:3]}")
