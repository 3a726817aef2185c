"""How fast reports are read: a ratio to folding the same texts and cutting them into tokens, as any reader must.

    PYTHONPATH=src python bench/reading.py [FOLDER] [--rules 15]

FOLDER holds reports as .txt (default: the samples). Prints reports of 2,500 characters a second of one core's time,
the ratio, and the rules that cost most. Distinct texts only: repeated ones flatter every cache.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from waqai.claims.account import account
from waqai.language.fold import fold
from waqai.language.tokens import tokenize
from waqai.reading import engine
from waqai.reading.engine import Chart, Rule
from waqai.reading.model import Mention
from waqai.reports.model import Metadata, Report

SAMPLES = Path(__file__).parents[1] / "examples" / "reports"
CHARACTERS = 2500


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=SAMPLES)
    parser.add_argument("--rules", type=int, default=15)
    args = parser.parse_args()
    texts = [path.read_text("utf-8") for path in sorted(args.folder.glob("*.txt"))]
    reports = [Report(str(i), str(i), text, Metadata()) for i, text in enumerate(texts)]
    account(reports[0])
    size = sum(map(len, texts)) / CHARACTERS
    plain = _seconds(texts, lambda text: tokenize(fold(text).text))
    full = _seconds(reports, account)
    print(f"{len(texts)} texts; {size / full:.1f} reports of {CHARACTERS} characters a second of one core")
    print(f"reading takes {full / plain:.0f} times as long as folding and cutting into tokens")
    for rule, spent in _by_rule(reports).most_common(args.rules):
        print(f"{1000 * spent / size:6.2f} ms  {rule}")


def _seconds(items: Iterable[object], work: object) -> float:
    start = time.process_time()
    for item in items:
        work(item)  # type: ignore[operator]
    return time.process_time() - start


def _by_rule(reports: list[Report]) -> Counter[str]:
    """Seconds spent in each rule."""
    spent: Counter[str] = Counter()
    plain = engine.apply

    def timed(rule: Rule, chart: Chart) -> Iterator[Mention]:
        start = time.process_time()
        found = list(plain(rule, chart))
        spent[rule.id] += time.process_time() - start
        yield from found

    engine.apply = timed
    try:
        for report in reports:
            account(report)
    finally:
        engine.apply = plain
    return spent


if __name__ == "__main__":
    main()
