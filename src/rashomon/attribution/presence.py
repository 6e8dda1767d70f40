"""How present each person is at a place of the text, and how likely that makes each the one who is meant.

Presence adds up over namings and turns of speech, less with every sentence
since.  Shares follow from it: each presence to a power, over the sum of these
and of a constant that stands for somebody else or nobody.  Power and constant
were fitted by maximum likelihood (see `Policy`), so that of the persons with a
share of 0.8 about four in five are the ones meant.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.attribution.cast import Cast
from rashomon.attribution.figures import Event
from rashomon.model import Policy, Source, Span

__all__ = ["ANYWHERE", "Heard", "Place", "Shares", "levelled", "presence", "shared"]

Shares = tuple[tuple[str, float], ...]
"""Persons by their keys, the likeliest first, each with its share; what is left is somebody else."""

ANYWHERE = 8
"""Turns of speech that are remembered."""
_NAMINGS = 40  # before a place; earlier ones add nothing
_JOINED = 2  # subjects
_LEAST = 0.02  # smaller shares are not told


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """Somebody spoke.

    Attributes:
        at: where the words stand that tell of it.
        sentence: its number.
        source: who it was taken to be, however uncertain.
        shares: the persons it may have been.
        content: what was said.
        quoted: whether in quotation marks.
    """

    at: int
    sentence: int
    source: Source
    shares: Shares
    content: tuple[Span, ...] = ()
    quoted: bool = False

    @property
    def figure(self) -> str | None:
        """The likeliest of the persons it may have been."""
        return self.shares[0][0] if self.shares else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a pronoun stands.

    Attributes:
        at: its offset.
        inside: the quotation that it lies in, if it does: names there count as those outside do.
        content: what whoever is meant is said to have said; names in it count as quoted ones do.
        going_on: sentences before that begin with a pronoun, and whom it means.
    """

    at: int
    inside: Span | None = None
    content: Sequence[Span] = ()
    going_on: Sequence[tuple[int, Shares]] = ()


def presence(cast: Cast, heard: Sequence[Heard], place: Place, policy: Policy) -> dict[str, float]:
    """How present each person is at a place; `heard` is who spoke, in the order of the text."""
    at = place.at
    here = cast.sentence_of(at)
    block = cast.passages[here].block
    out: dict[str, float] = {}
    after = bisect_left(cast.events, at, key=lambda event: event.at)
    for event in cast.events[max(0, after - _NAMINGS) : after]:
        weight = _weight(cast, event, policy, place.inside)
        if any(span.start <= event.at < span.end for span in place.content):
            weight *= policy.presence_quoted
        if not event.first or cast.passages[event.sentence].block != block:
            weight *= policy.presence_paragraph
        _add(out, event.figure, weight * policy.presence_decay ** max(0, here - event.sentence))
    for one in heard[-ANYWHERE:]:
        if one.at < at:
            other = cast.passages[one.sentence].block != block
            weight = policy.presence_subject * (policy.presence_paragraph if other else 1.0)
            for key, share in one.shares:
                _add(out, key, weight * share * policy.presence_decay ** max(0, here - one.sentence))
    for sentence, shares in place.going_on:
        for key, share in shares:
            weight = policy.presence_subject * share
            _add(out, key, weight * policy.presence_decay ** max(0, here - sentence))
    return out


def levelled(cast: Cast, heard: Sequence[Heard], at: int, found: Mapping[str, float]) -> dict[str, float]:
    """Subjects joined just before (*Holt and Rask met*) are equally present, unless somebody spoke since."""
    after = bisect_left(cast.events, at, key=lambda event: event.at)
    subjects = [event for event in cast.events[max(0, after - _NAMINGS) : after] if event.first]
    latest = [event for event in subjects if event.sentence == subjects[-1].sentence]
    here, out = cast.sentence_of(at), dict(found)
    if len(latest) < _JOINED or here - latest[0].sentence > 1:
        return out
    if not any(latest[0].at < one.at < at for one in heard[-ANYWHERE:]):
        most = max(found.get(event.figure, 0.0) for event in latest)
        out |= {event.figure: most for event in latest}
    return out


def _weight(cast: Cast, event: Event, policy: Policy, inside: Span | None) -> float:
    """What one naming counts, before the distance."""
    within = inside is not None and inside.start <= event.at < inside.end
    if event.quoted and not within:
        weight = policy.presence_quoted
    else:
        weight = policy.presence_subject if event.first else 1.0
    figure = cast.figures[event.figure]
    if not (figure.attested or figure.introduced):
        town = event.placed or figure.town
        weight *= policy.presence_town if town else policy.presence_unattested
    return weight


def _add(out: dict[str, float], key: str, weight: float) -> None:
    out[key] = out.get(key, 0.0) + weight


def shared(found: Mapping[str, float], policy: Policy, fits: Callable[[str], bool]) -> Shares:
    """The shares of those that fit; empty if nobody does.

    >>> shared({"a": 2.0, "b": 2.0, "c": 9.0}, Policy(presence_nobody=0.0), lambda key: key != "c")
    (('a', 0.5), ('b', 0.5))
    """
    powers = {key: weight**policy.presence_power for key, weight in found.items() if weight and fits(key)}
    most = max(powers.values(), default=0.0)
    whole = sum(powers.values()) + policy.presence_nobody * most**0.5
    ranked = sorted(((key, round(p / whole, 3)) for key, p in powers.items()), key=lambda s: (-s[1], s[0]))
    return tuple((key, share) for key, share in ranked if share >= _LEAST)
