"""Whose ministry: bodies that every country or town has, told apart by whose they are.

``Ostland’s Foreign Ministry`` and ``Westria’s Foreign Ministry`` are named
alike.  Where the words before such a name say whose it is, that counts as a
word of it; a name without such words goes with the one told before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Sequence

from rashomon.language.bodies import body_words
from rashomon.model import Appearance, Span
from rashomon.reconciliation.sounds import plain

__all__ = ["by_owner", "is_common", "owner_word"]

_COMMON = frozenset(
    "ministry department parliament government army military navy police court treasury assembly embassy "
    "cabinet council commission agency guard authorities forces bank".split()
)
_WHOSE = re.compile(r"([A-Z][^\W\d_]+(?:-[A-Z][^\W\d_]+)?)[’'](?:s )?(?:[a-z-]+ )?$")
_BEFORE = 40
_PEOPLE = re.compile(r"(?<=a)n$|(?<=[^aeiou])i$")


def is_common(name: str) -> bool:
    """Whether other countries or towns have a body of this name."""
    return body_words(name)[-1] in _COMMON


def owner_word(word: str) -> str:
    """A country as its people are called, too: the same word for both.

    >>> owner_word("Westria") == owner_word("Westrian"), owner_word("Uzrael") == owner_word("Uzraeli")
    (True, True)
    """
    return _PEOPLE.sub("", plain(word))


def by_owner(appearance: Appearance, text: str, persons: Collection[str]) -> dict[str, tuple[Span, ...]]:
    """The places of a body's name by whose it is; one entry, maybe of nobody, where only one is told.

    `persons` are forms of the names of people: theirs is no ministry (``Holt’s government``).
    """
    told = [_owner(text, span, persons) for span in appearance.spans]
    known = [(span.start, owner) for span, owner in zip(appearance.spans, told, strict=True) if owner]
    out: dict[str, list[Span]] = defaultdict(list)
    for span in appearance.spans:
        out[_latest(known, span)].append(span)
    return {owner: tuple(spans) for owner, spans in out.items()}


def _owner(text: str, span: Span, persons: Collection[str]) -> str:
    found = _WHOSE.search(text, max(0, span.start - _BEFORE), span.start)
    word = plain(found[1]) if found else ""
    return "" if word in persons else owner_word(word)


def _latest(known: Sequence[tuple[int, str]], span: Span) -> str:
    """Whose it was told to be last before this place, else first behind it."""
    if not known:
        return ""
    at = bisect_right(known, span.start, key=lambda told: told[0])
    return known[max(0, at - 1)][1]
