"""One sentence on its way to be read for carriers, and what has been found in it so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from rashomon.attribution.clauses import Sentence
from rashomon.attribution.outlets import Carrier, CarrierKind, Outlets
from rashomon.model import Span

__all__ = ["OUTER_RANK", "TOLD_RANK", "Hop", "Marks", "Pattern", "Quoted", "Scene", "Told", "beginning"]

# The place of a hop between speaker and report, where the words tell no other order.
_RANK = {
    "through": 0, "passed_on": 1, "told": 2, "confirmed_to": 2, "interview": 2, "statement": 2, "show": 4,
    "post": 4, "seen_by": 5, "work": 5, "published_by": 6, "broadcast_by": 6, "first_reported_by": 7,
    "carried_by": 8, "cited": 8, "quoted_by": 8, "reported_by": 8, "according_to": 8, "state_media": 8,
}  # fmt: skip
_BE = frozenset("is are was were been".split())
_MOST = 24  # carriers told of in one sentence; more is a list, and would cost the square of them
TOLD_RANK = _RANK["told"]
OUTER_RANK = _RANK["reported_by"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One carrier, as a sentence tells it.

    Attributes:
        verb: where the word stands by which it is told.
        rank: its place from the speaker outward.
        addressed: whether the speaker of that verb alone said it to the carrier.
        programme: whether it is a programme whose outlet is not named beside it.
        asker: whether it is somebody who asks for an outlet.
        outlet: whether it is known for an outlet.
        cites: whether the words before it belong to somebody who cites it.
        leads: whether what it passed on stands behind its verb.
        aside: whether it stands between commas in the midst of what was said.
        relative: whether its verb is that of a relative clause: ``an official who told …``.
        follows: whether it passed on what the carrier named just before it had.
    """

    name: str
    manner: str
    span: Span
    verb: Span
    rank: int
    addressed: bool = False
    programme: bool = False
    asker: bool = False
    outlet: bool = False
    cites: bool = False
    leads: bool = False
    aside: bool = False
    follows: bool = False
    relative: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An occasion as a sentence tells it; `back` where its words point to one told before."""

    kind: str
    span: Span
    back: bool
    verb: Span


@dataclass(frozen=True, slots=True)
class Quoted:
    """``the Courier quoted Holt as saying …``: whom, the words that say so, and what he said."""

    source: Span
    cue: Span
    content: Span

    @property
    def whole(self) -> Span:
        """From the first of these words to the last."""
        parts = (self.source, self.cue, self.content)
        return Span(min(p.start for p in parts), max(p.end for p in parts))


@dataclass(slots=True)
class Marks:
    """All that a sentence tells.

    `cited` holds whom an outlet cites, as an outlet if it is one, and the verb;
    `hearers` the verb and the words of those told who are neither carrier nor occasion;
    `titles` the quotations that are but the titles of programmes and works;
    `elsewhere` whether it goes to a work that it does not name: ``wrote in his autobiography``.
    """

    hops: list[Hop] = field(default_factory=list)
    occasions: list[Told] = field(default_factory=list)
    cited: list[tuple[Span, Carrier | None, Span]] = field(default_factory=list)
    hearers: list[tuple[Span, Span]] = field(default_factory=list)
    quoted: list[Quoted] = field(default_factory=list)
    titles: list[Span] = field(default_factory=list)
    elsewhere: bool = False


class Scene:
    """A sentence, the outlets of its article, and what it is found to tell."""

    def __init__(self, sentence: Sentence, outlets: Outlets) -> None:
        self.sentence = sentence
        self.outlets = outlets
        self.low = sentence.low
        self.found = Marks()

    def hop(
        self,
        carrier: Carrier,
        manner: str,
        verb: int,
        *,
        addressed: bool = False,
        leads: bool = False,
        aside: bool = False,
    ) -> None:
        """Keep a carrier that the word at item `verb` tells of, and put it in its place on the way."""
        if len(self.found.hops) >= _MOST:
            return
        told = manner
        if carrier.kind is CarrierKind.STATE and manner in (
            "told",
            "confirmed_to",
            "according_to",
            "reported_by",
            "carried_by",
        ):
            told = "state_media"
        self.outlets.carry(carrier)
        place = _RANK[manner]
        if carrier.kind is CarrierKind.INTERVIEWER:
            place -= 1
        self.found.hops.append(
            Hop(
                name=carrier.name,
                manner=told,
                span=carrier.span,
                verb=self.sentence.items[verb].span,
                rank=place,
                addressed=addressed,
                programme=carrier.kind is CarrierKind.SHOW,
                asker=carrier.kind is CarrierKind.INTERVIEWER,
                outlet=carrier.kind in (CarrierKind.OUTLET, CarrierKind.STATE, CarrierKind.SHOW),
                cites=manner == "cited",
                leads=leads,
                aside=aside,
                follows=self._follows(verb),
                relative=addressed and bool({self.low(verb - 1), self.low(verb - 2)} & {"who", "which"}),
            )
        )

    def _follows(self, verb: int) -> bool:
        """Whether the verb belongs to a relative clause: ``the Star, which was cited by …``."""
        near = [self.low(i) for i in range(max(0, verb - 3), verb)]
        return "which" in near and bool(_BE & set(near))


@dataclass(frozen=True, slots=True)
class Pattern:
    """Something to be looked for at one word of a scene; at words other than these it finds nothing."""

    words: frozenset[str]
    find: Callable[[Scene, int], None]


def beginning(*words: Iterable[str]) -> Callable[[Callable[[Scene, int], None]], Pattern]:
    """Makes a pattern of a function that looks at the item of this index for words of these tables."""
    return lambda find: Pattern(frozenset().union(*words), find)
