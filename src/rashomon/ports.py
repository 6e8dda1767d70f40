"""The protocols that parts plug in by.

A part is chosen from an explicit table in `wiring`; an unknown name raises.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple, Protocol, runtime_checkable

from rashomon.errors import InputError
from rashomon.model import Article, Dossier, Fragment, Passages, Policy

__all__ = [
    "TAGGERS",
    "CloseReader",
    "Embedder",
    "Exporter",
    "InContext",
    "Models",
    "PairReader",
    "Reader",
    "Reading",
    "Tagger",
]

TAGGERS = ("auto", "model", "rules")
"""Who finds the statements: the trained model, the rules alone, or the model wherever its weights are."""


@runtime_checkable
class Reader(Protocol):
    """Turns bytes of one kind into articles.

    Attributes:
        kind: the name of the kind ("plain", "html").
    """

    kind: str

    def accepts(self, head: bytes) -> bool:
        """Whether an input whose first bytes (up to 64 KiB) are these is of this kind."""
        ...

    def read(self, stream: BinaryIO, *, name: str, policy: Policy) -> Iterator[Article | InputError]:
        """The articles in the stream; a fault is yielded in its place and reading goes on.

        `name` is what `Article.input` and faults call the input.
        """
        ...


@runtime_checkable
class Exporter(Protocol):
    """Turns a dossier into bytes of one format.

    Attributes:
        format: its name on the command line ("html").
        suffixes: file name endings it is chosen by ("`.html`").
    """

    format: str
    suffixes: tuple[str, ...]

    def export(self, dossier: Dossier) -> bytes:
        """The dossier in this format; the same dossier gives the same bytes."""
        ...


@runtime_checkable
class Tagger(Protocol):
    """Finds the pieces of attributions in running text.

    Attributes:
        name: of the model and its version; it is written into dossiers.
        links: the weights by which its fragments are linked and the statements scored, by feature.
    """

    name: str
    links: Mapping[str, float]

    def tag(self, texts: Sequence[Passages]) -> list[tuple[Fragment, ...]]:
        """The fragments of each text, in order, disjoint, each within one of the text's spans.

        A text has the same fragments and scores whatever other texts are given with it.
        """
        ...


@runtime_checkable
class Embedder(Protocol):
    """Turns sentences into vectors whose inner product says how alike they mean.

    Attributes:
        name: of the model and its version.
    """

    name: str

    def embed(self, sentences: Sequence[str]) -> Sequence[Sequence[float]]:
        """A vector of length 1 for each sentence, the same whatever other sentences are given with it."""
        ...


class InContext(NamedTuple):
    """Words, with what stands before and behind them: "it" and "there" are told by their surroundings."""

    words: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How two wordings stand to each other, as likelihoods from 0 to 1.

    Attributes:
        same: they tell one thing.
        compatible: one tells it finer, rounded, of a part or of a later time.
        contrary: both cannot hold.
        kinds: were they contrary, in what (names of conflict kinds); the shares sum to 1.
        closely: whether a closer look (`read_closely`) would tell nothing else.
    """

    same: float
    compatible: float
    contrary: float
    kinds: Mapping[str, float]
    closely: bool = True

    @property
    def about_one(self) -> float:
        """How likely both are about one thing, whatever they say of it."""
        return min(1.0, self.same + self.compatible + self.contrary)


@runtime_checkable
class PairReader(Protocol):
    """Tells how two wordings stand to each other.

    Attributes:
        name: of the model and its version.
    """

    name: str

    def read(self, pairs: Sequence[tuple[InContext, InContext]]) -> Sequence[Reading]:
        """A reading of each pair: the same whichever comes first, and whatever pairs are given with it."""
        ...


@runtime_checkable
class CloseReader(PairReader, Protocol):
    """A reader of pairs that can be asked to look closer, at more cost, than it does by itself."""

    def read_closely(self, pairs: Sequence[tuple[InContext, InContext]]) -> Sequence[Reading]:
        """As `read`; all readings are `closely`."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Models:
    """The trained models that an analysis may ask; without them the rules decide alone."""

    tagger: Tagger | None = None
    embedder: Embedder | None = None
    pairs: PairReader | None = None

    @property
    def name(self) -> str | None:
        """Of those that are there, for the dossier; None for rules alone."""
        return (
            " + ".join(model.name for model in (self.tagger, self.embedder, self.pairs) if model is not None)
            or None
        )
