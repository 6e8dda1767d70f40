"""Where the weights lie, and what `tagger.json` says about them.

A folder of weights holds ``tagger.onnx``, ``tagger.json``, ``linker.json``,
``embedder.onnx``, ``pairs.onnx``, ``pairs-large.onnx``, ``pairs-large.npz`` and the ``tokenizer.json``
of all of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon.errors import WeightsMissing

__all__ = [
    "WEIGHTS",
    "Settings",
    "has_embedder",
    "has_large_pair_reader",
    "has_pair_reader",
    "has_tagger",
    "links_of",
    "part",
    "settings_of",
    "whole",
]

WEIGHTS = Path(__file__).parent / "weights"
"""The weights that come with the package."""

_TAGGER = ("tagger.onnx", "tagger.json", "tokenizer.json", "linker.json")
_EMBEDDER = ("embedder.onnx", "tokenizer.json")
_PAIRS = ("pairs.onnx", "tokenizer.json")
_LARGE_PAIRS = ("pairs-large.onnx", "pairs-large.npz")


def has_tagger(folder: Path = WEIGHTS) -> bool:
    """Whether all files of a tagger are in `folder`."""
    return all((folder / name).is_file() for name in _TAGGER)


def has_embedder(folder: Path = WEIGHTS) -> bool:
    """Whether all files of an embedder are in `folder`."""
    return all((folder / name).is_file() for name in _EMBEDDER)


def has_pair_reader(folder: Path = WEIGHTS) -> bool:
    """Whether all files of a reader of pairs are in `folder`."""
    return all((folder / name).is_file() for name in _PAIRS)


def has_large_pair_reader(folder: Path = WEIGHTS) -> bool:
    """Whether the larger reader of pairs is in `folder`, which has the pieces of the smaller one too.

    Raises:
        WeightsMissing: if one of its two files is there without the other: nobody chose to have half of it.
    """
    missing = [name for name in _LARGE_PAIRS if not (folder / name).is_file()]
    if len(missing) == 1:
        raise WeightsMissing(
            f"{missing[0]} is not in {folder}, where its other half is; install the package anew"
        )
    return not missing


def part(folder: Path, name: str) -> Path:
    """The file `name` in `folder`.

    Raises:
        WeightsMissing: if it is not there.
    """
    path = folder / name
    if not path.is_file():
        raise WeightsMissing(f"{name} is not in {folder}")
    return path


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a tagger was trained with, as ``tagger.json`` has it.

    Attributes:
        name: of the model.
        tags: BIO tags by the number of the network's output ("O", "B-Source", ...).
        transitions: score of going from one tag (row) to the next (column).
        start: score of a tag at the beginning of a text.
        end: score of a tag at its end.
        window: pieces the network sees at once, `cls` and `sep` among them.
        overlap: pieces that one window shares with the next, at least.
        newline_id: the piece that stands for a paragraph break.
        cls: the piece before a window.
        sep: the piece behind it.
        unk: the piece for what the tokenizer does not know.
    """

    name: str
    tags: tuple[str, ...]
    transitions: tuple[tuple[float, ...], ...]
    start: tuple[float, ...]
    end: tuple[float, ...]
    window: int
    overlap: int
    newline_id: int
    cls: int
    sep: int
    unk: int


def settings_of(folder: Path) -> Settings:
    """The settings of the tagger in `folder`.

    Raises:
        WeightsMissing: if there are none, or they are not whole.
    """
    with whole(folder, "tagger.json") as path:
        record: dict[str, Any] = json.loads(path.read_bytes())
        return Settings(
            **{name: int(record[name]) for name in ("window", "overlap", "newline_id", "cls", "sep", "unk")},
            name=str(record["name"]),
            tags=tuple(record["tags"]),
            transitions=tuple(map(tuple, record["transitions"])),
            start=tuple(record["start"]),
            end=tuple(record["end"]),
        )


def links_of(folder: Path) -> dict[str, float]:
    """The weights of the linker in `folder`, by feature.

    Raises:
        WeightsMissing: if there are none, or they are not whole.
    """
    with whole(folder, "linker.json") as path:
        return {str(name): float(weight) for name, weight in json.loads(path.read_bytes()).items()}


@contextmanager
def whole(folder: Path, name: str) -> Iterator[Path]:
    """The file `name` in `folder`, to be read within.

    Raises:
        WeightsMissing: if it is not there, or what is read in it is not what it should be.
    """
    path = part(folder, name)
    try:
        yield path
    except (ValueError, KeyError, TypeError, AttributeError, OSError) as fault:
        raise WeightsMissing(f"{name} in {folder} is not whole; install the package anew") from fault
