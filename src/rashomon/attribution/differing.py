"""Where two reports describe the source of one statement otherwise.

The words are compared without articles, numbers and order, those for one thing
taken as one.  A description that only says less than the other is not another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from rashomon.attribution.descriptors import Descriptor, described
from rashomon.language.anonymity import ALIKE, ALL_OF
from rashomon.model import Flag, Span, UnnamedSource, Utterance

__all__ = ["differing"]


def differing(entries: Sequence[UnnamedSource], utterances: Sequence[Utterance]) -> tuple[UnnamedSource, ...]:
    """The entries of several articles, those flagged that another report describes otherwise.

    Args:
        entries: of all articles.
        utterances: which statements report one act of speech.
    """
    owner = {statement: n for n, entry in enumerate(entries) for statement in entry.statements}
    flagged: set[int] = set()
    for utterance in utterances:
        here = sorted({owner[s] for s in utterance.statements if s in owner})
        read = {n: described(entries[n].descriptor, Span(0, len(entries[n].descriptor))) for n in here}
        for one, other in combinations(here, 2):
            if entries[one].article != entries[other].article and _otherwise(read[one], read[other]):
                flagged.update((one, other))
    return tuple(
        replace(e, flags=(*e.flags, Flag.DESCRIPTOR_DIFFERS)) if n in flagged else e
        for n, e in enumerate(entries)
    )


def _otherwise(one: Descriptor, other: Descriptor) -> bool:
    """Whether two descriptions of people say different things, not one merely less."""
    a, b = _plain(one), _plain(other)
    return bool(a and b) and not (a <= b or b <= a)


def _plain(told: Descriptor) -> frozenset[str]:
    return frozenset(ALIKE.get(word, word) for word in told.bare) - ALL_OF
