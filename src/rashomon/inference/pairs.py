"""The reader of pairs: whether two wordings tell one thing, or contradict each other about it.

An encoder that reads both wordings at once (a cross-encoder), a score for
each relation and each kind of contradiction: a small one, or a large one that takes
five times as long (`cascade` has it read what the small one suspects).  The two come in the order of
their letters, so that a pair has one answer whichever way round it is asked;
each pair is run by itself (see `sessions`).  What stands around a wording is read
with it and marked as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from rashomon.inference.files import WEIGHTS, part
from rashomon.inference.later import Later
from rashomon.inference.packed import read_matrices
from rashomon.inference.pieces import tokenizer_of
from rashomon.inference.sessions import Runner
from rashomon.ports import InContext, Reading

__all__ = ["KINDS", "RELATIONS", "SIDES", "OnnxPairReader", "encoded"]

RELATIONS = ("same", "compatible", "contrary", "apart")
"""What the first outputs of the network stand for, in order."""
KINDS = ("number", "date", "place", "name", "reason", "polarity", "modality")
"""What the others stand for: in what two wordings contradict each other."""

SIDES = 4
"""What a piece can be: of the first wording, of the second, around the first, around the second."""

_PIECES = 64  # of a wording are read
_BEFORE, _AFTER = 40, 12  # of what stands before it and behind it
_LETTERS = 1_000  # of a wording are looked at
_SMALL, _LARGE = ("minilm-pairs-3", "pairs.onnx"), ("mpnet-pairs-2", "pairs-large.onnx")
_SURROGATE = re.compile("[\ud800-\udfff]")
_STOPS = " \t\n.,;:!?"


def encoded(tokenizer: Tokenizer, first: InContext, second: InContext) -> tuple[list[int], list[int]]:
    """The pieces of both wordings with what stands around them, and what (`SIDES`) each is.

    Of what stands before, the last pieces are read; of the rest, the first.
    """
    begins, ends = tokenizer.encode("").ids
    pieces, sides = [begins], [0]
    for side, told in enumerate((first, second)):
        for what, found in (
            (side + 2, _ids(tokenizer, told.before[-_LETTERS:])[-_BEFORE:]),
            (side, _ids(tokenizer, told.words[:_LETTERS])[:_PIECES]),
            (side + 2, _ids(tokenizer, told.after[:_LETTERS])[:_AFTER]),
            (side, [ends]),
        ):
            pieces += found
            sides += [what] * len(found)
    return pieces, sides


def _ids(tokenizer: Tokenizer, words: str) -> list[int]:
    text = _SURROGATE.sub("\ufffd", words).strip(_STOPS)
    return list(tokenizer.encode(text, add_special_tokens=False).ids) if text else []


class OnnxPairReader:
    """A `rashomon.ports.PairReader` run by onnxruntime.

    The weights are loaded once: with the first pair, or by `begin`.

    Args:
        folder: where the weights are; those of the package if left out.
        large: whether the larger network reads.
        threads: how many pairs are read at the same time; one a core if None.

    Raises:
        WeightsMissing: on first use, if they are not there or not whole.
    """

    def __init__(self, folder: Path = WEIGHTS, *, large: bool = False, threads: int | None = None) -> None:
        self.name, self._file = _LARGE if large else _SMALL
        self._folder, self._large = folder, large
        self._threads = threads
        self._runner = Later(self._opened)

    def begin(self) -> None:
        """Load the weights while the caller does something else; a fault is raised on first use."""
        self._runner.begin()

    def _opened(self) -> Runner:
        matrices = read_matrices(part(self._folder, "pairs-large.npz")) if self._large else None
        return Runner(part(self._folder, self._file), threads=self._threads, matrices=matrices)

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        return tokenizer_of(self._folder)

    def read(self, pairs: Sequence[tuple[InContext, InContext]]) -> list[Reading]:
        """Of each pair how likely each relation is, and each kind were it a contradiction."""
        if not pairs:
            return []
        return [_reading(scores) for scores in self._runner.get().run(self._inputs(pairs))]

    def _inputs(
        self, pairs: Sequence[tuple[InContext, InContext]]
    ) -> Iterator[Mapping[str, NDArray[np.int64]]]:
        for pair in pairs:
            pieces, sides = encoded(self._tokenizer, *sorted(pair))
            ids = np.array(pieces, np.int64)
            yield {
                "input_ids": ids,
                "side_ids": np.array(sides, np.int64),
                "attention_mask": np.ones_like(ids),
            }


def _reading(scores: NDArray[np.float32]) -> Reading:
    relations = _shares(scores[: len(RELATIONS)])
    return Reading(
        same=relations[0],
        compatible=relations[1],
        contrary=relations[2],
        kinds=dict(zip(KINDS, _shares(scores[len(RELATIONS) :]), strict=True)),
    )


def _shares(scores: NDArray[np.float32]) -> list[float]:
    raised = np.exp(scores.astype(np.float64) - float(scores.max()))
    return [float(share) for share in (raised / raised.sum()).round(6)]
