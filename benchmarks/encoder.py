"""What the tagger costs, what the rest of the pipeline adds to it, and whether memory stays flat.

    python benchmarks/encoder.py [--texts FOLDER] [--stream N] [--only encoder|spacy|memory]

Texts are the plain files of a folder (PolNeAR's dev part where it is at hand,
else the examples).  On one core and on two, each in a process of its own that
may use no more: the encoder's runs are timed inside `rashomon.statements` over
all texts, so that its share and that of everything else (reading, words,
windows, CRF, linking, speakers) come from the same run.  Beside it a spaCy
pipeline of the shape of ``en_core_web_sm`` with random weights (spaCy is in
the extra ``bench``): the least that tools built on it pay.

Times are the processor's: per core and second is what a free core would do.
``wall`` is what it took on this machine, with whatever else ran on it.

Memory: `N` short invented articles go through ``rashomon statements``; its
resident memory is read as the articles pass (Linux only).
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rashomon import read, statements
from rashomon.inference import has_tagger
from rashomon.inference.sessions import Runner

ROOT = Path(__file__).parents[1]
DEV = ROOT / ".." / "shared" / "data" / "polnear" / "dev" / "text"
EXAMPLES = ROOT / "examples"
COMMAND = Path(sys.executable).with_name("rashomon")
ALLOWED = 0.15  # of the encoder's time, for everything else
GROWTH = 1.15  # of memory, from the first third of the stream to its end
SAMPLES = 12
COLUMNS = (
    "cores",
    "articles",
    "pieces/s of the encoder",
    "articles/s a core",
    "CPU s",
    "of it encoder",
    "wall s",
    "articles/s wall",
    "the rest, of the encoder",
)


def main(words: Sequence[str]) -> int:
    """Print the tables; 1 if the rest costs too much or memory grows."""
    given = _arguments(words)
    if given.child:
        print(json.dumps(CHILDREN[given.child](_texts(given.texts))))
        return 0
    if not has_tagger():
        print("error: the tagger's weights are not here", file=sys.stderr)
        return 1
    broken = 0
    if given.only in (None, "encoder"):
        broken += _show_encoder(given.texts)
    if given.only in (None, "spacy"):
        _show_spacy(given.texts)
    if given.only in (None, "memory"):
        broken += _show_memory(given.stream)
    return 1 if broken else 0


def _arguments(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--texts", type=Path, default=DEV if DEV.is_dir() else EXAMPLES)
    parser.add_argument("--stream", type=int, default=10_000)
    parser.add_argument("--only", choices=["encoder", "spacy", "memory"])
    parser.add_argument("--child", choices=list(CHILDREN), help=argparse.SUPPRESS)
    return parser.parse_args(words)


def _texts(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.txt"))


class Meter:
    """Sums what the encoder's runs take, on whatever threads they go."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.pieces = 0
        self._lock = threading.Lock()

    def attach(self) -> None:
        """Time every run from now on."""
        plain = Runner._one

        def timed(runner: Runner, inputs: Mapping[str, NDArray[np.int64]]) -> NDArray[np.float32]:
            start = time.thread_time()
            rows = plain(runner, inputs)
            with self._lock:
                self.seconds += time.thread_time() - start
                self.pieces += len(inputs["input_ids"])
            return rows

        Runner._one = timed  # type: ignore[method-assign, assignment]


def _encoder(paths: Sequence[Path]) -> dict[str, float]:
    """One pass over the texts, after a short one that loads everything."""
    for _ in statements(str(paths[0])):
        pass
    meter = Meter()
    meter.attach()
    cpu, wall = time.process_time(), time.perf_counter()
    found = sum(1 for _ in statements(*map(str, paths)))
    return {
        "articles": len(paths),
        "statements": found,
        "pieces": meter.pieces,
        "encoder": meter.seconds,
        "cpu": time.process_time() - cpu,
        "wall": time.perf_counter() - wall,
    }


def _spacy(paths: Sequence[Path]) -> dict[str, float]:
    """The same texts through the blank pipeline."""
    from benchmarks.blank_spacy import pipeline  # noqa: PLC0415 (spaCy is in an extra)

    texts = [article.text for path in paths for article in read(str(path))]
    nlp = pipeline()
    nlp(texts[0])
    cpu, wall = time.process_time(), time.perf_counter()
    tokens = sum(len(doc) for doc in nlp.pipe(texts))
    return {
        "articles": len(texts),
        "tokens": tokens,
        "cpu": time.process_time() - cpu,
        "wall": time.perf_counter() - wall,
    }


CHILDREN = {"encoder": _encoder, "spacy": _spacy}


def _child(kind: str, texts: Path, cores: int) -> dict[str, float]:
    """What a child that may use so many cores measures."""
    words = [sys.executable, __file__, "--child", kind, "--texts", str(texts)]
    settings = os.environ | {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    allowed = sorted(os.sched_getaffinity(0))[:cores]
    start = ["taskset", "-c", ",".join(map(str, allowed)), *words]
    done = subprocess.run(start, check=True, stdout=subprocess.PIPE, text=True, env=settings)
    measured: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return measured


def _show_encoder(texts: Path) -> bool:
    print(f"| {' | '.join(COLUMNS)} |\n|{' --- |' * len(COLUMNS)}", flush=True)
    rest = 0.0
    for cores in (1, 2):
        seen = _child("encoder", texts, cores)
        rest = seen["cpu"] / max(seen["encoder"], 1e-9) - 1
        cells = [
            f"{cores}",
            f"{seen['articles']}",
            f"{seen['pieces'] / max(seen['encoder'], 1e-9):,.0f}",
            f"{seen['articles'] / seen['cpu']:.1f}",
            f"{seen['cpu']:.2f}",
            f"{seen['encoder']:.2f}",
            f"{seen['wall']:.2f}",
            f"{seen['articles'] / seen['wall']:.1f}",
            f"{rest:.1%}",
        ]
        print(f"| {' | '.join(cells)} |", flush=True)
    if rest > ALLOWED:
        print(f"error: the rest costs more than {ALLOWED:.0%} of the encoder", file=sys.stderr)
    return rest > ALLOWED


def _show_spacy(texts: Path) -> None:
    try:
        seen = _child("spacy", texts, 1)
    except subprocess.CalledProcessError:
        print("\nspaCy is not here (pip install 'rashomon[bench]'), not measured")
        return
    rate, words = seen["articles"] / seen["cpu"], seen["tokens"] / seen["cpu"]
    print(f"\nspaCy, blank, one core: {rate:.1f} articles/s, {words:,.0f} tokens/s, {seen['cpu']:.2f} CPU s")


def _articles(count: int) -> Iterator[str]:
    """So many short articles, no two alike, as JSON Lines."""
    reports = read(*map(str, _texts(EXAMPLES)))
    lines = [line.strip() for report in reports for line in report.text.splitlines() if len(line) > 80]
    for number in range(count):
        chosen = [lines[(number * 7 + step * 13) % len(lines)] for step in range(4)]
        text = "\n\n".join([*chosen, f"That was report {number} of the year."])
        yield json.dumps({"text": text, "title": f"Report {number}", "language": "en"})


def _show_memory(count: int) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stream.jsonl"
        path.write_text("\n".join(_articles(count)) + "\n", encoding="utf-8")
        samples = _sampled([str(COMMAND), "statements", "--quiet", "--max-bytes", "1G", str(path)], count)
    print(f"\n{count:,} articles through `rashomon statements`\n\n| articles | resident MiB |\n| --- | --- |")
    for articles, resident in samples:
        print(f"| {articles:,} | {resident:.0f} |")
    settled, last = samples[len(samples) // 3][1], samples[-1][1]
    if last > GROWTH * settled:
        print(f"error: memory grew from {settled:.0f} to {last:.0f} MiB", file=sys.stderr)
    return last > GROWTH * settled


def _sampled(command: Sequence[str], count: int) -> list[tuple[int, float]]:
    """Resident memory as the statements come out, and after how many articles."""
    marks = list(itertools.accumulate([count // SAMPLES] * SAMPLES))
    out: list[tuple[int, float]] = []
    passed: set[str] = set()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            passed.add(json.loads(line)["article"])
            if len(out) < SAMPLES and len(passed) >= marks[len(out)] - 1:
                out.append((len(passed), _resident(process.pid)))
    return out


def _resident(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    (kilobytes,) = (line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
    return int(kilobytes) / 1024


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
