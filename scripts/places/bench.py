"""What the gazetteer costs: seconds of processor to load (the best of five) and megabytes held, beside the budget.

bench.py            exit 1 where a figure is over its budget
"""

from __future__ import annotations

import sys
import tracemalloc
from time import process_time

from waqai.reference.places import load

SECONDS, MEGABYTES = 0.3, 60
RUNS = 5


def seconds() -> float:
    """How long one load takes."""
    load.cache_clear()
    start = process_time()
    load()
    return process_time() - start


def megabytes() -> float:
    """What a loaded gazetteer holds."""
    load.cache_clear()
    tracemalloc.start()
    load()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return held / 1048576


def main() -> int:
    """Both figures are printed."""
    took, held = min(seconds() for _ in range(RUNS)), megabytes()
    print(f"load {took:.3f} s (budget {SECONDS}), holds {held:.1f} MB (budget {MEGABYTES})")
    return 0 if took < SECONDS and held < MEGABYTES else 1


if __name__ == "__main__":
    sys.exit(main())
