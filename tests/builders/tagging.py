"""A tagger whose network is a rule that can be foretold: what stands in quotation marks is content."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from rashomon.inference import WEIGHTS, OnnxTagger
from rashomon.inference import onnx as tagger_module
from rashomon.inference.files import Settings, settings_of
from rashomon.inference.words import Quote
from rashomon.model import Passages, Span

TAGS = ("O", "B-Source", "I-Source", "B-Cue", "I-Cue", "B-Content", "I-Content")
NEVER = -10_000.0


class QuotedIsContent:
    """Stands in for `Runner`: scores by the quote numbers alone, one row a piece."""

    def __init__(self, model: Path, *, threads: int | None = None) -> None:
        assert threads is None or threads > 0

    def run(self, inputs: Iterable[Mapping[str, NDArray[np.int64]]]) -> Iterator[NDArray[np.float32]]:
        for each in inputs:
            quotes = each["quote_ids"]
            scores = np.zeros((len(quotes), len(TAGS)), np.float32)
            scores[quotes == Quote.OUTSIDE, TAGS.index("O")] = 9
            scores[quotes == Quote.OPENING, TAGS.index("B-Content")] = 9
            for number in (Quote.INSIDE, Quote.CLOSING):
                scores[quotes == number, TAGS.index("I-Content")] = 9
            yield scores


def record(window: int = 64, overlap: int = 16) -> dict[str, object]:
    """A ``tagger.json`` without preferences: only what BIO forbids is scored."""
    size = len(TAGS)
    steps = [[0.0] * size for _ in TAGS]
    for inside in (2, 4, 6):
        for before in range(size):
            if before not in (inside, inside - 1):
                steps[before][inside] = NEVER
    start = [NEVER if tag.startswith("I") else 0.0 for tag in TAGS]
    numbers = {"newline_id": 1, "cls": 101, "sep": 102, "unk": 100, "pad": 0}
    scores = {"transitions": steps, "start": start, "end": [0.0] * size}
    return {"name": "stub", "tags": TAGS, "window": window, "overlap": overlap, **scores, **numbers}


def weights(folder: Path, *, window: int = 64, overlap: int = 16) -> Path:
    """A folder of weights whose network is empty."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tagger.json").write_text(json.dumps(record(window, overlap)), encoding="utf-8")
    (folder / "tagger.onnx").write_bytes(b"")
    (folder / "linker.json").write_text('{"C0": 0.5}', encoding="utf-8")
    (folder / "tokenizer.json").write_bytes((WEIGHTS / "tokenizer.json").read_bytes())
    return folder


def settings(folder: Path, *, window: int = 64, overlap: int = 16) -> Settings:
    """The settings in such a folder."""
    return settings_of(weights(folder, window=window, overlap=overlap))


def stub_tagger(monkeypatch: pytest.MonkeyPatch, folder: Path) -> OnnxTagger:
    """The tagger over `QuotedIsContent`."""
    monkeypatch.setattr(tagger_module, "Runner", QuotedIsContent)
    return OnnxTagger(weights(folder))


def paragraphs(text: str) -> Passages:
    """Each line that holds more than blanks as a passage."""
    lines = [Span(*match.span()).trim(text) for match in re.finditer(r"[^\n]+", text)]
    return Passages(text=text, spans=tuple(line for line in lines if line))
