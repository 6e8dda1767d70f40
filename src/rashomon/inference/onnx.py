"""The tagger: words in windows to the network, its scores through a CRF, fragments out.

A BERT encoder of six layers (MiniLM) with a feature for quotation marks scores
each word's tags; `chain` finds the best sequence and how sure each fragment is.
Texts are read in groups of some ten thousand words, so memory does not grow
with their number.  A window without a letter or digit is not shown to the
network: nobody says anything there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rashomon.inference.chain import Chain, Piece
from rashomon.inference.files import WEIGHTS, links_of, part, settings_of
from rashomon.inference.pieces import tokenizer_of
from rashomon.inference.sessions import Runner
from rashomon.inference.windows import Floats, Window, features, join, windows
from rashomon.inference.words import Lexicon, Words, read_words
from rashomon.model import Fragment, Passages, Role, Span

__all__ = ["OnnxTagger"]

_GROUP = 20_000  # words: some thirty articles step through the CRF together
_DIGITS = 6  # of a score; what lies below differs between processors
_ROLES = {"Source": Role.SOURCE, "Cue": Role.CUE, "Content": Role.CONTENT}


class OnnxTagger:
    """A `rashomon.ports.Tagger` run by onnxruntime.

    The weights are loaded with the first text, once.  A text has the same
    fragments and scores whatever is tagged with it and on however many threads.

    Args:
        folder: where the weights are; those of the package if left out.
        threads: how many windows are read at the same time; one a core if None.

    Raises:
        WeightsMissing: if ``tagger.json`` or ``linker.json`` is not in the folder; on first use, if
            another file is not.
    """

    def __init__(self, folder: Path = WEIGHTS, *, threads: int | None = None) -> None:
        self._folder = folder
        self._threads = threads
        self._settings = settings_of(folder)
        self._chain = Chain(self._settings)
        self.name = self._settings.name
        self.links: Mapping[str, float] = links_of(folder)

    @cached_property
    def _runner(self) -> Runner:
        return Runner(part(self._folder, "tagger.onnx"), threads=self._threads)

    @cached_property
    def _lexicon(self) -> Lexicon:
        tokenizer = tokenizer_of(self._folder)
        return Lexicon(tokenizer, self._settings.unk)

    def tag(self, texts: Sequence[Passages]) -> list[tuple[Fragment, ...]]:
        """The fragments of each text: in order, disjoint, each within one of the text's spans."""
        out: list[tuple[Fragment, ...]] = []
        group: list[Words] = []
        for text in texts:
            group.append(read_words(text, self._lexicon, self._settings.newline_id))
            if sum(map(len, group)) >= _GROUP:
                out += self._tagged(group)
                group = []
        return [*out, *self._tagged(group)]

    def _tagged(self, group: Sequence[Words]) -> Iterator[tuple[Fragment, ...]]:
        scores = self._scores(group)
        found = self._chain.pieces([(s, words.breaks) for s, words in zip(scores, group, strict=True)])
        return (_fragments(words, pieces) for words, pieces in zip(group, found, strict=True))

    def _scores(self, group: Sequence[Words]) -> list[Floats]:
        """Of each text, a row a word and a column a tag."""
        todo = [(words, list(windows(words, self._settings))) for words in group]
        shown = (
            self._inputs(words, window) for words, cuts in todo for window in cuts if _lettered(words, window)
        )
        outputs = self._runner.run(shown)
        return [self._joined(words, cuts, outputs) for words, cuts in todo]

    def _inputs(self, words: Words, window: Window) -> Mapping[str, NDArray[np.int64]]:
        pieces, quotes, _ = features(words, window, self._settings)
        return {"input_ids": pieces, "quote_ids": quotes, "attention_mask": np.ones_like(pieces)}

    def _joined(self, words: Words, cuts: Sequence[Window], outputs: Iterator[Floats]) -> Floats:
        parts = [
            (window, next(outputs)[features(words, window, self._settings)[2]])
            if _lettered(words, window)
            else (window, self._silence(window))
            for window in cuts
        ]
        return join(words, parts, len(self._settings.tags))

    def _silence(self, window: Window) -> Floats:
        """Scores that leave no doubt that the words belong to no attribution."""
        scores = np.full((window[1] - window[0], len(self._settings.tags)), -20.0, np.float32)
        scores[:, self._settings.tags.index("O")] = 0.0
        return scores


def _lettered(words: Words, window: Window) -> bool:
    """Whether a word of the window holds a letter or digit."""
    start, end = window
    return bool(words.lettered[end - 1] > (words.lettered[start - 1] if start else 0))


def _fragments(words: Words, pieces: Sequence[Piece]) -> tuple[Fragment, ...]:
    return tuple(
        Fragment(
            role=_ROLES[role],
            span=Span(int(words.starts[first]), int(words.ends[last])),
            score=round(probability, _DIGITS),
        )
        for role, first, last, probability in pieces
    )
