"""Whether our examples, tests and fixtures are in words of our own.

Nothing of the annotated corpora may stand in this repository.  Every text file
that git tracks is held against them: a run of words that a file shares with a
corpus is a sentence taken over.  The first reports are short and were in
everybody's mind, so seven words tell; in a thousand articles seven words are
often a phrase ("spoke on condition of anonymity because the"), so there it takes twelve.
"""

from __future__ import annotations

import gzip
import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

__all__ = ["corpus", "foreign_runs", "measure", "runs"]

ROOT = Path(__file__).resolve().parents[1]
SEED_RUN, CORPUS_RUN = 7, 12
_WORD = re.compile(r"\w+")

Run = tuple[str, ...]


def corpus(data: Path) -> list[Path]:
    """The files held against, for the digest."""
    patterns = ("seeds/*.txt", "stories/*.gz", "polnear/*/text/*", "basil/articles/*/*.json")
    return sorted(path for pattern in patterns for path in data.glob(pattern))


def measure(data: Path) -> dict[str, float]:
    """The share of our text files that share no run of words with a corpus."""
    files = _own_files()
    foreign = foreign_runs(files, data)
    for name, found in sorted(foreign.items()):
        print(f"  {name}: {' '.join(min(found))} ... ({len(found)} runs)")
    return {"own_words": 1 - len(foreign) / len(files)}


def foreign_runs(files: dict[str, str], data: Path) -> dict[str, set[Run]]:
    """The runs that each of these texts (by name) shares with the corpora in `data`."""
    seeds = {run for path in data.glob("seeds/*.txt") for run in runs(_read(path), SEED_RUN)}
    out: dict[str, set[Run]] = {}
    owners: dict[Run, list[str]] = {}
    for name, text in files.items():
        if shared := runs(text, SEED_RUN) & seeds:
            out[name] = shared
        for run in runs(text, CORPUS_RUN):
            owners.setdefault(run, []).append(name)
    for text in _texts(data):
        for run in runs(text, CORPUS_RUN) & owners.keys():
            for name in owners[run]:
                out.setdefault(name, set()).add(run)
    return out


def runs(text: str, size: int) -> set[Run]:
    """All runs of `size` words, without case and marks.

    >>> sorted(runs("One two, THREE.", 2))
    [('one', 'two'), ('two', 'three')]
    """
    words = [word.casefold() for word in _WORD.findall(text)]
    return {tuple(words[at : at + size]) for at in range(len(words) - size + 1)}


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def _texts(data: Path) -> Iterator[str]:
    for path in corpus(data):
        if path.suffix == ".gz":
            with gzip.open(path, "rt", encoding="utf-8") as lines:
                yield from (json.loads(line)["text"] for line in lines)
        else:
            yield _read(path)


def _own_files() -> dict[str, str]:
    """Every tracked file that is text, by name."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    names = [name for name in listed.decode("utf-8").split("\0") if name and (ROOT / name).is_file()]
    texts = {name: (ROOT / name).read_bytes() for name in names}
    return {name: raw.decode("utf-8", "replace") for name, raw in texts.items() if b"\0" not in raw}
