"""What is measured: from articles on disk to the attributions a user gets for them.

A system is a function, so that a row of the table is a line.  `installed` runs
the command that a user runs, once for all articles, and reads its JSON Lines:
what the readers make of a file, the rooms, the output and its offsets are all
measured with it.  Nested statements are left out: the corpora are univocal.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation.agreement import Attribution
from evaluation.polnear import Annotated

from rashomon.model import Span

__all__ = ["Found", "System", "attributions", "command", "installed"]

Found = Mapping[str, tuple[Attribution, ...]]
"""The attributions of each article, by its name; an article without any may be missing."""

System = Callable[[Sequence[Annotated]], Found]


def command() -> list[str]:
    """The installed command beside this Python; without one, the package itself."""
    script = Path(sys.executable).with_name("rashomon")
    return [str(script)] if script.exists() else [sys.executable, "-m", "rashomon"]


def installed(*options: str) -> System:
    """``rashomon statements --quiet OPTIONS FILE...`` as a system.

    The system raises `RuntimeError` if the command ends with anything but 0 or
    1 (1: some input could not be used, which then counts as an article without
    statements).
    """

    def run(articles: Sequence[Annotated]) -> Found:
        words = [*command(), "statements", "--quiet", *options, *(str(a.path) for a in articles)]
        done = subprocess.run(words, capture_output=True, check=False)
        if done.returncode not in (0, 1):
            told = done.stderr.decode("utf-8", "replace")
            raise RuntimeError(f"{words[0]} ended with {done.returncode}: {told}")
        return attributions(done.stdout.decode("utf-8").split("\n")[:-1], articles)

    return run


def attributions(lines: Iterable[str], articles: Sequence[Annotated]) -> Found:
    """The top-level statements of a JSON Lines output, by article, in its order.

    Spans are taken as offsets into the file.  Where a reader changed the text,
    they are not; such statements count as they stand, hence as wrong, and a
    line on standard error names the articles.
    """
    by_input = {str(article.path): article for article in articles}
    out: dict[str, list[Attribution]] = {article.name: [] for article in articles}
    shifted: Counter[str] = Counter()
    for line in lines:
        record = json.loads(line)
        article = by_input[record["input"]]
        words = [article.text[start:end] for start, end in record["content"]]
        shifted[article.name] += words != record["content_text"]
        if record["parent"] is None:
            out[article.name].append(_attribution(record))
    for name, number in (+shifted).items():
        print(f"{name}: {number} statements whose words do not stand at their offsets", file=sys.stderr)
    return {name: tuple(found) for name, found in out.items()}


def _attribution(record: dict[str, Any]) -> Attribution:
    source, evidence = record["source"]["span"], record["evidence"]
    return Attribution(
        source=_spans([source] if source is not None else []),
        cue=_spans(record["cue"]),
        content=_spans(record["content"]),
        score=evidence["score"],
        reason=evidence["reason"],
        uncertain=bool(evidence.get("uncertain")),
    )


def _spans(pairs: Iterable[Sequence[int]]) -> frozenset[Span]:
    return frozenset(Span(start, end) for start, end in pairs)
