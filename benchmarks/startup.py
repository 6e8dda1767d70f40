"""How long a cold start takes, and what that is of a bare ``import trafilatura``.

    python benchmarks/startup.py [REPORT REPORT ...]

Each command is run in a new process, in turn with the others, so that all see
the same machine; medians and their ratio are printed.  Without arguments the
two reports of the first example are compared.  Our modules are compiled first,
as an installer leaves them.
"""

from __future__ import annotations

import compileall
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

RUNS = 7
ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "harbour-interview"
COMMAND = Path(sys.executable).with_name("rashomon")
LIMITS = {"rashomon --help": 0.3, "rashomon compare": 3.0}  # seconds; what the project promises
BARE = "import trafilatura"


def main(arguments: Sequence[str]) -> int:
    """Print the table; 1 if a promise is broken."""
    reports = list(arguments) or [str(p) for p in sorted(EXAMPLE.glob("*.txt"))]
    commands = {
        "rashomon --help": [str(COMMAND), "--help"],
        "rashomon compare": [str(COMMAND), "compare", "--quiet", *reports],
        BARE: [sys.executable, "-c", BARE],
        "python": [sys.executable, "-c", ""],
    }
    compileall.compile_dir(ROOT / "src" / "rashomon", quiet=2)
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(RUNS):
        for name, words in commands.items():
            times[name].append(_seconds(words))
    medians = {name: statistics.median(each) for name, each in times.items()}
    print(f"{RUNS} runs each, {len(reports)} reports\n")
    print("| command | median s | fastest s | of a bare import trafilatura |")
    print("| --- | --- | --- | --- |")
    for name, median in medians.items():
        print(f"| `{name}` | {median:.3f} | {min(times[name]):.3f} | {median / medians[BARE]:.2f} |")
    slow = [name for name, limit in LIMITS.items() if medians[name] > limit]
    for name in slow:
        print(f"error: {name} takes longer than {LIMITS[name]} s", file=sys.stderr)
    return 1 if slow else 0


def _seconds(words: Sequence[str]) -> float:
    start = time.perf_counter()
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
