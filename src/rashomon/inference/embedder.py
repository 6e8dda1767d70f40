"""The embedder: sentences to vectors that lie close where the meaning does.

A MiniLM encoder; the mean over the pieces and the scaling to length 1 are in
the graph.  A sentence is run by itself (see `sessions`), so it has one vector,
whatever else is asked for.
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
from rashomon.inference.pieces import tokenizer_of
from rashomon.inference.sessions import Runner

__all__ = ["OnnxEmbedder"]

_PIECES = 256  # of a sentence are read, as many as the model's makers allow
_LETTERS = 4_000  # of a sentence are looked at: no 256 pieces of prose have more
_SURROGATE = re.compile("[\ud800-\udfff]")


class OnnxEmbedder:
    """A `rashomon.ports.Embedder` run by onnxruntime.

    The weights are loaded once: with the first sentence, or by `begin`.

    Args:
        folder: where the weights are; those of the package if left out.
        threads: how many sentences are read at the same time; one a core if None.

    Raises:
        WeightsMissing: on first use, if they are not there.
    """

    name = "all-MiniLM-L6-v2 int8"

    def __init__(self, folder: Path = WEIGHTS, *, threads: int | None = None) -> None:
        self._folder = folder
        self._threads = threads
        self._runner = Later(self._opened)

    def begin(self) -> None:
        """Load the weights while the caller does something else; a fault is raised on first use."""
        self._runner.begin()

    def _opened(self) -> Runner:
        return Runner(part(self._folder, "embedder.onnx"), threads=self._threads)

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        tokenizer = tokenizer_of(self._folder)
        tokenizer.enable_truncation(_PIECES)
        return tokenizer

    def embed(self, sentences: Sequence[str]) -> list[list[float]]:
        """A vector of length 1 for each sentence; of a long one the first 256 pieces count."""
        return [row.tolist() for row in self._runner.get().run(self._inputs(sentences))]

    def _inputs(self, sentences: Sequence[str]) -> Iterator[Mapping[str, NDArray[np.int64]]]:
        for sentence in sentences:
            text = _SURROGATE.sub("\ufffd", sentence[:_LETTERS])
            pieces = np.array(self._tokenizer.encode(text).ids, np.int64)
            yield {"input_ids": pieces, "attention_mask": np.ones_like(pieces)}
