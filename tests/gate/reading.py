"""The reader as its users run it: `waqai read` in a process of its own, on this tree or on another one."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.gate.floors import MEASURES, Pinned
from waqai import evaluate

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
SAMPLES = ROOT / "examples"
PROGRAM = "from waqai.cli import main; main()"


class ReaderError(Exception):
    """The reader or the scorer ended badly; the sentence shows what it said."""


@dataclass(frozen=True, slots=True)
class Reports:
    """A folder of reports and what is known of them."""

    folder: Path
    index: Path

    @property
    def exists(self) -> bool:
        """Whether both are there."""
        return self.folder.is_dir() and self.index.is_file()


def read(reports: Reports, form: str, source: Path = ROOT / "src") -> str:
    """What the reader whose code is below `source` prints of the reports."""
    command = ["read", str(reports.folder), "--index", str(reports.index), "--format", form]
    environment = {**os.environ, "PYTHONPATH": str(source), "PYTHONIOENCODING": "utf-8"}
    environment.pop("WAQAI_RECORD", None)
    return _run([sys.executable, "-c", PROGRAM, *command], environment)


def _run(command: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        raise ReaderError(f"{' '.join(command[3:] or command)} ended with {done.returncode}:\n{done.stderr[-2000:]}")
    return done.stdout


def gold_sets(gold: Path) -> dict[str, Path]:
    """The gold sets whose reports are coded, by name; the samples of the repository are always one."""
    found = {folder.name: folder for folder in sorted(gold.glob("*/")) if (folder / "coded").is_dir()}
    return {SAMPLES.name: SAMPLES, **found}


def measure(gold: Path, scorer: Path, scratch: Path) -> Pinned:
    """The reader's scores on a gold set, by the project's scorer; on the samples, by `waqai evaluate`'s."""
    out = scratch / f"{gold.name}.jsonl"
    out.write_text(read(Reports(gold / "reports", gold / "index.jsonl"), "coded"), "utf-8")
    if gold == SAMPLES:
        coded = evaluate.load(gold / "coded")
        scores = evaluate.score(coded, evaluate.load(out))
        return Pinned(len(coded), digest(gold), {name: round(scores[name].f1, 4) for name in MEASURES})
    said = _run([sys.executable, str(scorer), str(gold / "coded"), str(out), "--json"], dict(os.environ))
    result = json.loads(said)
    return Pinned(result["reports"], digest(gold), {name: result[name]["f1"] for name in MEASURES})


def digest(gold: Path) -> str:
    """A name for the bytes of a gold set: another file, another name."""
    total = hashlib.sha256()
    for path in sorted(path for path in gold.rglob("*") if path.is_file()):
        total.update(path.relative_to(gold).as_posix().encode() + b"\0" + path.read_bytes())
    return total.hexdigest()[:16]
