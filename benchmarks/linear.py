"""How time and memory grow with the length of a report: 1, 10 and 100 times an article, and hostile texts.

    python benchmarks/linear.py [REPORT REPORT]

The text of each report is repeated, every copy with its own number in each
paragraph so that no two are alike, and the commands are run on it in new
processes.  Beyond the start-up, which is measured on an almost empty file and
taken off, ten times the text may take at most `ALLOWED` times ten as long;
more is an error.  Time is the processor's, which other work on the machine
does not change much; peak memory is the process's own (``ru_maxrss``).

Hostile texts are one shape over and over: one endless line, nothing but marks,
quotations that nobody closes.  ``statements`` must take linear time on them,
too: by the rules alone, whose growth the tagger's own time would hide, and with the tagger.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

FACTORS = (1, 10, 100)
ALLOWED = 2.0  # times the growth of the text: n log n and a busy machine stay below, n squared is 10
RUNS = 3
LONG = 2.0  # seconds after which one run tells enough
TAGGERS = ("rules", "auto")
NOISE = 0.05  # seconds; what lies below cannot be told from the start-up
ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "harbour-interview"
HOSTILE = {
    "one letter": "a",
    "line ends": "\n",
    "short lines": "He said it.\n",
    "punctuation": ".,;:!?-—()[]“”‘’\"'",
    "apostrophes": "'",
    "words in single marks": "'a' ",
    "quotations never closed": "“He said ",
    "emoji": "😀🎉👍 ",
    "right to left": "אמר השר: “לא נמכור את הנמל”. ",
    "names": "Ada Holt, ",
    "cues": "he said that it is late and she told Ada Holt, who said, ",
    "clauses": "Ada Holt who said that it rained; ",
    "abbreviations": "Dr. ",
    "quotations opened": "“a ",
    "signatures": "BY ",
    "wire marks": "(A/",
    "dashes": "A — ",
    "captions": "Photo: ",
    "outlets": "Times Post Herald Echo Radio News Network ",
    "weekdays": "Sunday, Sunday, ",
    "amounts": "twenty two thousand nineteen ninety ",
    "years": "2019-2021-",
    "months": "May March 3 to ",
    "durations": "“now” “days after ",
}
LENGTHS = (20_000, 200_000)
LINE = (20_000, 200_000, 2_000_000)
PROGRAM = """
import json, resource, sys, time
from rashomon.cli import main
code = main(sys.argv[1:])
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([code, time.process_time(), peak]), file=sys.stderr)
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one run: seconds of processor time, and peak memory in MiB."""

    seconds: float
    peak: float


def main(arguments: Sequence[str]) -> int:
    """Print the table; 1 if something grows too fast."""
    reports = [Path(a) for a in arguments] or sorted(EXAMPLE.glob("*.txt"))[:2]
    texts = [report.read_text(encoding="utf-8") for report in reports]
    broken = 0
    print("| command | text | characters | CPU s | CPU s beyond start | growth | peak MiB |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        for command in _commands():
            for row, excess in _rows(command, texts, Path(folder)):
                print(row, flush=True)
                broken += excess
        for tagger in TAGGERS:
            print(f"\n| `--tagger {tagger}`, text of | characters | CPU s beyond start | growth | peak MiB |")
            print("| --- | --- | --- | --- | --- |")
            for name, unit in {
                "one line of prose": " ".join(" ".join(texts).split()) + " ",
                **HOSTILE,
            }.items():
                lengths = LENGTHS if name in HOSTILE else LINE
                for row, excess in _hostile_rows(name, unit, lengths, tagger, Path(folder)):
                    print(row, flush=True)
                    broken += excess
    if broken:
        print(f"error: grows more than {ALLOWED} times as fast as the text", file=sys.stderr)
    return 1 if broken else 0


def _commands() -> Iterator[list[str]]:
    yield ["read"]
    for tagger in TAGGERS:
        yield ["statements", "--tagger", tagger]
        yield ["compare", "--tagger", tagger, "--format", "json"]


def _rows(command: Sequence[str], texts: Sequence[str], folder: Path) -> Iterator[tuple[str, bool]]:
    """A line of the table for each factor, and whether it breaks the promise."""
    start = _cost(command, _write(["The board met.\n", "The council met.\n"], folder))
    before: float | None = None
    for factor in FACTORS:
        paths = _write([_repeated(text, factor) for text in texts], folder)
        cost = _cost(command, paths)
        beyond = max(cost.seconds - start.seconds, NOISE)
        growth = beyond / before if before else None
        before = beyond
        size = sum(len(Path(p).read_text(encoding="utf-8")) for p in paths)
        shown = f"{growth:.1f}" if growth else "-"
        name = f"`{' '.join(command[:3])}`"
        figures = f"{cost.seconds:.2f} | {beyond:.2f} | {shown} | {cost.peak:.0f}"
        yield f"| {name} | {factor}x | {size:,} | {figures} |", growth is not None and growth > 10 * ALLOWED


def _hostile_rows(
    name: str, unit: str, lengths: Sequence[int], tagger: str, folder: Path
) -> Iterator[tuple[str, bool]]:
    """The same for one shape, repeated up to each length behind an ordinary sentence."""
    command = ["statements", "--tagger", tagger]
    start = _cost(command, _write(["The board met.\n"], folder))
    before: float | None = None
    for length in lengths:
        text = "The board met.\n\n" + (unit * (length // len(unit) + 1))[:length]
        cost = _cost(command, _write([text], folder))
        beyond = max(cost.seconds - start.seconds, NOISE)
        growth = beyond / before if before else None
        before = beyond
        shown = f"{growth:.1f}" if growth else "-"
        row = f"| {name} | {length:,} | {beyond:.2f} | {shown} | {cost.peak:.0f} |"
        yield row, growth is not None and growth > 10 * ALLOWED


def _repeated(text: str, factor: int) -> str:
    """The text `factor` times, each paragraph that ends a sentence with the number of its copy."""
    copies = []
    for number in range(factor):
        lines = [
            f"{line} This is copy {number}." if line.rstrip().endswith((".", "”")) else line
            for line in text.splitlines()
        ]
        copies.append("\n".join(lines))
    return "\n\n".join(copies) + "\n"


def _write(texts: Sequence[str], folder: Path) -> list[str]:
    paths = []
    for number, text in enumerate(texts):
        path = folder / f"{number}.txt"
        path.write_text(text, encoding="utf-8")
        paths.append(str(path))
    return paths


def _cost(command: Sequence[str], paths: Sequence[str]) -> Cost:
    """The cheapest of a few runs."""
    costs: list[Cost] = []
    while len(costs) < RUNS and not any(cost.seconds > LONG for cost in costs):
        costs.append(_one_cost(command, paths))
    return min(costs, key=lambda cost: cost.seconds)


def _one_cost(command: Sequence[str], paths: Sequence[str]) -> Cost:
    words = [sys.executable, "-c", PROGRAM, *command, "--quiet", "--max-bytes", "1G", *paths]
    done = subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    code, seconds, peak = json.loads(done.stderr.splitlines()[-1])
    if code not in (0, 1):  # 1: a language that is not analysed
        raise SystemExit(f"error: {' '.join(command)} failed: {done.stderr}")
    return Cost(seconds=seconds, peak=peak)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
