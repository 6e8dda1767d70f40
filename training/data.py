"""PolNeAR and the stories as the network sees them.

Words, pieces, quote numbers and windows come from `rashomon.inference`, the
annotation from `evaluation.polnear`: what is trained on and what is run on
cannot drift apart.  A line is a passage, so that a line end is a paragraph
break.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation import polnear
from tokenizers import Tokenizer

from rashomon.inference.files import Settings
from rashomon.inference.windows import Floats, Window, windows
from rashomon.inference.words import Integers, Lexicon, Words, read_words
from rashomon.model import Passages, Span
from training.tags import PARTS, TAGS, Marked, tags_of

__all__ = ["Article", "Reading", "Sample", "annotated", "samples", "stories"]

NEWLINE = "[unused0]"  # a piece that no text has, in the vocabulary of both backbones
UNKNOWN = "[UNK]"
_LINE = re.compile(r"[^\n]+")
_SHUFFLE = 3
_LEAST = 5  # words; a story with fewer has no sentence


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Article:
    """One article, ready to be cut into windows.

    Attributes:
        name: unique among all articles ("train/..." or "stories/...").
        words: its words and their pieces.
        tags: the tag of each word; None where nobody annotated.
        marked: what was annotated.
        soft: a teacher's scores, a row a word and a column a tag; None without a teacher.
    """

    name: str
    words: Words
    tags: Integers | None = None
    marked: frozenset[Marked] = frozenset()
    soft: Floats | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sample:
    """One window of an article."""

    article: Article
    window: Window

    def __len__(self) -> int:
        return self.window[1] - self.window[0]


class Reading:
    """Reads texts with one backbone's tokenizer and cuts them into windows.

    Args:
        backbone: the folder with the backbone's ``tokenizer.json``.
        window: pieces the network sees at once.
        overlap: pieces that a window shares with the next.
    """

    def __init__(self, backbone: Path, *, window: int, overlap: int) -> None:
        tokenizer = Tokenizer.from_file(str(backbone / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        frame = tokenizer.encode("").ids
        if len(frame) != 2:
            raise ValueError(f"the tokenizer in {backbone} frames a text by {len(frame)} pieces, not by two")
        nothing = (0.0,) * len(TAGS)
        self.settings = Settings(
            name="training",
            tags=TAGS,
            transitions=(nothing,) * len(TAGS),
            start=nothing,
            end=nothing,
            window=window,
            overlap=overlap,
            newline_id=_piece(tokenizer, NEWLINE),
            cls=frame[0],
            sep=frame[1],
            unk=_piece(tokenizer, UNKNOWN),
        )
        self._lexicon = Lexicon(tokenizer, self.settings.unk)

    def words(self, text: str) -> Words:
        """The words of a text, each line of it a passage."""
        lines = tuple(Span(*match.span()) for match in _LINE.finditer(text))
        return read_words(Passages(text=text, spans=lines), self._lexicon, self.settings.newline_id)


def _piece(tokenizer: Tokenizer, text: str) -> int:
    number = tokenizer.token_to_id(text)
    if number is None:
        raise ValueError(f"the tokenizer has no piece {text}")
    return number


def annotated(data: Path, part: str, reading: Reading) -> Iterator[Article]:
    """PolNeAR's articles of a part ("train", "dev") that hold a word."""
    for each in polnear.annotated(data, part):
        words = reading.words(each.text)
        marked = frozenset(
            (name, span.start, span.end)
            for one in each.attributions
            for name in PARTS
            for span in one.part(name.lower())
        )
        if len(words):
            tags = tags_of(words, marked)
            yield Article(name=f"{part}/{each.name}", words=words, tags=tags, marked=marked)


def stories(data: Path, share: float, reading: Reading) -> Iterator[Article]:
    """A share (0 to 1) of the articles of ``stories.jsonl.gz``, always the same; nobody annotated them."""
    if not share:
        return
    with gzip.open(data / "stories" / "stories.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [(f"stories/{number}", _full(json.loads(line))) for number, line in enumerate(lines)]
    random.Random(_SHUFFLE).shuffle(texts)
    for name, text in texts[: int(len(texts) * share)]:
        words = reading.words(text)
        if len(words) >= _LEAST:
            yield Article(name=name, words=words)


def _full(record: dict[str, str | None]) -> str:
    return "\n\n".join(part for part in (record.get("title"), record.get("text")) if part)


def samples(articles: Iterable[Article], reading: Reading) -> Sequence[Sample]:
    """All windows of the articles."""
    return [
        Sample(article=article, window=window)
        for article in articles
        for window in windows(article.words, reading.settings)
    ]
