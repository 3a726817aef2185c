"""What the gazetteer costs: seconds to load (best of five, a fresh process each) and megabytes held.

bench.py            prints both beside the budget: 0.3 s, 60 MB
"""

from __future__ import annotations

import subprocess
import sys

SECONDS, MEGABYTES = 0.3, 60
RUNS = 5
TIMED = "import time;from waqai.reference.places import load;s=time.perf_counter();load();print(time.perf_counter()-s)"
HELD = (
    "import tracemalloc;from waqai.reference.places import load;tracemalloc.start();load();"
    "print(tracemalloc.get_traced_memory()[0]/1048576)"
)


def measured(program: str) -> float:
    """The number that a fresh Python prints for this program."""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return float(done.stdout)


def main() -> int:
    """Both figures are printed; 1 where one is over its budget."""
    seconds, held = min(measured(TIMED) for _ in range(RUNS)), measured(HELD)
    print(f"load {seconds:.3f} s (budget {SECONDS}), holds {held:.1f} MB (budget {MEGABYTES})")
    return 0 if seconds < SECONDS and held < MEGABYTES else 1


if __name__ == "__main__":
    sys.exit(main())
