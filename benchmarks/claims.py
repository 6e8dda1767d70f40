"""How long each room takes for one story, as the story grows: 5, 16 and 50 reports.

    python benchmarks/claims.py [--sizes 5,16,50] [--rules]

Reports are those of the invented events, under names of their own, each given again with its
paragraphs in another order until there are enough: many share text, as wire copy does.  Every size
runs in a process of its own, which compares two of the reports first, so that all models are loaded;
the rooms' shares of the processor's time are those of one run.
What comes after attribution may take at most `ALLOWED` times as long as that does for the largest
story; more is an error.
"""

from __future__ import annotations

import argparse
import io
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
EVENTS = ROOT / "evaluation" / "invented" / "events" / "tune"
SIZES = (5, 16, 50)
ALLOWED = 6.0
PROGRAM = """
import json, sys, time
sys.path.insert(0, sys.argv[1])
import claims
from rashomon.analysis import analyse
from rashomon.model import Policy
from rashomon.wiring import models_for
reports = claims.reports(int(sys.argv[2]))
models = models_for(sys.argv[3])
analyse(reports[:2], Policy(), version="benchmark", models=models)
steps, clock = {}, [None, time.process_time()]
def progress(step, done, total):
    now = time.process_time()
    if clock[0] is not None:
        steps[clock[0]] = steps.get(clock[0], 0.0) + now - clock[1]
    clock[:] = [step, now]
dossier = analyse(reports, Policy(), version="benchmark", models=models, progress=progress)
counts = {"claims": len(dossier.claims), "conflicts": len(dossier.conflicts), "copies": len(dossier.copies)}
print(json.dumps({"steps": steps, **counts, "characters": sum(len(r.text) for r in reports)}))
"""


def main(arguments: Sequence[str]) -> int:
    """Print the table; 1 if the largest story takes too long."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="numbers of reports")
    parser.add_argument("--rules", action="store_true", help="without the trained models")
    options = parser.parse_args(arguments)
    sizes = [int(size) for size in options.sizes.split(",")]
    print("| reports | characters | claims | conflicts | copies | attribution s | the rest, of attribution |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    rest = 0.0
    for size in sizes:
        rest = _row(size, "rules" if options.rules else "auto")
    if rest > ALLOWED and not options.rules:
        print(f"error: {sizes[-1]} reports take {rest:.1f} times attribution's time", file=sys.stderr)
        return 1
    return 0


def _row(size: int, tagger: str) -> float:
    """One line of the table; returns what the other rooms take of attribution's time."""
    words = [sys.executable, "-c", PROGRAM, str(Path(__file__).parent), str(size), tagger]
    told = json.loads(subprocess.run(words, check=True, capture_output=True, text=True).stdout)
    steps = dict(told["steps"])
    attribution = steps.pop("attribution")
    shares = ", ".join(f"{room} {taken / attribution:.2f}" for room, taken in steps.items())
    counts = " | ".join(f"{told[key]:,}" for key in ("characters", "claims", "conflicts", "copies"))
    rest = sum(steps.values()) / attribution
    print(f"| {size} | {counts} | {attribution:.1f} | {rest:.2f} ({shares}) |", flush=True)
    return float(rest)


def reports(size: int) -> list[object]:
    """So many articles, no two of the same text."""
    from rashomon.model import Policy  # noqa: PLC0415  the table's own process needs none of it
    from rashomon.readers import read_inputs  # noqa: PLC0415  likewise

    lines = list(_lines(size))
    whole = "".join(json.dumps(line) + "\n" for line in lines).encode()
    return list(read_inputs(("-",), policy=Policy(), stdin=io.BytesIO(whole)))


def _lines(size: int) -> Iterator[dict[str, object]]:
    found = [
        json.loads(line)
        for folder in sorted(EVENTS.iterdir())[:3]
        for line in (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    for number in range(size):
        turn, which = divmod(number, len(found))
        article = found[which]
        parts = article["text"].split("\n\n")
        at = turn % len(parts)
        text = "\n\n".join([*parts[at:], *parts[:at], f"Edition {turn}."])
        name = f"{article['publisher']} {turn}".strip("0 ")
        yield {**article, "id": f"report-{number}", "publisher": name, "text": text}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
