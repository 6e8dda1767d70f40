"""What limits a statement: hedges, conditions and modality, as tables of folded words.

Whoever leaves such words out makes a careful statement a bold one.  Clitics
stand as words of their own ("i 'd say"), as `wordforms.split_clitic` cuts them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

__all__ = ["APPROXIMATORS", "CERTAINTY", "conditions_in", "hedges_in", "modality"]


def _phrases(rows: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(row.split()) for row in rows.strip().split("\n"))


_HEDGES = _phrases("""
probably
perhaps
maybe
possibly
presumably
apparently
seemingly
supposedly
allegedly
reportedly
arguably
conceivably
potentially
likely
most likely
very likely
i think
i believe
i guess
i suppose
i suspect
i assume
i imagine
i reckon
i feel
i gather
i would think
i would say
i 'd think
i 'd say
we think
we believe
we suspect
we assume
in my opinion
in our opinion
in my view
in our view
in my judgment
to my mind
to my knowledge
to our knowledge
as far as i know
as far as we know
as far as i can tell
as far as we can tell
as far as i can see
as far as i 'm aware
as far as i am aware
so far as i know
for all i know
it seems
it appears
it would seem
it would appear
it looks like
it looks as if
seems to
seem to
appears to
appear to
tends to
tend to
more or less
if i remember
i 'm not sure
i am not sure
i ca n't be sure
i can not be sure
in all likelihood
in all probability
i dare say
i daresay
""")

APPROXIMATORS = _phrases("""
about
around
roughly
approximately
some
nearly
almost
close to
up to
over
under
more than
fewer than
less than
at least
at most
upwards of
as many as
as much as
as few as
or so
or more
or fewer
or less
maybe
perhaps
probably
""")
"""Hedges where an amount stands beside them, and only there."""

_CONDITIONS = _phrases("""
if
unless
providing
provided
only if
as long as
so long as
until
till
in case
on condition
on the condition
assuming
""")
_NO_CONDITIONS = _phrases("""
as if
what if
provided by
have provided
has provided
had provided
we provided
they provided
he provided
she provided
i provided
is provided
was provided
are provided
were provided
""")

_STRENGTHS = {
    "possible": ("may", "might", "perhaps", "maybe", "possibly", "conceivably"),
    "able": ("can", "could"),
    "due": ("should", "ought"),
    "bound": ("must",),
    "coming": ("will", "shall", "'ll", "would", "'d"),
    "likely": ("probably", "likely"),
    "certain": ("definitely", "certainly", "surely", "undoubtedly"),
}
_STRENGTH_OF = {word: strength for strength, words in _STRENGTHS.items() for word in words}
_BOUND = frozenset(
    {("have", "to"), ("has", "to"), ("had", "to"), ("need", "to"), ("needs", "to"), ("got", "to")}
)

CERTAINTY = frozenset(_STRENGTH_OF)
"""Every word that `modality` looks at by itself."""


def modality(keys: Sequence[str]) -> tuple[str, ...]:
    """How firmly each verb is said, in order: ``possible``, ``able``, ``due``, ``bound``, ``coming`` ...

    >>> modality("it might sail and then it will sink".split()), modality("we have to sail".split())
    (('possible', 'coming'), ('bound',))
    """
    return tuple(_strengths(keys))


def _strengths(keys: Sequence[str]) -> Iterator[str]:
    for at, key in enumerate(keys):
        if (strength := _STRENGTH_OF.get(key)) is not None:
            yield strength
        elif tuple(keys[at : at + 2]) in _BOUND:
            yield "bound"


def hedges_in(keys: Sequence[str]) -> int:
    """How many hedges stand among folded words.

    >>> hedges_in("as far as i know".split()), hedges_in("as far as the harbour".split())
    (1, 0)
    """
    return sum(1 for _ in _found(keys, _HEDGES))


def conditions_in(keys: Sequence[str]) -> int:
    """How many conditions stand among folded words.

    >>> conditions_in("unless it rains".split()), conditions_in("as if it rained".split())
    (1, 0)
    """
    conditions = sum(1 for _ in _found(keys, _CONDITIONS))
    return max(0, conditions - sum(1 for _ in _found(keys, _NO_CONDITIONS)))


def _found(keys: Sequence[str], phrases: frozenset[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The phrases of a table that stand among the words, each where it ends at its place."""
    for at in range(len(keys)):
        for length in range(1, _LONGEST + 1):
            phrase = tuple(keys[at : at + length])
            if len(phrase) == length and phrase in phrases:
                yield phrase


_LONGEST = max(len(phrase) for phrase in (*_HEDGES, *_CONDITIONS, *_NO_CONDITIONS))
