"""Every k-th write of the record fails (EIO, disk full): a clear error, an exit code, and the next run completes.

Run as a program with a shim preloaded; it forks one child for each k. It prints one JSON object.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.house.tree import ROOT
from tests.torture.ingest import Damage, examine, forked, untroubled
from tests.torture.stories import written

SOURCE = Path(__file__).with_name("failing_disk.c")
REPORTS = 3
ERRORS = {"EIO": (errno.EIO, 0), "disk full": (errno.ENOSPC, 1)}


@dataclass(frozen=True, slots=True)
class Failing:
    """How many failures were tried, how many struck, and what was wrong with how they were met."""

    tried: int
    struck: int
    wrong: tuple[str, ...]

    def __str__(self) -> str:
        said = f"{self.tried} failing writes, of which {self.struck} struck: wrong {len(self.wrong)}"
        return said + "".join(f"\n  {line}" for line in self.wrong[:5])


def can_compile() -> bool:
    """Whether there is a C compiler for the shim."""
    return shutil.which("cc") is not None and sys.platform == "linux"


def fail_writes(folder: Path, step: int, *, broken: bool = False) -> Failing:
    """Each step-th write of an ingest fails once with each error; `broken`: in a build that hides failures."""
    shim = folder / "failing_disk.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", str(shim), str(SOURCE), "-ldl"], check=True)
    environment = {**os.environ, "LD_PRELOAD": str(shim), "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    program = [sys.executable, "-m", "tests.torture.disk", str(folder), str(shim), str(step), "broken" * broken]
    done = subprocess.run(program, env=environment, cwd=ROOT, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout.splitlines()[-1])
    return Failing(told["tried"], told["struck"], tuple(told["wrong"]))


class Shim:
    """The preloaded library, as seen from inside."""

    def __init__(self, path: str, folder: Path) -> None:
        self._library = ctypes.CDLL(path)
        self._folder = str(folder).encode()

    def arm(self, k: int, number: int, ever: int) -> None:
        """The k-th write to the folder's files fails (0: none does)."""
        self._library.failing_disk(self._folder, ctypes.c_long(k), number, ever)

    def seen(self) -> int:
        """How many writes there were since."""
        return int(self._library.writes_seen())

    def struck(self) -> int:
        """How many of them failed."""
        return int(self._library.writes_failed())


def _read(
    stories: Path, record: Path, out: Path, shim: Shim | None, arms: tuple[int, int, int]
) -> tuple[int, str, int, int]:
    """The exit code of `waqai read`, what it said, how many writes it made and how many failed."""
    from waqai import cli  # noqa: PLC0415

    def work() -> None:
        said = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(said, 1)
        os.dup2(said, 2)
        sys.argv = [
            "waqai",
            "read",
            str(stories),
            "--record",
            str(record),
            "--published",
            "2024-05-20",
            "--format",
            "jsonl",
        ]
        code = 1
        if shim is not None:
            shim.arm(*arms)
        try:
            cli.main()
        except SystemExit as end:
            code = int(end.code or 0)
        finally:
            seen, struck = (shim.seen(), shim.struck()) if shim is not None else (0, 0)
            if shim is not None:
                shim.arm(0, 0, 0)
            sys.stdout.flush()
            os.write(said, f"\n{code} {seen} {struck}\n".encode())

    os.waitpid(forked(work), 0)
    text, _, last = out.read_text("utf-8", "replace").rstrip("\n").rpartition("\n")
    code, seen, struck = map(int, last.split())
    return code, text, seen, struck


def _hide_failures() -> None:
    """The broken build: a failing disk is taken for a report that cannot be read."""
    from waqai.record import database, store  # noqa: PLC0415
    from waqai.reports.intake import Ending  # noqa: PLC0415

    plain = store.Record.add

    def add(self: store.Record, *given: object) -> Ending:
        try:
            return plain(self, *given)  # type: ignore[arg-type]
        except database.RecordError:
            return Ending.NEW

    store.Record.add = add  # type: ignore[method-assign, assignment]


def main() -> None:
    """The program: every k, both errors."""
    folder, library, step = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    stories, disk = folder / "stories", folder / "disk"
    paths = written(stories, REPORTS)
    wanted = untroubled(paths, folder / "wanted.waqai")
    disk.mkdir()
    if sys.argv[4:] == ["broken"]:
        _hide_failures()
    shim = Shim(library, disk)
    _, _, writes, _ = _read(stories, disk / "counted.waqai", folder / "out", shim, (0, 0, 0))
    tried = struck = 0
    wrong: list[str] = []
    for name, (number, ever) in ERRORS.items():
        for k in range(1, writes + 1, step):
            record = disk / f"{number}-{k}.waqai"
            code, said, _, hits = _read(stories, record, folder / "out", shim, (k, number, ever))
            tried += 1
            struck += hits > 0
            wrong += [f"{name} at write {k}: {fault}" for fault in _met(code, said, hits, record)]
            again, said, _, _ = _read(stories, record, folder / "out", None, (0, 0, 0))
            wrong += [f"{name} at write {k}: the next run ends with {again}: {said[-200:]}"] if again else []
            damage: Damage = examine(record, set(wanted), wanted, thoroughly=True)
            wrong += [f"{name} at write {k}: {damage}"] if damage else []
            record.unlink()
    print(json.dumps({"tried": tried, "struck": struck, "wrong": wrong}))  # noqa: T201


def _met(code: int, said: str, hits: int, record: Path) -> list[str]:
    """What is wrong with how a failure was met."""
    faults = []
    if hits and code == 0:
        faults.append("the exit code is 0")
    if "Traceback" in said:
        faults.append("a traceback is shown")
    if hits and code and str(record) not in said:
        faults.append(f"the error does not name the record: {said[-200:]}")
    return faults


if __name__ == "__main__":
    main()
