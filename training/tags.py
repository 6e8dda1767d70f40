"""The tags a word can have, and how marked spans become tags (BIO, after Ramshaw and Marcus 1995)."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from rashomon.inference.words import Integers, Words

__all__ = ["PARTS", "TAGS", "Marked", "headed", "tags_of"]

PARTS = ("Source", "Cue", "Content")
TAGS = ("O", *(f"{place}-{part}" for part in PARTS for place in "BI"))
"""By the number of the network's output; a part's I stands right behind its B."""

Marked = tuple[str, int, int]
"""A fragment that somebody marked: its part, and where it begins and ends, in code points."""


def tags_of(words: Words, marked: Iterable[Marked]) -> Integers:
    """The tag of each word; a word that a fragment touches belongs to it, the later one where two do."""
    tags = np.zeros(len(words), np.int64)
    for part, start, end in sorted(marked, key=lambda each: (each[1], each[2], each[0])):
        first = int(np.searchsorted(words.ends, start, side="right"))
        behind = int(np.searchsorted(words.starts, end, side="left"))
        if first < behind:
            tags[first] = TAGS.index(f"B-{part}")
            tags[first + 1 : behind] = TAGS.index(f"I-{part}")
    return tags


def headed(tags: Integers) -> Integers:
    """The tags of a window: a fragment that the cut has left without its head begins at the cut."""
    if not len(tags) or not TAGS[tags[0]].startswith("I"):
        return tags
    return np.concatenate([tags[:1] - 1, tags[1:]])
